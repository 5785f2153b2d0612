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
	PLAN_ASKS_OUTCOME,
	PLAN_ASKS_SUPPORTED,
	PLAN_ASKS_REACHED, /* how it went with a goal */
	PLAN_ASKS_REMOVE,  /* something that was prepared for, no longer */
	PLAN_ASKS_MATTERS, /* both of us wrote it */
};

/* What a row of the plan is. Each kind but the first two is a section with a head of its own. */
enum plan_item_kind {
	ITEM_MATTERS,
	ITEM_CONCERN, /* one of its actions, or that it has none yet */
	ITEM_STRENGTHS,
	ITEM_GOAL,
	ITEM_WORSE,
	ITEM_MONEY,
	ITEM_AGREED,
	ITEM_REVIEW,
	ITEM_COPIES,
};

struct plan_item {
	enum plan_item_kind kind;
	size_t at; /* of the concern, goal and so on in the view; PLAN_NONE: there is none yet */
	size_t action;    /* of a concern: which of its actions, or PLAN_NONE */
	const char *head; /* a line above it, or NULL */
	const char *note; /* at the end of that line, "" */
	const char *text; /* of every row but a concern's */
};
#define PLAN_NONE SIZE_MAX

struct plan_items {
	size_t n;
	struct plan_item *at; /* the first is what matters to them */
};

struct plan_state {
	struct plan_view view;
	struct plan_items items;
	struct list_view list;
	size_t top; /* the first line that is shown */
	enum planning mode;
	enum plan_question question;
	enum action_kind kind; /* asked for */
	int how;               /* the key that said how it went with a goal */
	const char *outcome;   /* what came of an action, before whether they felt supported */
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

/* planning_items.c */
struct plan_items planning_items(const struct plan_view *v, day today, struct arena *a);
int64_t planning_item_id(const void *items, size_t i); /* for list_reload() */
/* The first row of the next section (or the one before); where there is none, one stays. */
size_t planning_section(const struct plan_items *items, size_t at, bool back);

/* planning.c */
const struct plan_item *planning_item(const struct plan_state *st);
struct plan_row *planning_row(const struct plan_state *st);        /* NULL: no concern's */
const struct action *planning_action(const struct plan_state *st); /* NULL: none */
bool planning_go_to(struct plan_state *st, const char *code);

/* planning_done.c: what came of it */
enum outcome planning_ask_done(struct screen *s);
void planning_done_answered(struct screen *s, enum plan_question question, const struct result *r);
void planning_ask(struct screen *s, enum plan_question about, const char *question,
                  const char *keys);

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

/* plan_menu.c: what it answers, counted from 0 */
enum plan_menu {
	PLAN_MENU_MATTERS,
	PLAN_MENU_STRENGTHS,
	PLAN_MENU_GOAL,
	PLAN_MENU_WORSE,
	PLAN_MENU_MONEY,
	PLAN_MENU_REVIEW,
	PLAN_MENU_VERSIONS,
	PLAN_MENU_AGREE,
	PLAN_MENU_WRONG,
};

/* A part of the plan, new (id 0) or to be changed; code: of the concern it is for, "". */
static inline struct visit visit_plan_part(const struct screen_ops *where, struct person_id p,
                                           int64_t id, const char *code)
{
	return (struct visit){ .where = where, .id = { p.n, id }, .text = code };
}

#endif
