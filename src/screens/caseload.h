#ifndef SCREENS_CASELOAD_H
#define SCREENS_CASELOAD_H

#include "casework/caseload.h"
#include "model/case_filter.h"
#include "ui/line.h"
#include "ui/list.h"
#include "whose.h"

/* Who am I responsible for, and whom have I not heard from? */
#define PAGE_ROWS  60 /* as many as the tallest screen shows */
#define HELD_PAGES 3

struct caseload_state {
	struct list_query query;
	struct case_filter filter; /* of a view that is kept; its strings live in s->keep */
	const char *name;          /* of that view; NULL: one of the shipped lists */
	struct saved_view_id saved;
	struct cases cases; /* at most three pages, behind start */
	struct list_view view;
	struct line find;
	bool finding;
	struct person_ids marks; /* in marked; in the order of their ids */
	struct arena marked;
	enum many_asking { MANY_NOTHING, MANY_WHAT, MANY_WHEN } asking;
	char what[200]; /* the reminder that each of the marked is to get */
	struct whose_ask whose;
	struct person_id one;  /* whom w was pressed on */
	bool behind;           /* the list begins behind start */
	struct case_row start; /* its strings live in s->keep */
	size_t count;
	int64_t gained; /* by everybody in the list, in pence; 0: nothing, or it is too long to ask */
	int64_t was;
};

/* caseload_put.c */
void caseload_put(const struct screen *s, struct caseload_state *v, struct grid *g);

/* caseload_marks.c: who is marked, and what is done to all of them at once */
bool caseload_marked(const struct caseload_state *v, struct person_id p);
void caseload_mark(struct caseload_state *v, struct person_id p);
/* Everybody in the list, however long it is; nobody, when anybody is marked. */
void caseload_mark_all(struct screen *s, struct caseload_state *v);
void caseload_unmark(struct caseload_state *v);
enum outcome caseload_remind(struct screen *s, struct caseload_state *v);
/* The answers of whoever was asked; false: not ours. */
bool caseload_many_came_back(struct screen *s, struct caseload_state *v, const struct result *r);

#endif
