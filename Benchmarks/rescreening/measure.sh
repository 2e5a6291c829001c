#!/bin/bash
# Measures what a change of lists costs, against re-screening every customer and against full screenings, in one run on one
# thread, and proves that the alerts are equal.
#
#   Benchmarks/rescreening/measure.sh .build/release/namescreen OLD_LIST NEW_LIST CUSTOMERS.csv
set -euo pipefail
namescreen=$(realpath "$1") old=$(realpath "$2") new=$(realpath "$3") customers=$(realpath "$4")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# timed NAME COMMAND...: processor seconds of a command.
timed() {
  local name=$1 TIMEFORMAT='%U %S'
  shift
  { time "$@" 2>told; } 2>spent
  awk -v n="$name" '{ printf "%-28s %8.2f s\n", n, $1 + $2 }' spent
}

"$namescreen" index "$old" --output old.index --quiet
"$namescreen" index "$new" --output new.index --quiet
timed "customers index" "$namescreen" customers index "$customers" --output base --quiet
rows=$(($(wc -l <"$customers") - 1))
awk -v r="$rows" -v b="$(du -bc base base.*segment | tail -1 | cut -f1)" -v t="$(wc -c <"$customers")" \
  'BEGIN { printf "%-28s %8.1f bytes a customer, of which %.1f are the file'"'"'s text\n", "size", b / r, t / r }'
printf 'id,name\n' >nobody.csv
"$namescreen" customers index nobody.csv --output empty --quiet
timed "rescreen an empty base" "$namescreen" rescreen empty --old old.index --new new.index --format csv --output none.csv
timed "rescreen the base" "$namescreen" rescreen base --old old.index --new new.index --format csv --output base.csv
cat told
timed "rescreen the file" "$namescreen" rescreen "$customers" --old old.index --new new.index --format csv --output file.csv --threads 1
timed "screen against the old" "$namescreen" screen "$customers" --index old.index --format csv --output before.csv --threads 1 --ungrouped
timed "screen against the new" "$namescreen" screen "$customers" --index new.index --format csv --output after.csv --threads 1 --ungrouped
cmp base.csv file.csv && echo "alerts of the base and of the file are equal: $(($(wc -l <base.csv) - 1))"
# New and withdrawn alerts are those that one of the full screenings has alone.
pairs() { tail -n +2 "$1" | cut -d, -f1,2 | sort; }
comm -13 <(pairs before.csv) <(pairs after.csv) >new.pairs
comm -23 <(pairs before.csv) <(pairs after.csv) >gone.pairs
cmp new.pairs <(grep ',new,' base.csv | cut -d, -f1,2 | sort) && cmp gone.pairs <(grep ',withdrawn,' base.csv | cut -d, -f1,2 | sort) &&
  echo "new and withdrawn alerts are those of the full screenings: $(wc -l <new.pairs), $(wc -l <gone.pairs)"
