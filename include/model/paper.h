#ifndef MODEL_PAPER_H
#define MODEL_PAPER_H

#include "base/arena.h"
#include "model/disclosure.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A paper before it leaves: heads, and under them lines each of which may be left out. It is made by
 * casework, ticked on the screen, and turned into text or HTML by paper/paper.h; no contact-safety
 * line or safety note is ever in it, and a wish only when it was asked for. Strings belong to whoever
 * made it; none is NULL.
 */
enum paper_look {
	PAPER_SAYS,  /* a sentence of a list */
	PAPER_PLAIN, /* a paragraph */
	PAPER_WORDS, /* in their own words: in quotes */
	PAPER_ROW,   /* a label and what it is */
	PAPER_TICK,  /* a box to tick, and the sentence */
	PAPER_SCORE, /* a concern to be scored: a box for the number, one each for talk and rather not */
	PAPER_SPACE, /* a line to write on; text is "" or stands before it */
};

struct paper_line {
	size_t part; /* of paper.part */
	enum paper_look look;
	const char *label; /* of a row, else "" */
	const char *text;  /* may have several lines */
	bool on;           /* goes on the page */
	bool guarded;      /* began off: feelings, family, safety, or marked so */
};

struct paper {
	enum document document; /* DOCUMENT_NONE: a sheet of a service, a blank checklist */
	bool brief; /* somebody else may see it: dates, who rings, numbers; nothing that tells */
	const char *language; /* "en-GB": of the whole page */
	const char *title;
	size_t above; /* so many parts stand above the title: who writes, and to whom */
	size_t parts;
	const char **part; /* heads; "": none */
	size_t n;
	struct paper_line *at; /* in the order of their parts */
	const char *foot;      /* small, at the end */
};

extern const struct paper paper_blank;

/* What is put from now on stands under that head. */
void paper_begin(struct paper *p, struct arena *a, const char *head);
/* A line that is on, or that began off; nothing where text is empty, but for PAPER_SPACE. */
void paper_put(struct paper *p, struct arena *a, enum paper_look look, const char *text);
void paper_put_guarded(struct paper *p, struct arena *a, enum paper_look look, const char *text);
void paper_put_row(struct paper *p, struct arena *a, const char *label, const char *text);

/* Has that part a line that is on? */
bool paper_shows(const struct paper *p, size_t part);
/* Does that sentence stand there already? */
bool paper_says(const struct paper *p, const char *text);
/* What leaves, as it is kept: "plan: What matters to you; What happens next". Belongs to a. */
const char *paper_fields(const struct paper *p, struct arena *a);

/* "23 November 2026"; without the year where it is that of today. Belongs to a. */
const char *paper_date(day on, day today, struct arena *a);

#endif
