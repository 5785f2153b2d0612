#!/bin/sh
# clew account leaver: what an account would leave behind, as text.
. "$root/tests/cli/lib.sh"
mkdir mine && chmod 700 mine && make_file mine/cases || exit 1
printf 'family_name,given_name,worker,referred_on,source\r\nCarter,Jane,priya,2026-11-02,gp\r\n' >people.csv
as_priya mine/cases import people people.csv >/dev/null 2>&1

leaver() { # STATUS LOGIN into out
	exits "$1" as_priya mine/cases account leaver "$2" >out 2>&1
}

says_what_is_left() {
	leaver 0 priya && says out 'People who are still theirs' 'Key to the file'
}

knows_nobody() {
	leaver 1 nobody && says out 'nobody'
}

tell 'it says what the account would leave behind' says_what_is_left
tell 'nobody of that login is said so' knows_nobody
done_telling
