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

commands=$(sed -nE 's/^  ([a-z]+)( .*)?$/\1/p' help | sort -u)
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
long=$(awk 'length > 80 { print FILENAME ":" FNR }' help)
tell "what --help says fits a terminal" "$long"

# What clew exports, clew-csv(5) lists: every table, every column, in that order.
page=$root/man/clew-csv.5
"$clew" --demo export all --to-whom us --purpose keep --out all >said 2>&1 || echo "Bail out! nothing was exported"
wrong=
for file in all/*.csv; do
	table=$(basename "$file" .csv)
	told=$(awk -v table="$table" '
		/^\.It / { here = $0 == ".It Cm " table }
		/^\.[BE]d/ { list = /^\.B/ }
		here && list && /^\.Li / { printf "%s%s", n++ ? "," : "", $2 }' "$page")
	[ "$told" = "$(head -n 1 "$file" | tr -d '\r')" ] || wrong="$wrong $table"
done
[ -e all/people.csv ] || wrong="any table at all"
tell "clew-csv(5) has the columns that are written" "$wrong"
missing=
for table in $(sed -nE 's/^CREATE (VIRTUAL )?TABLE ([a-z_]+).*/\2/p' "$root"/data/schema/*.sql); do
	grep -qE "(^| )$table[,.:]?( |\$)" "$root/man/clew-file.5" || missing="$missing $table"
done
tell "clew-file(5) names every table" "$missing"

missing=
for file in "$root"/data/*/*.tsv; do
	# A list says it in its head, which clew itself reads.
	! head -n 1 "$file" | grep -q '^clew-list' || continue
	for word in 'Source: ' 'Licence: ' '20[0-9][0-9]'; do
		sed '/^#/!q' "$file" | grep -qE "^#.*$word" || missing="$missing ${file##*/}:${word%: }"
	done
done
tell "reference data says where it is from, its licence and its date" "$missing"
echo "1..$n"
