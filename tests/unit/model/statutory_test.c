#include "test.h"

#include "base/embedded.h"
#include "base/text.h"
#include "model/concerns.h"
#include "model/statutory.h"

#include <string.h>

struct said {
	const char *code;
	enum manages answer;
};

static struct statutory_answer_list answers(struct arena *a, const struct said *said, size_t n)
{
	struct statutory_answer_list list = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct statutory_answer *x = ARENA_PUSH(a, &list);

		*x = statutory_answer_blank;
		x->code = said[i].code;
		x->answer = said[i].answer;
	}
	return list;
}

static void lists__are_the_ten_the_eight_and_the_welsh(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_int_equal(statutory_list_for(NATION_ENGLAND, false, &a).n, 10);
	assert_int_equal(statutory_list_for(NATION_ENGLAND, true, &a).n, 8);
	assert_int_equal(statutory_list_for(NATION_WALES, false, &a).n, 7);
	assert_int_equal(statutory_list_for(NATION_WALES, true, &a).n, 7);
	assert_int_equal(statutory_list_for(NATION_SCOTLAND, false, &a).n, 0);
	assert_int_equal(statutory_list_for(NATION_NORTHERN_IRELAND, true, &a).n, 0);
	assert_int_equal(statutory_list_for(NATION_SCOTLAND, true, &a).kind,
	                 STATUTORY_NO_LIST_CARER);
	assert_int_equal(statutory_list_for(NATION_ENGLAND, false, &a).needed, 2);
	assert_int_equal(statutory_list_for(NATION_ENGLAND, true, &a).needed, 1);
	for (size_t i = 0; i < statutory_kinds.n; i++) {
		enum statutory_kind kind = (enum statutory_kind)statutory_kinds.at[i].value;

		assert_int_equal(statutory_list_of(kind, &a).kind, kind);
	}
	arena_reset(&a);
}

static void lists__every_hint_is_a_concern_of_the_list(void **state)
{
	struct arena a = { 0 };
	struct concern_set set;

	UNUSED_STATE;
	assert_int_equal(concern_set_load(CONCERNS_NEWEST, &a, &set), OK);
	for (size_t k = 0; k < statutory_kinds.n; k++) {
		struct statutory_list list =
			statutory_list_of((enum statutory_kind)statutory_kinds.at[k].value, &a);

		for (size_t i = 0; i < list.n; i++) {
			assert_true(text_width(str_of(list.at[i].question)) <= 42);
			assert_true(*list.at[i].words && *list.at[i].where);
			assert_true(list.at[i].hints > 0);
			for (size_t j = 0; j < list.at[i].hints; j++)
				if (!concern_find(&set, list.at[i].hint[j]))
					fail_msg("%s hints at %s", list.at[i].code,
					         list.at[i].hint[j]);
		}
	}
	arena_reset(&a);
}

/* Nobody reads that they are, or are not, entitled: the word stands in no question and no verdict. */
static void no_words__say_who_is_entitled(void **state)
{
	UNUSED_STATE;
	for (size_t i = 0; i < embedded_count; i++) {
		struct str rest = { embedded_table[i].at,
			            (size_t)(embedded_table[i].end - embedded_table[i].at) };
		struct str line;

		if (strncmp(embedded_table[i].name, "statutory/", 10) != 0 &&
		    strncmp(embedded_table[i].name, "levels/", 7) != 0)
			continue;
		while (str_cut(&rest, '\n', &line))
			if (!str_starts(line, "#") &&
			    (text_holds(line, "eligib") || text_holds(line, "qualif")))
				fail_msg("%s: %.*s", embedded_table[i].name, (int)line.n, line.at);
	}
}

static void indicated__two_out_of_reach_of_the_ten(void **state)
{
	struct arena a = { 0 };
	struct statutory_list list = statutory_list_for(NATION_ENGLAND, false, &a);
	const struct said said[] = { { "CA-HYGIENE-01", MANAGES_WITH_HELP },
		                     { "CA-NUTRITION-01", MANAGES_TOO_SLOW },
		                     { "CA-TOILET-01", MANAGES_ABLE },
		                     { "CA-CLOTHING-01", MANAGES_NOT_SAID } };
	struct statutory_answer_list one = answers(&a, said, 1), two = answers(&a, said, 2),
				     all = answers(&a, said, 4);
	struct statutory_screen x = statutory_screen_blank;

	UNUSED_STATE;
	assert_false(statutory_indicated(&list, &x, &one));
	assert_true(statutory_indicated(&list, &x, &two));
	assert_int_equal(statutory_count(&list, &all), 2);
	x.arises = SAID_YES;
	x.wellbeing = SAID_YES;
	assert_true(statutory_indicated(&list, &x, &two));
	x.wellbeing = SAID_NO;
	assert_false(statutory_indicated(&list, &x, &two));
	arena_reset(&a);
}

static void indicated__carers_one_is_enough_or_their_health(void **state)
{
	struct arena a = { 0 };
	struct statutory_list list = statutory_list_for(NATION_ENGLAND, true, &a);
	const struct said slow = { "CC-WTEV-01", MANAGES_TOO_SLOW };
	const struct said hurts = { "CC-WTEV-01", MANAGES_WITH_DISTRESS };
	struct statutory_answer_list none = { 0 };
	struct statutory_answer_list late = answers(&a, &slow, 1), hard = answers(&a, &hurts, 1);
	struct statutory_screen x = statutory_screen_blank;

	UNUSED_STATE;
	assert_false(statutory_indicated(&list, &x, &none));
	assert_false(statutory_indicated(&list, &x, &late));
	assert_true(statutory_indicated(&list, &x, &hard));
	x.health = SAID_NO;
	assert_true(statutory_indicated(&list, &x, &hard));
	x.health = SAID_YES;
	assert_true(statutory_indicated(&list, &x, &none));
	x.arises = SAID_NO;
	assert_false(statutory_indicated(&list, &x, &none));
	arena_reset(&a);
}

static void verdict__offers_and_never_decides(void **state)
{
	struct arena a = { 0 };
	struct statutory_list list = statutory_list_for(NATION_ENGLAND, false, &a);
	struct statutory_list scots = statutory_list_for(NATION_SCOTLAND, false, &a);
	const struct said said[] = { { "CA-HYGIENE-01", MANAGES_UNABLE },
		                     { "CA-NUTRITION-01", MANAGES_WITH_DANGER } };
	struct statutory_answer_list two = answers(&a, said, 2), none = { 0 };
	struct statutory_screen x = statutory_screen_blank;

	UNUSED_STATE;
	assert_string_equal(statutory_verdict(&list, &x, &two, "Leeds City Council", &a),
	                    "It looks worth offering an assessment by Leeds City Council. They "
	                    "decide.");
	assert_non_null(strstr(statutory_verdict(&list, &x, &none, "", &a),
	                       "Anybody may ask for one all the same"));
	assert_non_null(strstr(statutory_verdict(&list, &x, &none, "", &a), "by the council"));
	assert_non_null(strstr(statutory_verdict(&list, &x, &none, "", &a), "Nothing was said"));
	x.arises = SAID_NO;
	assert_non_null(strstr(statutory_verdict(&list, &x, &none, "", &a), "What was said"));
	x.arises = NOT_ASKED;
	assert_non_null(strstr(statutory_verdict(&scots, &x, &none, "", &a), "straight away"));
	arena_reset(&a);
}

static void document__has_what_is_out_of_reach_and_no_more(void **state)
{
	struct arena a = { 0 };
	struct statutory_list list = statutory_list_for(NATION_ENGLAND, false, &a);
	const struct said said[] = { { "CA-HYGIENE-01", MANAGES_WITH_HELP },
		                     { "CA-TOILET-01", MANAGES_ABLE },
		                     { "CA-WTEV-01", MANAGES_NOT_SAID } };
	struct statutory_answer_list some = answers(&a, said, 3);
	struct statutory_screen x = statutory_screen_blank;
	struct statutory_document d;

	UNUSED_STATE;
	x.on_day = 20780;
	x.arises = SAID_YES;
	x.wellbeing = SAID_NO;
	x.sent_to = "Leeds City Council, adult social care";
	d = statutory_document_of(&list, &x, &some, &a);
	assert_int_equal(d.n, 2);
	assert_string_equal(d.at[0].text, "Washing, and keeping clean");
	assert_string_equal(d.at[0].answer, "with help");
	assert_string_equal(d.at[1].answer, "yes");
	assert_string_equal(d.to, "Leeds City Council, adult social care");
	assert_non_null(strstr(d.asks, "Care Act 2014, section 9"));
	arena_reset(&a);
}

static void change__is_said_only_where_there_is_one(void **state)
{
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_string_equal(statutory_change(MANAGES_UNABLE, MANAGES_WITH_HELP, &a),
	                    "before: not able");
	assert_string_equal(statutory_change(MANAGES_UNABLE, MANAGES_UNABLE, &a), "");
	assert_string_equal(statutory_change(MANAGES_NONE, MANAGES_UNABLE, &a), "");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists__are_the_ten_the_eight_and_the_welsh),
		cmocka_unit_test(lists__every_hint_is_a_concern_of_the_list),
		cmocka_unit_test(no_words__say_who_is_entitled),
		cmocka_unit_test(indicated__two_out_of_reach_of_the_ten),
		cmocka_unit_test(indicated__carers_one_is_enough_or_their_health),
		cmocka_unit_test(verdict__offers_and_never_decides),
		cmocka_unit_test(document__has_what_is_out_of_reach_and_no_more),
		cmocka_unit_test(change__is_said_only_where_there_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
