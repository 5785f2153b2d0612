#include "model/reminder_form.h"

#include "base/words.h"
#include "model/repeat.h"
#include "model/workdays.h"

/* clang-format off */
const struct field reminder_fields[] = {
	{ "what", _("What is to be done"), FIELD_TEXT, NULL, FIELD_NEEDED, _("In a few words, as it will stand on Today."), 0 },
	{ "on", _("On"), FIELD_DAY, NULL, FIELD_NEEDED, _("fri, +2w, 30/11, in 6 weeks"), 16 },
	{ "time", _("Time"), FIELD_TIME, NULL, 0, _("9:30, 2pm; empty: any time of that day"), 8 },
	{ "repeat", _("Again"), FIELD_TEXT, NULL, 0, _("weekly, every 2 weeks on Friday, last Friday of the month, … until 30 Nov"), 0 },
	{ "early", _("Named early"), FIELD_NUMBER, NULL, 0, _("Days before, from when it stands on Today too; empty: on the day"), 4 },
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

/* Again, and named early: what is left open is that of the day. */
static void take_again(const struct values *v, const struct when_from *from, struct arena *a,
                       struct problems *problems, struct reminder_typed *ret)
{
	const char *again = values_get(v, "repeat"), *early = values_get(v, "early"), *fault = "";
	day on = ret->reminder.due_on;
	struct repeat repeat;
	long long days = 0;

	if (!text_empty(early) &&
	    (!str_int(str_trim(str_of(early)), &days) || days < 0 || days > REMINDER_EARLY_MOST))
		problem_add(problems, a, "early", _("A number of days, %d at most."),
		            REMINDER_EARLY_MOST);
	else if (!text_empty(early))
		ret->reminder.early = (int)days;
	if (text_empty(again) || on == DAY_NONE)
		return;
	if (repeat_parse(again, on, from->today, a, &repeat, &fault) != OK) {
		problem_add(problems, a, "repeat", "%s", fault);
		return;
	}
	if (repeat.until != DAY_NONE && repeat.until < on)
		problem_add(problems, a, "repeat", _("It ends before it begins."));
	ret->reminder.repeat = repeat_text(&repeat, a);
	ret->reminder.repeat_until = repeat.until;
	ret->again = arena_printf(a, _("%s: then %s"), ret->reminder.repeat,
	                          repeat_preview(&repeat, on, from->today, from->holidays, a));
}

void reminder_typed(const struct values *v, const struct when_from *from, struct arena *a,
                    struct problems *problems, struct reminder_typed *ret)
{
	const char *time = values_get(v, "time"), *kind = values_get(v, "kind");

	*ret = (struct reminder_typed){ .reminder = reminder_blank, .note = "", .again = "" };
	ret->reminder.what = arena_strdup(a, values_get(v, "what"));
	ret->worker = arena_strdup(a, values_get(v, "worker"));
	if (text_empty(ret->reminder.what))
		problem_add(problems, a, "what", _("This is needed."));
	take_day(v, from, a, problems, ret);
	take_again(v, from, a, problems, ret);
	if (!text_empty(time) && !minute_parse(str_of(time), &ret->reminder.due_minute))
		problem_add(problems, a, "time", _("A time is 9:30, 14:00 or 2pm."));
	ret->reminder.kind = (enum reminder_kind)words_find(&reminder_kinds, str_of(kind));
	if (!text_empty(kind) && ret->reminder.kind == REMINDER_KIND_NONE)
		problem_add(problems, a, "kind", _("There is no such kind of reminder."));
	ret->reminder.to_person = text_equal(values_get(v, "promised"), "yes");
}
