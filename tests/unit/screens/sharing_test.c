#include "test.h"

#include "fixture.h"
#include "jane.h"
#include "jane_months.h"
#include "stage.h"

#include "screens.h"

/* Sharing: what somebody agrees to, the notice, and why details are used at all. */

static struct stage *on_sharing(struct workplace *w)
{
	struct visit v = visit_person(&person_screen, jane_after_months(w));

	v.text = "sharing";
	return stage_open(w, &v);
}

static void sharing__one_digit_asks_and_records(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_sharing(w);

	stage_keys(st, "5");
	assert_string_equal(stage_place(st), "consent");
	stage_golden(st, "consent");
	stage_keys(st, "1 Tab 1 Ctrl-S");
	assert_string_equal(stage_place(st), "person");
	stage_shows(st, "Saved: they agree, by phone.");
	stage_shows(st, "yes 23 Nov by phone, Priya Shah");
	stage_keys(st, "4 1 Tab 2 Ctrl-S");
	stage_shows(st, "This is asked for each: a name.");
	stage_keys(st, "Esc");
	stage_close(st);
}

static void sharing__what_is_half_done_is_kept(void **state)
{
	struct workplace *w = *state;
	struct visit v = visit_person(&person_screen, jane_received(w));
	struct stage *st;

	v.text = "sharing";
	st = stage_open(w, &v);
	stage_keys(st, "4 1 Tab 2 Tab");
	stage_type(st, "Rosa Diaz");
	stage_keys(st, "Esc");
	stage_close(st);
	st = stage_open(w, &(struct visit){ .where = &today_screen });
	stage_shows(st, "agrees to, not saved");
	stage_keys(st, "Home Enter");
	assert_string_equal(stage_place(st), "consent");
	stage_shows(st, "May we talk to a carer or family?");
	stage_shows(st, "Rosa Diaz");
	stage_close(st);
}

static void sharing__the_notice_is_given_with_one_digit(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_sharing(w);

	stage_shows(st, "Not given yet: 9 records it");
	stage_keys(st, "9");
	assert_string_equal(stage_place(st), "notice");
	stage_golden(st, "notice");
	stage_keys(st, "1 Ctrl-S");
	assert_string_equal(stage_place(st), "person");
	stage_keys(st, "End");
	stage_shows(st, "version 1, 23 Nov, read out, Priya Shah");
	stage_close(st);
}

static void sharing__leads_to_who_has_looked(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_sharing(w);

	stage_keys(st, "End Enter");
	assert_string_equal(stage_place(st), "looked");
	stage_close(st);
}

static void sharing__digits_do_nothing_on_other_tabs(void **state)
{
	struct workplace *w = *state;
	struct stage *st = on_sharing(w);

	stage_keys(st, "Right 5");
	assert_string_equal(stage_place(st), "person");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM consent"), 0);
	stage_close(st);
}

static void purposes__are_settled_by_the_coordinator(void **state)
{
	struct workplace *w = *state;
	struct stage *st = stage_open(w, &(struct visit){ .where = &purposes_screen });

	stage_golden(st, "purposes");
	stage_keys(st, "5");
	assert_string_equal(stage_place(st), "purpose");
	stage_golden(st, "purpose");
	stage_keys(st, "n Ctrl-S");
	assert_string_equal(stage_place(st), "purposes");
	stage_shows(st, "It counts from the next screen on");
	assert_int_equal(store_int(w->session->store, "SELECT consent FROM purpose"), 0);
	stage_keys(st, "9");
	stage_type(st, "2026-12");
	stage_keys(st, "Enter");
	stage_shows(st, "version 2026-12");
	stage_close(st);
	workplace_as(w, "ben");
	st = stage_open(w, &(struct visit){ .where = &purposes_screen });
	stage_keys(st, "5");
	stage_shows(st, "A coordinator settles this.");
	stage_close(st);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(sharing__one_digit_asks_and_records),
		T(sharing__what_is_half_done_is_kept),
		T(sharing__the_notice_is_given_with_one_digit),
		T(sharing__leads_to_who_has_looked),
		T(sharing__digits_do_nothing_on_other_tabs),
		T(purposes__are_settled_by_the_coordinator),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
