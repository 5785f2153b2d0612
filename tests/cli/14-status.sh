#!/bin/sh
# Exit statuses, one by one (clew(1)): 2 used wrongly, 4 not allowed, 1 it failed, 3 locked by
# another. And what needs nothing works with nothing: no home, no terminal, no file.
. "$root/tests/cli/lib.sh"
make_file cases || exit 1

bare() { # STATUS ARGUMENTS…
	want=$1
	shift
	exits "$want" env -i PATH="$PATH" "$clew" "$@" >out 2>why
}

help() {
	for asked in '--help' 'help' 'today --help'; do
		# shellcheck disable=SC2086 -- several arguments
		bare 0 $asked && says out 'import' 'export' '--passphrase-fd N' && [ ! -s why ] || return 1
	done
}

version() {
	bare 0 --version && grep -qE '^clew [0-9]+\.[0-9]+' out && [ ! -s why ]
}

wrong_use() {
	for use in '--nonsense' '--file' '--today yesterday' '--passphrase-fd x' 'dance' 'import people' \
		'export' 'init --nation atlantis'; do
		# shellcheck disable=SC2086 -- several arguments
		exits 2 "$clew" --demo $use >out 2>why || return 1
		grep -q '^clew: ' why || return 1
	done
}

no_file() {
	exits 1 "$clew" --file nowhere --as priya --passphrase-fd 0 check </dev/null 2>why &&
		says why 'no case file at nowhere' 'clew init makes one'
}

nobody() {
	exits 2 "$clew" --file cases check </dev/null 2>why && says why 'give --as LOGIN'
}

no_passphrase() {
	exits 1 "$clew" --file cases --as priya --passphrase-fd 0 check </dev/null 2>why &&
		says why 'no passphrase'
}

not_allowed() {
	exits 4 "$clew" --demo --as mary export people --to-whom us --purpose keep >out 2>why && [ ! -s out ] &&
		says why 'may not export'
}

no_case_file() {
	echo 'This is a letter, not a case file.' >letter && cp cases.keys letter.keys &&
		exits 1 as_priya letter check 2>why && says letter 'This is a letter'
}

wrong_keys() {
	make_file others && cp cases mixed && cp others.keys mixed.keys &&
		exits 1 as_priya mixed today 2>why && says why 'belongs to another case file'
}

full() { # A pipe nobody reads, or a disk that is full, is no success.
	[ -e /dev/full ] || return 0
	exits 1 "$clew" --demo export services >/dev/full 2>why && says why 'could not be written'
}

wrong_once() {
	echo 'wrong horse battery' | exits "$1" "$clew" --file cases --as priya --passphrase-fd 0 \
		check 2>why
}

many_wrong() { # From then on not even the right one is looked at, for a while.
	wrong_once 4 || return 1
	for guess in 2 3 4 5 6 7 8 9 10 11; do
		wrong_once 3 >ignored && break
	done
	echo "refused at guess $guess"
	exits 3 as_priya cases check 2>why
}

tell "--help needs no home, file or terminal" help
tell "--version neither" version
tell "used wrongly: 2, with a sentence" wrong_use
tell "no case file: 1, and how to make one" no_file
tell "nobody signed in: 2" nobody
tell "no passphrase: 1" no_passphrase
tell "not allowed: 4" not_allowed
tell "what is no case file is left as it is: 1" no_case_file
tell "the key file of another case file: 1" wrong_keys
tell "what could not be written: 1" full
tell "too many guesses: 3" many_wrong
done_telling
