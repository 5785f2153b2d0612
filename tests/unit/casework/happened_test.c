#include "test.h"

#include "carter.h"
#include "fixture.h"
#include "session.h"

#include "base/buf.h"
#include "casework/happened.h"
#include "casework/may_contact.h"
#include "casework/undo.h"

#include <string.h>

/* Every table that a happening may write, without ver, which undo never takes back. */
static const char *const tables[] = { "person",   "safe_contact", "contact_point", "relation",
	                              "referral", "contact",      "happening",     "plan",
	                              "action",   "signpost",     "reminder",      "safety_note",
	                              "caseload", "find_key",     "service_use" };

static const char *dump(struct workplace *w)
{
	struct store *st = w->session->store;
	struct arena *a = &w->arena;
	const char *all = "";

	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		const char *row = store_text(
			st,
			arena_printf(
				a,
				"SELECT group_concat(part, '||') FROM (SELECT '('"
				"  || group_concat('quote(' || name || ')', '||'',''||') || ')' AS part"
				" FROM pragma_table_info('%s') WHERE name <> 'ver' GROUP BY cid / 8)",
				tables[i]),
			a);

		all = arena_printf(
			a, "%s%s:%s\n", all, tables[i],
			store_text(st,
		                   arena_printf(a,
		                                "SELECT group_concat(x, char(10)) FROM (SELECT %s"
		                                " AS x FROM %s ORDER BY 1)",
		                                row, tables[i]),
		                   a));
	}
	return all;
}

static struct new_happening happening(struct workplace *w, struct person_id p,
                                      enum happening_kind kind)
{
	struct new_happening h = new_happening_blank;

	h.person = p;
	h.kind = kind;
	h.on_day = w->session->today - 5;
	h.told_by = "Rosa Diaz, friend";
	if (kind == HAPPENED_DIED)
		h.sure = SURE;
	return h;
}

static const char *record(struct workplace *w, const struct new_happening *h)
{
	const char *said = "";

	if (casework_record_happening(w->session, h, &w->arena, &said) != OK)
		fail_msg("%s", session_fault(w->session));
	return said;
}

static const char *preview(struct workplace *w, const struct new_happening *h)
{
	struct effect_list list;
	const char *all = "";

	if (casework_happened_preview(w->session, h, &w->arena, &list) != OK)
		fail_msg("%s", session_fault(w->session));
	for (size_t i = 0; i < list.n; i++)
		all = arena_printf(&w->arena, "%s%d %s\n", all, (int)list.at[i].kind,
		                   list.at[i].text);
	return all;
}

static int64_t count(struct workplace *w, const char *sql)
{
	return store_int(w->session->store, sql);
}

/* P-d */
static void died__nothing_outbound_of_any_kind_is_left(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct new_happening h = happening(w, jane, HAPPENED_DIED);
	struct may_contact may;

	record(w, &h);
	assert_int_equal(
		count(w, "SELECT count(*) FROM reminder WHERE person = 1 AND state = 'open'"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'dropped' AND"
	                          " outcome = 'They have died.' AND done_on IS NOT NULL"),
	                 4);
	assert_int_equal(count(w, "SELECT count(*) FROM signpost WHERE status <> 'cancelled'"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM signpost WHERE reason IS NOT NULL"), 2);
	assert_int_equal(count(w, "SELECT count(*) FROM action WHERE status <> 'not_applicable'"),
	                 0);
	assert_int_equal(count(w, "SELECT count(*) FROM referral WHERE state = 'closed' AND"
	                          " outcome = 'died' AND closed_on = 20780"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM person WHERE stage = 'died' AND"
	                          " died_on = 20775 AND died_sure = 'sure'"),
	                 1);
	assert_int_equal(count(w, "SELECT stopped FROM caseload WHERE person = 1"), 1);
	assert_int_equal(count(w, "SELECT next_due FROM caseload WHERE person = 1"), -1);
	for (int channel = CHANNEL_RING; channel <= CHANNEL_VISIT; channel++) {
		assert_int_equal(casework_may_contact(w->session, jane, (enum channel)channel,
		                                      w->session->today, &w->arena, &may),
		                 OK);
		assert_false(may.yes);
	}
}

static void died__is_one_list_of_what_it_will_do(void **state)
{
	struct workplace *w = *state;
	struct new_happening h = happening(w, carter_add(w), HAPPENED_DIED);
	const char *before = dump(w), *list = preview(w, &h);

	assert_string_equal(
		list,
		"0 Nobody rings, writes to or visits them from now on; their name says died.\n"
		"0 Stops 4 reminders.\n"
		"0 Ends 2 actions of the plan.\n"
		"1 Tell Leeds Cancer Lifts: 0113 496 0200\n"
		"1 Tell Citizens Advice Leeds: 0113 496 0200\n"
		"2 Samir Haddad: no call, for it is not known that they know of us.\n"
		"0 Rosa Diaz: bereavement call proposed for Wed 2 Dec · 07700 900999\n"
		"0 The time with us, since Sat 3 Oct, closes as: died.\n");
	assert_string_equal(dump(w), before);
}

static void died__a_call_is_proposed_to_those_who_know_of_us__and_only_to_them(void **state)
{
	struct workplace *w = *state;
	struct new_happening h = happening(w, carter_add(w), HAPPENED_DIED);

	record(w, &h);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE kind = 'bereavement'"), 1);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT what FROM reminder WHERE kind = 'bereavement' AND"
	                               " person IS NULL AND due_on = 20789 AND rule ="
	                               " 'bereavement-call' AND worker = 1",
	                               &w->arena),
	                    "Bereavement call to Rosa Diaz (Carter, Jane died)");
}

static void died_reported__everything_waits_and_the_nurse_is_asked_today(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct new_happening h = happening(w, jane, HAPPENED_DIED);
	struct may_contact may;

	h.sure = SURE_REPORTED;
	record(w, &h);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open' AND"
	                          " due_on = 20780 AND rule = 'died-reported' AND"
	                          " promised_phone = '0113 496 0155'"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM referral WHERE state = 'on_hold'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM signpost WHERE status = 'waiting'"), 2);
	assert_int_equal(casework_may_contact(w->session, jane, CHANNEL_RING, w->session->today,
	                                      &w->arena, &may),
	                 OK);
	assert_false(may.yes);
	h.sure = SURE;
	record(w, &h);
	assert_int_equal(
		count(w, "SELECT count(*) FROM reminder WHERE person = 1 AND state = 'open'"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM referral WHERE outcome = 'died'"), 1);
}

static void died_reported__not_so__all_goes_on_as_before(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct new_happening h = happening(w, jane, HAPPENED_DIED);
	const char *said;

	h.kind = HAPPENED_ALIVE;
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_CONFLICT);
	h.kind = HAPPENED_DIED;
	h.sure = SURE_REPORTED;
	record(w, &h);
	workplace_days_later(w, 3);
	workplace_as(w, "ben");
	workplace_cover(w, jane);
	h = happening(w, jane, HAPPENED_ALIVE);
	record(w, &h);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"), 4);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'done'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM referral WHERE state = 'active'"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM person WHERE died_on IS NULL AND"
	                          " died_sure IS NULL AND stage = 'in_treatment'"),
	                 1);
	h = happening(w, jane, HAPPENED_DIED);
	record(w, &h);
	h = happening(w, jane, HAPPENED_ALIVE);
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_CONFLICT);
}

static void died__nothing_else_can_happen_afterwards(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct new_happening h = happening(w, jane, HAPPENED_DIED);
	const char *said, *before;

	record(w, &h);
	before = dump(w);
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_CONFLICT);
	h = happening(w, jane, HAPPENED_TREATMENT_ENDED);
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_CONFLICT);
	assert_string_equal(dump(w), before);
}

static void died__without_a_day_or_how_sure__is_not_taken(void **state)
{
	struct workplace *w = *state;
	struct new_happening h = happening(w, carter_add(w), HAPPENED_DIED);
	const char *before = dump(w), *said;

	h.sure = SURENESS_NONE;
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_INVALID);
	h.sure = SURE;
	h.on_day = w->session->today + 1;
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_INVALID);
	h.on_day = DAY_NONE;
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_INVALID);
	assert_string_equal(dump(w), before);
	h.about = "last weekend";
	record(w, &h);
	assert_int_equal(count(w, "SELECT count(*) FROM person WHERE died_about = 'last weekend'"),
	                 1);
}

static void happened__one_undo_takes_all_of_it_back__and_again_puts_it_back(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	const char *before = dump(w), *after, *what;

	for (int kind = HAPPENED_TREATMENT_BEGAN; kind <= HAPPENED_DIED + 1; kind++) {
		bool reported = kind > HAPPENED_DIED;
		struct new_happening h =
			happening(w, jane, reported ? HAPPENED_DIED : (enum happening_kind)kind);

		h.treatment = "chemotherapy";
		h.ends_on = w->session->today + 30;
		h.postcode = "G1 1AA";
		h.council = "S12000049";
		if (reported)
			h.sure = SURE_REPORTED;
		record(w, &h);
		after = dump(w);
		assert_string_not_equal(after, before);
		assert_int_equal(casework_undo_peek(w->session, &w->arena, &what), OK);
		assert_non_null(strstr(what, ", Carter, Jane 1981"));
		assert_int_equal(casework_undo(w->session), OK);
		assert_string_equal(dump(w), before);
		assert_int_equal(casework_undo(w->session), OK);
		assert_string_equal(dump(w), after);
		assert_int_equal(casework_undo(w->session), OK);
		assert_string_equal(dump(w), before);
	}
}

static void treatment_ended__is_asked_after_two_weeks_and_six(void **state)
{
	struct workplace *w = *state;
	struct new_happening h = happening(w, carter_add(w), HAPPENED_TREATMENT_ENDED);
	const char *said = record(w, &h);

	assert_int_equal(count(w, "SELECT due_on FROM reminder WHERE rule = 'end-of-treatment-2w'"),
	                 20789);
	assert_int_equal(count(w, "SELECT due_on FROM reminder WHERE rule = 'end-of-treatment-6w'"),
	                 20817);
	assert_int_equal(count(w, "SELECT count(*) FROM person WHERE stage = 'treatment_ended' AND"
	                          " stage_since = 20775 AND stage_ends_on IS NULL"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE state = 'open'"), 6);
	assert_string_equal(said, "Saved: Carter, Jane 1981, treatment ended. Wed 2 Dec: See how "
	                          "they are: treatment ended two weeks ago. u takes it all back.");
}

static void moved__post_and_visits_are_asked_again__and_old_services_named(void **state)
{
	struct workplace *w = *state;
	struct new_happening h = happening(w, carter_add(w), HAPPENED_MOVED);
	const char *list;

	h.council = "S12000049";
	h.postcode = "G1 1AA";
	list = preview(w, &h);
	assert_non_null(strstr(list, "2 Citizens Advice Leeds (waiting) is for the old area."));
	record(w, &h);
	assert_int_equal(count(w, "SELECT count(*) FROM safe_contact WHERE post IS NULL AND"
	                          " visit IS NULL AND text = 1"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM person WHERE postcode = 'G1 1AA' AND"
	                          " council = 'S12000049'"),
	                 1);
	h.council = "E08000035";
	assert_null(strstr(preview(w, &h), "old area"));
}

static void hospital__and_home_again(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct new_happening h = happening(w, jane, HAPPENED_HOSPITAL);

	record(w, &h);
	assert_int_equal(count(w, "SELECT in_hospital FROM caseload WHERE person = 1"), 1);
	assert_int_equal(count(w, "SELECT count(*) FROM person WHERE stage = 'in_treatment' AND"
	                          " stage_ends_on IS NOT NULL"),
	                 1);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE rule = 'in-hospital'"), 1);
	h = happening(w, jane, HAPPENED_HOME);
	assert_non_null(strstr(preview(w, &h), "Done with it: Ask the ward"));
	record(w, &h);
	assert_int_equal(count(w, "SELECT in_hospital FROM caseload WHERE person = 1"), 0);
	assert_int_equal(count(w, "SELECT count(*) FROM reminder WHERE rule = 'in-hospital' AND"
	                          " state = 'open'"),
	                 0);
}

static void happened__is_not_for_volunteers(void **state)
{
	struct workplace *w = *state;
	struct new_happening h = happening(w, carter_add(w), HAPPENED_RECURRENCE);
	struct effect_list list;
	const char *said, *before = dump(w);

	workplace_as(w, "mary");
	assert_int_equal(casework_happened_preview(w->session, &h, &w->arena, &list), E_DENIED);
	assert_int_equal(casework_record_happening(w->session, &h, &w->arena, &said), E_DENIED);
	assert_string_equal(dump(w), before);
}

#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		AT_WORK(died__nothing_outbound_of_any_kind_is_left),
		AT_WORK(died__is_one_list_of_what_it_will_do),
		AT_WORK(died__a_call_is_proposed_to_those_who_know_of_us__and_only_to_them),
		AT_WORK(died_reported__everything_waits_and_the_nurse_is_asked_today),
		AT_WORK(died_reported__not_so__all_goes_on_as_before),
		AT_WORK(died__nothing_else_can_happen_afterwards),
		AT_WORK(died__without_a_day_or_how_sure__is_not_taken),
		AT_WORK(happened__one_undo_takes_all_of_it_back__and_again_puts_it_back),
		AT_WORK(treatment_ended__is_asked_after_two_weeks_and_six),
		AT_WORK(moved__post_and_visits_are_asked_again__and_old_services_named),
		AT_WORK(hospital__and_home_again),
		AT_WORK(happened__is_not_for_volunteers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
