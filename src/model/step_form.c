#include "model/step_form.h"

#include "base/words.h"

#include <string.h>

static const struct word refusal_words[] = {
	{ UNMET_FULL_OR_LONG_WAIT, "full_or_long_wait", _("full or a long wait") },
	{ UNMET_NOT_ELIGIBLE, "not_eligible", _("does not take them") },
	{ UNMET_NOT_IN_AREA, "not_in_area", _("not in this area") },
	{ UNMET_COST, "cost", _("cost") },
	{ UNMET_TRAVEL, "travel", _("travel") },
	{ UNMET_OTHER, "other", _("other") },
};
const struct words refusals = { "reason of a refusal", refusal_words, COUNT_OF(refusal_words) };

static const struct word stop_words[] = {
	{ SIGNPOST_CHANGED_MIND, "changed_mind", _("they changed their mind") },
	{ SIGNPOST_CANCELLED, "cancelled", _("it was cancelled") },
};
const struct words stops = { "way of stopping", stop_words, COUNT_OF(stop_words) };

// clang-format off
const struct field step_form[STEP_FIELDS + 1] = {
	{ "helped", _("Did it help?"), FIELD_CHOICE, &helped_answers, FIELD_NEEDED, NULL, 0 },
	{ "why", _("Why not"), FIELD_CHOICE, &refusals, FIELD_NEEDED, NULL, 0 },
	{ "which", _("What stopped it"), FIELD_CHOICE, &stops, FIELD_NEEDED, NULL, 0 },
	{ "reason", _("Why again"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("It had ended. Why is it open again, in a few words?"), 0 },
	{ "on", _("Since when"), FIELD_DAY, NULL, 0, _("today, yesterday, last tue, 30/11"), 20 },
	{ "asked", _("Who said so"), FIELD_CHOICE, &step_asks, 0,
	  _("How you asked. Empty: they told us."), 0 },
	{ "words", _("In words"), FIELD_NOTE, NULL, 0, NULL, 0 },
	{ 0 },
};
// clang-format on

static void fill_day(struct step_typed *x, const char *text, const struct when_from *from,
                     struct arena *a, struct problems *problems)
{
	const char *fault = "";
	struct when when;

	x->on = from->today;
	if (str_trim(str_of(text)).n == 0)
		return;
	if (when_parse(text, from, a, &when, &fault) != OK)
		problem_add(problems, a, "on", "%s", fault);
	else if (when.on > from->today)
		problem_add(problems, a, "on", _("This day is ahead."));
	else
		x->on = when.on;
}

void step_fill(struct step_typed *x, const struct values *v, const struct when_from *from,
               struct arena *a, struct problems *problems)
{
	int why = words_find(&refusals, str_of(values_get(v, "why")));
	int which = words_find(&stops, str_of(values_get(v, "which")));

	x->helped = (enum helped)words_find(&helped_answers, str_of(values_get(v, "helped")));
	x->asked = (enum step_ask)words_find(&step_asks, str_of(values_get(v, "asked")));
	x->words = arena_str(a, str_trim(str_of(values_get(v, "words"))));
	x->reason = arena_str(a, str_trim(str_of(values_get(v, "reason"))));
	if (why != 0)
		x->reason = words_label(&refusals, why);
	if (which != 0)
		x->status = (enum signpost_status)which;
	fill_day(x, values_get(v, "on"), from, a, problems);
}

/* A refusal begins with the words of its reason. */
static enum unmet_reason refused_for(const char *reason)
{
	for (size_t i = 0; i < refusals.n; i++)
		if (str_starts(str_of(reason), refusals.at[i].label))
			return (enum unmet_reason)refusals.at[i].value;
	return UNMET_OTHER;
}

enum unmet_reason unmet_reason_of(const struct signpost *x)
{
	switch (x->status) {
	case SIGNPOST_REJECTED:
		return refused_for(x->reason);
	case SIGNPOST_CHANGED_MIND:
		return UNMET_DECLINED;
	case SIGNPOST_NOT_FOUND_OUT:
		return UNMET_NOT_KNOWN_IN_TIME;
	case SIGNPOST_SERVICE_GONE:
		return UNMET_NONE_EXISTS;
	case SIGNPOST_COMPLETED:
		return x->helped == HELPED_NO ? UNMET_OTHER : UNMET_REASON_NONE;
	case SIGNPOST_CANCELLED:
	case SIGNPOST_DID_NOT_ATTEND:
		return UNMET_OTHER;
	case SIGNPOST_STATUS_NONE:
	case SIGNPOST_GIVEN:
	case SIGNPOST_SENT:
	case SIGNPOST_ACKNOWLEDGED:
	case SIGNPOST_ACCEPTED:
	case SIGNPOST_WAITING:
	case SIGNPOST_RECEIVING:
		break;
	}
	return UNMET_REASON_NONE;
}
