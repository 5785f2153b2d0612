#include "test.h"

#include "desk.h"
#include "screens.h"

#include <ctype.h>
#include <string.h>

/*
 * Rules that hold for every key table there is, so that no screen can forget one.
 */
static void each_table(void (*check)(const char *screen, const struct binding *table))
{
	check("everywhere", desk_bindings);
	check("after g", desk_chords);
	for (size_t i = 0; i < screens_count; i++)
		if (screens_all[i]->bindings)
			check(screens_all[i]->name, screens_all[i]->bindings);
}

static void no_capitals(const char *screen, const struct binding *table)
{
	for (; table->key; table++)
		if (strlen(table->key) == 1 && isupper((unsigned char)table->key[0]))
			fail_msg("%s: %s is a key by its case alone", screen, table->key);
}

static void keys__case_changes_no_meaning(void **state)
{
	(void)state;
	each_table(no_capitals);
}

static void has_help(const char *screen, const struct binding *table)
{
	for (; table->key; table++) {
		const char *help = table->help;

		if (!help || !isupper((unsigned char)help[0]) || help[strlen(help) - 1] == '.')
			fail_msg("%s: %s has no help that is a sentence without its full stop",
			         screen, table->key);
	}
}

static void keys__every_one_is_in_help(void **state)
{
	(void)state;
	each_table(has_help);
}

/* Within one table the second of two equal keys is there only for other needs. */
static void no_shadow(const char *screen, const struct binding *table)
{
	for (const struct binding *b = table; b->key; b++)
		for (const struct binding *later = b + 1; later->key; later++)
			if (strcmp(b->key, later->key) == 0 && b->needs == later->needs)
				fail_msg("%s: %s stands twice", screen, b->key);
}

static void keys__none_hides_another(void **state)
{
	(void)state;
	each_table(no_shadow);
}

static bool means_the_same(const struct binding *b)
{
	for (const struct binding *all = desk_bindings; all->key; all++)
		if (strcmp(all->key, b->key) == 0)
			return all->act == b->act;
	return false;
}

/* What means the same everywhere is not given another meaning by a screen; it may be named there. */
static void keeps_meaning(const char *screen, const struct binding *table)
{
	static const char *const kept[] = { "!", "Ctrl-R", "Ctrl-G", "g", ":", "Ctrl-P", "u" };

	if (strcmp(screen, "everywhere") == 0 || strcmp(screen, "after g") == 0)
		return;
	for (; table->key; table++)
		for (size_t i = 0; i < COUNT_OF(kept); i++)
			if (strcmp(table->key, kept[i]) == 0 && !means_the_same(table))
				fail_msg("%s takes %s for itself", screen, kept[i]);
}

static void keys__what_works_everywhere_is_not_taken(void **state)
{
	(void)state;
	each_table(keeps_meaning);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys__case_changes_no_meaning),
		cmocka_unit_test(keys__every_one_is_in_help),
		cmocka_unit_test(keys__none_hides_another),
		cmocka_unit_test(keys__what_works_everywhere_is_not_taken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
