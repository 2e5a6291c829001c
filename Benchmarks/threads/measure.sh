#!/bin/bash
# How much faster two threads are than one, by elapsed time, and that their outputs are equal:
#
#   Benchmarks/threads/measure.sh .build/release/namescreen INDEX CUSTOMERS [ROUNDS]
#
# Beside each pair stand the processor seconds: where they grow with the threads, the threads stand in each other's way; where
# elapsed seconds exceed them, other processes did.
set -euo pipefail
namescreen=$1 index=$2 customers=$3 rounds=${4:-5}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

screen() {
  local TIMEFORMAT='%R %U %S'
  { time "$namescreen" screen "$customers" --index "$index" --threads "$1" --format csv --output "$folder/$1.csv" \
    --quiet --skip-bad-rows 2>/dev/null; } 2>"$folder/spent"
  awk '{ print $1, $2 + $3 }' "$folder/spent"
}

for ((round = 1; round <= rounds; round++)); do
  read -r one one_spent < <(screen 1)
  read -r two two_spent < <(screen 2)
  cmp "$folder/1.csv" "$folder/2.csv"
  load=$(cut -d' ' -f1 /proc/loadavg)
  awk -v a="$one" -v b="$two" -v x="$one_spent" -v y="$two_spent" -v l="$load" 'BEGIN {
    printf "1 thread %.2f s (%.2f of a processor), 2 threads %.2f s (%.2f): %.2f times, load %s\n", a, x, b, y, a / b, l }'
  awk -v a="$one" -v b="$two" 'BEGIN { print a / b }' >>"$folder/ratios"
done
sort -n "$folder/ratios" | awk '{ r[NR] = $1 } END { printf "median %.2f times, best %.2f, equal output\n", r[int((NR + 1) / 2)], r[NR] }'
