#!/bin/sh
# clew account add and role: what takes a second person takes a reason first.
. "$root/tests/cli/lib.sh"
mkdir mine && chmod 700 mine && make_file mine/cases || exit 1

account() { # STATUS ARGUMENTS into out
	status=$1
	shift
	exits "$status" as_priya mine/cases account "$@" >out 2>&1
}

asks_why_before_it_saves() {
	account 2 add ann --name 'Ann Reid' --role coordinator &&
		says out 'to be coordinator' '--why' 'Nothing was saved' &&
		account 0 list && ! says out 'Ann Reid' >/dev/null 2>&1
}

waits_for_a_second_person() {
	account 0 add ann --name 'Ann Reid' --role coordinator --why 'Priya goes on leave' &&
		says out 'waits for a second person'
}

tell 'who is to be coordinator is not saved without a reason' asks_why_before_it_saves
tell 'with one it waits for a second person' waits_for_a_second_person
done_telling
