#!/bin/sh
# A time zone that nobody knows is said, and nothing is opened.
. "$root/tests/cli/lib.sh"

refused() {
	TZ=Nowhere/Bad exits 1 "$clew" --demo today >out 2>why && [ ! -s out ] &&
		says why 'time zone Nowhere/Bad is not known' 'Europe/London'
}

told() {
	TZ=Nowhere/Bad "$clew" --version >out && says out clew
}

tell "a zone that is not known is refused, and what to do is said" refused
tell "the version needs no zone" told
done_telling
