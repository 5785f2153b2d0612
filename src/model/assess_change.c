#include "model/assess_change.h"

#include "base/buf.h"
#include "base/words.h"
#include "model/none.h"
#include "model/red.h"

#include <stdlib.h>

static const struct concern *find(const struct concern_list *list, const char *code)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].code, code))
			return &list->at[i];
	return NULL;
}

static bool raised(const struct concern *c)
{
	return c && (c->answer == CONCERN_TALK || (c->answer == CONCERN_SCORED && c->score > 0));
}

static int score_of(const struct concern *c)
{
	return c && c->answer == CONCERN_SCORED ? c->score : NUMBER_NONE;
}

/* Was the whole of its part of the list said to hold nothing? */
static bool said_nothing(const struct concern_set *set, const struct assess_said *said,
                         const char *code)
{
	const struct concern_item *item = concern_find(set, code);

	for (size_t i = 0; item && i < said->nothings.n; i++)
		if (text_equal(said->nothings.at[i].domain, item->domain))
			return true;
	return false;
}

static enum assess_moved moved_score(int was, int now)
{
	if (now == 0)
		return MOVED_GONE;
	if (was == NUMBER_NONE)
		return MOVED_NEW;
	return now == was ? MOVED_SAME : now > was ? MOVED_WORSE : MOVED_BETTER;
}

static enum assess_moved moved(const struct concern *was, const struct concern *now, bool nothing)
{
	if (!now)
		return nothing ? MOVED_GONE : MOVED_NOT_ASKED;
	if (now->answer == CONCERN_TALK)
		return MOVED_TALK;
	if (now->answer == CONCERN_RATHER_NOT)
		return MOVED_RATHER_NOT;
	return moved_score(score_of(was), now->score);
}

static const char *gone_text(const struct assess_change *c, bool asked, struct arena *a)
{
	if (c->was == NUMBER_NONE)
		return arena_printf(a, _("%s: no trouble now."), c->label);
	if (!asked)
		return arena_printf(a, _("%s was %d: nothing there now."), c->label, c->was);
	return arena_printf(a, _("%s was %d: no trouble now."), c->label, c->was);
}

static const char *change_text(const struct assess_change *c, bool asked, struct arena *a)
{
	switch (c->how) {
	case MOVED_WORSE:
		return arena_printf(a, _("%s was %d, is %d: worse."), c->label, c->was, c->now);
	case MOVED_BETTER:
		return arena_printf(a, _("%s was %d, is %d: better."), c->label, c->was, c->now);
	case MOVED_SAME:
		return arena_printf(a, _("%s was %d, still %d."), c->label, c->was, c->now);
	case MOVED_NEW:
		return arena_printf(a, _("%s %d: new."), c->label, c->now);
	case MOVED_TALK:
		return arena_printf(a, _("%s: wants to talk about it."), c->label);
	case MOVED_GONE:
		return gone_text(c, asked, a);
	case MOVED_RATHER_NOT:
		return arena_printf(a, _("%s: would rather not say now."), c->label);
	case MOVED_NOT_ASKED:
		break;
	}
	return arena_printf(a, _("%s was not asked."), c->label);
}

static void add(struct assess_change_list *list, const char *code, const char *label,
                const struct assess_change *how, bool asked, struct arena *a)
{
	struct assess_change *c = ARENA_PUSH(a, list);

	*c = *how;
	c->code = code;
	c->label = label;
	c->text = change_text(c, asked, a);
}

static void add_overall(struct assess_change_list *list, const struct assess_said *was,
                        const struct assess_said *now, struct arena *a)
{
	struct assess_change c = { .was = was->overall, .now = now->overall };

	if (was->overall == NUMBER_NONE && now->overall == NUMBER_NONE)
		return;
	c.how = now->overall == NUMBER_NONE ? MOVED_NOT_ASKED
	                                    : moved_score(was->overall, now->overall);
	if (was->overall == now->overall)
		c.how = MOVED_SAME;
	add(list, RED_OVERALL_CODE, _("Overall"), &c, true, a);
}

static void add_concern(struct assess_change_list *list, const struct concern_set *set,
                        const struct assess_said *before, const struct assess_said *after,
                        const char *code, struct arena *a)
{
	const struct concern *was = find(&before->concerns, code);
	const struct concern *now = find(&after->concerns, code);
	const struct concern_item *item = concern_find(set, code);
	const struct assess_change c = { .how = moved(was, now, said_nothing(set, after, code)),
		                         .was = score_of(was),
		                         .now = score_of(now),
		                         .place = item ? item->place : set->n };

	if (!raised(was) && !raised(now))
		return;
	add(list, code, item ? item->label : concern_label(code, a), &c, now != NULL, a);
}

static int step_of(const struct assess_change *c)
{
	return c->was == NUMBER_NONE || c->now == NUMBER_NONE ? c->now : abs(c->now - c->was);
}

static int as_told(const void *x, const void *y)
{
	const struct assess_change *a = x, *b = y;

	if (a->how != b->how)
		return a->how < b->how ? -1 : 1;
	if (step_of(a) != step_of(b))
		return step_of(a) > step_of(b) ? -1 : 1;
	return (a->place > b->place) - (a->place < b->place);
}

void assess_compare(const struct concern_set *set, const struct assess_said *was,
                    const struct assess_said *now, struct arena *a, struct assess_change_list *ret)
{
	struct assess_change_list list = { 0 };
	size_t first;

	add_overall(&list, was, now, a);
	first = list.n;
	for (size_t i = 0; i < now->concerns.n; i++)
		add_concern(&list, set, was, now, now->concerns.at[i].code, a);
	for (size_t i = 0; i < was->concerns.n; i++)
		if (!find(&now->concerns, was->concerns.at[i].code))
			add_concern(&list, set, was, now, was->concerns.at[i].code, a);
	if (list.n > first)
		qsort(list.at + first, list.n - first, sizeof(*list.at), as_told);
	*ret = list;
}

const char *assess_changes_text(const struct assess_change_list *list, struct arena *a)
{
	struct buf b = { 0 };
	const char *text;
	size_t left = 0;

	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].how != MOVED_NOT_ASKED)
			buf_printf(&b, "%s%s", b.n > 0 ? " " : "", list->at[i].text);
	for (size_t i = 0; i < list->n; i++) {
		if (list->at[i].how != MOVED_NOT_ASKED)
			continue;
		buf_printf(&b, "%s%s",
		           left++ > 0 ? ", "
		           : b.n > 0  ? _(" Not asked: ")
		                      : _("Not asked: "),
		           list->at[i].label);
	}
	if (left > 0)
		buf_putc(&b, '.');
	text = arena_str(a, buf_str(&b));
	buf_done(&b);
	return text;
}

const char *assess_changes_count(const struct assess_change_list *list, struct arena *a)
{
	static const struct {
		enum assess_moved how;
		const char *what;
	} kinds[] = {
		{ MOVED_WORSE, _("worse") },   { MOVED_NEW, _("new") },
		{ MOVED_SAME, _("the same") }, { MOVED_BETTER, _("better") },
		{ MOVED_GONE, _("gone") },     { MOVED_NOT_ASKED, _("not asked") },
	};
	const char *text = "";

	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		size_t n = 0;

		for (size_t i = 0; i < list->n; i++)
			n += list->at[i].how == kinds[k].how &&
			     !text_equal(list->at[i].code, RED_OVERALL_CODE);
		if (n > 0)
			text = arena_printf(a, "%s%s%zu %s", text, *text ? ", " : "", n,
			                    kinds[k].what);
	}
	return text;
}
