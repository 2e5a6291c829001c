#!/usr/bin/env python3
"""Writes wade_giles.tsv: what the syllables of Chinese names in Wade-Giles are in pinyin.

usage: generate_wade_giles.py SYLLABLE_READINGS FOLDER

SYLLABLE_READINGS  syllable_readings.tsv, of which the Mandarin readings are taken

Names have no apostrophes any more, which told p from p' (pinyin b and p): both pinyin syllables are written, that without first.
"""
import collections
import pathlib
import re
import sys

import generate_syllable_readings
import table_files

HEAD = """Syllables of Chinese names in Wade-Giles, without apostrophes, and what they are in pinyin, separated by blanks.
Lines are in byte order. Made by generate_wade_giles.py from syllable_readings.tsv. Source: the rules of Wade-Giles (Giles 1892), as facts."""
PINYIN = re.compile("(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)[aeiou]+(?:n|ng|r)?")
ASPIRATED = ("p", "t", "k", "q", "ch", "c")


def main(source, folder):
    syllables = collections.defaultdict(set)
    for letter, spellings in table_files.rows(source):
        if "\u4e00" <= letter <= "\u9fff":
            pinyin, *others = spellings.split()
            spelled = [s for s in generate_syllable_readings.wade_giles(pinyin) if len(s) > 1]
            # A letter without a Mandarin reading begins with another language's.
            if PINYIN.fullmatch(pinyin) and all(s == pinyin or s in others for s in spelled):
                # Some write the h of ê: Chu Teh.
                spelled += [s + "h" for s in spelled if re.fullmatch("[^aeiou]+e", s)]
                for syllable in spelled:
                    syllables[syllable].add(pinyin)
    table = [[syllable, " ".join(sorted(pinyin, key=lambda p: (p.startswith(ASPIRATED), p)))]
             for syllable, pinyin in sorted(syllables.items())]
    table_files.write(pathlib.Path(folder) / "wade_giles.tsv", HEAD, table)


if __name__ == "__main__":
    main(*sys.argv[1:])
