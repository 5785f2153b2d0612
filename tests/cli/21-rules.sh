#!/bin/sh
# clew rules: what follows from what, and when; a file of one's own in place of clew's.
. "$root/tests/cli/lib.sh"
mkdir mine && chmod 700 mine && make_file mine/cases || exit 1
printf 'stage\tdays\nin_treatment\t14\n' >quiet.tsv
printf 'stage\tdays\nin_treatment\t-1\nresting\t9\n' >faulty.tsv
printf 'mood\tdays\ngood\t1\n' >other.tsv

rules() { # STATUS ARGUMENTS into out
	wanted=$1
	shift
	exits "$wanted" as_priya mine/cases rules "$@" >out 2>&1
}

shows_what_holds() {
	rules 0 && says out "due  when what falls due  clew's own" "happened" "quiet" "try-again" &&
		rules 0 show quiet && says out 'in_treatment	21'
}

checks_without_signing_in() {
	exits 0 "$clew" rules check quiet.tsv >out 2>&1 && says out 'quiet is in order. Rules: 1.'
}

tells_every_fault() {
	exits 1 "$clew" rules check faulty.tsv >out 2>&1 &&
		says out 'line 2: days: “-1” is no number' 'line 3: stage: there is no stage “resting”' &&
		rules 1 load faulty.tsv && says out 'line 2' 'Nothing was loaded' &&
		exits 1 "$clew" rules check other.tsv >out 2>&1 && says out 'no rules of that name'
}

loads_and_drops() {
	rules 0 load quiet.tsv && says out 'quiet is loaded' &&
		rules 0 && says out 'quiet  when somebody has gone quiet  yours' &&
		rules 0 show quiet && says out 'in_treatment	14' &&
		rules 0 drop quiet && says out "clew's own hold again" &&
		rules 1 drop quiet && says out 'hold already'
}

misused() {
	rules 2 load && rules 2 drop moods && rules 2 sing && rules 1 check nothing.tsv
}

tell 'it shows the rules and whose they are' shows_what_holds
tell 'a file is checked without signing in' checks_without_signing_in
tell 'every fault is told with its line' tells_every_fault
tell 'rules are loaded, and those of clew hold again' loads_and_drops
tell 'what is used wrongly is said' misused
done_telling
