#include "store/services.h"

#include "fixture.h"
#include "test.h"

static int setup(void **state)
{
	fixture_setup(state);
	fixture_sql(*state, "INSERT INTO service (id, external_id, name) VALUES"
	                    " (1, 'a-1', 'Maggie''s'), (2, NULL, 'Shelter'), (5, 'b', 'Turn2us')");
	return 0;
}

#define CODES(...)                                                        \
	((struct code_list){ COUNT_OF(((const char *[]){ __VA_ARGS__ })), \
	                     (const char *[]){ __VA_ARGS__ } })

static struct code_list concerns(struct fixture *f, int64_t id)
{
	struct code_list list = { 0 };

	assert_int_equal(service_concerns(f->store, (struct service_id){ id }, &f->arena, &list),
	                 OK);
	return list;
}

static void service_by_external_id__finds_the_one_that_came_with_it(void **state)
{
	struct fixture *f = *state;
	struct service x;

	assert_int_equal(service_by_external_id(f->store, "b", &f->arena, &x), OK);
	assert_int_equal(x.id.n, 5);
	assert_int_equal(service_by_external_id(f->store, "c", &f->arena, &x), E_NOT_FOUND);
	assert_int_equal(service_by_external_id(f->store, "", &f->arena, &x), E_NOT_FOUND);
}

static void service_ids_after__pages_through_all_of_them(void **state)
{
	struct fixture *f = *state;
	struct service_id_list page = { 0 };

	assert_int_equal(service_ids_after(f->store, (struct service_id){ 0 }, 2, &f->arena, &page),
	                 OK);
	assert_int_equal(page.n, 2);
	assert_int_equal(page.at[1].n, 2);
	assert_int_equal(service_ids_after(f->store, page.at[1], 2, &f->arena, &page), OK);
	assert_int_equal(page.n, 1);
	assert_int_equal(page.at[0].n, 5);
}

static void service_concerns_put__leaves_these_and_no_others(void **state)
{
	struct fixture *f = *state;
	struct code_list first = CODES("practical.work", "practical.money", "practical.work");
	struct code_list then = CODES("practical.money", "family.partner");

	assert_int_equal(
		service_concerns_put(fixture_begin(f, "codes"), (struct service_id){ 1 }, &first),
		OK);
	assert_int_equal(service_concerns_put(&f->change, (struct service_id){ 2 }, &first), OK);
	fixture_end(f);
	assert_int_equal(concerns(f, 1).n, 2);
	assert_int_equal(
		service_concerns_put(fixture_begin(f, "codes"), (struct service_id){ 1 }, &then),
		OK);
	fixture_end(f);
	assert_int_equal(concerns(f, 1).n, 2);
	assert_string_equal(concerns(f, 1).at[0], "family.partner");
	assert_string_equal(concerns(f, 1).at[1], "practical.money");
	assert_int_equal(concerns(f, 2).n, 2);
	assert_int_equal(fixture_int(f, "SELECT count(*) FROM event_row WHERE event ="
	                                " (SELECT max(id) FROM event)"),
	                 2);
}

static void service_areas_put__is_apart_from_the_concerns(void **state)
{
	struct fixture *f = *state;
	struct code_list areas = CODES("E08000035", "K02000001"), got = { 0 };

	assert_int_equal(
		service_areas_put(fixture_begin(f, "areas"), (struct service_id){ 1 }, &areas), OK);
	fixture_end(f);
	assert_int_equal(service_areas(f->store, (struct service_id){ 1 }, &f->arena, &got), OK);
	assert_int_equal(got.n, 2);
	assert_string_equal(got.at[0], "E08000035");
	assert_int_equal(concerns(f, 1).n, 0);
}

int main(void)
{
#define WITH_ROWS(test) cmocka_unit_test_setup_teardown(test, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		WITH_ROWS(service_by_external_id__finds_the_one_that_came_with_it),
		WITH_ROWS(service_ids_after__pages_through_all_of_them),
		WITH_ROWS(service_concerns_put__leaves_these_and_no_others),
		WITH_ROWS(service_areas_put__is_apart_from_the_concerns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
