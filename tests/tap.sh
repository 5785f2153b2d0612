#!/bin/sh
# Run one TAP script as ctest does:
#	sh tests/tap.sh SCRIPT CLEW
# in a new, empty folder that is also its home, with clew= the program under test and root= the tree.
# It fails when a case failed, when fewer ran than the script planned, or when it ended badly.
set -eu
script=$1
clew=$2
root=$(cd "$(dirname "$0")/.." && pwd -P)
export clew root LC_ALL=C.UTF-8 TZ=Europe/London
unset CLEW_FILE CLEW_LOGIN XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME XDG_RUNTIME_DIR || :

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
trap 'exit 130' INT HUP TERM
mkdir "$here/home" "$here/work"
cd "$here/work"
HOME=$here/home sh "$script" </dev/null >"$here/out" 2>&1 || {
	cat "$here/out"
	exit 1
}
cat "$here/out"
awk '/^1\.\.[0-9]+/ { planned = substr($1, 4) }
	/^ok / || /^not ok .*# SKIP/ { n++; next }
	/^not ok / { n++; bad = 1 }
	END { exit bad || planned == "" || n != planned }' "$here/out"
