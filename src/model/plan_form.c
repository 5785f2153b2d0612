#include "model/plan_form.h"

#include "base/words.h"
#include "model/none.h"

// clang-format off
const struct field plan_action_form[] = {
	{ "what", _("What"), FIELD_TEXT, NULL, FIELD_NEEDED, _("As it goes on: ring her accountant"), 0 },
	{ "owner", _("Who"), FIELD_CHOICE, &action_owners, FIELD_NEEDED, NULL, 0 },
	{ "due_on", _("By"), FIELD_DAY, NULL, 0, _("fri, +2w, 30/11; empty: no day"), 20 },
	{ "confidence", _("How sure"), FIELD_NUMBER, NULL, 0, _("How sure are they that it will be done? 0 not at all, 10 quite sure"), 4 },
	{ "level", _("Need"), FIELD_CHOICE, &need_levels, 0, _("How great the need is"), 0 },
	{ "goal", _("Goal"), FIELD_TEXT, NULL, 0, _("What they want to reach, in their words"), 0 },
	{ "outcome", _("What came of it"), FIELD_TEXT, NULL, 0, NULL, 0 },
	{ 0 },
};

const struct field plan_agree_form[] = {
	{ "agreed", _("They agree"), FIELD_ASKED, NULL, FIELD_NEEDED, _("y when they said yes to it"), 0 },
	{ "review_on", _("Go over it on"), FIELD_DAY, NULL, 0, _("Six weeks ahead, unless they want it earlier"), 20 },
	{ "if_worse", _("If it gets worse"), FIELD_NOTE, NULL, 0, _("What they then do, and whom they ring: it stands on their paper"), 0 },
	{ 0 },
};
// clang-format on

struct values plan_action_values(const struct action *x, enum need_level level, day today,
                                 struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "what", x->what);
	values_set(&v, a, "owner", words_word(&action_owners, (int)x->owner));
	values_set(&v, a, "due_on", day_short(x->due_on, today, a));
	if (x->confidence != NUMBER_NONE)
		values_set(&v, a, "confidence", arena_printf(a, "%d", x->confidence));
	values_set(&v, a, "level", words_word(&need_levels, (int)level));
	values_set(&v, a, "outcome", x->outcome);
	return v;
}

void plan_day_from(const struct values *v, const char *name, const struct when_from *from,
                   struct arena *a, struct problems *problems, day *ret)
{
	struct when when = { .on = DAY_NONE };
	const char *fault = NULL;

	if (!text_empty(values_get(v, name)) &&
	    when_parse(values_get(v, name), from, a, &when, &fault) != OK)
		problem_add(problems, a, name, "%s", fault);
	*ret = when.on;
}

static int confidence_of(const struct values *v, struct arena *a, struct problems *problems)
{
	struct str text = str_trim(str_of(values_get(v, "confidence")));
	long long n;

	if (text.n == 0)
		return NUMBER_NONE;
	if (!str_int(text, &n) || n < 0 || n > 10) {
		problem_add(problems, a, "confidence", "%s", _("A number, 0 to 10."));
		return NUMBER_NONE;
	}
	return (int)n;
}

void plan_action_from(const struct values *v, const struct when_from *from, struct arena *a,
                      struct problems *problems, struct action *x, enum need_level *level)
{
	x->what = arena_strdup(a, values_get(v, "what"));
	x->owner = (enum action_owner)words_find(&action_owners, str_of(values_get(v, "owner")));
	plan_day_from(v, "due_on", from, a, problems, &x->due_on);
	x->confidence = confidence_of(v, a, problems);
	x->outcome = arena_strdup(a, values_get(v, "outcome"));
	*level = (enum need_level)words_find(&need_levels, str_of(values_get(v, "level")));
}
