#!/bin/sh
# clew check tells a sound file from one that is not, a line each.
. "$root/tests/cli/lib.sh"
mkdir mine && chmod 700 mine && make_file mine/cases || exit 1

check() { # STATUS TEXT…
	want=$1
	shift
	exits "$want" as_priya mine/cases check >out 2>&1 && says out "$@"
}

others_may_read() {
	chmod 640 mine/cases
	check 1 'WRONG  file' 'can be read by others (640)' '1 thing is wrong.' || return 1
	chmod 600 mine/cases && chmod 777 mine
	check 1 'WRONG  folder' 'can be written by others' || return 1
	chmod 700 mine && check 0 'All is well.'
}

chain() { # A row of the log changed from outside
	cp mine/cases before
	sed -i "s/made the case file/made the case fine/" mine/cases
	cmp -s before mine/cases && return 1
	check 1 'WRONG  events' && cp before mine/cases
}

tell "a new file is sound" check 0 'well   pages' 'well   references' 'the chain is whole' \
	'well   lists' 'journal truncate, synchronous extra' 'yours alone (600)' 'for 1 account' \
	'Ann Reid answers for safety, else Ben Ojo.' 'All is well.'
tell "a file that others may read or replace is not" others_may_read
tell "an event that was changed from outside is found" chain
tell "check takes no arguments" exits 2 as_priya mine/cases check everything
done_telling
