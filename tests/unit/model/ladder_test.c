#include "model/ladder.h"

#include "test.h"

#include "base/clock.h"
#include "model/none.h"

#define MONDAY_23_NOV 20780

/* One try or talk: how many days ago, and when. */
struct tried {
	int days_ago, hour, minute;
	enum contact_outcome outcome;
	enum contact_mode mode; /* 0: the outcome's own */
};

struct at_table {
	const char *name;
	struct tried tried[7]; /* the newest first; ends where outcome is none */
	bool post, stopped, no_ring, text, no_number, asked, themselves;
	const char *hours;
	enum urgency how_soon;
	enum ladder_step step;
	int in_days, minute;
	const char *what;
};

// clang-format off
static const struct at_table tables[] = {
	{ "nobody has tried", { { 0 } }, .post = true,
	  .step = LADDER_TRY, .in_days = 0, .minute = MINUTE_NONE, .what = "First try" },
	{ "a morning try is followed by midday, two working days on",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 } }, .post = true,
	  .step = LADDER_TRY, .in_days = 2, .minute = 720, .what = "Second try, after 12" },
	{ "who is to be seen fast is tried again the next day",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 } }, .post = true, .how_soon = URGENCY_FAST,
	  .step = LADDER_TRY, .in_days = 1, .minute = 720, .what = "Second try, after 12" },
	{ "then after 17",
	  { { 0, 12, 30, CONTACT_NO_ANSWER, 0 }, { 4, 9, 40, CONTACT_NO_ANSWER, 0 } }, .post = true,
	  .step = LADDER_TRY, .in_days = 2, .minute = 1020, .what = "Third try, after 17" },
	{ "a message that was left is a try",
	  { { 0, 17, 5, CONTACT_MESSAGE, 0 }, { 4, 9, 40, CONTACT_NO_ANSWER, 0 } }, .post = true,
	  .step = LADDER_TRY, .in_days = 2, .minute = 720, .what = "Third try, after 12" },
	{ "so is somebody else who answered",
	  { { 0, 18, 0, CONTACT_SOMEBODY_ELSE, 0 } }, .post = true,
	  .step = LADDER_TRY, .in_days = 2, .minute = 540, .what = "Second try, after 9" },
	{ "after three a letter, where post is safe",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 }, { 4, 14, 10, CONTACT_NO_ANSWER, 0 },
	    { 6, 9, 40, CONTACT_NO_ANSWER, 0 } }, .post = true,
	  .step = LADDER_LETTER, .in_days = 0, .minute = MINUTE_NONE,
	  .what = "Write to them (3 tries, not reached)" },
	{ "where it is not, another hour in the second week",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 }, { 4, 14, 10, CONTACT_NO_ANSWER, 0 },
	    { 6, 9, 40, CONTACT_NO_ANSWER, 0 } },
	  .step = LADDER_TRY, .in_days = 7, .minute = 1020, .what = "Fourth try, after 17" },
	{ "and whoever referred them after five",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 }, { 4, 14, 10, CONTACT_NO_ANSWER, 0 },
	    { 6, 9, 40, CONTACT_NO_ANSWER, 0 }, { 8, 9, 40, CONTACT_NO_ANSWER, 0 },
	    { 9, 17, 40, CONTACT_NO_ANSWER, 0 } },
	  .step = LADDER_ASK_REFERRER, .in_days = 0, .minute = MINUTE_NONE,
	  .what = "Ask who referred them: is there a safer way?" },
	{ "a letter is given ten working days",
	  { { 0, 9, 6, CONTACT_TEXT_OR_EMAIL, CONTACT_BY_LETTER }, { 4, 14, 10, CONTACT_NO_ANSWER, 0 },
	    { 6, 9, 40, CONTACT_NO_ANSWER, 0 }, { 8, 9, 40, CONTACT_NO_ANSWER, 0 } }, .post = true,
	  .step = LADDER_ASK_REFERRER, .in_days = 14, .minute = MINUTE_NONE,
	  .what = "Ask who referred them: is there a safer way?" },
	{ "when they knew no safer way, it is said, and what to check first",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 }, { 4, 14, 10, CONTACT_NO_ANSWER, 0 },
	    { 6, 9, 40, CONTACT_NO_ANSWER, 0 }, { 8, 9, 40, CONTACT_NO_ANSWER, 0 },
	    { 9, 17, 40, CONTACT_NO_ANSWER, 0 } }, .asked = true,
	  .step = LADDER_CLOSE, .in_days = 0, .minute = MINUTE_NONE,
	  .what = "Not reached: check hospital, a move, death; then close" },
	{ "of who came by themselves nobody is asked",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 }, { 4, 14, 10, CONTACT_NO_ANSWER, 0 },
	    { 6, 9, 40, CONTACT_NO_ANSWER, 0 }, { 8, 9, 40, CONTACT_NO_ANSWER, 0 },
	    { 9, 17, 40, CONTACT_NO_ANSWER, 0 } }, .themselves = true,
	  .step = LADDER_CLOSE, .in_days = 0, .minute = MINUTE_NONE,
	  .what = "Not reached: check hospital, a move, death; then close" },
	{ "and their letter is given its ten working days all the same",
	  { { 0, 9, 6, CONTACT_TEXT_OR_EMAIL, CONTACT_BY_LETTER }, { 4, 14, 10, CONTACT_NO_ANSWER, 0 },
	    { 6, 9, 40, CONTACT_NO_ANSWER, 0 }, { 8, 9, 40, CONTACT_NO_ANSWER, 0 } }, .post = true,
	  .themselves = true,
	  .step = LADDER_CLOSE, .in_days = 14, .minute = MINUTE_NONE,
	  .what = "Not reached: check hospital, a move, death; then close" },
	{ "once they were spoken to it begins anew",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 }, { 2, 11, 0, CONTACT_SPOKE, 0 },
	    { 4, 14, 10, CONTACT_NO_ANSWER, 0 }, { 6, 9, 40, CONTACT_NO_ANSWER, 0 } },
	  .step = LADDER_TRY, .in_days = 2, .minute = 720, .what = "Second try, after 12" },
	{ "their own hours come first",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 } }, .hours = "after 15:00",
	  .step = LADDER_TRY, .in_days = 2, .minute = MINUTE_NONE,
	  .what = "Second try, only after 15:00" },
	{ "not to be rung: by text where that is safe",
	  { { 0, 9, 6, CONTACT_TEXT_OR_EMAIL, 0 } }, .no_ring = true, .text = true,
	  .step = LADDER_TRY, .in_days = 2, .minute = MINUTE_NONE, .what = "Second try, by text" },
	{ "neither rung nor written to: the referrer at once",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 } }, .no_ring = true,
	  .step = LADDER_ASK_REFERRER, .in_days = 0, .minute = MINUTE_NONE,
	  .what = "Ask who referred them: is there a safer way?" },
	{ "no number left: a letter",
	  { { 0, 9, 6, CONTACT_WRONG_NUMBER, 0 } }, .no_number = true, .post = true,
	  .step = LADDER_LETTER, .in_days = 0, .minute = MINUTE_NONE,
	  .what = "Write to them (a try, not reached)" },
	{ "no number left and no post: the referrer",
	  { { 0, 9, 6, CONTACT_WRONG_NUMBER, 0 } }, .no_number = true,
	  .step = LADDER_ASK_REFERRER, .in_days = 0, .minute = MINUTE_NONE,
	  .what = "Ask who referred them: is there a safer way?" },
	{ "died, or asked us to stop: nothing, ever",
	  { { 0, 9, 6, CONTACT_NO_ANSWER, 0 } }, .post = true, .stopped = true,
	  .step = LADDER_NONE, .in_days = 0, .minute = MINUTE_NONE, .what = "" },
};
// clang-format on

static size_t contacts_of(const struct at_table *t, struct contact *at)
{
	size_t n = 0;

	for (; n < COUNT_OF(t->tried) && t->tried[n].outcome; n++) {
		const struct tried *tried = &t->tried[n];

		at[n] = contact_blank;
		at[n].on_day = MONDAY_23_NOV - tried->days_ago;
		at[n].at_minute = tried->hour * 60 + tried->minute;
		at[n].outcome = tried->outcome;
		at[n].direction = contact_usual_direction(tried->outcome);
		at[n].reached = contact_reached_by(tried->outcome);
		at[n].mode = tried->mode ? tried->mode : contact_usual_mode(tried->outcome);
	}
	return n;
}

static void check(const struct at_table *t)
{
	struct contact at[COUNT_OF(t->tried)];
	struct contact_list contacts = { contacts_of(t, at), at };
	struct arena a = { 0 };
	struct ladder l;
	struct ladder_from from = {
		.contacts = &contacts,
		.how_soon = t->how_soon,
		.stopped = t->stopped,
		.may_ring = !t->no_ring,
		.may_text = t->text,
		.may_write = t->post,
		.has_number = !t->no_number,
		.asked_referrer = t->asked,
		.came_by_themselves = t->themselves,
		.hours = t->hours,
		.today = MONDAY_23_NOV,
	};
	day on = t->step == LADDER_NONE ? DAY_NONE : MONDAY_23_NOV + t->in_days;

	ladder_next(&from, &a, &l);
	if (l.step != t->step || l.on != on || l.minute != t->minute ||
	    !text_equal(l.what, t->what))
		fail_msg("%s: step %d in %d days at %d, \"%s\"", t->name, (int)l.step,
		         l.on - MONDAY_23_NOV, l.minute, l.what);
	arena_reset(&a);
}

static void ladder__proposes_what_the_table_says(void **state)
{
	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(tables); i++)
		check(&tables[i]);
}

static void ladder__steps_over_weekends_and_bank_holidays(void **state)
{
	struct holiday christmas[] = { { 20812, "Christmas Day" } }; /* Fri 25 Dec 2026 */
	struct holidays h = { .n = 1, .at = christmas };
	struct contact tried = contact_blank;
	struct contact_list contacts = { 1, &tried };
	struct ladder_from from = { .contacts = &contacts,
		                    .may_ring = true,
		                    .may_write = true,
		                    .has_number = true,
		                    .today = 20811, /* Thu 24 Dec */
		                    .holidays = &h };
	struct arena a = { 0 };
	struct ladder l;

	UNUSED_STATE;
	tried.on_day = 20811;
	tried.at_minute = 600;
	tried.direction = CONTACT_OUT;
	tried.reached = REACHED_NO;
	ladder_next(&from, &a, &l);
	assert_string_equal(day_short(l.on, 20811, &a), "Tue 29 Dec");
	arena_reset(&a);
}

static void ladder__has_a_rule_for_every_step(void **state)
{
	UNUSED_STATE;
	assert_string_equal(ladder_rule(LADDER_NONE), "");
	assert_string_equal(ladder_rule(LADDER_TRY), "ladder.try");
	assert_string_equal(ladder_rule(LADDER_CLOSE), "ladder.close");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ladder__proposes_what_the_table_says),
		cmocka_unit_test(ladder__steps_over_weekends_and_bank_holidays),
		cmocka_unit_test(ladder__has_a_rule_for_every_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
