#!/usr/bin/env python3
"""Writes international_equivalents.tsv from own/international_names.tsv and pairs of tokens of Wikidata.

usage: generate_international_equivalents.py own/international_names.tsv TOKENS ARABIC_NAMES PERSON_NAMES OUTPUT_FOLDER

TOKENS        token_pairs.tsv.gz: set, Latin, native, slice, count (NETransliteration-COLING2018, MIT; Wikidata, CC0)
ARABIC_NAMES  names.sqlite3 of arabic-name-romanizer (MIT; Wikidata, CC0) as lines of Arabic name, Latin name, language, country,
              count
PERSON_NAMES  names/persons.txt of rigour (MIT; Wikidata, CC0): all forms of one name

From the tokens come transcriptions: foreign names whose Russian spelling follows the sound, so that no romanization
leads back (James, Джеймс; Yoshida, Ёсида). From all three come the Latin spellings that bearers of one name in Arabic letters use
(Atif, Atef; Hijazi, Hejazi).
"""

import collections
import gzip
import pathlib
import re
import sys
import unicodedata

import generate_native_spellings as native_spellings
import table_files

# Rarer pairs, and Russian forms that stand for a smaller part of a name's bearers, are left out.
LEAST_COUNT = 12
LEAST_PART = 0.1

CYRILLIC = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "a b v g d e e zh z i i k l m n o p r s t u f h c ch sh sh  i  e iu ia".split(" ")))
SIMPLER = [
    ("shch", "sh"), ("tsch", "ch"), ("sch", "sh"), ("tch", "ch"), ("kh", "h"), ("zh", "z"), ("ts", "c"), ("tc", "c"),
    ("ph", "f"), ("th", "t"), ("x", "ks"), ("q", "k"), ("ck", "k"), ("y", "i"), ("j", "i"), ("w", "v"), ("ou", "u"),
    ("g", "h"), ("z", "s"), ("c", "s"),
]


def skeleton(word):
    """The word by its consonants, coarser than the analyser's skeleton: what is equal here needs no row."""
    word = "".join(CYRILLIC.get(letter, letter) for letter in word)
    word = "".join(letter for letter in unicodedata.normalize("NFD", word) if "a" <= letter <= "z")
    for long, short in SIMPLER:
        word = word.replace(long, short)
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiou]+", "a", word))


def plain(word):
    """A Latin word without its marks; None if that leaves a letter outside ASCII."""
    word = "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    word = word.translate(str.maketrans("łøđı", "lodi"))
    return word if re.fullmatch("[a-z]{3,}", word) else None


def transcriptions(tokens):
    counts = collections.Counter()
    for name, latin, native, _, count in table_files.rows(tokens, header=True):
        latin = plain(table_files.normalized(latin))
        native = table_files.normalized(native)
        if name == "russian" and latin and re.fullmatch("[а-яё]{3,}", native):
            counts[latin, native] += int(count)
    bearers = collections.Counter()
    for (latin, _), count in counts.items():
        bearers[latin] += count
    found = collections.defaultdict(list)
    for (latin, native), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST_COUNT and count >= LEAST_PART * bearers[latin] and skeleton(latin) != skeleton(native):
            found[latin].append(native)
    return found


# Spellings that stand for a smaller part of a name's bearers are left out, and particles and servants of God.
LEAST_ARABIC_PART = 0.03
MOST_SPELLINGS = 10
NO_NAMES = {"عبد", "بنت", "دين", "ابن", "ملا", "الله", "حاج", "شيخ", "سيد"}


def sound(word):
    """The word as the analyser's skeleton folds it, nearly: what is equal here needs no row."""
    for long, short in [("ou", "u"), ("oo", "u"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("y", "i"), ("w", "v"),
                        ("ck", "k"), ("sch", "sh"), ("ie", "e")]:
        word = word.replace(long, short)
    return re.sub("(?<=[aeiou])h$", "", re.sub(r"(.)\1+", r"\1", word))


def arabic_spellings(tokens, arabic_names, person_names):
    bearers, famous = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    recorded = collections.defaultdict(set)

    def pair(native, latin):
        native, latin = native_spellings.folded(native), native_spellings.plain(latin)
        fits = (len(native) > 2 and len(latin) > 2 and re.fullmatch(r"\w+", native) and native not in NO_NAMES
                and native_spellings.language_of(native) == "arabic" and native_spellings.fits(native, latin, "arabic"))
        return (native, latin) if fits else (None, None)

    for native, latin, _, _, count, *_ in table_files.rows(arabic_names, header=True):
        words, spelled = native.split(), latin.replace("-", " ").split()
        if len(words) == len(spelled):
            for native, latin in (pair(*both) for both in zip(words, spelled)):
                bearers[native][latin] += int(count)
    for name, latin, native, _, count in table_files.rows(tokens, header=True):
        if name == "arabic":
            native, latin = pair(native, latin)
            famous[native][latin] += int(count)
    with gzip.open(person_names, "rt", encoding="utf-8") as lines:
        for line in lines:
            forms = [form.strip() for form in line.split("=>")[0].split(",")]
            for native in (form for form in forms if native_spellings.language_of(form) == "arabic"):
                for latin in (form for form in forms if re.fullmatch("[a-z]{3,}", form)):
                    native_, latin = pair(native, latin)
                    recorded[native_].add(latin)
    for native in sorted(set(bearers) - {None}):
        own, others, named = bearers[native], famous[native], recorded[native]
        known = {form for form in own if own[form] >= 2}
        total = sum(own.values()) + sum(others.values())
        spelled = {}
        for form in set(own) | set(others):
            count = own[form] + others[form]
            is_usual = count >= 2 and count >= LEAST_ARABIC_PART * total and (
                form in known or (own[form] and others[form] >= 2) or form in named)
            if known and (is_usual or (form in named and known & named)):
                spelled[form] = count
        forms = sorted(spelled, key=lambda form: (-spelled[form], form))
        forms = [form for form in forms if native_spellings.distance(forms[0], form) <= 0.45 * len(forms[0])][:MOST_SPELLINGS]
        if len({sound(form) for form in forms}) > 1:
            yield forms


def main(own, tokens, arabic_names, person_names, folder):
    rows, found = [], transcriptions(tokens)
    for tradition, *forms in table_files.rows(own):
        if tradition == "transcription":
            found[forms[0]] = list(dict.fromkeys(forms[1:] + found[forms[0]]))
        else:
            rows.append([tradition, *forms])
    rows += [["transcription", latin, *forms] for latin, forms in found.items()]
    written = [set(forms) for tradition, *forms in rows if tradition == "islamic"]
    for forms in sorted(arabic_spellings(tokens, arabic_names, person_names)):
        if not any(set(forms) <= row for row in written):
            written.append(set(forms))
            rows.append(["arabic", *forms])
    order = ["western", "islamic", "arabic", "korean", "chinese", "vietnamese", "transcription"]
    rows.sort(key=lambda row: (order.index(row[0]), row[1:]))
    table_files.write(
        pathlib.Path(folder) / "international_equivalents.tsv",
        """Forms of one name that lists and customers mix: weaker evidence than given_name_equivalents.tsv, since most of them
also are names of their own (Jean is not always John).
Columns: tradition, then the forms, Latin ones without accents. Lines are grouped by tradition and in order within;
a form may stand in several lines, and belonging together does not carry over from one line to another
(li - lee is Chinese and Korean, li - ri Korean only).
western, islamic: forms of a name in the languages that share it. arabic: Latin spellings of one word in Arabic letters. korean, chinese, vietnamese: romanizations of one family
name or syllable (Korean systems; pinyin, Wade-Giles, Cantonese and Hokkien). transcription: a foreign name and how
Russian writes it by its sound.
Source: own/international_names.tsv, and names and tokens of Wikidata and of arabic-name-romanizer (MIT), by
generate_international_equivalents.py.""",
        rows)


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
