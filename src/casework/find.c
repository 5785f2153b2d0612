#include "casework/find.h"

#include "act.h"
#include "looked.h"
#include "standing.h"

#include "base/text.h"
#include "base/words.h"
#include "model/listing.h"
#include "model/places.h"
#include "store/change.h"
#include "store/find.h"

#include <string.h>

static bool volunteer_only(const struct session *s)
{
	return !session_may(s, OP_OPEN_PERSON);
}

static size_t letters(const char *text)
{
	struct str rest = str_of(text);
	size_t n = 0, len;

	for (; rest.n > 0; rest.at += len, rest.n -= len) {
		char32_t c = text_decode(rest, &len);

		n += c != ' ' && c != '-' && c != ',';
	}
	return n;
}

static const char *where_text(const struct found_person *p, struct arena *a)
{
	const char *state = words_label(&referral_states, (int)p->state);
	const char *stage = words_label(&stages, (int)p->stage);

	if (p->died)
		return _("died");
	if (p->state == REFERRAL_STATE_NONE)
		return _("never referred");
	return text_empty(stage) ? state : arena_printf(a, "%s, %s", state, stage);
}

/* All that a volunteer is told besides: the town, and whose case it is. */
static const char *town_text(const struct found_person *p, struct arena *a)
{
	const char *outcode = outcode_of(p->postcode, a);
	struct council_list near = { 0 };

	if (outcode)
		near = councils_near(outcode, 1, a);
	if (text_empty(p->login))
		return near.n ? near.at[0].name : "";
	return near.n ? arena_printf(a, "%s, %s", near.at[0].name, p->login) : p->login;
}

static const char *name_text(const struct found_person *p, struct arena *a)
{
	const char *name = text_empty(p->given_name)
	                           ? p->family_name
	                           : arena_printf(a, "%s, %s", p->family_name, p->given_name);

	if (!text_empty(p->known_as) && !text_equal(p->known_as, p->given_name))
		name = arena_printf(a, "%s “%s”", name, p->known_as);
	if (p->born_on == DAY_NONE)
		return name;
	return arena_printf(a, "%s %d", name, day_to_date(p->born_on).year);
}

/* The first piece of the safety line: the whole stands on the record. */
static const char *safe_text(const char *safe, struct arena *a)
{
	const char *end = strstr(safe, " · "), *colon = strchr(safe, ':');

	if (colon && (!end || colon < end))
		end = colon;
	return end ? arena_str(a, (struct str){ safe, (size_t)(end - safe) }) : safe;
}

/* Somebody restricted is found, so that the record can be opened anyway, and not described. */
static void add_hidden(const struct session *s, const struct found_person *p, struct arena *a,
                       struct hits *hits)
{
	*ARENA_PUSH(a, hits) = (struct hit){ .person = p->id,
		                             .name = act_name_hidden(s, p->id, a),
		                             .ref = person_ref(p->id, a),
		                             .where = "",
		                             .worker = "",
		                             .safe = "" };
}

static void add_person(struct session *s, const struct found_person *p, struct arena *a,
                       struct hits *hits)
{
	struct hit *h;

	if (standing_hides(s, p->id, p->restricted, p->keep_apart)) {
		add_hidden(s, p, a, hits);
		return;
	}
	h = ARENA_PUSH(a, hits);
	*h = (struct hit){ .person = p->id,
		           .name = name_text(p, a),
		           .ref = person_ref(p->id, a),
		           .where = volunteer_only(s) ? town_text(p, a) : where_text(p, a),
		           .worker = volunteer_only(s) ? "" : p->login };
	h->safe = standing_lets(s, OP_OPEN_CONTACT_DETAILS, p->id)
	                  ? safe_text(safe_whole(&p->safe, &p->about, a), a)
	                  : "";
}

/* Open cases first; within them the order in which they were found. */
static void add_people(struct session *s, const struct found_people *people, struct arena *a,
                       struct hits *hits)
{
	for (int open = 1; open >= 0; open--)
		for (size_t i = 0; i < people->n; i++)
			if (referral_open(people->at[i].state) == (open == 1))
				add_person(s, &people->at[i], a, hits);
}

/* "Citizens Advice · checked 3 days ago": who runs it, and how old that is. */
static const char *service_where(const struct session *s, const struct found_service *x,
                                 struct arena *a)
{
	struct service fresh = service_blank;
	const char *text;

	fresh.last_checked = x->last_checked;
	fresh.gone_on = x->gone_on;
	fresh.ring_first = x->ring_first;
	fresh.source = x->source;
	text = listing_freshness(&fresh, s->today, a);
	return text_empty(x->organisation) ? text
	                                   : arena_printf(a, "%s · %s", x->organisation, text);
}

static enum status find_services(struct session *s, const char *text, size_t limit, struct arena *a,
                                 struct hits *hits)
{
	struct found_services services;
	enum status rc = session_store(s, services_find(s->store, text, limit, a, &services));

	for (size_t i = 0; rc == OK && i < services.n; i++) {
		struct hit *h = ARENA_PUSH(a, hits);

		*h = (struct hit){ .service = services.at[i].id,
			           .name = services.at[i].name,
			           .ref = "",
			           .where = service_where(s, &services.at[i], a),
			           .worker = "",
			           .safe = "" };
	}
	return rc;
}

/* Of few letters only those whose whole name it is: "Ng", "Ng Al". */
static void keep_exact(struct found_people *people, const char *text, struct arena *a)
{
	const char *typed = text_fold(str_trim(str_of(text)), a);
	size_t kept = 0;

	for (size_t i = 0; i < people->n; i++) {
		const struct found_person *p = &people->at[i];
		const char *family = text_fold(str_of(p->family_name), a);
		const char *whole =
			arena_printf(a, "%s %s", family, text_fold(str_of(p->given_name), a));

		if (text_equal(typed, family) || text_equal(typed, whole))
			people->at[kept++] = *p;
	}
	people->n = kept;
	people->more = false;
}

static enum status find_all(struct session *s, const char *text, size_t limit, struct arena *a,
                            struct hits *ret)
{
	struct find_people how = { .text = text, .limit = limit };
	struct found_people people = { 0 };
	struct hits hits = { .hint = "" };
	enum status rc = OK;

	how.for_volunteer = volunteer_only(s);
	if (how.for_volunteer && how.limit > FIND_VOLUNTEER_ROWS)
		how.limit = FIND_VOLUNTEER_ROWS;
	rc = session_store(s, people_find(s->store, &how, a, &people));
	if (rc == OK && how.for_volunteer && letters(text) < FIND_VOLUNTEER_LETTERS) {
		keep_exact(&people, text, a);
		if (people.n == 0)
			hits.hint = _("Type a whole name, or at least four letters of it.");
	}
	if (rc == OK) {
		add_people(s, &people, a, &hits);
		rc = find_services(s, text, limit, a, &hits);
	}
	hits.more = people.more;
	hits.sounds_so = people.sounds_so;
	if (hits.n == 0 && hits.hint[0] == '\0')
		hits.hint = _("Nobody and nothing by that name. Try fewer letters, or a number.");
	if (rc == OK)
		*ret = hits;
	return rc;
}

static size_t people_in(const struct hits *hits)
{
	size_t n = 0;

	while (n < hits->n && hits->at[n].person.n != 0)
		n++;
	return n;
}

enum status casework_find(struct session *s, const char *text, size_t limit, struct arena *a,
                          struct hits *ret)
{
	struct glance look;
	enum status rc = casework_may(s, OP_FIND_PEOPLE);

	if (rc != OK)
		return rc;
	rc = session_store(s, glance_begin(&look, s->store));
	if (rc != OK)
		return rc;
	rc = find_all(s, text, limit, a, ret);
	rc = rc == OK ? session_store(s, glance_end(&look, OK)) : glance_end(&look, rc);
	return rc == OK ? looked_for(s, text, people_in(ret)) : rc;
}

enum status casework_find_settled(struct session *s)
{
	enum status rc = casework_may(s, OP_FIND_PEOPLE);

	return rc == OK ? looked_settle(s) : rc;
}
