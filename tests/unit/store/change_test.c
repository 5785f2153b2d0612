#include "store/change.h"

#include "handle.h"
#include "stmt.h"

#include "fixture.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

static enum status add(struct store *st, const char *name, const char *value)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q, SQL("INSERT INTO setting (name, value) VALUES (:name, :value)"));

	if (rc != OK)
		return rc;
	stmt_bind_text(q, ":name", name);
	stmt_bind_text(q, ":value", value);
	return stmt_run(st, q);
}

static void assert_nothing_happened(struct fixture *f)
{
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM setting"), 1);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event"), 0);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event_row"), 0);
	assert_true(sqlite3_get_autocommit(f->store->db));
}

static void change_end__keeps_rows_and_event_together(void **state)
{
	struct fixture *f = *state;
	struct change *c = fixture_begin(f, "a setting");

	c->person.n = 0;
	assert_int_equal(add(c->st, "a", "1"), OK);
	fixture_end(f);
	assert_int_equal(c->event.n, 1);
	assert_string_equal(fixture_text(f, "SELECT at || kind || what || account || rows ||"
	                                    " coalesce(person, '-') FROM event"),
	                    "1795424400changea setting11-");
	assert_string_equal(fixture_text(f, "SELECT event || tbl || pk || kind FROM event_row"),
	                    "1settingainsert");
}

static void change_end__leaves_nothing__when_the_work_failed(void **state)
{
	struct fixture *f = *state;
	struct change *c = fixture_begin(f, "a setting");

	assert_int_equal(add(c->st, "a", "1"), OK);
	assert_int_equal(change_end(c, E_INVALID), E_INVALID);
	assert_int_equal(c->event.n, 0);
	assert_nothing_happened(f);
	fixture_begin(f, "the next one is not hindered");
	assert_int_equal(add(f->store, "b", "1"), OK);
	fixture_end(f);
	assert_string_equal(fixture_text(f, "SELECT group_concat(pk) FROM event_row"), "b");
}

/* A full disk makes the engine roll back by itself; the next statement would commit alone. */
static void change_end__leaves_nothing__when_the_disk_is_full(void **state)
{
	struct fixture *f = *state;
	char *much = calloc(1, 1 << 20);
	struct change *c;

	assert_non_null(much);
	memset(much, 'x', (1 << 20) - 1);
	fixture_sql(f, "PRAGMA max_page_count = 1");
	c = fixture_begin(f, "much");
	assert_int_equal(add(c->st, "a", "1"), OK);
	assert_int_equal(add(c->st, "b", much), E_STORE);
	assert_non_null(strstr(store_fault(c->st), "The disk is full"));
	if (sqlite3_get_autocommit(f->store->db))
		assert_int_equal(add(c->st, "c", "1"), E_STORE);
	assert_int_equal(change_end(c, E_STORE), E_STORE);
	free(much);
	assert_nothing_happened(f);
}

/* As if the engine had ended the transaction by itself. */
static void change_end__says_no__when_the_transaction_is_lost(void **state)
{
	struct fixture *f = *state;
	struct change *c = fixture_begin(f, "a setting");

	assert_int_equal(add(c->st, "a", "1"), OK);
	fixture_sql(f, "ROLLBACK");
	assert_int_equal(add(c->st, "service", "1"), E_EXISTS);
	assert_int_equal(add(c->st, "b", "1"), E_STORE);
	assert_int_equal(change_end(c, OK), E_STORE);
	assert_nothing_happened(f);
}

static void change_look__is_an_event_without_rows(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "INSERT INTO person (id, family_name, created_on) VALUES (7, 'Ray', 1)");
	assert_int_equal(change_note(f->store, &(struct note_event){ .kind = "look",
	                                                             .who = f->who,
	                                                             .at = f->now,
	                                                             .what = "CL-000007",
	                                                             .person = { 7 } }),
	                 OK);
	assert_string_equal(fixture_text(f, "SELECT kind || what || person || rows FROM event"),
	                    "lookCL-00000770");
}

static void jot__leaves_no_event(void **state)
{
	struct fixture *f = *state;
	struct jot jot;
	sqlite3_stmt *q;

	assert_int_equal(jot_begin(&jot, f->store), OK);
	assert_int_equal(stmt_borrow(f->store, &q,
	                             SQL("INSERT INTO draft (account, form, about, title, body,"
	                                 " kept_at) VALUES (1, 'x', '', '', '', 1)")),
	                 OK);
	assert_int_equal(stmt_run(f->store, q), OK);
	assert_int_equal(jot_end(&jot, OK), OK);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM draft"), 1);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event"), 0);
}

/* ---- statements ---- */

static void stmt_bind__refuses_a_byte_of_zero(void **state)
{
	struct fixture *f = *state;
	struct change *c = fixture_begin(f, "a setting");
	sqlite3_stmt *q;

	assert_int_equal(stmt_borrow(c->st, &q, SQL("UPDATE setting SET value = :value")), OK);
	stmt_bind_str(q, ":value", STR("a\0b"));
	assert_int_equal(stmt_run(c->st, q), E_INVALID);
	assert_non_null(strstr(store_fault(c->st), "a byte of zero"));
	assert_int_equal(change_end(c, E_INVALID), E_INVALID);
	assert_nothing_happened(f);
}

static void stmt_bind__keeps_empty_text_apart_from_none(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *q;
	bool row;

	assert_int_equal(stmt_borrow(f->store, &q,
	                             SQL("SELECT :a IS NULL AS a, :b IS NULL AS b, :c AS c,"
	                                 " :d IS NULL AS d, :e IS NULL AS e, :f AS f")),
	                 OK);
	stmt_bind_text(q, ":a", "");
	stmt_bind_str(q, ":b", STR(""));
	stmt_bind_asked(q, ":c", SAID_NO);
	stmt_bind_day(q, ":d", DAY_NONE);
	stmt_bind_id(q, ":e", 0);
	assert_int_equal(stmt_step(f->store, q, &row), OK);
	assert_int_equal(stmt_int(q, "a"), 1);
	assert_int_equal(stmt_int(q, "b"), 0);
	assert_int_equal(stmt_asked(q, "c"), SAID_NO);
	assert_int_equal(stmt_int(q, "d"), 1);
	assert_int_equal(stmt_int(q, "e"), 1);
	assert_int_equal(stmt_asked(q, "f"), NOT_ASKED);
	assert_int_equal(stmt_day(q, "f"), DAY_NONE);
	assert_string_equal(stmt_text(q, "f", &f->arena), "");
	stmt_release(q);
}

#define FRUIT(X) X(APPLE, "apple", "an apple")
enum fruit { NO_FRUIT, FRUIT(WORD_ENUM) };
static const struct words fruits = WORDS("fruit", FRUIT);

static void stmt_word__makes_a_row_damaged__when_it_is_of_no_set(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *q;
	bool row;

	assert_int_equal(stmt_borrow(f->store, &q, SQL("SELECT 'apple' AS a, 'pear' AS b")), OK);
	assert_int_equal(stmt_step(f->store, q, &row), OK);
	assert_int_equal(stmt_word(q, "a", &fruits), APPLE);
	assert_int_equal(stmt_word(q, "b", &fruits), NO_FRUIT);
	assert_int_equal(stmt_step(f->store, q, &row), E_DAMAGED);
	assert_int_equal(stmt_finish(f->store, q), E_DAMAGED);
	assert_non_null(strstr(store_fault(f->store), "a fruit in it"));
}

static void stmt__errors_are_named_by_what_can_be_done(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *q;
	struct change *c = fixture_begin(f, "errors");

	assert_int_equal(add(c->st, "service", "again"), E_EXISTS);
	assert_int_equal(add(c->st, "null", NULL), E_INVALID);
	assert_int_equal(stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO contact_point (person, kind, value)"
	                                 " VALUES (99, 'phone', '1')")),
	                 OK);
	assert_int_equal(stmt_run(c->st, q), E_CONFLICT);
	assert_int_equal(change_end(c, E_CONFLICT), E_CONFLICT);
	assert_nothing_happened(f);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(change_end__keeps_rows_and_event_together),
		TEST(change_end__leaves_nothing__when_the_work_failed),
		TEST(change_end__leaves_nothing__when_the_disk_is_full),
		TEST(change_end__says_no__when_the_transaction_is_lost),
		TEST(change_look__is_an_event_without_rows),
		TEST(jot__leaves_no_event),
		TEST(stmt_bind__refuses_a_byte_of_zero),
		TEST(stmt_bind__keeps_empty_text_apart_from_none),
		TEST(stmt_word__makes_a_row_damaged__when_it_is_of_no_set),
		TEST(stmt__errors_are_named_by_what_can_be_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
