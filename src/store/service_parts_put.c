#include "store/service_entries.h"

#include "service_part_rows.h"
#include "store/service_parts.h"

#include <string.h>

enum status service_parts_get(struct store *st, struct service_id id, struct arena *a,
                              struct service_parts *ret)
{
	struct service_parts x = { 0 };
	enum status rc = service_places_of(st, id, a, &x.places);

	if (rc == OK)
		rc = service_times_of(st, id, a, &x.times);
	if (rc == OK)
		rc = service_costs_of(st, id, a, &x.costs);
	if (rc == OK)
		rc = service_phones_of(st, id, a, &x.phones);
	if (rc == OK)
		rc = service_people_of(st, id, a, &x.people);
	if (rc == OK)
		rc = service_tags_of(st, id, a, &x.tags);
	if (rc == OK)
		*ret = x;
	return rc;
}

/* What every row of them begins with. */
struct head {
	int64_t id, ver, service;
};

static struct head head_of(const void *x)
{
	struct head head;

	memcpy(&head, x, sizeof(head));
	return head;
}

struct putting {
	struct change *c;
	struct service_id service;
	struct service_parts was, now;
	struct arena *a;
};

static const void *row_with_id(const struct any_list *list, enum service_part part, int64_t id)
{
	for (size_t i = 0; id != 0 && i < list->n; i++)
		if (head_of(service_part_at(list, part, i)).id == id)
			return service_part_at(list, part, i);
	return NULL;
}

/* A row that says what it said is not written again. */
static enum status put_row(struct putting *p, enum service_part part, void *x)
{
	const struct kept *kept = service_part_kept(part);
	const struct any_list was = service_part_list(&p->was, part);
	struct head head = head_of(x);
	const void *old = row_with_id(&was, part, head.id);
	enum status rc;

	if (old && strcmp(service_part_line(&p->was, part, old, p->a),
	                  service_part_line(&p->now, part, x, p->a)) == 0)
		return OK;
	head.service = p->service.n;
	memcpy(x, &head, sizeof(head));
	if (old)
		return row_update(p->c, kept, x);
	rc = row_add(p->c, kept, x, &head.id);
	memcpy(x, &head, sizeof(head));
	return rc;
}

static enum status put_all(struct putting *p, enum service_part part)
{
	const struct any_list now = service_part_list(&p->now, part);
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < now.n; i++)
		rc = put_row(p, part, service_part_at(&now, part, i));
	return rc;
}

static enum status remove_gone(struct putting *p, enum service_part part)
{
	static const char *const sql[SERVICE_PARTS] = {
		[PART_PLACES] = SQL("DELETE FROM service_place WHERE id = :id"),
		[PART_TIMES] = SQL("DELETE FROM service_time WHERE id = :id"),
		[PART_COSTS] = SQL("DELETE FROM service_cost WHERE id = :id"),
		[PART_PHONES] = SQL("DELETE FROM service_phone WHERE id = :id"),
		[PART_PEOPLE] = SQL("DELETE FROM service_person WHERE id = :id"),
		[PART_TAGS] = SQL("DELETE FROM service_tag WHERE id = :id"),
	};
	const struct any_list was = service_part_list(&p->was, part);
	const struct any_list now = service_part_list(&p->now, part);
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < was.n; i++) {
		int64_t id = head_of(service_part_at(&was, part, i)).id;

		if (!row_with_id(&now, part, id))
			rc = row_remove(p->c, sql[part], id);
	}
	return rc;
}

/* Times of places that are new here: the id that these have by now. */
static void place_times(struct service_parts *x)
{
	for (size_t i = 0; i < x->times.n; i++) {
		struct service_place_id *place = &x->times.at[i].place;

		if (place->n < 0)
			*place = x->places.at[-place->n - 1].id;
	}
}

/* Rows are written into by their ids: whoever gave them keeps theirs. */
static struct service_parts copy_of(const struct service_parts *x, struct arena *a)
{
	struct service_parts copy = *x;

	for (int i = 0; i < SERVICE_PARTS; i++) {
		const struct any_list list = service_part_list(x, (enum service_part)i);
		size_t size = list.n * service_part_size((enum service_part)i);
		void *at = arena_alloc(a, size + 1);

		if (list.n > 0)
			memcpy(at, list.at, size);
		service_part_set(&copy, (enum service_part)i, (struct any_list){ list.n, at });
	}
	return copy;
}

enum status service_parts_put(struct change *c, struct service_id id, const struct service_parts *x)
{
	struct arena a = { 0 };
	struct putting p = { .c = c, .service = id, .now = copy_of(x, &a), .a = &a };
	enum status rc = service_parts_get(c->st, id, &a, &p.was);

	if (rc == OK)
		rc = put_all(&p, PART_PLACES);
	place_times(&p.now);
	for (int i = PART_TIMES; rc == OK && i < SERVICE_PARTS; i++) {
		rc = remove_gone(&p, (enum service_part)i);
		if (rc == OK)
			rc = put_all(&p, (enum service_part)i);
	}
	if (rc == OK)
		rc = remove_gone(&p, PART_PLACES);
	arena_reset(&a);
	return rc;
}
