#!/usr/bin/env python3
"""Estimates how many of the people that a bank may meet bear a name part; the input of the frequency table.

usage: generate_name_frequencies.py RUSSIAN_NAMES UKRAINIAN_NAMES ARABIC_NAMES TOKENS OUTPUT [--least PARTS_PER_MILLION]

RUSSIAN_NAMES    folder with names, midnames and surnames .tsv.gz: text, gender, count, ... (russiannames, BSD-3-Clause)
UKRAINIAN_NAMES  uk_ru_names.tsv.gz: pool, Ukrainian, Russian, rank (names_translator, MIT)
ARABIC_NAMES     arabic_full_names.tsv.gz: Arabic key, Latin spelling, language, country, count, source
                 (arabic-name-romanizer: Wikidata CC0, the rest MIT)
TOKENS           token_pairs.tsv.gz: set, Latin, native, slice, count (NETransliteration-COLING2018, MIT; Wikidata)
OUTPUT           rows `form, script, source, bearers in a million`, commonest first

The people that a bank meets are thought of as a mixture of populations. WEIGHTS gives each its share; a name part's
share is the sum over populations of the population's share and the part's share within it. A form that one source lacks
is not rarer for it: the estimates of the sources that overlap (own/world_names.tsv, Wikidata tokens, Arabic names) are
not added; the largest counts. Readers that fold forms should keep the largest of the forms that meet, too.
"""

import collections
import pathlib
import re
import sys
import unicodedata

import table_files

# Shares of the populations among the people that a bank may meet; together about 1.
WEIGHTS = {
    "russian": 0.36, "ukrainian": 0.07, "belarusian": 0.015,
    "english": 0.08, "french": 0.035, "german": 0.05, "italian": 0.03, "spanish": 0.05, "portuguese": 0.025,
    "dutch": 0.01, "polish": 0.015, "czech": 0.006, "balkan": 0.01, "romanian": 0.01, "hungarian": 0.005,
    "greek": 0.01, "scandinavian": 0.012, "finnish": 0.003, "baltic": 0.006, "israel": 0.006,
    "armenian": 0.008, "georgian": 0.006, "azerbaijan": 0.012, "turkey": 0.025,
    "arab": 0.045, "maghreb": 0.012, "iran": 0.02, "afghanistan": 0.01, "pakistan": 0.015, "bangladesh": 0.005,
    "india": 0.025, "indonesia": 0.005, "philippines": 0.005, "china": 0.05, "hongkong": 0.005, "singapore": 0.003,
    "taiwan": 0.004, "korea": 0.015, "vietnam": 0.008, "japan": 0.01, "africa": 0.015,
}
# Wikidata tokens stand for everybody outside the Russian-speaking world and the regions it covers badly.
WIKIDATA = 0.30
WIKIDATA_ARABIC = 0.10
LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")


def script_of(form):
    name = unicodedata.name(form[0], "")
    for prefix, script in (
            ("LATIN", "latin"), ("CYRILLIC", "cyrillic"), ("ARABIC", "arabic"), ("CJK", "han"),
            ("HANGUL", "hangul"), ("HEBREW", "hebrew"), ("GREEK", "greek")):
        if name.startswith(prefix):
            return script
    return None


def russian_shares(folder):
    """Share of Russians that bear a form, with men and women each half of the people for names and patronymics."""
    shares = collections.Counter()
    for file in ("names", "midnames", "surnames"):
        counts, totals = [], collections.Counter()
        for row in table_files.rows(pathlib.Path(folder) / f"{file}.tsv.gz", header=True):
            form, count = table_files.normalized(row[0]), int(row[2])
            sex = row[1] if file != "surnames" and row[1] in ("m", "f") else ""
            counts.append((form, sex, count))
            totals[sex] += count
        for form, sex, count in counts:
            if sex:
                shares[form] += 0.5 * count / totals[sex]
            elif file == "surnames":
                shares[form] += count / totals[sex]
    return shares


def add_equivalents(shares, ukrainian_names, here):
    """Ukrainian and Belarusian forms bear the share of their Russian equivalents among their own people."""
    ukrainian, belarusian = collections.Counter(), collections.Counter()
    for row in table_files.rows(here / "own/given_names.tsv"):
        cells = [table_files.normalized(cell).split() for cell in row] + [[]] * 6
        share = max([shares[form] for form in cells[1]], default=0)
        for form in cells[2]:
            ukrainian[form] = max(ukrainian[form], share)
        for form in cells[3]:
            belarusian[form] = max(belarusian[form], share)
    for row in table_files.rows(here / "patronymic_equivalents.tsv"):
        share = max(shares[form] for form in row)
        for form in row:
            if shares[form] == 0:
                (belarusian if form.endswith(("віч", "ўна")) else ukrainian)[form] = share
    for pool, form, russian, _ in table_files.rows(ukrainian_names, header=True):
        form, russian = table_files.normalized(form), table_files.normalized(russian)
        ukrainian[form] = max(ukrainian[form], shares[russian])
    return ukrainian, belarusian


def word_shares(path, text_column, count_column):
    """Share of the full names in a file that hold a word; words met once say too little."""
    words, people = collections.Counter(), 0
    for row in table_files.rows(path, header=True):
        count = int(row[count_column] or 1)
        people += count
        for word in set(LETTERS.findall(table_files.normalized(row[text_column]))):
            words[word] += count
    return {word: count / people for word, count in words.items() if count > 1}


def token_shares(path):
    """Shares of the people of Wikidata that bear a Latin token, and a token in another script.

    The file is the half of each set, and a person has about two tokens: so the tokens of a half count its set's people.
    A token that a set lacks may stand in its other half: only the sets that have it count.
    """
    counts, totals = collections.defaultdict(dict), collections.Counter()
    for name, latin, original, _, count in table_files.rows(path, header=True):
        totals[name] += int(count)
        for form in (table_files.normalized(latin), table_files.normalized(original)):
            counts[form][name] = counts[form].get(name, 0) + int(count)
    return {form: sum(sets.values()) / sum(totals[name] for name in sets)
            for form, sets in counts.items() if sum(sets.values()) > 1}


def main(russian_names, ukrainian_names, arabic_names, tokens, output, least=3.0):
    here = pathlib.Path(__file__).parent
    estimates = {}

    def note(form, source, share):
        form = form.strip("'’ʼ-")
        script = script_of(form) if form else None
        if script is None or (len(form) < 2 and script not in ("han", "hangul")):
            return
        if share > estimates.get(form, (0,))[0]:
            estimates[form] = (share, script, source)

    russian = russian_shares(russian_names)
    ukrainian, belarusian = add_equivalents(russian, ukrainian_names, here)
    slavic = collections.Counter()
    for name, shares in (("russian", russian), ("ukrainian", ukrainian), ("belarusian", belarusian)):
        for form, share in shares.items():
            slavic[form] += WEIGHTS[name] * share
    for form, share in slavic.items():
        source = "russian" if russian[form] else "ukrainian" if ukrainian[form] else "belarusian"
        note(form, source, share)

    world = collections.Counter()
    for region, bearers, names in table_files.rows(here / "own/world_names.tsv"):
        for form in names.split():
            world[table_files.normalized(form)] += WEIGHTS[region] * int(bearers) / 100_000
    for form, share in world.items():
        note(form, "world", share)

    for form, share in token_shares(tokens).items():
        if form in world:
            continue  # published statistics are better
        # In another script these are transcriptions of foreign names: rarer than the names.
        note(form, "wikidata", share * (WIKIDATA if form and script_of(form) == "latin" else 0.03))
    for column in (0, 1):
        for form, share in word_shares(arabic_names, column, 4).items():
            note(form, "arabic", WIKIDATA_ARABIC * share)

    rows = sorted(
        ((form, script, source, round(1e6 * share)) for form, (share, script, source) in estimates.items()
         if 1e6 * share >= least),
        key=lambda row: (-row[3], row[0]))
    table_files.write(
        output, "form\tscript\tsource\tbearers in a million people that a bank may meet",
        ([form, script, source, str(share)] for form, script, source, share in rows))
    print(f"{len(rows)} name parts", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) not in (6, 8) or (len(sys.argv) == 8 and sys.argv[6] != "--least"):
        sys.exit(__doc__)
    main(*sys.argv[1:6], *map(float, sys.argv[7:]))
