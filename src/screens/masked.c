#include "masked.h"

#include "desk.h"

#include "base/text.h"
#include "base/words.h"
#include "model/person.h"

#include <string.h>

bool desk_mode(const struct screen *s)
{
	const struct session *session = screen_session(s);

	return session && session->service.desk_mode;
}

const char *masked_name(const struct screen *s, const char *name, struct person_id p,
                        struct arena *a)
{
	const char *initials;

	if (!desk_mode(s) || p.n == 0 || text_empty(name))
		return name;
	if (str_starts(str_of(name), _("restricted"))) /* named by the reference already */
		return name;
	initials = person_initials(name, a);
	if (text_empty(initials)) /* the reference already, or no name at all */
		return name;
	return arena_printf(a, "%s %s", initials, person_ref(p, a));
}

const char *masked_text(const char *text, const char *name, const char *masked, struct arena *a)
{
	const char *at = text_empty(name) ? NULL : strstr(text, name);

	if (!at)
		return text;
	return arena_printf(a, "%.*s%s%s", (int)(at - text), text, masked,
	                    masked_text(at + strlen(name), name, masked, a));
}

const char *masked_safe(const struct screen *s, const char *safe)
{
	return desk_mode(s) && !text_empty(safe) ? _("! ask before contact") : safe;
}

void masked_today(struct screen *s, struct today_items *items)
{
	for (size_t i = 0; desk_mode(s) && i < items->n; i++) {
		struct today_item *x = &items->at[i];
		const char *name;

		if (x->person.n == 0)
			continue;
		name = x->name;
		x->name = masked_name(s, name, x->person, &s->arena);
		if (!text_empty(x->born)) /* "contact with Carter, Jane 1981, begun" */
			x->what = masked_text(x->what,
			                      arena_printf(&s->arena, "%s %s", name, x->born),
			                      x->name, &s->arena);
		x->what = masked_text(x->what, name, x->name, &s->arena);
		x->year = x->born = x->number = "";
		x->safe = masked_safe(s, x->safe);
	}
}

bool masked_typed(const char *typed)
{
	struct str rest = str_of(typed);
	int letters = 0;
	size_t len;

	for (; rest.n > 0; rest.at += len, rest.n -= len)
		letters += text_decode(rest, &len) > ' ';
	return letters >= MASKED_LEAST_TYPED;
}
