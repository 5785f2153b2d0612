#include "model/concerns.h"

#include "base/embedded.h"
#include "base/table.h"
#include "model/red.h"
#include "test.h"

struct fixture {
	struct arena a;
	struct concern_set set;
};

static int begin(void **state)
{
	static struct fixture f;

	f = (struct fixture){ 0 };
	*state = &f;
	return concern_set_load(CONCERNS_NEWEST, &f.a, &f.set) == OK ? 0 : -1;
}

static int end(void **state)
{
	arena_reset(&((struct fixture *)*state)->a);
	return 0;
}

static const struct concern_item *item(struct fixture *f, const char *code)
{
	const struct concern_item *one = concern_find(&f->set, code);

	assert_non_null(one);
	return one;
}

static void concern_set_load__reads_every_concern_once__in_domains(void **state)
{
	struct fixture *f = *state;
	size_t counted = 0;

	assert_int_equal(f->set.n, 67);
	assert_int_equal(f->set.domains, 6);
	for (size_t i = 0; i < f->set.n; i++) {
		const struct concern_item *one = &f->set.at[i];

		assert_ptr_equal(concern_find(&f->set, one->code), one);
		assert_int_equal(one->place, i);
		assert_true(one->label[0] != '\0' && one->plain[0] != '\0');
		assert_true(one->aliases > 0);
		assert_int_equal(text_empty(one->ask_when), text_empty(one->ask));
	}
	for (size_t i = 0; i < f->set.domains; i++) {
		assert_int_equal(f->set.domain[i].first, counted);
		counted += f->set.domain[i].count;
	}
	assert_int_equal(counted, f->set.n);
	assert_string_equal(f->set.domain[0].code, "practical");
	assert_string_equal(f->set.domain[0].label, "Practical");
	assert_null(concern_find(&f->set, "practical"));
}

static void concern_set_load__refuses__a_list_that_is_not_there(void **state)
{
	struct fixture *f = *state;
	struct concern_set set;

	assert_int_equal(concern_set_load("clew-0", &f->a, &set), E_NOT_FOUND);
}

static void concern_label__gives_the_code__when_unknown(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(concern_label("practical.money", &f->a), "Money, bills or debt");
	assert_string_equal(concern_label("old.code", &f->a), "old.code");
}

static void concern_match__ranks_label_starts_first(void **state)
{
	static const struct {
		const char *typed, *first;
		size_t least;
	} cases[] = {
		{ "mo", "practical.money", 3 },   { "MO", "practical.money", 3 },
		{ "mou", "physical.swallow", 1 }, { "pain", "physical.pain", 2 },
		{ "debt", "practical.money", 1 }, { "rent", "practical.housing", 1 },
		{ "nau", "physical.sick", 1 },    { "no h", "emotional.hopeless", 1 },
		{ "sex", "physical.sex", 1 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct concern_pick pick = concern_match(&f->set, cases[i].typed, &f->a);

		assert_true(pick.n >= cases[i].least);
		assert_string_equal(pick.at[0]->code, cases[i].first);
	}
	assert_int_equal(concern_match(&f->set, "zzz", &f->a).n, 0);
	assert_int_equal(concern_match(&f->set, " ", &f->a).n, 0);
	assert_int_equal(concern_match(&f->set, "oney", &f->a).n, 0);
}

static void concern_from_category__knows_what_councils_write(void **state)
{
	static const char *const cases[][2] = {
		{ "Debt advice", "practical.money" },
		{ "Benefits & money advice service", "practical.money" },
		{ "COST OF LIVING", "practical.money" },
		{ "Housing/homelessness advice", "practical.housing" },
		{ "Community Transport", "practical.travel" },
		{ "Meals on wheels", "practical.meals" },
		{ "Care at home", "practical.daily" },
		{ "Disabled facilities grants", "practical.equipment" },
		{ "Carers support groups", "family.carer" },
		{ "Carers' assessment", "family.carer" },
		{ "Befriending", "emotional.lonely" },
		{ "Bereavement support", "emotional.loss" },
		{ "Counselling", "emotional.worry" },
		{ "Domestic abuse", "family.safe" },
		{ "Stop Smoking Services", "info.smoking" },
		{ "Drug and alcohol services", "info.alcohol" },
		{ "Exercise referral", "info.active" },
		{ "practical.pets", "practical.pets" },
		{ "Will and legal matters", "practical.legal" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct concern_pick pick = concern_from_category(&f->set, cases[i][0], &f->a);
		bool found = false;

		for (size_t j = 0; j < pick.n; j++)
			found = found || text_equal(pick.at[j]->code, cases[i][1]);
		if (!found)
			print_error("%s is not %s\n", cases[i][0], cases[i][1]);
		assert_true(found);
	}
}

static void concern_from_category__is_silent__about_the_rest(void **state)
{
	static const char *const cases[] = { "",         "  ",          "Bins and recycling",
		                             "Planning", "Youth work",  "Car parks",
		                             "Rentokil", "Moneylenders" };
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(concern_from_category(&f->set, cases[i], &f->a).n, 0);
}

static void concern_is_red__follows_the_list(void **state)
{
	static const struct {
		const char *code;
		enum concern_answer answer;
		int score;
		bool in_treatment, red;
	} cases[] = {
		{ "emotional.hopeless", CONCERN_SCORED, 7, false, true },
		{ "emotional.hopeless", CONCERN_SCORED, 6, false, false },
		{ "emotional.hopeless", CONCERN_SCORED, 10, false, true },
		{ "emotional.hopeless", CONCERN_TALK, 9, false, false },
		{ "spiritual.meaning", CONCERN_SCORED, 8, false, true },
		{ "spiritual.meaning", CONCERN_SCORED, 7, false, false },
		{ "emotional.low", CONCERN_SCORED, 9, false, true },
		{ "emotional.low", CONCERN_SCORED, 8, false, false },
		{ "physical.temperature", CONCERN_SCORED, 1, true, true },
		{ "physical.temperature", CONCERN_SCORED, 0, true, false },
		{ "physical.temperature", CONCERN_SCORED, 10, false, false },
		{ "physical.temperature", CONCERN_TALK, 0, true, true },
		{ "physical.breathing", CONCERN_SCORED, 1, true, true },
		{ "physical.bleeding", CONCERN_SCORED, 1, true, true },
		{ "physical.backlegs", CONCERN_SCORED, 1, true, true },
		{ "family.safe", CONCERN_SCORED, 1, false, true },
		{ "family.safe", CONCERN_SCORED, 0, false, false },
		{ "family.safe", CONCERN_TALK, 0, false, true },
		{ "family.safe", CONCERN_RATHER_NOT, 0, false, true },
		{ "practical.travel", CONCERN_SCORED, 10, true, false },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		assert_int_equal(concern_is_red(item(f, cases[i].code), cases[i].answer,
		                                cases[i].score, cases[i].in_treatment),
		                 cases[i].red);
	assert_true(overall_is_red(9));
	assert_false(overall_is_red(8));
}

static void person_in_treatment__goes_on_for_six_weeks(void **state)
{
	struct person p = person_blank;

	UNUSED_STATE;
	p.stage = STAGE_TREATMENT_ENDED;
	p.stage_since = 20000;
	assert_true(person_in_treatment(&p, 20000 + 42));
	assert_false(person_in_treatment(&p, 20000 + 43));
	p.stage_since = DAY_NONE;
	assert_true(person_in_treatment(&p, 20000));
	p.stage = STAGE_IN_TREATMENT;
	p.stage_since = 10000;
	assert_true(person_in_treatment(&p, 20000));
	p.stage = STAGE_CARING;
	assert_false(person_in_treatment(&p, 20000));
	p.stage = STAGE_NONE;
	assert_true(person_in_treatment(&p, 20000));
}

static void concern_red_text__is_what_one_asks(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
		concern_red_text(item(f, "emotional.hopeless"), CONCERN_SCORED, 9, &f->a),
		"No hope 9. Ask: are you thinking about ending your life? Then !");
	assert_string_equal(
		concern_red_text(item(f, "physical.temperature"), CONCERN_SCORED, 2, &f->a),
		"Hot or shivery, in treatment: shivery, or 37.5 or over today? They ring the "
		"number on their alert card now.");
}

static void starter_directory__names_only_concerns_that_exist(void **state)
{
	struct fixture *f = *state;
	struct table t = table_of(embedded_file("directory/starter.tsv"));
	struct str codes, one;
	size_t n = 0;

	while (table_next(&t)) {
		codes = table_field(&t, "concerns");
		while (str_cut(&codes, ';', &one))
			assert_non_null(concern_find(&f->set, arena_str(&f->a, one)));
		assert_true(table_field(&t, "name").n > 0 && table_field(&t, "source").n > 0);
		assert_true(table_field(&t, "source_note").n > 0);
		if (table_field(&t, "phone").n == 0 && table_field(&t, "url").n == 0)
			assert_true(str_is(table_field(&t, "ring_first"), "1"));
		n++;
	}
	assert_int_equal(n, 74);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(concern_set_load__reads_every_concern_once__in_domains),
		cmocka_unit_test(concern_set_load__refuses__a_list_that_is_not_there),
		cmocka_unit_test(concern_label__gives_the_code__when_unknown),
		cmocka_unit_test(concern_match__ranks_label_starts_first),
		cmocka_unit_test(concern_from_category__knows_what_councils_write),
		cmocka_unit_test(concern_from_category__is_silent__about_the_rest),
		cmocka_unit_test(concern_is_red__follows_the_list),
		cmocka_unit_test(person_in_treatment__goes_on_for_six_weeks),
		cmocka_unit_test(concern_red_text__is_what_one_asks),
		cmocka_unit_test(starter_directory__names_only_concerns_that_exist),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
