"""Writes a made-up customer base as CSV, the same every time: generate_customers.py COUNT > customers.csv

Given names and the names of the world are those of corpora/language/own; East Slavic surnames are made of syllables, borne by
many or few as real ones are (Zipf). A third has a date of birth, half a country.
"""

import itertools
import pathlib
import random
import sys

OWN = pathlib.Path(__file__).resolve().parents[2] / "corpora/language/own"


def rows(name):
    for line in (OWN / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def main(count):
    chance = random.Random(1)
    given = {"f": [], "m": []}
    for gender, russian, *_ in rows("given_names.tsv"):
        if russian and gender in given:
            given[gender].append(russian.split()[0].capitalize())
    syllables = [a + b for a in "бвгдзклмнпрстхчш" for b in "аеиоу"]
    endings = ["ов", "ев", "ин", "енко", "ский", "ук"]
    surnames = [
        "".join(chance.choice(syllables) for _ in range(chance.randint(1, 3))).capitalize()
        + chance.choice("бвгдзклмнпрст") + chance.choice(endings)
        for _ in range(60_000)
    ]
    shares = list(itertools.accumulate(1 / (rank + 20) for rank in range(len(surnames))))
    world = {}
    for region, bearers, names in rows("world_names.tsv"):
        world.setdefault(region, []).extend((name, float(bearers)) for name in names.split())
    regions = sorted(world)
    weights = {region: list(itertools.accumulate(w for _, w in world[region])) for region in regions}

    print("id,name,dob,country")
    for number in range(1, count + 1):
        dob = f"{chance.randint(1935, 2005)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        if chance.random() < 0.5:
            gender = chance.choice("fm")
            surname = chance.choices(surnames, cum_weights=shares)[0]
            father = chance.choice(given["m"])
            patronymic = father.rstrip("йьа") + ("ович" if gender == "m" else "овна")
            if gender == "f" and surname.endswith(("ов", "ев", "ин")):
                surname += "а"
            name = f"{surname} {chance.choice(given[gender])} {patronymic}"
            country = "RU"
        else:
            region = chance.choice(regions)
            words = [
                chance.choices(world[region], cum_weights=weights[region])[0][0].capitalize()
                for _ in range(chance.choice((2, 2, 3)))
            ]
            name = " ".join(words) + (" " + chance.choice(("Khan", "Silva", "Moreau", "Okoro", "Aydin")) if chance.random() < 0.1 else "")
            country = chance.choice(("DE", "FR", "AE", "TR", "CN", "IN", "US"))
        print(
            f"C{number:07},{name},{dob if chance.random() < 0.33 else ''},"
            f"{country if chance.random() < 0.5 else ''}"
        )


main(int(sys.argv[1]))
