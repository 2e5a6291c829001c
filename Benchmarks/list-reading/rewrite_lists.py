"""Writes published lists in formats of which there are no public samples, so that these are read at realistic lengths.

    python3 Benchmarks/list-reading/rewrite_lists.py CONLIST.csv EU.xml FOLDER

makes of OFSI's list of 2022 and later a UK Sanctions List CSV, and of the EU's XML 1.1 a CSV 1.1.
"""
import csv
import gzip
import pathlib
import sys
import xml.etree.ElementTree as xml

UK = {
    "Last Updated": "Last Updated", "Unique ID": "Group ID", "OFSI Group ID": "Group ID", "UN Reference Number": "",
    "Name 6": "Name 6", **{f"Name {n}": f"Name {n}" for n in range(1, 6)}, "Name type": "Alias Type",
    "Alias strength": "Alias Quality", "Title": "Title", "Name non-latin script": "Name Non-Latin Script",
    "Non-latin script type": "Non-Latin Script Type", "Non-latin script language": "Non-Latin Script Language",
    "Regime Name": "Regime", "Designation Type": "Group Type", "Other Information": "Other Information",
    **{f"Address Line {n}": f"Address {n}" for n in range(1, 7)}, "Address Postal Code": "Post/Zip Code",
    "Address Country": "Country", "Date Designated": "Listed On", "D.O.B": "DOB", "Nationality(/ies)": "Nationality",
    "National Identifier number": "National Identification Number",
    "National Identifier additional information": "National Identification Details",
    "Passport number": "Passport Number", "Passport additional information": "Passport Details",
    "Position": "Position", "Town of birth": "Town of Birth", "Country of birth": "Country of Birth",
}
EU = {
    "nameAlias": {"NameAlias_LastName": "lastName", "NameAlias_FirstName": "firstName",
                  "NameAlias_MiddleName": "middleName", "NameAlias_WholeName": "wholeName",
                  "NameAlias_NameLanguage": "nameLanguage", "NameAlias_Gender": "gender",
                  "NameAlias_Title": "title", "NameAlias_Function": "function"},
    "birthdate": {"BirthDate_BirthDate": "birthdate", "BirthDate_City": "city", "BirthDate_Circa": "circa",
                  "BirthDate_CountryIso2Code": "countryIso2Code"},
    "identification": {"Identification_Number": "number", "Identification_TypeCode": "identificationTypeCode",
                       "Identification_KnownFalse": "knownFalse",
                       "Identification_CountryIso2Code": "countryIso2Code"},
    "citizenship": {"Citizenship_CountryIso2Code": "countryIso2Code"},
    "address": {"Address_Street": "street", "Address_PoBox": "poBox", "Address_ZipCode": "zipCode",
                "Address_City": "city", "Address_Region": "region", "Address_CountryIso2Code": "countryIso2Code"},
}


def opened(path: str):
    return gzip.open(path, "rt", encoding="utf-8", newline="") if path.endswith(".gz") else open(
        path, encoding="utf-8", newline="")


def uk_sanctions_list(source: str, target: pathlib.Path) -> None:
    with opened(source) as old, open(target, "w", encoding="utf-8", newline="") as new:
        old.readline()
        new.write("Report Date: 10-Apr-2025\n")
        writer = csv.DictWriter(new, list(UK))
        writer.writeheader()
        for row in csv.DictReader(old):
            writer.writerow({name: row.get(of, "") for name, of in UK.items()})


def eu_table(source: str, target: pathlib.Path) -> None:
    entity_columns = ["fileGenerationDate", "Entity_LogicalId", "Entity_EU_ReferenceNumber", "Entity_SubjectType",
                      "Entity_Regulation_Programme", "Entity_Regulation_NumberTitle"]
    columns = entity_columns + [column for part in EU.values() for column in part]
    with opened(source) as old, open(target, "w", encoding="utf-8", newline="") as new:
        writer = csv.DictWriter(new, columns, delimiter=";")
        writer.writeheader()
        for _, entity in xml.iterparse(old):
            if not entity.tag.endswith("}sanctionEntity"):
                continue
            parts = {tag: [e for e in entity if e.tag.endswith("}" + tag)] for tag in ["regulation", "subjectType", *EU]}
            regulation, subject = parts["regulation"][0], parts["subjectType"][0]
            shared = dict(zip(entity_columns, [
                "02/03/2021", entity.get("logicalId"), entity.get("euReferenceNumber"),
                subject.get("classificationCode"), regulation.get("programme"), regulation.get("numberTitle")]))
            for tag, attributes in EU.items():
                for part in parts[tag]:
                    writer.writerow(shared | {column: part.get(of, "") for column, of in attributes.items()})


def main() -> None:
    conlist, eu, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    uk_sanctions_list(conlist, folder / "UK-Sanctions-List.csv")
    eu_table(eu, folder / "eu-1.1.csv")


if __name__ == "__main__":
    main()
