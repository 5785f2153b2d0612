#ifndef SCREENS_PAPER_STATE_H
#define SCREENS_PAPER_STATE_H

#include "desk.h"

#include "casework/release.h"
#include "ui/list.h"

/* A paper as it will be, each line with a tick, before it leaves. */
struct paper_state {
	struct release release; /* of a paper without a name, its paper alone */
	bool blank;
	struct list_view list;
	enum paper_asked {
		PAPER_ASKED_NOTHING,
		PAPER_ASKED_SEEN,
		PAPER_ASKED_FOR,
		PAPER_ASKED_NAME,
		PAPER_ASKED_HOW,
		PAPER_ASKED_WHERE,
	} asked;
	char how;             /* the digit that was chosen */
	enum purpose copy;    /* what a copy for somebody else is for; NONE: it is their own */
	const char *copy_for; /* who gets it; in s->keep */
	bool wishes;          /* what they wish was asked for: its lines stand there, off */
	struct paper_turned {
		size_t n;
		struct turned_line {
			const char *label, *text;
			bool on;
		} * at;
	} turned; /* lines that were ticked here, by what they say: it outlasts a load; in s->keep */
	const char *said; /* what follows from its having left; in s->arena */
	bool reading;     /* it is read out: the sentences alone */
	struct list_view read;
	struct paper_rows {
		size_t n;
		const char **at;
	} rows; /* of what is read out */
};

/* Which paper: id[0] person (0: one without a name), id[1] document, id[2] of a letter 1: to the GP; of
 * questions without a name the stage; id[3] of a plan which version, 0 the newest. */
struct person_id paper_person(const struct screen *s);
void paper_ask(struct screen *s, enum paper_asked what, const char *question, const char *keys,
               const char *proposed);

/* paper_give.c: how, where to, and that it left */
void paper_ask_how(struct screen *s);
void paper_take_how(struct screen *s, char key);
void paper_take_where(struct screen *s, const char *path);
void paper_read_put(const struct paper_state *p, struct grid *g);

#endif
