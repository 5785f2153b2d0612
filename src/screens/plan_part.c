#include "planning.h"

#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/attr.h"
#include "base/words.h"
#include "casework/lists.h"
#include "casework/money.h"
#include "model/money_form.h"
#include "model/plan_form.h"

#include <stdio.h>

/*
 * A part of a plan in a form of its own: strengths, a goal, what to do if something gets worse, money.
 * id[0] the person, id[1] what is changed (0: a new one), text the concern that money is for, "".
 */
struct part_state {
	struct form form;
	struct merging merging;
	struct person_strip strip;
	int64_t id; /* of what is changed; 0: a new one */
	const char *strengths;
	struct goal goal;
	struct contingency worse;
	struct money money;
	const char *said; /* after it was stored: what is said of it */
};

/* How one kind of part is read and stored; the strings are s->keep's. */
struct part {
	const struct screen_ops *screen;
	const char *head;
	/* From the view into the state and *ret; E_NOT_FOUND: it is gone. */
	enum status (*read)(struct screen *s, const struct plan_view *v, struct values *ret);
	enum status (*store)(struct screen *s, const struct values *v, struct problems *problems);
};

static const struct part *part_of(const struct screen *s);

static struct when_from from_today(const struct screen *s)
{
	const struct session *session = screen_session(s);

	return (struct when_from){ session->today, &session->holidays, WHEN_AHEAD };
}

static struct person_id whose(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

/* ---- strengths ---- */

static enum status read_strengths(struct screen *s, const struct plan_view *v, struct values *ret)
{
	struct part_state *p = s->state;

	p->strengths = v->plan.strengths;
	p->id = 1; /* there is one of it, always */
	values_set(ret, &s->keep, "strengths", v->plan.strengths);
	return OK;
}

static enum status store_strengths(struct screen *s, const struct values *v,
                                   struct problems *problems)
{
	struct part_state *p = s->state;
	const struct strengths x = { p->strengths, strengths_from(v, &s->keep, problems) };

	if (problems_stop(problems))
		return E_STOPPED;
	p->said = _("Saved: their strengths.");
	return casework_set_strengths(screen_session(s), whose(s), &x);
}

/* ---- a goal ---- */

static const struct goal *find_goal(const struct part_state *p, const struct plan_view *v)
{
	for (size_t i = 0; i < v->goals.n; i++)
		if (v->goals.at[i].id.n == p->id)
			return &v->goals.at[i];
	for (size_t i = 0; i < v->goals.n; i++) /* in a newer version of the plan */
		if (p->id != 0 && text_equal(v->goals.at[i].words, p->goal.words))
			return &v->goals.at[i];
	return NULL;
}

static enum status read_goal(struct screen *s, const struct plan_view *v, struct values *ret)
{
	struct part_state *p = s->state;
	const struct goal *x = find_goal(p, v);

	if (p->id != 0 && !x)
		return E_NOT_FOUND;
	p->goal = x ? *x : goal_blank;
	p->goal.person = whose(s);
	p->id = p->goal.id.n;
	*ret = goal_values(&p->goal, screen_session(s)->today, &s->keep);
	return OK;
}

static enum status store_goal(struct screen *s, const struct values *v, struct problems *problems)
{
	struct part_state *p = s->state;
	const struct when_from from = from_today(s);
	struct goal x = p->goal;

	goal_from(v, &from, &s->keep, problems, &x);
	if (problems_stop(problems))
		return E_STOPPED;
	p->said = arena_printf(&s->keep, _("Saved: “%s”."), x.words);
	if (p->id != 0)
		return casework_change_goal(screen_session(s), &x);
	return casework_set_goal(screen_session(s), whose(s), x.words, x.by_day);
}

/* ---- what if ---- */

static const struct contingency *find_worse(const struct part_state *p, const struct plan_view *v)
{
	for (size_t i = 0; i < v->worse.n; i++)
		if (v->worse.at[i].id.n == p->id)
			return &v->worse.at[i];
	for (size_t i = 0; i < v->worse.n; i++)
		if (p->id != 0 && text_equal(v->worse.at[i].name, p->worse.name))
			return &v->worse.at[i];
	return NULL;
}

static enum status read_worse(struct screen *s, const struct plan_view *v, struct values *ret)
{
	struct part_state *p = s->state;
	const struct contingency *x = find_worse(p, v);

	if (p->id != 0 && !x)
		return E_NOT_FOUND;
	p->worse = x ? *x : contingency_blank;
	p->worse.person = whose(s);
	p->id = p->worse.id.n;
	*ret = contingency_values(&p->worse, screen_session(s)->today, &s->keep);
	return OK;
}

static enum status store_worse(struct screen *s, const struct values *v, struct problems *problems)
{
	struct part_state *p = s->state;
	const struct when_from from = from_today(s);
	struct contingency x = p->worse;

	contingency_from(v, &from, &s->keep, problems, &x);
	if (problems_stop(problems))
		return E_STOPPED;
	p->said = arena_printf(&s->keep, _("Saved: %s"), contingency_text(&x, &s->keep));
	return casework_put_contingency(screen_session(s), &x);
}

/* ---- money ---- */

static enum status read_money(struct screen *s, const struct plan_view *v, struct values *ret)
{
	struct part_state *p = s->state;
	const struct money *x = NULL;

	for (size_t i = 0; i < v->money.n; i++)
		if (v->money.at[i].id.n == p->id)
			x = &v->money.at[i];
	if (p->id != 0 && !x)
		return E_NOT_FOUND;
	p->money = x ? *x : money_blank;
	p->money.person = whose(s);
	if (!x)
		p->money.kind = MONEY_BENEFIT;
	*ret = money_values(&p->money, screen_session(s)->today, &s->keep);
	return OK;
}

static enum status store_money(struct screen *s, const struct values *v, struct problems *problems)
{
	struct part_state *p = s->state;
	const struct when_from from = from_today(s);
	const struct session *session = screen_session(s);
	struct money_entry x = { p->money, s->target.text };
	struct money got;
	enum status rc;

	money_from(v, &from, &s->keep, problems, &x.money);
	if (problems_stop(problems))
		return E_STOPPED;
	rc = casework_put_money(screen_session(s), &x, &s->keep, &got);
	if (rc == OK)
		p->said = arena_printf(&s->keep, _("Saved: %s"),
		                       money_text(&got, session->today, &s->keep));
	return rc;
}

/* Asked is only what the kind and how far it is have. */
static void hide_money(struct screen *s)
{
	struct part_state *p = s->state;
	struct values v = { 0 };
	struct arena a = { 0 };

	if (s->ops != &money_screen)
		return;
	for (size_t i = 0; i < p->form.n; i++)
		values_set(&v, &a, p->form.fields[i].name,
		           form_get(&p->form, p->form.fields[i].name));
	for (size_t i = 0; i < p->form.n; i++)
		form_hide(&p->form, p->form.fields[i].name,
		          !money_field_asked(p->form.fields[i].name, &v));
	arena_reset(&a);
}

/* ---- all of them ---- */

static const struct part parts[] = {
	{ &strengths_screen, _("Strengths"), read_strengths, store_strengths },
	{ &goal_screen, _("Goal"), read_goal, store_goal },
	{ &worse_screen, _("If things get worse"), read_worse, store_worse },
	{ &money_screen, _("Money"), read_money, store_money },
};

static const struct part *part_of(const struct screen *s)
{
	size_t i = 0;

	while (i + 1 < COUNT_OF(parts) && parts[i].screen != s->ops)
		i++;
	return &parts[i];
}

static const struct field *fields_of(struct screen *s)
{
	if (s->ops == &money_screen)
		return money_fields(screen_session(s)->service.nation, &s->keep);
	if (s->ops == &goal_screen)
		return goal_form;
	return s->ops == &worse_screen ? contingency_form : strengths_form;
}

static enum status read_again(struct screen *s, struct values *ret)
{
	const struct part *part = part_of(s);
	struct plan_view v;
	enum status rc = casework_plan(screen_session(s), whose(s), &s->keep, &v);

	return rc == OK ? part->read(s, &v, ret) : rc;
}

static enum status part_begin(struct screen *s)
{
	struct part_state *p = s->state;
	struct session *session = screen_session(s);
	const struct field *fields = fields_of(s);
	struct event_id mark = { 0 };
	struct values values = { 0 };
	enum status rc = casework_may_about(session, OP_PLAN, whose(s));

	if (!s->target.text)
		s->target.text = "";
	p->id = s->target.id[1];
	if (rc == OK)
		rc = casework_strip(session, whose(s), &s->keep, &p->strip);
	if (rc == OK)
		rc = casework_mark(session, &mark);
	if (rc == OK)
		rc = read_again(s, &values);
	if (rc != OK)
		return rc;
	merging_begin(&p->merging,
	              &(struct merging_from){ fields, { .person = p->strip.id }, p->strip.name },
	              mark, &values);
	form_begin(&p->form, fields);
	form_fill(&p->form, &values);
	hide_money(s);
	if (s->ops == &money_screen)
		form_focus(&p->form, p->id == 0 ? "which" : "state");
	return OK;
}

static void part_render(const struct screen *s, struct grid *g)
{
	struct part_state *p = s->state;
	struct arena a = { 0 };
	int row = strip_put(g, part_of(s)->head, &p->strip, NULL);

	if (!text_empty(s->target.text))
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG,
		         session_concern_label(screen_session(s), s->target.text));
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g,
	         (struct rect){ row, GRID_TEXT, g->rows - row, g->columns - GRID_TEXT - 1 });
	arena_reset(&a);
}

static enum status store(struct screen *s)
{
	const struct part *part = part_of(s);
	struct part_state *p = s->state;
	struct values v = form_values(&p->form, &s->keep);
	struct problems problems = { 0 };
	enum status rc;

	form_missing(&p->form, &problems, &s->keep);
	rc = part->store(s, &v, &problems);
	form_problems(&p->form, &problems);
	return rc;
}

static enum outcome save(struct screen *s)
{
	static const struct merging_how how = { store, read_again };
	struct part_state *p = s->state;
	const char *theirs;

	switch (merging_save(s, &p->form, &p->merging, &how)) {
	case MERGED:
		break;
	case MERGED_ASKS:
		return OPEN;
	case MERGED_GONE:
		p->id = 0;
		desk_say(s->desk, "%s",
		         _("It was taken out of the plan meanwhile. Ctrl-S again makes what stands "
		           "here a new one."));
		return REDRAW;
	case MERGED_NOT:
		return REDRAW;
	}
	theirs = merging_saved(&p->merging, &s->keep);
	desk_say(s->desk, "%s", theirs ? theirs : p->said);
	s->answer = (struct result){ .saved = true, .id = { s->target.id[0] } };
	return CLOSE;
}

static enum outcome changed(struct screen *s)
{
	hide_money(s);
	return REDRAW;
}

static enum outcome part_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct part_state *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static void part_came_back(struct screen *s, const struct result *r)
{
	struct part_state *p = s->state;

	if (merging_chosen(s, &p->form, &p->merging, r))
		hide_money(s);
}

static bool part_keep(const struct screen *s, struct kept *ret)
{
	const struct part_state *p = s->state;

	ret->subject = s->target.id[0];
	snprintf(ret->about, sizeof(ret->about), "%lld %lld %s", (long long)s->target.id[0],
	         (long long)s->target.id[1], s->target.text);
	if (!merging_keep(&p->merging, &p->form, &ret->body))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("%s of %s, not saved"), part_of(s)->head,
	         p->strip.short_name);
	return true;
}

static enum status part_resume(struct screen *s, struct str body)
{
	struct part_state *p = s->state;
	enum status rc = merging_resume(&p->merging, &p->form, body);

	hide_money(s);
	return rc;
}

static void part_end(struct screen *s)
{
	struct part_state *p = s->state;

	merging_done(&p->merging);
	form_done(&p->form);
}

static const struct binding part_bindings[] = {
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct part_state);

#define PART_SCREEN(screen_name, screen_title)                                                \
	{                                                                                     \
		.name = (screen_name), .title = (screen_title),                               \
		.state_size = sizeof(struct part_state), .bindings = part_bindings,           \
		.begin = part_begin, .render = part_render, .take = part_take,                \
		.typing = form_screen_typing, .came_back = part_came_back, .keep = part_keep, \
		.resume = part_resume, .subject = form_screen_subject, .end = part_end,       \
	}

const struct screen_ops strengths_screen = PART_SCREEN("strengths", "Strengths");
const struct screen_ops goal_screen = PART_SCREEN("goal", "Goal");
const struct screen_ops worse_screen = PART_SCREEN("worse", "If things get worse");
const struct screen_ops money_screen = PART_SCREEN("money", "Money");
