#include "model/purpose.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/words.h"
#include "model/none.h"

#define MONTHS_MOST 120

static struct purpose_rule rule_of(const struct table *t, struct arena *a)
{
	long long months, wording;

	return (struct purpose_rule){
		.purpose = (enum purpose)words_find(&purposes, table_field(t, "purpose")),
		.art6 = arena_str(a, table_field(t, "art6")),
		.art9 = arena_str(a, table_field(t, "art9")),
		.schedule = arena_str(a, table_field(t, "schedule")),
		.policy = "",
		.consent = str_is(table_field(t, "consent"), "yes"),
		.months = str_int(table_field(t, "months"), &months) ? (int)months : NUMBER_NONE,
		.wording = str_int(table_field(t, "wording"), &wording) ? (int)wording : 1,
		.words = arena_str(a, table_field(t, "words")),
		.set_on = DAY_NONE,
	};
}

enum status purpose_rules_shipped(struct arena *a, struct purpose_rule_list *ret)
{
	struct table t = table_of(embedded_file("purposes/uk.tsv"));
	struct purpose_rule_list list = { PURPOSE_COUNT - 1,
		                          ARENA_ARRAY(a, PURPOSE_COUNT, struct purpose_rule) };

	while (table_next(&t)) {
		struct purpose_rule rule = rule_of(&t, a);

		if (rule.purpose != PURPOSE_NONE)
			list.at[rule.purpose - 1] = rule;
	}
	for (size_t i = 0; i < list.n; i++)
		if (list.at[i].purpose == PURPOSE_NONE)
			return E_DAMAGED;
	*ret = list;
	return OK;
}

bool purpose_allows(const struct purpose_rule *rule, enum consent_state state)
{
	if (rule->consent)
		return state == CONSENT_STANDS;
	return state != CONSENT_REFUSED && state != CONSENT_TAKEN_BACK;
}

static const char *join(const char *text, const char *more, struct arena *a)
{
	if (text_empty(more))
		return text;
	return text_empty(text) ? more : arena_printf(a, "%s, %s", text, more);
}

const char *purpose_basis(const struct purpose_rule *rule, struct arena *a)
{
	const char *text = rule->consent ? _("consent") : "";

	text = join(text, rule->art6, a);
	text = join(text, rule->art9, a);
	return join(text, rule->schedule, a);
}

// clang-format off
const struct field purpose_form[] = {
	{ "consent", _("They must agree"), FIELD_ASKED, NULL, FIELD_NEEDED,
	  _("y: nothing goes without their yes. n: it goes unless they say no."), 0 },
	{ "words", _("Words to read out"), FIELD_NOTE, NULL, FIELD_NEEDED,
	  _("Changed words are a new version; what was agreed before keeps its own."), 0 },
	{ "months", _("A yes holds for"), FIELD_NUMBER, NULL, 0,
	  _("Months, 1 to 120. Empty: until they take it back."), 6 },
	{ "art6", _("Basis, Article 6"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("Of the UK GDPR, such as 6(1)(f)."), 30 },
	{ "art9", _("Condition, Article 9"), FIELD_TEXT, NULL, 0,
	  _("Health is a special category, such as 9(2)(h)."), 30 },
	{ "schedule", _("Schedule 1"), FIELD_TEXT, NULL, 0,
	  _("Paragraph of the Data Protection Act 2018."), 30 },
	{ "policy", _("Policy"), FIELD_TEXT, NULL, 0,
	  _("The document in which your service says so."), 0 },
	{ 0 },
};
// clang-format on

static const char *typed(const struct values *v, const char *name, struct arena *a)
{
	return arena_str(a, str_trim(str_of(values_get(v, name))));
}

static void fill_months(struct purpose_rule *rule, const char *text, struct arena *a,
                        struct problems *problems)
{
	long long months;

	rule->months = NUMBER_NONE;
	if (text_empty(text))
		return;
	if (str_int(str_of(text), &months) && months >= 1 && months <= MONTHS_MOST)
		rule->months = (int)months;
	else
		problem_add(problems, a, "months", _("A number of months from 1 to %d."),
		            MONTHS_MOST);
}

void purpose_fill(struct purpose_rule *rule, const struct values *v, struct arena *a,
                  struct problems *problems)
{
	const char *words = typed(v, "words", a);

	if (text_empty(values_get(v, "consent")))
		problem_add(problems, a, "consent", _("y or n?"));
	if (text_empty(words))
		problem_add(problems, a, "words", _("What is read out to them?"));
	if (text_empty(typed(v, "art6", a)))
		problem_add(problems, a, "art6", _("There must be a basis."));
	fill_months(rule, typed(v, "months", a), a, problems);
	rule->consent = text_equal(values_get(v, "consent"), "yes");
	if (!text_equal(words, rule->words))
		rule->wording++;
	rule->words = words;
	rule->art6 = typed(v, "art6", a);
	rule->art9 = typed(v, "art9", a);
	rule->schedule = typed(v, "schedule", a);
	rule->policy = typed(v, "policy", a);
}

struct values purpose_values(const struct purpose_rule *rule, struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "consent", rule->consent ? "yes" : "no");
	values_set(&v, a, "words", rule->words);
	values_set(&v, a, "months",
	           rule->months == NUMBER_NONE ? "" : arena_printf(a, "%d", rule->months));
	values_set(&v, a, "art6", rule->art6);
	values_set(&v, a, "art9", rule->art9);
	values_set(&v, a, "schedule", rule->schedule);
	values_set(&v, a, "policy", rule->policy);
	return v;
}
