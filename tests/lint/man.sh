#!/bin/sh
# The manual pages are without fault. (That they name every option is tests/cli's.)
set -eu
. "$(dirname "$0")/lib.sh"

if ! ls man/*.[1-8] >/dev/null 2>&1 || ! command -v mandoc >/dev/null; then
	exit 0
fi
{
	# Where the page stands when it is installed is no matter of the page.
	mandoc -T lint -W warning man/*.[1-8] 2>&1 || :
} | sed -E 's/^mandoc: ([^:]*):([0-9]+):[0-9]+: /\1:\2: /; s/^mandoc: //' | report
