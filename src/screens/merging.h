#ifndef SCREENS_MERGING_H
#define SCREENS_MERGING_H

#include "casework/changed.h"
#include "model/merge.h"
#include "ui/form.h"
#include "ui/screen.h"

/*
 * A form that changes something that is kept, saved after somebody else saved it too. What only they
 * changed comes into the form and is said; what both changed is asked, a key each (conflict_screen);
 * what was typed is never lost. One way for every such form:
 *
 *	begin      merging_begin()
 *	save       merging_save(), with how to store it and how to read it again
 *	came_back  merging_chosen()
 *	keep       merging_keep(): only what was changed, and what it was before
 *	resume     merging_resume()
 *	end        merging_done()
 */
struct merging {
	const struct field *fields;
	struct changed_what about;
	const char *title;         /* whom or what it is about, whole */
	struct values base;        /* what the form began with, moved on as theirs is taken in */
	struct values theirs;      /* what the file held when it was read last */
	struct event_id mark;      /* and how far the record of changes went then */
	const char *who;           /* "Ben Ojo, 09:12": who saved meanwhile */
	struct merge merge;        /* what is asked, */
	char *chosen;              /* and what was chosen of each clash: '1' mine, '2' theirs */
	struct merge_fields taken; /* of theirs, for merging_saved() */
	struct arena arena;
};

struct merging_from {
	const struct field *fields;
	struct changed_what about;
	const char *title;
};

/* The mark must be taken before the values were read: casework_mark(). Strings are copied. */
void merging_begin(struct merging *m, const struct merging_from *from, struct event_id mark,
                   const struct values *values);
void merging_done(struct merging *m);

struct merging_how {
	/*
	 * Store what the form says over what was read last. E_STOPPED: why not is shown already;
	 * E_CONFLICT: somebody saved meanwhile. The sentence of anything else is said.
	 */
	enum status (*store)(struct screen *s);
	/* Read again, for the next store; *ret belongs to s->keep. E_NOT_FOUND: it is gone. */
	enum status (*read)(struct screen *s, struct values *ret);
};

enum merged {
	MERGED,      /* it is stored */
	MERGED_NOT,  /* it is not, and why is said */
	MERGED_ASKS, /* OPEN: s->go asks what both changed */
	MERGED_GONE, /* it was taken out of the file meanwhile */
};
enum merged merging_save(struct screen *s, struct form *f, struct merging *m,
                         const struct merging_how *how);

/* "Saved, and what Ben Ojo changed stands: Phone.", or NULL when nothing of theirs came in. */
const char *merging_saved(const struct merging *m, struct arena *a);

/* The answer of conflict_screen; false when the result is another's. */
bool merging_chosen(struct screen *s, struct form *f, struct merging *m, const struct result *r);

/* Into a draft; false when nothing differs from what the form began with. */
bool merging_keep(const struct merging *m, const struct form *f, struct buf *draft);
enum status merging_resume(struct merging *m, struct form *f, struct str draft);

#endif
