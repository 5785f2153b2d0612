#include "model/consent.h"

#include "model/disclosure.h"
#include "model/none.h"
#include "model/notice.h"
#include "model/purpose.h"
#include "test.h"

#define TODAY 20780

static struct consent answer(enum purpose purpose, enum consent_answer answer, const char *to_whom,
                             day on)
{
	struct consent x = consent_blank;

	x.purpose = purpose;
	x.answer = answer;
	x.to_whom = to_whom;
	x.on_day = on;
	return x;
}

static enum consent_state state(struct consent *newest_first, size_t n, enum purpose purpose,
                                const char *to_whom)
{
	const struct consent_list list = { n, newest_first };
	const struct share_with with = { .purpose = purpose, .to_whom = to_whom };

	return consent_find(&list, &with, TODAY).state;
}

static void consent__not_asked_is_no_yes(void **state_)
{
	(void)state_;
	assert_int_equal(state(NULL, 0, PURPOSE_FUNDER, ""), CONSENT_NOT_ASKED);
}

static void consent__the_newest_answer_counts(void **state_)
{
	struct consent list[] = { answer(PURPOSE_FUNDER, CONSENT_WITHDRAWN, "", TODAY - 1),
		                  answer(PURPOSE_FUNDER, CONSENT_YES, "", TODAY - 9),
		                  answer(PURPOSE_FUNDER, CONSENT_NO, "", TODAY - 20) };

	(void)state_;
	assert_int_equal(state(list, 3, PURPOSE_FUNDER, ""), CONSENT_TAKEN_BACK);
	assert_int_equal(state(list + 1, 2, PURPOSE_FUNDER, "Leeds City Council"), CONSENT_STANDS);
	assert_int_equal(state(list + 2, 1, PURPOSE_FUNDER, ""), CONSENT_REFUSED);
	assert_int_equal(state(list, 3, PURPOSE_FEEDBACK, ""), CONSENT_NOT_ASKED);
}

static void consent__a_no_about_one_outlasts_a_yes_to_all(void **state_)
{
	struct consent list[] = { answer(PURPOSE_CARE_TEAM, CONSENT_YES, "", TODAY - 1),
		                  answer(PURPOSE_CARE_TEAM, CONSENT_NO, "Dr Smith", TODAY - 9) };

	(void)state_;
	assert_int_equal(state(list, 2, PURPOSE_CARE_TEAM, "dr  smith"), CONSENT_REFUSED);
	assert_int_equal(state(list, 2, PURPOSE_CARE_TEAM, "Dr Jones"), CONSENT_STANDS);
	assert_int_equal(state(list, 2, PURPOSE_CARE_TEAM, ""), CONSENT_STANDS);
}

static void consent__a_no_to_all_ends_what_one_was_given(void **state_)
{
	struct consent list[] = { answer(PURPOSE_REFER, CONSENT_WITHDRAWN, "", TODAY - 1),
		                  answer(PURPOSE_REFER, CONSENT_YES, "Shelter", TODAY - 9) };

	(void)state_;
	assert_int_equal(state(list, 2, PURPOSE_REFER, "Shelter"), CONSENT_TAKEN_BACK);
	assert_int_equal(state(list + 1, 1, PURPOSE_REFER, "Shelter"), CONSENT_STANDS);
}

static void consent__is_asked_for_each_service(void **state_)
{
	struct consent list[] = { answer(PURPOSE_REFER, CONSENT_YES, "", TODAY - 1) };

	(void)state_;
	assert_int_equal(state(list, 1, PURPOSE_REFER, "Shelter"), CONSENT_NOT_ASKED);
	assert_int_equal(state(list, 1, PURPOSE_REFER, ""), CONSENT_STANDS);
}

static void consent__a_service_is_known_by_its_entry_when_renamed(void **state_)
{
	struct consent x = answer(PURPOSE_REFER, CONSENT_NO, "Money Buddies", TODAY);
	const struct consent_list list = { 1, &x };
	struct share_with with = { PURPOSE_REFER, { 7 }, "LS6 Money Friends" };

	(void)state_;
	x.service.n = 7;
	assert_int_equal(consent_find(&list, &with, TODAY).state, CONSENT_REFUSED);
	with.service.n = 8;
	assert_int_equal(consent_find(&list, &with, TODAY).state, CONSENT_NOT_ASKED);
}

static void consent__ends_after_its_last_day(void **state_)
{
	struct consent x = answer(PURPOSE_FUNDER, CONSENT_YES, "", TODAY - 300);

	(void)state_;
	x.until_on = TODAY;
	assert_int_equal(state(&x, 1, PURPOSE_FUNDER, ""), CONSENT_STANDS);
	x.until_on = TODAY - 1;
	assert_int_equal(state(&x, 1, PURPOSE_FUNDER, ""), CONSENT_EXPIRED);
}

static void purpose__every_one_is_shipped_with_a_basis_and_words(void **state_)
{
	struct arena a = { 0 };
	struct purpose_rule_list list;

	(void)state_;
	assert_int_equal(purpose_rules_shipped(&a, &list), OK);
	assert_int_equal(list.n, purposes.n);
	for (size_t i = 0; i < list.n; i++) {
		assert_int_equal(list.at[i].purpose, i + 1);
		assert_string_not_equal(list.at[i].art6, "");
		assert_string_not_equal(list.at[i].words, "");
	}
	arena_reset(&a);
}

/* Source: trust model, field 1: direct care is never hard-wired to consent. */
static void purpose__keeping_a_record_needs_no_consent_but_minds_a_no(void **state_)
{
	struct arena a = { 0 };
	struct purpose_rule_list list;
	const struct purpose_rule *keep, *refer;

	(void)state_;
	assert_int_equal(purpose_rules_shipped(&a, &list), OK);
	keep = &list.at[PURPOSE_KEEP - 1];
	refer = &list.at[PURPOSE_REFER - 1];
	assert_true(purpose_allows(keep, CONSENT_NOT_ASKED));
	assert_true(purpose_allows(keep, CONSENT_EXPIRED));
	assert_false(purpose_allows(keep, CONSENT_REFUSED));
	assert_false(purpose_allows(keep, CONSENT_TAKEN_BACK));
	assert_true(purpose_allows(refer, CONSENT_STANDS));
	assert_false(purpose_allows(refer, CONSENT_NOT_ASKED));
	assert_false(purpose_allows(refer, CONSENT_EXPIRED));
	assert_string_equal(purpose_basis(keep, &a), "6(1)(f), 9(2)(h), Sch 1 para 2");
	assert_string_equal(purpose_basis(refer, &a), "consent, 6(1)(a), 9(2)(a)");
	arena_reset(&a);
}

static void purpose__changed_words_are_the_next_version(void **state_)
{
	struct arena a = { 0 };
	struct purpose_rule_list list;
	struct problems problems = { 0 };
	struct purpose_rule rule;
	struct values v;

	(void)state_;
	assert_int_equal(purpose_rules_shipped(&a, &list), OK);
	rule = list.at[PURPOSE_FUNDER - 1];
	v = purpose_values(&rule, &a);
	purpose_fill(&rule, &v, &a, &problems);
	assert_int_equal(problems.n, 0);
	assert_int_equal(rule.wording, 1);
	assert_int_equal(rule.months, 12);
	values_set(&v, &a, "words", "May we?");
	values_set(&v, &a, "months", "");
	purpose_fill(&rule, &v, &a, &problems);
	assert_int_equal(rule.wording, 2);
	assert_int_equal(rule.months, NUMBER_NONE);
	values_set(&v, &a, "months", "121");
	values_set(&v, &a, "words", " ");
	purpose_fill(&rule, &v, &a, &problems);
	assert_int_equal(problems.n, 2);
	arena_reset(&a);
}

static void notice__is_due_when_new_or_old(void **state_)
{
	struct notice x = notice_blank;
	struct notice_list list = { 0, &x };

	(void)state_;
	x.version = "2";
	x.on_day = TODAY;
	assert_true(notice_due(&list, "2", TODAY));
	list.n = 1;
	assert_false(notice_due(&list, "2", TODAY));
	assert_true(notice_due(&list, "3", TODAY));
	assert_false(notice_due(&list, "2", TODAY + 365));
	assert_true(notice_due(&list, "2", TODAY + 366));
}

static void leaving__says_what_is_ticked_and_known(void **state_)
{
	struct arena a = { 0 };
	struct leaving l = { .value = { [LEAVES_NAME] = "Jane Carter",
		                        [LEAVES_REACH] = "Text first.",
		                        [LEAVES_BORN] = "12 Mar 1981" } };

	(void)state_;
	assert_string_equal(leaving_text(&l, LEAVES_PROPOSED, &a),
	                    "Name: Jane Carter. How to reach them: Text first.");
	assert_string_equal(leaving_names(&l, LEAVES_PROPOSED | LEAVES_BIT(LEAVES_BORN), &a),
	                    "name, how to reach them, date of birth");
	assert_string_equal(leaving_text(&l, 0, &a), "");
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(consent__not_asked_is_no_yes),
		cmocka_unit_test(consent__the_newest_answer_counts),
		cmocka_unit_test(consent__a_no_about_one_outlasts_a_yes_to_all),
		cmocka_unit_test(consent__a_no_to_all_ends_what_one_was_given),
		cmocka_unit_test(consent__is_asked_for_each_service),
		cmocka_unit_test(consent__a_service_is_known_by_its_entry_when_renamed),
		cmocka_unit_test(consent__ends_after_its_last_day),
		cmocka_unit_test(purpose__every_one_is_shipped_with_a_basis_and_words),
		cmocka_unit_test(purpose__keeping_a_record_needs_no_consent_but_minds_a_no),
		cmocka_unit_test(purpose__changed_words_are_the_next_version),
		cmocka_unit_test(notice__is_due_when_new_or_old),
		cmocka_unit_test(leaving__says_what_is_ticked_and_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
