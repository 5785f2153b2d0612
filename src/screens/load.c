#include "load.h"

#include "desk.h"

#include "base/words.h"
#include "casework/contacts.h"
#include "model/when.h"
#include "model/workdays.h"
#include "ui/keys.h"

static bool read_day(struct screen *s, const char *typed, struct arena *a, struct when *ret)
{
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	const char *fault = "";

	return !text_empty(typed) && when_parse(typed, &from, a, ret, &fault) == OK;
}

static struct day_load load_of(struct screen *s, struct account_id worker, day on)
{
	struct session *session = screen_session(s);
	struct day_load load = { .on = on, .lighter = DAY_NONE };

	if (casework_day_load(session, worker.n != 0 ? worker : session->account.id, on, &load) !=
	    OK)
		load = (struct day_load){ .on = on, .lighter = DAY_NONE };
	return load;
}

const char *load_echo(struct screen *s, struct account_id worker, const char *typed,
                      struct arena *a)
{
	day today = screen_session(s)->today;
	struct when when;
	struct day_load load;
	const char *text, *others, *off;

	if (!read_day(s, typed, a, &when))
		return NULL;
	load = load_of(s, worker, when.on);
	text = next_on_text(when.on, when.minute, when.after, today, a);
	if (text_equal(text, typed)) /* it stands there as it is read */
		text = "";
	off = day_not_working_text(when.on, today, &screen_session(s)->holidays, a);
	if (off)
		text = arena_printf(a, _("%s; next: %s"), off, day_short(when.working, today, a));
	others = day_load_text(&load, today, a);
	if (*others)
		text = arena_printf(a, "%s%s%s", text, *text ? " · " : "", others);
	return load.lighter == DAY_NONE ? text : arena_printf(a, _("%s: Ctrl-N"), text);
}

bool load_take(struct screen *s, struct form *f, const char *field, struct account_id worker,
               const struct input *in)
{
	day today = screen_session(s)->today;
	struct arena a = { 0 };
	struct when when;
	struct day_load load = { .lighter = DAY_NONE };

	if (!key_matches("Ctrl-N", in))
		return false;
	if (read_day(s, form_get(f, field), &a, &when))
		load = load_of(s, worker, when.on);
	if (load.lighter == DAY_NONE)
		desk_say(s->desk,
		         _("That day is not full; Ctrl-N takes a lighter one when it is."));
	else
		form_set(f, field, next_on_text(load.lighter, when.minute, when.after, today, &a));
	arena_reset(&a);
	return true;
}
