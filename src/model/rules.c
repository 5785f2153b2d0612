#include "model/rules.h"

#include "base/die.h"
#include "base/embedded.h"
#include "base/table.h"
#include "model/workdays.h"

#include <string.h>

static const char name_mark[] = "{name}";

static int days_of(struct str field)
{
	long long n;

	if (!str_int(field, &n) || n < 0 || n > 366)
		die("data/rules/happened.tsv has a number of days that is none");
	return (int)n;
}

static struct rule read_rule(const struct table *t, struct arena *a)
{
	struct str when = table_field(t, "when"), kind;
	struct rule r = { .id = arena_str(a, table_field(t, "id")) };

	str_cut(&when, ' ', &kind);
	r.when = (enum happening_kind)words_find(&happening_kinds, kind);
	r.reported = when.at && str_is(when, "reported");
	r.after = days_of(table_field(t, "after"));
	r.working = str_is(table_field(t, "count"), "working");
	r.kind = (enum reminder_kind)words_find(&reminder_kinds, table_field(t, "kind"));
	r.what = arena_str(a, table_field(t, "what"));
	r.why = arena_str(a, table_field(t, "why"));
	if (r.when == HAPPENING_KIND_NONE || r.kind == REMINDER_KIND_NONE)
		die("data/rules/happened.tsv has a word that is none: %s", r.id);
	return r;
}

void rules_after(const struct happening *h, struct arena *a, struct rule_list *ret)
{
	struct table t = table_of(embedded_file("rules/happened.tsv"));
	struct rule_list list = { 0 };
	bool reported = h->kind == HAPPENED_DIED && h->sure != SURE;

	while (table_next(&t)) {
		struct rule r = read_rule(&t, a);

		if (r.when == h->kind && r.reported == reported)
			*ARENA_PUSH(a, &list) = r;
	}
	*ret = list;
}

day rule_due(const struct rule *r, day happened_on, day today, const struct holidays *h)
{
	day due;

	if (r->working)
		return day_add_working(today, r->after, h);
	due = (happened_on == DAY_NONE ? today : happened_on) + r->after;
	if (r->after == 0)
		return due < today ? today : due;
	return day_next_working(due < today ? today : due, h);
}

const char *rule_text(const struct rule *r, const char *name, struct arena *a)
{
	const char *mark = strstr(r->what, name_mark);

	if (!mark)
		return r->what;
	return arena_printf(a, "%.*s%s%s", (int)(mark - r->what), r->what, name,
	                    mark + strlen(name_mark));
}
