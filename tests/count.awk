# Count the test cases of a ctest log: "N passed, N failed", and an exit status that says the same.
# A program that speaks TAP counts by its cases; one that does not counts as one. Whatever a program
# says, it cannot pass with fewer cases than it planned or with a bad exit status.

function start_program()
{
	planned = -1
	passed_here = failed_here = skipped_here = 0
}

function end_program(well)
{
	seen = passed_here + failed_here + skipped_here
	if (seen == 0 && planned != 0) {
		passed_here = well ? 1 : 0
		failed_here = well ? 0 : 1
	} else if (planned > seen || (!well && failed_here == 0)) {
		failed_here++
	}
	if (failed_here > 0)
		print "failed: " program
	passed += passed_here
	failed += failed_here
}

/^[0-9]+\/[0-9]+ Test: / {
	program = $3
	start_program()
	next
}
/^1\.\.[0-9]+/ { planned = (planned < 0 ? 0 : planned) + substr($1, 4) }
/^(not )?ok .*# [Ss][Kk][Ii][Pp]/ { skipped_here++; print "skipped: " program ": " $0; next }
/^ok / { passed_here++ }
/^not ok / { failed_here++ }
/^Test (Passed|Failed|time =)/ && $2 != "time" { end_program($2 == "Passed."); program = "" }

END {
	# The log of a run that was cut short ends inside a program.
	if (program != "")
		end_program(0)
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0 || passed == 0
}
