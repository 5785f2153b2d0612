#!/bin/sh
# A case file is made, is there for its owner alone, and is never written over.
. "$root/tests/cli/lib.sh"

private() {
	for path in new/deep/cases new/deep/cases.keys; do
		[ "$(stat -c %a "$path")" = 600 ] || return 1
	done
	[ "$(stat -c %a new/deep)" = 700 ]
}

said_once() {
	[ "$(grep -c AGE-SECRET-KEY made)" = 1 ] && says made 'Samaritans 116 123' 'Ann Reid, please'
}

refused() { # STATUS TEXT ARGUMENTS…
	want=$1 text=$2
	shift 2
	exits "$want" "$clew" --file refused --passphrase-fd 0 init "$@" 2>why <passphrase &&
		says why "$text" && [ ! -e refused ] && [ ! -e refused.keys ]
}
echo "$passphrase" >passphrase
echo short >short

everything() {
	refused "$1" "$2" --service Riverside --nation "${3-england}" --shared no --login priya \
		--name 'Priya Shah' --safety-lead "${4-Ann Reid, 0113 496 0111}" \
		--deputy 'Ben Ojo, 0113 496 0112'
}

too_short() {
	mv short passphrase
	everything 1 'at least 12 characters'
}

kept() {
	cp new/deep/cases before
	exits 1 make_file new/deep/cases 2>why && says why 'was kept' && cmp new/deep/cases before
}

wrong() {
	echo 'wrong horse battery' | exits 4 "$clew" --file new/deep/cases --as "$1" \
		--passphrase-fd 0 check 2>"why-$1"
}

same_words() {
	wrong priya && wrong nobody && cmp why-priya why-nobody
}

tell "a file is made from options alone, with its folder" make_file new/deep/cases
tell "only its owner may read it" private
tell "it shows the recovery key once and the numbers to confirm" said_once
tell "an existing file is kept" kept
tell "a wrong passphrase exits 4, in the same words as a wrong login" same_words
tell "what is missing is named" refused 2 '--nation --shared --name --login --safety-lead --deputy' \
	--service Riverside
tell "there is no file without a safety lead's telephone number" \
	everything 2 'a comma and a telephone number' england 'Ann Reid'
tell "a nation that is none is refused" everything 2 'Nation is one of' France
tell "a short passphrase is refused, and nothing is left behind" too_short
tell "no file is made without a home and a name for it" \
	exits 2 env -u HOME -u XDG_DATA_HOME "$clew" init --service x
done_telling
