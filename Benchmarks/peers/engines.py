"""The engines that are compared, each behind the same few calls.

Every text engine is given names that ICU has romanized, which none of them does by itself and which is not counted. What
counts is processor time from the customers' names to their hits. An engine runs in a process of its own (`Peer`) that builds its
index once and is then asked in turn with the others.
"""
import atexit, json, os, resource, signal, subprocess, sys, tempfile, time

import tables

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
RELEASE = os.path.join(ROOT, ".build", "release")


def children_seconds(run):
    """Processor time of the processes that a call starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


class Kind:
    """What is known of an engine: the cut-off that counts, a lower one to draw its curve from, how many customers it is timed on
    against 35,000 names (all where there is no number), and the largest list that it is asked about."""

    def __init__(self, title, cutoff, floor, sample, most_names=None):
        self.title, self.cutoff, self.floor, self.sample, self.most_names = title, cutoff, floor, sample, most_names


OURS = {
    "namescreen": Kind("NameScreen", 0.82, 0.62, None),
    "namescreen-jaro-winkler": Kind("NameScreen `--algorithm jaro-winkler`", 0.85, 0.80, None, 100_000),
    "namescreen-ngram": Kind("NameScreen `--algorithm ngram`", 0.70, 0.50, None, 100_000),
}
EXACT = {"exact-join": Kind("exact join of normalised names", 1, 1, None)}
PEERS = {
    "rapidfuzz-jaro-winkler": Kind("rapidfuzz, Jaro-Winkler, `cdist`", 0.85, 0.75, 2000),
    "rapidfuzz-token-sort": Kind("rapidfuzz, token_sort_ratio, `cdist`", 0.80, 0.60, 2000),
    "simstring": Kind("simstring-rust, 3-grams, cosine", 0.70, 0.50, 10_000),
    "tf-idf": Kind("sparse_dot_topn, TF-IDF, 3-grams", 0.70, 0.50, 10_000),
    "pg_trgm": Kind("pg_trgm, GIN index", 0.45, 0.30, 1000),
    "logic-v2": Kind("logic-v2, 50 candidates each", 0.70, 0.30, 30, 35_000),
}
ALL = OURS | EXACT | PEERS


# MARK: NameScreen and the exact join, as whole processes


class NameScreen:
    """A process that opens a compiled index and writes its hits, on one thread unless told otherwise."""

    def __init__(self, name, folder):
        self.algorithm = {"namescreen": "names"}.get(name, name.removeprefix("namescreen-"))
        self.name, self.folder = name, folder
        self.index = None

    def build(self, path):
        self.index = os.path.join(self.folder, os.path.basename(path) + ".index")
        if os.path.exists(self.index):
            return 0
        return children_seconds(lambda: self.call(["index", path, "--output", self.index]))

    def call(self, arguments):
        subprocess.run([os.path.join(RELEASE, "namescreen"), *arguments, "--quiet"], check=True, stderr=subprocess.DEVNULL)

    def screen(self, customers, hits, cutoff=None, threads=1):
        arguments = ["screen", customers, "--index", self.index, "--threads", str(threads), "--format", "csv", "--output", hits,
                     "--skip-bad-rows", "--algorithm", self.algorithm, "--ungrouped"]
        return arguments + ["--cutoff", str(ALL[self.name].cutoff if cutoff is None else cutoff)]

    def seconds(self, customers):
        with tempfile.NamedTemporaryFile(suffix=".csv", dir=self.folder) as hits:
            return children_seconds(lambda: self.call(self.screen(customers, hits.name)))

    def answers(self, customers, cutoff):
        with tempfile.NamedTemporaryFile(suffix=".csv", dir=self.folder) as hits:
            self.call(self.screen(customers, hits.name, cutoff))
            return [(row["query_id"], row["entity_id"], float(row["score"]), row["type"]) for row in tables.read(hits.name)]


class ExactJoin:
    def __init__(self, name, folder):
        self.list = None

    def build(self, path):
        self.list = path
        return 0

    def call(self, customers, output):
        subprocess.run(
            [os.path.join(RELEASE, "exact-join-benchmark"), self.list, customers], check=True, stdout=output, stderr=subprocess.DEVNULL)

    def seconds(self, customers):
        with tempfile.TemporaryFile() as hits:
            return children_seconds(lambda: self.call(customers, hits))

    def answers(self, customers, cutoff):
        with tempfile.NamedTemporaryFile(suffix=".csv") as hits:
            self.call(customers, hits)
            return [(row["query_id"], row["entity_id"], 1.0, row["type"]) for row in tables.read(hits.name)]


# MARK: Peers, each in a process of its own


class RapidFuzz:
    def __init__(self, names, scorer, whole):
        self.names, self.scorer, self.whole = names, scorer, whole

    def answers(self, queries, cutoff, seconds):
        """Places of queries and names with their scores; what counts as the engine's work is run by `seconds`."""
        from rapidfuzz import process

        found = []
        block = max(1, 20_000_000 // len(self.names))
        for first in range(0, len(queries), block):
            def score():
                scores = process.cdist(
                    queries[first : first + block], self.names, scorer=self.scorer, score_cutoff=cutoff * self.whole, workers=1)
                return scores, scores.nonzero()

            scores, (rows, columns) = seconds(score)
            found += [(first + int(q), int(n), float(scores[q, n]) / self.whole) for q, n in zip(rows, columns)]
        return found


def rapidfuzz_jaro_winkler(names):
    from rapidfuzz.distance import JaroWinkler

    return RapidFuzz(names, JaroWinkler.similarity, 1)


def rapidfuzz_token_sort(names):
    from rapidfuzz import fuzz

    return RapidFuzz(names, fuzz.token_sort_ratio, 100)


class SimString:
    def __init__(self, names):
        from simstring_rust.database import HashDb
        from simstring_rust.extractors import CharacterNgrams
        from simstring_rust.measures import Cosine
        from simstring_rust.searcher import Searcher

        database = HashDb(CharacterNgrams(3, "$"))
        self.places = {}
        for place, name in enumerate(names):
            self.places.setdefault(name, []).append(place)
        for name in self.places:
            database.insert(name)
        self.searcher = Searcher(database, Cosine())

    def answers(self, queries, cutoff, seconds):
        answers = seconds(lambda: [self.searcher.ranked_search(query, cutoff) for query in queries])
        return [(q, n, score) for q, hits in enumerate(answers) for text, score in hits for n in self.places[text]]


class TermWeights:
    def __init__(self, names):
        import numpy
        from sklearn.feature_extraction.text import TfidfVectorizer

        self.vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(3, 3), lowercase=False, dtype=numpy.float32)
        self.names = self.vectorizer.fit_transform(names).T.tocsr()

    def answers(self, queries, cutoff, seconds):
        from sparse_dot_topn import sp_matmul_topn

        product = seconds(
            lambda: sp_matmul_topn(self.vectorizer.transform(queries), self.names, top_n=100, threshold=cutoff, n_threads=1)).tocoo()
        return [(int(q), int(n), float(score)) for q, n, score in zip(product.row, product.col, product.data)]


class Trigrams:
    """PostgreSQL; the processor time is that of the server's process."""

    def __init__(self, names):
        import contextlib, postgres, psycopg

        self.stack = contextlib.ExitStack()
        self.connection = psycopg.connect(self.stack.enter_context(postgres.throw_away_cluster()), autocommit=True)
        self.run("CREATE EXTENSION pg_trgm")
        self.run("CREATE TABLE names (place int, name text)")
        self.copy("names", names)
        self.run("CREATE INDEX ON names USING gin (name gin_trgm_ops)")
        self.run("VACUUM ANALYZE names")
        self.process = self.run("SELECT pg_backend_pid()").fetchone()[0]

    def run(self, sql):
        return self.connection.execute(sql)

    def copy(self, table, texts):
        with self.connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
            for row in enumerate(texts):
                copy.write_row(row)

    def server_seconds(self):
        with open(f"/proc/{self.process}/stat") as handle:
            fields = handle.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def answers(self, queries, cutoff, seconds):
        self.run("DROP TABLE IF EXISTS queries")
        self.run("CREATE TEMP TABLE queries (place int, name text)")
        self.copy("queries", queries)
        self.run("ANALYZE queries")
        self.run(f"SET pg_trgm.similarity_threshold = {cutoff}")
        return seconds(
            lambda: self.run(
                "SELECT q.place, n.place, similarity(n.name, q.name) FROM queries q JOIN names n ON n.name % q.name").fetchall(),
            self.server_seconds)

    def close(self):
        self.connection.close()
        self.stack.close()


class LogicV2Engine:
    """Only the comparing counts: the candidates, fifty a customer, are given."""

    def __init__(self, names):
        from logic_v2 import LogicV2
        import names as spelling

        self.matcher = LogicV2(names)
        romanize = spelling.romanizer()
        self.prepare = lambda name: spelling.sorted_words(romanize(name))
        self.texts = [self.prepare(name) for name in names]
        # Its tables are read when they are first needed.
        self.matcher.score(self.matcher.entity("query", "Иван Петров, Ahmad bin Ali"), 0)

    def answers(self, queries, cutoff, seconds, right=None):
        from logic_v2 import nearest

        candidates = nearest([self.prepare(query) for query in queries], self.texts)
        # So that its recall is not that of the candidates.
        candidates = [sorted(set(places) | set(more)) for places, more in zip(candidates, right or [[]] * len(queries))]
        for places in candidates:
            for place in places:
                self.matcher.listed_entity(place)

        def compare():
            found = []
            for q, places in enumerate(candidates):
                asked = self.matcher.entity(f"query {q}", queries[q])
                found += [(q, n, self.matcher.score(asked, n)) for n in places]
            return found

        return [hit for hit in seconds(compare) if hit[2] >= cutoff]


MAKERS = {
    "rapidfuzz-jaro-winkler": rapidfuzz_jaro_winkler, "rapidfuzz-token-sort": rapidfuzz_token_sort, "simstring": SimString,
    "tf-idf": TermWeights, "pg_trgm": Trigrams, "logic-v2": LogicV2Engine,
}


class Peer:
    """The other end of `serve`."""

    def __init__(self, name, folder):
        self.name = name
        self.process = None

    def build(self, path):
        self.process = subprocess.Popen(
            [sys.executable, os.path.abspath(__file__), self.name, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return json.loads(self.process.stdout.readline())["seconds"]

    def ask(self, **question):
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.name} ended")
        return json.loads(line)

    def seconds(self, customers):
        return self.ask(customers=customers, cutoff=ALL[self.name].cutoff)["seconds"]

    def answers(self, customers, cutoff, right=None):
        return self.ask(customers=customers, cutoff=cutoff, answers=True, right=right)["answers"]

    def close(self):
        if self.process:
            self.process.stdin.close()
            self.process.wait()


def serve(name, path):
    """Builds an engine over a list and answers questions from standard input, a line each."""
    import names as spelling

    # So that what an engine started ends with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    output, sys.stdout = sys.stdout, sys.stderr
    romanize = (lambda text: text) if name == "logic-v2" else spelling.romanizer()
    rows = tables.read(path)
    entities = [f"{row['list']}:{row['id']}" for row in rows]
    texts = [romanize(row["name"]) for row in rows]
    start = time.process_time()
    engine = MAKERS[name](texts)
    if hasattr(engine, "close"):
        atexit.register(engine.close)
    print(json.dumps({"seconds": time.process_time() - start}), file=output, flush=True)
    for line in sys.stdin:
        question = json.loads(line)
        customers = tables.read(question["customers"])
        queries = [romanize(row["name"]) for row in customers]
        spent = 0

        def seconds(work, clock=time.process_time):
            nonlocal spent
            start = clock()
            result = work()
            spent += clock() - start
            return result

        options = {}
        if name == "logic-v2" and question.get("right"):
            by_entity = {}
            for place, entity in enumerate(entities):
                by_entity.setdefault(entity, []).append(place)
            options["right"] = [
                [place for entity in question["right"].get(row["id"], []) for place in by_entity.get(entity, [])] for row in customers]
        hits = engine.answers(queries, question["cutoff"], seconds, **options)
        reply = {"seconds": spent}
        if question.get("answers"):
            best = {}
            for q, n, score in hits:
                key = (customers[q]["id"], entities[n], rows[n]["type"])
                best[key] = max(best.get(key, 0), score)
            reply["answers"] = [(q, entity, score, kind) for (q, entity, kind), score in best.items()]
        print(json.dumps(reply), file=output, flush=True)


def make(name, folder):
    return (NameScreen if name in OURS else ExactJoin if name in EXACT else Peer)(name, folder)


if __name__ == "__main__":
    serve(*sys.argv[1:])
