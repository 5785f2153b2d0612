#!/bin/sh
# How many things are due, without signing in; and what leaves as a calendar and as a package.
. "$root/tests/cli/lib.sh"
XDG_STATE_HOME=$PWD/state
export XDG_STATE_HOME
CLEW_LOGIN=priya
export CLEW_LOGIN
make_file cases || exit 1
printf 'Surname,First name,DOB,Received,Key worker\r\nCarter,Jane,12/03/1981,2026-01-05,priya\r\n' >in.csv

nothing_yet() {
	exits 1 "$clew" --file cases today --count >out 2>why && [ ! -s out ] &&
		says why 'nothing was counted for priya here yet'
}

after_signing_in() {
	as_priya cases import people in.csv >report || return 1
	as_priya cases today --count >signed_in || return 1
	exits 0 "$clew" --file cases today --count </dev/null >out 2>why &&
		cmp out signed_in && [ ! -s why ] && [ "$(cat out)" -ge 1 ]
}

no_names() {
	[ "$(find state/clew -name 'due-*' | wc -l)" = 1 ] &&
		! grep -rqi 'priya\|carter\|CL-' state && [ "$(stat -c %a state/clew/due-*)" = 600 ]
}

twenty() { # milliseconds that twenty of them take
	i=0
	begin=$(date +%s%N)
	while [ $i -lt 20 ]; do
		"$clew" "$@" >/dev/null || return 1
		i=$((i + 1))
	done
	echo $((($(date +%s%N) - begin) / 1000000))
}

quick() { # No key is stretched and no file opened: a prompt can ask every time. On a slow machine: beside a mere start.
	counted=$(twenty --file cases today --count) && started=$(twenty --version) &&
		{ [ "$counted" -lt 1000 ] || [ "$counted" -lt $((3 * started)) ]; }
}

too_old() {
	sed 's/^2[0-9]*-/2001-/' state/clew/due-* >old && cp old state/clew/due-* || return 1
	exits 1 "$clew" --file cases today --count >out 2>why && [ ! -s out ] &&
		says why 'says nothing of today'
}

cannot_be_written() { # What cannot be counted keeps nobody from saving.
	rm -r state && mkdir -p state && : >state/clew || return 1
	exits 0 as_priya cases today >out 2>why && rm state/clew
}

tomorrow() { # What is kept for the days ahead is what those days say.
	day=$(date -d tomorrow +%F)
	echo "$passphrase" | "$clew" --file practice --passphrase-fd 0 init --practice \
		--service Riverside --nation england --shared no --login priya --name 'Priya Shah' \
		--safety-lead 'Ann Reid, 0113 496 0111' --deputy 'Ben Ojo, 0113 496 0112' >made || return 1
	rm -rf state
	as_priya practice import people in.csv >report || return 1
	echo "$passphrase" | "$clew" --file practice --as priya --passphrase-fd 0 --today "$day" \
		today --count >then || return 1
	grep -qxF "$day $(cat then)" state/clew/due-*
}

calendar() {
	as_priya cases ics --out mine.ics >out || return 1
	says out 'mine.ics:' && ! grep -qi 'carter\|CL-' mine.ics &&
		[ "$(head -c 15 mine.ics)" = BEGIN:VCALENDAR ] &&
		exits 1 as_priya cases ics --out mine.ics >out 2>why && says why 'was kept'
}

calendar_names() {
	exits 2 as_priya cases ics --names >out 2>why && says why 'who gets it' && [ ! -s out ] &&
		exits 0 as_priya cases ics --names --to-whom 'my own calendar' --purpose keep >out
}

package() {
	exits 0 as_priya cases export services --profile hsds --out directory >out 2>why &&
		says out 'directory:' && [ -f directory/datapackage.json ] &&
		exits 1 as_priya cases export services --profile hsds --out directory >out 2>why &&
		says why 'was kept' &&
		exits 0 as_priya cases export services --profile hsds --out directory --force >out &&
		exits 2 as_priya cases export services --profile hsds >out 2>why &&
		exits 2 as_priya cases export people --profile hsds --out p >out 2>why
}

tell 'nothing is counted before somebody signs in' nothing_yet
tell 'after that the count is the one of the command that signs in' after_signing_in
tell 'in the file of counts stands no name, and nobody else reads it' no_names
tell 'it takes less than 50 ms, or than three mere starts' quick
tell 'a count of another time is said to be one' too_old
tell 'tomorrow is counted as it will be' tomorrow
tell 'where it cannot be written everything else goes on' cannot_be_written
tell 'a calendar has no name in it' calendar
tell 'with names it says to whom and what for' calendar_names
tell 'the directory leaves as a package' package
done_telling
