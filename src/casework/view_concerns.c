#include "assessed.h"
#include "viewing.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/none.h"
#include "store/concerns.h"

#include <stdlib.h>
#include <string.h>

const char *view_trend(const struct view_concern *c, struct arena *a)
{
	if (c->now == NUMBER_NONE)
		return "";
	if (c->was == NUMBER_NONE)
		return _("new");
	if (c->now == c->was)
		return "=";
	return arena_printf(a, "%s%d", c->now > c->was ? "▲" : "▼", abs(c->now - c->was));
}

/* ---- what is being done about it ---- */

static const struct signpost *signpost_about(const struct viewing *v, const char *code)
{
	for (size_t i = 0; i < v->signposts.n; i++)
		if (text_equal(v->signposts.at[i].concern, code))
			return &v->signposts.at[i];
	return NULL;
}

static const struct action *action_about(const struct viewing *v, const char *code)
{
	for (size_t i = 0; i < v->actions.n; i++)
		if (text_equal(v->actions.at[i].concern, code) &&
		    v->actions.at[i].status != ACTION_NOT_APPLICABLE)
			return &v->actions.at[i];
	return NULL;
}

static const struct unmet_need *unmet_about(const struct viewing *v, const char *code)
{
	for (size_t i = 0; i < v->unmet.n; i++)
		if (text_equal(v->unmet.at[i].concern, code) && v->unmet.at[i].met_on == DAY_NONE)
			return &v->unmet.at[i];
	return NULL;
}

static enum status say_signpost(struct viewing *v, const struct signpost *x, struct view_concern *c)
{
	const char *service = "";
	enum status rc = viewing_service(v, x->service, &service);
	bool helped = x->helped == HELPED_YES || x->helped == HELPED_PARTLY;

	if (rc != OK)
		return rc;
	if (helped) {
		c->doing = arena_printf(
			v->a, x->helped == HELPED_YES ? _("helped: %s") : _("helped partly: %s"),
			service);
		c->tone = TONE_GOOD;
		return OK;
	}
	c->doing = service;
	c->doing_end = arena_printf(v->a, ", %s",
	                            x->status == SIGNPOST_GIVEN
	                                    ? words_label(&signpost_kinds, (int)x->kind)
	                                    : words_label(&signpost_statuses, (int)x->status));
	c->tone = signpost_open(x->status) ? TONE_PLAIN : TONE_DIM;
	return OK;
}

/* "Fri" of the week ahead, else "Fri 4 Dec". */
static const char *due_day(const struct viewing *v, day due)
{
	int ahead = due - v->s->today;

	return ahead >= 0 && ahead < 7 ? weekday_short(day_weekday(due))
	                               : day_short(due, v->s->today, v->a);
}

static void say_action(struct viewing *v, const struct action *x, struct view_concern *c)
{
	c->tone = TONE_PLAIN;
	if (x->status == ACTION_COMPLETED) {
		c->doing = arena_printf(v->a, _("done: %s"), x->what);
		c->tone = TONE_GOOD;
	} else if (x->kind == ACTION_LATER || x->kind == ACTION_NOTHING_WANTED) {
		c->doing = words_label(&action_kinds, (int)x->kind);
		c->tone = TONE_DIM;
	} else {
		c->doing = x->what;
		if (day_valid(x->due_on))
			c->doing_end = arena_printf(v->a, " · %s", due_day(v, x->due_on));
	}
}

static enum status say_doing(struct viewing *v, struct view_concern *c)
{
	const struct signpost *signpost = signpost_about(v, c->code);
	const struct action *action = action_about(v, c->code);
	const struct unmet_need *unmet = unmet_about(v, c->code);

	if (signpost && (signpost_open(signpost->status) || !action))
		return say_signpost(v, signpost, c);
	/* To ask again at review is what the plan says of it: it is not yet met. */
	if (unmet && (!action || action->kind == ACTION_LATER)) {
		c->doing = arena_printf(v->a, _("nothing fits: %s"),
		                        words_label(&unmet_reasons, (int)unmet->reason));
		c->tone = TONE_MISSING;
	} else if (action && action->signpost.n == 0) {
		say_action(v, action, c);
	} else if (signpost) {
		return say_signpost(v, signpost, c);
	} else {
		c->doing = c->now == 0 ? _("no trouble now") : _("no action yet");
		c->tone = c->now == 0 ? TONE_GOOD : TONE_MISSING;
	}
	return OK;
}

/* ---- the concerns themselves ---- */

static int score_before(const struct concern *x, const struct concern_list *before)
{
	if (x->previous_score != NUMBER_NONE)
		return x->previous_score;
	for (size_t i = 0; i < before->n; i++)
		if (text_equal(before->at[i].code, x->code))
			return before->at[i].score;
	return NUMBER_NONE;
}

/* Raised now, or raised last time and gone: both are worth seeing. */
static bool worth_showing(const struct view_concern *c)
{
	if (c->answer == CONCERN_TALK)
		return true;
	return c->answer == CONCERN_SCORED && (c->now > 0 || c->was > 0);
}

static int matters_rank(const struct view_concern *c)
{
	return c->matters == NUMBER_NONE ? 4 : c->matters;
}

static int worst_first(const void *x, const void *y)
{
	const struct view_concern *a = x, *b = y;

	if (a->now != b->now)
		return a->now > b->now ? -1 : 1;
	if (matters_rank(a) != matters_rank(b))
		return matters_rank(a) < matters_rank(b) ? -1 : 1;
	return strcmp(a->code, b->code);
}

static enum status add_concerns(struct viewing *v, const struct assessed_standing *x,
                                const struct concern_list *before)
{
	struct view_concern_list *list = &v->view->concerns;
	enum status rc = OK;

	for (size_t i = 0; i < x->concerns.n; i++) {
		const struct concern *now = &x->concerns.at[i];
		const struct view_concern c = {
			.code = now->code,
			.label = assessed_label(v->s, x, now, v->a),
			.answer = now->answer,
			.now = now->answer == CONCERN_SCORED ? now->score : NUMBER_NONE,
			.was = score_before(now, before),
			.matters = now->matters,
			.own_words = now->own_words,
			.level = now->level,
			.doing = "",
			.doing_end = "",
		};

		if (worth_showing(&c))
			*ARENA_PUSH(v->a, list) = c;
	}
	if (list->n > 0)
		qsort(list->at, list->n, sizeof(*list->at), worst_first);
	for (size_t i = 0; rc == OK && i < list->n; i++)
		rc = say_doing(v, &list->at[i]);
	return rc;
}

/* What was answered the time before that one, by the same kind of list. */
static enum status read_before(struct viewing *v, const struct assessment *x,
                               struct concern_list *ret)
{
	struct assessment before;
	struct concern_list list = { 0 };
	enum status rc = x->id.n == 0 ? E_NOT_FOUND : assessed_before(v->s, x, v->a, &before);

	if (rc == OK)
		rc = concerns_of_assessment(v->s->store, before.id, v->a, &list);
	for (size_t i = 0; rc == OK && i < list.n; i++)
		*ARENA_PUSH(v->a, ret) = list.at[i];
	return rc == E_NOT_FOUND ? OK : rc;
}

/* "Fri 20 Nov, by phone", and of the other kind of list when. */
static const char *assessed_text(struct viewing *v, const struct assessed_standing *x)
{
	const char *text = arena_printf(v->a, "%s, %s", viewing_when(v, x->last.on_day, -1),
	                                words_label(&assessment_modes, (int)x->last.mode));

	if (x->other.id.n == 0)
		return text;
	return arena_printf(v->a,
	                    assessed_by_carers_list(v->s, x->other.list)
	                            ? _("%s; as a carer %s")
	                            : _("%s; for themselves %s"),
	                    text, viewing_when(v, x->other.on_day, -1));
}

enum status view_concerns_read(struct viewing *v)
{
	struct assessed_standing x;
	struct concern_list before = { 0 };
	enum status rc = assessed_standing(v->s, v->id, v->a, &x);

	if (rc == E_NOT_FOUND)
		return OK;
	if (rc == OK)
		rc = read_before(v, &x.last, &before);
	if (rc == OK)
		rc = read_before(v, &x.other, &before);
	if (rc != OK)
		return rc;
	v->view->assessed = assessed_text(v, &x);
	return add_concerns(v, &x, &before);
}
