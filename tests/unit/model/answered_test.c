#include "model/answered.h"

#include "test.h"

#include "base/clock.h"

#define TODAY 20780

#define BIT(deed) (1u << (deed))

/* A reminder of each kind, due today and made by hand, and what completes it. */
static const unsigned by_hand[] = {
	[REMINDER_FIRST_CONTACT] = BIT(DEED_SPOKEN),
	[REMINDER_TRY_AGAIN] = BIT(DEED_SPOKEN) | BIT(DEED_TRIED),
	[REMINDER_FOLLOW_UP] = 0,
	[REMINDER_CHASE] = BIT(DEED_ACTION_DONE),
	[REMINDER_CHECK_BACK] = BIT(DEED_SIGNPOST_ENDED),
	[REMINDER_ACTION_DUE] = BIT(DEED_ACTION_DONE),
	[REMINDER_REVIEW_DUE] = BIT(DEED_REVIEWED),
	[REMINDER_PLAN_NOT_GIVEN] = BIT(DEED_PLAN_GIVEN),
	[REMINDER_SERVICE_CHECK] = BIT(DEED_SERVICE_CHECKED),
	[REMINDER_ASK_AGAIN] = 0,
	[REMINDER_BEREAVEMENT] = 0,
	[REMINDER_RETENTION] = 0,
};

static unsigned answered(const struct reminder *r)
{
	unsigned by = 0;

	for (int deed = 0; deed < DEED_END; deed++)
		by |= reminder_answered_by(r, (enum deed)deed, TODAY) ? BIT(deed) : 0;
	return by;
}

static struct reminder of(enum reminder_kind kind)
{
	struct reminder r = reminder_blank;

	r.kind = kind;
	r.what = "Ring about the blue badge form";
	r.due_on = TODAY;
	r.signpost.n = r.service.n = 1;
	r.action.n = kind == REMINDER_ACTION_DUE || kind == REMINDER_CHASE;
	return r;
}

static void answered_by__every_kind_of_reminder(void **state)
{
	UNUSED_STATE;
	assert_int_equal(sizeof(by_hand) / sizeof(*by_hand), reminder_kinds.n + 1);
	for (size_t kind = 1; kind <= reminder_kinds.n; kind++) {
		struct reminder r = of((enum reminder_kind)kind);

		assert_int_equal(answered(&r), by_hand[kind]);
	}
}

/* To see how somebody is is done by any talk; what was written to be done is not, nor a visit at 14:00. */
static void answered_by__a_talk__is_seeing_how_they_are(void **state)
{
	struct reminder r = of(REMINDER_FOLLOW_UP);

	UNUSED_STATE;
	r.what = "See how they are";
	assert_int_equal(answered(&r), BIT(DEED_SPOKEN));
	r.due_minute = 14 * 60;
	assert_int_equal(answered(&r), 0);
	r.due_minute = MINUTE_NONE;
	r.due_on = TODAY + 1;
	assert_int_equal(answered(&r), 0); /* its day is still to come */
	r.early = 3;
	assert_int_equal(answered(&r), BIT(DEED_SPOKEN)); /* and it is named already */
	r.what = "See how they are: treatment ended two weeks ago";
	assert_int_equal(answered(&r), 0);
	r.rule = "end-of-treatment-2w";
	assert_int_equal(answered(&r), BIT(DEED_SPOKEN));
	r.action.n = 1;
	assert_int_equal(answered(&r), 0); /* to look again at what was agreed */
}

static void answered_by__what_the_rules_ask(void **state)
{
	struct reminder r = of(REMINDER_ASK_AGAIN);

	UNUSED_STATE;
	r.rule = RULE_ASK_SAFE;
	assert_int_equal(answered(&r), BIT(DEED_ASKED_SAFE));
	r = of(REMINDER_TRY_AGAIN);
	r.rule = "ladder.letter";
	assert_int_equal(answered(&r), BIT(DEED_SPOKEN) | BIT(DEED_WROTE));
	r.rule = "ladder.referrer";
	assert_int_equal(answered(&r), BIT(DEED_SPOKEN));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answered_by__every_kind_of_reminder),
		cmocka_unit_test(answered_by__a_talk__is_seeing_how_they_are),
		cmocka_unit_test(answered_by__what_the_rules_ask),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
