#include "store/service_parts.h"

#include "service_part_rows.h"

#define ROW struct service_place
// clang-format off
#define SERVICE_PLACE_COLUMNS(X) \
	X(service, AS_ID) X(external_id, AS_TEXT) X(name, AS_TEXT) X(address, AS_TEXT) \
	X(postcode, AS_TEXT) X(transport, AS_TEXT) X(accessibility, AS_TEXT) \
	X(phone, AS_TEXT)
// clang-format on
static const struct column service_place_columns[] = { COLUMNS_WITH_ID(SERVICE_PLACE_COLUMNS) };
static const struct kept service_places =
	KEPT("service_place", service_place_columns, SERVICE_PLACE_COLUMNS);
#undef ROW

enum status service_place_add(struct change *c, const struct service_place *x,
                              struct service_place_id *ret)
{
	return row_add(c, &service_places, x, &ret->n);
}

enum status service_place_update(struct change *c, const struct service_place *x)
{
	return row_update(c, &service_places, x);
}

enum status service_place_remove(struct change *c, struct service_place_id id)
{
	return row_remove(c, SQL("DELETE FROM service_place WHERE id = :id"), id.n);
}

enum status service_places_of(struct store *st, struct service_id service, struct arena *a,
                              struct service_place_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID("service_place",
		                   SERVICE_PLACE_COLUMNS) "WHERE service = :service ORDER BY id"),
		":service", service.n
	};

	return rows_of(st, &service_places, by, a, ret);
}

#define ROW struct service_time
// clang-format off
#define SERVICE_TIME_COLUMNS(X) \
	X(service, AS_ID) X(place, AS_ID) X(external_id, AS_TEXT) \
	X(every, AS_WORD(time_everies)) X(step, AS_NUMBER) X(days, AS_TEXT) \
	X(opens, AS_NUMBER) X(closes, AS_NUMBER) X(from_on, AS_DAY) X(until_on, AS_DAY) \
	X(words, AS_TEXT)
// clang-format on
static const struct column service_time_columns[] = { COLUMNS_WITH_ID(SERVICE_TIME_COLUMNS) };
static const struct kept service_times =
	KEPT("service_time", service_time_columns, SERVICE_TIME_COLUMNS);
#undef ROW

enum status service_time_add(struct change *c, const struct service_time *x,
                             struct service_time_id *ret)
{
	return row_add(c, &service_times, x, &ret->n);
}

enum status service_time_update(struct change *c, const struct service_time *x)
{
	return row_update(c, &service_times, x);
}

enum status service_time_remove(struct change *c, struct service_time_id id)
{
	return row_remove(c, SQL("DELETE FROM service_time WHERE id = :id"), id.n);
}

enum status service_times_of(struct store *st, struct service_id service, struct arena *a,
                             struct service_time_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID("service_time",
		                   SERVICE_TIME_COLUMNS) "WHERE service = :service ORDER BY id"),
		":service", service.n
	};

	return rows_of(st, &service_times, by, a, ret);
}

#define ROW struct service_cost
// clang-format off
#define SERVICE_COST_COLUMNS(X) \
	X(service, AS_ID) X(external_id, AS_TEXT) X(option, AS_TEXT) X(amount, AS_AMOUNT) \
	X(words, AS_TEXT) X(from_on, AS_DAY) X(until_on, AS_DAY)
// clang-format on
static const struct column service_cost_columns[] = { COLUMNS_WITH_ID(SERVICE_COST_COLUMNS) };
static const struct kept service_costs =
	KEPT("service_cost", service_cost_columns, SERVICE_COST_COLUMNS);
#undef ROW

enum status service_cost_add(struct change *c, const struct service_cost *x,
                             struct service_cost_id *ret)
{
	return row_add(c, &service_costs, x, &ret->n);
}

enum status service_cost_update(struct change *c, const struct service_cost *x)
{
	return row_update(c, &service_costs, x);
}

enum status service_cost_remove(struct change *c, struct service_cost_id id)
{
	return row_remove(c, SQL("DELETE FROM service_cost WHERE id = :id"), id.n);
}

enum status service_costs_of(struct store *st, struct service_id service, struct arena *a,
                             struct service_cost_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID("service_cost",
		                   SERVICE_COST_COLUMNS) "WHERE service = :service ORDER BY id"),
		":service", service.n
	};

	return rows_of(st, &service_costs, by, a, ret);
}

#define ROW struct service_phone
// clang-format off
#define SERVICE_PHONE_COLUMNS(X) \
	X(service, AS_ID) X(external_id, AS_TEXT) X(number, AS_TEXT) X(extension, AS_TEXT) \
	X(words, AS_TEXT)
// clang-format on
static const struct column service_phone_columns[] = { COLUMNS_WITH_ID(SERVICE_PHONE_COLUMNS) };
static const struct kept service_phones =
	KEPT("service_phone", service_phone_columns, SERVICE_PHONE_COLUMNS);
#undef ROW

enum status service_phone_add(struct change *c, const struct service_phone *x,
                              struct service_phone_id *ret)
{
	return row_add(c, &service_phones, x, &ret->n);
}

enum status service_phone_update(struct change *c, const struct service_phone *x)
{
	return row_update(c, &service_phones, x);
}

enum status service_phone_remove(struct change *c, struct service_phone_id id)
{
	return row_remove(c, SQL("DELETE FROM service_phone WHERE id = :id"), id.n);
}

enum status service_phones_of(struct store *st, struct service_id service, struct arena *a,
                              struct service_phone_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID("service_phone",
		                   SERVICE_PHONE_COLUMNS) "WHERE service = :service ORDER BY id"),
		":service", service.n
	};

	return rows_of(st, &service_phones, by, a, ret);
}

#define ROW struct service_person
// clang-format off
#define SERVICE_PERSON_COLUMNS(X) \
	X(service, AS_ID) X(external_id, AS_TEXT) X(name, AS_TEXT) X(title, AS_TEXT) \
	X(phone, AS_TEXT) X(email, AS_TEXT)
// clang-format on
static const struct column service_person_columns[] = { COLUMNS_WITH_ID(SERVICE_PERSON_COLUMNS) };
static const struct kept service_people =
	KEPT("service_person", service_person_columns, SERVICE_PERSON_COLUMNS);
#undef ROW

enum status service_person_add(struct change *c, const struct service_person *x,
                               struct service_person_id *ret)
{
	return row_add(c, &service_people, x, &ret->n);
}

enum status service_person_update(struct change *c, const struct service_person *x)
{
	return row_update(c, &service_people, x);
}

enum status service_person_remove(struct change *c, struct service_person_id id)
{
	return row_remove(c, SQL("DELETE FROM service_person WHERE id = :id"), id.n);
}

enum status service_people_of(struct store *st, struct service_id service, struct arena *a,
                              struct service_person_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID("service_person",
		                   SERVICE_PERSON_COLUMNS) "WHERE service = :service ORDER BY id"),
		":service", service.n
	};

	return rows_of(st, &service_people, by, a, ret);
}

#define ROW struct service_tag
// clang-format off
#define SERVICE_TAG_COLUMNS(X) \
	X(service, AS_ID) X(external_id, AS_TEXT) X(taxonomy, AS_TEXT) X(code, AS_TEXT) \
	X(name, AS_TEXT)
// clang-format on
static const struct column service_tag_columns[] = { COLUMNS_WITH_ID(SERVICE_TAG_COLUMNS) };
static const struct kept service_tags =
	KEPT("service_tag", service_tag_columns, SERVICE_TAG_COLUMNS);
#undef ROW

enum status service_tag_add(struct change *c, const struct service_tag *x,
                            struct service_tag_id *ret)
{
	return row_add(c, &service_tags, x, &ret->n);
}

enum status service_tag_update(struct change *c, const struct service_tag *x)
{
	return row_update(c, &service_tags, x);
}

enum status service_tag_remove(struct change *c, struct service_tag_id id)
{
	return row_remove(c, SQL("DELETE FROM service_tag WHERE id = :id"), id.n);
}

enum status service_tags_of(struct store *st, struct service_id service, struct arena *a,
                            struct service_tag_list *ret)
{
	struct row_query by = {
		SQL(SELECT_WITH_ID("service_tag",
		                   SERVICE_TAG_COLUMNS) "WHERE service = :service ORDER BY id"),
		":service", service.n
	};

	return rows_of(st, &service_tags, by, a, ret);
}

const struct kept *service_part_kept(enum service_part part)
{
	static const struct kept *const all[SERVICE_PARTS] = {
		[PART_PLACES] = &service_places, [PART_TIMES] = &service_times,
		[PART_COSTS] = &service_costs,   [PART_PHONES] = &service_phones,
		[PART_PEOPLE] = &service_people, [PART_TAGS] = &service_tags,
	};

	return all[part];
}
