/*
 * The loop of a signpost closed, by the screen alone: John is referred, chased and helped; of what Jane
 * was told nobody can say anything, and it is on record as unmet. Told in loop_helped.keys and
 * loop_unmet.keys.
 */
#include "test.h"

#include "tale.h"

static void play(const char *name)
{
	struct tale t;

	tale_begin(&t);
	tale_play(&t, name);
	tale_end(&t);
}

static void loop__chased_until_it_is_known_that_it_helped(void **state)
{
	UNUSED_STATE;
	play("loop_helped");
}

static void loop__what_nobody_knows_ends_as_an_unmet_need(void **state)
{
	UNUSED_STATE;
	play("loop_unmet");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(loop__chased_until_it_is_known_that_it_helped),
		cmocka_unit_test(loop__what_nobody_knows_ends_as_an_unmet_need),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
