#include "bench.h"

#include "casework/caseload.h"
#include "casework/find.h"
#include "casework/money.h"
#include "casework/undo.h"
#include "model/case_filter.h"
#include "model/none.h"

#include <stdio.h>
#include <stdlib.h>

static void fail(const struct session *s)
{
	fprintf(stderr, "clew-bench: %s\n", session_fault(s));
	exit(1);
}

/* A page of everybody, out of a view that hardly anybody is in: every row is looked at. */
static double view_ms(struct session *s)
{
	struct case_filter filter = case_filter_blank;
	const struct list_query q = {
		.view = CASES_EVERYONE, .order = CASES_BY_DUE, .find = "", .filter = &filter
	};
	struct arena a = { 0 };
	struct cases cases;
	double began;

	filter.lives_alone = true;
	filter.concern = "practical.pets";
	filter.at_least = 10;
	began = worked_ms();
	if (casework_cases(s, &q, NULL, 180, &a, &cases) != OK)
		fail(s);
	began = worked_ms() - began;
	arena_reset(&a);
	return began;
}

/* What everybody gained, as it stands beside the list. */
static double gained_ms(struct session *s)
{
	const struct list_query all = { .view = CASES_EVERYONE, .find = "" };
	int64_t pence = 0;
	double began = worked_ms();

	if (casework_money_gained(s, &all, &pence) != OK)
		fail(s);
	return worked_ms() - began;
}

static double hand_over_ms(struct session *s, const struct person_ids *ids, const char *login)
{
	struct left_out left = { .a = &s->arena };
	const struct hand_over what = {
		.people = ids->at, .n = ids->n, .login = login, .reason = "measured", .left = &left
	};
	double began = worked_ms();
	size_t moved = 0;

	if (casework_hand_over(s, &what, &moved) != OK)
		fail(s);
	printf("  %zu people handed over, %zu left\n", moved, left.n);
	return worked_ms() - began;
}

static double undo_ms(struct session *s)
{
	struct arena a = { 0 };
	double began = worked_ms();
	const char *what;

	if (casework_undo_peek(s, &a, &what) != OK || casework_undo(s) != OK)
		fail(s);
	arena_reset(&a);
	return worked_ms() - began;
}

void measure_cases(const char *path)
{
	const struct list_query all = { .view = CASES_EVERYONE,
		                        .order = CASES_BY_NAME,
		                        .find = "" };
	struct session *s = open_file(path);
	struct person_ids ids = { 0 };
	struct arena a = { 0 };

	if (casework_case_ids(s, &all, &a, &ids) != OK)
		fail(s);
	printf("a kept view over %zu open cases: %.0f ms (goal 300 ms at 100,000)\n", ids.n,
	       view_ms(s));
	printf("what all of them gained: %.0f ms (goal 300 ms at 100,000)\n", gained_ms(s));
	if (ids.n > 10000)
		ids.n = 10000;
	printf("handing over: %.0f ms (goal 3,000 ms for 10,000)\n",
	       hand_over_ms(s, &ids, s->account.login));
	printf("and undone: %.0f ms\n", undo_ms(s));
	arena_reset(&a);
	casework_sign_out(s);
}
