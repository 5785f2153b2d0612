#!/bin/sh
# Each public casework_*() that works in a session names exactly one operation of CASEWORK_OPS
# (include/casework/op.h), the table that says who may do what. Not asked: those of op.h itself, which
# do the asking, and signing in and out, which nobody is refused.
set -eu
. "$(dirname "$0")/lib.sh"

if [ ! -f include/casework/op.h ]; then
	exit 0
fi
code include/casework src/casework | awk -F '\t' '
$1 == "include/casework/op.h" {
	rest = $3
	while (match(rest, /X\([A-Z][A-Z_0-9]*/)) {
		operation[substr(rest, RSTART + 2, RLENGTH - 2)]
		rest = substr(rest, RSTART + RLENGTH)
	}
}

# A head may take several lines: from casework_x( to its ; or {.
/casework_[a-z_0-9]+\(/ && !inside && ($1 ~ /^include/ || $3 ~ /^[a-z]/) && $3 !~ /^(#|static)/ {
	match($3, /casework_[a-z_0-9]+\(/)
	name = substr($3, RSTART, RLENGTH - 1)
	head = ""
	here = $1 ":" $2
	reading = 1
}
reading {
	head = head " " $3
	if ($3 ~ /; *$/ || $3 ~ /^\{/)
		reading = 0
	if ($3 ~ /; *$/ && $1 ~ /^include/ && $1 != "include/casework/op.h" &&
	    name !~ /^casework_sign_/ && head ~ /\((const )?struct session \*/)
		public[name] = here
	if ($3 ~ /^\{/) {
		inside = 1
		body = name
		at[body] = here
		next
	}
}
$3 ~ /^}/ { inside = 0 }
inside {
	rest = $3
	while (match(rest, /[A-Z][A-Z_0-9]+/)) {
		word = substr(rest, RSTART, RLENGTH)
		if (word in operation && !((body, word) in seen)) {
			seen[body, word]
			named[body]++
		}
		rest = substr(rest, RSTART + RLENGTH)
	}
}

END {
	for (name in public) {
		if (!(name in at))
			printf "%s: %s() is declared, but nowhere in src/casework\n", public[name], name
		else if (named[name] != 1)
			printf "%s: %s() names %d operations of CASEWORK_OPS; each public one names exactly one\n",
			       at[name], name, named[name]
	}
}' | sort | report
