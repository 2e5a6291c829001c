#!/bin/bash
# Measures what a change of lists costs, against re-screening every customer and against full screenings, in one run on one
# thread, and proves that the alerts are equal; ends with status 1 where they are not.
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
  awk '{ print $1 + $2 }' spent >"seconds of $name"
  awk -v n="$name" '{ printf "%-28s %8.2f s\n", n, $1 }' "seconds of $name"
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
paste "seconds of rescreen the base" "seconds of rescreen an empty base" "seconds of rescreen the file" \
  "seconds of screen against the old" "seconds of screen against the new" | awk '{
    delta = $1 - $2
    printf "%-28s %8.2f s after opening\n", "the change of lists", delta
    printf "%-28s %8.1f times the change, one index; %.1f both; %.1f the file\n", "a full screening", $5 / delta, ($4 + $5) / delta, $3 / delta
  }'
cmp base.csv file.csv
echo "alerts of the base and of the file are equal: $(($(wc -l <base.csv) - 1))"
"$namescreen" lists diff old.index new.index --format csv >changes.csv
# New and withdrawn alerts are those that one of the full screenings has alone.
pairs() { tail -n +2 "$1" | cut -d, -f1,2 | sort; }
comm -13 <(pairs before.csv) <(pairs after.csv) >new.pairs
comm -23 <(pairs before.csv) <(pairs after.csv) >gone.pairs
# Changed ones are those that both have, of a designation that changed.
comm -12 <(pairs before.csv) <(pairs after.csv) | awk -F, 'NR == FNR { changed[$0] = 1; next } $2 in changed' \
  <(grep '^changed,' changes.csv | cut -d, -f2 | sort -u) - >changed.pairs
alerts() { grep ",$1," base.csv | cut -d, -f1,2 | sort; }
cmp new.pairs <(alerts new)
cmp gone.pairs <(alerts withdrawn)
cmp changed.pairs <(alerts changed)
echo "they are those in which the full screenings differ: $(wc -l <new.pairs) new, $(wc -l <gone.pairs) withdrawn, $(wc -l <changed.pairs) changed"
