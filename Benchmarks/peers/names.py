"""Names as the peers are given them."""
import re


def sorted_words(name):
    return " ".join(sorted(re.findall(r"\w+", name)))


def romanizer():
    """ICU's romanization, which knows every script, in lower case."""
    import icu

    transliterator = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
    return lambda name: name.lower() if name.isascii() else transliterator.transliterate(name)
