#include "package_take.h"

#include "store/service_entries.h"
#include "store/service_parts.h"
#include "store/services.h"

/* ---- of a new one ---- */

struct placed {
	struct service_id service;
	const struct package_entry *x;
	struct service_place_id *places; /* by number of the place, from 1 */
};

static enum status add_places(struct package_taking *t, struct placed *p)
{
	enum status rc = OK;

	p->places = ARENA_ARRAY(&t->row, p->x->places.n + 1, struct service_place_id);
	for (size_t i = 0; rc == OK && i < p->x->places.n; i++) {
		struct service_place place = p->x->places.at[i];

		place.service = p->service;
		rc = service_place_add(&t->c, &place, &p->places[i + 1]);
	}
	return rc;
}

static enum status add_times(struct package_taking *t, const struct placed *p)
{
	struct service_time_id id;
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < p->x->times.n; i++) {
		struct service_time x = p->x->times.at[i];

		x.service = p->service;
		x.place = p->places[x.place.n];
		rc = service_time_add(&t->c, &x, &id);
	}
	return rc;
}

#define ADD_ALL(noun, list)                                                             \
	static enum status add_##list(struct package_taking *t, const struct placed *p) \
	{                                                                               \
		struct service_##noun##_id id;                                          \
		enum status rc = OK;                                                    \
                                                                                        \
		for (size_t i = 0; rc == OK && i < p->x->list.n; i++) {                 \
			struct service_##noun x = p->x->list.at[i];                     \
                                                                                        \
			x.service = p->service;                                         \
			rc = service_##noun##_add(&t->c, &x, &id);                      \
		}                                                                       \
		return rc;                                                              \
	}
ADD_ALL(cost, costs)
ADD_ALL(phone, phones)
ADD_ALL(person, people)
ADD_ALL(tag, tags)

enum status package_parts_add(struct package_taking *t, struct service_id id,
                              const struct package_entry *x)
{
	struct placed p = { .service = id, .x = x };
	enum status rc = add_places(t, &p);

	if (rc == OK)
		rc = add_times(t, &p);
	if (rc == OK)
		rc = add_costs(t, &p);
	if (rc == OK)
		rc = add_phones(t, &p);
	if (rc == OK)
		rc = add_people(t, &p);
	return rc == OK ? add_tags(t, &p) : rc;
}

/* ---- of one that is here ---- */

static void number_places(struct package_entry *x)
{
	for (size_t i = 0; i < x->times.n; i++) {
		struct service_time *time = &x->times.at[i];
		size_t place = 0;

		for (size_t k = 0; k < x->places.n; k++)
			if (time->place.n != 0 && x->places.at[k].id.n == time->place.n)
				place = k + 1;
		time->place.n = (int64_t)place;
	}
}

enum status package_entry_here(struct package_taking *t, struct service_id id,
                               struct package_entry *ret)
{
	struct package_entry x = { .id = "", .organisation_name = "", .assured_on = DAY_NONE };
	struct service_parts parts = { 0 };
	struct store *st = t->c.st;
	struct arena *a = &t->row;
	enum status rc = service_get(st, id, a, &x.service);

	if (rc == OK)
		rc = service_concerns(st, id, a, &x.concerns);
	if (rc == OK)
		rc = service_areas(st, id, a, &x.areas);
	if (rc == OK)
		rc = service_parts_get(st, id, a, &parts);
	if (rc != OK)
		return rc;
	x.places = parts.places;
	x.times = parts.times;
	x.costs = parts.costs;
	x.phones = parts.phones;
	x.people = parts.people;
	x.tags = parts.tags;
	number_places(&x);
	*ret = x;
	return OK;
}

/* The place here that is the one of that number in the feed. */
static enum status place_here(struct package_taking *t, const struct package_entry *here,
                              const struct package_entry *x, int64_t number,
                              struct service_place_id *ret)
{
	struct service_place_list now;
	enum status rc;

	*ret = (struct service_place_id){ 0 };
	if (number <= 0 || (size_t)number > x->places.n)
		return OK;
	rc = service_places_of(t->c.st, here->service.id, &t->row, &now);
	for (size_t i = 0; rc == OK && i < now.n; i++)
		if (text_equal(now.at[i].external_id, x->places.at[number - 1].external_id))
			*ret = now.at[i].id;
	return rc;
}

/* The row of the feed, as the one here: with its id and ver, or as a new one. */
#define AS_HERE(noun, list, x, part, here, old)                                 \
	struct service_##noun row = (x)->list.at[(part)->i];                    \
	row.service = (here)->service.id;                                       \
	if (old) {                                                              \
		row.id = (here)->list.at[((const struct part *)(old))->i].id;   \
		row.ver = (here)->list.at[((const struct part *)(old))->i].ver; \
	}

#define WRITE(noun, list)                                                                         \
	static enum status write_##noun(struct package_taking *t,                                 \
	                                const struct package_entry *here, const struct part *old, \
	                                const struct package_entry *x, const struct part *part)   \
	{                                                                                         \
		struct service_##noun##_id id;                                                    \
		AS_HERE(noun, list, x, part, here, old)                                           \
		return old ? service_##noun##_update(&t->c, &row)                                 \
		           : service_##noun##_add(&t->c, &row, &id);                              \
	}
WRITE(place, places)
WRITE(cost, costs)
WRITE(phone, phones)
WRITE(person, people)
WRITE(tag, tags)

static enum status write_time(struct package_taking *t, const struct package_entry *here,
                              const struct part *old, const struct package_entry *x,
                              const struct part *part)
{
	struct service_time_id id;
	enum status rc;
	AS_HERE(time, times, x, part, here, old)

	rc = place_here(t, here, x, row.place.n, &row.place);
	if (rc != OK)
		return rc;
	return old ? service_time_update(&t->c, &row) : service_time_add(&t->c, &row, &id);
}

static enum status write_part(struct package_taking *t, const struct package_entry *here,
                              const struct part *old, const struct package_entry *x,
                              const struct part *part)
{
	switch (part->kind) {
	case PART_PLACE:
		return write_place(t, here, old, x, part);
	case PART_TIME:
		return write_time(t, here, old, x, part);
	case PART_COST:
		return write_cost(t, here, old, x, part);
	case PART_PHONE:
		return write_phone(t, here, old, x, part);
	case PART_PERSON:
		return write_person(t, here, old, x, part);
	case PART_TAG:
		return write_tag(t, here, old, x, part);
	case PART_COUNT:
		break;
	}
	return OK;
}

enum status package_part_add(struct package_taking *t, const struct package_entry *here,
                             const struct package_entry *x, const struct part *part)
{
	return write_part(t, here, NULL, x, part);
}

enum status package_part_change(struct package_taking *t, const struct package_entry *here,
                                const struct part *old, const struct package_entry *x,
                                const struct part *part)
{
	return write_part(t, here, old, x, part);
}

/* A place is left as long as a time refers to it, as the times are by now. */
static enum status remove_place(struct package_taking *t, const struct package_entry *here,
                                struct service_place_id id)
{
	struct service_time_list times = { 0 };
	enum status rc = service_times_of(t->c.st, here->service.id, &t->row, &times);

	for (size_t i = 0; rc == OK && i < times.n; i++)
		if (times.at[i].place.n == id.n)
			return OK;
	return rc == OK ? service_place_remove(&t->c, id) : rc;
}

enum status package_part_remove(struct package_taking *t, const struct package_entry *here,
                                const struct part *old)
{
	switch (old->kind) {
	case PART_PLACE:
		return remove_place(t, here, here->places.at[old->i].id);
	case PART_TIME:
		return service_time_remove(&t->c, here->times.at[old->i].id);
	case PART_COST:
		return service_cost_remove(&t->c, here->costs.at[old->i].id);
	case PART_PHONE:
		return service_phone_remove(&t->c, here->phones.at[old->i].id);
	case PART_PERSON:
		return service_person_remove(&t->c, here->people.at[old->i].id);
	case PART_TAG:
		return service_tag_remove(&t->c, here->tags.at[old->i].id);
	case PART_COUNT:
		break;
	}
	return OK;
}
