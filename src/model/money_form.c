#include "model/money_form.h"

#include "base/attr.h"
#include "base/embedded.h"
#include "base/table.h"
#include "base/words.h"
#include "model/lists.h"
#include "model/none.h"
#include "model/plan_form.h"

#include <string.h>

// clang-format off
static const struct field fields[] = {
	{ "kind", _("Kind"), FIELD_CHOICE, &money_kinds, FIELD_NEEDED, NULL, 0 },
	{ "which", _("Which"), FIELD_CHOICE, NULL, 0, _("Letters find it: attendance. Another one: leave it, and name it below"), 0 },
	{ "words", _("What"), FIELD_TEXT, NULL, 0, _("In a few words: electricity arrears"), 0 },
	{ "state", _("How far"), FIELD_CHOICE, &money_states, FIELD_NEEDED, NULL, 0 },
	{ "applied_on", _("Asked for on"), FIELD_DAY, NULL, 0, _("today, mon, 3/11; empty: today"), 20 },
	{ "sought", _("Sum asked for"), FIELD_NUMBER, NULL, 0, _("In pounds: 300, 434.60; empty: not known"), 14 },
	{ "decided_on", _("Decided on"), FIELD_DAY, NULL, 0, _("The day of the letter; empty: today"), 20 },
	{ "amount", _("Sum"), FIELD_NUMBER, NULL, 0, _("Awarded, written off or saved, in pounds; empty: no sum"), 14 },
	{ "per", _("How often"), FIELD_CHOICE, &money_pers, 0, _("Empty: once"), 0 },
	{ "back_dated", _("Back-dated"), FIELD_NUMBER, NULL, 0, _("What came once for the time before, in pounds"), 14 },
	{ "from_on", _("From"), FIELD_DAY, NULL, 0, NULL, 20 },
	{ "ends_on", _("Ends on"), FIELD_DAY, NULL, 0, _("When it stops or is looked at again by whoever pays it"), 20 },
	{ "pays_for", _("Pays for"), FIELD_TEXT, NULL, 0, _("What the council's money buys: six hours of help a week"), 0 },
	{ "review_on", _("Look again on"), FIELD_DAY, NULL, 0, _("A reminder then"), 20 },
	{ "note", _("Note"), FIELD_NOTE, NULL, 0, NULL, 0 },
	{ 0 },
};
// clang-format on

static const struct words *benefits_of(enum nation nation, struct arena *a)
{
	const char *wanted = words_word(&nations, (int)nation);
	struct table t = table_of(embedded_file("words/benefits.tsv"));
	struct choice_list list = { 0 };

	while (table_next(&t)) {
		struct str all = table_field(&t, "nations"), one;

		while (str_cut(&all, ';', &one)) {
			if (!wanted || str_is(one, wanted)) {
				*ARENA_PUSH(a, &list) =
					(struct choice){ arena_str(a, table_field(&t, "code")),
					                 arena_str(a, table_field(&t, "label")),
					                 arena_str(a, table_field(&t, "more")) };
				break;
			}
		}
	}
	return choice_words(_("benefit or grant"), &list, a);
}

const struct field *money_fields(enum nation nation, struct arena *a)
{
	struct field *copy = ARENA_ARRAY(a, COUNT_OF(fields), struct field);

	memcpy(copy, fields, sizeof(fields));
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (text_equal(copy[i].name, "which"))
			copy[i].words = benefits_of(nation, a);
	return copy;
}

static enum money_kind kind_of(const struct values *v)
{
	return (enum money_kind)words_find(&money_kinds, str_of(values_get(v, "kind")));
}

static enum money_state state_of(const struct values *v)
{
	return (enum money_state)words_find(&money_states, str_of(values_get(v, "state")));
}

static bool among(const char *field, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (text_equal(field, names[i]))
			return true;
	return false;
}

bool money_field_asked(const char *field, const struct values *v)
{
	static const char *const had[] = { "amount", "back_dated", "from_on", "ends_on" };
	static const char *const asked[] = { "applied_on", "sought" };
	static const char *const care[] = { "pays_for", "review_on" };
	enum money_kind kind = kind_of(v);
	enum money_state state = state_of(v);
	bool listed = kind == MONEY_BENEFIT || kind == MONEY_GRANT;
	bool decided = state == MONEY_AWARDED || state == MONEY_ENDED;

	if (text_equal(field, "which"))
		return listed;
	if (text_equal(field, "words"))
		return !listed || text_empty(values_get(v, "which"));
	if (text_equal(field, "back_dated") && !listed && !money_for_care(kind))
		return false;
	if (among(field, had, COUNT_OF(had)))
		return decided;
	if (text_equal(field, "decided_on"))
		return decided || state == MONEY_REFUSED;
	if (among(field, asked, COUNT_OF(asked)))
		return state != MONEY_SOUGHT || text_equal(field, "sought");
	if (among(field, care, COUNT_OF(care)))
		return money_for_care(kind);
	return true;
}

static const char *sum_value(int64_t pence, struct arena *a)
{
	return pence == NUMBER_NONE ? "" : pence_text(pence, a);
}

/* On the list of any nation: it is named by its code. */
static bool is_code(const char *what, struct arena *a)
{
	struct choice_list all;

	if (choice_list_load("benefits", a, &all) != OK)
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (text_equal(all.at[i].code, what))
			return true;
	return false;
}

struct values money_values(const struct money *m, day today, struct arena *a)
{
	bool code = is_code(m->what, a);
	struct values v = { 0 };

	values_set(&v, a, "kind",
	           m->kind == MONEY_KIND_NONE ? "" : words_word(&money_kinds, (int)m->kind));
	values_set(&v, a, "which", code ? m->what : "");
	values_set(&v, a, "words", code ? "" : m->what);
	values_set(&v, a, "state",
	           m->state == MONEY_STATE_NONE ? "" : words_word(&money_states, (int)m->state));
	values_set(&v, a, "applied_on", plan_day_value(m->applied_on, today, a));
	values_set(&v, a, "sought", sum_value(m->sought, a));
	values_set(&v, a, "decided_on", plan_day_value(m->decided_on, today, a));
	values_set(&v, a, "amount", sum_value(m->amount, a));
	values_set(&v, a, "per",
	           m->per == MONEY_PER_NONE ? "" : words_word(&money_pers, (int)m->per));
	values_set(&v, a, "back_dated", sum_value(m->back_dated, a));
	values_set(&v, a, "from_on", plan_day_value(m->from_on, today, a));
	values_set(&v, a, "ends_on", plan_day_value(m->ends_on, today, a));
	values_set(&v, a, "pays_for", m->pays_for);
	values_set(&v, a, "review_on", plan_day_value(m->review_on, today, a));
	values_set(&v, a, "note", m->note);
	return v;
}

static int64_t sum_from(const struct values *v, const char *name, struct arena *a,
                        struct problems *problems)
{
	int64_t pence = NUMBER_NONE;

	if (!money_field_asked(name, v) || text_empty(values_get(v, name)))
		return NUMBER_NONE;
	if (!pence_parse(str_of(values_get(v, name)), &pence))
		problem_add(problems, a, name, "%s",
		            _("A sum in pounds, as 300 or 434.60, of £1,000,000 at most."));
	return pence;
}

/* What has happened already: on or before today. */
static void past_day_from(const struct values *v, const char *name, const struct when_from *from,
                          struct arena *a, struct problems *problems, day *ret)
{
	struct when_from back = *from;

	back.way = WHEN_BACK;
	*ret = DAY_NONE;
	if (!money_field_asked(name, v))
		return;
	plan_day_from(v, name, &back, a, problems, ret);
	if (*ret != DAY_NONE && *ret > from->today)
		problem_add(problems, a, name, _("%s has not come yet."),
		            day_short(*ret, from->today, a));
}

static void days_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct money *m)
{
	past_day_from(v, "applied_on", from, a, problems, &m->applied_on);
	past_day_from(v, "decided_on", from, a, problems, &m->decided_on);
	if (m->applied_on == DAY_NONE &&
	    (m->state == MONEY_APPLIED || m->state == MONEY_ASKED_AGAIN))
		m->applied_on = from->today;
	if (m->decided_on == DAY_NONE && money_field_asked("decided_on", v))
		m->decided_on = from->today;
	if (m->decided_on != DAY_NONE && m->applied_on != DAY_NONE && m->applied_on > m->decided_on)
		problem_add(problems, a, "decided_on", "%s",
		            _("Decided before it was asked for. Which of the two days is it?"));
	m->from_on = m->ends_on = DAY_NONE;
	if (money_field_asked("from_on", v)) {
		plan_day_from(v, "from_on", from, a, problems, &m->from_on);
		plan_day_from(v, "ends_on", from, a, problems, &m->ends_on);
	}
	if (m->from_on != DAY_NONE && m->ends_on != DAY_NONE && m->ends_on < m->from_on)
		problem_add(problems, a, "ends_on", "%s", _("It ends before it begins."));
	if (money_field_asked("review_on", v))
		plan_day_ahead_from(v, "review_on", from, a, problems, &m->review_on);
	else
		m->review_on = DAY_NONE;
}

static const char *what_from(const struct values *v, struct arena *a, struct problems *problems)
{
	if (money_field_asked("which", v) && !text_empty(values_get(v, "which")))
		return arena_strdup(a, values_get(v, "which"));
	if (text_empty(values_get(v, "words")))
		problem_add(problems, a, money_field_asked("which", v) ? "which" : "words", "%s",
		            money_field_asked("which", v)
		                    ? _("Which one? Letters find it, or name it below.")
		                    : _("What is it? A few words."));
	return plan_text_from(v, "words", 120, a, problems);
}

void money_from(const struct values *v, const struct when_from *from, struct arena *a,
                struct problems *problems, struct money *m)
{
	m->kind = kind_of(v);
	m->state = state_of(v);
	m->what = what_from(v, a, problems);
	days_from(v, from, a, problems, m);
	m->sought = sum_from(v, "sought", a, problems);
	m->amount = sum_from(v, "amount", a, problems);
	m->per = (enum money_per)words_find(&money_pers, str_of(values_get(v, "per")));
	if (m->per == MONEY_PER_NONE)
		m->per = PER_ONCE;
	m->back_dated = sum_from(v, "back_dated", a, problems);
	m->pays_for = money_field_asked("pays_for", v)
	                      ? plan_text_from(v, "pays_for", 300, a, problems)
	                      : "";
	m->note = plan_text_from(v, "note", 2000, a, problems);
	m->worth = money_worth(m);
}
