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

others() {
	for what in summary questions services assessment; do
		demo print $what CL-000412 >out 2>why && says out CL-000412 && ! grep -q partner out ||
			return 1
	done
	exits 4 demo print try-letter CL-000412 >out 2>why && says why 'No post to Janie' && [ ! -s out ]
}

letter() {
	exits 1 demo print letter CL-000412 --to gp --out letter.txt >out 2>why &&
		says why 'has not been asked' && [ ! -e letter.txt ]
}

nameless() {
	demo print checklist >out && says out 'What troubles you?' '0-10   talk  rather not' &&
		demo print questions diagnosed >out && says out 'Where is it, and has it spread?' &&
		exits 2 demo print questions somewhere >out 2>why && says why 'in_treatment'
}

contrast() {
	exits 2 demo print summary CL-000412 --contrast >out 2>why &&
		says why 'High contrast needs --html' &&
		demo print summary CL-000412 --html --contrast >out 2>why && says out 'font-weight: bold'
}

wrong_use() {
	for use in 'letter CL-000412 --to mum' 'slip CL-000412 --to gp' \
		'plan CL-000412 --to-whom Dr'  'plan' 'plan nobody' 'poem CL-000412' 'plan CL-000412 --pink'; do
		# shellcheck disable=SC2086 -- several arguments
		exits 2 demo print $use >out 2>why || return 1
	done
}

tell 'a plan as text, without what is for staff' text
tell 'a large page, for its owner alone' page
tell 'a file that is there is kept, but for --force' kept
tell 'large print needs --html' large_text
tell 'each other paper; no letter where post is not safe' others
tell 'no letter to others without their yes' letter
tell 'checklist and questions without a name' nameless
tell 'high contrast needs --html' contrast
tell 'used wrongly' wrong_use
done_telling
