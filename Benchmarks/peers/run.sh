#!/bin/bash
# NameScreen and its peers, measured in turn in one run: `run.sh --help`. Peers are installed into .build-peers, from PyPI.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
if [ ! -x .build-peers/bin/python ]; then
  python3 -m venv .build-peers
fi
.build-peers/bin/pip install --quiet --disable-pip-version-check -r Benchmarks/peers/requirements.txt
for product in namescreen large-list-generator exact-join-benchmark; do
  ${SWIFT:-swift} build --configuration release --static-swift-stdlib --product "$product" >&2
done
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
exec .build-peers/bin/python Benchmarks/peers/compare_engines.py "$@"
