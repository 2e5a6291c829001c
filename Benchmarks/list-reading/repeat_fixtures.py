"""Makes large files of the formats of which there are no public samples, from the fixtures of the tests.

    python3 Benchmarks/list-reading/repeat_fixtures.py FOLDER [MEGABYTES]

Each fixture's records are repeated, with identifiers of their own, until the file has that size (5 MB).
"""
import pathlib
import re
import sys

FIXTURES = pathlib.Path(__file__).parents[2] / "Tests/WatchlistsTests/Fixtures"

# Where the records of an XML file stand, one pattern a section, and the identifiers in them.
XML = {
    "formats/sdn_advanced.xml": (
        [r"(?<=<Locations>).*(?=</Locations>)", r"(?<=<IDRegDocuments>).*(?=</IDRegDocuments>)",
         r"(?<=<DistinctParties>).*(?=</DistinctParties>)",
         r"(?<=<ProfileRelationships>).*(?=</ProfileRelationships>)",
         r"(?<=<SanctionsEntries>).*(?=</SanctionsEntries>)"],
        r'(?:FixedRef|ProfileID|IdentityID|LocationID|<(?:Profile|Identity|Location|IDRegDocument) ID)="'),
    "formats/sdn_enhanced.xml": ([r"(?<=<entities>).*(?=</entities>)"], r'<entity id="'),
    "formats/sdn.xml": ([r"<sdnEntry>.*</sdnEntry>"], r"<sdnEntry>\s*<uid>"),
    "formats/eu-1.1.xml": ([r"<sanctionEntity .*</sanctionEntity>"], r'euReferenceNumber="|logicalId="'),
    "formats/seco.xml": ([r"<target .*</target>"], r'<target ssid="'),
    "formats/uk-sanctions-list.xml": ([r"<Designation>.*</Designation>"], r"<UniqueID>|<OFSIGroupID>"),
    "formats/canada-sema.xml": ([r"<record>.*</record>"], r"<Item>"),
    "un.xml": ([r"<INDIVIDUALS>.*</ENTITIES>"], r"<DATAID>|<REFERENCE_NUMBER>"),
}
# How many lines of a table are its head, its separator, and the columns of identifiers.
TABLES = {
    "formats/uk-sanctions-list.csv": (2, ",", [1]),
    "formats/conlist-2018.csv": (2, ",", [-1]),
    "formats/conlist-2022.csv": (2, ",", [-1]),
    "formats/eu-1.0.csv": (1, ";", [1, 6, -1]),
    "formats/eu-1.1.csv": (1, ";", [1, 2]),
    "formats/own.csv": (1, ",", [0]),
    "opensanctions-targets.csv": (1, ",", [0]),
    "eu-journal/32014R0269.csv": (1, ",", [1]),
    "ofac/sdn.csv": (0, ",", [0]),
}
LINES = ["formats/entities.ftm.json", "formats/targets.nested.json", "formats/senzing.json", "formats/own.jsonl"]


def repeated_xml(text: str, sections: list[str], identifier: str, size: int) -> str:
    mark = re.compile(f"({identifier})(?=[^<\"])")
    bodies = [re.search(pattern, text, re.S) for pattern in sections]
    copies = max(1, size // sum(len(body.group()) for body in bodies if body))
    for body in reversed([body for body in bodies if body]):
        copied = "\n".join(mark.sub(rf"\g<1>{copy + 1_000_000}", body.group()) for copy in range(copies))
        text = text[: body.start()] + copied + text[body.end() :]
    return text


def repeated_table(text: str, head: int, separator: str, columns: list[int], size: int) -> str:
    lines = text.splitlines(keepends=True)
    # Rows whose quoted fields hold line ends stand together.
    rows, open_row = [], ""
    for line in lines[head:]:
        open_row += line
        if open_row.count('"') % 2 == 0:
            rows.append(open_row)
            open_row = ""
    result = lines[:head]
    for copy in range(1_000_000, 1_000_001 + size // max(1, sum(map(len, rows)))):
        for row in rows:
            fields = re.findall(r'(?:"(?:[^"]|"")*"|[^"%s]*)(?:%s|$)' % (separator, separator), row.rstrip("\r\n"))
            for column in columns:
                place = column if column >= 0 else column - (1 if fields[-1] == "" else 0)
                if abs(place) < len(fields) and fields[place].strip('",;'):
                    fields[place] = re.sub(r"(\w)", rf"{copy}\1", fields[place], count=1)
            result.append("".join(fields) + "\n")
    return "".join(result)


def repeated_lines(text: str, size: int) -> str:
    lines = [line for line in text.splitlines() if line]
    mark = re.compile(r'("(?:id|RECORD_ID|entity|holder|addressEntity|owner|asset|person|relative)":\[?")')
    return "".join(
        mark.sub(rf"\g<1>{copy}-", line) + "\n" for copy in range(size // len(text) + 1) for line in lines)


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    size = int(sys.argv[2] if len(sys.argv) > 2 else 5) * 1_000_000
    folder.mkdir(parents=True, exist_ok=True)
    for name, (sections, identifier) in XML.items():
        write(folder, name, repeated_xml(read(name), sections, identifier, size))
    for name, (head, separator, columns) in TABLES.items():
        write(folder, name, repeated_table(read(name), head, separator, columns, size))
    for name in LINES:
        write(folder, name, repeated_lines(read(name), size))


def read(name: str) -> str:
    # In the old table @ stands for an apostrophe of Windows-1252.
    return (FIXTURES / name).read_bytes().decode().replace("@", "\u2019")


def write(folder: pathlib.Path, name: str, text: str) -> None:
    encoding = "cp1252" if name.endswith("conlist-2018.csv") else "utf-8"
    (folder / name.split("/")[-1]).write_bytes(text.encode(encoding, "replace"))


if __name__ == "__main__":
    main()
