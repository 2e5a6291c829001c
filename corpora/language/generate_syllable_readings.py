#!/usr/bin/env python3
"""Writes syllable_readings.tsv: how the bearers of Chinese and Korean names spell each of their letters in Latin ones.

usage: generate_syllable_readings.py UNIHAN_READINGS OUTPUT

UNIHAN_READINGS  Unihan_Readings.txt of the Unicode character database (Unicode licence), plain or bz2

Mandarin readings (kMandarin) are spelled in pinyin and Wade-Giles, Cantonese ones (kCantonese) as the governments of Hong Kong and
Macau write names, Korean ones (kHangul, and every Hangul syllable that names have) in the Revised Romanization, McCune-Reischauer,
North Korea's, and as people write their own names.
"""
import bz2
import re
import sys
import unicodedata

HEAD = """# Letters of Chinese and Korean names and the Latin spellings of their readings: letter, spellings separated by blanks.
# Mandarin (pinyin, Wade-Giles), Cantonese (as in Hong Kong and Macau), Korean (all usual romanizations).
# Lines are in byte order. Source: readings of the Unicode Han database (Unihan, Unicode licence), spelled by generate_syllable_readings.py.
"""


def unique(items):
    return list(dict.fromkeys(items))


def wade_giles(pinyin):
    """The spellings of Wade-Giles, without apostrophes as names have them."""
    match = re.fullmatch(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)", pinyin)
    initial, final = match.groups()
    if initial in ("zh", "ch", "sh", "r") and final == "i":
        return [{"zh": "chih", "ch": "chih", "sh": "shih", "r": "jih"}[initial]]
    if initial in ("z", "c", "s") and final == "i":
        return {"z": ["tzu"], "c": ["tzu"], "s": ["szu", "ssu"]}[initial]
    whole = {"yi": ["yi", "i"], "yan": ["yen"], "ye": ["yeh"], "you": ["yu"], "yong": ["yung"], "yue": ["yueh"], "er": ["erh"],
             "ge": ["ko", "ke"], "ke": ["ko", "ke"], "he": ["ho", "he"], "e": ["o", "e"]}
    if pinyin in whole:
        return whole[pinyin]
    initial = {"b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "z": "ts", "c": "ts", "r": "j"}.get(initial, initial)
    finals = {"ian": "ien", "ong": "ung", "iong": "iung", "ie": "ieh", "ue": "ueh", "üe": "ueh", "ü": "u"}
    final = finals.get(final, final)
    if final == "uo" and initial not in ("k", "h", "sh"):
        final = "o"
    if final == "ui" and initial in ("k",):
        final = "uei"
    return [initial + final]


CANTONESE_INITIALS = {"b": ["p"], "d": ["t"], "g": ["k"], "gw": ["kw"], "kw": ["kw"], "z": ["ch", "ts"], "c": ["ch", "ts"],
                      "s": ["s", "sh"], "j": ["y"]}
CANTONESE_FINALS = {
    "aa": ["a", "ah"], "aai": ["ai"], "aau": ["au"], "aam": ["am"], "aan": ["an"], "aang": ["ang"], "aap": ["ap"], "aat": ["at"], "aak": ["ak"],
    "am": ["am", "um"], "an": ["an", "un"], "ap": ["ap", "up"], "ei": ["ei", "ee", "i"], "eng": ["eng", "ing"], "i": ["i", "ee"],
    "ing": ["ing", "eng"], "ik": ["ik", "ick", "ek"], "im": ["im"], "in": ["in"], "ou": ["o", "ou"], "u": ["u", "oo"], "un": ["un", "oon"],
    "oe": ["eu"], "oeng": ["eung", "eong"], "oek": ["euk", "eok"], "eoi": ["ui", "eoi"], "eon": ["un", "eon"], "eot": ["ut"],
    "yu": ["u", "ue", "yu"], "yun": ["uen", "un"], "yut": ["uet", "ut"], "au": ["au", "ow"], "ok": ["ok", "ock"], "iu": ["iu"],
}


def cantonese(jyutping):
    match = re.fullmatch(r"(ng|gw|kw|[bpmfdtnlgkhwzcsj]?)(.*?)[1-6]", jyutping)
    if not match:
        return []
    initial, final = match.groups()
    if not final:
        return ["ng"]
    initials = CANTONESE_INITIALS.get(initial, [initial])
    spelled = [i + f for i in initials for f in CANTONESE_FINALS.get(final, [final])]
    if initial == "j" and final.startswith("yu"):
        spelled = ["y" + f for f in CANTONESE_FINALS.get(final, [final])] + ["y" + final[1:]]
    if initial in ("z", "c") and final == "i":
        spelled += ["tsz", "tze"]
    if initial == "s" and final == "i":
        spelled += ["sze", "sz"]
    if initial == "j" and final == "i":
        spelled += ["yee", "i"]
    return [s.replace("yy", "y") for s in spelled]


INITIALS = ["g k", "kk gg", "n", "d t", "tt dd", "r l n", "m", "b p", "pp bb", "s", "ss", "", "j ch", "jj", "ch", "k", "t", "p", "h"]
MEDIALS = ["a ah", "ae ai e", "ya", "yae", "eo o u", "e", "yeo yo you yu", "ye", "o oh", "wa", "wae", "oe oi", "yo", "u oo woo", "wo weo", "we",
           "wi", "yu yoo you", "eu u", "ui eui i ee", "i ee"]
FINALS = {0: [""], 1: ["k", "g"], 4: ["n"], 7: ["t"], 8: ["l"], 16: ["m"], 17: ["p", "b"], 19: ["t", "s"], 21: ["ng"], 25: ["t"]}
# Family names that people spell in ways of their own.
OWN = {"이": "lee yi rhee rhie i", "리": "ri li lee rhee", "박": "park pak bak", "최": "choi choe choy", "노": "roh noh no", "임": "lim im rim yim",
       "림": "rim lim", "유": "yoo you yu ryu", "류": "ryu yoo yu ryoo you", "오": "oh o", "우": "woo u", "강": "kang gang", "신": "shin sin",
       "심": "shim sim", "김": "kim gim", "조": "cho jo joe", "서": "seo suh so", "허": "hur heo huh ho", "여": "yeo yuh", "양": "yang ryang",
       "석": "suk seok sok", "숙": "sook suk", "정": "jung chung jeong chong jong cheong", "성": "sung seong song", "병": "byung byeong pyong byoung",
       "영": "young yeong yong", "경": "kyung kyong gyeong kyoung", "현": "hyun hyon hyeon", "명": "myung myong myeong", "훈": "hoon hun",
       "준": "joon jun chun juhn", "철": "chul chol cheol cheul", "순": "soon sun", "국": "kook kuk guk", "광": "kwang gwang", "관": "kwan gwan",
       "원": "won weon", "운": "woon un", "은": "eun un", "근": "geun keun kun", "희": "hee hui", "혁": "hyuk hyok hyeok", "주": "joo ju chu",
       "욱": "wook uk", "윤": "yoon yun youn", "익": "ik ihk", "인": "in", "일": "il", "용": "yong", "룡": "ryong yong", "진": "jin chin"}


def korean(syllable):
    number = ord(syllable) - 0xAC00
    initial, medial, final = number // 588, number % 588 // 28, number % 28
    if not 0 <= number < 11172 or final not in FINALS:
        return []
    spelled = OWN.get(syllable, "").split()
    for i in INITIALS[initial].split() or [""]:
        for m in MEDIALS[medial].split():
            if i == "s" and m in ("i", "ee"):
                spelled += ["sh" + m + f for f in FINALS[final]]
            # An h that only tells the vowel from the English one: Ahn, Sohn, Juhn, Ihk.
            spelled += [i + m + f for f in FINALS[final] if not m.endswith("h") or f in ("", "n")]
            if m in ("u", "i", "o") and final in (1, 4):
                spelled += [i + m + "h" + f for f in FINALS[final]]
    return spelled


def main(source, target):
    opener = bz2.open if source.endswith(".bz2") else open
    readings = {}
    with opener(source, "rt", encoding="utf-8") as handle:
        for line in handle:
            if line.startswith("U+"):
                code, field, value = line.rstrip("\n").split("\t")
                letter = chr(int(code[2:], 16))
                if "\u4e00" <= letter <= "\u9fff":
                    readings.setdefault(letter, {})[field] = value
    rows = {}
    for letter, fields in readings.items():
        if "kHangul" not in fields and "kHanyuPinlu" not in fields:
            continue  # letters that no common source of names has
        spelled = []
        for pinyin in fields.get("kMandarin", "").split()[:1]:
            plain = "".join(c for c in unicodedata.normalize("NFD", pinyin.replace("ü", "u")) if c.isascii() and c.isalpha())
            spelled += [plain] + wade_giles(plain)
        for reading in fields.get("kCantonese", "").split()[:1]:
            spelled += cantonese(reading)
        for reading in fields.get("kHangul", "").split():
            spelled += korean(reading.split(":")[0])
        spelled = [s for s in unique(spelled) if len(s) > 1]
        if spelled:
            rows[letter] = spelled
    for initial in range(19):
        for medial in range(21):
            for final in FINALS:
                letter = chr(0xAC00 + initial * 588 + medial * 28 + final)
                spelled = [s for s in unique(korean(letter)) if len(s) > 1]
                if spelled:
                    rows[letter] = spelled
    with open(target, "w", encoding="utf-8") as handle:
        handle.write(HEAD)
        for letter in sorted(rows, key=lambda l: l.encode()):
            handle.write(letter + "\t" + " ".join(rows[letter]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
