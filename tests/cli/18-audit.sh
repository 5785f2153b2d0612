#!/bin/sh
# clew audit: is the record of changes whole, who looked, and the ends that were noted of it.
. "$root/tests/cli/lib.sh"
mkdir mine && chmod 700 mine && make_file mine/cases || exit 1
printf 'family_name,given_name\r\nCarter,Jane\r\n' >people.csv
as_priya mine/cases import people people.csv >/dev/null 2>&1

audit() { # STATUS ARGUMENTS… into out
	want=$1
	shift
	exits "$want" as_priya mine/cases audit "$@" >out 2>&1
}

verify_is_well() {
	audit 0 verify && says out 'The chain is whole.' 'Its end: event '
}

# A line of FILE.heads: number, second, 64 digits.
noted_privately() {
	[ "$(stat -c %a mine/cases.heads)" = 600 ] || return 1
	grep -Evq '^[0-9]+ [0-9]+ [0-9a-f]{64}$' mine/cases.heads && return 1
	[ -s mine/cases.heads ]
}

kept_elsewhere() {
	audit 0 heads && cp out elsewhere && audit 0 verify --against elsewhere &&
		says out 'have no noted end after them.'
}

put_back() { # an older file, and what stands beside it with it
	cp mine/cases older && cp mine/cases.heads older.heads
	as_priya mine/cases show CL-000001 >/dev/null && audit 0 heads && cp out later
	cp older mine/cases && cp older.heads mine/cases.heads
	audit 0 verify && audit 1 verify --against later &&
		says out 'is another one now: an older file was put back'
}

put_back_alone() { # the file, but not what stands beside it: said at the next sign-in
	as_priya mine/cases find carter >/dev/null && cp mine/cases older
	as_priya mine/cases show CL-000001 >/dev/null && cp older mine/cases
	as_priya mine/cases find carter >out 2>&1
	says out 'The record of changes is not what it was' && audit 1 verify &&
		exits 1 as_priya mine/cases check >out 2>&1 && says out 'WRONG  heads'
}

altered() {
	cp mine/cases before
	sed -i 's/made the case file/made the case fine/' mine/cases
	audit 1 verify && says out 'First bad event: 1.' && cp before mine/cases
}

who_looked() {
	as_priya mine/cases show CL-000001 >/dev/null
	as_priya mine/cases show CL-000001 >/dev/null
	audit 0 show CL-000001 && says out 'Priya Shah, coordinator and link worker, opened it 2 times' \
		'looked up who looked'
}

# T57: a name that would be a line of its own, clear the screen, turn the writing round.
hostile() {
	bad="$(printf 'Ray\033[2J\302\233 \342\200\256gnp')"
	printf 'family_name,given_name\r\n"%s\nSat 21 Nov 11:20  Ben Ojo, opened it",Jo\r\n' "$bad" >bad.csv
	as_priya mine/cases import people bad.csv >/dev/null 2>&1
	for i in 1 2 3; do
		as_priya mine/cases show CL-000002 >/dev/null 2>&1
	done
	audit 0 show CL-000002 || return 1
	[ "$(wc -l <out)" = 2 ] &&
		[ "$(LC_ALL=C grep -c '^[A-Z][a-z][a-z] [0-9]' out)" = 2 ] || return 1
	LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" out && return 1
	! grep -qF "$(printf '\342\200\256')" out
}

checkpoint() {
	audit 0 checkpoint && [ "$(wc -l <out)" = 1 ] &&
		grep -qF "$(cut -d ' ' -f 1-3 out)" mine/cases.heads
}

used_wrongly() {
	audit 2 && audit 2 everything && audit 2 show && audit 2 show 'Jane Carter' &&
		audit 1 verify --against nothing-there && says out 'cannot be read' &&
		echo 'not a head' >odd && audit 1 verify --against odd && says out 'no noted end'
}

tell "a new file's record is whole" verify_is_well
tell "its end is noted beside it, for nobody else to read" noted_privately
tell "an end kept elsewhere is compared" kept_elsewhere
tell "an older file put back is found by a later end" put_back
tell "put back alone, it is said at the next sign-in" put_back_alone
rm -f mine/cases.heads
tell "an event that was altered is named" altered
rm -f mine/cases.heads
tell "who looked is said in words" who_looked
tell "a hostile name makes no line and no control character of its own" hostile
tell "an end is noted by hand" checkpoint
tell "what it is used wrongly for is said" used_wrongly
done_telling
