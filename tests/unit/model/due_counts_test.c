#include "test.h"

#include "model/due_counts.h"

#include <string.h>

static void due_counts__what_is_written__is_read_again(void **state)
{
	const struct due_counts x = { 1795424400, 20780, 3, { 5, 0, 12 } };
	struct buf text = { 0 };
	struct due_counts y;
	long n;

	UNUSED_STATE;
	due_counts_write(&x, &text);
	assert_true(due_counts_read(buf_str(&text), &y));
	assert_int_equal(y.made_at, x.made_at);
	assert_int_equal(y.from, x.from);
	assert_int_equal(y.n, 3);
	assert_true(due_counts_on(&y, 20780, &n) && n == 5);
	assert_true(due_counts_on(&y, 20782, &n) && n == 12);
	assert_false(due_counts_on(&y, 20783, &n));
	assert_false(due_counts_on(&y, 20779, &n));
	buf_done(&text);
}

/* A file that was cut off, or that is something else, gives no number. */
static void due_counts__what_is_not_whole__is_refused(void **state)
{
	static const char *const texts[] = {
		"",
		"clew due counts 1\n",
		"clew due counts 2\nmade 1\n2026-11-23 5\n",
		"clew due counts 1\nmade 1\n2026-11-23 5\n2026-11-25 5\n",
		"clew due counts 1\nmade 1\n2026-11-23 -5\n",
		"clew due counts 1\nmade x\n2026-11-23 5\n",
		"clew due counts 1\nmade 1\n2026-11-23 5",
		"clew due counts 1\nmade 1\n2026-11-23\n",
		"clew due counts 1\nmade 1\n2026-11-31 5\n",
	};
	struct due_counts x;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		assert_false(due_counts_read(str_of(texts[i]), &x));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(due_counts__what_is_written__is_read_again),
		cmocka_unit_test(due_counts__what_is_not_whole__is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
