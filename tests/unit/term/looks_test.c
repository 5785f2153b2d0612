#include "test.h"

#include "looks.h"

static const enum depth depths[] = { DEPTH_MONO, DEPTH_16, DEPTH_256 };

static bool same(struct paint a, struct paint b)
{
	return a.fore == b.fore && a.back == b.back && a.bold == b.bold &&
	       a.underline == b.underline && a.reverse == b.reverse && a.italic == b.italic &&
	       a.dim == b.dim;
}

static struct paint paint(enum look look, enum depth depth)
{
	struct cell c = { .look = (uint8_t)look };

	return paint_of(&c, depth, false);
}

static void paint_of__tells_what_matters_apart__at_every_depth(void **state)
{
	UNUSED_STATE;
	for (size_t i = 0; i < 3; i++) {
		struct paint plain = paint(LOOK_PLAIN, depths[i]);

		assert_false(same(paint(LOOK_ALARM, depths[i]), plain));
		assert_false(same(paint(LOOK_ATTENTION, depths[i]), plain));
		assert_false(same(paint(LOOK_ALARM, depths[i]), paint(LOOK_ATTENTION, depths[i])));
		assert_false(same(paint(LOOK_STRONG, depths[i]), plain));
		assert_false(same(paint(LOOK_FIELD, depths[i]), plain));
	}
}

static void paint_of__shows_the_selection__whatever_the_look(void **state)
{
	UNUSED_STATE;
	for (size_t i = 0; i < 3; i++) {
		for (int look = 0; look < LOOK_COUNT; look++) {
			struct cell c = { .look = (uint8_t)look, .selected = true };
			struct paint p = paint_of(&c, depths[i], false);

			assert_true(depths[i] == DEPTH_256 ? p.back == 238 : p.reverse);
			assert_int_not_equal(p.fore, 238); /* would vanish into the bar */
		}
	}
}

static void paint_of__uses_colours_only_where_there_are(void **state)
{
	UNUSED_STATE;
	for (int look = 0; look < LOOK_COUNT; look++) {
		assert_int_equal(paint((enum look)look, DEPTH_MONO).fore, -1);
		assert_int_equal(paint((enum look)look, DEPTH_MONO).back, -1);
		assert_in_range(paint((enum look)look, DEPTH_16).fore + 1, 0, 8);
	}
}

static void paint_of__takes_the_screen_behind_an_overlay_back(void **state)
{
	struct cell c = { .look = LOOK_ALARM, .selected = true, .dimmed = true };

	UNUSED_STATE;
	for (size_t i = 0; i < 3; i++) {
		assert_false(paint_of(&c, depths[i], false).bold);
		assert_false(paint_of(&c, depths[i], false).reverse);
		assert_int_equal(paint_of(&c, depths[i], false).back, -1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paint_of__tells_what_matters_apart__at_every_depth),
		cmocka_unit_test(paint_of__shows_the_selection__whatever_the_look),
		cmocka_unit_test(paint_of__uses_colours_only_where_there_are),
		cmocka_unit_test(paint_of__takes_the_screen_behind_an_overlay_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
