/*
 * T54: whatever is done to the record of changes by somebody without the key is found, and the first
 * event that is not what it was is named. The tables are made anew without types and rules, as
 * whoever changes them by hand may do.
 */
#include "test.h"

#include "chain_made.h"
#include "dice.h"
#include "fixture.h"

#include "base/str.h"
#include "store/verify.h"

#include <stdio.h>
#include <string.h>

#define EVENTS 1000
#ifdef __SANITIZE_ADDRESS__
#define MUTATIONS 500 /* each takes many times as long */
#else
#define MUTATIONS 5000
#endif

#define EVENT_COLUMNS "id, at, account, roles, session, kind, what, person, via, rows, undoes, link"
#define ROW_COLUMNS   "event, seq, person, tbl, pk, kind, body, salt, digest"

static const char *const event_columns[] = { "id",      "at",   "account", "roles",
	                                     "session", "kind", "what",    "person",
	                                     "via",     "rows", "undoes",  "link" };
static const char *const row_columns[] = { "event", "seq",  "person", "tbl",   "pk",
	                                   "kind",  "body", "salt",   "digest" };

struct bench {
	struct fixture *f;
	struct dice dice;
};

#define TOUCH(table, on, values)                                          \
	"CREATE TRIGGER " table "_" on " AFTER " on " ON " table " BEGIN" \
	" INSERT INTO touched VALUES " values "; END;"
#define TOUCHED(table, id)                     \
	TOUCH(table, "INSERT", "(new." id ")") \
	TOUCH(table, "DELETE", "(old." id ")") \
	TOUCH(table, "UPDATE", "(old." id "), (new." id ")")

/* The tables as they are good, and those that are worked on, with what was touched of them. */
static void make_tables(struct store *st)
{
	store_sql(st, "CREATE TABLE good_event (" EVENT_COLUMNS
	              "); CREATE TABLE good_row (" ROW_COLUMNS ");"
	              "INSERT INTO good_event SELECT * FROM event;"
	              "INSERT INTO good_row SELECT * FROM event_row;"
	              "CREATE INDEX good_event_id ON good_event(id);"
	              "CREATE INDEX good_row_of ON good_row(event, seq);"
	              "CREATE INDEX other_event_id ON other_event(id);"
	              "CREATE INDEX other_row_of ON other_row(event, seq);"
	              "DROP TABLE event; DROP TABLE event_row;"
	              "CREATE TABLE event (" EVENT_COLUMNS ");"
	              "CREATE INDEX event_id ON event(id);"
	              "CREATE TABLE event_row (" ROW_COLUMNS ");"
	              "CREATE INDEX row_of ON event_row(event, seq);"
	              "INSERT INTO event SELECT * FROM good_event;"
	              "INSERT INTO event_row SELECT * FROM good_row;"
	              "INSERT INTO sqlite_sequence VALUES ('event', 1000);"
	              "CREATE TABLE touched (e); CREATE TABLE mended (e)");
	store_sql(st, TOUCHED("event", "id") TOUCHED("event_row", "event"));
}

/* Another chain of the same key. */
static void make_other(struct bench *b)
{
	chain_make(b->f->store, &b->dice, EVENTS);
	fixture_sql(b->f, "CREATE TABLE other_event (" EVENT_COLUMNS
	                  "); CREATE TABLE other_row (" ROW_COLUMNS ");"
	                  "INSERT INTO other_event SELECT * FROM event;"
	                  "INSERT INTO other_row SELECT * FROM event_row;"
	                  "DELETE FROM event; DELETE FROM event_row; DELETE FROM sqlite_sequence"
	                  " WHERE name = 'event'; DELETE FROM person; DELETE FROM setting");
}

static int setup(void **state)
{
	static struct bench b;

	b.dice = dice_begin("mutations");
	b.f = fixture_open();
	make_other(&b);
	chain_make(b.f->store, &b.dice, EVENTS);
	make_tables(b.f->store);
	*state = &b;
	return 0;
}

static int teardown(void **state)
{
	struct bench *b = *state;

	fixture_close(b->f);
	return 0;
}

static void mend(struct store *st)
{
	store_sql(st,
	          "BEGIN; INSERT INTO mended SELECT DISTINCT e FROM touched;"
	          "DELETE FROM event WHERE id IN (SELECT e FROM mended) OR id IS NULL;"
	          "DELETE FROM event_row WHERE event IN (SELECT e FROM mended) OR event IS NULL;"
	          "INSERT INTO event SELECT * FROM good_event"
	          " WHERE id IN (SELECT e FROM mended);"
	          "INSERT INTO event_row SELECT * FROM good_row"
	          " WHERE event IN (SELECT e FROM mended);"
	          "DELETE FROM touched; DELETE FROM mended;"
	          "UPDATE sqlite_sequence SET seq = 1000 WHERE name = 'event'; COMMIT");
}

/* ---- what is done ---- */

static int any_event(struct bench *b)
{
	return (int)dice_below(&b->dice, EVENTS) + 1;
}

/* A row of an event, as a condition. */
static void any_row(struct bench *b, char *ret, size_t room)
{
	snprintf(
		ret, room,
		"rowid = (SELECT rowid FROM event_row WHERE event >= %d ORDER BY event, seq LIMIT 1)",
		any_event(b) - 50);
}

/* The same to look at, of another type; nothing; something where nothing was; another value. */
static const char *any_value(struct bench *b, const char *column, char *ret, size_t room)
{
	static const char *const values[] = {
		"CAST(@ AS TEXT)",
		"CAST(@ AS BLOB)",
		"CAST(@ AS REAL)",
		"NULL",
		"coalesce(@, 0)",
		"coalesce(@, '')",
		"coalesce(@, -9223372036854775807 - 1)",
		"coalesce(@, x'')",
		"@ || 'x'",
		"@ || char(0)",
		"@ + 1",
		"-@",
		"9223372036854775807",
		"zeroblob(32)",
		"zeroblob(16)",
		"'print'",
		"substr(@, 2)",
		"(SELECT coalesce(v, 1) FROM (SELECT abs(random()) % 2000 AS v))",
	};
	struct str rest = str_of(values[dice_below(&b->dice, COUNT_OF(values))]), before;
	bool named = memchr(rest.at, '@', rest.n) != NULL;

	str_cut(&rest, '@', &before);
	snprintf(ret, room, "%.*s%s%.*s", (int)before.n, before.at, named ? column : "",
	         (int)rest.n, named ? rest.at : "");
	return ret;
}

static void change_event(struct bench *b, char *sql, size_t room)
{
	const char *column = event_columns[dice_below(&b->dice, COUNT_OF(event_columns))];
	char value[120];

	snprintf(sql, room, "UPDATE event SET %s = %s WHERE id = %d", column,
	         any_value(b, column, value, sizeof(value)), any_event(b));
}

static void change_row(struct bench *b, char *sql, size_t room)
{
	const char *column = row_columns[dice_below(&b->dice, COUNT_OF(row_columns))];
	char value[120], which[160];

	any_row(b, which, sizeof(which));
	snprintf(sql, room, "UPDATE event_row SET %s = %s WHERE %s", column,
	         any_value(b, column, value, sizeof(value)), which);
}

static void take_out(struct bench *b, char *sql, size_t room)
{
	char which[160];
	int event = any_event(b), last = event + (int)dice_below(&b->dice, 30);

	any_row(b, which, sizeof(which));
	switch (dice_below(&b->dice, 5)) {
	case 0:
		snprintf(sql, room, "DELETE FROM event WHERE id = %d", event);
		break;
	case 1:
		snprintf(sql, room, "DELETE FROM event_row WHERE %s", which);
		break;
	case 2: /* and what comes after takes its number */
		snprintf(sql, room,
		         "DELETE FROM event WHERE id = %d; DELETE FROM event_row WHERE event = %d;"
		         "UPDATE event SET id = id - 1 WHERE id > %d;"
		         "UPDATE event_row SET event = event - 1 WHERE event > %d;"
		         "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'event'",
		         event, event, event, event);
		break;
	case 3: /* the end, but for the count of numbers given */
		snprintf(
			sql, room,
			"DELETE FROM event WHERE id >= %d; DELETE FROM event_row WHERE event >= %d",
			event, event);
		break;
	default:
		snprintf(sql, room,
		         "DELETE FROM event WHERE id BETWEEN %d AND %d;"
		         "DELETE FROM event_row WHERE event BETWEEN %d AND %d",
		         event, last, event, last);
	}
}

static void put_in(struct bench *b, char *sql, size_t room)
{
	char which[160];
	int event = any_event(b), other = any_event(b);

	any_row(b, which, sizeof(which));
	switch (dice_below(&b->dice, 4)) {
	case 0:
		snprintf(sql, room, "INSERT INTO event SELECT * FROM event WHERE id = %d", event);
		break;
	case 1:
		snprintf(sql, room, "INSERT INTO event_row SELECT * FROM event_row WHERE %s",
		         which);
		break;
	case 2: /* one more at the end */
		snprintf(sql, room,
		         "INSERT INTO event SELECT 1001, at, account, roles, session, kind, what,"
		         "  person, via, 0, undoes, link FROM event WHERE id = %d;"
		         "UPDATE sqlite_sequence SET seq = 1001 WHERE name = 'event'",
		         event);
		break;
	default: /* one in between, the others moved on */
		snprintf(sql, room,
		         "UPDATE event SET id = id + 1 WHERE id > %d;"
		         "UPDATE event_row SET event = event + 1 WHERE event > %d;"
		         "INSERT INTO event SELECT %d, at, account, roles, session, kind, what,"
		         "  person, via, 0, undoes, link FROM good_event WHERE id = %d;"
		         "UPDATE sqlite_sequence SET seq = 1001 WHERE name = 'event'",
		         event, event, event + 1, other);
	}
}

static void swap(struct bench *b, char *sql, size_t room)
{
	int x = any_event(b), y = any_event(b);

	switch (dice_below(&b->dice, 3)) {
	case 0:
		snprintf(sql, room,
		         "UPDATE event SET id = CASE id WHEN %d THEN %d ELSE %d END"
		         " WHERE id IN (%d, %d)",
		         x, y, x, x, y);
		break;
	case 1:
		snprintf(sql, room,
		         "UPDATE event_row SET event = CASE event WHEN %d THEN %d ELSE %d END"
		         " WHERE event IN (%d, %d)",
		         x, y, x, x, y);
		break;
	default: /* two rows of one event */
		snprintf(sql, room,
		         "UPDATE event_row SET seq = 3 - seq WHERE seq IN (1, 2) AND event ="
		         " (SELECT event FROM event_row WHERE seq = 2 AND event >= %d"
		         "   ORDER BY event LIMIT 1)",
		         x);
	}
}

/*
 * Of another file of the same key: one event, its rows, or all from there on. Not from the first: files
 * of one key are copies of one, and begin alike.
 */
static void splice(struct bench *b, char *sql, size_t room)
{
	int from = (int)dice_below(&b->dice, EVENTS - 1) + 2,
	    to = dice_below(&b->dice, 2) ? EVENTS : from;
	bool event = dice_below(&b->dice, 4) > 0, rows = !event || dice_below(&b->dice, 4) > 0;
	int n = 0;

	if (event)
		n = snprintf(sql, room,
		             "DELETE FROM event WHERE id BETWEEN %d AND %d; INSERT INTO event"
		             " SELECT * FROM other_event WHERE id BETWEEN %d AND %d;",
		             from, to, from, to);
	if (rows)
		snprintf(
			sql + n, room - (size_t)n,
			"DELETE FROM event_row WHERE event BETWEEN %d AND %d; INSERT INTO event_row"
			" SELECT * FROM other_row WHERE event BETWEEN %d AND %d",
			from, to, from, to);
}

/* ---- what must be found ---- */

#define SHOWN_EVENT(table)                                                                  \
	"SELECT id AS e, quote(id) || quote(at) || quote(account) || quote(roles) ||"       \
	" quote(session) || quote(kind) || hex(kind) || hex(what) || typeof(what) ||"       \
	" quote(person) || quote(via) || quote(rows) || quote(undoes) || quote(link) AS c," \
	" count(*) AS n FROM " table " WHERE id IN (SELECT e FROM touched) GROUP BY e, c"
#define SHOWN_ROW(table)                                                                     \
	"SELECT event AS e, quote(event) || quote(seq) || quote(person) || hex(tbl) ||"      \
	" typeof(tbl) || hex(pk) || typeof(pk) || hex(kind) || typeof(kind) || hex(body) ||" \
	" typeof(body) || quote(salt) || quote(digest) AS c, count(*) AS n FROM " table      \
	" WHERE event IN (SELECT e FROM touched) GROUP BY e, c"

/* The first event that is not what it was, itself or its rows; -1: none. */
static const char first_changed[] =
	"SELECT min(e) FROM ("
	" SELECT e FROM (" SHOWN_EVENT("event") " EXCEPT " SHOWN_EVENT(
		"good_event") ")"
			      " UNION ALL SELECT e FROM (" SHOWN_EVENT("good_event") " EXCEPT " SHOWN_EVENT(
				      "event") ")"
					       " UNION ALL SELECT e FROM (" SHOWN_ROW("event_row") " EXCEPT " SHOWN_ROW(
						       "good_row") ")"
								   " UNION ALL SELECT e FROM (" SHOWN_ROW("good_row") " EXCEPT " SHOWN_ROW(
									   "event_row") "))"
											" WHERE typeof(e) IN ('integer', 'real') AND e >= 1";

static bool found(struct bench *b, const char *sql, int64_t first)
{
	struct events_checked seen = { 0 };
	enum status rc = store_check_events(b->f->store, NULL, &seen);

	if (rc == OK && first > 0)
		print_error("not found: %s\n", sql);
	else if (rc == E_DAMAGED && seen.first_bad.n != first)
		print_error("named %lld, it was %lld: %s\n", (long long)seen.first_bad.n,
		            (long long)first, sql);
	else if (rc == E_DAMAGED || (rc == OK && first <= 0))
		return true;
	else
		print_error("%d: %s\n", rc, sql);
	return false;
}

static void verify__finds_every_mutation__and_names_the_first_event(void **state)
{
	static void (*const doings[])(struct bench *, char *, size_t) = {
		change_event, change_row, change_event, change_row, take_out, put_in, swap, splice
	};
	struct bench *b = *state;
	int trials = fault_rounds_of(MUTATIONS, 15), done = 0, missed = 0;
	struct events_checked whole;

	mend(b->f->store);
	assert_int_equal(store_check_events(b->f->store, NULL, &whole), OK);
	assert_int_equal(whole.events, EVENTS);
	while (done < trials) {
		char sql[1024] = "";
		int64_t first;

		doings[dice_below(&b->dice, COUNT_OF(doings))](b, sql, sizeof(sql));
		mend(b->f->store);
		fixture_sql(b->f, sql);
		first = fixture_int(b->f, first_changed);
		if (first < 0)
			continue; /* as it was */
		done++;
		missed += !found(b, sql, first);
	}
	print_message("# %d mutations of %d events, %d not found\n", done, EVENTS, missed);
	assert_int_equal(missed, 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(verify__finds_every_mutation__and_names_the_first_event),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
