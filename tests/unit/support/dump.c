#include "dump.h"

#include "fixture.h"

#include "base/buf.h"

static void dump_table(struct store *st, const char *table, struct arena *a, struct buf *out)
{
	const char *columns = store_text(
		st,
		arena_printf(
			a,
			"SELECT group_concat(part, ' || '' '' || ') FROM (SELECT '('"
			"  || group_concat('quote(\"' || name || '\")', ' || '' '' || ') || ')' AS part"
			"  FROM pragma_table_info('%s') WHERE name <> 'ver' GROUP BY cid / 8)",
			table),
		a);

	buf_printf(out, "%s\n%s\n", table,
	           store_text(st,
	                      arena_printf(a,
	                                   "SELECT group_concat(x, char(10)) FROM"
	                                   " (SELECT %s AS x FROM \"%s\" ORDER BY 1)",
	                                   columns, table),
	                      a));
}

const char *store_dump(struct store *st, struct arena *a)
{
	struct str tables = str_of(store_text(
			   st,
			   "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table'"
			   "   AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'service_text_%'"
			   "   AND name NOT LIKE 'event%'"
			   "   AND name NOT IN ('draft', 'presence', 'access', 'approval',"
			   "     'service_stamp', 'service_word')",
			   a)),
		   table;
	struct buf out = { 0 };
	const char *text;

	while (str_cut(&tables, ',', &table))
		dump_table(st, arena_str(a, table), a, &out);
	text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}
