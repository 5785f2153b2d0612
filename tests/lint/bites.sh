#!/bin/sh
# Prove that a lint finds what it should and nothing else:
#	sh tests/lint/bites.sh NAME
# bites/NAME.bad is a small tree, each file after a line "=== its/path"; what the lint must print about
# it stands after "=== expect". bites/NAME.good, if there is one, must pass in silence.
set -eu
lint=$(cd "$(dirname "$0")" && pwd -P)
name=$1
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT

unpack() {
	mkdir -p "$2"
	awk -v to="$2" '
		/^=== / {
			file = to "/" $2
			folder = file
			sub(/\/[^\/]*$/, "", folder)
			system("mkdir -p \"" folder "\"")
			printf "" >file
			next
		}
		{ print >file }' "$1"
}

# What a compiler says is part of what is expected.
export CC=gcc
unpack "$lint/bites/$name.bad" "$here/bad"
mv "$here/bad/expect" "$here/expect"
if sh "$lint/$name.sh" "$here/bad" >"$here/said" 2>&1; then
	echo "lint $name passed a tree that breaks its rule"
	exit 1
fi
if ! diff -u "$here/expect" "$here/said"; then
	echo "lint $name says something else than bites/$name.bad expects"
	exit 1
fi
if [ -f "$lint/bites/$name.good" ]; then
	unpack "$lint/bites/$name.good" "$here/good"
	if ! sh "$lint/$name.sh" "$here/good"; then
		echo "lint $name refuses a tree that keeps its rule"
		exit 1
	fi
fi
