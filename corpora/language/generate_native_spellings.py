"""Gathers how the bearers of names in other scripts spell them in Latin letters:

    python3 generate_native_spellings.py ARABIC_NAMES TOKEN_PAIRS OUTPUT

ARABIC_NAMES: names.sqlite3 of arabic-name-romanizer (MIT; Wikidata CC0) as lines of Arabic name, Latin name, language,
country, count. TOKEN_PAIRS: lines of language, Latin word, native word, slice, count: NETransliteration-COLING2018 (MIT; from
Wikidata, CC0). Arabic and Hebrew are written without short vowels, Chinese and Korean write foreign names by sound; what people
use tells more than a transliteration of the letters.
"""
import collections, gzip, re, sys, unicodedata

HEAD = """# How bearers of a name in another script spell it in Latin letters: native word, its commonest spelling.
# Arabic and Hebrew names, and foreign names in Korean and Chinese letters. Arabic letters are folded as NativeSpellings folds
# them. Lines are in byte order.
# Made by generate_native_spellings.py from arabic-name-romanizer (MIT, Wikidata CC0) and NETransliteration-COLING2018 (MIT).
"""
FOLDED = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ۀ": "ه", "ی": "ي", "ى": "ي", "ئ": "ي", "ک": "ك", "ؤ": "و", "ء": None,
    "'": None, "׳": None, "\u0640": None})
CONSONANTS = {
    **dict(zip("بپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي", "bbttjjhkdzrzjsssdtz gfkkglmnhvi")),
    **dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", " bgdhvzhtikklmmnns ffccksst"))}
CONSONANTS["ר"], CONSONANTS["ש"], CONSONANTS["ת"] = "r", "s", "t"
SOUNDS = [("sch", "s"), ("sh", "s"), ("ch", "j"), ("tz", "c"), ("ts", "c"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"),
          ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("p", "b"), ("x", "ks")]
INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u weo we wi yu eu ui i".split()
FINALS = " k k k n n n t l l l l l l l l m p p t t ng t t k t p t".split(" ")


def plain(word):
    word = unicodedata.normalize("NFKD", word.lower()).replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d")
    return re.sub("[^a-z]", "", word)


def consonants(word):
    for old, new in SOUNDS:
        word = word.replace(old, new)
    word = re.sub("[aeiouy]", "", word)
    return re.sub(r"(.)\1+", r"\1", word)


def distance(a, b, cheap="aeiouyhv"):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], row[0] + (0.5 if x in cheap else 1)
        for j, y in enumerate(b, 1):
            both = x in cheap and y in cheap
            last, row[j] = row[j], min(
                row[j] + (0.5 if x in cheap else 1), row[j - 1] + (0.5 if y in cheap else 1), last + (x != y) * (0.5 if both else 1))
    return row[-1]


def korean(word):
    letters = ""
    for letter in word:
        code = ord(letter) - 0xAC00
        if not 0 <= code < 11172:
            return None
        letters += INITIALS[code // 588] + VOWELS[code % 588 // 28] + FINALS[code % 28]
    return letters


def fits(native, latin, language):
    """Whether the letters can be those of the Latin word; what is not is a wrong pair, a translation, or another name."""
    if language in ("arabic", "hebrew"):
        known = re.sub(" |i", "", "".join(CONSONANTS.get(c, "") for c in native))
        spelled = consonants(latin)
        return distance(known, spelled) <= 0.4 * max(len(known), len(spelled), 1)
    if language == "korean":
        # What the syllables tell needs no row; what is far from them is another word of the name.
        sound = korean(native)
        if len(native) < 2 or sound is None:
            return False
        return distance(sound, latin) > 0.3 * len(sound) and distance(consonants(sound), consonants(latin)) <= 0.7 * len(consonants(sound))
    return len(native) > 1


def main(arabic_names, token_pairs, output):
    def lines(path):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as handle:
            next(handle)
            for line in handle:
                yield line.rstrip("\n").split("\t")

    found = collections.defaultdict(collections.Counter)

    def add(native, latin, language, count):
        native, latin = unicodedata.normalize("NFC", native).translate(FOLDED), plain(latin)
        if len(native) > 1 and len(latin) > 1 and re.fullmatch(r"\w+", native) and fits(native, latin, language):
            found[native][latin] += count

    for native, latin, _, _, count, *_ in lines(arabic_names):
        words, spelled = native.split(), latin.replace("-", " ").split()
        if len(words) == len(spelled):
            for pair in zip(words, spelled):
                add(*pair, "arabic", int(count))
    for language, latin, native, _, count in lines(token_pairs):
        if language != "russian":
            add(native, latin, language, int(count))
    rows = []
    for native, spellings in found.items():
        if sum(spellings.values()) < 2:
            continue
        # The spelling in the middle: the one that all others are nearest to.
        common = spellings.most_common(12)
        middle = min(common, key=lambda s: (sum(n * distance(s[0], t) for t, n in common), -s[1], s[0]))
        rows.append((native, middle[0]))
    rows.sort(key=lambda row: row[0].encode())
    with open(output, "w", encoding="utf-8", newline="\n") as handle:
        handle.write(HEAD)
        handle.writelines(f"{native}\t{latin}\n" for native, latin in rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
