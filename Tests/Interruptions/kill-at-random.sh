#!/bin/bash
# Kills `screen --resume`, `rescreen --resume`, `decide`, `index`, the changes of a base of customers and the appending to an
# audit log with SIGKILL at random moments, and proves that nothing is lost, nothing is double and every file is whole.
#
#   Tests/Interruptions/kill-at-random.sh .build/release/namescreen 50
set -euo pipefail
namescreen=$(realpath "$1")
moments=${2:-50}
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

fail() { echo "FAILED: $*" >&2; exit 1; }

# Runs a command and kills it after a random part of $1 seconds; true when it ended before.
killed_within() {
  local most=$1
  shift
  "$@" >>out 2>>err &
  local process=$!
  sleep "$(awk -v r=$RANDOM -v m="$most" 'BEGIN { printf "%.4f", r / 32768 * m }')"
  kill -9 "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null
}

seconds_of() {
  local start end
  start=$(date +%s.%N)
  "$@" >/dev/null 2>&1 || true
  end=$(date +%s.%N)
  awk -v a="$start" -v b="$end" 'BEGIN { print b - a }'
}

# Customers: the sample over and over, with rows that cannot be screened among them.
head -1 "$root/corpora/customers/sample.csv" >customers.csv
for round in $(seq 1 "${ROUNDS:-300}"); do
  tail -n +2 "$root/corpora/customers/sample.csv" | sed "s/^/$round-/"
  echo "too,few"
done >>customers.csv
cp "$root/corpora/designations/embedded.jsonl" new.jsonl
awk 'NR % 3 != 0' new.jsonl | sed 's/"gender":"male"/"gender":"female"/' >old.jsonl
"$namescreen" index old.jsonl --output old.index --quiet
"$namescreen" index new.jsonl --output new.index --quiet

# resumed NAME COMMAND...: until it ends by itself, over and over; the output must be that of a whole run.
resumed() {
  local name=$1 kills=0 parts=0
  shift
  rm -f whole.jsonl whole-errors
  local whole
  whole=$(seconds_of "$@" --output whole.jsonl --errors whole-errors --quiet)
  [ -s whole.jsonl ] || fail "$name: the whole run found nothing"
  while [ "$kills" -lt "$moments" ]; do
    rm -f hits.jsonl errors audit.jsonl
    while ! killed_within "$(awk -v w="$whole" 'BEGIN { print w * 0.6 + 0.02 }')" \
      "$@" --output hits.jsonl --errors errors --audit audit.jsonl --resume --checkpoint-interval 0.01 --skip-bad-rows; do
      kills=$((kills + 1))
      [ -e hits.jsonl ] && { cmp whole.jsonl hits.jsonl || fail "$name: half an output"; }
      [ "$kills" -lt $((moments * 20)) ] || fail "$name does not come to an end"
    done
    parts=$((parts + 1))
    cmp whole.jsonl hits.jsonl || fail "$name: another output"
    cmp whole-errors errors || fail "$name: other errors"
    "$namescreen" audit verify audit.jsonl >verified || fail "$name: a damaged audit log"
    # A run killed between its record and its output may be recorded by its next part, which runs from the start.
    [ "$(ls | grep -c partial)" = 0 ] || fail "$name: $(ls | grep partial) left behind"
  done
  echo "$name: killed at $kills moments in $parts runs, every output equal"
}
resumed screen "$namescreen" screen customers.csv --index new.index
resumed rescreen "$namescreen" rescreen customers.csv --old old.index --new new.index

# Decisions: what was confirmed to its writer is recorded, once.
"$namescreen" screen "$root/corpora/customers/sample.csv" --index new.index --decisions decisions.sqlite --format jsonl \
  --quiet 2>/dev/null >alerts.jsonl
alert=$(head -1 alerts.jsonl | sed 's/.*"alert":"\([0-9a-f]*\)".*/\1/')
most=$(seconds_of "$namescreen" decide 00 --outcome cleared --by K --reason R --decisions decisions.sqlite)
rm -f err
touch err
for moment in $(seq 1 "$moments"); do
  killed_within "$(awk -v m="$most" 'BEGIN { print m * 1.5 }')" \
    "$namescreen" decide "$alert" --outcome cleared --by "K$moment" --reason R --decisions decisions.sqlite || true
done
"$namescreen" decide "$alert" --outcome cleared --by Last --reason R --decisions decisions.sqlite 2>>err
confirmed=$(grep -c '^decision' err)
last=$(tail -1 err | sed 's/decision \([0-9]*\):.*/\1/')
[ "$(grep '^decision' err | sort | uniq -d | wc -l)" = 0 ] || fail "decide: a number twice"
[ "$last" -ge "$confirmed" ] || fail "decide: $confirmed confirmed, $last recorded"
"$namescreen" screen "$root/corpora/customers/sample.csv" --index new.index --decisions decisions.sqlite --format jsonl \
  --quiet 2>told >/dev/null
grep -q '1 suppressed' told || fail "decide: $(cat told)"
echo "decide: killed at $moments moments, $confirmed confirmed, $last recorded"

# Indexes: the old one or the new one, whole.
most=$(seconds_of "$namescreen" index new.jsonl --output other.index --quiet)
cp old.index lists.index
for moment in $(seq 1 "$moments"); do
  source=$([ $((moment % 2)) = 0 ] && echo old || echo new)
  killed_within "$(awk -v m="$most" 'BEGIN { print m * 1.2 }')" \
    "$namescreen" index $source.jsonl --output lists.index --quiet || true
  cmp -s lists.index old.index || cmp -s lists.index new.index || fail "index: neither the old nor the new one"
done
"$namescreen" index new.jsonl --output lists.index --quiet
[ "$(ls | grep -c '^lists\.index\.')" = 0 ] || fail "index: $(ls lists.index.*) stay"
echo "index: killed at $moments moments, always whole"

# A base of customers: who was in it, or who was to be, each once; one of them whose command ended by itself.
# Each change is killed at `moments` moments; what the base then holds is what re-screening it says.
rescreened() { "$namescreen" rescreen "$1" --old old.index --new new.index --format csv --output "$2" --skip-bad-rows 2>told; }
half=$(($(wc -l <customers.csv) / 2))
head -"$half" customers.csv >one.csv
{ head -1 customers.csv; tail -n +$((half + 1)) customers.csv; } >two.csv
ids=$(cut -d, -f1 one.csv | grep -- - | awk 'NR % 3 == 1 && NR <= 1200')
grep -vxFf <(for id in $ids; do grep "^$id," one.csv; done) one.csv >fewer.csv
for name in one two customers fewer; do rescreened $name.csv said-$name.csv; done
changed() {
  local name=$1 before=$2 after=$3 most ended=0 kept=0
  shift 3
  "$namescreen" customers index "$before.csv" --output prepared --skip-bad-rows --quiet 2>/dev/null
  cp prepared base
  for file in prepared.*.segment; do cp "$file" "${file/prepared/base}"; done
  sed -i 's/prepared/base/g' base
  cp base base.saved && mkdir -p saved && cp base.*.segment saved
  most=$(seconds_of "$@")
  for moment in $(seq 1 "$moments"); do
    rm -f base.*.segment
    cp saved/* . && cp base.saved base
    if killed_within "$(awk -v m="$most" 'BEGIN { print m * 1.2 }')" "$@"; then ended=$((ended + 1)) must=1; else must=0; fi
    rescreened base said.csv || fail "customers $name: $(cat told)"
    if cmp -s said.csv "said-$after.csv"; then kept=$((kept + 1)); else
      [ "$must" = 0 ] || fail "customers $name: what was confirmed is lost"
      cmp said.csv "said-$before.csv" || fail "customers $name: neither before nor after"
    fi
  done
  # The next change takes away what the killed ones left.
  "$@" >/dev/null 2>&1
  [ "$(ls base.*.segment | wc -l)" = "$(grep -o '"file"' base | wc -l)" ] || fail "customers $name: $(ls base.*) stay"
  [ "$(ls | grep -c '^base.*\(tmp\|partial\)$')" = 0 ] || fail "customers $name: $(ls base.*) stay"
  rm -rf base base.* saved prepared prepared.*
  echo "customers $name: killed at $moments moments, $ended ended before, $kept were done, always whole"
}
changed index one two "$namescreen" customers index two.csv --output base --skip-bad-rows
changed add one customers "$namescreen" customers add two.csv --to base --skip-bad-rows
changed remove one fewer "$namescreen" customers remove $ids --from base

# An audit log: every record that a run told of, once, and no half of one.
most=$(seconds_of "$namescreen" screen "$root/corpora/customers/sample.csv" --index new.index --output hits.csv --audit log.jsonl)
rm -f err log.jsonl
touch err
for moment in $(seq 1 "$moments"); do
  killed_within "$(awk -v m="$most" 'BEGIN { print m * 1.3 }')" \
    "$namescreen" screen "$root/corpora/customers/sample.csv" --index new.index --output hits.csv --audit log.jsonl || true
done
"$namescreen" screen "$root/corpora/customers/sample.csv" --index new.index --output hits.csv --audit log.jsonl 2>>err
"$namescreen" audit verify log.jsonl >verified || fail "audit: $(cat verified)"
told=$(grep -c '^audit: record' err)
[ "$(sed -n 's/^audit: record \([0-9]*\) .*/\1/p' err | sort | uniq -d | wc -l)" = 0 ] || fail "audit: a number twice"
for hash in $(sed -n 's/^audit: record .* hash //p' err); do
  [ "$(grep -c "\"hash\":\"$hash\"" log.jsonl)" -ge 1 ] || fail "audit: a record is lost"
done
echo "audit: killed at $moments moments, $told records told, $(cut -d' ' -f1 verified) in the log"
