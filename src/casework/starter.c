#include "starter.h"

#include "base/embedded.h"
#include "base/table.h"
#include "model/service.h"
#include "store/derive.h"
#include "store/services.h"

static struct code_list codes_of(struct str cell, struct arena *a)
{
	struct code_list list = { 0 };
	struct str one;

	while (str_cut(&cell, ';', &one))
		if (str_trim(one).n > 0)
			*ARENA_PUSH(a, &list) = arena_str(a, str_trim(one));
	return list;
}

static struct service entry_of(const struct table *t, struct arena *a)
{
	struct service x = service_blank;

	x.name = arena_str(a, table_field(t, "name"));
	x.organisation = arena_str(a, table_field(t, "organisation"));
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
	struct service x = entry_of(t, a);
	struct code_list concerns = codes_of(table_field(t, "concerns"), a);
	struct code_list areas = codes_of(table_field(t, "areas"), a);
	enum status rc = service_add(c, &x, &x.id);

	if (rc == OK)
		rc = service_concerns_put(c, x.id, &concerns);
	if (rc == OK)
		rc = service_areas_put(c, x.id, &areas);
	return rc == OK ? derive_service(c, x.id) : rc;
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
