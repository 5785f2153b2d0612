#ifndef SCREENS_ASSESSMENT_H
#define SCREENS_ASSESSMENT_H

#include "casework/assess.h"
#include "model/assess_form.h"
#include "ui/form.h"
#include "ui/screen.h"

/* What the keys go to. */
enum assessing {
	ASSESSING_LIST,
	ASSESSING_FIND,   /* letters find a concern, a digit scores it */
	ASSESSING_WORDS,  /* their own words, under the row */
	ASSESSING_HEADER, /* day, how, who was there */
	ASSESSING_END,    /* what is asked before it is ended */
};

struct assessment_state {
	struct assessment_start start;
	struct assess sheet;
	enum assessing mode;
	bool words_may_follow; /* a found concern was scored: letters are its words */
	size_t red;            /* the row whose sentence stands below; sheet.n: none */
	size_t top;            /* the first row that is shown */
	struct line words;
	struct line find;
	size_t find_from; /* where one was before */
	size_t find_at;   /* which of the matches */
	struct form header;
	bool header_changed;
	struct form end;
	struct assess_end asks;
	bool end_open; /* end is begun */
	bool words_changed;
	const char *passed; /* what was said of the paper's count and is left so; NULL: nothing */
	int64_t began_at;
	int minutes_before; /* spent on it before it was left */
};

/* Is one that was done being put right? */
static inline bool assessment_corrects(const struct assessment_state *st)
{
	return st->start.header.id.n != 0;
}

/* assessment.c */
int assessment_minutes(const struct screen *s);
struct concern_pick assessment_matches(const struct assessment_state *st, struct arena *a);

/* assessment_list.c */
void assessment_sheet_begin(struct screen *s); /* the rows, as the start has them */
const struct field *assessment_header_fields(struct screen *s);
/* Ask by that list from now on; NULL: done, else why not. "" and the one in use change nothing. */
const char *assessment_use_list(struct screen *s, const char *name);

/* assessment_draw.c */
void assessment_render(const struct screen *s, struct grid *g);

/* assessment_keep.c */
bool assessment_keep(const struct screen *s, struct kept *ret);
enum status assessment_resume(struct screen *s, struct str body);

/* assessment_header.c */
void assessment_header_begin(struct screen *s);
void assessment_header_refresh(const struct screen *s); /* which fields are asked now */
enum outcome assessment_take_header(struct screen *s, const struct input *in);
void assessment_not_now(struct screen *s);
bool assessment_on_paper(const struct assessment_state *st);
/* The header as the form has it; problems, which may be NULL, is told what cannot be. */
struct assessment assessment_header(const struct screen *s, struct arena *a,
                                    struct problems *problems);

/* assessment_end.c: from Ctrl-S on */
void assessment_end_begin(struct screen *s);
enum outcome assessment_end_at_once(struct screen *s); /* saved, where nothing is to be asked */
enum outcome assessment_end_take(struct screen *s, const struct input *in);
void assessment_end_came_back(struct screen *s, const struct result *r);
void assessment_end_refresh(struct assessment_state *st); /* which fields are asked now */

#endif
