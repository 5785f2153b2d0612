#!/bin/sh
# Measure clew against its goals, beside plain programs that do the same; prints one table.
#	sh tests/bench/run.sh [FOLDER]
# Files are made once in FOLDER (else in .build/bench) and kept for the next time.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
folder=${1:-$root/.build/bench}

cmake -C "$root/.cmake/release.cmake" -S "$root" -B "$root/.build/release" >/dev/null
cmake --build "$root/.build/release" --target clew-bench >/dev/null
mkdir -p "$folder"
exec "$root/.build/release/clew-bench" all "$folder"
