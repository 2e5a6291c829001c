#!/bin/bash
# Measures what decisions cost: a file of customers with 1,000,000 alerts, on which 10,000 decisions were made that suppress
# all of them, screened without and with them, on one thread, in processor time.
#
#   Benchmarks/rescreening/measure_decisions.sh .build/release/namescreen
set -euo pipefail
namescreen=$(realpath "$1")
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

seconds() {
  local TIMEFORMAT='%U %S'
  { time "$@" >/dev/null 2>told; } 2>spent
  awk '{ print $1 + $2 }' spent
}

# 10,000 customers with listed names; who has several alerts is left out, so that each has one.
python3 - "$root" <<'CUSTOMERS' >pool.csv
import csv, json, pathlib, sys
writer = csv.writer(sys.stdout)
writer.writerow(["id", "name"])
names = [name["name"] for line in open(pathlib.Path(sys.argv[1]) / "corpora/designations/embedded.jsonl", encoding="utf-8")
         for name in json.loads(line).get("names", [])]
for number in range(40_000):
    writer.writerow([f"C{number}", names[number % len(names)]])
CUSTOMERS
"$namescreen" screen pool.csv --output pool-hits.csv --quiet --skip-bad-rows
{ echo id,name
  cut -d, -f1 pool-hits.csv | tail -n +2 | uniq -c | awk '$1 == 1 && found++ < 10000 { print $2 }' >single
  awk -F, 'NR == FNR { single[$1] = 1; next } $1 in single' single pool.csv
} >customers.csv
"$namescreen" screen customers.csv --decisions decisions.sqlite --output first.csv --quiet 2>/dev/null
# As `decide` records them, in one transaction.
python3 - <<'DECISIONS'
import sqlite3
with sqlite3.connect("decisions.sqlite") as database:
    database.execute(
        "INSERT INTO decisions (alert, outcome, decided_by, reason, time) "
        "SELECT alert, 'cleared', 'A. Nalyst', 'somebody else', '2026-01-01T00:00:00Z' FROM alerts")
DECISIONS
{ head -1 customers.csv; for _ in $(seq 1 100); do tail -n +2 customers.csv; done; } >all.csv
rows=$(($(wc -l <all.csv) - 1))
without=() with=()
for _ in 1 2 3; do
  without+=("$(seconds "$namescreen" screen all.csv --output hits.csv --threads 1)")
  with+=("$(seconds "$namescreen" screen all.csv --output left.csv --threads 1 --decisions decisions.sqlite)")
done
grep -q "$(printf "%'d" "$rows" | sed 's/[^0-9]/,/g') suppressed\|$rows suppressed" told || grep suppressed told
median() { printf '%s\n' "$@" | sort -n | sed -n 2p; }
awk -v r="$rows" -v a="$(median "${without[@]}")" -v b="$(median "${with[@]}")" -v d="$(($(wc -l <first.csv) - 1))" \
  'BEGIN { printf "%d alerts: %.2f s without decisions, %.2f s with %d that suppress them: %+.1f %%\n", r, a, b, d, (b / a - 1) * 100 }'
