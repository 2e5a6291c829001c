#!/bin/bash
# Measures the steps of a screening one by one, against a generated list:
#
#   Benchmarks/micro/run.sh [NAMES [OPTION...]]      35000 names, or 1000000; options of `swift package benchmark`
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
names=${1:-35000}
[ $# -gt 0 ] && shift
for product in namescreen large-list-generator; do
  ${SWIFT:-swift} build --configuration release --static-swift-stdlib --product "$product" >&2
done
export NAMESCREEN_BENCHMARK=$root/.build-micro/material/$names
mkdir -p "$NAMESCREEN_BENCHMARK"
.build/release/large-list-generator list "$names" >"$NAMESCREEN_BENCHMARK/list.tsv"
.build/release/large-list-generator customers 20000 --listed 0.01 --names "$names" >"$NAMESCREEN_BENCHMARK/customers.tsv"
.build/release/namescreen index "$NAMESCREEN_BENCHMARK/list.tsv" --output "$NAMESCREEN_BENCHMARK/list.index"
# The benchmark package is a dependency where it is asked for only, and in a build folder of its own.
NAMESCREEN_MICRO_BENCHMARKS=1 exec ${SWIFT:-swift} package --scratch-path .build-micro benchmark --target micro-benchmarks "$@"
