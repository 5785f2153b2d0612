#include "viewing.h"

#include "statutory_read.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/statutory.h"

/* The council's assessment on the timeline: what was offered, what they said, how they manage. */

static const char *line(const struct viewing *v, const char *text, const char *more)
{
	return text_empty(text) ? more : arena_printf(v->a, "%s\n%s", text, more);
}

static const char *labelled(const struct viewing *v, const char *text, const char *label,
                            const char *value)
{
	if (text_empty(value))
		return text;
	return line(v, text, arena_printf(v->a, "%s: %s", label, value));
}

static const char *asked_text(enum asked answer)
{
	return answer == SAID_YES ? _("yes") : answer == SAID_NO ? _("no") : _("not asked");
}

/* What was answered, and how it was the time before. */
static const char *answers_text(const struct viewing *v, const struct statutory_list *list,
                                const struct statutory_answer_list *now,
                                const struct statutory_answer_list *before, const char *text)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct statutory_item *item = &list->at[i];
		const struct statutory_answer *x = statutory_answer_find(now, item->code);
		const struct statutory_answer *was = statutory_answer_find(before, item->code);
		const char *change;

		if (!x)
			continue;
		change = statutory_change(was ? was->answer : MANAGES_NONE, x->answer, v->a);
		text = labelled(v, text, item->question,
		                arena_printf(v->a, "%s%s%s",
		                             words_label(&manages_words, (int)x->answer),
		                             *change ? ", " : "", change));
	}
	return text;
}

static const char *whole_text(const struct viewing *v, const struct statutory_list *list,
                              const struct statutory_screen *x,
                              const struct statutory_answer_list *now,
                              const struct statutory_answer_list *before, const char *head)
{
	const char *text = labelled(v, head, _("Because"), x->offer_why);

	text = labelled(v, text, _("Asked again on"), day_short(x->again_on, v->s->today, v->a));
	text = labelled(v, text, _("Who is asked"), x->sent_to);
	text = answers_text(v, list, now, before, text);
	for (int i = 0; i < TEST_COUNT; i++)
		if (*list->tests[i])
			text = labelled(v, text, list->tests[i],
			                asked_text(statutory_test_get(x, (enum statutory_test)i)));
	text = labelled(v, text, _("Note"), x->note);
	return labelled(v, text, _("Written by"), viewing_account(v, x->by_account));
}

static enum status add_screen(struct viewing *v, const struct statutory_screen_list *all, size_t i)
{
	const struct statutory_screen *x = &all->at[i];
	const struct statutory_list list = statutory_list_in(v->s, &v->view->person, x->kind, v->a);
	struct statutory_answer_list now, before = { 0 };
	struct view_row row = { .on = x->on_day, .minute = MINUTE_NONE, .kind = _("Council") };
	enum status rc = statutory_answers_of(v->s->store, x->id, v->a, &now);

	for (size_t j = i + 1; rc == OK && j < all->n; j++)
		if (all->at[j].kind == x->kind) {
			rc = statutory_answers_of(v->s->store, all->at[j].id, v->a, &before);
			break;
		}
	if (rc != OK)
		return rc;
	row.when = viewing_when(v, row.on, row.minute);
	row.what = x->offer == STATUTORY_OFFER_NONE
	                   ? arena_printf(v->a, _("gone through: %s"),
	                                  words_label(&statutory_kinds, (int)x->kind))
	                   : arena_printf(v->a, _("assessment offered: %s"),
	                                  words_label(&statutory_offers, (int)x->offer));
	if (x->offer == COUNCIL_NOT_OFFERED)
		row.what = arena_printf(v->a, _("assessment not offered: %s"), x->offer_why);
	row.whole = whole_text(v, &list, x, &now, &before, row.what);
	*ARENA_PUSH(v->a, &v->view->timeline) = row;
	return OK;
}

enum status view_council_read(struct viewing *v)
{
	struct statutory_screen_list all;
	enum status rc = statutory_screens_of_person(v->s->store, v->id, v->a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++)
		rc = add_screen(v, &all, i);
	return rc;
}
