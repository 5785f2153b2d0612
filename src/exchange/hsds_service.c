#include "hsds_rows.h"

#include "base/words.h"
#include "model/none.h"
#include "model/phone.h"

#include <string.h>

const char *hsds_id_of(struct hsds *h, const char *table, const char *external, int64_t row,
                       const char *part)
{
	if (!text_empty(external) && uuid_is(external) && !package_has(h->package, table, external))
		return external;
	return uuid_made(h->identity, table, row, part, &h->row);
}

void hsds_put_day(struct hsds *h, const char *field, day d)
{
	package_put(h->package, field, day_iso(d, &h->row));
}

/* ---- who runs it ---- */

static void put_identifier(struct hsds *h, const char *organisation, const char *scheme,
                           const char *type, const char *number)
{
	struct package *p = h->package;

	if (text_empty(number))
		return;
	package_row(p, "organization_identifier");
	package_put(p, "id",
	            uuid_made(h->identity, "organization_identifier", 0,
	                      arena_printf(&h->row, "%s %s", organisation, scheme), &h->row));
	package_put(p, "organization_id", organisation);
	package_put(p, "identifier_scheme", scheme);
	package_put(p, "identifier_type", type);
	package_put(p, "identifier", number);
	package_end_row(p);
}

/* Each nation has a register of its own; the first letters of the number say whose it is. */
static const char *register_of(const char *number)
{
	if (strncmp(number, "SC", 2) == 0)
		return "GB-SC";
	return strncmp(number, "NI", 2) == 0 ? "GB-NIC" : "GB-CHC";
}

static void put_provider(struct hsds *h, const struct organisation *x, const char *id)
{
	const char *email = hsds_email(x->email, &h->row), *url = hsds_uri(x->url, &h->row);
	const char *about = text_empty(x->description) ? x->name : x->description;
	struct package *p = h->package;

	if (!email)
		about = hsds_with(about, "", x->email, &h->row);
	if (!url)
		about = hsds_with(about, "", x->url, &h->row);
	package_row(p, "organization");
	package_put(p, "id", id);
	package_put(p, "name", x->name);
	package_put(p, "alternate_name", x->other_name);
	package_put(p, "description", about);
	package_put(p, "email", email);
	package_put(p, "website", url);
	package_put(p, "legal_status", x->legal_status);
	package_end_row(p);
	put_identifier(h, id, register_of(x->charity_number), _("Charity number"),
	               x->charity_number);
	put_identifier(h, id, "GB-COH", _("Company number"), x->company_number);
	hsds_put_phone(h, &(struct hsds_phone){
				  uuid_made(h->identity, "phone", x->id.n, "organisation", &h->row),
				  "organization_id", id, x->phone, "", "" });
}

/* HSDS wants somebody who runs it: where nobody is known, the service stands for itself. */
static const char *put_itself(struct hsds *h, const struct service *x)
{
	const char *id = uuid_made(h->identity, "organization", x->id.n, "itself", &h->row);
	struct package *p = h->package;

	package_row(p, "organization");
	package_put(p, "id", id);
	package_put(p, "name", x->name);
	package_put(p, "description", x->name);
	package_end_row(p);
	return id;
}

static const char *put_organisation(struct hsds *h, const struct hsds_entry *x)
{
	const char *id;

	if (!x->provider)
		return put_itself(h, x->service);
	id = x->provider->external_id;
	if (text_empty(id) || !uuid_is(id))
		id = uuid_made(h->identity, "organization", x->provider->id.n, "", &h->row);
	if (!package_has(h->package, "organization", id))
		put_provider(h, x->provider, id);
	return id;
}

/* ---- the service ---- */

static const char *status_of(const struct service *x)
{
	switch (x->status) {
	case SERVICE_CLOSED:
		return "defunct";
	case SERVICE_CLOSED_UNTIL:
		return "temporarily closed";
	case SERVICE_STATUS_NONE:
	case SERVICE_ACTIVE:
	case SERVICE_FULL:
		break;
	}
	return "active";
}

/* What the four states of HSDS do not say. */
static const char *alert_of(const struct service *x, struct arena *a)
{
	if (x->status == SERVICE_FULL)
		return hsds_with(x->alert, "", _("Takes nobody new at present."), a);
	if (x->status == SERVICE_CLOSED_UNTIL && x->closed_until != DAY_NONE)
		return hsds_with(
			x->alert, "",
			arena_printf(a, _("Closed until %s."), day_long(x->closed_until, a)), a);
	return x->alert;
}

static const char *description_of(const struct service *x, struct arena *a)
{
	const char *about = x->description;

	if (!hsds_email(x->email, a))
		about = hsds_with(about, "", x->email, a);
	if (!hsds_uri(x->url, a))
		about = hsds_with(about, "", x->url, a);
	return about;
}

static void put_service(struct hsds *h, const struct hsds_entry *x, const char *id,
                        const char *organisation)
{
	const struct service *s = x->service;
	struct package *p = h->package;

	package_row(p, "service");
	package_put(p, "id", id);
	package_put(p, "organization_id", organisation);
	package_put(p, "name", s->name);
	package_put(p, "alternate_name", s->other_name);
	package_put(p, "description", description_of(s, &h->row));
	package_put(p, "url", hsds_uri(s->url, &h->row));
	package_put(p, "email", hsds_email(s->email, &h->row));
	package_put(p, "status", status_of(s));
	package_put(p, "interpretation_services", s->interpreters);
	package_put(p, "application_process", s->apply);
	package_put(p, "fees_description", s->cost);
	if (s->wait_weeks >= 0)
		package_put(p, "wait_time",
		            arena_printf(&h->row, s->wait_weeks == 1 ? _("%d week") : _("%d weeks"),
		                         s->wait_weeks));
	package_put(p, "accreditations", s->accreditation);
	package_put(p, "eligibility_description", s->eligibility);
	if (s->min_age >= 0)
		package_put_int(p, "minimum_age", s->min_age);
	if (s->max_age >= 0)
		package_put_int(p, "maximum_age", s->max_age);
	hsds_put_day(h, "assured_date", s->last_checked);
	if (s->last_checked != DAY_NONE)
		package_put(p, "assurer_email", hsds_email(h->assurer, &h->row));
	package_put(p, "alert", alert_of(s, &h->row));
	if (s->edited_on != DAY_NONE)
		package_put(p, "last_modified",
		            arena_printf(&h->row, "%sT00:00:00Z", day_iso(s->edited_on, &h->row)));
	package_end_row(p);
}

/* ---- what hangs on it ---- */

static void put_bring(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	struct package *p = h->package;

	if (text_empty(x->service->bring))
		return;
	package_row(p, "required_document");
	package_put(p, "id",
	            uuid_made(h->identity, "required_document", x->service->id.n, "", &h->row));
	package_put(p, "service_id", id);
	package_put(p, "document", x->service->bring);
	package_end_row(p);
}

static void put_areas(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	struct package *p = h->package;

	for (size_t i = 0; i < x->areas.n; i++) {
		const char *code = x->areas.at[i];

		package_row(p, "service_area");
		package_put(
			p, "id",
			uuid_made(h->identity, "service_area", x->service->id.n, code, &h->row));
		package_put(p, "service_id", id);
		package_put(p, "name", area_name(code, &h->row));
		package_put(p, "extent", code);
		package_put(p, "extent_type", "text");
		package_put(
			p, "uri",
			arena_printf(&h->row,
		                     "http://statistics.data.gov.uk/id/statistical-geography/%s",
		                     code));
		package_end_row(p);
	}
}

static void put_languages(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	struct str rest = str_of(x->service->languages), one;
	struct package *p = h->package;

	for (int n = 1; str_cut(&rest, ';', &one); n++) {
		one = str_trim(one);
		if (one.n == 0)
			continue;
		package_row(p, "language");
		package_put(p, "id",
		            uuid_made(h->identity, "language", x->service->id.n,
		                      arena_printf(&h->row, "%d", n), &h->row));
		package_put(p, "service_id", id);
		package_put(p, "name", arena_str(&h->row, one));
		package_put(p, "code", hsds_language_code(one));
		package_end_row(p);
	}
}

static void put_costs(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	struct package *p = h->package;

	for (size_t i = 0; i < x->costs.n; i++) {
		const struct service_cost *c = &x->costs.at[i];
		const char *row_id = hsds_id_of(h, "cost_option", c->external_id, c->id.n, "");

		package_row(p, "cost_option");
		package_put(p, "id", row_id);
		package_put(p, "service_id", id);
		hsds_put_day(h, "valid_from", c->from_on);
		hsds_put_day(h, "valid_to", c->until_on);
		package_put(p, "option", c->option);
		if (c->amount >= 0) {
			package_put(p, "currency", "GBP");
			package_put(p, "amount",
			            arena_printf(&h->row, "%lld.%02lld", (long long)c->amount / 100,
			                         (long long)c->amount % 100));
		}
		package_put(p, "amount_description", c->words);
		package_end_row(p);
	}
}

void hsds_put(struct hsds *h, const struct hsds_entry *x)
{
	const char *organisation, *id;

	arena_reset(&h->row);
	organisation = put_organisation(h, x);
	id = hsds_id_of(h, "service", x->service->external_id, x->service->id.n, "");
	put_service(h, x, id, organisation);
	hsds_put_places(h, x, id);
	hsds_put_times(h, x, id);
	hsds_put_terms(h, x, id);
	hsds_put_phones(h, x, id);
	put_bring(h, x, id);
	put_areas(h, x, id);
	put_languages(h, x, id);
	put_costs(h, x, id);
}

void hsds_done(struct hsds *h)
{
	arena_reset(&h->row);
}
