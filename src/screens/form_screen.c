#include "form_screen.h"

#include "desk.h"

#include "base/words.h"
#include "casework/people.h"
#include "model/account.h"

enum outcome form_screen_take(struct screen *s, struct form *f, const struct input *in,
                              const struct form_screen *how)
{
	switch (form_take(f, in)) {
	case FORM_PASS:
		return PASS;
	case FORM_STAY:
		if (f->said)
			desk_say(s->desk, "%s", f->said);
		return STAY;
	case FORM_MOVED:
		return REDRAW;
	case FORM_CHANGED:
		return how->changed ? how->changed(s) : REDRAW;
	case FORM_SAVE:
		return how->save(s);
	case FORM_LEAVE:
		return how->leave ? how->leave(s) : CLOSE;
	case FORM_OPENS:
		return how->opens ? how->opens(s) : STAY;
	}
	return PASS;
}

bool form_screen_typing(const struct screen *s)
{
	const struct form *f = s->state;

	return form_typing(f);
}

enum status form_screen_resume(struct screen *s, struct str body)
{
	struct form *f = s->state;

	return form_resume(f, body);
}

void form_screen_keep_ver(struct buf *draft, int64_t ver)
{
	buf_printf(draft, ".ver=%lld\n", (long long)ver);
}

void form_screen_take_ver(struct str draft, int64_t *ver)
{
	struct str line;
	long long n;

	while (str_cut(&draft, '\n', &line))
		if (str_starts(line, ".ver=") &&
		    str_int((struct str){ line.at + 5, line.n - 5 }, &n))
			*ver = n;
}

void form_screen_end(struct screen *s)
{
	struct form *f = s->state;

	form_done(f);
}

int64_t form_screen_subject(const struct screen *s)
{
	return s->target.id[0];
}

const struct words *form_screen_workers(struct screen *s)
{
	struct account_list list = { 0 };
	struct words *words = ARENA_NEW(&s->keep, struct words);
	struct word *at;

	if (casework_workers(screen_session(s), &s->keep, &list) != OK)
		list.n = 0;
	at = ARENA_ARRAY(&s->keep, list.n + 1, struct word);
	for (size_t i = 0; i < list.n; i++)
		at[i] = (struct word){ (int)i + 1, list.at[i].login, list.at[i].name };
	*words = (struct words){ _("worker"), at, list.n };
	return words;
}
