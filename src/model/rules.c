#include "model/rules.h"

#include "rule_read.h"

#include "base/text.h"
#include "base/words.h"
#include "model/workdays.h"

#include <string.h>

static const char name_mark[] = "{name}";

static int find_word(const struct words *words, struct str text)
{
	for (size_t i = 0; i < words->n; i++)
		if (str_is(text, words->at[i].word))
			return words->at[i].value;
	return 0;
}

/* "died", "died reported", "stage in_treatment". */
static void take_when(struct rule_reading *r, struct rule *ret)
{
	struct str when = table_field(&r->t, "when"), rest = when, first = { "", 0 };

	str_cut(&rest, ' ', &first);
	if (str_is(when, "died reported")) {
		ret->when = HAPPENED_DIED;
		ret->reported = true;
	} else if (!rest.at) {
		ret->when = (enum happening_kind)find_word(&happening_kinds, when);
	} else if (str_is(first, "stage") && !str_is(rest, "died")) {
		ret->stage = (enum stage)find_word(&stages, rest);
	}
	if (!ret->when && !ret->stage)
		rule_wrong(r, _("when: nothing happens that is called “%s”"),
		           text_safe(when, r->a));
}

static struct rule take_rule(struct rule_reading *r)
{
	struct rule x = { .id = rule_id(r, "id") };

	take_when(r, &x);
	x.due.after = rule_number(r, "after", 366);
	if (str_is(table_field(&r->t, "count"), "days"))
		x.due.count = x.due.after == 0 ? DUE_DAYS : DUE_ONTO_WORKING;
	else if (str_is(table_field(&r->t, "count"), "working"))
		x.due.count = DUE_WORKING;
	else
		rule_wrong(r, _("count: is days or working"));
	x.kind = (enum reminder_kind)rule_word(r, "kind", &reminder_kinds);
	x.what = rule_text_cell(r, "what");
	x.why = rule_text_cell(r, "why");
	if (strstr(x.what, name_mark) && x.when != HAPPENED_DIED)
		rule_wrong(r, _("what: {name} is whom a call after a death is to"));
	/* What reaches out to the person themselves has no place after their death. */
	if (x.when == HAPPENED_DIED && x.kind != REMINDER_BEREAVEMENT && x.kind != REMINDER_CHASE &&
	    x.kind != REMINDER_KIND_NONE)
		rule_wrong(r, _("kind: after a death it is bereavement, or chase"));
	return x;
}

void happened_rules_take(struct rule_reading *r, struct str text, struct rule_list *ret)
{
	static const char *const columns[] = {
		"id", "when", "after", "count", "kind", "what", "why"
	};
	struct rule_list list = { 0 };

	if (!rule_reading_begin(r, text, columns, COUNT_OF(columns)))
		return;
	while (rule_reading_next(r)) {
		struct rule x = take_rule(r);

		for (size_t i = 0; i < list.n; i++)
			if (*x.id && text_equal(list.at[i].id, x.id))
				rule_wrong(r, _("id: %s is there already"), x.id);
		*ARENA_PUSH(r->a, &list) = x;
	}
	if (ret)
		*ret = list;
}

static struct rule_list all_of(struct str text, struct arena *a)
{
	struct rule_faults faults = { 0 };
	struct rule_reading r = { .a = a, .faults = &faults };
	struct rule_list list = { 0 };

	happened_rules_take(&r, text, &list);
	return list;
}

void rules_after(struct str text, const struct happening *h, struct arena *a, struct rule_list *ret)
{
	struct rule_list all = all_of(text, a), list = { 0 };
	bool reported = h->kind == HAPPENED_DIED && h->sure != SURE;

	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].when == h->kind && h->kind && all.at[i].reported == reported)
			*ARENA_PUSH(a, &list) = all.at[i];
	*ret = list;
}

void rules_after_stage(struct str text, enum stage stage, struct arena *a, struct rule_list *ret)
{
	struct rule_list all = all_of(text, a), list = { 0 };

	for (size_t i = 0; i < all.n; i++)
		if (stage != STAGE_NONE && all.at[i].stage == stage)
			*ARENA_PUSH(a, &list) = all.at[i];
	*ret = list;
}

day rule_due(const struct rule *r, day happened_on, day today, const struct holidays *h)
{
	bool from_today = r->due.count == DUE_WORKING || happened_on == DAY_NONE;
	day due = due_after(r->due, from_today ? today : happened_on, h);

	if (due >= today)
		return due;
	return r->due.after == 0 ? today : day_next_working(today, h);
}

const char *rule_text(const struct rule *r, const char *name, struct arena *a)
{
	const char *mark = strstr(r->what, name_mark);

	if (!mark)
		return r->what;
	return arena_printf(a, "%.*s%s%s", (int)(mark - r->what), r->what, name,
	                    mark + strlen(name_mark));
}
