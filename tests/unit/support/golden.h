#ifndef TESTS_GOLDEN_H
#define TESTS_GOLDEN_H

/*
 * Compare text with tests/golden/NAME.txt; fails showing both and the first line that differs.
 * UPDATE_GOLDEN=1 in the environment writes the file instead.
 */
void golden_check(const char *name, const char *text);

#endif
