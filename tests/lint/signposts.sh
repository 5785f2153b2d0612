#!/bin/sh
# A signpost is written with the step that says how it came to stand there: casework does it through
# src/casework/went_on.c alone.
set -eu
. "$(dirname "$0")/lib.sh"

code src/casework src/screens src/cli | awk -F '\t' '
/(^|[^a-z_])signpost_(step_)?(add|update) *\(/ && $1 != "src/casework/went_on.c" {
	printf "%s:%d: a signpost is written with its step: signpost_given_in(), signpost_went_on_in()\n", $1, $2
}' | sort | report
