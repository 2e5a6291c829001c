"""Answers of two peers to the queries of the recall laboratory, for `namescreen recall --against`.

    namescreen recall --list LIST... --queries 4000 --exact 0 --ordinary 4000 --emit-queries QUERIES
    python3 recall_answers.py rapidfuzz QUERIES rapidfuzz_token_sort.csv
    python3 recall_answers.py pg_trgm QUERIES pg_trgm.csv [--database "host=/tmp dbname=postgres"]
    namescreen recall --list LIST... --queries 4000 --exact 0 --ordinary 4000 \\
      --against rapidfuzz_token_sort.csv --against pg_trgm.csv --output REPORT

rapidfuzz: the ratio of case-folded names with their words sorted (its token_sort_ratio), from 70 on. pg_trgm: PostgreSQL's word trigrams, similarity from 0.45 on, by its GIN index.
Both see every name of the list and every query as text; each answers with its best twenty designations and its own score.
Needs rapidfuzz and numpy, or psql and PostgreSQL's server programs, which make a throw-away cluster where no database is named.
"""
import argparse, contextlib, csv, os, subprocess

import postgres
from tables import read


def rapidfuzz(names, queries, output):
    from rapidfuzz import fuzz, process

    def sorted_words(name):
        return " ".join(sorted(name.casefold().replace(",", " ").split()))

    texts = [sorted_words(row["name"]) for row in names]
    for start in range(0, len(queries), 200):
        block = queries[start : start + 200]
        scores = process.cdist(
            [sorted_words(row["name"]) for row in block], texts, scorer=fuzz.ratio, score_cutoff=70, workers=-1, dtype="uint8")
        for row, line in zip(block, scores):
            best = {}
            for place in line.nonzero()[0]:
                entity = names[place]["entity_id"]
                best[entity] = max(best.get(entity, 0), int(line[place]))
            for entity, score in sorted(best.items(), key=lambda item: (-item[1], item[0]))[:20]:
                output.writerow([row["id"], entity, score / 100])


def pg_trgm(folder, database, path):
    sql = f"""
    \\set QUIET on
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE TEMP TABLE names (entity_id text, list text, type text, quality text, name text);
    \\copy names FROM '{os.path.join(folder, "names.csv")}' CSV HEADER
    CREATE TEMP TABLE queries (id text, name text, type text, dob text, country text, gender text);
    \\copy queries FROM '{os.path.join(folder, "queries.csv")}' CSV HEADER
    CREATE INDEX ON names USING gin (name gin_trgm_ops);
    ANALYZE names; ANALYZE queries;
    SET pg_trgm.similarity_threshold = 0.45;
    CREATE TEMP TABLE answers AS
      SELECT query_id, entity_id, score FROM (
        SELECT q.id AS query_id, n.entity_id, max(similarity(n.name, q.name)) AS score,
          row_number() OVER (PARTITION BY q.id ORDER BY max(similarity(n.name, q.name)) DESC, n.entity_id) AS place
        FROM queries q JOIN names n ON n.name % q.name GROUP BY q.id, n.entity_id) ranked
      WHERE place <= 20;
    \\copy answers TO '{path}' CSV HEADER
    """
    script = "\n".join(line.strip() for line in sql.splitlines())
    subprocess.run(["psql", database, "-v", "ON_ERROR_STOP=1"], input=script, text=True, check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peer", choices=["rapidfuzz", "pg_trgm"])
    parser.add_argument("queries", help="the folder that --emit-queries wrote")
    parser.add_argument("output")
    parser.add_argument("--database", help="one that may make extensions")
    options = parser.parse_args()
    if options.peer == "pg_trgm":
        with contextlib.nullcontext(options.database) if options.database else postgres.throw_away_cluster() as database:
            return pg_trgm(os.path.abspath(options.queries), database, os.path.abspath(options.output))
    names = read(os.path.join(options.queries, "names.csv"))
    queries = read(os.path.join(options.queries, "queries.csv"))
    with open(options.output, "w", encoding="utf-8", newline="") as handle:
        output = csv.writer(handle)
        output.writerow(["query_id", "entity_id", "score"])
        rapidfuzz(names, queries, output)


if __name__ == "__main__":
    main()
