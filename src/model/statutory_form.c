#include "model/statutory_form.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define WORDS_MOST 400 /* bytes */
#define NOTE_MOST  20000

// clang-format off
const struct field statutory_form[] = {
	{ "offer", _("What they say"), FIELD_CHOICE, &statutory_offers, 0, _("Offer it, and say that the council decides. A digit is their answer."), 0 },
	{ "again_on", _("Ask again on"), FIELD_DAY, NULL, 0, _("fri, +6w, 30/11: a reminder asks then"), 20 },
	{ "why", _("Because"), FIELD_TEXT, NULL, 0, _("In a few words"), 0 },
	{ "sent_to", _("Who is asked"), FIELD_TEXT, NULL, 0, _("The team that assesses"), 0 },
	{ "note", _("Note"), FIELD_NOTE, NULL, 0, NULL, 0 },
	{ 0 },
};
// clang-format on

bool statutory_asks(enum statutory_offer offer, const char *field)
{
	if (strcmp(field, "again_on") == 0)
		return offer == COUNCIL_NOT_NOW;
	if (strcmp(field, "sent_to") == 0)
		return offer == COUNCIL_WANTED || offer == COUNCIL_HAS_ONE;
	if (strcmp(field, "why") == 0)
		return offer == COUNCIL_NOT_NOW || offer == COUNCIL_SAID_NO ||
		       offer == COUNCIL_NOT_OFFERED;
	return true;
}

static const char *typed(const struct values *v, const char *name, struct arena *a)
{
	return arena_str(a, str_trim(str_of(values_get(v, name))));
}

void statutory_from_values(const struct values *v, const struct when_from *from, struct arena *a,
                           struct problems *problems, struct statutory_screen *x)
{
	const char *on = values_get(v, "again_on"), *fault = "";
	struct when when = { .on = DAY_NONE };

	x->offer =
		(enum statutory_offer)words_find(&statutory_offers, str_of(values_get(v, "offer")));
	x->again_on = DAY_NONE;
	x->offer_why = statutory_asks(x->offer, "why") ? typed(v, "why", a) : "";
	x->sent_to = statutory_asks(x->offer, "sent_to") ? typed(v, "sent_to", a) : "";
	x->note = typed(v, "note", a);
	if (!statutory_asks(x->offer, "again_on") || text_empty(on))
		return;
	if (when_parse(on, from, a, &when, &fault) != OK)
		problem_add(problems, a, "again_on", "%s", fault);
	else
		x->again_on = when.on;
}

static void too_long(const char *field, const char *text, size_t most, struct arena *a,
                     struct problems *problems)
{
	if (strlen(text) > most)
		problem_add(problems, a, field, _("Shorter, please: at most %zu letters."), most);
}

void statutory_problems(const struct statutory_screen *x, day today, struct arena *a,
                        struct problems *problems)
{
	if (x->offer == STATUTORY_OFFER_NONE && x->indicated)
		problem_add(
			problems, a, "offer", "%s",
			_("It looks worth offering. What do they say? 5: not offered, because."));
	if (x->offer == COUNCIL_NOT_NOW && x->again_on == DAY_NONE && problems->n == 0)
		problem_add(problems, a, "again_on", "%s", _("On which day is it asked again?"));
	if (x->again_on != DAY_NONE && x->again_on <= today)
		problem_add(problems, a, "again_on", "%s", _("A day ahead, please."));
	if (x->offer == COUNCIL_NOT_OFFERED && text_empty(x->offer_why))
		problem_add(problems, a, "why", "%s", _("Why is it not offered?"));
	if (x->offer == COUNCIL_WANTED && text_empty(x->sent_to))
		problem_add(problems, a, "sent_to", "%s", _("Who is asked for it?"));
	too_long("why", x->offer_why, WORDS_MOST, a, problems);
	too_long("sent_to", x->sent_to, WORDS_MOST, a, problems);
	too_long("note", x->note, NOTE_MOST, a, problems);
}
