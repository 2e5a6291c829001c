"""OpenSanctions' matcher, which scores one name against another: what finds the candidates is the caller's affair."""
import numpy
from followthemoney import model
from nomenklatura.matching import get_algorithm
from rapidfuzz import fuzz, process


class LogicV2:
    def __init__(self, names):
        self.names = names
        self.algorithm = get_algorithm("logic-v2")
        self.config = self.algorithm.default_config()
        self.listed = {}

    def entity(self, number, name):
        return model.get_proxy({"id": str(number), "schema": "Person", "properties": {"name": [name]}})

    def listed_entity(self, place):
        if place not in self.listed:
            self.listed[place] = self.entity(place, self.names[place])
        return self.listed[place]

    def score(self, asked, place):
        """Of an entity and the listed name at a place."""
        return self.algorithm.compare(asked, self.listed_entity(place), self.config).score


def nearest(queries, names, count=50):
    """For each query the places of the names that are most alike: the ratio of the words in order, which both come in."""
    found = []
    block = max(1, 20_000_000 // max(1, len(names)))
    for start in range(0, len(queries), block):
        scores = process.cdist(queries[start : start + block], names, scorer=fuzz.ratio, dtype="uint8")
        count = min(count, len(names))
        found += [sorted(map(int, line)) for line in numpy.argpartition(scores, -count)[:, -count:]]
    return found
