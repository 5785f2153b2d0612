#include "test.h"

#include "base/attr.h"
#include "model/plan_changes.h"

#include <string.h>

#define TODAY 20780 /* Monday 23 November 2026 */

static struct arena arena;

static int teardown(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static struct action action_of(const char *concern, enum action_kind kind, const char *what,
                               day due)
{
	struct action x = action_blank;

	x.concern = concern;
	x.kind = kind;
	x.what = what;
	x.due_on = due;
	x.owner = OWNER_WORKER;
	return x;
}

static struct plan_content content(void)
{
	struct plan_content x = { .plan = plan_blank };

	*ARENA_PUSH(&arena, &x.actions) =
		action_of("practical.money", ACTION_WORKER_DOES, "ring the bank", TODAY + 4);
	*ARENA_PUSH(&arena, &x.actions) =
		action_of("practical.work", ACTION_PERSON_DOES, "ring her accountant", TODAY + 7);
	*ARENA_PUSH(&arena, &x.goals) = goal_blank;
	x.goals.at[0].words = "Keep the studio";
	*ARENA_PUSH(&arena, &x.worse) = contingency_blank;
	x.worse.at[0].name = "Rosa cannot come";
	x.worse.at[0].what = "ring the agency";
	x.plan.strengths = "Rosa comes daily\nShe sings";
	return x;
}

static void says(const struct sentences *s, const char *sentence)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->at[i], sentence) == 0)
			return;
	for (size_t i = 0; i < s->n; i++)
		print_error("%s\n", s->at[i]);
	fail_msg("not said: %s", sentence);
}

static void plan_changes__of_a_copy_are_none(void **state)
{
	struct plan_content x = content(), y = content();

	UNUSED_STATE;
	y.actions.at[0].status = ACTION_COMPLETED;
	y.goals.at[0].status = GOAL_ACHIEVED;
	assert_int_equal(plan_changes(&x, &y, TODAY, &arena).n, 0);
}

static void plan_changes__says_each_in_words(void **state)
{
	struct plan_content x = content(), y = content();
	struct sentences s;

	UNUSED_STATE;
	y.actions.at[0].due_on = DAY_NONE;
	y.actions.at[1].what = "ring the bank manager";
	*ARENA_PUSH(&arena, &y.actions) =
		action_of("practical.care", ACTION_INFORMATION, "Carers’ leaflet", DAY_NONE);
	y.goals.at[0].words = "Keep the flat";
	y.worse.at[0].what = "ring Priya";
	y.plan.strengths = "She sings\nHer brother drives";
	s = plan_changes(&x, &y, TODAY, &arena);
	says(&s, "Money, bills or debt: I will ring the bank, by no day, was Fri 27 Nov.");
	says(&s, "Work or study: they will ring the bank manager. It was: ring her accountant.");
	says(&s, "New: Looking after others: Carers’ leaflet.");
	says(&s, "New goal: “Keep the flat”.");
	says(&s, "Goal no longer there: “Keep the studio”.");
	says(&s, "If things get worse, now: If Rosa cannot come: ring Priya.");
	says(&s, "New strength: “Her brother drives”.");
	says(&s, "Strength no longer there: “Rosa comes daily”.");
	assert_int_equal(s.n, 8);
}

/* Two of a kind about one concern: each is the one it was. */
static void plan_changes__pairs_by_their_words_first(void **state)
{
	struct plan_content x = content(), y = content();
	struct sentences s;

	UNUSED_STATE;
	*ARENA_PUSH(&arena, &x.actions) =
		action_of("practical.money", ACTION_WORKER_DOES, "ask the council", DAY_NONE);
	y.actions.at[0].what = "ask the council";
	y.actions.at[0].due_on = DAY_NONE;
	s = plan_changes(&x, &y, TODAY, &arena);
	assert_int_equal(s.n, 1);
	says(&s, "Gone: Money, bills or debt: I will ring the bank.");
}

/* Another list's concerns are called as it calls them, in either version. */
static void plan_changes__calls_concerns_as_their_list_does(void **state)
{
	static const char *const labels[] = { "Cash", "Job" };
	struct plan_content x = content(), y = content();
	struct sentences s;

	UNUSED_STATE;
	x.labels = y.labels = labels;
	x.actions.at[0].concern = y.actions.at[0].concern = "zz.1";
	y.actions.at[0].due_on = DAY_NONE;
	y.actions.at[1].kind = ACTION_WORKER_DOES;
	s = plan_changes(&x, &y, TODAY, &arena);
	says(&s, "Cash: I will ring the bank, by no day, was Fri 27 Nov.");
	says(&s, "New: Job: I will ring her accountant, by Mon 30 Nov.");
	says(&s, "Gone: Job: they will ring her accountant.");
	s = plan_lines(&x, TODAY, &arena);
	says(&s, "  Cash: I will ring the bank, by Fri 27 Nov");
}

static void plan_lines__is_a_version_whole(void **state)
{
	struct plan_content x = content();
	struct sentences s;

	UNUSED_STATE;
	x.plan.version = 2;
	x.plan.made_on = x.plan.agreed_on = TODAY;
	x.plan.agreed_way = AGREED_BY_PHONE;
	x.plan.agreed_by = AGREED_BY_REPRESENTATIVE;
	x.plan.agreed_with = "Rosa Diaz";
	x.plan.agreed_power = POWER_LPA_HEALTH;
	s = plan_lines(&x, TODAY, &arena);
	says(&s, "Version 2, agreed Mon 23 Nov by phone, for them by Rosa Diaz, lasting power of"
	         " attorney, health and care");
	says(&s, "What happens");
	says(&s, "  Money, bills or debt: I will ring the bank, by Fri 27 Nov");
	says(&s, "  “Keep the studio”");
	says(&s, "  If Rosa cannot come: ring the agency.");
	says(&s, "  Rosa comes daily");
}

static void plan_review_text__is_a_sentence_for_each(void **state)
{
	const struct plan_outcome x[] = {
		{ .what = "ring her accountant",
		  .outcome = "He cuts his fee.",
		  .status = ACTION_COMPLETED,
		  .supported = SUPPORTED_YES },
		{ .what = "Keep the studio",
		  .outcome = "",
		  .goal = true,
		  .reached = GOAL_PARTLY,
		  .supported = SUPPORTED_PARTLY },
		{ .what = "ask the council", .outcome = "", .status = ACTION_NOT_STARTED },
		{ .what = "Walk", .outcome = "", .goal = true, .reached = GOAL_SET },
	};

	UNUSED_STATE;
	assert_string_equal(plan_review_text(x, COUNT_OF(x), &arena),
	                    "Ring her accountant: done, and felt supported. He cuts his fee.\n"
	                    "“Keep the studio”: partly achieved, felt partly supported.\n"
	                    "Ask the council: not done yet.\n"
	                    "“Walk”: goes on.");
	assert_string_equal(plan_review_text(x, 0, &arena), "");
}

static void contingency_text__is_whole_sentences(void **state)
{
	struct contingency x = contingency_blank;

	UNUSED_STATE;
	x.name = "If Rosa cannot come.";
	x.what = "ring the agency.";
	x.signs = "she rings by eight";
	x.who = "Priya, 0113 496 0100";
	x.ready = "a key with the neighbour";
	assert_string_equal(contingency_text(&x, &arena),
	                    "If Rosa cannot come (she rings by eight): ring the agency."
	                    " Tell Priya, 0113 496 0100. Ready for it: a key with the neighbour.");
	x = contingency_blank;
	x.name = CONTINGENCY_PLAIN;
	x.what = "Ring 111.";
	assert_string_equal(contingency_text(&x, &arena), "Ring 111.");
	x.what = "ring 111";
	assert_string_equal(contingency_text(&x, &arena), "Ring 111.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plan_changes__of_a_copy_are_none),
		cmocka_unit_test(plan_changes__says_each_in_words),
		cmocka_unit_test(plan_changes__calls_concerns_as_their_list_does),
		cmocka_unit_test(plan_changes__pairs_by_their_words_first),
		cmocka_unit_test(plan_lines__is_a_version_whole),
		cmocka_unit_test(plan_review_text__is_a_sentence_for_each),
		cmocka_unit_test(contingency_text__is_whole_sentences),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
