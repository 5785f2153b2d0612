#include "duplicates.h"

#include "act.h"
#include "looked.h"
#include "standing.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/people.h"
#include "model/phone.h"
#include "store/find.h"

#include <stdlib.h>
#include <string.h>

#define MOST_HITS 5
#define MOST_SEEN 24 /* people looked at for one key */

/* The surest first. */
enum why { WHY_NUMBER, WHY_PHONE, WHY_NAME_BORN, WHY_BORN_POSTCODE, WHY_SOUND_BORN, WHY_NAME };

struct hit {
	struct found_person person;
	enum why why;
};

struct looking {
	struct session *s;
	struct arena *a;
	const struct person_details *so_far;
	const char *family, *given; /* folded */
	struct {
		size_t n;
		struct hit *at;
	} hits;
};

static const char *why_text(enum why why)
{
	static const char *const texts[] = {
		[WHY_NUMBER] = _("same number"),
		[WHY_PHONE] = _("same phone"),
		[WHY_NAME_BORN] = _("same name and birth date"),
		[WHY_BORN_POSTCODE] = _("same birth date and postcode"),
		[WHY_SOUND_BORN] = _("sounds the same, same birth date"),
		[WHY_NAME] = _("same name"),
	};

	return texts[why];
}

static void add(struct looking *l, const struct found_person *p, enum why why)
{
	for (size_t i = 0; i < l->hits.n; i++) {
		if (l->hits.at[i].person.id.n != p->id.n)
			continue;
		if (why < l->hits.at[i].why)
			l->hits.at[i].why = why;
		return;
	}
	*ARENA_PUSH(l->a, &l->hits) = (struct hit){ *p, why };
}

static enum status look(struct looking *l, const char *text, struct found_people *ret)
{
	/* As for volunteers: whoever is kept apart is hinted at to nobody. */
	const struct find_people how = { .text = text, .limit = MOST_SEEN, .for_volunteer = true };

	*ret = (struct found_people){ 0 };
	return *text ? people_find(l->s->store, &how, l->a, ret) : OK;
}

static bool same_born(const struct looking *l, const struct found_person *p)
{
	day born = l->so_far->person.born_on;

	return born != DAY_NONE && p->born_on == born;
}

static bool other_born(const struct looking *l, const struct found_person *p)
{
	return l->so_far->person.born_on != DAY_NONE && p->born_on != DAY_NONE && !same_born(l, p);
}

static enum status by_number(struct looking *l)
{
	struct found_people found;
	enum status rc = look(l, l->so_far->person.care_number, &found);

	for (size_t i = 0; rc == OK && i < found.n; i++)
		add(l, &found.at[i], WHY_NUMBER);
	return rc;
}

static enum status by_phone(struct looking *l, const char *phone)
{
	struct found_people found;
	enum status rc;

	if (text_empty(phone) || !phone_plausible(phone))
		return OK;
	rc = look(l, phone_digits(phone, l->a), &found);
	for (size_t i = 0; rc == OK && i < found.n; i++)
		add(l, &found.at[i], WHY_PHONE);
	return rc;
}

/* The first character of a folded name. */
static struct str initial(const char *name)
{
	struct str s = str_of(name);

	if (s.n > 0)
		text_decode(s, &s.n);
	return s;
}

static bool begins_alike(const struct looking *l, const struct found_person *p)
{
	const char *given = text_fold(str_of(p->given_name), l->a);
	const char *known = text_fold(str_of(p->known_as), l->a);
	struct str letter = initial(l->given);

	return !*given || str_equal(initial(given), letter) || str_equal(initial(known), letter);
}

static enum status by_name(struct looking *l)
{
	struct found_people found;
	enum status rc;

	if (!*l->family || !*l->given)
		return OK;
	rc = look(l, arena_printf(l->a, "%s %s", l->family, arena_str(l->a, initial(l->given))),
	          &found);
	for (size_t i = 0; rc == OK && i < found.n; i++) {
		const struct found_person *p = &found.at[i];
		bool same = text_equal(text_fold(str_of(p->family_name), l->a), l->family);

		if (!begins_alike(l, p) || other_born(l, p))
			continue;
		if (same)
			add(l, p, same_born(l, p) ? WHY_NAME_BORN : WHY_NAME);
		else if (same_born(l, p))
			add(l, p, WHY_SOUND_BORN);
	}
	return rc;
}

static enum status by_postcode(struct looking *l)
{
	struct found_people found;
	enum status rc;

	if (l->so_far->person.born_on == DAY_NONE)
		return OK;
	rc = look(l, l->so_far->person.postcode, &found);
	for (size_t i = 0; rc == OK && i < found.n; i++)
		if (same_born(l, &found.at[i]))
			add(l, &found.at[i], WHY_BORN_POSTCODE);
	return rc;
}

static int by_why(const void *x, const void *y)
{
	const struct hit *a = x, *b = y;

	if (a->why != b->why)
		return a->why < b->why ? -1 : 1;
	return a->person.id.n < b->person.id.n ? -1 : a->person.id.n > b->person.id.n;
}

static struct duplicate duplicate_of(const struct looking *l, const struct hit *hit)
{
	const struct found_person *p = &hit->person;
	const struct person named = { .family_name = p->family_name, .given_name = p->given_name };

	return (struct duplicate){
		.id = p->id,
		.name = text_empty(p->known_as) || text_equal(p->known_as, p->given_name)
		                ? person_name(&named, l->a)
		                : arena_printf(l->a, "%s “%s”", person_name(&named, l->a),
		                               p->known_as),
		.born = day_birth(p->born_on, l->a),
		.ref = person_ref(p->id, l->a),
		.why = why_text(hit->why),
		.state = p->died ? _("died") : words_label(&referral_states, (int)p->state),
	};
}

static struct duplicate_list listed(struct looking *l)
{
	struct duplicate_list list = { 0 };

	if (l->hits.n > 0)
		qsort(l->hits.at, l->hits.n, sizeof(*l->hits.at), by_why);
	for (size_t i = 0; i < l->hits.n && i < MOST_HITS; i++)
		*ARENA_PUSH(l->a, &list) = duplicate_of(l, &l->hits.at[i]);
	return list;
}

enum status duplicates_find(struct session *s, const struct person_details *so_far, struct arena *a,
                            struct duplicate_list *ret)
{
	struct looking l = { .s = s,
		             .a = a,
		             .so_far = so_far,
		             .family = text_fold(str_of(so_far->person.family_name), a),
		             .given = text_fold(str_of(so_far->person.given_name), a) };
	enum status rc = by_number(&l);

	for (size_t i = 0; rc == OK && i < DETAILS_PHONES; i++)
		rc = by_phone(&l, so_far->phones[i].value);
	if (rc == OK)
		rc = by_name(&l);
	if (rc == OK)
		rc = by_postcode(&l);
	if (rc == OK)
		*ret = listed(&l);
	return session_store(s, rc);
}

enum status duplicates_told(struct session *s, const char *family_name,
                            const struct duplicate_list *hits, struct duplicate_list *ret)
{
	*ret = session_knows_people(s) ? *hits : (struct duplicate_list){ .unnamed = hits->n };
	return looked_for(s, family_name, ret->n);
}

static bool is_among(const struct duplicate_list *list, const struct duplicate *d)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].id.n == d->id.n && text_equal(list->at[i].why, d->why))
			return true;
	return false;
}

enum status casework_now_like(struct session *s, const struct person_details *was,
                              const struct person_details *now, struct arena *a,
                              struct duplicate_list *ret)
{
	struct duplicate_list before = { 0 }, after = { 0 }, list = { 0 };
	enum status rc = casework_may_about(s, OP_CHANGE_PERSON, was->person.id);

	if (rc == OK && !was->person.keep_apart)
		rc = duplicates_find(s, now, a, &after);
	if (rc == OK && after.n > 0)
		rc = duplicates_find(s, was, a, &before);
	for (size_t i = 0; rc == OK && i < after.n; i++)
		if (after.at[i].id.n != was->person.id.n && !is_among(&before, &after.at[i]))
			*ARENA_PUSH(a, &list) = after.at[i];
	if (rc == OK && list.n > 0)
		return duplicates_told(s, now->person.family_name, &list, ret);
	if (rc == OK)
		*ret = list;
	return rc;
}

enum status casework_duplicates(struct session *s, const struct person_details *so_far,
                                struct arena *a, struct duplicate_list *ret)
{
	struct duplicate_list list = { 0 };
	enum status rc = casework_may(s, OP_RECEIVE_REFERRAL);

	if (rc == OK)
		rc = duplicates_find(s, so_far, a, &list);
	if (rc != OK)
		return rc;
	return duplicates_told(s, so_far->person.family_name, &list, ret);
}
