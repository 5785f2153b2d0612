#include "model/due.h"

#include "rule_read.h"

#include "base/words.h"
#include "model/workdays.h"

const struct words due_counts = WORDS("count of days", DUE_COUNTS);

#define DUE_ID(symbol, id) [symbol] = id,
static const char *const ids[DUE_END] = { DUES(DUE_ID) };

const char *due_id(enum due what)
{
	return what > DUE_NONE && what < DUE_END ? ids[what] : "";
}

day due_after(struct due_rule rule, day from, const struct holidays *h)
{
	if (!day_valid(from))
		return DAY_NONE;
	switch (rule.count) {
	case DUE_COUNT_NONE:
	case DUE_DAYS:
		return from + rule.after;
	case DUE_ONTO_WORKING:
		return day_next_working(from + rule.after, h);
	case DUE_WORKING:
		return day_add_working(from, rule.after, h);
	case DUE_MONTHS:
		return day_add_months(from, rule.after);
	case DUE_YEARS:
		return day_add_months(from, 12 * rule.after);
	}
	return DAY_NONE;
}

day due_on(const struct due_rules *rules, enum due what, day from, const struct holidays *h)
{
	return due_after(rules->at[what], from, h);
}

/* ---- data/rules/due.tsv ---- */

static enum due due_find(struct str id)
{
	for (int i = DUE_NONE + 1; i < DUE_END; i++)
		if (str_is(id, ids[i]))
			return (enum due)i;
	return DUE_NONE;
}

/* What is one of the service's settings stays there: it is changed in one place. */
static bool is_setting(enum due what)
{
	return what == DUE_FIRST_CONTACT || what == DUE_CHECK_BACK;
}

/* Windows are looked through in days. */
static bool is_window(enum due what)
{
	return what == DUE_CHANGE_BEHIND || what == DUE_CHANGE_AHEAD;
}

static struct due_rule take_row(struct rule_reading *r, enum due what)
{
	struct due_rule rule = { .setting = str_is(table_field(&r->t, "after"), "setting") };

	rule.count = (enum due_count)rule_word(r, "count", &due_counts);
	if (rule.setting != is_setting(what))
		rule_wrong(r, is_setting(what) ? _("after: the number stands in Settings")
		                               : _("after: there is no setting for it"));
	else if (!rule.setting)
		rule.after =
			rule_number(r, "after", rule.count == DUE_YEARS ? 100 : DUE_AFTER_MOST);
	if (is_window(what) && rule.count != DUE_DAYS)
		rule_wrong(r, _("count: this one counts days"));
	if (is_setting(what) && rule.count != DUE_WORKING)
		rule_wrong(r, _("count: this one counts working days"));
	return rule;
}

void due_rules_take(struct rule_reading *r, struct str text, struct due_rules *ret)
{
	static const char *const columns[] = { "id", "after", "count", "what" };
	struct due_rules rules = { 0 };
	bool seen[DUE_END] = { false };

	if (!rule_reading_begin(r, text, columns, COUNT_OF(columns)))
		return;
	while (rule_reading_next(r)) {
		enum due what = due_find(table_field(&r->t, "id"));

		rule_text_cell(r, "what");
		if (what == DUE_NONE)
			rule_wrong(r, _("id: nothing falls due by the name “%s”"),
			           rule_id(r, "id"));
		else if (seen[what])
			rule_wrong(r, _("id: %s is there already"), ids[what]);
		else
			rules.at[what] = take_row(r, what);
		seen[what] = true;
	}
	for (int i = DUE_NONE + 1; i < DUE_END; i++)
		if (!seen[i])
			rule_wrong(r, _("%s is missing"), ids[i]);
	if (ret)
		*ret = rules;
}

enum status due_rules_read(struct str text, struct due_rules *ret)
{
	struct arena a = { 0 };
	struct rule_faults faults = { 0 };
	struct rule_reading r = { .a = &a, .faults = &faults };
	struct due_rules rules = { 0 };
	enum status rc;

	due_rules_take(&r, text, &rules);
	rc = faults.n > 0 ? E_INVALID : OK;
	if (rc == OK)
		*ret = rules;
	arena_reset(&a);
	return rc;
}
