#!/bin/sh
# clew list: what people are assessed by, and loading a list of one's own.
. "$root/tests/cli/lib.sh"
mkdir mine && chmod 700 mine && make_file mine/cases || exit 1
{
	printf 'clew-list\t1\nname\tours-1\nkind\tconcerns\ntitle\tWhat we ask\nlicence\tours alone\n'
	printf 'source\tus\ndate\t2026-11-22\nlanguage\ten\n\n'
	printf 'code\tdomain\tlabel\tlike\nhome.heat\tHome\tKeeping warm\tpractical.money\n'
} >ours.tsv
sed 's/home.heat/heat/; s/2026-11-22/soon/' ours.tsv >faulty.tsv

list() { # STATUS ARGUMENTS into out
	wanted=$1
	shift
	exits "$wanted" as_priya mine/cases list "$@" >out 2>&1
}

shows_what_there_is() {
	list 0 && says out 'clew-1  concerns' 'carer-1  concerns' 'carers are asked by it' \
		'ons4-1  measure' 'with every assessment' 'Open Government Licence'
}

checks_without_signing_in() {
	exits 0 "$clew" list check ours.tsv >out 2>&1 && says out 'Concerns: 1, groups: 1' 'ours alone'
}

tells_every_fault() {
	exits 1 "$clew" list check faulty.tsv >out 2>&1 &&
		says out 'line 7, cell 2 (date)' 'line 11, cell 1 (code)' &&
		list 1 load faulty.tsv --licensed && says out 'nothing was loaded'
}

asks_for_the_right() {
	list 1 load ours.tsv </dev/null && says out 'has the right to use it'
}

loads_and_chooses() {
	list 0 load ours.tsv --licensed && says out 'ours-1 is loaded' &&
		list 1 load ours.tsv --licensed && says out 'is here already' &&
		list 0 use ours-1 people && says out 'people are asked by What we ask' &&
		list 1 retire ours-1 && says out 'Choose another first' &&
		list 0 use clew-1 people && list 0 retire ours-1 && list 0 && says out 'retired' &&
		list 0 offer ours-1
}

misused() {
	list 2 load && list 2 use ours-1 nobody && list 2 sing && list 1 check nothing.tsv
}

tell 'it shows the lists and whose they are' shows_what_there_is
tell 'a file is checked without signing in' checks_without_signing_in
tell 'every fault is told with its line' tells_every_fault
tell 'a list is loaded only when the right to use it is said' asks_for_the_right
tell 'a loaded list is chosen, retired and offered' loads_and_chooses
tell 'what is used wrongly is said' misused
done_telling
