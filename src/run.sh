#!/bin/sh
# Install what is missing, build clew when needed, and start it with the arguments given:
#	sh src/run.sh --demo
# It works from any folder, says nothing when there is nothing to do, and builds in .build/release.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/.cmake/packages.sh"

# shellcheck disable=SC2086 -- a list of names
packages_need $packages_build
build release
exec "$root/.build/release/clew" "$@"
