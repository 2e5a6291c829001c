"""Two plots of a comparison, as SVG whose text is text."""
import os

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams.update({
    "svg.fonttype": "none", "svg.hashsalt": "NameScreen", "font.family": "sans-serif", "font.size": 10, "axes.spines.top": False,
    "axes.spines.right": False, "axes.grid": True, "grid.alpha": 0.25})
import matplotlib.pyplot as pyplot

import engines

# Of Okabe and Ito, whom everybody can tell apart.
COLOURS = {
    "namescreen": "#d55e00", "namescreen-jaro-winkler": "#e69f00", "namescreen-ngram": "#cc79a7", "exact-join": "#999999",
    "rapidfuzz-jaro-winkler": "#0072b2", "rapidfuzz-token-sort": "#56b4e9", "simstring": "#009e73", "tf-idf": "#8c6d1f",
    "pg_trgm": "#332288", "logic-v2": "#000000"}


def title(name):
    return engines.ALL[name].title.replace("`", "")


def save(figure, folder, name):
    figure.savefig(os.path.join(folder, name), metadata={"Date": None}, bbox_inches="tight")
    pyplot.close(figure)


def by_size(results, folder):
    figure, axes = pyplot.subplots(figsize=(8.5, 5))
    sizes = sorted(map(int, results["sizes"]))
    for name in results["engines"]:
        known = [(size, results["sizes"][str(size)][name][0]) for size in sizes if name in results["sizes"][str(size)]]
        if known:
            axes.plot(
                *zip(*known), marker="o", color=COLOURS[name], label=title(name), linewidth=2.5 if name == "namescreen" else 1.4,
                linestyle="--" if name == "exact-join" else "-")
    axes.set(xscale="log", yscale="log", xlabel="names on the list", ylabel="customers a second, one thread")
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.minorticks_off()
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    save(figure, folder, "customers-by-list-size.svg")


def recall_by_speed(results, folder):
    figure, axes = pyplot.subplots(figsize=(8.5, 5))
    key = results["workloads"][0]["key"]
    for name in results["engines"]:
        speed, sets = results["speed"].get(key, {}).get(name), results["recall"].get(name)
        if not speed or not sets:
            continue
        found = 100 * sum(s["at"]["0.5"] for s in sets.values()) / sum(s["asked"] for s in sets.values())
        axes.plot(
            speed[0], found, marker="o", markersize=12 if name == "namescreen" else 8, color=COLOURS[name], linestyle="", label=title(name))
    axes.set(xscale="log", ylim=(0, 105), xlabel="customers a second, one thread",
             ylabel="designated people found, %\nwhere at most 0.5 % of innocent customers alert")
    axes.margins(x=0.1)
    axes.legend(frameon=False, loc="center left", bbox_to_anchor=(1, 0.5))
    save(figure, folder, "recall-by-speed.svg")


def draw(results, folder):
    if results["sizes"]:
        by_size(results, folder)
    if results["speed"] and results["recall"]:
        recall_by_speed(results, folder)
