#include "model/relation_form.h"

#include "model/none.h"
#include "model/phone.h"
#include "model/when.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define MOST 500 /* bytes of a line */

/* clang-format off */
const struct field relation_fields[] = {
	{ "name", _("Who"), FIELD_TEXT, NULL, FIELD_NEEDED, _("A name; from three letters on, whoever has a record here stands below"), 40 },
	{ "kind", _("Who they are"), FIELD_CHOICE, &relation_kinds, FIELD_NEEDED, _("looks after: this person looks after them"), 0 },
	{ "phone", _("Their phone"), FIELD_PHONE, NULL, 0, NULL, 0 },
	{ "knows_illness", _("Know of the illness?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no: nothing is said to them"), 0 },
	{ "knows_service", _("Know of us?"), FIELD_ASKED, NULL, 0, _("? not asked counts as no: the link shows on this record alone"), 0 },
	{ "speaks_about", _("Spoken to about"), FIELD_TEXT, NULL, 0, _("What they may be spoken to about: appointments only; empty: nothing"), 0 },
	{ "crisis", _("In a crisis"), FIELD_NUMBER, NULL, 0, _("1: rung first, 2: second … empty: not rung"), 3 },
	{ "at_night", _("At night too?"), FIELD_ASKED, NULL, FIELD_WITH, NULL, 0 },
	{ "power", _("Decides for them"), FIELD_CHOICE, &powers, FIELD_MORE, _("By what right; Backspace: by none"), 0 },
	{ "power_seen_on", _("Paper seen on"), FIELD_DAY, NULL, FIELD_WITH | FIELD_MORE, _("The day somebody here saw it"), 0 },
	{ 0 },
};
/* clang-format on */

static const char *asked_text(enum asked said)
{
	return said == SAID_YES ? "yes" : said == SAID_NO ? "no" : "";
}

static const char *word_text(const struct words *words, int value)
{
	const char *word = words_word(words, value);

	return word ? word : "";
}

struct values relation_values(const struct relation *x, struct arena *a)
{
	struct values v = { 0 };

	values_set(&v, a, "name", x->name);
	values_set(&v, a, "kind", word_text(&relation_kinds, (int)x->kind));
	values_set(&v, a, "phone", phone_shown(x->phone, a));
	values_set(&v, a, "knows_illness", asked_text(x->knows_illness));
	values_set(&v, a, "knows_service", asked_text(x->knows_service));
	values_set(&v, a, "speaks_about", x->speaks_about);
	values_set(&v, a, "crisis",
	           x->crisis == NUMBER_NONE ? "" : arena_printf(a, "%d", x->crisis));
	values_set(&v, a, "at_night", asked_text(x->at_night));
	values_set(&v, a, "power", word_text(&powers, (int)x->power));
	values_set(&v, a, "power_seen_on", day_birth(x->power_seen_on, a));
	return v;
}

struct taking_relation {
	const struct values *v;
	struct arena *a;
	struct problems *problems;
};

static const char *line_of(const struct taking_relation *t, const char *name)
{
	char *text = arena_str(t->a, str_trim(str_of(values_get(t->v, name))));
	size_t bad;

	for (char *at = text; *at; at++)
		if (*at == '\n' || *at == '\r' || *at == '\t')
			*at = ' ';
	if (strlen(text) > MOST)
		problem_add(t->problems, t->a, name, "%s", _("That is more than fits here."));
	else if (!text_valid(str_of(text), &bad))
		problem_add(t->problems, t->a, name, "%s",
		            _("There is something in it that is no letter. Type it again."));
	return text;
}

static enum asked asked_of(const struct taking_relation *t, const char *name)
{
	const char *text = values_get(t->v, name);

	return text_equal(text, "yes") ? SAID_YES : text_equal(text, "no") ? SAID_NO : NOT_ASKED;
}

static int crisis_of(const struct taking_relation *t, int was)
{
	const char *text = line_of(t, "crisis");
	long long n;

	if (!*text)
		return NUMBER_NONE;
	if (str_int(str_of(text), &n) && n >= 1 && n <= 9)
		return (int)n;
	problem_add(t->problems, t->a, "crisis", "%s", _("1 for whom to ring first, up to 9."));
	return was;
}

static day seen_of(const struct taking_relation *t, day today, day was)
{
	const struct when_from from = { today, NULL, WHEN_BACK };
	const char *text = line_of(t, "power_seen_on"), *fault = "";
	struct when when;

	if (!*text)
		return DAY_NONE;
	if (when_parse(text, &from, t->a, &when, &fault) != OK)
		problem_add(t->problems, t->a, "power_seen_on", "%s", fault);
	else if (when.on > today)
		problem_add(t->problems, t->a, "power_seen_on", "%s",
		            _("That day has not come yet."));
	else
		return when.on;
	return was;
}

static void say_strange(const struct taking_relation *t, const struct relation *x)
{
	if (x->power != POWER_NONE && x->power_seen_on == DAY_NONE)
		problem_warn(t->problems, t->a, "power_seen_on", "%s",
		             _("Nobody here has seen the paper yet."));
	if (!text_empty(x->phone) && !phone_plausible(x->phone))
		problem_warn(t->problems, t->a, "phone", "%s",
		             _("Is that the whole number? Read it back to them."));
	if (x->crisis != NUMBER_NONE && text_empty(x->phone) && x->other.n == 0)
		problem_warn(t->problems, t->a, "phone", "%s",
		             _("There is no number to ring in a crisis."));
}

void relation_take(const struct values *v, day today, struct arena *a, struct relation *x,
                   struct problems *problems)
{
	const struct taking_relation t = { v, a, problems };

	x->name = line_of(&t, "name");
	x->kind = (enum relation_kind)words_find(&relation_kinds, str_of(values_get(v, "kind")));
	x->phone = line_of(&t, "phone");
	x->knows_illness = asked_of(&t, "knows_illness");
	x->knows_service = asked_of(&t, "knows_service");
	x->speaks_about = line_of(&t, "speaks_about");
	x->crisis = crisis_of(&t, x->crisis);
	x->at_night = asked_of(&t, "at_night");
	x->power = (enum power)words_find(&powers, str_of(values_get(v, "power")));
	x->power_seen_on = seen_of(&t, today, x->power_seen_on);
	if (text_empty(x->name) && x->other.n == 0)
		problem_add(problems, a, "name", "%s", _("Who is needed."));
	if (x->kind == RELATION_KIND_NONE)
		problem_add(problems, a, "kind", "%s", _("Who they are is needed."));
	say_strange(&t, x);
}
