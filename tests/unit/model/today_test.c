#include "model/today.h"

#include "test.h"

#include "model/reminder.h"

static void add(struct today_items *items, struct arena *a, enum today_section section,
                int64_t person, int64_t order)
{
	struct today_item *x = ARENA_PUSH(a, items);

	*x = (struct today_item){ .section = section,
		                  .kind = TODAY_REMINDER,
		                  .person = { person } };
	x->order[0] = order;
	x->of = section;
	x->name = x->why = x->what = x->when = "";
	x->id = (int64_t)items->n;
}

static void today_arrange__lets_a_person_stand_once_in_the_highest_section(void **state)
{
	struct arena a = { 0 };
	struct today_items items = { 0 };
	struct today t;

	UNUSED_STATE;
	add(&items, &a, TODAY_QUIET, 7, 0);
	add(&items, &a, TODAY_LATE, 7, 3);
	add(&items, &a, TODAY_LATE, 7, 2);
	add(&items, &a, TODAY_AT_A_TIME, 7, 900);
	add(&items, &a, TODAY_LATE, 8, 1);
	add(&items, &a, TODAY_CALLED, 0, 1);
	add(&items, &a, TODAY_CALLED, 0, 1);
	today_arrange(&items, &a, &t);
	assert_int_equal(t.items.n, 4);
	assert_int_equal(t.items.at[0].section, TODAY_AT_A_TIME);
	assert_int_equal(t.items.at[0].person.n, 7);
	assert_int_equal(t.items.at[0].others, 3);
	assert_int_equal(t.count[TODAY_CALLED], 2);
	assert_int_equal(t.count[TODAY_LATE], 1);
	assert_int_equal(t.items.at[t.first[TODAY_LATE]].person.n, 8);
	assert_int_equal(t.count[TODAY_QUIET], 0);
	arena_reset(&a);
}

/* She came in while the form about her was half done: both are to be seen. */
static void today_arrange__hides_no_caller_behind_a_draft(void **state)
{
	struct arena a = { 0 };
	struct today_items items = { 0 };
	struct today t;

	UNUSED_STATE;
	add(&items, &a, TODAY_CALLED, 7, 1);
	items.at[0].kind = TODAY_DRAFT;
	add(&items, &a, TODAY_CALLED, 7, 2);
	items.at[1].kind = TODAY_MESSAGE;
	add(&items, &a, TODAY_CALLED, 7, 3);
	items.at[2].kind = TODAY_DRAFT;
	today_arrange(&items, &a, &t);
	assert_int_equal(t.count[TODAY_CALLED], 2);
	assert_int_equal(t.items.at[0].kind, TODAY_DRAFT);
	assert_int_equal(t.items.at[1].kind, TODAY_MESSAGE);
	arena_reset(&a);
}

/* Late: a plan to be given; today: a call to somebody whose mother has died. */
static void today_arrange__shows_what_matters_most_and_counts_the_rest(void **state)
{
	struct arena a = { 0 };
	struct today_items items = { 0 };
	struct reminder r = reminder_blank;
	struct today t;

	UNUSED_STATE;
	add(&items, &a, TODAY_LATE, 7, 1);
	r.kind = REMINDER_PLAN_NOT_GIVEN;
	items.at[0].weight = today_weight(&r);
	items.at[0].what = "Give them their plan";
	items.at[0].when = "2 days";
	items.at[0].late = true;
	add(&items, &a, TODAY_ANY_TIME, 7, 1);
	r.kind = REMINDER_BEREAVEMENT;
	items.at[1].weight = today_weight(&r);
	items.at[1].what = "Bereavement call to Rosa Diaz";
	add(&items, &a, TODAY_LATE, 8, 1);
	today_arrange(&items, &a, &t);
	assert_int_equal(t.items.n, 2);
	assert_int_equal(t.count[TODAY_LATE], 2); /* where the late one puts them */
	assert_string_equal(t.items.at[0].what, "Bereavement call to Rosa Diaz");
	assert_int_equal(t.items.at[0].others, 1);
	assert_int_equal(t.items.at[0].others_late, 1);
	assert_string_equal(today_others_text(&t, &t.items.at[0], &a),
	                    "1 more: Give them their plan (late 2 days)");
	today_unfold(&t, 0, &a);
	assert_int_equal(t.items.n, 3);
	assert_string_equal(t.items.at[1].what, "Give them their plan");
	assert_true(t.items.at[1].under);
	assert_int_equal(t.items.at[2].person.n, 8);
	assert_int_equal(t.count[TODAY_LATE] - t.unfolded[TODAY_LATE], 2);
	arena_reset(&a);
}

/* What has its time of the day is never replaced by what can be done at any. */
static void today_arrange__keeps_what_has_a_time_before_the_rest(void **state)
{
	struct arena a = { 0 };
	struct today_items items = { 0 };
	struct today t;

	UNUSED_STATE;
	add(&items, &a, TODAY_AT_A_TIME, 7, 600);
	items.at[0].weight = 9;
	add(&items, &a, TODAY_LATE, 7, 1);
	add(&items, &a, TODAY_AT_A_TIME, 7, 500);
	items.at[2].weight = 9;
	today_arrange(&items, &a, &t);
	assert_int_equal(t.items.n, 1);
	assert_int_equal(t.items.at[0].order[0], 500);
	assert_int_equal(t.behind.at[0].order[0], 600);
	assert_int_equal(t.behind.at[1].section, TODAY_LATE);
	arena_reset(&a);
}

static void today_weight__has_each_kind_once__and_a_promise_before_all(void **state)
{
	struct reminder r = reminder_blank;
	unsigned seen = 0;

	UNUSED_STATE;
	for (size_t i = 1; i <= reminder_kinds.n; i++) {
		int weight;

		r.kind = (enum reminder_kind)i;
		r.to_person = false;
		weight = today_weight(&r);
		assert_true(weight > 0 && weight <= (int)reminder_kinds.n);
		assert_int_equal(seen & 1u << weight, 0);
		seen |= 1u << weight;
		r.to_person = true;
		assert_int_equal(today_weight(&r), 0);
	}
}

static void today_rank__puts_what_was_promised_to_the_person_first(void **state)
{
	struct reminder r = reminder_blank;
	static const enum reminder_kind order[] = { REMINDER_BEREAVEMENT, REMINDER_CHECK_BACK,
		                                    REMINDER_CHASE, REMINDER_ACTION_DUE,
		                                    REMINDER_FOLLOW_UP };
	int64_t before;

	UNUSED_STATE;
	r.kind = REMINDER_FOLLOW_UP;
	r.to_person = true;
	before = today_rank(&r);
	r.to_person = false;
	for (size_t i = 0; i < sizeof(order) / sizeof(*order); i++) {
		r.kind = order[i];
		assert_true(today_rank(&r) > before);
		before = today_rank(&r);
	}
}

/* Sections that are named by the rows, as bits; chosen tells whether the chosen item stands there. */
static unsigned named(const struct today_row *rows, size_t n, const struct today *t, size_t item,
                      bool *chosen)
{
	unsigned bits = 0;

	*chosen = false;
	for (size_t i = 0; i < n; i++) {
		size_t left = rows[i].item;

		if (rows[i].kind == TODAY_ROW_HEAD)
			bits |= 1u << rows[i].section;
		if (rows[i].kind == TODAY_ROW_ITEM && rows[i].item == item)
			*chosen = true;
		if (rows[i].kind != TODAY_ROW_FOLDED)
			continue;
		for (unsigned j = rows[i].section; left > 0 && j < TODAY_SECTION_COUNT; j++)
			if (t->count[j] > 0 && !(bits & 1u << j)) {
				bits |= 1u << j;
				left--;
			}
	}
	return bits;
}

static void today_rows__names_every_section_and_shows_the_chosen_row__at_every_size(void **state)
{
	struct arena a = { 0 };
	struct today_items items = { 0 };
	struct today_row rows[TODAY_MOST_ROWS];
	struct today t;

	UNUSED_STATE;
	for (int i = 0; i < 60; i++)
		add(&items, &a, (enum today_section)(i % TODAY_SECTION_COUNT), i + 1, i);
	today_arrange(&items, &a, &t);
	assert_int_equal(t.items.n, 60);
	for (size_t room = 12; room < 80; room++)
		for (size_t chosen = 0; chosen < 60; chosen++) {
			size_t n = today_rows(&t, room, 80, chosen, rows);
			bool there;

			assert_true(n <= room);
			assert_int_equal(named(rows, n, &t, chosen, &there),
			                 (1u << TODAY_SECTION_COUNT) - 1);
			assert_true(there);
		}
	arena_reset(&a);
}

static void today_rows__leaves_nothing_out__where_there_is_room(void **state)
{
	struct arena a = { 0 };
	struct today_items items = { 0 };
	struct today_row rows[TODAY_MOST_ROWS];
	struct today t;
	size_t n, shown = 0;

	UNUSED_STATE;
	for (int i = 0; i < 18; i++)
		add(&items, &a, (enum today_section)(i % 3), i + 1, i);
	today_arrange(&items, &a, &t);
	n = today_rows(&t, 21, 80, 0, rows);
	for (size_t i = 0; i < n; i++) {
		assert_int_not_equal(rows[i].kind, TODAY_ROW_MORE);
		shown += rows[i].kind == TODAY_ROW_ITEM;
	}
	assert_int_equal(shown, 18);
	assert_int_equal(n, 21);
	arena_reset(&a);
}

static void today_rows__is_empty__when_nothing_is_to_be_done(void **state)
{
	struct today_row rows[TODAY_MOST_ROWS];
	struct today t = { 0 };

	UNUSED_STATE;
	assert_int_equal(today_rows(&t, 20, 80, 0, rows), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(today_arrange__lets_a_person_stand_once_in_the_highest_section),
		cmocka_unit_test(today_arrange__hides_no_caller_behind_a_draft),
		cmocka_unit_test(today_arrange__shows_what_matters_most_and_counts_the_rest),
		cmocka_unit_test(today_arrange__keeps_what_has_a_time_before_the_rest),
		cmocka_unit_test(today_weight__has_each_kind_once__and_a_promise_before_all),
		cmocka_unit_test(today_rank__puts_what_was_promised_to_the_person_first),
		cmocka_unit_test(
			today_rows__names_every_section_and_shows_the_chosen_row__at_every_size),
		cmocka_unit_test(today_rows__leaves_nothing_out__where_there_is_room),
		cmocka_unit_test(today_rows__is_empty__when_nothing_is_to_be_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
