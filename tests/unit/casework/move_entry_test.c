#include "casework/move_entry.h"

#include "test.h"

#include "called.h"
#include "fixture.h"
#include "session.h"

#include "casework/contacts.h"
#include "casework/person_view.h"
#include "casework/undo.h"

#include <string.h>

static void say(struct workplace *w, struct person_id p, const char *note)
{
	struct new_contact x = new_contact_blank;
	struct contact_saved saved;

	x.person = p;
	x.outcome = CONTACT_SPOKE;
	x.note = note;
	assert_int_equal(casework_record_contact(w->session, &x, &w->arena, &saved), OK);
}

static enum status move(struct workplace *w, struct person_id from, struct person_id to,
                        enum moved_noun noun, int64_t entry)
{
	const struct entry_move x = { from, to, noun, entry };
	const char *said;

	return casework_move_entry(w->session, &x, &w->arena, &said);
}

static bool timeline_has(struct workplace *w, struct person_id p, const char *text)
{
	struct person_view v;

	assert_int_equal(casework_open_person(w->session, p, &w->arena, &v), OK);
	for (size_t i = 0; i < v.timeline.n; i++)
		if (strstr(v.timeline.at[i].whole, text))
			return true;
	return false;
}

/* Samir's secret does not stay in Dylan's record (care 11); both say that it was moved, and by whom. */
static void move_entry__a_contact__leaves_nothing_behind_but_that_it_was_moved(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = called_jane(w), doe = called_nobody_asked(w, "Doe");

	say(w, jane, "He told me about his son");
	assert_int_equal(move(w, jane, doe, MOVED_CONTACT, 1), OK);
	assert_false(timeline_has(w, jane, "his son"));
	assert_true(timeline_has(w, doe, "his son"));
	assert_true(timeline_has(w, jane, "moved to another record: contact of Mon 23 Nov"));
	assert_true(timeline_has(w, jane, "Moved by: Priya Shah"));
	assert_true(timeline_has(w, doe, "moved here: contact of Mon 23 Nov"));
	assert_false(timeline_has(w, jane, "Doe"));
	assert_int_equal(store_int(w->session->store,
	                           "SELECT last_spoken_on FROM caseload WHERE person = 2"),
	                 w->session->today);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT kind FROM event WHERE kind <> 'look'"
	                               " ORDER BY id DESC LIMIT 1",
	                               &w->arena),
	                    "change");
	assert_int_equal(casework_undo(w->session), OK);
	assert_true(timeline_has(w, jane, "his son"));
	assert_false(timeline_has(w, doe, "his son"));
	assert_false(timeline_has(w, jane, "moved to another"));
}

/* What was done in a record is read by whoever works with it: nobody kept apart is named in it. */
static void move_entry__to_somebody_kept_apart__does_not_name_them(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = called_jane(w), doe = called_nobody_asked(w, "Doe");

	say(w, jane, "words");
	store_sql(w->session->store,
	          "UPDATE person SET keep_apart = 1, ver = ver + 1 WHERE id = 2");
	assert_int_equal(move(w, jane, doe, MOVED_CONTACT, 1), OK);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM event WHERE person = 1"
	                                              " AND what LIKE '%Doe%'"),
	                 0);
}

static void move_entry__what_is_not_there__changes_nothing(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = called_jane(w), doe = called_nobody_asked(w, "Doe");

	say(w, jane, "words");
	assert_int_equal(move(w, jane, jane, MOVED_CONTACT, 1), E_INVALID);
	assert_int_equal(move(w, jane, doe, MOVED_CONTACT, 77), E_NOT_FOUND);
	assert_int_equal(move(w, doe, jane, MOVED_CONTACT, 1), E_NOT_FOUND);
	assert_int_equal(move(w, jane, doe, MOVED_NOUN_NONE, 1), E_INVALID);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM moved"), 0);
	assert_true(timeline_has(w, jane, "words"));
}

/* Each kind, by the row itself. */
static void move_entry__every_kind__goes_with_its_row(void **state)
{
	static const struct {
		enum moved_noun noun;
		const char *insert, *whose;
	} kinds[] = {
		{ MOVED_MESSAGE,
		  "INSERT INTO message (id, person, kind, for_account, words, taken_by, taken_on) "
		  "VALUES (9, 1, 'message', 1, 'ring back', 1, 20780)",
		  "SELECT person FROM message WHERE id = 9" },
		{ MOVED_SAFETY,
		  "INSERT INTO safety_note (id, person, about, words, did, told_when, raised_by, "
		  "raised_on) VALUES (9, 1, 'neglect', 'a', 'b', '09:00', 1, 20780)",
		  "SELECT person FROM safety_note WHERE id = 9" },
		{ MOVED_REMINDER,
		  "INSERT INTO reminder (id, person, kind, what, due_on, first_due_on, state, made_on, "
		  "by_account) VALUES (9, 1, 'follow_up', 'x', 20780, 20780, 'open', 20780, 1)",
		  "SELECT person FROM reminder WHERE id = 9" },
		{ MOVED_SIGNPOST,
		  "INSERT INTO service (id, name) VALUES (5, 'Advice');"
		  "INSERT INTO signpost (id, person, service, kind, given_on, status, status_on, "
		  "by_account) VALUES (9, 1, 5, 'told', 20780, 'given', 20780, 1)",
		  "SELECT person FROM signpost WHERE id = 9" },
	};
	struct workplace *w = *state;
	struct person_id jane = called_jane(w), doe = called_nobody_asked(w, "Doe");

	for (size_t i = 0; i < COUNT_OF(kinds); i++) {
		store_sql(w->session->store, kinds[i].insert);
		if (move(w, jane, doe, kinds[i].noun, 9) != OK)
			fail_msg("%d: %s", (int)kinds[i].noun, session_fault(w->session));
		assert_int_equal(store_int(w->session->store, kinds[i].whose), doe.n);
	}
}

static void move_entry__a_service_that_details_left_for__stays(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = called_jane(w), doe = called_nobody_asked(w, "Doe");

	store_sql(
		w->session->store,
		"INSERT INTO service (id, name) VALUES (5, 'Advice');"
		"INSERT INTO signpost (id, person, service, kind, given_on, status, status_on, "
		"by_account, consent) VALUES (9, 1, 5, 'referred', 20780, 'sent', 20780, 1, 'yes');"
		"INSERT INTO disclosure (person, on_day, kind, to_whom, purpose, basis, fields, "
		"signpost, by_account) VALUES (1, 20780, 'referral', 'Advice', 'refer', 'consent', 'name', 9, 1)");
	assert_int_equal(move(w, jane, doe, MOVED_SIGNPOST, 9), E_CONFLICT);
	assert_non_null(strstr(session_fault(w->session), "left with it"));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		TEST(move_entry__a_contact__leaves_nothing_behind_but_that_it_was_moved),
		TEST(move_entry__to_somebody_kept_apart__does_not_name_them),
		TEST(move_entry__what_is_not_there__changes_nothing),
		TEST(move_entry__every_kind__goes_with_its_row),
		TEST(move_entry__a_service_that_details_left_for__stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
