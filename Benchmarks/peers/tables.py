"""Tables as this folder reads and writes them: TSV without quotes, CSV with them."""
import csv


def read(path):
    """The rows of a file, by column."""
    with open(path, encoding="utf-8", newline="") as handle:
        if str(path).endswith(".tsv"):
            return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
        return list(csv.DictReader(handle))


def write(path, head, rows):
    """TSV."""
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("\t".join(head) + "\n" + "".join("\t".join(row) + "\n" for row in rows))
