#!/bin/sh
# Functions of at most 60 lines, 6 parameters, 4 levels and a complexity of 15; files of at most 600
# lines. By brace and tab, which clang-format keeps in place; complexity by pmccabe when it is there.
# A head whose shape is somebody else's says so: NOLINTNEXTLINE(readability-function-size): why.
set -eu
. "$(dirname "$0")/lib.sh"

{
	c_files src include tests/unit tests/e2e tests/script tests/fuzz | xargs -r awk '
	function wrong(line, sentence)
	{
		printf "%s:%d: %s\n", file, line, sentence
	}

	FNR == 1 {
		if (file != "" && lines > 600)
			wrong(1, lines " lines in a file; the limit is 600: split it by what it does")
		file = FILENAME
		begin = 0
	}
	{ lines = FNR }
	/NOLINTNEXTLINE\(readability-function-size\): ./ { excused = FNR + 1 }

	# A head begins in the first column and ends before its brace.
	/^[A-Za-z_].*[A-Za-z_0-9]\(/ && !/;[ \t]*$/ && !/=/ { head = ""; named = FNR }
	named { head = head $0 }
	/^}/ || /;[ \t]*$/ { named = 0 }
	/^{/ {
		begin = FNR
		where = named ? named : FNR
		deep = 0
		if (named) {
			commas = head
			sub(/^[^(]*\(/, "", commas)
			# A comma inside the parameter list of a pointer to a function is not ours.
			while (gsub(/\([^()]*\)/, "", commas))
				;
			if (gsub(/,/, "", commas) > 5 && where != excused)
				wrong(where, "more than 6 parameters: give them a struct")
		}
		named = 0
	}
	begin && /^\t\t\t\t\t\t[^\t ]/ && /(if|for|while|switch|do)[ ({].*\{$/ && !deep {
		deep = FNR
		wrong(FNR, "more than 4 levels deep: leave early, or give the inside a name")
	}
	/^}/ && begin {
		if (FNR - begin + 1 > 60)
			wrong(where, FNR - begin + 1 " lines in a function; the limit is 60: split it")
		begin = 0
	}
	END {
		if (lines > 600)
			wrong(1, lines " lines in a file; the limit is 600: split it by what it does")
	}'
	if command -v pmccabe >/dev/null; then
		c_files src | grep '\.c$' | xargs -r pmccabe 2>/dev/null | awk -F '\t' '
		$1 > 15 {
			file = $6
			sub(/\(.*/, "", file)
			name = $6
			sub(/.*: /, "", name)
			printf "%s:%d: %s() has a complexity of %d; the limit is 15: split it\n", file, $4, name, $1
		}'
	fi
} | report
