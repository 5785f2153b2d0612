#include "test.h"

#include "carter.h"
#include "casework/safety.h"
#include "casework/undo.h"
#include "fixture.h"
#include "session.h"

static struct safety_note_id raise_about(struct workplace *w, struct person_id person)
{
	struct safety_note n = safety_note_blank;
	struct problems problems = { 0 };
	struct safety_note_id id = { 0 };

	n.person = person;
	n.about = SAFETY_ENDING_LIFE;
	n.words = "There is no point in any of it";
	n.who = person.n ? "" : "A man in the car park, red coat";
	if (casework_worry_about_safety(w->session, &n, &w->arena, &problems, &id) != OK)
		fail_msg("%s", session_fault(w->session));
	return id;
}

static struct safety_item_list today(struct workplace *w)
{
	struct safety_item_list list = { 0 };

	assert_int_equal(casework_safety_today(w->session, &w->arena, &list), OK);
	return list;
}

static void safety__every_role_can_raise__with_and_without_a_person(void **state)
{
	struct workplace *w = *state;
	static const unsigned roles[] = { ROLE_VOLUNTEER, ROLE_LINK_WORKER, ROLE_COORDINATOR,
		                          ROLE_AUDITOR };
	struct person_id jane = carter_add(w);

	for (size_t i = 0; i < COUNT_OF(roles); i++) {
		w->session->account.roles = roles[i];
		raise_about(w, jane);
		raise_about(w, (struct person_id){ 0 });
	}
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM safety_note"), 8);
}

static void safety__raising_asks_for_no_more_than_what_and_whom(void **state)
{
	struct workplace *w = *state;
	struct safety_note n = safety_note_blank;
	struct problems problems = { 0 };
	struct safety_note_id id = { 0 };

	assert_int_equal(casework_worry_about_safety(w->session, &n, &w->arena, &problems, &id),
	                 E_INVALID);
	assert_int_equal(problems.n, 3);
	assert_string_equal(problems.at[0].field, "about");
	assert_string_equal(problems.at[1].field, "who");
	assert_string_equal(problems.at[2].field, "words");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM safety_note"), 0);
}

static void safety__is_on_the_list_of_lead_deputy_and_raiser__and_nobody_elses(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);

	workplace_as(w, "mary");
	raise_about(w, jane);
	assert_int_equal(today(w).n, 1);
	workplace_as(w, "ann");
	assert_int_equal(today(w).n, 1);
	assert_string_equal(today(w).at[0].who, "Carter, Jane 1981");
	assert_string_equal(today(w).at[0].what, "ending their life");
	assert_string_equal(today(w).at[0].state, "not seen yet");
	assert_string_equal(today(w).at[0].when, "09:00");
	workplace_as(w, "ben");
	assert_int_equal(today(w).n, 1);
	workplace_as(w, "priya");
	assert_int_equal(today(w).n, 0);
}

static void safety__unseen_for_two_hours__is_on_everybodys_today_without_its_words(void **state)
{
	struct workplace *w = *state;
	struct safety_note_id id;
	struct safety_record record;

	workplace_as(w, "mary");
	id = raise_about(w, haddad_add(w));
	workplace_as(w, "priya");
	w->session->account.roles = ROLE_LINK_WORKER;
	w->session->minute += SAFETY_UNSEEN_MINUTES - 1;
	assert_int_equal(today(w).n, 0);
	w->session->minute += 1;
	assert_int_equal(today(w).n, 1);
	assert_true(today(w).at[0].late);
	assert_false(today(w).at[0].readable);
	assert_string_equal(today(w).at[0].who, "somebody");
	assert_int_equal(today(w).at[0].person.n, 0);
	assert_string_equal(today(w).at[0].what, "a worry about safety");
	assert_string_equal(today(w).at[0].state, "unseen 2 hours: ring Ann Reid 0113 496 0111");
	assert_int_equal(casework_safety_note(w->session, id, &w->arena, &record), E_DENIED);
	w->session->account.roles = ROLE_AUDITOR;
	assert_int_equal(today(w).n, 0);
	workplace_as(w, "ann");
	assert_int_equal(casework_safety_seen(w->session, id), OK);
	workplace_as(w, "priya");
	assert_int_equal(today(w).n, 0);
}

static void safety__a_coordinator_reads_all__a_link_worker_none_but_their_own(void **state)
{
	struct workplace *w = *state;
	struct safety_item_list list;
	struct safety_note_id id;
	struct safety_record r;

	workplace_as(w, "mary");
	id = raise_about(w, (struct person_id){ 0 });
	assert_int_equal(casework_safety_note(w->session, id, &w->arena, &r), OK);
	workplace_as(w, "priya");
	assert_int_equal(casework_safety_notes(w->session, &w->arena, &list), OK);
	assert_int_equal(list.n, 1);
	assert_int_equal(casework_safety_note(w->session, id, &w->arena, &r), OK);
	assert_false(r.answerable);
	assert_string_equal(r.item.who, "A man in the car park, red coat");
	w->session->account.roles = ROLE_LINK_WORKER;
	assert_int_equal(casework_safety_notes(w->session, &w->arena, &list), OK);
	assert_int_equal(list.n, 0);
}

static void safety__reading_one_is_on_record(void **state)
{
	struct workplace *w = *state;
	struct safety_note_id id = raise_about(w, carter_add(w));
	struct safety_record r;

	assert_int_equal(casework_safety_note(w->session, id, &w->arena, &r), OK);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT person FROM event WHERE kind = 'look' AND"
	                           " what = 'opened a safety note'"),
	                 r.note.person.n);
}

static void safety__the_raiser_cannot_close_it__even_as_the_lead(void **state)
{
	struct workplace *w = *state;
	struct safety_note_id id;

	workplace_as(w, "ann");
	id = raise_about(w, carter_add(w));
	assert_int_equal(casework_safety_seen(w->session, id), E_DENIED);
	assert_int_equal(casework_safety_done(w->session, id, "rang her"), E_DENIED);
	assert_string_equal(session_fault(w->session),
	                    "You raised this, so somebody else writes what came of it: Ben Ojo, "
	                    "0113 496 0112.");
	workplace_as(w, "priya");
	assert_int_equal(casework_safety_done(w->session, id, "rang her"), E_DENIED);
	workplace_as(w, "ben");
	assert_int_equal(casework_safety_done(w->session, id, "rang her"), OK);
}

static void safety__stays_on_today_until_what_was_done_is_written(void **state)
{
	struct workplace *w = *state;
	struct safety_note_id id;
	struct safety_record r;

	workplace_as(w, "mary");
	id = raise_about(w, carter_add(w));
	workplace_as(w, "ann");
	assert_int_equal(casework_safety_seen(w->session, id), OK);
	assert_int_equal(casework_safety_seen(w->session, id), E_CONFLICT);
	assert_int_equal(today(w).n, 1);
	assert_string_equal(today(w).at[0].state, "Ann Reid has seen it");
	assert_int_equal(casework_safety_done(w->session, id, "  "), E_INVALID);
	workplace_as(w, "mary");
	assert_int_equal(today(w).n, 1);
	workplace_as(w, "ann");
	assert_int_equal(casework_safety_done(w->session, id, "Her GP has rung her"), OK);
	assert_int_equal(casework_safety_done(w->session, id, "again"), E_CONFLICT);
	assert_int_equal(today(w).n, 0);
	assert_int_equal(casework_safety_note(w->session, id, &w->arena, &r), OK);
	assert_string_equal(r.seen, "Mon 23 Nov, Ann Reid");
	assert_string_equal(r.done, "Mon 23 Nov: Her GP has rung her");
}

static void safety__without_lead_or_deputy_here__a_coordinator_answers(void **state)
{
	struct workplace *w = *state;
	struct safety_note_id id;

	w->session->service.lead.account.n = 0;
	w->session->service.deputy.account.n = 0;
	workplace_as(w, "mary");
	id = raise_about(w, (struct person_id){ 0 });
	workplace_as(w, "priya");
	assert_int_equal(today(w).n, 1);
	assert_int_equal(casework_safety_done(w->session, id, "Rang 111 with him"), OK);
}

static void safety__raised__cannot_be_undone__but_its_end_can(void **state)
{
	struct workplace *w = *state;
	struct safety_note_id id;
	const char *what;

	workplace_as(w, "mary");
	id = raise_about(w, carter_add(w));
	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), E_CONFLICT);
	assert_int_equal(casework_undo(w->session), E_CONFLICT);
	assert_int_equal(today(w).n, 1);
	workplace_as(w, "ann");
	assert_int_equal(casework_safety_done(w->session, id, "rang"), OK);
	assert_int_equal(casework_undo(w->session), OK);
	assert_int_equal(today(w).n, 1);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(safety__every_role_can_raise__with_and_without_a_person),
		AT_WORK(safety__raising_asks_for_no_more_than_what_and_whom),
		AT_WORK(safety__is_on_the_list_of_lead_deputy_and_raiser__and_nobody_elses),
		AT_WORK(safety__unseen_for_two_hours__is_on_everybodys_today_without_its_words),
		AT_WORK(safety__a_coordinator_reads_all__a_link_worker_none_but_their_own),
		AT_WORK(safety__reading_one_is_on_record),
		AT_WORK(safety__the_raiser_cannot_close_it__even_as_the_lead),
		AT_WORK(safety__stays_on_today_until_what_was_done_is_written),
		AT_WORK(safety__raised__cannot_be_undone__but_its_end_can),
		AT_WORK(safety__without_lead_or_deputy_here__a_coordinator_answers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
