#!/usr/bin/env python3
"""Writes given_name_equivalents.tsv and patronymic_equivalents.tsv from own/given_names.tsv.

usage: generate_given_name_equivalents.py own/given_names.tsv OUTPUT_FOLDER
"""

import pathlib
import sys

import table_files

VOWELS = "аеёиоуыэюяіїє"

# Patronymics that no rule gives: name -> (of a man, of a woman).
RUSSIAN = {
    "лев": ["львович", "львовна"],
    "павел": ["павлович", "павловна"],
    "петр": ["петрович", "петровна"],
    "яков": ["яковлевич", "яковлевна"],
    "михаил": ["михайлович", "михайловна"],
    "илья": ["ильич", "ильинична"],
    "даниил": ["даниилович", "данииловна"],
    "данила": ["данилович", "даниловна"],
    "гаврила": ["гаврилович", "гавриловна"],
}
UKRAINIAN = {
    "лев": ["львович", "львівна"],
    "микола": ["миколайович", "миколаївна", "миколович", "миколівна"],
    "ілля": ["ілліч", "іллівна"],
    "яків": ["якович", "яківна"],
    "григорій": ["григорович", "григорівна", "григорійович", "григоріївна"],
    "федір": ["федорович", "федорівна"],
    "сидір": ["сидорович", "сидорівна"],
    "прокіп": ["прокопович", "прокопівна"],
    "антін": ["антонович", "антонівна"],
    "кіндрат": ["кіндратович", "кіндратівна"],
    "прохір": ["прохорович", "прохорівна"],
    "лука": ["лукич", "луківна"],
    "кузьма": ["кузьмич", "кузьмівна", "кузьмович"],
    "хома": ["хомич", "хомівна", "хомович"],
    "сава": ["савич", "савівна", "савович"],
    "яким": ["якимович", "якимівна"],
    "степан": ["степанович", "степанівна"],
    "гліб": ["глібович", "глібівна"],
}
BELARUSIAN = {
    "леў": ["львовіч", "львоўна"],
    "пятро": ["пятровіч", "пятроўна"],
    "павел": ["паўлавіч", "паўлаўна"],
    "міхаіл": ["міхайлавіч", "міхайлаўна"],
    "якаў": ["якаўлевіч", "якаўлеўна"],
    "ілья": ["ільіч", "ільінічна"],
    "юрый": ["юр'евіч", "юр'еўна"],
    "яўген": ["яўгенавіч", "яўгенаўна", "яўгеньевіч", "яўгеньеўна"],
    "данііл": ["данілавіч", "данілаўна"],
    "фама": ["фаміч", "фамінічна"],
    "хама": ["хаміч", "хамінічна"],
    "лука": ["лукіч", "лукінічна"],
    "кузьма": ["кузьміч", "кузьмінічна"],
    "сава": ["савіч", "савінічна"],
}


def russian(name):
    if name in RUSSIAN:
        return RUSSIAN[name]
    stem = name[:-1]
    if name.endswith("ий"):
        return [stem[:-1] + middle + end for middle in ("ь", "и") for end in ("евич", "евна")]
    if name.endswith(("й", "ь")):
        return [stem + "евич", stem + "евна"]
    if name.endswith("а"):
        return [stem + "ич", stem + "ична", stem + "ович", stem + "овна"]
    if name[-1] in VOWELS:
        return [name + "евич", name + "евна"] if name[-1] != "о" else [stem + "ович", stem + "овна"]
    return [name + "ович", name + "овна"]


def ukrainian(name):
    if name in UKRAINIAN:
        return UKRAINIAN[name]
    stem = name[:-1]
    if name.endswith("й"):
        return [stem + "йович", stem + "ївна"]
    if name.endswith("ь"):
        return [stem + "ьович", stem + "івна"]
    if name.endswith("ія"):
        return [stem + "йович", stem + "ївна"]
    if name.endswith(("а", "о")):
        return [stem + "ович", stem + "івна"]
    if name[-1] in VOWELS:
        return []
    return [name + "ович", name + "івна"]


def belarusian(name):
    if name in BELARUSIAN:
        return BELARUSIAN[name]
    stem = name[:-1]
    if name.endswith("й"):
        return [stem + "евіч", stem + "еўна"]
    if name.endswith(("ль", "зь")):
        return [name + "евіч", name + "еўна", stem + "евіч", stem + "еўна"]
    if name.endswith("ь"):
        return [stem + "евіч", stem + "еўна"]
    if name.endswith(("а", "о")):
        return [stem + "авіч", stem + "аўна"]
    if name[-1] in VOWELS:
        return []
    return [name + "авіч", name + "аўна"]


def distinct(words):
    return list(dict.fromkeys(words))


def main(own, folder):
    names, patronymics, owner = [], [], {}
    for row in table_files.rows(own):
        row = [table_files.normalized(cell).split() for cell in row]
        row += [[]] * (6 - len(row))
        forms = distinct(form for cell in row[1:] for form in cell)
        for form in forms:
            if form in owner:
                sys.exit(f"{own}: {form} stands in two groups, of {owner[form]} and of {forms[0]}")
            owner[form] = forms[0]
        if len(forms) > 1:
            names.append(forms)
        if row[0] == ["m"]:
            made = [made(name) for made, cell in ((russian, row[1]), (ukrainian, row[2]), (belarusian, row[3]))
                    for name in cell]
            for sex in (0, 1):
                patronymics.append(distinct(form for of_name in made for form in of_name[sex::2]))
    # A patronymic of two names (Georgievich of Georgy and of Georgiy) belongs to the first that claims it.
    claimed = set()
    for group in patronymics:
        group[:] = [form for form in group if form not in claimed]
        claimed.update(group)
    folder = pathlib.Path(folder)
    table_files.write(
        folder / "given_name_equivalents.tsv",
        """One given name a line: its forms in Russian, Ukrainian, Belarusian and other Cyrillic languages, then its usual
Latin spellings. A form stands in one line only; lines are in the order of their first forms.
Source: own/given_names.tsv, by generate_given_name_equivalents.py.""",
        sorted(names))
    table_files.write(
        folder / "patronymic_equivalents.tsv",
        """One patronymic a line, of men or of women: its forms in Russian, Ukrainian and Belarusian, Cyrillic only.
A form stands in one line only; lines are in the order of their first forms.
Source: own/given_names.tsv, by generate_given_name_equivalents.py.""",
        sorted(group for group in patronymics if len(group) > 1))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
