"""Lists and customers to measure on: the development set where its data is at hand, generated ones where it is not."""
import csv, gzip, os, re, subprocess, sys

import tables
from engines import RELEASE, ROOT


def shared_folder():
    """The folder of real lists and names, or None."""
    folder = os.environ.get("NAMESCREEN_SHARED", os.path.join(ROOT, "..", "shared"))
    return folder if os.path.exists(os.path.join(folder, "measure", "make_development_set.py")) else None


def generate(path, *arguments):
    if not os.path.exists(path):
        with open(path + ".partial", "w") as handle:
            subprocess.run([os.path.join(RELEASE, "large-list-generator"), *map(str, arguments)], check=True, stdout=handle)
        os.rename(path + ".partial", path)
    return path


def generated_list(folder, names):
    return generate(os.path.join(folder, f"generated-{names}.tsv"), "list", names)


def generated_customers(folder, count, names=0, population="world"):
    listed = ["--listed", 0.01, "--names", names] if names else []
    return generate(
        os.path.join(folder, f"customers-{population}-{count}-{names}.tsv"), "customers", count, "--population", population, *listed)


def names_of(path):
    return [row["name"] for row in tables.read(path)]


def unseen(names, count):
    """Of the names, in their order, those that have no word in common with one before."""
    seen, kept = set(), []
    for name in names:
        words = set(re.findall(r"\w+", name.casefold()))
        if words and not words & seen:
            seen |= words
            kept.append(name)
            if len(kept) == count:
                break
    return kept


def write_customers(path, names):
    tables.write(path, ("id", "name"), [(f"C{number}", name) for number, name in enumerate(names, 1)])
    return path


# How often a name of the customers comes whose names repeat.
REPEATS = 10


class Workload:
    def __init__(self, key, title, list_path, customers):
        self.key, self.title, self.list, self.customers = key, title, list_path, customers


def development_set(folder, shared):
    made = os.path.join(folder, "development")
    if not os.path.exists(os.path.join(made, "pairs.tsv")):
        subprocess.run(
            [sys.executable, os.path.join(shared, "measure", "make_development_set.py"), made], check=True, stdout=subprocess.DEVNULL)
    return made


def make(folder, small):
    """The workloads, and the folder of the development set or None."""
    shared = shared_folder()
    many, few = (5_000, 2_000) if small else (50_000, 10_000)
    if shared:
        made = development_set(folder, shared)
        base = os.path.join(made, "list.tsv")
        data = os.path.join(shared, "data")
        with gzip.open(os.path.join(data, "derived/ordinary_ru.dev.tsv.gz"), "rt", encoding="utf-8", newline="") as handle:
            russians = [
                row["query_native" if number % 2 else "query_latin"]
                for number, row in enumerate(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))]
        others = []
        for origin in ("global", "us"):
            with gzip.open(os.path.join(data, f"bench_yente/negatives_{origin}.csv.gz"), "rt", encoding="utf-8", newline="") as handle:
                others += [re.sub(r"\s+", " ", row["full_name"]).strip() for row in csv.DictReader(handle)]
        ordinary = names_of(os.path.join(made, "q_negative.tsv"))[:few]
    else:
        made = None
        base = generated_list(folder, 35_000)
        russians = names_of(generated_customers(folder, 50_000, population="russian"))
        others = names_of(generated_customers(folder, 50_000))
        ordinary = others[:few]
    mixed = russians[:many] + others[:many]
    names = f"{sum(1 for _ in open(base, encoding='utf-8')) - 1:,} names"
    workloads = [
        Workload("mixed", f"{many:,} ordinary Russians and {many:,} others, {names}", base,
                 write_customers(os.path.join(folder, f"mixed-{many}.tsv"), mixed)),
        Workload("ordinary", f"{few:,} customers of the world, {names}", base,
                 write_customers(os.path.join(folder, f"ordinary-{few}.tsv"), ordinary)),
        Workload("repeated", f"these {REPEATS} times, {names}", base,
                 write_customers(os.path.join(folder, f"repeated-{few}.tsv"), REPEATS * ordinary)),
        Workload("unseen", f"customers of whose words none came before, {names}", base,
                 write_customers(os.path.join(folder, f"unseen-{few}.tsv"), unseen(others + russians, few))),
    ]
    large = 100_000 if small else 1_000_000
    workloads.append(
        Workload("large", f"{large:,} generated names, {few:,} customers of the world", generated_list(folder, large),
                 generated_customers(folder, few, large)))
    return workloads, made
