#!/bin/sh
# A signal handler only writes to the self-pipe: in it nothing is called but write(), and where the
# program dies of its own fault tcsetattr() and raise(), which are safe there too.
set -eu
. "$(dirname "$0")/lib.sh"

code src | awk -F '\t' '
{
	all[++n] = $0
	if (match($3, /sa_(handler|sigaction) *= *[A-Za-z_0-9]+/)) {
		name = substr($3, RSTART, RLENGTH)
		sub(/.*= */, "", name)
		handler[$1, name]
	} else if (match($3, /(^|[^A-Za-z_])signal\([A-Z0-9a-z_]+, *[A-Za-z_0-9]+/)) {
		name = substr($3, RSTART, RLENGTH)
		sub(/.*, */, "", name)
		handler[$1, name]
	}
}

END {
	for (i = 1; i <= n; i++) {
		split(all[i], r, "\t")
		if (r[3] ~ /^[a-z].*\(.*[^;]$/ && match(r[3], /[A-Za-z_0-9]+\(/))
			current = substr(r[3], RSTART, RLENGTH - 1)
		else if (r[3] ~ /^}/)
			current = ""
		else if (current != "" && (r[1], current) in handler)
			check(r[1], r[2], r[3])
	}
}

function check(file, line, rest,    call)
{
	while (match(rest, /[A-Za-z_][A-Za-z_0-9]* *\(/)) {
		call = substr(rest, RSTART, RLENGTH - 1)
		sub(/ +$/, "", call)
		rest = substr(rest, RSTART + RLENGTH)
		if (call !~ /^(write|tcsetattr|raise|if|while|for|sizeof|return|switch)$/)
			printf "%s:%d: %s() in a signal handler: it only writes to the self-pipe\n", file, line, call
	}
}' | report
