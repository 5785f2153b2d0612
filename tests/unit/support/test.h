#ifndef TEST_H
#define TEST_H

/*
 * What every unit test includes: cmocka and what must stand before it (its own header asks for
 * that; the blank line keeps the formatter from sorting it to the front).
 *
 *	static void thing__does_this__when_that(void **state)
 *	...
 *	int main(void)
 *	{
 *		const struct CMUnitTest tests[] = { cmocka_unit_test(thing__does_this__when_that) };
 *
 *		return cmocka_run_group_tests(tests, NULL, NULL);
 *	}
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* A test that needs nothing made for it says so. */
#define UNUSED_STATE (void)state

#endif
