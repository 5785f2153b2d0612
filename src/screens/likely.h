#ifndef SCREENS_LIKELY_H
#define SCREENS_LIKELY_H

#include "casework/people.h"
#include "ui/form.h"
#include "ui/list.h"
#include "ui/screen.h"

/*
 * Those who may be who is being written down (A6), in a strip on the last rows of a form: ↓ from a field
 * that says who somebody is goes in, Enter opens their record. It never stops anything. All zero is
 * nobody.
 */
struct likely {
	struct duplicate_list hits; /* strings in told */
	struct list_view list;
	bool in; /* the cursor is among them */
	struct arena told;
};

struct likely_words {
	const char *head;    /* "HERE ALREADY?" */
	const char *enter;   /* how to get in among them */
	const char *keys;    /* what can be done among them */
	const char *unnamed; /* what to do when only their number may be told */
};

/* Nobody: before looking again, and at the end. */
void likely_none(struct likely *l);
/* After l->hits was filled from l->told. */
void likely_found(struct likely *l);
/* Of whom ! is, while the cursor is among them; 0 when nobody stands there. */
struct person_id likely_chosen(const struct likely *l);

/* Is it a field whose value says who somebody is? */
bool likely_field(const struct field *field);

/* On the last rows; how many it took. */
int likely_put(struct likely *l, struct grid *g, const struct likely_words *words);
/* The cursor on the chosen one, while it is among them. */
void likely_cursor(struct likely *l, struct grid *g);

/* ↓ from such a field: true when the cursor went in. */
bool likely_enter(struct likely *l, const struct field *from, const struct input *in);
/* = : it is them. */
bool likely_same(const struct likely *l, const struct input *in);
/* Any other key while the cursor is among them. PASS when it is not for the strip. */
enum outcome likely_take(struct likely *l, struct screen *s, const struct input *in);

#endif
