#include "model/wishes.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

#define LINE_MOST 300
#define NOTE_MOST 4000

const struct wishes wishes_blank = {
	.place = "",
	.place_not = "",
	.plan_where = "",
	.resuscitation = "",
	.spirit = "",
	.other = "",
	.set_on = DAY_NONE,
};

const struct field wishes_fields[WISHES_FIELDS + 1] = {
	{ "place", _("Where cared for"), FIELD_TEXT, NULL, 0,
	  _("“If you became more unwell, is there somewhere you would rather be?”"), 0 },
	{ "place_not", _("And where not"), FIELD_TEXT, NULL, 0,
	  _("“Is there anywhere you would not want to be?”"), 0 },
	{ "plan_made", _("Advance care plan?"), FIELD_ASKED, NULL, 0,
	  _("“Have you written down, or told anybody, how you want to be looked after?”"), 0 },
	{ "plan_where", _("Kept where"), FIELD_TEXT, NULL, FIELD_WITH,
	  _("With whom, or where in the home; who has a copy."), 0 },
	{ "resuscitation", _("Resuscitation"), FIELD_TEXT, NULL, 0,
	  _("Only what they told you was decided, by whom and when. Do not ask for a decision."),
	  0 },
	{ "spirit", _("Faith, strength"), FIELD_TEXT, NULL, 0,
	  _("“Is there anything that gives you strength? Anybody we should call?”"), 0 },
	{ "other", _("Anything else"), FIELD_NOTE, NULL, 0,
	  _("In their words. Nothing here is needed, and they can change it any day."), 0 },
	{ 0 },
};

bool wishes_empty(const struct wishes *x)
{
	return text_empty(x->place) && text_empty(x->place_not) && x->plan_made == NOT_ASKED &&
	       text_empty(x->plan_where) && text_empty(x->resuscitation) && text_empty(x->spirit) &&
	       text_empty(x->other);
}

void wishes_to_values(const struct wishes *x, struct arena *a, struct values *v)
{
	values_set(v, a, "place", x->place);
	values_set(v, a, "place_not", x->place_not);
	values_set(v, a, "plan_made",
	           x->plan_made == SAID_YES  ? "yes"
	           : x->plan_made == SAID_NO ? "no"
	                                     : "");
	values_set(v, a, "plan_where", x->plan_where);
	values_set(v, a, "resuscitation", x->resuscitation);
	values_set(v, a, "spirit", x->spirit);
	values_set(v, a, "other", x->other);
}

static const char *read_text(const struct values *v, const char *name, size_t most, struct arena *a,
                             struct problems *problems)
{
	const char *text = values_get(v, name);

	if (strlen(text) > most)
		problem_add(problems, a, name,
		            _("That is more than fits here: %zu letters at most."), most);
	return text;
}

void wishes_from_values(const struct values *v, struct arena *a, struct problems *problems,
                        struct wishes *ret)
{
	struct wishes x = *ret;
	const char *made = values_get(v, "plan_made");

	x.place = read_text(v, "place", LINE_MOST, a, problems);
	x.place_not = read_text(v, "place_not", LINE_MOST, a, problems);
	x.plan_made = text_equal(made, "yes")  ? SAID_YES
	              : text_equal(made, "no") ? SAID_NO
	                                       : NOT_ASKED;
	x.plan_where = read_text(v, "plan_where", LINE_MOST, a, problems);
	x.resuscitation = read_text(v, "resuscitation", LINE_MOST, a, problems);
	x.spirit = read_text(v, "spirit", LINE_MOST, a, problems);
	x.other = read_text(v, "other", NOTE_MOST, a, problems);
	*ret = x;
}
