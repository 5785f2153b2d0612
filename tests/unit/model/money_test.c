#include "test.h"

#include "base/attr.h"
#include "base/embedded.h"
#include "base/table.h"
#include "model/lists.h"
#include "model/money.h"
#include "model/money_form.h"
#include "model/nation.h"
#include "model/none.h"

#include "dice.h"

#include <stdio.h>
#include <string.h>

#define TODAY 20780 /* Monday 23 November 2026 */

static struct arena arena;

static int teardown(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static struct money awarded(int64_t amount, enum money_per per)
{
	struct money m = money_blank;

	m.kind = MONEY_BENEFIT;
	m.what = "pip";
	m.state = MONEY_AWARDED;
	m.amount = amount;
	m.per = per;
	m.decided_on = TODAY;
	return m;
}

static void money_worth__is_of_a_first_year(void **state)
{
	static const struct {
		enum money_per per;
		int64_t worth;
	} each[] = { { PER_ONCE, 7333 },
		     { PER_WEEK, 381316 },
		     { PER_FOUR_WEEKS, 95329 },
		     { PER_MONTH, 87996 },
		     { PER_YEAR, 7333 } };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(each); i++) {
		struct money m = awarded(7333, each[i].per);

		assert_int_equal(money_worth(&m), each[i].worth);
		m.back_dated = 99;
		assert_int_equal(money_worth(&m), each[i].worth + 99);
	}
}

static void money_worth__is_nothing__until_it_is_awarded(void **state)
{
	struct money m = awarded(1000, PER_ONCE);

	UNUSED_STATE;
	for (size_t i = 0; i < money_states.n; i++) {
		m.state = (enum money_state)money_states.at[i].value;
		assert_int_equal(money_worth(&m),
		                 m.state == MONEY_AWARDED || m.state == MONEY_ENDED ? 1000 : 0);
	}
	m.state = MONEY_AWARDED;
	m.amount = NUMBER_NONE;
	assert_int_equal(money_worth(&m), 0);
	m.back_dated = 450;
	assert_int_equal(money_worth(&m), 450);
}

static void money_worth__of_money_for_care_is_no_gain(void **state)
{
	struct money m = awarded(1000, PER_WEEK);

	UNUSED_STATE;
	m.kind = MONEY_DEBT;
	assert_int_equal(money_worth(&m), 52000);
	m.kind = MONEY_DIRECT_PAYMENT;
	assert_int_equal(money_worth(&m), 0);
	m.kind = MONEY_PERSONAL_BUDGET;
	assert_int_equal(money_worth(&m), 0);
}

static void money_gained__counts_from_the_first_to_the_last_day(void **state)
{
	struct money m = awarded(1000, PER_ONCE);

	UNUSED_STATE;
	assert_int_equal(money_gained(&m, TODAY, TODAY), 1000);
	assert_int_equal(money_gained(&m, TODAY + 1, TODAY + 9), 0);
	assert_int_equal(money_gained(&m, TODAY - 9, TODAY - 1), 0);
	m.decided_on = DAY_NONE;
	assert_int_equal(money_gained(&m, TODAY, TODAY), 0);
}

static void money_sums_text__keeps_a_year_apart_from_what_came_once(void **state)
{
	struct arena a = { 0 };
	struct money at[] = { awarded(8100, PER_WEEK), awarded(35000, PER_ONCE),
		              awarded(9600, PER_WEEK), money_blank, money_blank };
	struct money_list list = { 0, at };

	UNUSED_STATE;
	assert_string_equal(money_sums_text(&list, &a), "");
	at[0].back_dated = 110000;
	at[2].kind = MONEY_DIRECT_PAYMENT; /* pays for care: no gain */
	at[3].state = MONEY_APPLIED;
	list.n = 5;
	assert_string_equal(money_sums_text(&list, &a),
	                    "£4,212 a year gained · £350 once · £1,100 back-dated · 1 asked for · "
	                    "1 to ask for");
	list = (struct money_list){ 1, &at[1] };
	assert_string_equal(money_sums_text(&list, &a), "£350 gained");
	at[1].state = MONEY_REFUSED;
	assert_string_equal(money_sums_text(&list, &a), "");
	arena_reset(&a);
}

static void pence_parse__takes_what_people_write(void **state)
{
	static const struct {
		const char *text;
		int64_t pence; /* NUMBER_NONE: refused */
	} said[] = {
		{ "300", 30000 },
		{ "434.60", 43460 },
		{ "434.6", 43460 },
		{ "£1,234.50", 123450 },
		{ " £ 12 ", 1200 },
		{ "0", 0 },
		{ "0.01", 1 },
		{ "1,000,000", 100000000 },
		{ "1000000.01", NUMBER_NONE },
		{ "12.345", NUMBER_NONE },
		{ "12.", NUMBER_NONE },
		{ "1,23", NUMBER_NONE },
		{ ",123", NUMBER_NONE },
		{ "12,3456", NUMBER_NONE },
		{ "1,234,5", NUMBER_NONE },
		{ "-5", NUMBER_NONE },
		{ "five", NUMBER_NONE },
		{ "", NUMBER_NONE },
		{ ".50", NUMBER_NONE },
		{ "99999999999999999999", NUMBER_NONE },
		{ "12.5x", NUMBER_NONE },
		{ "1 000", NUMBER_NONE },
	};

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(said); i++) {
		int64_t got = NUMBER_NONE;
		bool is = pence_parse(str_of(said[i].text), &got);

		if (is != (said[i].pence != NUMBER_NONE) || got != said[i].pence)
			fail_msg("“%s” is %lld", said[i].text, (long long)got);
	}
}

/* No sum changes by being shown and typed again. */
static void pence_text__is_read_back_as_it_was(void **state)
{
	struct dice dice = dice_begin("sums");

	UNUSED_STATE;
	for (int i = 0; i < 5000; i++) {
		int64_t sum = dice_below(&dice, i % 2 ? 2000 : (uint32_t)MONEY_MOST),
			again = NUMBER_NONE;

		assert_true(pence_parse(str_of(pence_text(sum, &arena)), &again));
		assert_int_equal(again, sum);
	}
	assert_string_equal(pence_text(123450, &arena), "£1,234.50");
	assert_string_equal(pence_text(100000000, &arena), "£1,000,000");
	assert_string_equal(pence_text(5, &arena), "£0.05");
	assert_string_equal(pence_text(NUMBER_NONE, &arena), "");
}

static void money_text__says_how_far_it_has_come(void **state)
{
	struct money m = awarded(43460, PER_FOUR_WEEKS);

	UNUSED_STATE;
	m.back_dated = 90000;
	assert_string_equal(money_text(&m, TODAY, &arena),
	                    "Personal Independence Payment (PIP): awarded, £434.60 every 4 weeks,"
	                    " £900 back-dated · Mon 23 Nov");
	m.kind = MONEY_DEBT;
	m.what = "electricity arrears";
	m.per = PER_ONCE;
	m.back_dated = NUMBER_NONE;
	assert_string_equal(money_text(&m, TODAY, &arena),
	                    "electricity arrears: written off, £434.60 · Mon 23 Nov");
	m.state = MONEY_APPLIED;
	m.applied_on = TODAY - 20;
	assert_string_equal(money_text(&m, TODAY, &arena),
	                    "electricity arrears: asked for · Tue 3 Nov");
}

static void benefits__each_has_a_nation_and_a_kind(void **state)
{
	struct table t = table_of(embedded_file("words/benefits.tsv"));
	size_t n = 0;

	UNUSED_STATE;
	for (; table_next(&t); n++) {
		struct str all = table_field(&t, "nations"), one;
		size_t places = 0;

		assert_true(str_is(table_field(&t, "more"), "benefit") ||
		            str_is(table_field(&t, "more"), "grant"));
		for (; str_cut(&all, ';', &one); places++)
			assert_int_not_equal(words_find(&nations, one), 0);
		assert_true(places > 0);
	}
	assert_true(n > 40);
}

static const struct words *listed(enum nation nation)
{
	const struct field *f = money_fields(nation, &arena);

	while (!text_equal(f->name, "which"))
		f++;
	return f->words;
}

static void benefits__are_those_of_the_nation(void **state)
{
	UNUSED_STATE;
	assert_int_not_equal(words_find(listed(NATION_ENGLAND), STR("pip")), 0);
	assert_int_equal(words_find(listed(NATION_SCOTLAND), STR("pip")), 0);
	assert_int_not_equal(words_find(listed(NATION_SCOTLAND), STR("adp")), 0);
	assert_int_equal(words_find(listed(NATION_WALES), STR("adp")), 0);
	assert_int_equal(words_find(listed(NATION_NORTHERN_IRELAND), STR("council_tax")), 0);
	assert_int_not_equal(words_find(listed(NATION_NORTHERN_IRELAND), STR("rates")), 0);
}

/* ---- the form ---- */

static struct values filled(const char *const *pairs)
{
	struct values v = { 0 };

	for (; *pairs; pairs += 2)
		values_set(&v, &arena, pairs[0], pairs[1]);
	return v;
}
#define FILLED(...) filled((const char *const[]){ __VA_ARGS__, NULL })

static struct money taken(const struct values *v, struct problems *problems)
{
	const struct when_from from = { TODAY, NULL, WHEN_AHEAD };
	struct money m = money_blank;

	*problems = (struct problems){ 0 };
	money_from(v, &from, &arena, problems, &m);
	return m;
}

static void refused(struct values v, const char *field, const char *why)
{
	struct problems problems;

	taken(&v, &problems);
	for (size_t i = 0; i < problems.n; i++)
		if (text_equal(problems.at[i].field, field) && strstr(problems.at[i].text, why))
			return;
	fail_msg("%s is not refused: %s", field, why);
}

static void money_form__fills_in_the_day__it_was_asked_for_or_decided(void **state)
{
	struct problems problems;
	struct values v = FILLED("kind", "benefit", "which", "pip", "state", "applied");
	struct money m = taken(&v, &problems);

	UNUSED_STATE;
	assert_int_equal(problems.n, 0);
	assert_int_equal(m.applied_on, TODAY);
	assert_int_equal(m.decided_on, DAY_NONE);
	values_set(&v, &arena, "state", "awarded");
	values_set(&v, &arena, "amount", "434.60");
	values_set(&v, &arena, "per", "four_weeks");
	m = taken(&v, &problems);
	assert_int_equal(m.applied_on, DAY_NONE);
	assert_int_equal(m.decided_on, TODAY);
	assert_int_equal(m.worth, 43460 * 13);
}

static void money_form__refuses_what_cannot_be(void **state)
{
	UNUSED_STATE;
	refused(FILLED("kind", "benefit", "state", "sought"), "which", "Letters find it");
	refused(FILLED("kind", "debt", "state", "sought"), "words", "What is it?");
	refused(FILLED("kind", "benefit", "which", "pip", "state", "awarded", "amount", "lots"),
	        "amount", "A sum in pounds");
	refused(FILLED("kind", "benefit", "which", "pip", "state", "applied", "applied_on",
	               "2026-11-24"),
	        "applied_on", "has not come yet");
	refused(FILLED("kind", "benefit", "which", "pip", "state", "refused", "applied_on",
	               "2026-11-20", "decided_on", "2026-11-19"),
	        "decided_on", "before it was asked for");
	refused(FILLED("kind", "benefit", "which", "pip", "state", "awarded", "from_on",
	               "2026-11-20", "ends_on", "2026-11-19"),
	        "ends_on", "before it begins");
	refused(FILLED("kind", "direct_payment", "words", "x", "state", "awarded", "review_on",
	               "2026-11-19"),
	        "review_on", "has gone");
}

/* What is not asked now is not stored, whatever stood there. */
static void money_form__asks_only_what_the_kind_and_state_have(void **state)
{
	struct problems problems;
	struct values v = FILLED("kind", "grant", "which", "macmillan", "state", "refused",
	                         "amount", "500", "pays_for", "help", "review_on", "2026-12-01");
	struct money m = taken(&v, &problems);

	UNUSED_STATE;
	assert_int_equal(m.amount, NUMBER_NONE);
	assert_string_equal(m.pays_for, "");
	assert_int_equal(m.review_on, DAY_NONE);
	assert_false(money_field_asked("words", &v));
	values_set(&v, &arena, "kind", "direct_payment");
	assert_true(money_field_asked("pays_for", &v));
	assert_true(money_field_asked("words", &v));
	assert_false(money_field_asked("which", &v));
}

static void money_form__gives_back_what_it_was_given(void **state)
{
	const struct when_from from = { TODAY, NULL, WHEN_AHEAD };
	struct problems problems = { 0 };
	struct money m = awarded(43461, PER_MONTH), again = money_blank;
	struct values v;

	UNUSED_STATE;
	m.applied_on = TODAY - 30;
	m.sought = 50000;
	m.back_dated = 1;
	m.from_on = TODAY - 2;
	m.ends_on = TODAY + 700;
	m.note = "first\nsecond";
	v = money_values(&m, TODAY, &arena);
	money_from(&v, &from, &arena, &problems, &again);
	assert_int_equal(problems.n, 0);
	assert_int_equal(again.amount, m.amount);
	assert_int_equal(again.back_dated, m.back_dated);
	assert_int_equal(again.sought, m.sought);
	assert_int_equal(again.applied_on, m.applied_on);
	assert_int_equal(again.ends_on, m.ends_on);
	assert_string_equal(again.what, "pip");
	assert_string_equal(again.note, m.note);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(money_worth__is_of_a_first_year),
		cmocka_unit_test(money_worth__is_nothing__until_it_is_awarded),
		cmocka_unit_test(money_worth__of_money_for_care_is_no_gain),
		cmocka_unit_test(money_gained__counts_from_the_first_to_the_last_day),
		cmocka_unit_test(money_sums_text__keeps_a_year_apart_from_what_came_once),
		cmocka_unit_test(pence_parse__takes_what_people_write),
		cmocka_unit_test(pence_text__is_read_back_as_it_was),
		cmocka_unit_test(money_text__says_how_far_it_has_come),
		cmocka_unit_test(benefits__each_has_a_nation_and_a_kind),
		cmocka_unit_test(benefits__are_those_of_the_nation),
		cmocka_unit_test(money_form__fills_in_the_day__it_was_asked_for_or_decided),
		cmocka_unit_test(money_form__refuses_what_cannot_be),
		cmocka_unit_test(money_form__asks_only_what_the_kind_and_state_have),
		cmocka_unit_test(money_form__gives_back_what_it_was_given),
	};

	return cmocka_run_group_tests(tests, NULL, teardown);
}
