#include "store/service_entries.h"

#include "store/derive.h"
#include "store/organisations.h"
#include "store/services.h"

enum status service_entry_get(struct store *st, struct service_id id, struct arena *a,
                              struct service_entry *ret)
{
	struct service_entry x = { .organisation = "" };
	enum status rc = service_get(st, id, a, &x.service);

	if (rc == OK)
		rc = organisation_name(st, x.service.provider, a, &x.organisation);
	if (rc == OK)
		rc = service_concerns(st, id, a, &x.concerns);
	if (rc == OK)
		rc = service_areas(st, id, a, &x.areas);
	if (rc == OK)
		*ret = x;
	return rc;
}

static enum status codes_put(struct change *c, struct service_id id, const struct service_entry *x)
{
	enum status rc = service_concerns_put(c, id, &x->concerns);

	if (rc == OK)
		rc = service_areas_put(c, id, &x->areas);
	return rc == OK ? derive_service(c, id) : rc;
}

enum status service_entry_add(struct change *c, const struct service_entry *x,
                              struct service_id *ret)
{
	struct service row = x->service;
	enum status rc;

	row.provider.n = 0;
	rc = organisation_named(c, x->organisation, &row.provider);
	if (rc == OK)
		rc = service_add(c, &row, &row.id);
	if (rc == OK)
		rc = codes_put(c, row.id, x);
	if (rc == OK)
		*ret = row.id;
	return rc;
}

enum status service_entry_update(struct change *c, const struct service_entry *x)
{
	struct service row = x->service;
	enum status rc;

	row.provider.n = 0;
	rc = organisation_named(c, x->organisation, &row.provider);
	if (rc == OK)
		rc = service_update(c, &row);
	return rc == OK ? codes_put(c, row.id, x) : rc;
}
