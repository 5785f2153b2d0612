#ifndef SCREENS_PLANNING_H
#define SCREENS_PLANNING_H

#include "merging.h"

#include "casework/plan.h"
#include "ui/form.h"
#include "ui/list.h"
#include "ui/screen.h"

enum planning {
	PLANNING_ROWS,
	PLANNING_MATTERS, /* what matters to them, being written */
	PLANNING_ACTION,  /* everything else about one action */
	PLANNING_AGREE,
};

/* What a one-line question was about. */
enum plan_question {
	PLAN_ASKS_NOTHING,
	PLAN_ASKS_WHAT,
	PLAN_ASKS_SUPPORTED,
	PLAN_ASKS_MATTERS, /* both of us wrote it */
};

struct plan_state {
	struct plan_view view;
	struct list_view list; /* row 0 is what matters to them, row 1 the first concern */
	size_t top;            /* the first line that is shown */
	enum planning mode;
	enum plan_question question;
	enum action_kind kind; /* asked for */
	struct line matters;
	const char *matters_was; /* what it began with; belongs to s->keep */
	struct form form;
	struct merging merging; /* of an action: */
	struct action was;      /* as it was read last; strings in s->keep */
	enum need_level level;
	struct event_id mark; /* before the view was read */
	bool written;         /* something was, in the form, that is not saved */
	char code[64];        /* of the concern that the question or form is about */
};

/* planning.c */
struct plan_row *planning_row(const struct plan_state *st); /* NULL: what matters */
bool planning_go_to(struct plan_state *st, const char *code);

/* planning_forms.c */
void planning_begin_matters(struct screen *s);
void planning_begin_action(struct screen *s);
void planning_begin_agree(struct screen *s);
void planning_matters_chosen(struct screen *s, char key);
enum outcome planning_form_take(struct screen *s, const struct input *in);
bool planning_keep(const struct screen *s, struct kept *ret);
enum status planning_resume(struct screen *s, struct str body);

/* planning_draw.c */
void planning_render(const struct screen *s, struct grid *g);

#endif
