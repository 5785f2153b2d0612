#include "model/reminder_form.h"

#include "base/words.h"
#include "model/workdays.h"

/* clang-format off */
const struct field reminder_fields[] = {
	{ "what", _("What is to be done"), FIELD_TEXT, NULL, FIELD_NEEDED, _("In a few words, as it will stand on Today."), 0 },
	{ "on", _("On"), FIELD_DAY, NULL, FIELD_NEEDED, _("fri, +2w, 30/11, in 6 weeks"), 16 },
	{ "time", _("Time"), FIELD_TIME, NULL, 0, _("9:30, 2pm; empty: any time of that day"), 8 },
	{ "kind", _("Kind"), FIELD_CHOICE, &reminder_kinds, 0, NULL, 0 },
	{ "promised", _("Promised to them"), FIELD_ASKED, NULL, 0, _("What was promised to the person stands first when it is late."), 0 },
	{ "worker", _("For"), FIELD_TEXT, NULL, 0, _("A login; empty: you"), 16 },
	{ 0 },
};
/* clang-format on */

static void take_day(const struct values *v, const struct when_from *from, struct arena *a,
                     struct problems *problems, struct reminder_typed *ret)
{
	const char *text = values_get(v, "on"), *fault = "", *off;
	struct when when;

	if (text_empty(text)) {
		problem_add(problems, a, "on", _("This is needed."));
		return;
	}
	if (when_parse(text, from, a, &when, &fault) != OK) {
		problem_add(problems, a, "on", "%s", fault);
		return;
	}
	if (when.on < from->today) {
		problem_add(problems, a, "on", _("That day has gone."));
		return;
	}
	ret->reminder.due_on = when.on;
	ret->reminder.due_minute = when.minute;
	off = day_not_working_text(when.on, from->today, from->holidays, a);
	if (off)
		ret->note = arena_printf(a, _("%s; the next working day is %s"), off,
		                         day_short(when.working, from->today, a));
}

void reminder_typed(const struct values *v, const struct when_from *from, struct arena *a,
                    struct problems *problems, struct reminder_typed *ret)
{
	const char *time = values_get(v, "time"), *kind = values_get(v, "kind");

	*ret = (struct reminder_typed){ .reminder = reminder_blank, .note = "" };
	ret->reminder.what = arena_strdup(a, values_get(v, "what"));
	ret->worker = arena_strdup(a, values_get(v, "worker"));
	if (text_empty(ret->reminder.what))
		problem_add(problems, a, "what", _("This is needed."));
	take_day(v, from, a, problems, ret);
	if (!text_empty(time) && !minute_parse(str_of(time), &ret->reminder.due_minute))
		problem_add(problems, a, "time", _("A time is 9:30, 14:00 or 2pm."));
	ret->reminder.kind = (enum reminder_kind)words_find(&reminder_kinds, str_of(kind));
	if (!text_empty(kind) && ret->reminder.kind == REMINDER_KIND_NONE)
		problem_add(problems, a, "kind", _("There is no such kind of reminder."));
	ret->reminder.to_person = text_equal(values_get(v, "promised"), "yes");
}
