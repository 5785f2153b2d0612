#!/bin/sh
# A plan is handed over: as text, as a page that needs nothing else, and never over another file.
. "$root/tests/cli/lib.sh"

demo() {
	"$clew" --demo "$@"
}

text() {
	demo print plan CL-000412 >out 2>why && says out 'Who to ring' 'Tell Priya.' CL-000412 &&
		! grep -q 'partner' out
}

page() {
	demo print plan CL-000412 --html --large --out plan.html 2>why &&
		says plan.html '<!DOCTYPE html>' 'font: 18pt' && [ "$(stat -c %a plan.html)" = 600 ]
}

kept() {
	cp plan.html before
	exits 1 demo print plan CL-000412 --html --out plan.html 2>why && cmp plan.html before &&
		demo print plan CL-000412 --out plan.html --force 2>why && ! cmp -s plan.html before
}

large_text() {
	exits 2 demo print plan CL-000412 --large >out 2>why && says why 'Large print needs --html' &&
		[ ! -s out ]
}

wrong_use() {
	for use in 'plan' 'plan nobody' 'poem CL-000412' 'plan CL-000412 --pink'; do
		# shellcheck disable=SC2086 -- several arguments
		exits 2 demo print $use >out 2>why || return 1
	done
}

tell 'a plan as text, without what is for staff' text
tell 'a large page, for its owner alone' page
tell 'a file that is there is kept, but for --force' kept
tell 'large print needs --html' large_text
tell 'used wrongly' wrong_use
done_telling
