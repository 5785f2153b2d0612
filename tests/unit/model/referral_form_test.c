#include "test.h"

#include "model/referral_form.h"

#include "base/attr.h"
#include "model/holidays.h"

#include <string.h>

struct form_state {
	struct arena a;
	struct holidays holidays;
	struct form_from from;
	struct values v;
	struct problems problems;
	struct new_referral got;
};

static int setup(void **state)
{
	static struct form_state f;

	f = (struct form_state){ 0 };
	assert_int_equal(holidays_load(NATION_ENGLAND, &f.a, &f.holidays), OK);
	assert_true(day_parse_iso(STR("2026-11-23"), &f.from.today));
	f.from.holidays = &f.holidays;
	f.from.first_contact_days = 5;
	*state = &f;
	return 0;
}

static int teardown(void **state)
{
	struct form_state *f = *state;

	arena_reset(&f->a);
	return 0;
}

static void set(struct form_state *f, const char *name, const char *text)
{
	values_set(&f->v, &f->a, name, text);
}

static void take(struct form_state *f)
{
	f->problems = (struct problems){ 0 };
	f->got = (struct new_referral){ 0 };
	referral_from_values(&f->v, &f->from, &f->a, &f->got, &f->problems);
}

/* The sentence about that field, "" when there is none. */
static const char *said(const struct form_state *f, const char *field)
{
	for (size_t i = 0; i < f->problems.n; i++)
		if (strcmp(f->problems.at[i].field, field) == 0)
			return f->problems.at[i].text;
	return "";
}

static void begin_doe(struct form_state *f)
{
	set(f, "ringing", "2");
	set(f, "family_name", "Doe");
}

static void referral__needs_a_name_and_who_is_ringing(void **state)
{
	struct form_state *f = *state;

	take(f);
	assert_true(problems_stop(&f->problems));
	assert_string_not_equal(said(f, "ringing"), "");
	assert_string_not_equal(said(f, "family_name"), "");
	begin_doe(f);
	take(f);
	assert_false(problems_stop(&f->problems));
	assert_string_equal(f->got.referral.source, "gp");
	assert_int_equal(f->got.referral.urgency, URGENCY_USUAL);
	set(f, "expects", "Somebody to ring her weekly");
	set(f, "heard", "gp");
	take(f);
	assert_string_equal(f->got.referral.expects, "Somebody to ring her weekly");
	assert_string_equal(f->got.referral.heard, "gp");
}

static void referral__every_digit_of_who_is_ringing_has_a_source(void **state)
{
	struct form_state *f = *state;
	char digit[] = "1";

	for (; digit[0] <= '9'; digit[0]++)
		assert_string_not_equal(source_of_ringing(digit, &f->a), "");
	assert_string_equal(source_of_ringing("x", &f->a), "");
}

static void referral__not_asked_is_never_yes(void **state)
{
	struct form_state *f = *state;
	const struct safe_contact *safe = &f->got.about.safe;

	begin_doe(f);
	take(f);
	assert_int_equal(safe->ring, NOT_ASKED);
	assert_int_equal(safe->voicemail, NOT_ASKED);
	assert_int_equal(safe->text, NOT_ASKED);
	assert_int_equal(safe->post, NOT_ASKED);
	assert_int_equal(safe->email, NOT_ASKED);
	assert_int_equal(safe->partner_told, NOT_ASKED);
	assert_false(safe->text_first);
	assert_int_equal(f->got.referral.knows_referral, NOT_ASKED);
	assert_int_equal(f->got.about.person.knows_cancer, KNOWING_NONE);
	set(f, "safe_post", "no");
	set(f, "safe_text", "yes");
	set(f, "knows_cancer", "partly");
	take(f);
	assert_int_equal(safe->post, SAID_NO);
	assert_int_equal(safe->text, SAID_YES);
	assert_int_equal(f->got.about.person.knows_cancer, KNOWS_PARTLY);
}

static void referral__first_contact_follows_receipt_over_bank_holidays(void **state)
{
	struct form_state *f = *state;

	begin_doe(f);
	take(f);
	assert_string_equal(day_iso(f->got.referral.first_contact_by, &f->a), "2026-11-30");
	f->from.today += 30; /* Wed 23 Dec: Christmas and Boxing Day (Mon 28) are none */
	take(f);
	assert_string_equal(day_iso(f->got.referral.first_contact_by, &f->a), "2027-01-04");
	set(f, "referred_on", "mon");
	take(f);
	assert_string_equal(day_iso(f->got.referral.received_on, &f->a), "2026-12-21");
	set(f, "first_contact_by", "1/12/26");
	take(f);
	assert_string_equal(said(f, "first_contact_by"), "That is before it was received.");
}

static void number__kinds_doubt_and_length(void **state)
{
	static const struct {
		const char *typed, *digits;
		enum number_kind kind;
		bool stops;
	} cases[] = {
		{ "943 476 5919", "9434765919", NUMBER_NHS, false },
		{ "943-476-5919", "9434765919", NUMBER_NHS, false },
		{ "943 476 5918", "9434765918", NUMBER_DOUBTFUL, false },
		{ "943 476 591", "", NUMBER_KIND_NONE, true },
		{ "no idea", "", NUMBER_KIND_NONE, true },
		{ "", "", NUMBER_KIND_NONE, false },
		{ "  ", "", NUMBER_KIND_NONE, false },
	};
	struct form_state *f = *state;

	begin_doe(f);
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		set(f, "nhs_number", cases[i].typed);
		take(f);
		assert_int_equal(problems_stop(&f->problems), cases[i].stops);
		assert_string_equal(f->got.about.person.care_number, cases[i].digits);
		assert_int_equal(f->got.about.person.care_number_kind, cases[i].kind);
	}
}

static void referral__says_what_cannot_be_used_and_keeps_the_rest(void **state)
{
	struct form_state *f = *state;

	begin_doe(f);
	set(f, "date_of_birth", "31/2/1981");
	set(f, "postcode", "nowhere");
	set(f, "council_area", "Atlantis");
	set(f, "stage", "cured");
	set(f, "given_name", "  John ");
	take(f);
	assert_string_not_equal(said(f, "date_of_birth"), "");
	assert_string_not_equal(said(f, "postcode"), "");
	assert_string_equal(said(f, "council_area"), "No council is called Atlantis.");
	assert_string_not_equal(said(f, "stage"), "");
	assert_string_equal(f->got.about.person.given_name, "John");
	assert_int_equal(f->got.about.person.born_on, DAY_NONE);
}

static void referral__a_short_phone_is_only_asked_about(void **state)
{
	struct form_state *f = *state;

	begin_doe(f);
	set(f, "phone", "07700 9001");
	take(f);
	assert_false(problems_stop(&f->problems));
	assert_string_not_equal(said(f, "phone"), "");
	assert_string_equal(f->got.about.phones[0].value, "07700 9001");
}

static void referral__proposes_the_council_from_the_start_of_a_postcode(void **state)
{
	struct form_state *f = *state;

	assert_string_equal(council_proposed("ls6", &f->a), "Leeds");
	assert_string_equal(council_proposed("LS6 2AB", &f->a), "Leeds");
	assert_string_equal(council_proposed("l", &f->a), "");
	assert_string_equal(council_proposed("", &f->a), "");
}

static void person__values_shown_are_the_values_taken(void **state)
{
	struct form_state *f = *state;
	struct person_details d = person_details_blank(), again;
	struct values shown;

	begin_doe(f);
	set(f, "date_of_birth", "12/3/81");
	set(f, "nhs_number", "943 476 5919");
	set(f, "sex", "female");
	set(f, "phone", "07700 900123");
	set(f, "phone_never", "yes");
	set(f, "safe_voicemail", "no");
	set(f, "danger", "yes");
	set(f, "postcode", "ls6 2ab");
	set(f, "council_area", "Leeds");
	set(f, "cancer_group", "breast");
	set(f, "diagnosed_on", "3 Oct 2026");
	set(f, "stage", "in_treatment");
	set(f, "stage_ends_on", "5 Jan 2027");
	set(f, "matters", "My studio.\nThe flat.");
	set(f, "keep_apart", "yes");
	set(f, "religion", "sikh");
	set(f, "deprivation", "3");
	set(f, "gp_code", "B86012");
	set(f, "cancer_site", "C50.4");
	set(f, "treatment_began_on", "12 Oct 2026");
	set(f, "about_me", "Deaf in one ear.\nSay it twice.");
	set(f, "about_on", "20 Nov 2026");
	person_take(&f->v, &f->from, &f->a, &d, &f->problems);
	assert_int_equal(f->problems.n, 0);
	assert_string_equal(d.person.council, "E08000035");
	assert_int_equal(d.person.stage_since, f->from.today);

	shown = person_values(&d, &f->a);
	again = person_details_blank();
	again.person.stage = d.person.stage;
	person_take(&shown, &f->from, &f->a, &again, &f->problems);
	assert_int_equal(f->problems.n, 0);
	for (size_t i = 0; i < shown.n; i++) {
		struct values twice = person_values(&again, &f->a);

		assert_string_equal(values_get(&twice, shown.at[i].name), shown.at[i].text);
	}
	assert_int_equal(again.person.born_on, d.person.born_on);
	assert_int_equal(again.person.stage_ends_on, d.person.stage_ends_on);
	assert_true(again.person.keep_apart && again.safe.danger && again.phones[0].never_use);
}

/* A form may show any field; each must be one that is taken, or be shown for nothing. */
static void forms__every_field_is_taken(void **state)
{
	static const char *const of_referral[] = {
		"ringing",          "referrer", "return_phone", "reason",
		"knows_referral",   "urgency",  "referred_on",  "worker",
		"first_contact_by", "expects",  "heard"
	};
	struct form_state *f = *state;
	struct person_details blank = person_details_blank();
	struct values all = person_values(&blank, &f->a);
	const struct words nobody = { "worker", NULL, 0 };
	const struct field *tables[] = { person_fields(&f->a), referral_fields(&nobody, &f->a) };

	for (size_t i = 0; i < COUNT_OF(of_referral); i++)
		values_set(&all, &f->a, of_referral[i], "");
	for (size_t t = 0; t < COUNT_OF(tables); t++)
		for (const struct field *field = tables[t]; field->name || field->label; field++) {
			bool found = !field_has_value(field);

			for (size_t i = 0; i < all.n; i++)
				found = found || text_equal(all.at[i].name, field->name);
			if (!found)
				fail_msg("%s is typed and never taken", field->name);
			if (field->kind == FIELD_CHOICE)
				assert_non_null(field->words);
		}
}

#define FORM_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		FORM_TEST(referral__needs_a_name_and_who_is_ringing),
		FORM_TEST(referral__every_digit_of_who_is_ringing_has_a_source),
		FORM_TEST(referral__not_asked_is_never_yes),
		FORM_TEST(referral__first_contact_follows_receipt_over_bank_holidays),
		FORM_TEST(number__kinds_doubt_and_length),
		FORM_TEST(referral__says_what_cannot_be_used_and_keeps_the_rest),
		FORM_TEST(referral__a_short_phone_is_only_asked_about),
		FORM_TEST(referral__proposes_the_council_from_the_start_of_a_postcode),
		FORM_TEST(person__values_shown_are_the_values_taken),
		FORM_TEST(forms__every_field_is_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
