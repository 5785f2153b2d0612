#include "store/draft.h"

#include "fixture.h"
#include "test.h"

static struct draft draft_of(const char *about, const char *title, int64_t at)
{
	return (struct draft){ .form = "assessment",
		               .about = about,
		               .person.n = 7,
		               .title = title,
		               .body = "a=1\nb=\n",
		               .kept_at = at };
}

static void keep(struct fixture *f, struct draft d)
{
	assert_int_equal(draft_keep(f->store, f->who, &d), OK);
}

static void draft_keep__takes_the_place_of_the_one_before(void **state)
{
	struct fixture *f = *state;
	struct draft d;

	keep(f, draft_of("CL-000007", "first", 1));
	keep(f, draft_of("CL-000007", "second", 2));
	keep(f, draft_of("", "of nobody", 3));
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM draft"), 2);
	assert_int_equal(draft_get(f->store, f->who, "assessment", "CL-000007", &f->arena, &d), OK);
	assert_string_equal(d.title, "second");
	assert_string_equal(d.body, "a=1\nb=\n");
	assert_int_equal(d.person.n, 7);
	assert_int_equal(d.kept_at, 2);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event"), 0);
}

static void draft_list__gives_an_accounts_own__the_last_first(void **state)
{
	struct fixture *f = *state;
	struct draft_list list;

	fixture_sql(f, "INSERT INTO account (id, login, name, roles) VALUES (2, 'sam', 'Sam', 2);"
	               "INSERT INTO draft (account, form, about, title, body, kept_at)"
	               " VALUES (2, 'assessment', '', 'of Sam', '', 9)");
	keep(f, draft_of("CL-000007", "older", 1));
	keep(f, draft_of("CL-000008", "newer", 2));
	assert_int_equal(draft_list(f->store, f->who, &f->arena, &list), OK);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.at[0].title, "newer");
	assert_string_equal(list.at[1].title, "older");
}

static void draft_drop__within_a_change_stands_and_falls_with_it(void **state)
{
	struct fixture *f = *state;
	struct draft d;

	keep(f, draft_of("", "x", 1));
	fixture_begin(f, "saved after all");
	assert_int_equal(draft_drop(f->store, f->who, "assessment", ""), OK);
	assert_int_equal(change_end(&f->change, E_CONFLICT), E_CONFLICT);
	assert_int_equal(draft_get(f->store, f->who, "assessment", "", &f->arena, &d), OK);
	fixture_begin(f, "saved");
	assert_int_equal(draft_drop(f->store, f->who, "assessment", ""), OK);
	fixture_end(f);
	assert_int_equal(draft_get(f->store, f->who, "assessment", "", &f->arena, &d), E_NOT_FOUND);
	assert_int_equal(draft_drop(f->store, f->who, "assessment", ""), OK);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(draft_keep__takes_the_place_of_the_one_before),
		TEST(draft_list__gives_an_accounts_own__the_last_first),
		TEST(draft_drop__within_a_change_stands_and_falls_with_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
