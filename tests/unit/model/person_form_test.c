#include "model/person_form.h"

#include "model/none.h"

#include "test.h"

#include <string.h>

/* What the person's form refuses and what it only asks about, each with its sentence. */
struct scene {
	struct arena a;
	struct values v;
	struct form_from from;
	struct person_details d;
	struct problems problems;
};

static int setup(void **state)
{
	static struct scene scene;

	scene = (struct scene){ .d = person_details_blank() };
	assert_true(day_parse_iso(STR("2026-11-23"), &scene.from.today));
	values_set(&scene.v, &scene.a, "family_name", "Doe");
	*state = &scene;
	return 0;
}

static int teardown(void **state)
{
	struct scene *x = *state;

	arena_reset(&x->a);
	return 0;
}

static void set(struct scene *x, const char *name, const char *text)
{
	values_set(&x->v, &x->a, name, text);
}

static void take(struct scene *x)
{
	x->problems = (struct problems){ 0 };
	person_take(&x->v, &x->from, &x->a, &x->d, &x->problems);
}

static const struct problem *problem_of(const struct scene *x, const char *field)
{
	for (size_t i = 0; i < x->problems.n; i++)
		if (text_equal(x->problems.at[i].field, field))
			return &x->problems.at[i];
	return NULL;
}

static void says(struct scene *x, const char *field, bool warning, const char *words)
{
	const struct problem *p;

	take(x);
	p = problem_of(x, field);
	if (!p) {
		fail_msg("nothing is said of %s", field);
		return; /* for gcc at -O2, which does not know that a failed test ends */
	}
	assert_int_equal(p->warning, warning);
	if (!strstr(p->text, words))
		fail_msg("%s: %s", field, p->text);
}

static void person__days_in_their_order(void **state)
{
	struct scene *x = *state;

	set(x, "date_of_birth", "12/3/1981");
	set(x, "diagnosed_on", "1/3/1981");
	says(x, "diagnosed_on", false, "before they were born, 12 Mar 1981");
	set(x, "diagnosed_on", "24/11/2026");
	says(x, "diagnosed_on", false, "not come yet");
	set(x, "diagnosed_on", "1/9/2026");
	set(x, "urgent_referral_on", "20/9/2026");
	says(x, "diagnosed_on", true, "before the urgent referral");
	set(x, "urgent_referral_on", "20/8/2026");
	set(x, "treatment_began_on", "25/8/2026");
	says(x, "treatment_began_on", true, "before the diagnosis");
	set(x, "treatment_began_on", "10/10/2026");
	set(x, "treatment_ended_on", "9/10/2026");
	says(x, "treatment_ended_on", false, "before it began, 10 Oct 2026");
	set(x, "treatment_ended_on", "20/11/2026");
	take(x);
	assert_int_equal(x->problems.n, 0);
	x->d.person.died_on = x->from.today - 10;
	set(x, "about_on", "22/11/2026");
	says(x, "about_on", false, "after they died, 13 Nov 2026");
}

static void person__what_was_wrong_before__stops_nobody(void **state)
{
	struct scene *x = *state;

	x->d.person.born_on = x->from.today - 10;
	x->d.person.diagnosed_on = x->from.today - 20;
	set(x, "work", "builder");
	says(x, "diagnosed_on", true, "before they were born");
	assert_string_equal(x->d.person.work, "builder");
	/* But what is made wrong now does. */
	set(x, "urgent_referral_on", "1/1/2020");
	says(x, "urgent_referral_on", false, "before they were born");
}

static void person__numbers_and_codes(void **state)
{
	struct scene *x = *state;

	set(x, "nhs_number", "943 476 591");
	says(x, "nhs_number", false, "ten digits; this has 9");
	set(x, "nhs_number", "943 476 5918");
	says(x, "nhs_number", true, "check digit");
	assert_int_equal(x->d.person.care_number_kind, NUMBER_DOUBTFUL);
	set(x, "nhs_number", "010 101 1237");
	set(x, "date_of_birth", "2/1/2001");
	says(x, "nhs_number", true, "01 01 01 is not 2 Jan 2001");
	set(x, "date_of_birth", "1/1/2001");
	set(x, "gp_code", "B8601");
	says(x, "gp_code", false, "a letter and five digits");
	set(x, "gp_code", "b86012");
	set(x, "deprivation", "11");
	says(x, "deprivation", false, "From 1");
	set(x, "deprivation", "0");
	says(x, "deprivation", false, "From 1");
	set(x, "deprivation", "10");
	set(x, "email", "jane at example.org");
	says(x, "email", true, "whole address");
	set(x, "email", "jane@example.org");
	take(x);
	assert_int_equal(x->problems.n, 0);
	assert_string_equal(x->d.person.gp_code, "B86012");
	assert_int_equal(x->d.person.deprivation, 10);
	assert_int_equal(x->d.person.care_number_kind, NUMBER_CHI);
}

static void person__where_it_is__says_the_group(void **state)
{
	struct scene *x = *state;

	set(x, "cancer_site", "rectum");
	take(x);
	assert_string_equal(x->d.person.cancer_site, "C20");
	assert_string_equal(x->d.person.cancer_group, "bowel");
	/* What somebody chose stays. */
	set(x, "cancer_site", "C50");
	set(x, "cancer_group", "in_situ");
	take(x);
	assert_string_equal(x->d.person.cancer_group, "in_situ");
	set(x, "cancer_site", "lymph");
	says(x, "cancer_site", false, "Which one? C77 Lymph nodes, spread there, C91");
	set(x, "cancer_site", "elbow");
	says(x, "cancer_site", false, "No site is called so");
	set(x, "cancer_site", "C61");
	set(x, "sex", "female");
	says(x, "cancer_site", true, "does not go with the sex on record, female");
}

static char *long_text(struct scene *x, size_t n)
{
	char *text = arena_alloc(&x->a, n + 1);

	memset(text, 'n', n);
	return text;
}

static void person__long_values(void **state)
{
	struct scene *x = *state;

	set(x, "given_name", long_text(x, 36));
	take(x);
	assert_int_equal(x->problems.n, 0);
	set(x, "given_name", long_text(x, 71));
	says(x, "given_name", true, "long for a name");
	assert_int_equal(strlen(x->d.person.given_name), 71);
	set(x, "given_name", "Jane");
	set(x, "address", long_text(x, PERSON_LINE_MOST + 1));
	says(x, "address", false, "1,000 letters at most");
	set(x, "address", long_text(x, PERSON_LINE_MOST));
	set(x, "about_me", long_text(x, PERSON_NOTE_MOST + 1));
	says(x, "about_me", false, "more than fits in one note");
	set(x, "about_me", long_text(x, 20000));
	take(x);
	assert_int_equal(x->problems.n, 0);
	assert_int_equal(strlen(x->d.person.about_me), 20000);
	set(x, "work", "a\xff\xfe");
	says(x, "work", false, "no letter");
}

/* Rows of a spreadsheet in a field of one line are one line. */
static void person__pasted_rows_are_one_line(void **state)
{
	struct scene *x = *state;

	set(x, "address", "14 Lantern Row\tLeeds\r\nLS6");
	set(x, "matters", "My studio.\nThe flat.");
	take(x);
	assert_string_equal(x->d.person.address, "14 Lantern Row Leeds  LS6");
	assert_string_equal(x->d.person.matters, "My studio.\nThe flat.");
}

static const struct field *heading(const struct field *table, const char *label)
{
	while (!text_equal(table->label, label))
		table++;
	return table;
}

static void part_filled__counts_what_a_good_record_has(void **state)
{
	struct scene *x = *state;
	const struct field *table = person_fields(&x->a);
	struct values v = person_values(&x->d, &x->a);
	struct part_filled n = person_part_filled(heading(table, "Cancer"), &v);

	assert_int_equal(n.n, 0);
	assert_int_equal(n.of, 7);
	/* What only belongs to another value, or may well be none, is no gap. */
	values_set(&v, &x->a, "treatment", "radiotherapy");
	values_set(&v, &x->a, "urgent_referral_on", "20 Aug 2026");
	assert_int_equal(person_part_filled(heading(table, "Cancer"), &v).n, 0);
	values_set(&v, &x->a, "stage", "in_treatment");
	assert_int_equal(person_part_filled(heading(table, "Cancer"), &v).n, 1);
	assert_int_equal(person_part_filled(heading(table, "Restricted"), &v).of, 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(person__days_in_their_order),
		T(person__what_was_wrong_before__stops_nobody),
		T(person__numbers_and_codes),
		T(person__where_it_is__says_the_group),
		T(person__long_values),
		T(person__pasted_rows_are_one_line),
		T(part_filled__counts_what_a_good_record_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
