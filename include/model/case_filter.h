#ifndef MODEL_CASE_FILTER_H
#define MODEL_CASE_FILTER_H

#include "base/field.h"
#include "model/caseload.h"
#include "model/list_query.h"

/*
 * A way of looking at the caseload that is kept under a name: one of the shipped lists, and what else
 * must be so. It is kept as name=value lines, which a newer or older clew may not all know: what it does
 * not know is said and left out, never guessed at.
 */
struct case_filter {
	enum case_view view;   /* the list it begins with; never none */
	enum case_order order; /* CASE_ORDER_NONE: as it is */
	const char *worker;    /* login; "": whose the list says */
	const char *council;   /* GSS code; "" */
	enum stage stage;
	const char *concern; /* code; "": any */
	int at_least;        /* score of it, 1..10; NUMBER_NONE */
	const char *waiting; /* part of a service's name; "" */
	int spoken_days;     /* not spoken to for as many days, or never; NUMBER_NONE */
	bool no_next;        /* nothing is due */
	bool lives_alone;
};
extern const struct case_filter case_filter_blank;

/* Is all that it asks for so? Whose the row is, and its list, are not looked at. Pure. */
bool case_filter_fits(const struct case_filter *f, const struct case_row *c, day today);

/* "in treatment · Money, bills or debt 7 or more · nothing next"; "" when it asks for nothing more. */
const char *case_filter_words(const struct case_filter *f, struct arena *a);

/* As it is kept, and back. *fault: "" or a sentence that names what was left out. Strings belong to a. */
const char *case_filter_write(const struct case_filter *f, struct arena *a);
void case_filter_read(const char *body, struct arena *a, struct case_filter *ret,
                      const char **fault);

/* The form: its name and whose it is, then the filter. workers must outlast it. Belongs to a. */
const struct field *case_filter_fields(const struct words *workers, struct arena *a);
struct values case_filter_values(const struct case_filter *f, struct arena *a);
void case_filter_take(const struct values *v, struct arena *a, struct case_filter *ret,
                      struct problems *problems);

#define VIEW_NAME_MOST 40 /* characters */

/* One that is kept. */
struct saved_view {
	struct saved_view_id id;
	int64_t ver;
	struct account_id account; /* 0: everybody's */
	const char *name;
	const char *body;
};
extern const struct saved_view saved_view_blank;

struct saved_view_list {
	size_t n;
	struct saved_view *at;
};

#endif
