#include "people_same.h"

#include "base/text.h"
#include "base/words.h"
#include "model/phone.h"
#include "store/contact_points.h"
#include "store/people.h"
#include "store/people_match.h"
#include "store/people_merge.h"

struct search {
	struct store *st;
	const struct people_record *row;
	struct arena *a;
	const char *family, *given; /* of the row, folded */
	struct person_id found;     /* the first */
	size_t n;                   /* how many */
	struct person_id nearest;   /* with the same postcode too */
	size_t near_n;
};

static bool names_agree(const struct search *q, const struct person *p)
{
	return text_equal(q->family, text_fold(str_of(p->family_name), q->a)) &&
	       text_equal(q->given, text_fold(str_of(p->given_name), q->a));
}

static bool both(const char *x, const char *y)
{
	return !text_empty(x) && !text_empty(y);
}

/* One of the row's numbers is one of theirs. */
static enum status phones_agree(const struct search *q, struct person_id id, bool *ret, bool *any)
{
	struct contact_point_list points;
	struct str rest = str_of(q->row->phones), part;
	enum status rc = contact_points_of_person(q->st, id, q->a, &points);

	if (rc != OK)
		return rc;
	*any = points.n > 0;
	*ret = false;
	while (people_part(&rest, &part)) {
		const char *digits = phone_digits(arena_str(q->a, part), q->a);

		for (size_t i = 0; i < points.n; i++)
			if (text_equal(digits, phone_digits(points.at[i].value, q->a)))
				*ret = true;
	}
	return OK;
}

/* Names agree: is there anything else that says it is the same person, and nothing against it? */
static enum status is_same(const struct search *q, const struct person *p, bool *ret)
{
	const struct person *row = &q->row->person;
	bool phone, points, told;
	enum status rc;

	*ret = false;
	if (both(row->care_number, p->care_number) && !text_equal(row->care_number, p->care_number))
		return OK;
	if (row->born_on != DAY_NONE && p->born_on != DAY_NONE) {
		*ret = row->born_on == p->born_on;
		return OK;
	}
	rc = phones_agree(q, p->id, &phone, &points);
	if (rc != OK)
		return rc;
	told = row->born_on != DAY_NONE || p->born_on != DAY_NONE || !text_empty(row->postcode) ||
	       !text_empty(p->postcode) || !text_empty(q->row->phones) || points;
	*ret = phone || !told ||
	       (both(row->postcode, p->postcode) && text_equal(row->postcode, p->postcode));
	return OK;
}

static enum status look_at(struct search *q, struct person_id id)
{
	struct person p;
	bool same = false;
	enum status rc = person_get(q->st, id, q->a, &p);

	if (rc == OK && names_agree(q, &p))
		rc = is_same(q, &p, &same);
	if (rc != OK || !same)
		return rc;
	if (q->n++ == 0)
		q->found = id;
	if (both(p.postcode, q->row->person.postcode) &&
	    text_equal(p.postcode, q->row->person.postcode) && q->near_n++ == 0)
		q->nearest = id;
	return OK;
}

static enum status by_names(struct search *q, struct person_id *ret, const char **why)
{
	const char *key =
		text_empty(q->given) ? q->family : arena_printf(q->a, "%s %s", q->family, q->given);
	struct people_match match;
	enum status rc = people_by_key(q->st, key, q->a, &match);

	for (size_t i = 0; rc == OK && i < match.n; i++)
		rc = look_at(q, match.at[i]);
	if (rc != OK)
		return rc;
	if (q->n > 1 && q->near_n != 1) {
		*why = _("Two people here could be meant. Give the reference of one of them.");
		return E_CONFLICT;
	}
	*ret = q->n > 1 ? q->nearest : q->found;
	return OK;
}

static enum status by_number(struct search *q, struct person_id *ret, const char **why)
{
	struct people_match match;
	enum status rc = people_by_number(q->st, q->row->person.care_number, q->a, &match);

	if (rc != OK)
		return rc;
	if (match.n > 1) {
		*why = _("Two people here have this number. Give the reference of one of them.");
		return E_CONFLICT;
	}
	if (match.n == 1)
		*ret = match.at[0];
	return OK;
}

/* The number alone is not enough where names and birth date both say somebody else. */
static enum status agrees(struct search *q, struct person_id id, bool *ret)
{
	struct person p;
	enum status rc = person_get(q->st, id, q->a, &p);

	if (rc == OK)
		*ret = names_agree(q, &p) ||
		       (p.born_on != DAY_NONE && p.born_on == q->row->person.born_on);
	return rc;
}

/*
 * 0 in *ret: no such reference here, as in a file from another place. A record that was merged leads on
 * to the other, under the names of either.
 */
static enum status by_ref(struct search *q, struct person_id *ret, const char **why)
{
	struct person_id stands = { 0 };
	bool same = false;
	enum status rc = person_survivor(q->st, q->row->ref, &stands);

	if (rc == E_NOT_FOUND)
		return OK;
	if (rc == OK)
		rc = agrees(q, stands, &same);
	if (rc == OK && !same && stands.n != q->row->ref.n)
		rc = agrees(q, q->row->ref, &same);
	if (rc != OK)
		return rc;
	if (!same) {
		*why = arena_printf(q->a, _("%s is somebody else here."),
		                    person_ref(q->row->ref, q->a));
		return E_CONFLICT;
	}
	*ret = stands;
	return OK;
}

enum status people_same(struct session *s, const struct people_record *row, struct arena *a,
                        struct person_id *ret, const char **column, const char **why)
{
	struct search q = { .st = s->store,
		            .row = row,
		            .a = a,
		            .family = text_fold(str_of(row->person.family_name), a),
		            .given = text_fold(str_of(row->person.given_name), a) };
	struct person_id found = { 0 };
	bool same = true;
	enum status rc = OK;

	*column = NULL;
	if (row->ref.n != 0) {
		*column = "ref";
		rc = by_ref(&q, &found, why);
	}
	if (rc == OK && found.n == 0 && !text_empty(row->person.care_number)) {
		*column = "nhs_number";
		rc = by_number(&q, &found, why);
		if (rc == OK && found.n != 0)
			rc = agrees(&q, found, &same);
		if (rc == OK && !same) {
			*why = arena_printf(a, _("This is the number of somebody else here: %s."),
			                    person_ref(found, a));
			return E_CONFLICT;
		}
	}
	if (rc == OK && found.n == 0) {
		*column = NULL;
		rc = by_names(&q, &found, why);
	}
	if (rc == OK)
		*ret = found;
	return rc;
}
