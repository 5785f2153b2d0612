#include "casework/presence.h"

#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/presence.h"
#include "store/presence.h"
#include "store/store.h"

#include <stdio.h>

#define BEAT_SECONDS 30

/* What each screen is, to whoever else has the record open. Others have it open, and no more. */
static const struct {
	const char *screen, *doing;
} doings[] = {
	{ "contact", _("writing a contact") },
	{ "assessment", _("assessing") },
	{ "plan", _("at the plan") },
	{ "paper", _("handing out a paper") },
	{ "details", _("changing details") },
	{ "happened", _("writing what has happened") },
	{ "reminder", _("setting a reminder") },
	{ "picker", _("looking for a service") },
	{ "signpost", _("telling them of a service") },
	{ "unreached", _("closing the referral") },
};

static const char *doing_words(const char *screen)
{
	for (size_t i = 0; i < COUNT_OF(doings); i++)
		if (text_equal(doings[i].screen, screen))
			return doings[i].doing;
	return "";
}

static bool is_seen(const struct session *s)
{
	return !s->demo && !store_read_only(s->store);
}

enum status casework_be_here(struct session *s, struct person_id person, const char *doing)
{
	struct at_work *here = &s->here;
	bool same = here->person.n == person.n && text_equal(here->doing, doing);
	struct presence x;
	enum status rc;

	if (!session_may(s, OP_BE_HERE) || !is_seen(s))
		return OK;
	if (same && here->id != 0 && s->now - here->beaten_at < BEAT_SECONDS &&
	    s->now >= here->beaten_at)
		return OK;
	x = (struct presence){ .id = here->id,
		               .account = s->account.id,
		               .place = here->place ? here->place : "",
		               .began_at = here->id != 0 ? here->began_at : s->now,
		               .seen_at = s->now,
		               .person = person,
		               .person_at = here->person.n == person.n && here->id != 0
		                                    ? here->person_at
		                                    : s->now,
		               .doing = *doing_words(doing) ? doing : "" };
	rc = presence_put(s->store, &x);
	if (rc != OK)
		return rc == E_BUSY ? OK : rc;
	here->id = x.id;
	here->began_at = x.began_at;
	here->person = person;
	here->person_at = x.person_at;
	here->beaten_at = s->now;
	snprintf(here->doing, sizeof(here->doing), "%s", doing);
	return OK;
}

enum status casework_go_away(struct session *s)
{
	enum status rc = OK;

	if (!session_may(s, OP_BE_HERE) || s->here.id == 0)
		return OK;
	rc = presence_drop(s->store, s->here.id);
	if (rc == OK)
		s->here.id = 0;
	return rc == E_BUSY ? OK : rc;
}

/* "since 09:02", of another day "since yesterday" would be stale: a day is never needed. */
static const char *one(const struct presence *x, struct arena *a)
{
	const char *doing = doing_words(x->doing);

	return arena_printf(a, _("%s has this open since %s%s%s."), x->name,
	                    minute_text(clock_minute(x->person_at), a), *doing ? ", " : "", doing);
}

/* "Ben Ojo (writing a contact) and Ann Reid have this open." */
static const char *several(const struct presence_list *l, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < l->n; i++) {
		const char *doing = doing_words(l->at[i].doing);

		text = arena_printf(a, "%s%s%s%s%s%s", text,
		                    i == 0          ? ""
		                    : i + 1 == l->n ? _(" and ")
		                                    : ", ",
		                    l->at[i].name, *doing ? " (" : "", doing, *doing ? ")" : "");
	}
	return arena_printf(a, _("%s have this open."), text);
}

enum status casework_others_here(struct session *s, struct person_id person, struct arena *a,
                                 const char **ret)
{
	struct presence_list all = { 0 }, others = { 0 };
	enum status rc;

	*ret = "";
	if (!session_may(s, OP_BE_HERE) || !is_seen(s) || person.n == 0 ||
	    !standing_open(s, person))
		return OK;
	rc = presences_of_person(s->store, person, s->now - PRESENCE_STALE, a, &all);
	if (rc != OK)
		return rc;
	for (size_t i = 0; i < all.n; i++) {
		struct presence x = all.at[i];

		if (x.id == s->here.id)
			continue;
		if (x.account.n == s->account.id.n)
			x.name = arena_printf(a, _("%s, at another terminal,"), x.name);
		*ARENA_PUSH(a, &others) = x;
	}
	if (others.n == 1)
		*ret = one(&others.at[0], a);
	else if (others.n > 1)
		*ret = several(&others, a);
	return OK;
}
