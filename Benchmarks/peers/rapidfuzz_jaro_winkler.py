"""NameScreen against rapidfuzz's Jaro-Winkler on one thread: customers a second, and their ratio.

    python3 rapidfuzz_jaro_winkler.py LIST.tsv CUSTOMERS.tsv [--queries 2000] [--rounds 3] [--algorithm jaro-winkler]

Both sides see the same names. rapidfuzz scores whole case-folded strings with process.cdist at cut-off 0.85 (in blocks,
so that its matrix stays small); NameScreen screens at its default cut-off, or at 0.85 by another algorithm than its own, and writes
its hits, the opening of a compiled index included. Processor time of each side, in turn, the median of the rounds.
"""
import argparse, os, statistics, subprocess, tempfile, time

from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

import tables
from engines import RELEASE, children_seconds


def namescreen(arguments):
    command = [os.path.join(RELEASE, "namescreen"), *arguments, "--quiet"]
    return children_seconds(lambda: subprocess.run(command, check=True))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("list")
    parser.add_argument("customers")
    parser.add_argument("--queries", type=int, default=2000, help="customers that rapidfuzz is timed on")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--algorithm", choices=["names", "jaro-winkler", "ngram"], default="names")
    options = parser.parse_args()
    names = [row["name"].casefold() for row in tables.read(options.list)]
    customers = [row["name"] for row in tables.read(options.customers)]
    queries = [name.casefold() for name in customers[: options.queries]]
    measure = [] if options.algorithm == "names" else ["--algorithm", options.algorithm, "--cutoff", "0.85"]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        index, hits = os.path.join(folder, "list.index"), os.path.join(folder, "hits.csv")
        build = namescreen(["index", options.list, "--output", index])
        for _ in range(options.rounds):
            seconds = namescreen(
                ["screen", options.customers, "--index", index, "--threads", "1", "--format", "csv", "--output", hits, *measure])
            ours.append(len(customers) / seconds)
            start = time.process_time()
            for first in range(0, len(queries), 500):
                process.cdist(queries[first : first + 500], names, scorer=JaroWinkler.similarity, score_cutoff=0.85, workers=1)
            theirs.append(len(queries) / (time.process_time() - start))
    a, b = statistics.median(ours), statistics.median(theirs)
    print(f"{len(names)} names, {len(customers)} customers; index built in {build:.2f} s of processor time")
    print(f"NameScreen {a:.0f} customers a second, rapidfuzz {b:.0f}, ratio {a / b:.2f}")


if __name__ == "__main__":
    main()
