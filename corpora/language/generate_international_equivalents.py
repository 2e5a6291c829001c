#!/usr/bin/env python3
"""Writes international_equivalents.tsv from own/international_names.tsv and pairs of tokens of Wikidata.

usage: generate_international_equivalents.py own/international_names.tsv TOKENS OUTPUT_FOLDER

TOKENS  token_pairs.tsv.gz: set, Latin, native, slice, count (NETransliteration-COLING2018, MIT; Wikidata, CC0)

From the tokens come transcriptions: foreign names whose Russian spelling follows the sound, so that no romanization
leads back (James, Джеймс; Yoshida, Ёсида).
"""

import collections
import pathlib
import re
import sys
import unicodedata

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


def main(own, tokens, folder):
    rows, found = [], transcriptions(tokens)
    for tradition, *forms in table_files.rows(own):
        if tradition == "transcription":
            found[forms[0]] = list(dict.fromkeys(forms[1:] + found[forms[0]]))
        else:
            rows.append([tradition, *forms])
    rows += [["transcription", latin, *forms] for latin, forms in found.items()]
    order = ["western", "islamic", "korean", "chinese", "vietnamese", "transcription"]
    rows.sort(key=lambda row: (order.index(row[0]), row[1:]))
    table_files.write(
        pathlib.Path(folder) / "international_equivalents.tsv",
        """Forms of one name that lists and customers mix: weaker evidence than given_name_equivalents.tsv, since most of them
also are names of their own (Jean is not always John).
Columns: tradition, then the forms, Latin ones without accents. Lines are grouped by tradition and in order within;
a form may stand in several lines, and belonging together does not carry over from one line to another
(li - lee is Chinese and Korean, li - ri Korean only).
western, islamic: forms of a name in the languages that share it. korean, chinese, vietnamese: romanizations of one family
name or syllable (Korean systems; pinyin, Wade-Giles, Cantonese and Hokkien). transcription: a foreign name and how
Russian writes it by its sound.
Source: own/international_names.tsv and tokens of Wikidata, by generate_international_equivalents.py.""",
        rows)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
