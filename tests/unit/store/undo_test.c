#include "store/undo.h"

#include "stmt.h"

#include "fixture.h"
#include "test.h"

static void save_as(struct fixture *f, struct account_id who, const char *what, const char *sql)
{
	sqlite3_stmt *q;

	assert_int_equal(change_begin(&f->change, f->store, who, f->now, what), OK);
	assert_int_equal(stmt_borrow(f->store, &q, sql), OK);
	assert_int_equal(stmt_run(f->store, q), OK);
	fixture_end(f);
}

static void save(struct fixture *f, const char *what, const char *sql)
{
	save_as(f, f->who, what, sql);
}

static struct undo_offer offer(struct fixture *f, enum undo_way way)
{
	struct undo_offer o = { 0 };

	if (undo_peek(f->store, f->who, way, &f->arena, &o) != OK)
		fail_msg("%s", store_fault(f->store));
	return o;
}

static enum status try_undo(struct fixture *f, struct event_id event)
{
	struct change c;
	enum status rc = change_begin(&c, f->store, f->who, f->now, "taken back");

	if (rc == OK)
		rc = undo_apply(&c, event);
	return change_end(&c, rc);
}

/* What is offered must be possible, and is done. */
static const char *undo(struct fixture *f, enum undo_way way)
{
	struct undo_offer o = offer(f, way);

	assert_string_equal(o.why_not, "");
	assert_true(o.possible);
	assert_int_equal(try_undo(f, o.event), OK);
	return o.what;
}

static const char *service(struct fixture *f)
{
	return fixture_text(f, "SELECT value FROM setting WHERE name = 'service'");
}

#define TO_A SQL("UPDATE setting SET value = 'A', ver = ver + 1 WHERE name = 'service'")
#define TO_B SQL("UPDATE setting SET value = 'B', ver = ver + 1 WHERE name = 'service'")

static void undo__goes_back_and_again_through_several_changes(void **state)
{
	struct fixture *f = *state;
	struct undo_offer o;

	save(f, "to A", TO_A);
	save(f, "to B", TO_B);
	assert_string_equal(undo(f, UNDO_BACK), "to B");
	assert_string_equal(service(f), "A");
	assert_string_equal(undo(f, UNDO_BACK), "to A");
	assert_string_equal(service(f), "Riverside link workers");
	assert_int_equal(undo_peek(f->store, f->who, UNDO_BACK, &f->arena, &o), E_NOT_FOUND);
	assert_string_equal(undo(f, UNDO_AGAIN), "to A");
	assert_string_equal(undo(f, UNDO_AGAIN), "to B");
	assert_string_equal(service(f), "B");
	assert_int_equal(undo_peek(f->store, f->who, UNDO_AGAIN, &f->arena, &o), E_NOT_FOUND);
	assert_string_equal(undo(f, UNDO_BACK), "to B");
	assert_string_equal(service(f), "A");
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event WHERE kind = 'undo'"), 5);
}

static void undo__is_not_done_again__after_another_change(void **state)
{
	struct fixture *f = *state;
	struct undo_offer o;

	save(f, "to A", TO_A);
	undo(f, UNDO_BACK);
	save(f, "to B", TO_B);
	assert_int_equal(undo_peek(f->store, f->who, UNDO_AGAIN, &f->arena, &o), E_NOT_FOUND);
	assert_string_equal(offer(f, UNDO_BACK).what, "to B");
}

static void undo__moves_ver_on(void **state)
{
	struct fixture *f = *state;

	save(f, "to A", TO_A);
	undo(f, UNDO_BACK);
	assert_int_equal(fixture_int(f, "SELECT ver FROM setting"), 3);
}

static void undo__is_refused__where_a_column_it_wrote_was_changed_since(void **state)
{
	struct fixture *f = *state;
	struct undo_offer o;

	fixture_sql(f, "INSERT INTO account (id, login, name, roles) VALUES (2, 'sam', 'Sam', 2)");
	save(f, "to A", TO_A);
	save_as(f, (struct account_id){ 2 }, "to B", TO_B);
	o = offer(f, UNDO_BACK);
	assert_false(o.possible);
	assert_string_equal(o.why_not, "Nothing was taken back: Sam (09:00) changed the setting "
	                               "since (value).");
	assert_int_equal(try_undo(f, o.event), E_CONFLICT);
	assert_string_equal(service(f), "B");
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event"), 2);
}

#define PERSON \
	"INSERT INTO person (id, family_name, given_name, created_on) VALUES (7, 'Ray', 'Jo', 1)"

static void undo__leaves_other_columns_of_the_row_as_they_are_now(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, PERSON);
	save(f, "a name", SQL("UPDATE person SET given_name = 'Joan' WHERE id = 7"));
	fixture_sql(f, "UPDATE person SET family_name = 'Reay' WHERE id = 7");
	undo(f, UNDO_BACK);
	assert_string_equal(fixture_text(f, "SELECT given_name || ' ' || family_name FROM person"),
	                    "Jo Reay");
}

static void undo__takes_new_rows_away_and_brings_deleted_ones_back(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, PERSON);
	save(f, "assessment",
	     SQL("INSERT INTO assessment (id, person, list, status, on_day, mode, by_account)"
	         " VALUES (3, 7, 'clew-1', 'begun', 1, 'phone', 1)"));
	save(f, "concern",
	     SQL("INSERT INTO concern (assessment, code, person, score, answer, own_words)"
	         " VALUES (3, 'a/b', 7, 8, 'score', 'tab' || char(9) || 'x')"));
	save(f, "none", SQL("DELETE FROM concern"));
	undo(f, UNDO_BACK);
	assert_string_equal(fixture_text(f, "SELECT assessment || code || score || own_words"
	                                    "  FROM concern WHERE level IS NULL"),
	                    "3a/b8tab\tx");
	undo(f, UNDO_BACK);
	undo(f, UNDO_BACK);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM concern"), 0);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM assessment"), 0);
	undo(f, UNDO_AGAIN);
	undo(f, UNDO_AGAIN);
	assert_int_equal(fixture_int(f, "SELECT score FROM concern"), 8);
}

static void undo__is_refused__when_something_later_belongs_to_a_new_row(void **state)
{
	struct fixture *f = *state;
	struct undo_offer o;

	save(f, "a person", SQL(PERSON));
	fixture_sql(f, "INSERT INTO contact_point (person, kind, value) VALUES (7, 'phone', '1')");
	o = offer(f, UNDO_BACK);
	assert_false(o.possible);
	assert_int_equal(try_undo(f, o.event), E_CONFLICT);
	assert_string_equal(store_fault(f->store),
	                    "Nothing was taken back: something that was saved since belongs to "
	                    "the person's record.");
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM person"), 1);
	/* And with whose it is, where that is known. */
	fixture_sql(f, "DELETE FROM contact_point");
	fixture_sql(f, "INSERT INTO account (id, login, name, roles) VALUES (2, 'sam', 'Sam', 2)");
	save_as(f, (struct account_id){ 2 }, "their number",
	        SQL("INSERT INTO contact_point (person, kind, value) VALUES (7, 'phone', '1')"));
	assert_int_equal(try_undo(f, o.event), E_CONFLICT);
	assert_string_equal(store_fault(f->store),
	                    "Nothing was taken back: Ray, Jo was changed since. "
	                    "09:00, Sam: their number.");
}

static void undo__is_refused__when_the_row_is_gone(void **state)
{
	struct fixture *f = *state;

	save(f, "to A", TO_A);
	fixture_sql(f, "DELETE FROM setting");
	assert_string_equal(offer(f, UNDO_BACK).why_not,
	                    "Nothing was taken back: the setting is not there any more.");
}

static void undo__is_refused__when_what_it_did_was_erased(void **state)
{
	struct fixture *f = *state;

	save(f, "to A", TO_A);
	fixture_sql(f, "UPDATE event_row SET body = NULL, salt = NULL");
	assert_false(offer(f, UNDO_BACK).possible);
	assert_string_equal(service(f), "A");
}

static void undo__is_refused__twice_and_for_somebody_elses(void **state)
{
	struct fixture *f = *state;

	fixture_sql(f, "INSERT INTO account (id, login, name, roles) VALUES (2, 'sam', 'Sam', 2)");
	save(f, "to A", TO_A);
	assert_int_equal(try_undo(f, (struct event_id){ 1 }), OK);
	assert_int_equal(try_undo(f, (struct event_id){ 1 }), E_CONFLICT);
	save_as(f, (struct account_id){ 2 }, "to B", TO_B);
	assert_int_equal(try_undo(f, (struct event_id){ 3 }), E_DENIED);
	assert_int_equal(try_undo(f, (struct event_id){ 99 }), E_NOT_FOUND);
	assert_string_equal(service(f), "B");
}

static void undo__passes_over_looks(void **state)
{
	struct fixture *f = *state;

	save(f, "to A", TO_A);
	assert_int_equal(change_note(f->store, &(struct note_event){ .kind = "look",
	                                                             .who = f->who,
	                                                             .at = f->now,
	                                                             .what = "a look",
	                                                             .person = { 0 } }),
	                 OK);
	assert_string_equal(offer(f, UNDO_BACK).what, "to A");
	assert_int_equal(try_undo(f, (struct event_id){ 2 }), E_CONFLICT);
}

/* ---- imports ---- */

static void run(struct fixture *f, const char *sql)
{
	sqlite3_stmt *q;

	assert_int_equal(stmt_borrow(f->store, &q, sql), OK);
	assert_int_equal(stmt_run(f->store, q), OK);
}

/* Event 1: persons 1 to 20, a number each, and a service with an area. */
static void import(struct fixture *f)
{
	fixture_begin(f, "import of people")->kind = "import";
	run(f, SQL("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20)"
	           " INSERT INTO person (id, family_name, given_name, created_on)"
	           " SELECT i, 'Ray', 'Jo', 1 FROM n"));
	run(f, SQL("INSERT INTO contact_point (person, kind, value)"
	           " SELECT id, 'phone', '0' || id FROM person"));
	run(f, SQL("INSERT INTO service (id, name) VALUES (4, 'Bookworms')"));
	run(f, SQL("INSERT INTO service_area (service, area) VALUES (4, 'E09'), (4, 'E10')"));
	run(f, TO_A);
	fixture_end(f);
}

static int64_t imported(struct fixture *f)
{
	return fixture_int(f, "SELECT (SELECT count(*) FROM person)"
	                      " + (SELECT count(*) FROM contact_point)"
	                      " + (SELECT count(*) FROM service_area)"
	                      " + (SELECT count(*) FROM service)");
}

static void assert_import_stays(struct fixture *f, const char *why)
{
	assert_int_equal(try_undo(f, (struct event_id){ 1 }), E_CONFLICT);
	assert_string_equal(store_fault(f->store), why);
	assert_string_equal(service(f), "A");
	assert_int_equal(imported(f), 43);
}

static void undo__takes_an_import_back_and_keeps_keys_alone(void **state)
{
	struct fixture *f = *state;
	struct undo_offer o;

	import(f);
	assert_string_equal(undo(f, UNDO_BACK), "import of people");
	assert_int_equal(imported(f), 0);
	assert_string_equal(service(f), "Riverside link workers");
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event_row WHERE event = 2"), 5);
	assert_string_equal(fixture_text(f, "SELECT kind || pk || body FROM event_row"
	                                    "  WHERE event = 2 AND tbl = 'person'"),
	                    "delete*file\t\n1-20\n");
	o = offer(f, UNDO_AGAIN);
	assert_false(o.possible);
	assert_string_equal(o.why_not,
	                    "An import that was taken back comes again by importing its file.");
}

static void undo__leaves_an_import__when_a_row_was_changed_since(void **state)
{
	struct fixture *f = *state;

	import(f);
	save(f, "details of Ray, Jo", SQL("UPDATE person SET work = 'baker' WHERE id = 17"));
	assert_import_stays(f, "Nothing was taken back: Ray, Jo was changed since. 09:00, you: "
	                       "details of Ray, Jo.");
	fixture_sql(f, "UPDATE person SET restricted = 1 WHERE id = 17");
	assert_import_stays(f, "Nothing was taken back: somebody who is kept apart was changed "
	                       "since.");
	assert_int_equal(try_undo(f, (struct event_id){ 2 }), OK);
	fixture_sql(f, "UPDATE person SET restricted = 0 WHERE id = 17");
	assert_int_equal(try_undo(f, (struct event_id){ 1 }), OK);
	assert_int_equal(imported(f), 0);
}

/* Undone and done again, it stands. */
static void undo__leaves_an_import__when_a_change_since_was_done_again(void **state)
{
	struct fixture *f = *state;

	import(f);
	save(f, "details", SQL("UPDATE person SET work = 'baker' WHERE id = 17"));
	undo(f, UNDO_BACK);
	undo(f, UNDO_AGAIN);
	assert_import_stays(f, "Nothing was taken back: Ray, Jo was changed since. 09:00, you: "
	                       "taken back.");
}

static void undo__leaves_an_import__when_something_since_belongs_to_it(void **state)
{
	struct fixture *f = *state;

	import(f);
	save(f, "signposted to Bookworms",
	     SQL("INSERT INTO signpost (person, service, kind, given_on, status, status_on,"
	         "  by_account) VALUES (3, 4, 'told', 1, 'given', 1, 1)"));
	assert_import_stays(f, "Nothing was taken back: Ray, Jo was changed since. 09:00, you: "
	                       "signposted to Bookworms.");
}

static void undo__leaves_an_import__when_a_row_is_gone(void **state)
{
	struct fixture *f = *state;

	import(f);
	fixture_sql(f, "DELETE FROM contact_point WHERE id = 5");
	fixture_sql(f, "INSERT INTO service (name) VALUES ('another')");
	assert_import_stays(f, "Nothing was taken back: the number or address is not there any "
	                       "more.");
}

static void undo__leaves_an_import__while_somebody_writes_about_its_people(void **state)
{
	struct fixture *f = *state;

	import(f);
	fixture_sql(f, "INSERT INTO draft (account, form, about, person, title, body, kept_at)"
	               " VALUES (1, 'note', '', 20, 'Note begun', '', 1)");
	assert_import_stays(f, "Nothing was taken back: something that is begun and not ended is "
	                       "about Ray, Jo.");
}

/* Each row that goes is looked for in whatever may refer to it: a scan a row takes minutes. */
static void undo__finds_what_belongs_to_a_row_by_an_index(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
		fixture_text(f, "SELECT coalesce(group_concat(m.name || '.' || k.\"from\"), '')"
	                        "  FROM sqlite_schema m, pragma_foreign_key_list(m.name) k"
	                        " WHERE m.type = 'table'"
	                        "   AND k.\"table\" IN ('person', 'referral', 'service')"
	                        "   AND NOT EXISTS (SELECT 1 FROM pragma_table_info(m.name) c"
	                        "     WHERE c.name = k.\"from\" AND c.pk = 1)"
	                        "   AND NOT EXISTS (SELECT 1 FROM pragma_index_list(m.name) i,"
	                        "     pragma_index_info(i.name) c"
	                        "     WHERE c.seqno = 0 AND c.name = k.\"from\")"),
		"");
}

static void undo_touches__knows_the_rows_of_an_import(void **state)
{
	struct fixture *f = *state;
	struct undo_touched t;

	fixture_sql(f, "INSERT INTO person (id, family_name, created_on) VALUES (50, 'Old', 1)");
	fixture_begin(f, "import of people")->kind = "import";
	run(f, SQL("INSERT INTO contact_point (person, kind, value) VALUES (50, 'phone', '1')"));
	run(f, SQL("INSERT INTO service (id, name) VALUES (4, 'x'), (5, 'y')"));
	fixture_end(f);
	assert_int_equal(undo_touches(f->store, (struct event_id){ 1 }, &f->arena, &t), OK);
	assert_int_equal(t.people.n, 1);
	assert_true(t.keys);
	assert_int_equal(t.people.at[0].n, 50);
	assert_int_equal(t.services.n, 2);
	assert_int_equal(t.services.at[1].n, 5);
}

static void undo_touches__lists_each_person_and_service_once(void **state)
{
	struct fixture *f = *state;
	struct undo_touched t;

	fixture_sql(f, "INSERT INTO service (id, name) VALUES (4, 'x')");
	save(f, "a person", SQL(PERSON));
	save(f, "areas", SQL("INSERT INTO service_area (service, area) VALUES (4, 'a'), (4, 'b')"));
	assert_int_equal(undo_touches(f->store, (struct event_id){ 1 }, &f->arena, &t), OK);
	assert_int_equal(t.people.n, 1);
	assert_int_equal(t.people.at[0].n, 7);
	assert_int_equal(t.services.n, 0);
	assert_int_equal(undo_touches(f->store, (struct event_id){ 2 }, &f->arena, &t), OK);
	assert_false(t.keys);
	assert_int_equal(t.services.n, 1);
	assert_int_equal(t.services.at[0].n, 4);
}

/* More kinds of statement than are kept prepared, each of them wanted again after the others. */
static void undo__takes_back_rows_of_many_kinds(void **state)
{
	static const char all[] =
		"SELECT group_concat(id || quote(given_name) || quote(known_as) || quote(pronouns) ||"
		" quote(gender) || quote(address)) FROM person";
	struct fixture *f = *state;
	const char *before;

	fixture_sql(f,
	            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 96)"
	            "INSERT INTO person (id, family_name, known_as, created_on)"
	            " SELECT i, 'x', iif(i % 3, 'was ' || i, NULL), 1 FROM n");
	before = fixture_text(f, all);
	save(f, "many things",
	     SQL("UPDATE person SET given_name = iif(id & 1, 'g', given_name),"
	         " known_as = iif(id & 2, 'k', known_as), pronouns = iif(id & 4, 'p', pronouns),"
	         " gender = iif(id & 8, 'e', gender), address = iif(id & 16, 'a', address)"));
	assert_string_not_equal(fixture_text(f, all), before);
	undo(f, UNDO_BACK);
	assert_string_equal(fixture_text(f, all), before);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(undo__goes_back_and_again_through_several_changes),
		TEST(undo__is_not_done_again__after_another_change),
		TEST(undo__moves_ver_on),
		TEST(undo__is_refused__where_a_column_it_wrote_was_changed_since),
		TEST(undo__leaves_other_columns_of_the_row_as_they_are_now),
		TEST(undo__takes_new_rows_away_and_brings_deleted_ones_back),
		TEST(undo__is_refused__when_something_later_belongs_to_a_new_row),
		TEST(undo__is_refused__when_the_row_is_gone),
		TEST(undo__is_refused__when_what_it_did_was_erased),
		TEST(undo__is_refused__twice_and_for_somebody_elses),
		TEST(undo__passes_over_looks),
		TEST(undo__takes_an_import_back_and_keeps_keys_alone),
		TEST(undo__leaves_an_import__when_a_row_was_changed_since),
		TEST(undo__leaves_an_import__when_a_change_since_was_done_again),
		TEST(undo__leaves_an_import__when_something_since_belongs_to_it),
		TEST(undo__leaves_an_import__when_a_row_is_gone),
		TEST(undo__leaves_an_import__while_somebody_writes_about_its_people),
		TEST(undo__finds_what_belongs_to_a_row_by_an_index),
		TEST(undo_touches__knows_the_rows_of_an_import),
		TEST(undo_touches__lists_each_person_and_service_once),
		TEST(undo__takes_back_rows_of_many_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
