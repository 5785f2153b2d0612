#!/bin/sh
# Each header compiles alone, and twice, under all warnings; its guard is its path.
set -eu
. "$(dirname "$0")/lib.sh"

compiler=${CC:-cc}
flags="-std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -Iinclude $(pkg-config --cflags sqlite3 libsodium)"

headers() {
	c_files include src | grep '\.h$' || :
}

alone() {
	case $1 in
	include/*) name=${1#include/} folder=. ;;
	*) name=${1##*/} folder=${1%/*} ;;
	esac
	# shellcheck disable=SC2086 -- flags are words
	if ! said=$(printf '#include "%s"\n#include "%s"\nextern int alone;\n' "$name" "$name" |
		$compiler $flags -I"$folder" -fsyntax-only -x c - 2>&1); then
		printf '%s:1: does not compile alone, but a header says all that it needs: %s\n' "$1" \
			"$(printf '%s\n' "$said" | grep -m 1 -E 'error' | sed 's/^[^ ]* //')"
	fi
	guard=$(printf '%s' "${1#*/}" | tr 'a-z/.-' 'A-Z___')
	if ! grep -q "^#ifndef $guard\$" "$1"; then
		printf '%s:1: its guard should be %s, its path\n' "$1" "$guard"
	fi
}

headers | while read -r header; do
	alone "$header"
done | report
