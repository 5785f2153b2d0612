#!/bin/sh
# Calls that are not made: those that cannot know how much room there is, those that start a shell;
# printing below screens and cli; waiting for a time in a test. Statements are prepared by store/stmt.c,
# but where there is no cache of them yet.
set -eu
. "$(dirname "$0")/lib.sh"

{
	code src include tests/unit tests/script tests/e2e tests/migrate tests/faults tests/fuzz tests/bench
	if [ -d tests ]; then
		find tests -name '*.sh' ! -path 'tests/lint/*' | sort |
			xargs -r awk '{ line = $0; sub(/(^|[ \t])#.*/, "", line); gsub(/\t/, " ", line)
				if (line != "") print FILENAME "\t" FNR "\t" line "\tshell" }'
	fi
} | awk -F '\t' '
BEGIN {
	instead["strcpy"] = instead["strcat"] = "buf_put() or the arena"
	instead["stpcpy"] = instead["strncpy"] = instead["strncat"] = "buf_put() or the arena"
	instead["sprintf"] = instead["vsprintf"] = "buf_printf() or snprintf()"
	instead["gets"] = "getline()"
	instead["atoi"] = instead["atol"] = instead["atof"] = "str_to_int(), which knows what is no number"
	instead["system"] = instead["popen"] = "posix_spawn() with a list of arguments"
	instead["tmpnam"] = instead["mktemp"] = "mkstemp()"
	instead["strtok"] = "str_cut()"
	instead["localtime"] = instead["gmtime"] = instead["ctime"] = instead["asctime"] = "base/clock.h"
	quiet = "^src/(model|vault|store|exchange|casework|paper|ui)/"
	prints = "^(printf|vprintf|puts|putchar|perror|syslog|fprintf|fputs|fputc|vfprintf|dprintf)$"
}

function wrong(sentence)
{
	printf "%s:%d: %s\n", $1, $2, sentence
}

$4 == "shell" {
	if ($3 ~ /(^|[;&|({ ])sleep [0-9.]/)
		wrong("a test waits for a condition, never for a time (sleep)")
	next
}

{
	rest = $3
	while (match(rest, /[A-Za-z_][A-Za-z_0-9]*[ ]*\(/)) {
		before = RSTART > 1 ? substr(rest, RSTART - 1, 1) : ""
		call = substr(rest, RSTART, RLENGTH - 1)
		sub(/ +$/, "", call)
		arguments = substr(rest, RSTART + RLENGTH)
		rest = arguments
		if (before == "." || before == ">")
			continue
		if (call in instead)
			wrong(call "() is not used here: " instead[call])
		if ($1 ~ quiet && call ~ prints)
			wrong(call "(): nobody below screens and cli prints; return a status and a sentence")
		if ($1 ~ /^tests\// && call ~ /^(sleep|usleep|nanosleep|napms)$/)
			wrong("a test waits for a condition, never for a time (" call ")")
		if ($1 ~ /^src\// && call ~ /^sqlite3_prepare/ && $1 !~ /^src\/store\/(stmt|undo|migrate|pragmas)\.c$/)
			wrong(call "(): statements are prepared by stmt_borrow() in store/stmt.c")
	}
}' | report
