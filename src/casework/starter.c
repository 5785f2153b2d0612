#include "starter.h"

#include "base/embedded.h"
#include "base/table.h"
#include "store/service_entries.h"

static struct code_list codes_of(struct str cell, struct arena *a)
{
	struct code_list list = { 0 };
	struct str one;

	while (str_cut(&cell, ';', &one))
		if (str_trim(one).n > 0)
			*ARENA_PUSH(a, &list) = arena_str(a, str_trim(one));
	return list;
}

static struct service service_of(const struct table *t, struct arena *a)
{
	struct service x = service_blank;

	x.name = arena_str(a, table_field(t, "name"));
	x.description = arena_str(a, table_field(t, "description"));
	x.attendance = arena_str(a, table_field(t, "attendance"));
	x.access = arena_str(a, table_field(t, "access"));
	x.cost = arena_str(a, table_field(t, "cost"));
	x.phone = arena_str(a, table_field(t, "phone"));
	x.url = arena_str(a, table_field(t, "url"));
	x.hours = arena_str(a, table_field(t, "hours"));
	x.source = arena_str(a, table_field(t, "source"));
	x.source_note = arena_str(a, table_field(t, "source_note"));
	x.ring_first = str_is(table_field(t, "ring_first"), "1");
	return x;
}

/* Nobody has checked any of them: last_checked stays empty, and the lists say so. */
static enum status add_one(struct change *c, const struct table *t, struct arena *a)
{
	struct service_entry x = { service_of(t, a), arena_str(a, table_field(t, "organisation")),
		                   codes_of(table_field(t, "concerns"), a),
		                   codes_of(table_field(t, "areas"), a) };
	struct service_id id;

	return service_entry_add(c, &x, &id);
}

enum status starter_add(struct change *c, day today)
{
	struct table t = table_of(embedded_file("directory/starter.tsv"));
	struct arena a = { 0 };
	enum status rc = OK;

	(void)today;
	while (rc == OK && table_next(&t))
		rc = add_one(c, &t, &a);
	arena_reset(&a);
	return rc;
}
