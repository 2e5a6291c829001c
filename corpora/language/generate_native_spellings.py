"""Gathers how the bearers of names in other scripts spell them in Latin letters:

    python3 generate_native_spellings.py own/native_names.tsv ARABIC_NAMES TOKEN_PAIRS PERSON_NAMES HAN_VARIANTS OUTPUT

ARABIC_NAMES: names.sqlite3 of arabic-name-romanizer (MIT; Wikidata CC0) as lines of Arabic name, Latin name, language,
country, count. TOKEN_PAIRS: lines of language, Latin word, native word, slice, count: NETransliteration-COLING2018 (MIT; from
Wikidata, CC0). Arabic and Hebrew are written without short vowels, Chinese and Korean write foreign names by sound; what people
use tells more than a transliteration of the letters. PERSON_NAMES: names/persons.txt of rigour (MIT; Wikidata CC0), lines of all forms
of one name; of its Greek and Georgian forms those are taken that no letter-by-letter transliteration leads to. HAN_VARIANTS:
Unihan_Variants.txt (Unicode licence), so that a word stands in simplified and in traditional letters.
"""
import bz2, collections, gzip, re, sys, unicodedata

HEAD = """# How bearers of a name in another script spell it in Latin letters: native word, its commonest spelling.
# Arabic and Hebrew names, and foreign names in Korean, Chinese, Greek and Georgian letters. Arabic and Greek letters are folded as NativeSpellings folds
# them. Lines are in byte order.
# Made by generate_native_spellings.py from own/native_names.tsv, arabic-name-romanizer (MIT, Wikidata CC0), NETransliteration-COLING2018 (MIT), rigour
# (MIT, Wikidata CC0) and the Unicode Han database (Unicode licence).
"""
FOLDED = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ۀ": "ه", "ی": "ي", "ى": "ي", "ئ": "ي", "ک": "ك", "ؤ": "و", "ء": None,
    "'": None, "׳": None, "\u0640": None})
GERESH = re.compile("['׳]")
CONSONANTS = {
    **dict(zip("بپتثجچحخدذرزژسشصضطظعغفقكگلمنهوي", "bbttjjhkdzrzjsssdtz gfkkglmnhvi")),
    **dict(zip("אבגדהוזחטיכךלמםנןסעפףצץקרשת", " bgdhvzhtikklmmnns ffccksst"))}
CONSONANTS["ר"], CONSONANTS["ש"], CONSONANTS["ת"] = "r", "s", "t"
SOUNDS = [("sch", "s"), ("sh", "s"), ("ch", "j"), ("tz", "c"), ("ts", "c"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"),
          ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("p", "b"), ("x", "ks")]
GREEK = dict(zip("αβγδεζηθικλμνξοπρστυφχψω", "a v g d e z i t i k l m n x o p r s t i f k ps o".split()))
GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split()))
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


def folded(word):
    """The word as NativeSpellings folds it."""
    word = unicodedata.normalize("NFC", word).translate(FOLDED)
    if any("\u0370" <= letter < "\u0400" for letter in word):
        word = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c)).replace("ς", "σ")
    return word


def own_spellings(path):
    """Rows written by hand, which keep the geresh that the other sources leave out; of several names for one form the first."""
    rows = {}
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            if not line.startswith("#"):
                latin, *forms = line.rstrip("\n").split("\t")
                for form in forms:
                    rows.setdefault("׳".join(folded(part) for part in GERESH.split(form)), latin)
    return rows


def language_of(word):
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
    return {"GREEK": "greek", "GEORGIAN": "georgian", "HEBREW": "hebrew", "ARABIC": "arabic", "HANGUL": "korean", "CJK": "chinese"}.get(
        names.pop() if len(names) == 1 else "", "")


def by_letters(word):
    """A transliteration of Greek and Georgian that knows letters alone."""
    for pair, latin in (("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("ου", "u"), ("αι", "e"), ("ει", "i"), ("οι", "i"), ("τζ", "j"), ("τσ", "ts")):
        word = word.replace(pair, latin)
    return "".join(GREEK.get(letter) or GEORGIAN.get(letter) or letter for letter in word)


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
    if language in ("greek", "georgian"):
        if re.search("(ος|ης|ας|οσ|ησ|ασ|η|ου)$", native):
            return False  # a Greek name, whatever it is called elsewhere
        sound = by_letters(native)
        return distance(sound, latin) > 0.25 * len(latin) and distance(consonants(sound), consonants(latin)) <= 0.6 * len(
            consonants(latin))
    return len(native) > 1


def variants(path):
    """The simplified letter of each traditional one, and the reverse where only one has it."""
    simplified, traditional = {}, collections.defaultdict(list)
    with (bz2.open if path.endswith(".bz2") else open)(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            if "\tkSimplifiedVariant\t" in line:
                code, _, value = line.rstrip("\n").split("\t")
                one, other = chr(int(code[2:], 16)), chr(int(value.split()[0][2:], 16))
                if one != other:
                    simplified[one] = other
                    traditional[other].append(one)
    return simplified, {letter: found[0] for letter, found in traditional.items() if len(found) == 1}


def main(own, arabic_names, token_pairs, person_names, han_variants, output):
    def lines(path):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as handle:
            next(handle)
            for line in handle:
                yield line.rstrip("\n").split("\t")

    found = collections.defaultdict(collections.Counter)

    def add(native, latin, language, count):
        native, latin = folded(native), plain(latin)
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
    met = collections.Counter()
    for _, latin, _, _, count in lines(token_pairs):
        met[plain(latin)] += int(count)
    with (gzip.open if person_names.endswith(".gz") else open)(person_names, "rt", encoding="utf-8") as handle:
        for line in handle:
            forms = [form.strip() for form in line.split("=>")[0].split(",")]
            latin = [form for form in forms if re.fullmatch(r"[a-z]{2,}", form)] or [
                plain(form) for form in forms if re.fullmatch(r"[a-z\u00df-\u024f]{2,}", form)]
            if not latin:
                continue
            # Where no other script writes the name, its Chinese letters are Japanese or its own.
            is_foreign = any("\u0400" <= form[:1] < "\u0500" or "\u30a0" <= form[:1] <= "\u30ff" for form in forms)
            best = max(latin, key=lambda form: (met[form], -sum(distance(form, other) for other in latin), form))
            for native in forms:
                language = language_of(native)
                # Two Korean syllables may be a Korean name as well.
                if language and not (language == "korean" and len(native) < 3) and (language != "chinese" or is_foreign):
                    if folded(native) not in found or language in ("greek", "georgian"):
                        add(native, best, language, 2)
    simplified, traditional = variants(han_variants)
    for native in [word for word in found if language_of(word) == "chinese"]:
        for table in (simplified, traditional):
            other = "".join(table.get(letter, letter) for letter in native)
            if other not in found:
                found[other] = found[native]
    by_hand = own_spellings(own)
    rows = list(by_hand.items())
    for native, spellings in found.items():
        if native in by_hand or sum(spellings.values()) < 2:
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
