"""NameScreen and what people use today, on the same lists and customers, in turn on one thread, in one run.

    Benchmarks/peers/run.sh [--quick] [--sizes] [--engines NAME,...] [--plots FOLDER]

Prints Markdown: how many times the customers a second NameScreen screens of what each engine does, by workload, and beside
it recall and alerts. Absolute figures of a shared machine mean little. Where the real lists and names of `../shared` (or
NAMESCREEN_SHARED) are absent, the lists and customers are generated and there is no recall.
"""
import argparse, contextlib, datetime, json, os, statistics, tempfile

import numpy
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from scipy.stats import binomtest

import accuracy, engines, postgres, tables, workloads

CONSOLE = Console(stderr=True)


def tell(progress, task, text):
    """What is being done: beside the bar of a terminal, a line each in a log."""
    progress.update(task, description=text)
    if not CONSOLE.is_terminal:
        CONSOLE.print(f"{datetime.datetime.now():%H:%M:%S} {text}", highlight=False)


def sampled(path, count, part, parts, folder):
    """Customers at even distances, so that a mixture stays one; others in each part, so that nobody is remembered."""
    rows = tables.read(path)
    if not count or count * parts >= len(rows):
        return path, len(rows)
    made = os.path.join(folder, f"{part}-{count}-of-{os.path.basename(path)}")
    if not os.path.exists(made):
        places = numpy.linspace(0, len(rows), count * parts, endpoint=False).astype(int)[part::parts]
        tables.write(made, ("id", "name"), [(rows[place]["id"], rows[place]["name"]) for place in places])
    return made, count


def sample_size(kind, names, small):
    """Of how many customers an engine whose time grows with the list needs about a second."""
    if kind.sample is None:
        return None
    return max(5, int(kind.sample * min(1, 35_000 / names) / (4 if small else 1)))


def speeds(names, list_path, customer_files, rounds, folder, small, progress):
    """Customers a second by customer file and engine: the median of the rounds, least and most."""
    size = sum(1 for _ in open(list_path, encoding="utf-8")) - 1
    names = [name for name in names if size <= (engines.ALL[name].most_names or size)]
    measured = {key: {name: [] for name in names} for key in customer_files}
    with contextlib.ExitStack() as stack:
        made = {}
        task = progress.add_task(f"{size:,} names", total=len(names) * (1 + rounds * len(customer_files)))
        for name in names:
            tell(progress, task, f"{size:,} names: {name}, index")
            made[name] = engines.make(name, folder)
            if hasattr(made[name], "close"):
                stack.callback(made[name].close)
            made[name].build(list_path)
            progress.advance(task)
        for turn in range(rounds):
            for key, customers in customer_files.items():
                for name in names:
                    tell(progress, task, f"{size:,} names: {name}, {key}")
                    path, count = sampled(customers, sample_size(engines.ALL[name], size, small), turn, rounds, folder)
                    measured[key][name].append(count / max(1e-9, made[name].seconds(path)))
                    progress.advance(task)
        progress.remove_task(task)
    return {
        key: {name: [statistics.median(values), min(values), max(values)] for name, values in by_name.items()}
        for key, by_name in measured.items()}


def recalls(names, development, folder, most, progress):
    results = {}
    task = progress.add_task("recall", total=len(names))
    for name in names:
        tell(progress, task, f"recall: {name}")
        made = {}

        def over(path):
            if path not in made:
                made[path] = engines.make(name, folder)
                made[path].build(path)
            return made[path]

        results[name] = accuracy.measure(name, over, development, folder, engines.ALL[name], most)
        for engine in made.values():
            if hasattr(engine, "close"):
                engine.close()
        progress.advance(task)
    progress.remove_task(task)
    return results


def interval(found, asked):
    """95 %, by Wilson."""
    bounds = binomtest(found, asked).proportion_ci(method="wilson")
    return f"{100 * bounds.low:.0f} to {100 * bounds.high:.0f}"


def times(ratio):
    return f"{ratio:,.0f}" if ratio >= 20 else f"{ratio:.1f}" if ratio >= 1 else f"{ratio:.2f}"


def speed_table(results):
    speed, kinds = results["speed"], engines.ALL
    yield "| engine | " + " | ".join(w["title"] for w in results["workloads"]) + " |"
    yield "|---|" + "---|" * len(results["workloads"])
    first = [f"{speed[w['key']]['namescreen'][0]:,.0f} a second" for w in results["workloads"]]
    yield "| **NameScreen at 0.82** | " + " | ".join(first) + " |"
    for name in results["engines"]:
        if name == "namescreen":
            continue
        cells = []
        for workload in results["workloads"]:
            theirs, ours = speed[workload["key"]].get(name), speed[workload["key"]]["namescreen"]
            cells.append(f"{times(ours[0] / theirs[0])} times" if theirs else "")
        yield f"| {kinds[name].title} | " + " | ".join(cells) + " |"


def recall_table(results):
    yield "| engine | cut-off | UN names, some mistyped | aliases | Cyrillic | world customers alerted | Russians alerted | at alerts <= 0.5 %: UN / aliases / Cyrillic |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, sets in results["recall"].items():
        kind = engines.ALL[name]
        cells = [f"{100 * s['found'] / s['asked']:.1f} % ({interval(s['found'], s['asked'])})" for s in (sets[k] for k in accuracy.SETS)]
        alerts = [f"{100 * sets[k]['alerted'] / sets[k]['innocents']:.2f} %" for k in ("positive", "cyr")]
        at = " / ".join(f"{100 * sets[k]['at']['0.5'] / sets[k]['asked']:.1f}" for k in accuracy.SETS)
        yield f"| {kind.title} | {kind.cutoff} | " + " | ".join(cells + alerts) + f" | {at} |"


def size_table(results):
    sizes = sorted(map(int, results["sizes"]))
    yield "| engine | " + " | ".join(f"{size:,} names" for size in sizes) + " |"
    yield "|---|" + "---|" * len(sizes)
    for name in results["engines"]:
        cells = [results["sizes"][str(size)].get(name) for size in sizes]
        yield f"| {engines.ALL[name].title} | " + " | ".join(f"{cell[0]:,.0f}" if cell else "" for cell in cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a tenth of the customers, lists up to 100,000 names, one round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--engines", help="only these, and NameScreen; comma-separated: " + ", ".join(engines.ALL))
    parser.add_argument("--without", default="", help="parts to leave out: speed, sizes, recall")
    parser.add_argument("--folder", default=os.path.join(engines.ROOT, ".build-peers", "lists"), help="keeps what is made")
    parser.add_argument("--plots", help="draws both plots there")
    options = parser.parse_args()
    left_out = options.without.split(",")
    names = list(engines.ALL)
    if options.engines:
        names = [name for name in names if name == "namescreen" or name in options.engines.split(",")]
    if "pg_trgm" in names and not postgres.programs():
        CONSOLE.print("PostgreSQL is not installed: without pg_trgm (apt-get install postgresql)")
        names.remove("pg_trgm")
    os.makedirs(options.folder, exist_ok=True)
    rounds = 1 if options.quick else options.rounds
    load = os.getloadavg()
    loads, development = workloads.make(options.folder, options.quick)
    if not development:
        CONSOLE.print("../shared is not at hand: generated lists and customers, and no recall")
    results = {
        "engines": names, "load": load, "workloads": [{"key": w.key, "title": w.title} for w in loads], "speed": {}, "sizes": {},
        "recall": {}, "rounds": rounds}
    with tempfile.TemporaryDirectory() as folder, Progress(
            TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn(), console=CONSOLE) as progress:
        if "speed" not in left_out:
            for list_path in dict.fromkeys(w.list for w in loads):
                files = {w.key: w.customers for w in loads if w.list == list_path}
                results["speed"] |= speeds(names, list_path, files, rounds, folder, options.quick, progress)
        if "sizes" not in left_out:
            for size in (10_000, 35_000, 100_000) if options.quick else (10_000, 35_000, 100_000, 1_000_000):
                customers = workloads.generated_customers(options.folder, 2_000 if options.quick else 10_000, size)
                same = [w.key for w in loads if w.customers == customers and w.key in results["speed"]]
                if same:
                    results["sizes"][str(size)] = results["speed"][same[0]]
                    continue
                found = speeds(
                    names, workloads.generated_list(options.folder, size), {"sizes": customers}, max(1, rounds // 2), folder, options.quick,
                    progress)
                results["sizes"][str(size)] = found["sizes"]
        if development and "recall" not in left_out:
            results["recall"] = recalls(
                [name for name in names], development, folder, 300 if options.quick else None, progress)
    results["load at the end"] = os.getloadavg()
    kept = os.path.join(options.folder, "..", "results.json")
    if os.path.exists(kept):
        with open(kept) as handle:
            before = json.load(handle)
        for part in ("speed", "sizes", "recall"):
            # What was left out this time is shown as it was measured before.
            results[part] = results[part] or before[part] if part in left_out else results[part]
    with open(kept, "w") as handle:
        json.dump(results, handle, indent=1)
    print(f"Load of the machine: {load[0]:.1f} at the beginning, {results['load at the end'][0]:.1f} at the end, {os.cpu_count()} cores.\n")
    for part, table in (("speed", speed_table), ("sizes", size_table), ("recall", recall_table)):
        if results[part]:
            print("\n".join(table(results)) + "\n")
    if options.plots:
        import plots

        os.makedirs(options.plots, exist_ok=True)
        plots.draw(results, options.plots)


if __name__ == "__main__":
    main()
