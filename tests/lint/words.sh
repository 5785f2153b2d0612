#!/bin/sh
# What the screens and papers say is in the words of those who read it; and nothing is left for later in the source.
set -eu
. "$(dirname "$0")/lib.sh"

{
	code src/screens src/paper | awk -F '\t' '
	BEGIN {
		say("(^|[^a-z])[Ss]nooz", "snooze", "another day")
		say("(^|[^a-z])[Rr]eschedul", "reschedule", "another day")
		say("[Ff]ollow-up|[Cc]heck-up call", "follow-up", "reminder, with its kind as a sentence")
		say("[Uu]nmet need", "unmet need", "nothing fits")
		say("(^|[^A-Za-z-])[Vv]erified|(^|[^a-z])[Aa]ssured", "verified", "checked")
		say("(^|[^A-Z])(HNA|PCSP|CNS|COSD)([^A-Z]|$)|[Pp]athway point", "an abbreviation of the service",
		    "assessment, plan, specialist nurse, where they are in treatment")
		say("[Bb]reak[- ](the )?glass", "break-glass", "open anyway, with a reason")
		say("[Cc]ohort", "cohort", "which people")
		say("[Ss]uppress", "suppression", "small numbers hidden")
		say("[Ee]ligib", "eligible", "what they said; the council decides")
		say("[Pp]seudonym", "pseudonymised", "without names")
		say("[Ll]ocked plan", "locked plan", "agreed plan")
		say("[Hh]andover", "handover", "since you were last here")
		say("(^|[^a-z])[Dd]eclined", "declined", "said no, or said not now")
		say("[Ee]nd of life|[Ee]nd stages|in the end stage", "end of life",
		    "nothing in lists; comfort and support on the record")
		say("(^|[^a-z])[Ss]uccess(ful(ly)?)?([^a-z]|$)", "success", "what was done: Saved. ...")
	}

	function say(pattern, not, but)
	{
		patterns[++n] = pattern
		nots[n] = not
		buts[n] = but
	}

	$4 != "" {
		# A stored word, a key of a table or a file name is no sentence: small letters without a blank.
		count = split($4, text, "\001")
		for (i = 2; i <= count; i++) {
			if (text[i] ~ /^[a-z0-9_.\/-]*$/)
				continue
			for (p = 1; p <= n; p++)
				if (text[i] ~ patterns[p])
					printf "%s:%d: says \"%s\"; the word is: %s\n", $1, $2, nots[p], buts[p]
		}
	}'
	for folder in CMakeLists.txt .cmake .ci src include data tests man README.md; do
		if [ -e "$folder" ]; then
			grep -rnIE '(^|[^A-Za-z])(TODO|FIXME|XXX|HACK)([^A-Za-z]|$)' "$folder" || :
		fi
	done | grep -v '^tests/lint/' |
		sed -E 's/^([^:]*:[0-9]+):.*/\1: left for later: do it now, or leave it out/'
} | report
