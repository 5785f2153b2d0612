#include "model/consent_form.h"

#include "base/words.h"

#include <string.h>

const struct new_consent new_consent_blank = {
	.with = { .to_whom = "" },
	.on_day = DAY_NONE,
	.until_on = DAY_NONE,
	.note = "",
};

// clang-format off
const struct field consent_form[] = {
	{ "answer", _("What they say"), FIELD_CHOICE, &consent_answers, FIELD_NEEDED,
	  _("A no is kept too; nothing more goes out for it."), 0 },
	{ "how", _("How they said it"), FIELD_CHOICE, &consent_hows, FIELD_NEEDED, NULL, 0 },
	{ "to_whom", _("About whom"), FIELD_TEXT, NULL, 0,
	  _("A name: about them alone. Empty: about all whom it names."), 0 },
	{ "on_day", _("When"), FIELD_DAY, NULL, FIELD_NEEDED, _("A day: today, fri, 3/10."), 20 },
	{ "until_on", _("Holds until"), FIELD_DAY, NULL, 0,
	  _("Its last day. Empty: as the purpose has it, else until taken back."), 20 },
	{ "note", _("Note"), FIELD_TEXT, NULL, 0, _("What about, and what not."), 0 },
	{ 0 },
};

const struct field export_form[] = {
	{ "to_whom", _("Who gets it"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("A name: it is on record for everybody in the file. Your own use: say so."), 0 },
	{ "purpose", _("What for"), FIELD_CHOICE, &purposes, FIELD_NEEDED,
	  _("People who have not agreed to it, or said no, are left out and counted."), 0 },
	{ "path", _("Write it to"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("The name of a file; one that is there is kept."), 0 },
	{ 0 },
};

const struct field package_form[] = {
	{ "path", _("Write it to"), FIELD_TEXT, NULL, FIELD_NEEDED,
	  _("The name of a new folder; one that is there is kept."), 0 },
	{ 0 },
};

#define CALENDAR_PATH                                           \
	{ "path", _("Write it to"), FIELD_TEXT, NULL, FIELD_NEEDED, \
	  _("The name of a file; one that is there is kept."), 0 }

const struct field calendar_form[] = {
	CALENDAR_PATH,
	{ "to_whom", _("Who gets the names"), FIELD_TEXT, NULL, 0,
	  _("Empty: it has no names. Your own telephone: say so, it is on record."), 0 },
	{ "purpose", _("What for"), FIELD_CHOICE, &purposes, 0,
	  _("With names only. People who have not agreed to it stand there without."), 0 },
	{ 0 },
};

const struct field calendar_plain_form[] = {
	CALENDAR_PATH,
	{ 0 },
};

const struct field notice_form[] = {
	{ "how", _("How it was given"), FIELD_CHOICE, &notice_hows, FIELD_NEEDED, NULL, 0 },
	{ "language", _("Language, format"), FIELD_TEXT, NULL, 0,
	  _("Such as Urdu, large print. Empty: English."), 0 },
	{ "on_day", _("When"), FIELD_DAY, NULL, FIELD_NEEDED, _("A day: today, fri, 3/10."), 20 },
	{ 0 },
};
// clang-format on

static const char *typed(const struct values *v, const char *name, struct arena *a)
{
	return arena_str(a, str_trim(str_of(values_get(v, name))));
}

/* A day that has come: DAY_NONE, and said, when it is none. */
static day fill_past(const char *text, const struct when_from *from, struct arena *a,
                     struct problems *problems)
{
	const struct when_from back = { from->today, from->holidays, WHEN_BACK };
	const char *fault = "";
	struct when when;

	if (text_empty(text))
		problem_add(problems, a, "on_day", _("This is needed."));
	else if (when_parse(text, &back, a, &when, &fault) != OK)
		problem_add(problems, a, "on_day", "%s", fault);
	else if (when.on > from->today)
		problem_add(problems, a, "on_day", _("This day is still ahead."));
	else
		return when.on;
	return DAY_NONE;
}

static void fill_until(struct new_consent *x, const char *text, const struct when_from *from,
                       struct arena *a, struct problems *problems)
{
	const char *fault = "";
	struct when when;

	x->until_on = DAY_NONE;
	if (text_empty(text))
		return;
	if (x->answer != CONSENT_YES)
		problem_add(problems, a, "until_on", _("Only a yes comes to an end by itself."));
	else if (when_parse(text, from, a, &when, &fault) != OK)
		problem_add(problems, a, "until_on", "%s", fault);
	else if (when.on < from->today)
		problem_add(problems, a, "until_on", _("This day has gone."));
	else
		x->until_on = when.on;
}

void consent_fill(struct new_consent *x, const struct values *v, const struct when_from *from,
                  struct arena *a, struct problems *problems)
{
	const char *to_whom = typed(v, "to_whom", a);

	x->answer =
		(enum consent_answer)words_find(&consent_answers, str_of(values_get(v, "answer")));
	x->how = (enum consent_how)words_find(&consent_hows, str_of(values_get(v, "how")));
	x->note = typed(v, "note", a);
	if (!text_equal(to_whom, x->with.to_whom))
		x->with.service.n = 0;
	x->with.to_whom = to_whom;
	if (x->answer == CONSENT_ANSWER_NONE)
		problem_add(problems, a, "answer", _("Yes or no? Not asked is not yes."));
	if (x->how == CONSENT_HOW_NONE)
		problem_add(problems, a, "how", _("How did they say it?"));
	if (x->answer == CONSENT_YES && text_empty(to_whom) && purpose_asks_each(x->with.purpose))
		problem_add(problems, a, "to_whom", _("This is asked for each: a name."));
	x->on_day = fill_past(typed(v, "on_day", a), from, a, problems);
	fill_until(x, typed(v, "until_on", a), from, a, problems);
}

const char *consent_words(const char *words, const char *to_whom, struct arena *a)
{
	const char *gap = strstr(words, "{them}");

	if (!gap)
		return words;
	return arena_printf(a, "%.*s%s%s", (int)(gap - words), words,
	                    text_empty(to_whom) ? _("them") : to_whom, gap + strlen("{them}"));
}

void notice_fill(struct notice *x, const struct values *v, const struct when_from *from,
                 struct arena *a, struct problems *problems)
{
	x->how = (enum notice_how)words_find(&notice_hows, str_of(values_get(v, "how")));
	x->language = typed(v, "language", a);
	if (x->how == NOTICE_HOW_NONE)
		problem_add(problems, a, "how", _("How was it given?"));
	x->on_day = fill_past(typed(v, "on_day", a), from, a, problems);
}
