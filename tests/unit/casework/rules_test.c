/* Rules of a service's own, days off, and what falls on them. */
#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "session.h"

#include "base/clock.h"
#include "casework/caseload.h"
#include "casework/days_off.h"
#include "casework/happened.h"
#include "casework/people.h"
#include "casework/reminders.h"
#include "casework/rules.h"
#include "casework/undo.h"
#include "model/happening_form.h"
#include "store/store.h"

#include <string.h>

#define TODAY 20780 /* Mon 23 Nov 2026 */

static const char happened[] =
	"id\twhen\tafter\tcount\tkind\twhat\twhy\n"
	"ours-home\thome\t1\tworking\tfollow_up\tRing at home\tOurs.\n"
	"ours-end\tstage follow_up\t28\tdays\tfollow_up\tSee them\tOurs too.\n";
static const char quiet[] = "stage\tdays\nin_treatment\t9\n";

static void load(struct workplace *w, const char *body)
{
	struct rule_faults faults;
	enum rule_file file;

	if (casework_load_rules(w->session, str_of(body), &w->arena, &faults, &file) != OK)
		fail_msg("%s", session_fault(w->session));
}

static void undo_last(struct workplace *w)
{
	const char *what;

	assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
	assert_int_equal(casework_undo(w->session), OK);
}

static void load_rules__that_are_in_order__hold_at_once(void **state)
{
	struct workplace *w = *state;
	struct rule_rows rows;

	assert_int_equal(w->session->rules.cases.quiet[STAGE_IN_TREATMENT], 21);
	load(w, quiet);
	assert_int_equal(w->session->rules.cases.quiet[STAGE_IN_TREATMENT], 9);
	assert_int_equal(w->session->rules.cases.quiet[STAGE_END_OF_LIFE], 42);
	assert_int_equal(casework_rules(w->session, &w->arena, &rows), OK);
	assert_int_equal(rows.n, 4);
	assert_true(rows.at[2].loaded);
	assert_int_equal(rows.at[2].rules, 1);
	assert_string_equal(rows.at[2].loaded_by, "priya");
	assert_false(rows.at[0].loaded);
}

static void load_rules__with_a_fault__change_nothing(void **state)
{
	struct workplace *w = *state;
	struct rule_faults faults;
	enum rule_file file = RULE_FILE_NONE;

	assert_int_equal(casework_load_rules(w->session, STR("stage\tdays\nin_treatment\t-1\n"),
	                                     &w->arena, &faults, &file),
	                 E_INVALID);
	assert_int_equal(faults.n, 1);
	assert_int_equal(faults.at[0].line, 2);
	assert_int_equal(file, RULE_FILE_NONE);
	assert_int_equal(w->session->rules.cases.quiet[STAGE_IN_TREATMENT], 21);
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM loaded_rules"), 0);
}

static void load_rules__are_taken_back__and_dropped(void **state)
{
	struct workplace *w = *state;

	load(w, quiet);
	assert_int_equal(casework_drop_rules(w->session, RULES_QUIET), OK);
	assert_int_equal(w->session->rules.cases.quiet[STAGE_IN_TREATMENT], 21);
	assert_int_equal(casework_drop_rules(w->session, RULES_QUIET), E_NOT_FOUND);
	undo_last(w);
	session_tick(w->session);
	assert_int_equal(w->session->rules.cases.quiet[STAGE_IN_TREATMENT], 9);
}

/* A newer clew may have loaded what this one cannot read: the file opens by clew's own rules. */
static void rules__that_cannot_be_read__leave_clews_own_and_say_so(void **state)
{
	struct workplace *w = *state;
	struct rule_rows rows;

	store_sql(w->session->store, "INSERT INTO loaded_rules (name, body, loaded_on, loaded_by)"
	                             " VALUES ('quiet', 'mood' || char(10), 20700, 1)");
	workplace_as(w, "ben");
	assert_int_equal(w->session->rules.cases.quiet[STAGE_IN_TREATMENT], 21);
	workplace_as(w, "priya");
	assert_int_equal(casework_rules(w->session, &w->arena, &rows), OK);
	assert_true(rows.at[2].strange);
}

static void rules__of_ones_own__make_the_reminders(void **state)
{
	struct workplace *w = *state;
	struct person_id p = carter_add(w);
	struct new_happening h = new_happening_blank;
	const char *said;

	load(w, happened);
	h.person = p;
	h.kind = HAPPENED_HOME;
	h.on_day = TODAY;
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), OK);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT due_on FROM reminder WHERE rule = 'ours-home'"
	                           " AND what = 'Ring at home' AND why = 'Ours.'"),
	                 TODAY + 1);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT count(*) FROM reminder WHERE rule = 'home-again'"),
	                 0);
}

static int64_t by_rule(struct workplace *w, const char *rule)
{
	return store_int(
		w->session->store,
		arena_printf(&w->arena, "SELECT count(*) FROM reminder WHERE rule = '%s'", rule));
}

static void become(struct workplace *w, struct person_id p, enum stage stage)
{
	struct person_details d;

	assert_int_equal(casework_details(w->session, p, &w->arena, &d), OK);
	d.person.stage = stage;
	d.person.stage_since = w->session->today;
	assert_int_equal(casework_change_details(w->session, &d), OK);
}

static void rules__of_a_stage__make_a_reminder_when_it_is_changed(void **state)
{
	struct workplace *w = *state;
	struct person_id p = carter_add(w);

	become(w, p, STAGE_FOLLOW_UP);
	assert_int_equal(by_rule(w, "stage-follow-up"), 1);
	assert_int_equal(store_int(w->session->store,
	                           "SELECT due_on FROM reminder WHERE rule = 'stage-follow-up'"),
	                 TODAY + 28);
	undo_last(w);
	assert_int_equal(by_rule(w, "stage-follow-up"), 0);
	become(w, p, STAGE_FOLLOW_UP);
	become(w, p, STAGE_LIVING_WITH);
	become(w, p, STAGE_FOLLOW_UP);
	assert_int_equal(by_rule(w, "stage-follow-up"), 1);
}

static void rules__of_a_stage__leave_who_asked_us_to_stop(void **state)
{
	struct workplace *w = *state;
	struct person_id p = carter_add(w);

	store_sql(w->session->store, "UPDATE person SET no_more_contact_on = 20780");
	become(w, p, STAGE_FOLLOW_UP);
	assert_int_equal(by_rule(w, "stage-follow-up"), 0);
}

/* ---- days off ---- */

static struct reminder_id remind(struct workplace *w, const char *what, day on, int minute,
                                 bool promised)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.worker = w->session->account.id;
	r.what = what;
	r.due_on = on;
	r.due_minute = minute;
	r.to_person = promised;
	assert_int_equal(casework_remind(w->session, &r, &id), OK);
	return id;
}

static int64_t due(struct workplace *w, struct reminder_id id)
{
	return store_int(w->session->store,
	                 arena_printf(&w->arena, "SELECT due_on FROM reminder WHERE id = %lld",
	                              (long long)id.n));
}

static void add_day_off__counts_as_a_holiday__everywhere(void **state)
{
	struct workplace *w = *state;
	struct day_off_list all;

	assert_int_equal(session_due(w->session, DUE_FIRST_CONTACT, TODAY - 3), TODAY + 4);
	assert_int_equal(casework_add_day_off(w->session, TODAY + 4, "Staff day"), OK);
	assert_int_equal(session_due(w->session, DUE_FIRST_CONTACT, TODAY - 3), TODAY + 7);
	assert_int_equal(casework_add_day_off(w->session, TODAY + 4, "Again"), E_EXISTS);
	assert_int_equal(casework_add_day_off(w->session, TODAY - 1, "Gone"), E_INVALID);
	assert_int_equal(casework_add_day_off(w->session, TODAY + 2, ""), E_INVALID);
	assert_int_equal(casework_add_day_off(w->session, 20812, "Christmas"), E_EXISTS);
	assert_int_equal(casework_days_off(w->session, &w->arena, &all), OK);
	assert_int_equal(all.n, 1);
	undo_last(w);
	session_tick(w->session);
	assert_int_equal(session_due(w->session, DUE_FIRST_CONTACT, TODAY - 3), TODAY + 4);
	assert_int_equal(casework_drop_day_off(w->session, TODAY + 4), E_NOT_FOUND);
}

static void move_off__takes_what_is_free__and_leaves_what_was_promised(void **state)
{
	struct workplace *w = *state;
	struct reminder_id free, timed, promised, other;
	struct agenda falling;
	size_t moved = 9;
	day to;

	free = remind(w, "Ask ward 5", TODAY + 4, MINUTE_NONE, false);
	timed = remind(w, "Home visit", TODAY + 4, 14 * 60, false);
	promised = remind(w, "Ring about the rent", TODAY + 4, MINUTE_NONE, true);
	other = remind(w, "Another day's", TODAY + 3, MINUTE_NONE, false);
	assert_int_equal(casework_move_off(w->session, TODAY + 4, &to, &moved), E_INVALID);
	assert_int_equal(casework_add_day_off(w->session, TODAY + 4, "Staff day"), OK);
	assert_int_equal(due(w, free), TODAY + 4);
	assert_int_equal(casework_due_on_day(w->session, TODAY + 4, &w->arena, &falling), OK);
	assert_int_equal(falling.n, 3);
	assert_int_equal(casework_move_off(w->session, TODAY + 4, &to, &moved), OK);
	assert_int_equal(moved, 1);
	assert_int_equal(to, TODAY + 7);
	assert_int_equal(due(w, free), TODAY + 7);
	assert_int_equal(due(w, timed), TODAY + 4);
	assert_int_equal(due(w, promised), TODAY + 4);
	assert_int_equal(due(w, other), TODAY + 3);
	undo_last(w);
	assert_int_equal(due(w, free), TODAY + 4);
}

static void days_off__are_a_coordinators_to_change(void **state)
{
	struct workplace *w = *state;
	struct day_off_list all;

	workplace_as(w, "ben");
	assert_int_equal(casework_days_off(w->session, &w->arena, &all), OK);
	assert_int_equal(casework_add_day_off(w->session, TODAY + 4, "Mine"), E_DENIED);
	assert_int_equal(casework_drop_rules(w->session, RULES_QUIET), E_DENIED);
	workplace_as(w, "mary");
	assert_int_equal(casework_days_off(w->session, &w->arena, &all), E_DENIED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, workplace_setup, workplace_teardown)
		T(load_rules__that_are_in_order__hold_at_once),
		T(load_rules__with_a_fault__change_nothing),
		T(load_rules__are_taken_back__and_dropped),
		T(rules__that_cannot_be_read__leave_clews_own_and_say_so),
		T(rules__of_ones_own__make_the_reminders),
		T(rules__of_a_stage__make_a_reminder_when_it_is_changed),
		T(rules__of_a_stage__leave_who_asked_us_to_stop),
		T(add_day_off__counts_as_a_holiday__everywhere),
		T(move_off__takes_what_is_free__and_leaves_what_was_promised),
		T(days_off__are_a_coordinators_to_change),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
