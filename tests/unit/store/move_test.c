#include "test.h"

#include "fixture.h"

#include "base/buf.h"
#include "base/file.h"
#include "store/move.h"

#include <string.h>

/* "table.column" of every column that holds a day, by how it is named; a birthday stays. */
static const char *const day_columns =
	"SELECT group_concat(m.name || '.' || c.name, ' ')"
	"  FROM sqlite_schema m, pragma_table_info(m.name) c"
	" WHERE m.type = 'table' AND c.type = 'INTEGER'"
	"   AND (c.name LIKE '%\\_on' ESCAPE '\\' OR c.name LIKE '%\\_until' ESCAPE '\\'"
	"     OR c.name LIKE '%\\_since' ESCAPE '\\' OR c.name IN ('on_day', 'by_day',"
	"       'first_contact_by', 'last_checked', 'next_due'))"
	"   AND c.name <> 'born_on'";

static void fill_days(struct fixture *f)
{
	fixture_sql(
		f, "INSERT INTO person (id, family_name, born_on, created_on, died_on, stage,"
		   "  stage_since) VALUES (1, 'Carter', 4088, 20700, 20779, 'in_treatment', 20750);"
		   "INSERT INTO referral (id, person, received_on, source, state, state_on,"
		   "  first_contact_by, worker) VALUES (1, 1, 20770, 'gp', 'accepted', 20770,"
		   "  20777, 1), (2, 1, 20700, 'gp', 'closed', 20750, 20705, 1);"
		   "INSERT INTO reminder (person, kind, what, due_on, first_due_on, state, made_on,"
		   "  by_account) VALUES (1, 'chase', 'late', 20778, 20778, 'open', 20770, 1),"
		   "  (1, 'chase', 'done', 20771, 20771, 'done', 20770, 1)");
}

static void move_days__keeps_history_on_weekdays_and_lateness_exact(void **state)
{
	struct fixture *f = *state;

	fill_days(f);
	assert_int_equal(store_move_days(f->store, 20780, 20789), OK);
	assert_int_equal(fixture_int(f, "SELECT born_on FROM person"), 4088);
	assert_int_equal(fixture_int(f, "SELECT stage_since FROM person"), 20757);
	assert_int_equal(fixture_int(f, "SELECT due_on FROM reminder WHERE what = 'late'"), 20787);
	assert_int_equal(fixture_int(f, "SELECT due_on FROM reminder WHERE what = 'done'"), 20778);
	assert_int_equal(fixture_int(f, "SELECT first_contact_by FROM referral WHERE id = 1"),
	                 20786);
	assert_int_equal(fixture_int(f, "SELECT first_contact_by FROM referral WHERE id = 2"),
	                 20712);
}

static void move_days__backwards_rounds_to_earlier_weeks(void **state)
{
	struct fixture *f = *state;

	fill_days(f);
	assert_int_equal(store_move_days(f->store, 20780, 20777), OK);
	assert_int_equal(fixture_int(f, "SELECT stage_since FROM person"), 20743);
	assert_int_equal(fixture_int(f, "SELECT due_on FROM reminder WHERE what = 'late'"), 20775);
}

/* The statement that moves a table: from its UPDATE to the end of the literal. */
static bool moves_column(const struct buf *code, const char *table, const char *column,
                         struct arena *a)
{
	const char *at = strstr(buf_text(code), arena_printf(a, "UPDATE %s SET", table));
	const char *end = at ? strstr(at, "),\n\tSQL(") : NULL;
	const char *set = at ? strstr(at, arena_printf(a, " %s = %s + ", column, column)) : NULL;

	return set && (!end || set < end);
}

/* A day that is added to the schema and forgotten in move.c would stay behind. */
static void move_days__moves_every_day_there_is(void **state)
{
	struct fixture *f = *state;
	struct str rest = str_of(fixture_text(f, day_columns)), name;
	struct buf code = { 0 };

	assert_int_equal(file_read(CLEW_SOURCE_DIR "/src/store/move.c", 1 << 20, &code), OK);
	while (str_cut(&rest, ' ', &name)) {
		struct str table;

		str_cut(&name, '.', &table);
		if (!moves_column(&code, arena_str(&f->arena, table), arena_str(&f->arena, name),
		                  &f->arena))
			fail_msg("%.*s.%.*s stays behind", (int)table.n, table.at, (int)name.n,
			         name.at);
	}
	buf_done(&code);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			move_days__keeps_history_on_weekdays_and_lateness_exact, fixture_setup,
			fixture_teardown),
		cmocka_unit_test_setup_teardown(move_days__backwards_rounds_to_earlier_weeks,
		                                fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(move_days__moves_every_day_there_is, fixture_setup,
		                                fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
