"""Recall and alerts of an engine's answers on the development set."""
import os
import random

import tables

# A set of queries: the list they are asked of, and the innocent customers whose alerts it is set against.
SETS = {"positive": ("list.tsv", "negative"), "alias": ("list_alias.tsv", "negative"), "cyr": ("list_cyr.tsv", "ru")}
INNOCENTS = {"negative": "list.tsv", "ru": "list_cyr.tsv"}
# Engines that would take hours are asked for so many of each kind.
SAMPLED = {"logic-v2": 400, "namescreen-jaro-winkler": 150, "namescreen-ngram": 400}
BUDGETS = (0.1, 0.5, 1)


def sampled(path, count, folder):
    """The same customers each time, or all of them."""
    rows = tables.read(path)
    if not count or count >= len(rows):
        return path, [row["id"] for row in rows]
    rows = random.Random(5).sample(rows, count)
    made = os.path.join(folder, f"{count}-of-{os.path.basename(path)}")
    tables.write(made, ("id", "name"), [(row["id"], row["name"]) for row in rows])
    return made, [row["id"] for row in rows]


def best_of(answers):
    best = {}
    for query, entity, score, kind in answers:
        if kind == "person":
            found = best.setdefault(query, {})
            found[entity] = max(score, found.get(entity, 0))
    return best


def measure(name, engine_over, development, folder, kind, most=None):
    """By set: asked, share found and innocents alerted at the engine's own cut-off, shares found at rates of alerts.

    `engine_over` makes the engine over a list file; the same list gives the same engine.
    """
    count = min(filter(None, (SAMPLED.get(name), most)), default=None)
    innocent = {}
    for key, path in INNOCENTS.items():
        customers, ids = sampled(os.path.join(development, f"q_{key}.tsv"), count, folder)
        best = best_of(engine_over(os.path.join(development, path)).answers(customers, kind.floor))
        innocent[key] = sorted((max(best.get(i, {"": 0}).values()) for i in ids), reverse=True)
    results = {}
    for key, (path, against) in SETS.items():
        truth = {row["query"]: row["right"].split(",") for row in tables.read(os.path.join(development, f"truth_{key}.tsv"))}
        customers, ids = sampled(os.path.join(development, f"q_{key}.tsv"), count, folder)
        engine = engine_over(os.path.join(development, path))
        options = {"right": {i: truth[i] for i in ids}} if name == "logic-v2" else {}
        best = best_of(engine.answers(customers, kind.floor, **options))
        scores = [max((best.get(i, {}).get(entity, 0) for entity in truth[i]), default=0) for i in ids]
        edges = {budget: innocent[against][int(len(innocent[against]) * budget / 100)] + 1e-6 for budget in BUDGETS}
        results[key] = {
            "asked": len(scores), "found": sum(s >= kind.cutoff - 1e-6 for s in scores),
            "innocents": len(innocent[against]), "alerted": sum(s >= kind.cutoff - 1e-6 for s in innocent[against]),
            "at": {str(budget): sum(s >= edge for s in scores) for budget, edge in edges.items()},
        }
    return results
