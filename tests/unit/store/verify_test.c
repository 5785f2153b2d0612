#include "store/verify.h"

#include "stmt.h"

#include "fixture.h"
#include "test.h"

#include <string.h>

static void save(struct fixture *f, const char *what, const char *sql)
{
	sqlite3_stmt *q;

	fixture_begin(f, what)->person.n = 7;
	assert_int_equal(stmt_borrow(f->store, &q, sql), OK);
	assert_int_equal(stmt_run(f->store, q), OK);
	fixture_end(f);
}

/* Six events: changes of one and of two rows, a look, an undo's number, and a row of an import. */
static int chain_setup(void **state)
{
	struct fixture *f = fixture_open();

	fixture_sql(f, "INSERT INTO account (id, login, name, roles) VALUES (2, 'sam', 'Sam', 2)");
	save(f, "a person",
	     SQL("INSERT INTO person (id, family_name, created_on) VALUES (7, 'Ray', 1)"));
	save(f, "settings", SQL("INSERT INTO setting (name, value) VALUES ('a', '1'), ('b', '2')"));
	assert_int_equal(change_note(f->store, &(struct note_event){ .kind = "look",
	                                                             .who = f->who,
	                                                             .at = f->now,
	                                                             .what = "a look",
	                                                             .person = { 7 } }),
	                 OK);
	save(f, "a name", SQL("UPDATE person SET given_name = 'Jo' WHERE id = 7"));
	save(f, "one less", SQL("DELETE FROM setting WHERE name = 'b'"));
	save(f, "another", SQL("INSERT INTO setting (name, value) VALUES ('c', '3')"));
	*state = f;
	return 0;
}

static struct events_checked checked(struct fixture *f, enum status want)
{
	struct events_checked found = { .events = -1 };
	enum status rc = store_check(f->store, NULL, &found);

	if (rc != want)
		fail_msg("%d, not %d: %s", rc, want, store_fault(f->store));
	return found;
}

static void verify__finds_a_chain_whole(void **state)
{
	struct fixture *f = *state;
	struct events_checked first = checked(f, OK);

	assert_int_equal(first.events, 6);
	assert_int_equal(first.rows, 6);
	assert_int_equal(first.erased, 0);
	assert_int_equal(first.first_bad.n, 0);
	save(f, "one more", SQL("DELETE FROM setting WHERE name = 'c'"));
	assert_memory_not_equal(checked(f, OK).head, first.head, DIGEST_BYTES);
}

static void verify__of_an_empty_file_is_well(void **state)
{
	struct fixture *f = fixture_open();

	UNUSED_STATE;
	assert_int_equal(checked(f, OK).events, 0);
	fixture_close(f);
}

/* What may be done to the file behind clew's back, and the first event that shows it. */
static const struct {
	const char *sql;
	int64_t bad;
} mutations[] = {
	{ "UPDATE event SET at = at + 1 WHERE id = 2", 2 },
	{ "UPDATE event SET account = 2 WHERE id = 2", 2 },
	{ "UPDATE event SET account = NULL WHERE id = 2", 2 },
	{ "UPDATE event SET kind = 'print' WHERE id = 3", 3 },
	{ "UPDATE event SET what = 'b look' WHERE id = 3", 3 },
	{ "UPDATE event SET what = '' WHERE id = 3", 3 },
	{ "UPDATE event SET person = NULL WHERE id = 3", 3 },
	{ "UPDATE event SET person = 0 WHERE id = 3", 3 },
	{ "UPDATE event SET rows = 3 WHERE id = 2", 2 },
	{ "UPDATE event SET undoes = 1 WHERE id = 4", 4 },
	{ "UPDATE event SET undoes = 0 WHERE id = 4", 4 },
	{ "UPDATE event SET link = zeroblob(32) WHERE id = 4", 4 },
	{ "UPDATE event SET id = 60 WHERE id = 6", 6 },
	{ "DELETE FROM event WHERE id = 1", 1 },
	{ "DELETE FROM event WHERE id = 3", 3 },
	{ "DELETE FROM event WHERE id = 6; DELETE FROM event_row WHERE event = 6", 6 },
	{ "DELETE FROM event; DELETE FROM event_row", 1 },
	{ "UPDATE event SET id = 99 WHERE id = 4; UPDATE event SET id = 4 WHERE id = 5;"
	  "UPDATE event SET id = 5 WHERE id = 99",
	  4 },
	{ "UPDATE event_row SET event = 99 WHERE event = 4; UPDATE event_row SET event = 4 WHERE"
	  " event = 5; UPDATE event_row SET event = 5 WHERE event = 99",
	  4 },
	{ "INSERT INTO event SELECT 7, at, account, roles, session, kind, what, person, via, rows, undoes, link"
	  "  FROM event WHERE id = 3",
	  7 },
	{ "INSERT INTO event_row SELECT 3, 1, person, tbl, pk, kind, body, salt, digest"
	  "  FROM event_row WHERE event = 1",
	  3 },
	{ "INSERT INTO event_row SELECT 9, 1, person, tbl, pk, kind, body, salt, digest"
	  "  FROM event_row WHERE event = 1",
	  7 },
	{ "INSERT INTO event_row SELECT -9, 1, person, tbl, pk, kind, body, salt, digest"
	  "  FROM event_row WHERE event = 1",
	  1 },
	{ "DELETE FROM event_row WHERE event = 2 AND seq = 1", 2 },
	{ "DELETE FROM event_row WHERE event = 2 AND seq = 2", 2 },
	{ "UPDATE event_row SET seq = 3 WHERE event = 2 AND seq = 1", 2 },
	{ "UPDATE event_row SET person = 8 WHERE event = 1", 1 },
	{ "UPDATE event_row SET person = NULL WHERE event = 1", 1 },
	{ "UPDATE event_row SET person = 0 WHERE event = 5", 5 },
	{ "UPDATE event_row SET tbl = 'plan' WHERE event = 1", 1 },
	{ "UPDATE event_row SET pk = '8' WHERE event = 1", 1 },
	{ "UPDATE event_row SET kind = 'delete' WHERE event = 1", 1 },
	{ "UPDATE event_row SET body = replace(body, 'Ray', 'Roy') WHERE event = 1", 1 },
	{ "UPDATE event_row SET body = body || char(0) || 'x' WHERE event = 1", 1 },
	{ "UPDATE event_row SET body = '' WHERE event = 1", 1 },
	{ "UPDATE event_row SET body = NULL WHERE event = 1", 1 },
	{ "UPDATE event_row SET salt = NULL WHERE event = 1", 1 },
	{ "UPDATE event_row SET salt = zeroblob(16) WHERE event = 1", 1 },
	{ "UPDATE event_row SET salt = zeroblob(17) WHERE event = 1", 1 },
	{ "UPDATE event_row SET digest = zeroblob(32) WHERE event = 1", 1 },
	{ "UPDATE event_row SET body = NULL, salt = NULL, digest = zeroblob(32) WHERE event = 1",
	  1 },
};

static void verify__names_the_first_event__whatever_was_done_to_the_file(void **state)
{
	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(mutations); i++) {
		void *made;
		struct fixture *f;

		chain_setup(&made);
		f = made;
		fixture_sql(f, mutations[i].sql);
		if (checked(f, E_DAMAGED).first_bad.n != mutations[i].bad)
			fail_msg("%s: %s", mutations[i].sql, store_fault(f->store));
		fixture_close(f);
	}
}

static void verify__tells_erased_rows_from_damaged_ones(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "UPDATE event_row SET body = NULL, salt = NULL WHERE person = 7");
	assert_int_equal(checked(f, OK).erased, 2);
}

static void verify__fails__with_another_key(void **state)
{
	struct fixture *f = *state;
	struct key other = { .bytes = { 1 } };
	struct events_checked found;
	struct buf image = { 0 };
	struct store *copy;

	assert_int_equal(store_image(f->store, &image), OK);
	assert_int_equal(store_open_image(buf_str(&image), &other, &copy), OK);
	assert_int_equal(store_check(copy, NULL, &found), E_DAMAGED);
	assert_int_equal(found.first_bad.n, 1);
	store_close(copy);
	buf_done(&image);
}

static void verify__finds_a_row_that_refers_to_nothing(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "PRAGMA foreign_keys = OFF; DELETE FROM person");
	assert_int_equal(store_check_references(f->store), OK); /* nobody refers to that person */
	fixture_sql(f, "INSERT INTO contact_point (person, kind, value) VALUES (70, 'phone', '1')");
	assert_int_equal(store_check_references(f->store), E_DAMAGED);
	assert_non_null(strstr(store_fault(f->store), "contact_point"));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, chain_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(verify__finds_a_chain_whole),
		cmocka_unit_test(verify__of_an_empty_file_is_well),
		cmocka_unit_test(verify__names_the_first_event__whatever_was_done_to_the_file),
		TEST(verify__tells_erased_rows_from_damaged_ones),
		TEST(verify__fails__with_another_key),
		TEST(verify__finds_a_row_that_refers_to_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
