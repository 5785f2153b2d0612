#!/bin/sh
# SQL is literal and lives in store/: a statement is the argument of SQL(), only undo.c and undo_bulk.c build one,
# and a transaction begins and ends in change.c, open.c, migrate.c and (demonstrations) move.c alone.
set -eu
. "$(dirname "$0")/lib.sh"

code src | awk -F '\t' '
function wrong(sentence)
{
	printf "%s:%d: %s\n", $1, $2, sentence
}

$1 != last {
	last = $1
	statement = ""
}

{
	if ($1 ~ /^src\/store\//)
		frames = $1 ~ /^src\/store\/(change|open|migrate|move)[a-z_]*\.c$/
	else
		frames = 0
	count = split($4, text, "\001")
	sql = 0
	for (i = 2; i <= count; i++) {
		if (text[i] ~ /^ *(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)([ ;]|$)/ && !frames)
			wrong("a transaction begins and ends only in store/change.c, open.c, migrate.c and move.c")
		if (text[i] ~ /^ *(SELECT |INSERT (OR [A-Z]+ )?INTO |DELETE FROM |UPDATE [a-z_%]+ SET|WITH [a-z_]+ AS|CREATE (TABLE|INDEX|VIRTUAL|TRIGGER)|DROP )/)
			sql = 1
	}
	if (sql && $1 !~ /^src\/store\//)
		wrong("SQL lives in store/")
	statement = statement " " $3
	if (sql && $1 ~ /^src\/store\// && $1 !~ /^src\/store\/undo(_bulk)?\.c$/ &&
	    statement ~ /(^|[^a-z_])(buf_[a-z_]+|v?snprintf|v?asprintf|arena_[a-z_]+|str_[a-z_]+|strcat|memcpy) *\(/)
		wrong("only store/undo.c builds SQL: pick one of several literals instead")
	if ($3 ~ /[;{}] *$/)
		statement = ""
}' | report
