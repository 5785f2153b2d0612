#include "register.h"

#include "fixture.h"
#include "test.h"

#include "base/str.h"

#include <string.h>

static void register__has_every_table_of_the_file_and_no_other(void **state)
{
	struct fixture *f = *state;
	struct str names = str_of(fixture_text(
		f, "SELECT group_concat(name, ' ') FROM pragma_table_list"
		   " WHERE schema = 'main' AND type <> 'shadow' AND name NOT LIKE 'sqlite_%'"));
	struct str name;
	size_t n = 0;

	while (str_cut(&names, ' ', &name)) {
		if (!register_find(arena_str(&f->arena, name)))
			fail_msg("not in the register: %.*s", (int)name.n, name.at);
		n++;
	}
	assert_int_equal(n, register_count);
}

static int64_t columns(struct fixture *f, const char *table, const char *where)
{
	return fixture_int(f, arena_printf(&f->arena,
	                                   "SELECT count(*) FROM pragma_table_info('%s') WHERE %s",
	                                   table, where));
}

static void register__knows_the_key_of_every_table(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < register_count; i++) {
		const struct table_entry *t = &register_tables[i];
		int64_t keys = 0;

		if (strcmp(t->name, "service_text") == 0)
			continue; /* virtual: keyed by rowid alone */
		for (size_t k = 0; k < REGISTER_KEYS && t->key[k]; k++, keys++)
			assert_int_equal(columns(f, t->name,
			                         arena_printf(&f->arena, "name = '%s' AND pk = %zu",
			                                      t->key[k], k + 1)),
			                 1);
		assert_int_equal(columns(f, t->name, "pk > 0"), keys);
	}
}

static void register__knows_whom_a_row_is_about(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < register_count; i++) {
		const struct table_entry *t = &register_tables[i];
		int64_t about = columns(f, t->name, "name = 'person'");

		if (strcmp(t->name, "person") == 0)
			assert_string_equal(t->person, "id");
		else
			assert_int_equal(about, t->person ? 1 : 0);
	}
}

/* What row images and undo stand on. */
static void register__kept_tables_have_ver_a_noun_and_plain_columns(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; i < register_count; i++) {
		const struct table_entry *t = &register_tables[i];

		if (t->kind != TABLE_KEPT)
			continue;
		assert_non_null(t->noun);
		assert_int_equal(columns(f, t->name, "name = 'ver' AND \"notnull\""), 1);
		assert_int_equal(columns(f, t->name, "type NOT IN ('INTEGER', 'TEXT')"), 0);
		assert_int_equal(fixture_int(f, arena_printf(&f->arena,
		                                             "SELECT strict FROM pragma_table_list"
		                                             " WHERE name = '%s'",
		                                             t->name)),
		                 1);
	}
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(register__has_every_table_of_the_file_and_no_other),
		TEST(register__knows_the_key_of_every_table),
		TEST(register__knows_whom_a_row_is_about),
		TEST(register__kept_tables_have_ver_a_noun_and_plain_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
