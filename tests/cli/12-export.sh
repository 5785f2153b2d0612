#!/bin/sh
# What leaves comes in again; nothing is written over; what it holds is said.
. "$root/tests/cli/lib.sh"
make_file cases || exit 1
printf 'Surname,First name,DOB,Mobile,Referral reason,Key worker\r\n%s\r\n%s\r\n' \
	'Carter,Jane,12/03/1981,07700 900123,=Money,priya' "O'Neill,Jo,,,," >in.csv
as_priya cases import people in.csv >report || exit 1

export_() { # STATUS ARGUMENTS…
	want=$1
	shift
	exits "$want" as_priya cases export "$@" --to-whom 'our own spreadsheet' --purpose keep \
		>out 2>why
}

nobody_gets_it() { # People's details never leave without who gets them and what for.
	for said in '' '--purpose keep' '--to-whom council' '--to-whom council --purpose fun'; do
		# shellcheck disable=SC2086 -- several arguments
		exits 2 as_priya cases export people $said >out 2>why || return 1
		[ ! -s out ] && says why 'purpose' || return 1
	done
	exits 0 as_priya cases export services >out 2>why && says out 'name,organisation'
}

not_agreed() {
	exits 0 as_priya cases export people --to-whom Council --purpose funder >out 2>why &&
		says why '2 people are not in it: they have not agreed.' &&
		[ "$(wc -l <out)" = 1 ]
}

names_for_figures() {
	exits 1 as_priya cases export people --to-whom Council --purpose figures >out 2>why &&
		says why 'has names' && [ ! -s out ]
}

to_stdout() {
	export_ 0 people && says out 'ref,given_name,family_name' "CL-000001,Jane,Carter" "'=Money" &&
		says why 'This file has names, numbers and people' 'not one for a council'
}

round() {
	cp out again.csv && as_priya cases import people again.csv --update >report &&
		says report '0 new, 0 changed, 2 the same, 0 refused.'
}

services() {
	export_ 0 services && cp out services.csv &&
		as_priya cases import services services.csv --update >report &&
		says report '0 new, 0 changed' ', 0 refused.'
}

demonstration() { # Two hundred people and a whole directory, as they are in a service.
	for what in people services; do
		"$clew" --demo export $what --to-whom us --purpose keep >demo.csv 2>why || return 1
		"$clew" --demo import $what demo.csv --update --dry-run >report 2>&1
		case $what in # one record there is restricted, and priya is not named for it
		people) says report '0 new, 0 changed' ', 1 refused.' 'record is restricted' ;;
		*) says report '0 new, 0 changed' ', 0 refused.' ;;
		esac || return 1
	done
}

to_file() {
	export_ 0 people --out people.csv && says out 'people.csv: 2 rows.' &&
		[ "$(stat -c %a people.csv)" = 600 ]
}

kept() {
	cp people.csv before && export_ 1 services --out people.csv && cmp people.csv before
}

forced() {
	export_ 0 referrals --out people.csv --force && says people.csv 'referral_no'
}

no_link() {
	ln -s elsewhere link.csv && export_ 1 people --out link.csv --force && [ ! -e elsewhere ]
}

marked() {
	export_ 0 people --excel && [ "$(head -c 3 out | od -An -tx1 | tr -d ' ')" = efbbbf ]
}

all() {
	export_ 0 all --out folder && [ "$(find folder -name '*.csv' | wc -l)" = 9 ] &&
		says folder/people.csv Carter && ! grep -l Carter folder/[b-oq-z]*.csv
}

no_names_but_in_people() {
	export_ 0 referrals && ! grep -q Carter out
}

no_profile() {
	export_ 2 people --profile council && says why 'no profile council' && [ ! -s out ]
}

read_only() {
	echo "$passphrase" | exits 4 "$clew" --file cases --as priya --passphrase-fd 0 --read-only \
		export people --to-whom us --purpose keep >out 2>why && [ ! -s out ]
}

tell "people are written to standard output, and what they hold is said" to_stdout
tell "what clew exports, clew imports again without a difference" round
tell "services too" services
tell "nor does anything else of a whole service" demonstration
tell "a file is for its owner alone" to_file
tell "an existing file is kept" kept
tell "unless it is told to" forced
tell "a link is not followed" no_link
tell "only people has names" no_names_but_in_people
tell "--excel begins with a byte order mark" marked
tell "all is a folder" all
tell "a profile that is not there exits 2" no_profile
tell "nothing leaves a file where it cannot be recorded" read_only
tell "nothing of people leaves without who gets it and what for" nobody_gets_it
tell "who has not agreed is left out, and counted" not_agreed
tell "names are for no figures without names" names_for_figures
tell "an unknown table exits 2" export_ 2 cats
tell "a date that is none exits 2" export_ 2 people --from yesterday
tell "an unknown worker exits 1" export_ 1 people --worker nobody
done_telling
