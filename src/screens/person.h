#ifndef SCREENS_PERSON_H
#define SCREENS_PERSON_H

#include "casework/consent.h"
#include "casework/people.h"
#include "casework/person_view.h"
#include "timeline.h"

#include "ui/list.h"
#include "ui/screen.h"

/* The record of one person, in tabs: one view, read once a load, and a place in each tab. */
enum person_tab {
	TAB_OVERVIEW,
	TAB_TIMELINE,
	TAB_ASSESSMENTS,
	TAB_PLAN,
	TAB_SERVICES,
	TAB_DETAILS,
	TAB_SHARING,
	TAB_COUNT,
};

/* A line of the Details tab. */
struct detail {
	const char *field; /* name of the form's field, or of a part; NULL: nothing to change */
	const char *label, *value; /* value NULL: the heading of a part, */
	const char *filled;        /* "4 of 9" of which is there */
};

struct detail_list {
	size_t n;
	struct detail *at;
};

struct person_page {
	struct person_view view;
	struct detail_list details;
	struct sharing_view sharing;
	struct view_row_list shared; /* the same rows, to be read whole */
	struct list_view list[TAB_COUNT];
	enum person_tab tab;
	struct timeline timeline;
	bool whole;     /* all of a long record is read */
	bool was_open;  /* the look is on record */
	bool line_left; /* the line of somebody in danger was read */
	bool entry;     /* a whole entry stands over the list */
	size_t entry_top;
	struct assessment_id asked; /* what is to be unlocked or closed; 0: nothing is asked */
	bool unlocking;
	struct unmet_need_id need; /* that is asked about; 0: none */
	const char *asking;        /* the question, as long as it stands */
	bool gone;                 /* it was taken back: nothing of it is there to show */
	bool again;                /* the first row of the overview takes a new referral */
};

/* The rows of a tab that are view rows; NULL: it has others. */
const struct view_row_list *person_rows(const struct person_page *p, enum person_tab tab);

/* What may stand on the screen while they see it too: their concerns and their plan. */
bool person_tab_theirs(enum person_tab tab);

/* Fills p->details from the record's form. Strings belong to a. */
void person_details_list(struct person_page *p, const struct person_details *d, struct arena *a);

/* What Enter there, or the digit of a part, opens. NULL label: there is no such part. */
struct detail person_part(size_t digit, struct arena *a);

/* sharing.c: the Sharing tab. Strings belong to a. */
MUST_USE enum status person_sharing_read(struct session *s, struct person_page *p, struct arena *a);
const struct share_row *person_sharing_row(const struct person_page *p); /* NULL: none */
void person_put_sharing(struct person_page *p, struct grid *g, int row);
enum outcome person_take_sharing(struct screen *s, const struct input *in);
enum outcome person_open_sharing(struct screen *s, const struct person_page *p);

/* person_timeline.c: PASS: not one of its keys. */
enum outcome person_take_timeline(struct screen *s, enum act act, const struct input *in);
int person_put_timeline_head(const struct person_page *p, struct grid *g, int row);
void person_put_found(const struct person_page *p, struct grid *g, int row, int column,
                      const char *what);
enum outcome person_move_entry(struct screen *s); /* the chosen one, to whom it belongs */
const char *person_timeline_empty(const struct person_page *p);

/* person_services.c: PASS: not one of its keys. The answer to what it asked: p->need is set. */
enum outcome person_take_services(struct screen *s, enum act act);
void person_need_met(struct screen *s, const struct result *r);

/* person_assessed.c: the Assessments tab */
void person_put_assessed(struct person_page *p, struct grid *g, int row);
enum outcome person_correct(struct screen *s, const struct person_page *p);
enum outcome person_lock(struct screen *s, const struct person_page *p);
void person_came_back(struct screen *s, const struct result *r);

/* Drawing: who this is, and the tabs; returns the next row. */
int person_put_head(const struct person_page *p, struct grid *g);
void person_put_overview(struct person_page *p, struct grid *g, int row);
void person_put_rows(struct person_page *p, struct grid *g, int row);
void person_put_details(struct person_page *p, struct grid *g, int row);
void person_put_entry(const struct person_page *p, struct grid *g);

enum look person_look(enum view_tone tone);

#endif
