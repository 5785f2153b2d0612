#ifndef MODEL_DATE_TEXT_H
#define MODEL_DATE_TEXT_H

#include "base/day.h"

#include <stdbool.h>

/* A date as somebody wrote it, before it is known whether there is such a day. */
struct date_text {
	int mday, month; /* as written: may be 0 or 31 February */
	int year;        /* as written: 81 and 1981 differ */
	int year_digits; /* 0 (none), 2 or 4 */
	bool spaced;     /* had a month in words */
};

/*
 * 30/11, 30.11.26, 12-3-1981 (the day first); 2026-11-30; 30 nov, 30th November 2026, 03-Apr-1981,
 * nov 30. False when it is none of these shapes.
 */
bool date_text_read(struct str s, struct date_text *ret);

/* 120381, 12031981: as birth dates are said to a keypad. */
bool date_text_read_bare(struct str s, struct date_text *ret);

/* January is 1; three letters or more; 0 when it is no month. */
int month_find(struct str s);
/* Monday is 0; three letters or more; -1 when it is no day of the week. */
int weekday_find(struct str s);

#endif
