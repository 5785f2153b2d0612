#ifndef TESTS_LEEDS_DESK_H
#define TESTS_LEEDS_DESK_H

#include "leeds.h"
#include "session.h"

#include <stdint.h>

/* A workplace with the services of Leeds in it, as a test's state: for cmocka. */
struct desk {
	struct workplace *w;
	struct leeds l;
};

int leeds_desk_setup(void **state);
int leeds_desk_teardown(void **state);

/* The first column of the first row; a text belongs to the workplace. */
int64_t leeds_number(struct desk *d, const char *sql);
const char *leeds_text(struct desk *d, const char *sql);

/* A column of LS6 Money Buddies; -1: nothing. */
int64_t leeds_buddies(struct desk *d, const char *column);
/* Somebody was told about them, for that concern. */
void leeds_told(struct desk *d, struct person_id person, const char *concern);

#endif
