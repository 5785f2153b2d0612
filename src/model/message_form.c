#include "model/message_form.h"

#include "base/text.h"
#include "base/words.h"

const struct field message_fields[] = {
	{ "words", _("What was said"), FIELD_NOTE, NULL, FIELD_NEEDED, NULL, 0 },
	{ "from", _("From whom"), FIELD_TEXT, NULL, 0, _("Who rang or came, as they said it."), 0 },
	{ "phone", _("Safe number"), FIELD_PHONE, NULL, 0,
	  _("A number that is safe to ring back on."), 0 },
	{ "hours", _("When to ring"), FIELD_TEXT, NULL, 0, _("after 15:00, not at weekends"), 0 },
	{ "for", _("For whom"), FIELD_CHOICE, NULL, 0,
	  _("A worker makes it a message. Digits or letters choose."), 0 },
	{ "who", _("Who it is about"), FIELD_TEXT, NULL, 0,
	  _("A name or CL number; empty: nobody yet, it waits in Unfinished."), 0 },
	{ 0 },
};

bool new_message_empty(const struct new_message *m)
{
	struct arena a = { 0 };
	bool empty = *text_fold(str_of(m->words), &a) == '\0';

	arena_reset(&a);
	return empty;
}

void message_from_values(const struct values *v, struct arena *a, struct problems *problems,
                         struct new_message *ret)
{
	struct new_message m = {
		.words = values_get(v, "words"),
		.from_whom = values_get(v, "from"),
		.phone = values_get(v, "phone"),
		.hours = values_get(v, "hours"),
	};
	long long account;

	if (new_message_empty(&m))
		problem_add(problems, a, "words", _("What was said? A few words will do."));
	if (str_int(str_of(values_get(v, "for")), &account))
		m.for_account.n = account;
	if (!text_empty(values_get(v, "who")) &&
	    !person_ref_parse(str_of(values_get(v, "who")), &m.person))
		problem_add(problems, a, "who",
		            _("Nobody is found by that. Choose one below, or take it away."));
	*ret = m;
}
