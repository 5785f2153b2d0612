#include "model/safe.h"

#include "test.h"

#include <string.h>

static struct arena arena;
static const struct safe_person alive = { .knows_cancer = KNOWS_YES, .knows_referral = SAID_YES };

static int end(void **state)
{
	UNUSED_STATE;
	arena_reset(&arena);
	return 0;
}

static day iso(const char *text)
{
	day d = DAY_NONE;

	assert_true(day_parse_iso(str_of(text), &d));
	return d;
}

static struct safe_contact all(enum asked said)
{
	struct safe_contact c = safe_contact_blank;

	c.ring = c.other_may_answer = c.voicemail = c.text = c.email = c.post = c.visit = said;
	return c;
}

static void safe_allows__takes_not_asked_for_no__but_for_ringing(void **state)
{
	struct safe_contact not_asked = all(NOT_ASKED), yes = all(SAID_YES), no = all(SAID_NO);

	UNUSED_STATE;
	for (int ch = CHANNEL_RING; ch <= CHANNEL_VISIT; ch++) {
		enum channel channel = (enum channel)ch;

		assert_int_equal(safe_allows(&not_asked, &alive, channel), channel == CHANNEL_RING);
		assert_true(safe_allows(&yes, &alive, channel));
		assert_false(safe_allows(&no, &alive, channel));
	}
	assert_false(safe_allows(&yes, &alive, CHANNEL_NONE));
}

static void safe_allows__looks_at_its_own_channel(void **state)
{
	struct safe_contact c;

	UNUSED_STATE;
	for (int only = CHANNEL_RING; only <= CHANNEL_VISIT; only++) {
		c = all(SAID_NO);
		c.ring = only == CHANNEL_RING ? SAID_YES : SAID_NO;
		c.other_may_answer = only == CHANNEL_OTHER_MAY_ANSWER ? SAID_YES : SAID_NO;
		c.voicemail = only == CHANNEL_VOICEMAIL ? SAID_YES : SAID_NO;
		c.text = only == CHANNEL_TEXT ? SAID_YES : SAID_NO;
		c.email = only == CHANNEL_EMAIL ? SAID_YES : SAID_NO;
		c.post = only == CHANNEL_POST ? SAID_YES : SAID_NO;
		c.visit = only == CHANNEL_VISIT ? SAID_YES : SAID_NO;
		for (int ch = CHANNEL_RING; ch <= CHANNEL_VISIT; ch++)
			assert_int_equal(safe_allows(&c, &alive, (enum channel)ch), ch == only);
	}
}

static void safe_allows__nothing__after_death_or_asked_us_to_stop(void **state)
{
	struct safe_contact yes = all(SAID_YES);
	struct safe_person died = alive, stopped = alive;

	UNUSED_STATE;
	died.died = true;
	stopped.no_more_contact = true;
	for (int ch = CHANNEL_RING; ch <= CHANNEL_VISIT; ch++) {
		assert_false(safe_allows(&yes, &died, (enum channel)ch));
		assert_false(safe_allows(&yes, &stopped, (enum channel)ch));
	}
	assert_string_equal(safe_line(&yes, &died, &arena), "! died: no contact");
	assert_string_equal(safe_line(&yes, &stopped, &arena), "! asked us to stop: no contact");
}

static void safe_person_of__sees_what_stops_contact(void **state)
{
	struct safe_contact yes = all(SAID_YES);
	struct person p = person_blank;
	struct safe_person s = safe_person_of(&p, NOT_ASKED);

	UNUSED_STATE;
	assert_true(safe_allows(&yes, &s, CHANNEL_POST));
	p.died_sure = SURE_REPORTED;
	s = safe_person_of(&p, NOT_ASKED);
	assert_false(safe_allows(&yes, &s, CHANNEL_RING));
	p = person_blank;
	p.no_more_contact_on = 20000;
	s = safe_person_of(&p, NOT_ASKED);
	assert_false(safe_allows(&yes, &s, CHANNEL_RING));
}

static void safe_refusal__says_who_set_it_and_when(void **state)
{
	struct safe_words words = { "Jane", "P Shah", iso("2026-11-22") };
	struct safe_contact c = all(SAID_NO);
	struct safe_person died = alive;

	UNUSED_STATE;
	c.set_on = iso("2026-10-03");
	assert_string_equal(safe_refusal(&c, &alive, CHANNEL_POST, &words, &arena),
	                    "No post to Jane: set 3 Oct by P Shah.");
	assert_string_equal(safe_refusal(&c, &alive, CHANNEL_OTHER_MAY_ANSWER, &words, &arena),
	                    "Nobody but Jane may be spoken to: set 3 Oct by P Shah.");
	c.set_on = iso("2025-10-03");
	words.set_by = "";
	assert_string_equal(safe_refusal(&c, &alive, CHANNEL_TEXT, &words, &arena),
	                    "No text to Jane: set 3 Oct 2025.");
	c = all(NOT_ASKED);
	assert_string_equal(safe_refusal(&c, &alive, CHANNEL_EMAIL, &words, &arena),
	                    "No e-mail to Jane: not asked yet.");
	assert_null(safe_refusal(&c, &alive, CHANNEL_RING, &words, &arena));
	died.died = true;
	assert_string_equal(safe_refusal(&c, &died, CHANNEL_RING, &words, &arena),
	                    "No call: Jane died.");
}

static void safe_line__is_composed__from_the_answers(void **state)
{
	struct safe_contact c = all(NOT_ASKED);

	UNUSED_STATE;
	assert_string_equal(
		safe_line(&c, &alive, &arena),
		"! not asked yet: ring only, say only your name, no message, no text, no post");
	assert_int_equal(safe_strength(&c, &alive), SAFE_WISH);

	c = all(SAID_YES);
	assert_string_equal(safe_line(&c, &alive, &arena), "");
	assert_int_equal(safe_strength(&c, &alive), SAFE_PLAIN);

	c.text_first = true;
	c.voicemail = SAID_NO;
	c.post = SAID_NO;
	c.partner_told = SAID_NO;
	assert_string_equal(safe_line(&c, &alive, &arena),
	                    "! text first · no voicemail · no post · partner not told");
	assert_int_equal(safe_strength(&c, &alive), SAFE_WISH);

	c.danger = true;
	c.note = "never in the evening";
	assert_string_equal(safe_line(&c, &alive, &arena),
	                    "!! text first · no voicemail · no post · partner not told · "
	                    "never in the evening");
	assert_int_equal(safe_strength(&c, &alive), SAFE_DANGER);

	c = all(SAID_YES);
	c.email = NOT_ASKED;
	c.visit = NOT_ASKED;
	c.visit_in_two = true;
	c.ring = SAID_NO;
	assert_string_equal(safe_line(&c, &alive, &arena),
	                    "! do not ring · not asked: e-mail, visit · two of you");
}

static void safe_line__never_says_text_first__when_texts_are_not_safe(void **state)
{
	struct safe_contact c = all(SAID_YES);

	UNUSED_STATE;
	c.text_first = true;
	c.text = SAID_NO;
	assert_null(strstr(safe_line(&c, &alive, &arena), "text first"));
	c.text = NOT_ASKED;
	assert_null(strstr(safe_line(&c, &alive, &arena), "text first"));
}

static void safe_knows_line__stands__until_both_are_yes(void **state)
{
	static const enum knowing illness[] = { KNOWING_NONE, KNOWS_NO, KNOWS_PARTLY, KNOWS_YES };
	static const enum asked referral[] = { NOT_ASKED, SAID_NO, SAID_YES };

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(illness); i++)
		for (size_t j = 0; j < COUNT_OF(referral); j++) {
			struct safe_person p = { .knows_cancer = illness[i],
				                 .knows_referral = referral[j] };
			bool both = illness[i] == KNOWS_YES && referral[j] == SAID_YES;

			assert_string_equal(
				safe_knows_line(&p),
				both ? "" : "! may not know: ask what they understand first");
		}
}

static void safe_ask_again__after_90_days(void **state)
{
	struct safe_contact c = all(SAID_YES);

	UNUSED_STATE;
	assert_true(safe_ask_again(&c, iso("2026-11-22")));
	c.set_on = iso("2026-08-24");
	assert_true(safe_ask_again(&c, iso("2026-11-22")));
	c.set_on = iso("2026-08-25");
	assert_false(safe_ask_again(&c, iso("2026-11-22")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(safe_allows__takes_not_asked_for_no__but_for_ringing),
		cmocka_unit_test(safe_allows__looks_at_its_own_channel),
		cmocka_unit_test(safe_allows__nothing__after_death_or_asked_us_to_stop),
		cmocka_unit_test(safe_person_of__sees_what_stops_contact),
		cmocka_unit_test(safe_refusal__says_who_set_it_and_when),
		cmocka_unit_test(safe_line__is_composed__from_the_answers),
		cmocka_unit_test(safe_line__never_says_text_first__when_texts_are_not_safe),
		cmocka_unit_test(safe_knows_line__stands__until_both_are_yes),
		cmocka_unit_test(safe_ask_again__after_90_days),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
