#include "image.h"
#include "stmt.h"

#include "fixture.h"
#include "test.h"

/* One statement within a change of its own. */
static void save(struct fixture *f, const char *sql)
{
	struct change *c = fixture_begin(f, "a test");
	sqlite3_stmt *q;

	assert_int_equal(stmt_borrow(c->st, &q, sql), OK);
	assert_int_equal(stmt_run(c->st, q), OK);
	fixture_end(f);
}

static const char *last(struct fixture *f, const char *sql)
{
	return fixture_text(f, sql);
}

#define LAST "FROM event_row WHERE event = (SELECT max(id) FROM event)"
#define KEY  "SELECT tbl || ' ' || pk || ' ' || kind || ' ' || coalesce(person, '-') " LAST
#define BODY "SELECT body " LAST

static void image__keeps_every_value_that_is_there__of_an_insert(void **state)
{
	struct fixture *f = *state;

	save(f, SQL("INSERT INTO person (id, family_name, known_as, created_on)"
	            " VALUES (7, 'Åberg' || char(10) || 'x' || char(9) || '\\', '', 20000)"));
	assert_string_equal(last(f, KEY), "person 7 insert 7");
	assert_string_equal(last(f, BODY),
	                    "id\t7\nfamily_name\t'Åberg\\nx\\t\\\\\nknown_as\t'\n"
	                    "keep_apart\t0\nrestricted\t0\ncreated_on\t20000\nver\t1\n");
}

static void image__keeps_only_what_differs__of_an_update(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "INSERT INTO person (id, family_name, created_on) VALUES (7, 'Ray', 1)");
	save(f, SQL("UPDATE person SET family_name = 'Ray', born_on = -5, ver = ver + 1"
	            " WHERE id = 7"));
	assert_string_equal(last(f, KEY), "person 7 update 7");
	assert_string_equal(last(f, BODY), "born_on\t.\t-5\nver\t1\t2\n");
}

static void image__is_not_made__of_an_update_that_changes_nothing(void **state)
{
	struct fixture *f = *state;

	save(f, SQL("UPDATE setting SET value = value"));
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event_row"), 0);
	assert_int_equal(fixture_int(f, "SELECT rows FROM event"), 0);
}

static void image__keeps_what_was_there__of_a_delete(void **state)
{
	struct fixture *f = *state;

	save(f, SQL("DELETE FROM setting"));
	assert_string_equal(last(f, KEY), "setting service delete -");
	assert_string_equal(last(f, BODY),
	                    "name\t'service\nvalue\t'Riverside link workers\nver\t1\n");
}

#define CONCERN                                                                       \
	"INSERT INTO person (id, family_name, created_on) VALUES (7, 'Ray', 1);"      \
	"INSERT INTO assessment (id, person, list, status, on_day, mode, by_account)" \
	" VALUES (3, 7, 'clew-1', 'begun', 1, 'phone', 1)"

static void image__follows_tables_without_rowid(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, CONCERN);
	save(f, SQL("INSERT INTO concern (assessment, code, person, score, answer)"
	            " VALUES (3, 'worry', 7, 8, 'score')"));
	assert_string_equal(last(f, KEY), "concern 3/worry insert 7");
	assert_string_equal(last(f, BODY), "assessment\t3\ncode\t'worry\nperson\t7\nscore\t8\n"
	                                   "answer\t'score\nver\t1\n");
	save(f, SQL("UPDATE concern SET score = 5, matters = 1"));
	assert_string_equal(last(f, KEY), "concern 3/worry update 7");
	assert_string_equal(last(f, BODY), "score\t8\t5\nmatters\t.\t1\n");
	save(f, SQL("DELETE FROM concern"));
	assert_string_equal(last(f, KEY), "concern 3/worry delete 7");
	assert_string_equal(last(f, BODY), "assessment\t3\ncode\t'worry\nperson\t7\nscore\t5\n"
	                                   "answer\t'score\nmatters\t1\nver\t1\n");
}

static void image__of_a_replaced_row_is_its_end_and_its_beginning(void **state)
{
	struct fixture *f = *state;

	save(f, SQL("INSERT OR REPLACE INTO setting (name, value) VALUES ('service', 'x')"));
	assert_int_equal(fixture_int(f, "SELECT rows FROM event"), 2);
	assert_string_equal(fixture_text(f, "SELECT group_concat(kind) FROM event_row"),
	                    "delete,insert");
	save(f, SQL("INSERT INTO setting (name, value) VALUES ('service', 'y')"
	            " ON CONFLICT DO UPDATE SET value = excluded.value"));
	assert_string_equal(last(f, BODY), "value\t'x\t'y\n");
}

static void image__of_a_statement_that_failed_is_dropped(void **state)
{
	struct fixture *f = *state;
	struct change *c = fixture_begin(f, "two settings");
	sqlite3_stmt *q;

	assert_int_equal(stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO setting (name, value)"
	                                 " VALUES ('a', '1'), ('b', '2'),"
	                                 "  ('service', '3')")),
	                 OK);
	assert_int_equal(stmt_run(c->st, q), E_EXISTS);
	assert_int_equal(stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO setting (name, value)"
	                                 " VALUES ('c', '3')")),
	                 OK);
	assert_int_equal(stmt_run(c->st, q), OK);
	fixture_end(f);
	assert_string_equal(fixture_text(f, "SELECT group_concat(pk) FROM event_row"), "c");
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM setting"), 2);
}

static void image__leaves_derived_rows_alone(void **state)
{
	struct fixture *f = *state;

	save(f, SQL("INSERT INTO name_token (token, people) VALUES ('ray', 1)"));
	save(f, SQL("INSERT INTO service_text (rowid, name) VALUES (1, 'Lunch club')"));
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event_row"), 0);
}

static void image__of_an_import_keeps_the_keys_of_new_rows(void **state)
{
	struct fixture *f = *state;
	struct change *c;
	sqlite3_stmt *q;

	fixture_sql(f, "INSERT INTO service (id, name) VALUES (1, 'Old')");
	c = fixture_begin(f, "directory of 23 November");
	c->kind = "import";
	c->file_hash = "abc";
	assert_int_equal(stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO service (id, name) VALUES (4, 'A'), (5, 'B'),"
	                                 " (6, 'C'), (9, 'D')")),
	                 OK);
	assert_int_equal(stmt_run(c->st, q), OK);
	assert_int_equal(stmt_borrow(c->st, &q,
	                             SQL("INSERT INTO service_area (service, area)"
	                                 " VALUES (4, 'E09'), (4, 'E10')")),
	                 OK);
	assert_int_equal(stmt_run(c->st, q), OK);
	assert_int_equal(
		stmt_borrow(c->st, &q, SQL("UPDATE service SET name = 'New' WHERE id = 1")), OK);
	assert_int_equal(stmt_run(c->st, q), OK);
	fixture_end(f);
	assert_int_equal(fixture_int(f, "SELECT rows FROM event WHERE kind = 'import'"), 3);
	assert_string_equal(fixture_text(f, "SELECT body FROM event_row WHERE tbl = 'service'"
	                                    " AND pk = '*'"),
	                    "file\tabc\n4-6\n9\n");
	assert_string_equal(
		fixture_text(f, "SELECT body FROM event_row WHERE tbl = 'service_area'"),
		"file\tabc\n4/E09\n4/E10\n");
	assert_string_equal(fixture_text(f, "SELECT body FROM event_row WHERE pk = '1'"),
	                    "name\t'Old\t'New\n");
}

static void image_value_read__gives_back_what_was_kept(void **state)
{
	struct fixture *f = *state;
	struct image_value v;

	assert_true(image_value_read(str_of("'a\\tb\\n\\\\c"), &f->arena, &v));
	assert_int_equal(v.kind, IMAGE_TEXT);
	assert_string_equal(v.text, "a\tb\n\\c");
	assert_true(image_value_read(str_of("-12"), &f->arena, &v));
	assert_int_equal(v.kind, IMAGE_INT);
	assert_int_equal(v.n, -12);
	assert_true(image_value_read(str_of("."), &f->arena, &v));
	assert_int_equal(v.kind, IMAGE_NULL);
	assert_false(image_value_read(str_of("x"), &f->arena, &v));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(image__keeps_every_value_that_is_there__of_an_insert),
		TEST(image__keeps_only_what_differs__of_an_update),
		TEST(image__is_not_made__of_an_update_that_changes_nothing),
		TEST(image__keeps_what_was_there__of_a_delete),
		TEST(image__follows_tables_without_rowid),
		TEST(image__of_a_replaced_row_is_its_end_and_its_beginning),
		TEST(image__of_a_statement_that_failed_is_dropped),
		TEST(image__leaves_derived_rows_alone),
		TEST(image__of_an_import_keeps_the_keys_of_new_rows),
		TEST(image_value_read__gives_back_what_was_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
