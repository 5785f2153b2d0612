#ifndef TESTS_SPOILT_H
#define TESTS_SPOILT_H

#include "session.h"

/*
 * The demonstration, at which login is (Monday 23 November 2026), and what a real file may come to.
 * Close it with workplace_close(). Jane Carter is CL-000412.
 */
#define SPOILT_JANE 412

struct workplace *spoilt_open(const char *login);

/* Everything that Jane has, the directory, notes and accounts many times over. */
void spoilt_overfull(struct workplace *w);

/*
 * Every text that people type becomes one that was pasted: right to left, emoji, 36 and 200 characters
 * without a blank, control bytes, marks upon marks, tabs, 20 kB. What is a code or a number stays.
 */
void spoilt_hostile(struct workplace *w);

#endif
