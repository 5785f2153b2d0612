#include "casework/strip.h"

#include "act.h"
#include "round.h"

#include "base/words.h"
#include "model/care_number.h"
#include "model/none.h"
#include "model/phone.h"
#include "model/safe.h"
#include "store/accounts.h"
#include "store/contact_points.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/relations.h"
#include "store/safe_contacts.h"

#include <string.h>

static const char *full_name(const struct person *p, struct arena *a)
{
	if (text_empty(p->known_as) || text_equal(p->known_as, p->given_name))
		return person_name(p, a);
	return arena_printf(a, "%s “%s”", person_name(p, a), p->known_as);
}

static const char *died_text(const struct person *p, day today, struct arena *a)
{
	if (!person_died(p))
		return "";
	if (p->died_on == DAY_NONE)
		return arena_printf(a, _("died %s"), p->died_about);
	return arena_printf(a, _("died %s"), day_plain(p->died_on, today, a));
}

static const char *number_text(const struct person *p, struct arena *a)
{
	if (text_empty(p->care_number))
		return "";
	return arena_printf(a, "%s %s",
	                    p->care_number_kind == NUMBER_CHI  ? "CHI"
	                    : p->care_number_kind == NUMBER_HC ? "H&C"
	                                                       : "NHS",
	                    care_number_shown(p->care_number, a));
}

static const char *language_text(const struct person *p, struct arena *a)
{
	if (text_empty(p->language) && text_empty(p->interpreter))
		return "";
	if (text_empty(p->interpreter))
		return p->language;
	if (text_empty(p->language))
		return arena_printf(a, _("interpreter: %s"), p->interpreter);
	return arena_printf(a, "%s, %s", p->language, p->interpreter);
}

/* The number to ring: usable, the one to try first, else theirs alone. */
static const struct contact_point *best_phone(const struct contact_point_list *points)
{
	const struct contact_point *best = NULL;

	for (size_t i = 0; i < points->n; i++) {
		const struct contact_point *p = &points->at[i];

		if (p->kind != CONTACT_POINT_PHONE || !contact_point_usable(p))
			continue;
		if (!best || (best->place == NUMBER_NONE && text_empty(best->whose) &&
		              !text_empty(p->whose)))
			best = p;
	}
	return best;
}

static enum status put_phone(struct session *s, struct person_id id, struct arena *a,
                             struct person_strip *strip)
{
	struct contact_point_list points;
	enum status rc = contact_points_of_person(s->store, id, a, &points);
	const struct contact_point *best;

	if (rc != OK)
		return rc;
	best = best_phone(&points);
	strip->phone = best ? phone_shown(best->value, a) : "";
	strip->whose = best ? best->whose : "";
	return OK;
}

/* "! text first · ask again: a number changed" */
static const char *with_asking(const char *line, const char *asking, struct arena *a)
{
	if (text_empty(asking))
		return line;
	return *line ? arena_printf(a, "%s · %s", line, asking) : arena_printf(a, "! %s", asking);
}

#define OF_AGE 16 /* below it a parent or guardian is spoken with first */

/* "Rosa Diaz", whoever has parental responsibility; "" where nobody is written down. */
static enum status parent_of(struct session *s, const struct person *p, struct arena *a,
                             const char **ret)
{
	struct relation_list round;
	struct person other;
	enum status rc = relations_of_person(s->store, p->id, a, &round);

	*ret = "";
	for (size_t i = 0; rc == OK && i < round.n && text_empty(*ret); i++) {
		const struct relation *r = &round.at[i];

		if (r->power != POWER_PARENT || r->ended_on != DAY_NONE)
			continue;
		*ret = r->name;
		if (r->other.n == 0)
			continue;
		rc = person_get(s->store, r->other, a, &other);
		if (rc == OK)
			*ret = person_died(&other) || relative_apart(s, p, &other)
			               ? ""
			               : person_name(&other, a);
	}
	return rc;
}

/* "! under 16: speak first with Rosa Diaz, parent or guardian · text first" */
static enum status put_young(struct session *s, const struct person *p, struct arena *a,
                             struct person_strip *strip)
{
	int age = person_age(p, s->today);
	const char *name, *mark = strncmp(strip->safe, "!!", 2) == 0 ? "!!" : "!", *rest;
	enum status rc;

	if (age == NUMBER_NONE || age >= OF_AGE || person_died(p) ||
	    p->no_more_contact_on != DAY_NONE)
		return OK;
	rc = parent_of(s, p, a, &name);
	if (rc != OK)
		return rc;
	rest = text_empty(strip->safe) ? "" : strip->safe + strlen(mark) + 1;
	strip->safe =
		arena_printf(a, _("%s under %d: speak first with %s%sa parent or guardian%s%s"),
	                     mark, OF_AGE, name, *name ? ", " : "", *rest ? " · " : "", rest);
	return OK;
}

static enum status put_safe(struct session *s, const struct person *p, struct arena *a,
                            struct person_strip *strip)
{
	struct safe_contact safe;
	struct referral referral = { 0 };
	struct safe_person about;
	struct account by = { .name = "" };
	enum status rc = safe_contact_get(s->store, p->id, a, &safe);

	if (rc == OK)
		rc = referral_current(s->store, p->id, a, &referral);
	if (rc == E_NOT_FOUND)
		rc = OK;
	if (rc == OK && safe.set_by.n != 0)
		rc = account_get(s->store, safe.set_by, a, &by);
	if (rc != OK)
		return rc;
	about = safe_person_of(p, referral.knows_referral);
	strip->safe = with_asking(safe_whole(&safe, &about, a),
	                          safe_ask_text(&safe, &about, s->today, a), a);
	strip->danger = safe_strength(&safe, &about) == SAFE_DANGER;
	strip->safe_set = safe.set_on == DAY_NONE || text_empty(by.name)
	                          ? ""
	                          : arena_printf(a, _("set %s, %s"),
	                                         day_plain(safe.set_on, s->today, a), by.name);
	return put_young(s, p, a, strip);
}

enum status casework_strip(struct session *s, struct person_id id, struct arena *a,
                           struct person_strip *ret)
{
	struct person_strip strip = { .id = id };
	struct person p;
	enum status rc = casework_may_about(s, OP_OPEN_CONTACT_DETAILS, id);

	if (rc != OK)
		return rc;
	rc = person_get(s->store, id, a, &p);
	if (rc == OK)
		rc = put_safe(s, &p, a, &strip);
	if (rc == OK)
		rc = put_phone(s, id, a, &strip);
	if (rc != OK)
		return session_store(s, rc);
	strip.name = full_name(&p, a);
	strip.short_name = act_name(&p, a);
	strip.called = !text_empty(p.known_as)     ? p.known_as
	               : !text_empty(p.given_name) ? p.given_name
	                                           : p.family_name;
	strip.born = day_birth(p.born_on, a);
	strip.age = person_age(&p, s->today);
	strip.ref = person_ref(id, a);
	strip.died = died_text(&p, s->today, a);
	strip.number = number_text(&p, a);
	strip.language = language_text(&p, a);
	*ret = strip;
	return OK;
}
