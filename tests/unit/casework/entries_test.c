/* D1: an entry whole, what staff tell each other of it, who changed what, and what is proposed. */
#include "casework/entries.h"

#include "casework/approvals.h"
#include "casework/directory.h"
#include "casework/undo.h"
#include "fixture.h"
#include "leeds_desk.h"
#include "model/service_changes.h"
#include "test.h"

#include <string.h>

static struct service_record opened(struct desk *d, struct service_id id)
{
	struct service_record r;

	assert_int_equal(casework_open_service(d->w->session, id, &d->w->arena, &r), OK);
	return r;
}

static void change(struct desk *d, struct service_id id, const char *name, const char *text)
{
	struct service_entry x = opened(d, id).entry;
	struct values v = service_values(&x, &d->w->arena);
	struct problems problems = { 0 };

	values_set(&v, &d->w->arena, name, text);
	service_fill(&x, &v, d->w->session->today, &d->w->arena, &problems);
	assert_false(problems_stop(&problems));
	assert_int_equal(casework_change_service(d->w->session, &x), OK);
}

static const struct service_id advice = { 1 };

static void entry__parts__are_stored_and_come_back(void **state)
{
	struct desk *d = *state;
	struct service_record r;

	change(d, advice, "places", "Lantern Centre; Green Road; LS6 4ZZ");
	change(d, advice, "times",
	       "Mon–Fri 9:30–16:00\nLantern Centre: first Thu of the month 10-12");
	change(d, advice, "costs", "a session £2.50");
	r = opened(d, advice);
	assert_int_equal(r.entry.parts.times.n, 2);
	assert_true(r.entry.parts.times.at[1].place.n == r.entry.parts.places.at[0].id.n);
	assert_int_equal(r.entry.parts.costs.at[0].amount, 250);
	assert_string_equal(r.opening, "opens 9:30");
	assert_int_equal(casework_undo(d->w->session), OK);
	assert_int_equal(opened(d, advice).entry.parts.costs.n, 0);
	change(d, advice, "times", "");
	change(d, advice, "places", "");
	assert_int_equal(opened(d, advice).entry.parts.places.n, 0);
}

static void entry__history__says_what_was_and_what_is(void **state)
{
	struct desk *d = *state;
	struct entry_history h;

	change(d, advice, "phone", "0113 496 0999");
	change(d, advice, "times", "Mon 9-12");
	change(d, advice, "organisation", "Lantern Trust");
	assert_int_equal(casework_entry_history(d->w->session, advice, &d->w->arena, &h), OK);
	assert_true(h.n >= 3);
	assert_string_equal(h.at[0].at[0].label, "Organisation");
	assert_string_equal(h.at[0].at[0].after, "Lantern Trust");
	assert_string_equal(h.at[1].at[0].label, "Open");
	assert_string_equal(h.at[1].at[0].before, "");
	assert_string_equal(h.at[1].at[0].after, "Mon 9:00–12:00");
	assert_string_equal(h.at[2].at[0].label, "Phone");
	assert_string_equal(h.at[2].at[0].after, "0113 496 0999");
	assert_string_equal(h.at[2].who, "Priya Shah");
}

static void entry__note__is_its_authors_and_a_coordinators(void **state)
{
	struct desk *d = *state;
	struct service_record r;

	workplace_as(d->w, "ben");
	assert_int_equal(casework_note_on_service(d->w->session, advice, "Ring before ten"), OK);
	assert_int_equal(casework_note_on_service(d->w->session, advice, ""), E_INVALID);
	r = opened(d, advice);
	assert_string_equal(r.notes.at[0].words, "Ring before ten");
	assert_string_equal(r.notes.at[0].who, "Ben Ojo");
	assert_true(r.notes.at[0].removable);
	workplace_as(d->w, "mary");
	assert_int_equal(opened(d, advice).notes.n, 0); /* the Desk is a public room */
	assert_int_equal(casework_note_on_service(d->w->session, advice, "Hello"), E_DENIED);
	workplace_as(d->w, "ann");
	r = opened(d, advice);
	assert_int_equal(casework_take_note_off(d->w->session, advice, r.notes.at[0].id), OK);
	assert_int_equal(opened(d, advice).notes.n, 0);
	assert_int_equal(casework_take_note_off(d->w->session, advice, r.notes.at[0].id),
	                 E_NOT_FOUND);
	workplace_as(d->w, "ann");
	assert_int_equal(casework_note_on_service(d->w->session, advice, "Mine"), OK);
	r = opened(d, advice);
	workplace_as(d->w, "ben");
	assert_false(opened(d, advice).notes.at[0].removable);
	assert_int_equal(casework_take_note_off(d->w->session, advice, r.notes.at[0].id), E_DENIED);
}

static int64_t propose(struct desk *d, const char *name, const char *text)
{
	struct service_entry x = opened(d, advice).entry;
	struct values before = service_values(&x, &d->w->arena);
	struct values after = service_values(&x, &d->w->arena);
	struct new_approval asked = { .op = OP_EDIT_SERVICE, .why = "they rang" };
	int64_t id = 0;

	values_set(&after, &d->w->arena, name, text);
	asked.body = service_proposed(&before, &after, &d->w->arena);
	values_set(&asked.body, &d->w->arena, "service", "1");
	assert_int_equal(casework_ask_approval(d->w->session, &asked, &id), OK);
	return id;
}

static void answered(struct desk *d, int64_t id, enum approval_answer answer)
{
	const char *said;

	assert_int_equal(
		casework_answer_approval(d->w->session, id, answer, "no", &d->w->arena, &said), OK);
}

/* Wish 25: a volunteer proposes; nothing shows it as true until somebody who may has looked. */
static void entry__volunteers_change__waits_for_staff(void **state)
{
	struct desk *d = *state;
	const char *was = opened(d, advice).entry.service.phone;
	struct approval_rows rows;
	struct service_entry x;
	int64_t id, no;

	workplace_as(d->w, "mary");
	x = opened(d, advice).entry;
	assert_int_equal(casework_change_service(d->w->session, &x), E_DENIED);
	id = propose(d, "phone", "0113 496 0999");
	no = propose(d, "description", "Nothing\nat all");
	assert_string_equal(opened(d, advice).entry.service.phone, was);
	workplace_as(d->w, "ben");
	assert_int_equal(casework_approvals(d->w->session, &d->w->arena, &rows), OK);
	assert_int_equal(rows.n, 2);
	assert_true(rows.at[0].answerable);
	assert_string_equal(rows.at[0].asked_by, "Mary Bell");
	assert_non_null(strstr(rows.at[0].approval.what, "→ 0113 496 0999"));
	answered(d, id, APPROVAL_YES);
	answered(d, no, APPROVAL_NO);
	x = opened(d, advice).entry;
	assert_string_equal(x.service.phone, "0113 496 0999");
	assert_string_not_equal(x.service.description, "Nothing\nat all");
	assert_int_equal(x.service.edited_on, d->w->session->today);
}

/* Three years, by data/due.tsv; what was said stands, and what was taken out stays out. */
static void entry__vetted__is_vetted_again_when_that_falls_due(void **state)
{
	struct desk *d = *state;
	const struct session *s = d->w->session;

	change(d, advice, "vetted", "yes");
	assert_int_equal(opened(d, advice).entry.service.vetted_until,
	                 session_due(s, DUE_VETTING, s->today));
	change(d, advice, "vetted_until", "");
	assert_int_equal(opened(d, advice).entry.service.vetted_until, DAY_NONE);
	change(d, advice, "vetted", "no");
	assert_int_equal(opened(d, advice).entry.service.vetted_until, DAY_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define CASE(name) cmocka_unit_test_setup_teardown(name, leeds_desk_setup, leeds_desk_teardown)
		CASE(entry__parts__are_stored_and_come_back),
		CASE(entry__history__says_what_was_and_what_is),
		CASE(entry__note__is_its_authors_and_a_coordinators),
		CASE(entry__volunteers_change__waits_for_staff),
		CASE(entry__vetted__is_vetted_again_when_that_falls_due),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
