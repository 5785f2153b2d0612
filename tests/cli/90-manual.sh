#!/bin/sh
# What --help offers, clew(1) explains.
page=$root/man/clew.1
n=0

tell() {
	n=$((n + 1))
	if [ -z "$2" ]; then
		echo "ok $n - $1"
	else
		echo "not ok $n - $1"
		printf '# not there: %s\n' $2
	fi
}

"$clew" --help >help </dev/null || echo "Bail out! --help failed"

options=$(grep -oE -- '--[a-z]+(-[a-z]+)*' help | sort -u)
missing=
for option in $options; do
	grep -qE -- "Fl -${option#--}( |\$)" "$page" || missing="$missing $option"
done
[ -n "$options" ] || missing="any option at all"
tell "each option is in the manual" "$missing"

commands=$(sed -nE 's/^  ([a-z]+) .*/\1/p' help | sort -u)
missing=
for command in $commands; do
	grep -qE "^\.It Ic $command( |\$)" "$page" || missing="$missing $command"
done
[ -n "$commands" ] || missing="any command at all"
tell "each command is in the manual" "$missing"

missing=
for word in NAME SYNOPSIS DESCRIPTION OPTIONS KEYS COMMANDS ENVIRONMENT FILES 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
	grep -qx ".Sh $word" "$page" || missing="$missing $word"
done
tell "the manual has the sections people look for" "$missing"
echo "1..$n"
