/*
 * Whatever one did, in whatever order and with others at it too: taken back step by step, every row
 * is what it was, to the byte; and put back again it is what it had become.
 */
#include "test.h"

#include "dice.h"
#include "dump.h"
#include "fixture.h"
#include "leeds.h"

#include "base/attr.h"
#include "casework/caseload.h"
#include "casework/checks.h"
#include "casework/contacts.h"
#include "casework/directory.h"
#include "casework/happened.h"
#include "casework/messages.h"
#include "casework/people.h"
#include "casework/plan.h"
#include "casework/reminders.h"
#include "casework/signposts.h"
#include "casework/undo.h"
#include "model/none.h"
#include "store/derive.h"
#include "store/reminders.h"

#include <string.h>

#define ROUNDS 20
#define ACTS   12

struct life {
	struct workplace *w;
	struct session *s;
	struct leeds leeds;
	struct dice dice;
	struct arena *a;
};

static struct person_id anybody(struct life *x)
{
	return dice_below(&x->dice, 2) ? x->leeds.jane : x->leeds.john;
}

static int64_t any_id(struct life *x, const char *from)
{
	return store_int(x->s->store,
	                 arena_printf(x->a,
	                              "SELECT id FROM %s ORDER BY (id * 7919 + %u) %% 31"
	                              " LIMIT 1",
	                              from, dice_below(&x->dice, 31)));
}

static enum status a_contact(struct life *x)
{
	static const enum contact_outcome outcomes[] = { CONTACT_SPOKE, CONTACT_NO_ANSWER,
		                                         CONTACT_THEY_RANG, CONTACT_WRONG_NUMBER,
		                                         CONTACT_ASKED_TO_STOP };
	struct new_contact c = new_contact_blank;
	struct contact_saved saved;

	c.person = anybody(x);
	c.outcome = outcomes[dice_below(&x->dice, COUNT_OF(outcomes))];
	c.note = arena_printf(x->a, "note %u", dice_below(&x->dice, 100));
	return casework_record_contact(x->s, &c, x->a, &saved);
}

static enum status details(struct life *x)
{
	struct person_details d;
	enum status rc = casework_details(x->s, anybody(x), x->a, &d);

	if (rc != OK)
		return rc;
	d.person.work = arena_printf(x->a, "work %u", dice_below(&x->dice, 100));
	if (dice_below(&x->dice, 2))
		d.phones[0].value = arena_printf(x->a, "07700900%03u", dice_below(&x->dice, 999));
	if (dice_below(&x->dice, 2))
		d.safe.say = d.person.work;
	return casework_change_details(x->s, &d);
}

static enum status happening(struct life *x)
{
	static const enum happening_kind kinds[] = { HAPPENED_TREATMENT_ENDED, HAPPENED_RECURRENCE,
		                                     HAPPENED_DIED, HAPPENED_HOSPITAL };
	struct new_happening h = new_happening_blank;
	const char *said;

	h.person = anybody(x);
	h.kind = kinds[dice_below(&x->dice, COUNT_OF(kinds))];
	h.on_day = x->s->today - 1;
	h.told_by = "her sister";
	h.sure = h.kind != HAPPENED_DIED        ? SURENESS_NONE
	         : dice_below(&x->dice, 2) == 0 ? SURE
	                                        : SURE_REPORTED;
	return casework_record_happening(x->s, &h, x->a, &said);
}

static enum status answer(struct life *x)
{
	static const char *const codes[] = { "practical.money", "practical.care", "emotional.low" };
	struct plan_answer p = { .person = x->leeds.jane,
		                 .code = codes[dice_below(&x->dice, COUNT_OF(codes))],
		                 .kind = dice_below(&x->dice, 2) ? ACTION_PERSON_DOES
		                                                 : ACTION_LATER,
		                 .what = "ring about it",
		                 .due_on = DAY_NONE };
	struct action got;

	return casework_answer_concern(x->s, &p, x->a, &got);
}

static enum status rest(struct life *x)
{
	size_t n;

	return casework_answer_rest(x->s, x->leeds.jane, &n);
}

static enum status agree(struct life *x)
{
	struct plan_agreement p = { x->leeds.jane, "yes", "ring me", DAY_NONE };
	day on;

	return casework_agree_plan(x->s, &p, &on);
}

static enum status goal(struct life *x)
{
	return casework_set_goal(x->s, x->leeds.jane, "keep the flat", DAY_NONE);
}

static enum status remind(struct life *x)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;

	r.person = anybody(x);
	r.kind = REMINDER_FOLLOW_UP;
	r.what = "see how she is";
	r.due_on = x->s->today + (day)dice_below(&x->dice, 40);
	return casework_remind(x->s, &r, &id);
}

static int64_t ver_of(struct life *x, struct reminder_id id)
{
	struct arena a = { 0 };
	struct reminder r = reminder_blank;
	enum status rc = reminder_get(x->s->store, id, &a, &r);

	arena_reset(&a);
	return rc == OK ? r.ver : 0;
}

static enum status a_reminder(struct life *x)
{
	struct reminder_id id = { any_id(x, "reminder WHERE state = 'open'") };
	struct reminder_outcome done = { "well", HELPED_YES };
	struct reminder_move to = { ver_of(x, id), x->s->today + 9, MINUTE_NONE, "she asked" };
	day again;

	switch (dice_below(&x->dice, 3)) {
	case 0:
		return casework_complete_reminder(x->s, id, &done, &again);
	case 1:
		return casework_move_reminder(x->s, id, &to);
	default:
		return casework_drop_reminder(x->s, id, "not needed");
	}
}

static enum status signpost(struct life *x)
{
	struct new_signpost n = { .person = anybody(x),
		                  .service = { any_id(x, "service") },
		                  .concern = "practical.money",
		                  .kind = SIGNPOST_TOLD,
		                  .check_on = x->s->today + 14,
		                  .note = "" };
	struct signpost_saved saved;

	return casework_signpost(x->s, &n, x->a, &saved);
}

static enum status trouble(struct life *x)
{
	struct service_trouble t = { .service = { any_id(x, "service") },
		                     .kind = dice_below(&x->dice, 2) ? TROUBLE_CLOSED
		                                                     : TROUBLE_FULL,
		                     .until = DAY_NONE,
		                     .words = "" };
	size_t told;

	return casework_service_trouble(x->s, &t, &told);
}

static enum status checked(struct life *x)
{
	return casework_service_checked(x->s, (struct service_id){ any_id(x, "service") },
	                                CHECKED_PHONED);
}

static enum status message(struct life *x)
{
	struct new_message m = { .words = "rang about the rent" };
	struct message_saved saved;
	enum status rc = casework_take_message(x->s, &m, x->a, &saved);

	return rc == OK && dice_below(&x->dice, 2)
	               ? casework_put_message(x->s, saved.id, anybody(x))
	               : rc;
}

/* Marked rows of the caseload, to a colleague: one change of many. */
static enum status hand_over(struct life *x)
{
	const struct person_id both[] = { x->leeds.jane, x->leeds.john };
	struct hand_over h = { both, 2, dice_below(&x->dice, 2) ? "ben" : "priya", "shared out" };
	size_t moved;

	return casework_hand_over(x->s, &h, &moved);
}

typedef enum status (*act)(struct life *x);
static const act acts[] = {
	a_contact, details,    happening, answer,  rest,    agree,   goal,
	remind,    a_reminder, signpost,  trouble, checked, message, hand_over
};

static struct life begin(void **state)
{
	struct life x = { .w = *state };

	x.s = x.w->session;
	x.a = &x.w->arena;
	x.leeds = leeds_fill(x.w);
	/* Who may is not the question here. In the file too: an undo reads the settings again. */
	store_sql(x.s->store, "INSERT OR REPLACE INTO setting (name, value)"
	                      " VALUES ('team', 'open')");
	x.s->service.team = TEAM_OPEN;
	x.dice = dice_begin("undo");
	return x;
}

/* An act is done whole or not at all. */
static bool do_one(struct life *x)
{
	const char *before = store_dump(x->s->store, x->a);

	if (acts[dice_below(&x->dice, COUNT_OF(acts))](x) == OK)
		return true;
	assert_string_equal(store_dump(x->s->store, x->a), before);
	return false;
}

/* Step by step; how many there were. */
static int undo_all(struct life *x, int64_t since)
{
	const char *what;
	int n = 0;

	while (casework_undo_peek_further(x->s, x->a, &what) == OK && x->s->undo_shown.n > since) {
		if (casework_undo(x->s) != OK)
			fail_msg("%s: %s", what, session_fault(x->s));
		n++;
	}
	return n;
}

static int64_t last_event(struct life *x)
{
	return store_int(x->s->store, "SELECT max(id) FROM event");
}

static void assert_counted(struct life *x)
{
	const char *wrong = NULL;

	assert_int_equal(store_recount(x->s->store, x->a, &wrong), OK);
	if (wrong)
		fail_msg("%s", wrong);
}

static void undo__of_everything__leaves_what_was_before(void **state)
{
	struct life x = begin(state);
	int all = 0, undone = 0, rounds = fault_rounds(ROUNDS);

	for (int round = 0; round < rounds; round++) {
		const char *before = store_dump(x.s->store, x.a), *after;
		int64_t since = last_event(&x);
		int done = 0, back;

		for (int i = 0; i < ACTS; i++)
			done += do_one(&x);
		after = store_dump(x.s->store, x.a);
		back = undo_all(&x, since);
		if (strcmp(after, before) != 0)
			assert_true(back > 0);
		assert_string_equal(store_dump(x.s->store, x.a), before);
		assert_counted(&x);
		all += done;
		undone += back;
	}
	print_message("# %d acts, %d changes taken back\n", all, undone);
	assert_true(undone > rounds * 3);
}

/* Ben works on John meanwhile: what is his stays, what is mine goes, and nothing is half done. */
static void undo__beside_somebody_elses_work__takes_back_ones_own_alone(void **state)
{
	struct life x = begin(state);
	int rounds = fault_rounds(ROUNDS), refused = 0, undone = 0;

	for (int round = 0; round < rounds; round++) {
		int64_t since = last_event(&x);
		const char *before, *what;
		enum status rc;

		for (int i = 0; i < ACTS; i++) {
			workplace_as(x.w, dice_below(&x.dice, 3) == 0 ? "ben" : "priya");
			do_one(&x);
		}
		workplace_as(x.w, "priya");
		do {
			before = store_dump(x.s->store, x.a);
			rc = casework_undo_peek_further(x.s, x.a, &what);
			if (rc != OK || x.s->undo_shown.n <= since)
				break;
			rc = casework_undo(x.s);
			undone += rc == OK;
		} while (rc == OK);
		if (rc == E_CONFLICT) {
			assert_non_null(strstr(session_fault(x.s), "Nothing was taken back"));
			assert_string_equal(store_dump(x.s->store, x.a), before);
			refused++;
		}
		assert_counted(&x);
	}
	print_message("# %d changes taken back, %d times somebody stood in the way\n", undone,
	              refused);
	assert_true(undone > 0);
	assert_true(refused > 0);
}

static void undo__and_again__is_where_one_began(void **state)
{
	struct life x = begin(state);
	const char *what;

	for (int round = 0; round < ROUNDS; round++) {
		const char *after;
		int64_t since = last_event(&x);

		do_one(&x);
		if (casework_undo_peek(x.s, x.a, &what) != OK || x.s->undo_shown.n <= since)
			continue;
		after = store_dump(x.s->store, x.a);
		assert_int_equal(casework_undo(x.s), OK);
		assert_int_equal(casework_undo_peek(x.s, x.a, &what), OK);
		assert_true(x.s->undo_again);
		assert_int_equal(casework_undo(x.s), OK);
		assert_string_equal(store_dump(x.s->store, x.a), after);
	}
}

#define T(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		T(undo__of_everything__leaves_what_was_before),
		T(undo__beside_somebody_elses_work__takes_back_ones_own_alone),
		T(undo__and_again__is_where_one_began),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
