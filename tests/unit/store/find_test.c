#include "store/find.h"

#include "fixture.h"
#include "test.h"

#include "store/derive.h"
#include "store/people.h"

#include <string.h>

static int people_setup(void **state)
{
	struct fixture *f = fixture_open();

	*state = f;
	fixture_sql(
		f,
		"INSERT INTO person (id, family_name, given_name, known_as, born_on, care_number,"
		"  postcode, keep_apart, created_on) VALUES"
		" (1, 'Wordsworth', 'Anna', NULL, 4088, '9994004123', 'LS6 1AA', 0, 20000),"
		" (2, 'Smith-Jönes', 'Jane Mary', 'Janie', 4088, NULL, 'LS6 2BB', 0, 20000),"
		" (3, 'Smith', 'John', NULL, 4100, NULL, 'BD1 1AA', 1, 20000),"
		" (4, 'O''Hare', 'Catherine', NULL, NULL, NULL, NULL, 0, 20000);"
		"INSERT INTO contact_point (person, kind, value)"
		" VALUES (4, 'phone', '+44 (0)7700 900123');");
	if (derive_all(fixture_begin(f, "people")) != OK)
		return -1;
	fixture_end(f);
	return 0;
}

/* The ids that the text finds, in order: "2 3". */
static const char *finds(struct fixture *f, const char *text)
{
	struct find_people how = { .text = text, .limit = 20 };
	struct found_people hits;
	const char *ids = "";

	assert_int_equal(people_find(f->store, &how, &f->arena, &hits), OK);
	for (size_t i = 0; i < hits.n; i++)
		ids = arena_printf(&f->arena, "%s%s%d", ids, i ? " " : "", (int)hits.at[i].id.n);
	return ids;
}

static void people_find__finds_by_any_part_of_a_name(void **state)
{
	static const struct {
		const char *text, *ids;
	} cases[] = {
		{ "wor", "1" },
		{ "WÖRDS", "1" },
		{ "worth", "1" },
		{ "jones", "2" },
		{ "jane smith", "2" },
		{ "smith jane", "2" },
		{ "smith", "3 2" },
		{ "smi jo", "3 2" },
		{ "mary sm", "2" },
		{ "janie", "2" },
		{ "ohare", "4" },
		{ "O'Hare, Cath", "4" },
		{ "anna worth", "1" },
		{ "ann sworth", "1" },
		{ "nobody", "" },
		{ "smith worth", "" },
		{ "", "" },
		{ " - ", "" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(finds(f, cases[i].text), cases[i].ids);
}

static void people_find__finds_by_numbers_and_postcode(void **state)
{
	static const struct {
		const char *text, *ids;
	} cases[] = {
		{ "999 400 4123", "1" }, { "9994", "1" },    { "07700 900", "4" },
		{ "+44 7700 900", "4" }, { "ls6 1aa", "1" }, { "LS6", "1 2" },
		{ "0123", "4" },         { "900 123", "4" }, { "7700900123", "4" },
		{ "004123", "1" },       { "2bb", "2" },     { "ls61", "1" },
		{ "CL-000003", "3" },    { "cl 2", "2" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(finds(f, cases[i].text), cases[i].ids);
}

static void people_find__finds_who_sounds_so__when_nobody_is_spelt_so(void **state)
{
	struct fixture *f = *state;
	struct find_people how = { .text = "Kathryn", .limit = 20 };
	struct found_people hits;

	assert_int_equal(people_find(f->store, &how, &f->arena, &hits), OK);
	assert_int_equal(hits.n, 1);
	assert_int_equal(hits.at[0].id.n, 4);
	assert_true(hits.sounds_so);
	assert_string_equal(finds(f, "smyth"), "3 2");
}

static void people_find__shows_a_volunteer_nobody_who_is_kept_apart(void **state)
{
	static const char *const texts[] = { "smith john", "john",      "smi", "ohn",
		                             "jo sm",      "CL-000003", "bd1", "smyth" };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct find_people how = { texts[i], 20, true };
		struct found_people hits;

		assert_int_equal(people_find(f->store, &how, &f->arena, &hits), OK);
		for (size_t j = 0; j < hits.n; j++)
			assert_int_not_equal(hits.at[j].id.n, 3);
	}
}

static void people_find__says_that_there_are_more(void **state)
{
	struct fixture *f = *state;
	struct find_people how = { .text = "sm", .limit = 1 };
	struct found_people hits;

	assert_int_equal(people_find(f->store, &how, &f->arena, &hits), OK);
	assert_int_equal(hits.n, 1);
	assert_true(hits.more);
	how.limit = 2;
	assert_int_equal(people_find(f->store, &how, &f->arena, &hits), OK);
	assert_int_equal(hits.n, 2);
	assert_false(hits.more);
}

static void people_find__finds_every_part_of_every_number(void **state)
{
	static const char *const numbers[] = { "9994004123", "07700900123", "ls61aa" };
	static const char *const whose[] = { "1", "4", "1" };
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		size_t n = strlen(numbers[i]);

		for (size_t at = 1; at + 3 <= n; at++)
			for (size_t len = 3; at + len <= n; len++) {
				const char *part =
					arena_printf(&f->arena, "%.*s", (int)len, numbers[i] + at);

				assert_non_null(strstr(finds(f, part), whose[i]));
			}
	}
	assert_string_equal(finds(f, "900124"), "");
	assert_string_equal(finds(f, "8004123"), "");
}

static void people_find__knows_names_that_came_and_went(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(finds(f, "worth"), "1");
	fixture_sql(f, "UPDATE person SET family_name = 'Ainsworth' WHERE id = 3;"
	               "UPDATE person SET family_name = 'Ray' WHERE id = 1");
	for (int64_t id = 1; id <= 3; id += 2) {
		assert_int_equal(derive_person(fixture_begin(f, "names"), (struct person_id){ id }),
		                 OK);
		fixture_end(f);
	}
	assert_string_equal(finds(f, "worth"), "3");
}

/* A change that is given up takes the names it brought with it. */
static void people_find__forgets_names_of_a_change_that_was_given_up(void **state)
{
	struct fixture *f = *state;
	struct change *c;
	struct person p;

	assert_int_equal(person_get(f->store, (struct person_id){ 3 }, &f->arena, &p), OK);
	p.family_name = "Ainsworth";
	c = fixture_begin(f, "names");
	assert_int_equal(person_update(c, &p), OK);
	assert_int_equal(derive_person(c, p.id), OK);
	assert_string_equal(finds(f, "nsworth"), "3");
	assert_int_equal(change_end(c, E_INVALID), E_INVALID);
	assert_string_equal(finds(f, "nsworth"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define T(name) cmocka_unit_test_setup_teardown(name, people_setup, fixture_teardown)
		T(people_find__finds_by_any_part_of_a_name),
		T(people_find__finds_by_numbers_and_postcode),
		T(people_find__finds_who_sounds_so__when_nobody_is_spelt_so),
		T(people_find__shows_a_volunteer_nobody_who_is_kept_apart),
		T(people_find__says_that_there_are_more),
		T(people_find__finds_every_part_of_every_number),
		T(people_find__knows_names_that_came_and_went),
		T(people_find__forgets_names_of_a_change_that_was_given_up),
#undef T
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
