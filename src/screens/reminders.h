#ifndef SCREENS_REMINDERS_H
#define SCREENS_REMINDERS_H

#include "due.h"

#include "casework/reminders.h"
#include "ui/list.h"

/* Whose reminders are looked at: v goes round. */
enum whose_agenda { AGENDA_YOURS, AGENDA_TEAMS, AGENDA_COVERED };

/* What is to be done: by day, the longest overdue first, or a month with how much is on each day. */
struct reminders_state {
	struct agenda agenda;
	struct list_view view;
	struct due_ask ask;
	enum whose_agenda whose;
	bool month; /* the month is shown, at day on */
	day on;
	bool done; /* the chosen one was done: it stays until an arrow */
	int64_t was;
};

/* The month with counts; what is on the chosen day below it. Rows from row 0 of g. */
void month_put(const struct screen *s, const struct reminders_state *v, struct grid *g);
/* Left and right a day, up and down a week, pages a month; false when the act is none of them. */
bool month_take(struct reminders_state *v, enum act act, day today);

/* How many are on that day; the first of them in *first. */
size_t agenda_on(const struct agenda *agenda, day on, size_t *first);

/* One row, at its columns: when, whom about, what. */
void agenda_put_row(const struct screen *s, const struct reminders_state *v, struct grid *g,
                    int row, size_t i);

#endif
