#include "planning.h"

#include "desk.h"
#include "form_screen.h"
#include "load.h"

#include "base/words.h"
#include "casework/drafts.h"
#include "model/plan_form.h"

#include <stdio.h>

#define AGREED_HOW _("This is what we said. Is it right?")

static const char *const mode_words[] = { "rows", "matters", "action", "agree" };

static struct when_from from(const struct screen *s)
{
	const struct session *session = screen_session(s);

	return (struct when_from){ session->today, &session->holidays, WHEN_AHEAD };
}

void planning_begin_matters(struct screen *s)
{
	struct plan_state *st = s->state;

	line_set(&st->matters, st->view.matters);
	st->matters_was = arena_strdup(&s->keep, st->view.matters);
	st->mode = PLANNING_MATTERS;
}

/* What the chosen action leads to, in their words; "": nothing that is said. */
static const char *goal_of(const struct plan_state *st, const struct action *x)
{
	for (size_t i = 0; i < st->view.goals.n; i++)
		if (x->goal.n != 0 && st->view.goals.at[i].id.n == x->goal.n)
			return st->view.goals.at[i].words;
	return "";
}

/* The action that the form began with, also where it went on to a newer version since. */
static bool go_to_action(struct plan_state *st)
{
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < st->items.n; i++) {
			const struct plan_item *item = &st->items.at[i];
			const struct action *x;

			if (item->kind != ITEM_CONCERN || item->action == PLAN_NONE)
				continue;
			x = &st->view.at[item->at].actions.at[item->action];
			if (pass == 0 ? x->id.n != st->was.id.n
			              : !text_equal(x->concern, st->was.concern) ||
			                        x->kind != st->was.kind ||
			                        !text_equal(x->what, st->was.what))
				continue;
			st->list.at = i;
			return true;
		}
	}
	return false;
}

/* Left half done before: what was written is still there. */
static bool is_left(const struct plan_state *st, const struct field *fields)
{
	return st->written && st->form.fields == fields;
}

/* What the form is stored over, apart from the view, which is read again under it. */
static void remember(struct screen *s)
{
	struct plan_state *st = s->state;

	st->was = *planning_action(st);
	st->was.concern = arena_strdup(&s->keep, st->was.concern);
	st->was.what = arena_strdup(&s->keep, st->was.what);
	st->was.who = arena_strdup(&s->keep, st->was.who);
	st->was.outcome = arena_strdup(&s->keep, st->was.outcome);
	st->level = planning_row(st)->level;
}

static void begin_merging(struct screen *s, const struct values *values)
{
	struct plan_state *st = s->state;
	const struct person_strip *strip = &st->view.strip;
	const struct merging_from edited = {
		plan_action_form,
		{ .person = strip->id },
		arena_printf(&s->keep, "%s · %s · %s", strip->name, strip->born, strip->ref),
	};

	merging_done(&st->merging);
	merging_begin(&st->merging, &edited, st->mark, values);
}

void planning_begin_action(struct screen *s)
{
	struct plan_state *st = s->state;
	struct arena a = { 0 };
	const struct action *x = planning_action(st);
	struct values v = plan_action_values(x, planning_row(st)->level, goal_of(st, x),
	                                     screen_session(s)->today, &a);

	st->mode = PLANNING_ACTION;
	if (is_left(st, plan_action_form) && st->was.id.n == x->id.n) {
		arena_reset(&a);
		return;
	}
	snprintf(st->code, sizeof(st->code), "%s", planning_row(st)->code);
	form_done(&st->form);
	form_begin(&st->form, plan_action_form);
	form_fill(&st->form, &v);
	form_hide(&st->form, "who", x->kind != ACTION_CLINICAL_TEAM);
	remember(s);
	begin_merging(s, &v);
	st->written = false;
	arena_reset(&a);
}

static const char *if_worse(const struct plan_view *v)
{
	for (size_t i = 0; i < v->worse.n; i++)
		if (text_equal(v->worse.at[i].name, CONTINGENCY_PLAIN))
			return v->worse.at[i].what;
	return "";
}

/* Who and by what right is asked where somebody agrees for them. */
static void agreed_for_them(struct plan_state *st)
{
	bool they = !text_equal(form_get(&st->form, "agreed_by"), "representative");

	form_hide(&st->form, "agreed_with", they);
	form_hide(&st->form, "agreed_power", they);
}

void planning_begin_agree(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct session *session = screen_session(s);
	struct arena a = { 0 };
	day on = plan_review_proposed(session);

	st->mode = PLANNING_AGREE;
	if (is_left(st, plan_agree_form))
		return;
	form_done(&st->form);
	form_begin(&st->form, plan_agree_form);
	form_set(&st->form, "review_on", day_short(on, session->today, &a));
	form_set(&st->form, "if_worse", if_worse(&st->view));
	form_set(&st->form, "review_by", st->view.plan.review_by);
	agreed_for_them(st);
	st->written = false;
	arena_reset(&a);
}

/* Back to the rows; nothing is half done any more. */
static void end_form(struct screen *s)
{
	struct plan_state *st = s->state;

	st->mode = PLANNING_ROWS;
	st->written = false;
	if (casework_drop_draft(screen_session(s), s->ops->name, st->view.strip.ref) != OK)
		desk_say_fault(s->desk);
}

/* Somebody else wrote it meanwhile: both, and a key each. */
static void ask_matters(struct screen *s)
{
	struct plan_state *st = s->state;
	struct prompt p = { 0 };

	desk_reload(s->desk);
	st->question = PLAN_ASKS_MATTERS;
	prompt_ask(&p,
	           arena_printf(&s->keep, _("Meanwhile it says “%s”. 1 yours stands, 2 that?"),
	                        st->view.matters),
	           "12");
	desk_ask(s->desk, &p);
}

static bool store_matters(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct matters x = { st->matters_was, line_text(&st->matters) };
	enum status rc = casework_set_matters(screen_session(s), st->view.strip.id, &x);

	if (rc == E_CONFLICT) {
		ask_matters(s);
		return false;
	}
	if (rc != OK) {
		desk_say_fault(s->desk);
		return false;
	}
	desk_say(s->desk, "%s", _("Saved: what matters to them."));
	end_form(s);
	return true;
}

void planning_matters_chosen(struct screen *s, char key)
{
	struct plan_state *st = s->state;

	st->matters_was = arena_strdup(&s->keep, st->view.matters);
	if (key == '2')
		line_set(&st->matters, st->view.matters);
	store_matters(s);
}

static enum outcome save_matters(struct screen *s)
{
	return store_matters(s) ? RELOAD : REDRAW;
}

static enum outcome take_matters(struct screen *s, const struct input *in)
{
	struct plan_state *st = s->state;
	bool key = in->kind == INPUT_KEY;

	if (key && text_equal(in->key, "Esc")) {
		st->mode = PLANNING_ROWS;
		return REDRAW;
	}
	if (key && (text_equal(in->key, "Enter") || text_equal(in->key, "Ctrl-S")))
		return save_matters(s);
	return line_take(&st->matters, in) == LINE_PASS ? PASS : REDRAW;
}

static enum status store_action(struct screen *s)
{
	struct plan_state *st = s->state;
	struct problems problems = { 0 };
	struct values v = form_values(&st->form, &s->keep);
	const struct when_from when = from(s);
	struct action x = st->was;
	enum need_level level;

	form_missing(&st->form, &problems, &s->keep);
	plan_action_from(&v, &when, &s->keep, &problems, &x, &level);
	form_problems(&st->form, &problems);
	if (problems_stop(&problems))
		return E_STOPPED;
	return casework_change_action(screen_session(s), &x, level, values_get(&v, "goal"));
}

static enum status read_action(struct screen *s, struct values *ret)
{
	struct plan_state *st = s->state;

	desk_reload(s->desk);
	if (!go_to_action(st) && !(planning_go_to(st, st->code) && planning_action(st)))
		return E_NOT_FOUND;
	remember(s);
	*ret = plan_action_values(&st->was, st->level, goal_of(st, &st->was),
	                          screen_session(s)->today, &s->keep);
	return OK;
}

static enum outcome save_action(struct screen *s)
{
	static const struct merging_how how = { store_action, read_action };
	struct plan_state *st = s->state;
	const char *theirs;

	switch (merging_save(s, &st->form, &st->merging, &how)) {
	case MERGED:
		break;
	case MERGED_ASKS:
		return OPEN;
	case MERGED_GONE:
		desk_say(s->desk, "%s",
		         _("That answer was taken back meanwhile. What you typed is kept; a digit "
		           "answers it anew."));
		return REDRAW;
	case MERGED_NOT:
		return REDRAW;
	}
	theirs = merging_saved(&st->merging, &s->keep);
	if (theirs)
		desk_say(s->desk, "%s", theirs);
	else
		desk_say(s->desk, _("Saved: %s."), form_get(&st->form, "what"));
	end_form(s);
	return RELOAD;
}

static enum outcome save_agreed(struct screen *s)
{
	struct plan_state *st = s->state;
	const struct when_from when = from(s);
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values v = form_values(&st->form, &a);
	struct plan plan = plan_blank;
	struct plan_agreement x;
	enum outcome outcome = REDRAW;
	day on;

	plan_agreed_from(&v, &when, &a, &problems, &plan);
	x = (struct plan_agreement){ st->view.strip.id, AGREED_HOW,      values_get(&v, "if_worse"),
		                     plan.review_on,    plan.agreed_by,  plan.agreed_with,
		                     plan.agreed_power, plan.agreed_way, plan.review_by };
	form_problems(&st->form, &problems);
	if (!problems_stop(&problems)) {
		if (casework_agree_plan(screen_session(s), &x, &on) != OK) {
			desk_say_fault(s->desk);
		} else {
			desk_say(s->desk,
			         _("Saved: agreed. Gone over again on %s. x hands it out."),
			         day_short(on, screen_session(s)->today, &a));
			end_form(s);
			outcome = RELOAD;
		}
		st->mode = PLANNING_ROWS;
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome save(struct screen *s)
{
	const struct plan_state *st = s->state;

	return st->mode == PLANNING_ACTION ? save_action(s) : save_agreed(s);
}

/* How full the day of the review is. */
static void echo_review(struct screen *s)
{
	struct plan_state *st = s->state;
	struct arena a = { 0 };

	form_echo(&st->form, "review_on",
	          load_echo(s, (struct account_id){ 0 }, form_get(&st->form, "review_on"), &a));
	arena_reset(&a);
}

static enum outcome written(struct screen *s)
{
	struct plan_state *st = s->state;

	st->written = true;
	if (st->mode == PLANNING_AGREE) {
		agreed_for_them(st);
		echo_review(s);
	}
	return REDRAW;
}

static enum outcome to_rows(struct screen *s)
{
	struct plan_state *st = s->state;

	st->mode = PLANNING_ROWS;
	if (st->written)
		desk_say(s->desk, "%s", _("Kept, not saved. The same key comes back to it."));
	return REDRAW;
}

enum outcome planning_form_take(struct screen *s, const struct input *in)
{
	static const struct form_screen how = { .save = save,
		                                .changed = written,
		                                .leave = to_rows };
	struct plan_state *st = s->state;

	if (st->mode == PLANNING_MATTERS)
		return take_matters(s, in);
	if (st->mode == PLANNING_AGREE &&
	    load_take(s, &st->form, "review_on", (struct account_id){ 0 }, in))
		return written(s);
	return form_screen_take(s, &st->form, in, &how);
}

static enum planning kept_as(const struct plan_state *st)
{
	if (st->mode != PLANNING_ROWS)
		return st->mode;
	return st->form.fields == plan_action_form ? PLANNING_ACTION : PLANNING_AGREE;
}

/* Answers are stored at once; what is being written in a form is kept. */
bool planning_keep(const struct screen *s, struct kept *ret)
{
	const struct plan_state *st = s->state;

	snprintf(ret->about, sizeof(ret->about), "%s", st->view.strip.ref);
	ret->subject = s->target.id[0];
	if (st->mode != PLANNING_MATTERS && !st->written)
		return false;
	snprintf(ret->title, sizeof(ret->title), "%s", _("Plan begun, not saved"));
	buf_printf(&ret->body, ".mode=%s\n.code=%s\n", mode_words[kept_as(st)], st->code);
	if (st->mode == PLANNING_MATTERS) {
		form_keep_line(&ret->body, ".matters", line_text(&st->matters));
		form_keep_line(&ret->body, ".was", st->matters_was);
	} else if (kept_as(st) == PLANNING_ACTION) {
		merging_keep(&st->merging, &st->form, &ret->body);
	} else {
		form_keep(&st->form, &ret->body);
	}
	return true;
}

static enum planning kept_mode(struct str value)
{
	for (size_t i = 0; i < COUNT_OF(mode_words); i++)
		if (str_is(value, mode_words[i]))
			return (enum planning)i;
	return PLANNING_ROWS;
}

static enum status resume_mode(struct screen *s, enum planning mode, const char *code,
                               struct str body)
{
	struct plan_state *st = s->state;

	switch (mode) {
	case PLANNING_ROWS:
	case PLANNING_MATTERS:
		return OK;
	case PLANNING_ACTION:
		if (!planning_go_to(st, code) || !planning_action(st))
			return OK;
		planning_begin_action(s);
		st->written = true;
		return merging_resume(&st->merging, &st->form, body);
	case PLANNING_AGREE:
		planning_begin_agree(s);
		break;
	}
	for (size_t i = 0; i < st->form.n; i++)
		form_set(&st->form, st->form.fields[i].name, "");
	st->written = true;
	if (form_resume(&st->form, body) != OK)
		return E_INVALID;
	agreed_for_them(st);
	return OK;
}

enum status planning_resume(struct screen *s, struct str body)
{
	struct plan_state *st = s->state;
	struct arena a = { 0 };
	struct str rest = body, line, name;
	enum planning mode = PLANNING_ROWS;
	const char *code = "", *was;
	enum status rc;

	while (str_cut(&rest, '\n', &line)) {
		if (line.n == 0 || !str_cut(&line, '=', &name) || !line.at)
			continue;
		if (str_is(name, ".mode")) {
			mode = kept_mode(line);
		} else if (str_is(name, ".code")) {
			code = arena_str(&a, line);
		} else if (str_is(name, ".matters") && mode == PLANNING_MATTERS) {
			st->list.at = 0;
			planning_begin_matters(s);
			line_set(&st->matters, form_kept_line(body, ".matters", &a));
			was = form_kept_line(body, ".was", &s->keep);
			st->matters_was = was ? was : st->matters_was;
		}
	}
	rc = resume_mode(s, mode, code, body);
	arena_reset(&a);
	return rc;
}
