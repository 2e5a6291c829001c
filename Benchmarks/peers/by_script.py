"""Recall of names in other scripts at a rate of alerts on customers of the same script, for NameScreen and for logic-v2.

    python3 by_script.py make DATA FOLDER        # list.tsv, asked.tsv, customers.tsv, truth.tsv in FOLDER
    python3 by_script.py logic-v2 FOLDER         # its scores: logic-v2.csv (minutes to hours: --scripts, --customers)
    namescreen screen FOLDER/asked.tsv --list FOLDER/list.tsv --cutoff 0.62 --limit 0 --format csv --output FOLDER/asked.csv
    namescreen screen FOLDER/customers.tsv --list FOLDER/list.tsv --cutoff 0.62 --limit 0 --format csv --output FOLDER/customers.csv
    python3 by_script.py table FOLDER            # both side by side

Asked are up to 600 persons a script whose names stand in that script in one source and in Latin letters in the list. Customers are
up to 3,000 people of the same script from `bench_yente`; where it has none, given and family names of that script
from `rigour` put together. logic-v2 scores only candidates that something else finds: here the 50 names nearest by
rapidfuzz's sorted words over ICU's romanization, and always the right ones, so that its recall is if anything too high.
Needs nomenklatura, rapidfuzz and numpy for logic-v2, and nothing else for the rest.
"""
import argparse, collections, csv, gzip, os, random, re, unicodedata

import tables

SCRIPTS = {"Arab": "ARABIC", "Hani": "CJK", "Hang": "HANGUL", "Grek": "GREEK", "Geor": "GEORGIAN", "Hebr": "HEBREW"}


def clean(text):
    return re.sub(r"\s+", " ", text or "").strip()


def script_of(text):
    count = collections.Counter(unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha())
    most = count.most_common(1)[0][0] if count else ""
    return next((script for script, name in SCRIPTS.items() if name == most), "")


def write(folder, name, head, rows):
    tables.write(os.path.join(folder, name), head, rows)


def read(folder, name):
    return tables.read(os.path.join(folder, name))


def customers_of(data):
    found = collections.defaultdict(list)
    for origin in ("global", "us"):
        with gzip.open(os.path.join(data, f"bench_yente/negatives_{origin}.csv.gz"), "rt", encoding="utf-8", newline="") as handle:
            for row in csv.DictReader(handle):
                name = clean(row["full_name"])
                found[script_of(name)].append(name)
    parts = collections.defaultdict(set)
    with gzip.open(os.path.join(data, "rigour/persons.txt.gz"), "rt", encoding="utf-8") as handle:
        for line in handle:
            for part in line.split("=>")[0].split(","):
                part = clean(part)
                if " " not in part and script_of(part) in ("Grek", "Geor"):
                    parts[script_of(part)].add(part)
    # What tells a family name by its end.
    families = {"Grek": ("ης", "ος", "ου", "ας", "άκης"), "Geor": ("შვილი", "ძე", "ია", "ავა")}
    for script, ends in families.items():
        pick = random.Random(script)
        family = sorted(p for p in parts[script] if len(p) > 6 and p.endswith(ends))
        given = sorted(p for p in parts[script] if 3 < len(p) <= 6)
        if family and given:
            found[script] += sorted({f"{pick.choice(given)} {pick.choice(family)}" for _ in range(4000)})
    return found


def make(options):
    os.makedirs(options.folder, exist_ok=True)
    names, right = [], collections.defaultdict(lambda: collections.defaultdict(set))
    with open(os.path.join(options.data, "derived/cross_script_pairs.dev.tsv"), encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["script"] in SCRIPTS and row["schema"] == "Person":
                entity = row["entity_id"].replace(",", ";")
                names.append((entity, row["source"], "person", row["latin"]))
                right[row["script"]][row["original"]].add(f"{row['source']}:{entity}")
    base = [tuple(row.values()) for row in read(options.list, "list.tsv")]
    write(options.folder, "list.tsv", ("id", "list", "type", "name"), base + sorted(set(names)))
    asked, truth, innocent = [], [], []
    customers = customers_of(options.data)
    for script in SCRIPTS:
        queries = random.Random(3).sample(sorted(right[script]), min(600, len(right[script])))
        asked += [(f"{script}-{i:04d}", query) for i, query in enumerate(queries)]
        truth += [(f"{script}-{i:04d}", ",".join(sorted(right[script][q]))) for i, q in enumerate(queries)]
        drawn = random.Random(4).sample(sorted(set(customers[script])), min(3000, len(set(customers[script]))))
        innocent += [(f"{script}-{i:04d}", name) for i, name in enumerate(drawn)]
        print(script, len(queries), len(drawn))
    write(options.folder, "asked.tsv", ("id", "name"), asked)
    write(options.folder, "customers.tsv", ("id", "name"), innocent)
    write(options.folder, "truth.tsv", ("id", "right"), truth)


def logic_v2(options):
    import names as spelling
    from logic_v2 import LogicV2, nearest

    romanize = spelling.romanizer()
    rows = [row for row in read(options.folder, "list.tsv") if row["type"] == "person"]
    by_entity = collections.defaultdict(list)
    for place, row in enumerate(rows):
        by_entity[f"{row['list']}:{row['id']}"].append(place)
    matcher = LogicV2([row["name"] for row in rows])
    texts = [spelling.sorted_words(romanize(row["name"])) for row in rows]
    right = {row["id"]: row["right"].split(",") for row in read(options.folder, "truth.tsv")}
    wanted = options.scripts.split(",")
    with open(os.path.join(options.folder, f"logic-v2{options.suffix}.csv"), "w", encoding="utf-8", newline="") as handle:
        output = csv.writer(handle)
        output.writerow(["kind", "query_id", "entity_id", "score"])
        for kind in ("asked", "customers"):
            queries = [q for q in read(options.folder, f"{kind}.tsv") if q["id"][:4] in wanted]
            if kind == "customers":
                queries = [q for q in queries if int(q["id"].split("-")[1]) < options.customers]
            for start in range(0, len(queries), 200):
                block = queries[start : start + 200]
                candidates = nearest([spelling.sorted_words(romanize(q["name"])) for q in block], texts)
                for query, places in zip(block, map(set, candidates)):
                    if kind == "asked":
                        places |= {place for e in right[query["id"]] for place in by_entity[e]}
                    asked, best = matcher.entity("query " + query["id"], query["name"]), {}
                    for place in places:
                        name = f"{rows[place]['list']}:{rows[place]['id']}"
                        best[name] = max(best.get(name, 0), matcher.score(asked, place))
                    for name, score in sorted(best.items()):
                        output.writerow([kind, query["id"], name, f"{score:.4f}"])
                handle.flush()


def frontier(right, found, innocent):
    """Shares found at alert rates of at most 0.1, 0.5 and 1 %: `found` and `innocent` hold the scores by query."""
    best = sorted((max(innocent.get(query, {"": 0}).values(), default=0) for query in innocent), reverse=True)
    shares = []
    for budget in (0.1, 0.5, 1):
        edge = best[int(len(best) * budget / 100)] + 1e-6
        hit = sum(max((found.get(query, {}).get(e, 0) for e in entities), default=0) >= edge for query, entities in right.items())
        shares.append(100 * hit / len(right))
    return shares


def table(options):
    truth = {row["id"]: row["right"].split(",") for row in read(options.folder, "truth.tsv")}
    people = [row["id"] for row in read(options.folder, "customers.tsv")]
    scores = collections.defaultdict(lambda: collections.defaultdict(dict))
    for kind in ("asked", "customers"):
        for row in read(options.folder, f"{kind}.csv"):
            if row["type"] == "person":
                known = scores["NameScreen", kind][row["query_id"]]
                known[row["entity_id"]] = max(float(row["score"]), known.get(row["entity_id"], 0))
    for name in sorted(os.listdir(options.folder)):
        if name.startswith("logic-v2") and name.endswith(".csv"):
            for row in read(options.folder, name):
                scores["logic-v2", row["kind"]][row["query_id"]][row["entity_id"]] = float(row["score"])
    print("| script | asked | customers | engine | found at alerts <= 0.1 % | <= 0.5 % | <= 1 % |")
    for script in SCRIPTS:
        right = {query: entities for query, entities in truth.items() if query.startswith(script)}
        for engine in ("NameScreen", "logic-v2"):
            found, innocent = scores[engine, "asked"], scores[engine, "customers"]
            drawn = {q: innocent.get(q, {}) for q in people if q.startswith(script) and (engine == "NameScreen" or q in innocent)}
            if drawn and any(q in found for q in right):
                shares = frontier(right, found, drawn)
                print(f"| {script} | {len(right)} | {len(drawn)} | {engine} | " + " | ".join(f"{s:.1f} %" for s in shares) + " |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("make")
    command.add_argument("data")
    command.add_argument("folder")
    command.add_argument("--list", required=True, help="the folder with the list.tsv that the names are added to")
    command.set_defaults(run=make)
    command = commands.add_parser("logic-v2")
    command.add_argument("folder")
    command.add_argument("--scripts", default=",".join(SCRIPTS))
    command.add_argument("--customers", type=int, default=3000, help="at most so many customers a script")
    command.add_argument("--suffix", default="", help="of the file that is written, for runs side by side")
    command.set_defaults(run=logic_v2)
    command = commands.add_parser("table")
    command.add_argument("folder")
    command.set_defaults(run=table)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
