#include "caseload.h"

#include "desk_progress.h"

#include "base/words.h"
#include "model/when.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int by_id(const void *x, const void *y)
{
	const struct person_id *a = x, *b = y;

	return a->n < b->n ? -1 : a->n > b->n;
}

bool caseload_marked(const struct caseload_state *v, struct person_id p)
{
	return v->marks.n > 0 &&
	       bsearch(&p, v->marks.at, v->marks.n, sizeof(*v->marks.at), by_id) != NULL;
}

void caseload_unmark(struct caseload_state *v)
{
	v->marks = (struct person_ids){ 0 };
	arena_reset(&v->marked);
}

void caseload_mark(struct caseload_state *v, struct person_id p)
{
	struct person_ids *m = &v->marks;
	size_t i = 0;

	while (i < m->n && m->at[i].n < p.n)
		i++;
	if (i < m->n && m->at[i].n == p.n) {
		memmove(&m->at[i], &m->at[i + 1], (--m->n - i) * sizeof(*m->at));
		if (m->n == 0)
			caseload_unmark(v);
		return;
	}
	*ARENA_PUSH(&v->marked, m) = p;
	memmove(&m->at[i + 1], &m->at[i], (m->n - 1 - i) * sizeof(*m->at));
	m->at[i] = p;
}

void caseload_mark_all(struct screen *s, struct caseload_state *v)
{
	bool any = v->marks.n > 0;

	caseload_unmark(v);
	if (any) {
		desk_say(s->desk, "%s", _("Nobody is marked any more."));
		return;
	}
	if (casework_case_ids(screen_session(s), &v->query, &v->marked, &v->marks) != OK) {
		v->marks.n = 0;
		desk_say_fault(s->desk);
		return;
	}
	if (v->marks.n > 0)
		qsort(v->marks.at, v->marks.n, sizeof(*v->marks.at), by_id);
	desk_say(s->desk,
	         _("%zu marked, all of the list. w hands over, f reminds each, x hands out."),
	         v->marks.n);
}

/* ---- one reminder each ---- */

static void ask(struct screen *s, struct caseload_state *v, enum many_asking asking,
                const char *question)
{
	struct prompt p = { 0 };

	v->asking = asking;
	prompt_ask(&p, question, NULL);
	desk_ask(s->desk, &p);
}

enum outcome caseload_remind(struct screen *s, struct caseload_state *v)
{
	ask(s, v, MANY_WHAT,
	    arena_printf(&s->keep,
	                 v->marks.n == 1 ? _("Remind of %zu person. What is to be done?")
	                                 : _("Remind of each of %zu people. What is to be done?"),
	                 v->marks.n));
	return REDRAW;
}

static void remind(struct screen *s, struct caseload_state *v, day on)
{
	struct arena a = { 0 };
	struct left_out left = { .a = &a };
	struct desk_progress p;
	const struct progress progress = desk_progress(&p, s->desk, _("Setting reminders"));
	const struct remind_many what = { .people = v->marks.at,
		                          .n = v->marks.n,
		                          .what = v->what,
		                          .due_on = on,
		                          .left = &left,
		                          .progress = &progress };
	const char *out;
	size_t set = 0;

	if (casework_remind_many(screen_session(s), &what, &set) != OK) {
		desk_say_fault(s->desk);
	} else {
		out = left_out_text(&left, &a);
		desk_say(s->desk,
		         set == 1 ? _("Saved. %zu reminder for %s. %s")
		                  : _("Saved. %zu reminders for %s, one each. %s"),
		         set, day_short(on, screen_session(s)->today, &a),
		         *out ? out : _("u takes them back."));
		caseload_unmark(v);
		desk_reload(s->desk);
	}
	arena_reset(&a);
}

static void take_when(struct screen *s, struct caseload_state *v, const char *text)
{
	const struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	const char *fault;
	struct when when;

	if (when_parse(text, &from, &s->keep, &when, &fault) != OK) {
		desk_say(s->desk, "%s", fault);
		ask(s, v, MANY_WHEN, _("When? (fri, +2w, 30/11)"));
		return;
	}
	remind(s, v, when.on);
}

bool caseload_many_came_back(struct screen *s, struct caseload_state *v, const struct result *r)
{
	enum many_asking asked = v->asking;

	if (r->from || asked == MANY_NOTHING)
		return false;
	v->asking = MANY_NOTHING;
	if (!r->saved)
		return true;
	if (asked == MANY_WHAT) {
		snprintf(v->what, sizeof(v->what), "%s", r->text);
		ask(s, v, MANY_WHEN, _("When? (fri, +2w, 30/11)"));
	} else {
		take_when(s, v, r->text);
	}
	return true;
}
