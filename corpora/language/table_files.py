"""How the generators beside this file read and write tables: UTF-8, NFC, lower case, tab separated, LF."""

import gzip
import pathlib
import unicodedata


def normalized(text):
    """The text in the letter case and normal form of the tables."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())


def rows(path, header=False):
    """The rows of a tab separated file, plain or gzip, without comment lines (and header line)."""
    path = pathlib.Path(path)
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        for number, line in enumerate(lines):
            if line.startswith("#") or (header and number == 0) or line == "\n":
                continue
            yield line.rstrip("\n").split("\t")


def write(path, comment, table):
    """Writes the rows of `table` below `comment`, each line of which becomes a `#` line."""
    text = "".join(f"# {line}".rstrip() + "\n" for line in comment.strip().split("\n"))
    text += "".join("\t".join(row) + "\n" for row in table)
    pathlib.Path(path).write_text(text, encoding="utf-8")
