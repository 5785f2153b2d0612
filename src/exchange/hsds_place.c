#include "hsds_rows.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

/* The main place of a service and a further one, alike. */
struct place_row {
	const char *location, *link; /* ids */
	const char *key;             /* what its other rows are named by */
	const char *type;            /* "physical"; "virtual": nobody goes there */
	const char *name, *address, *postcode, *transport, *accessibility;
};

/* ---- the address, as far as one text can be taken apart ---- */

struct address {
	const char *street, *more, *town; /* "" what is not said */
};

/* The pieces between commas and lines, but for the postcode, which has a field of its own. */
static struct code_list pieces_of(const char *text, struct arena *a)
{
	struct code_list list = { 0 };
	const char *at = text ? text : "";

	while (*at) {
		size_t n = strcspn(at, ",;\n\r");
		const char *piece = arena_str(a, str_trim((struct str){ at, n }));

		if (!text_empty(piece) && !postcode_valid(piece))
			*ARENA_PUSH(a, &list) = piece;
		at += n + (at[n] != '\0');
	}
	return list;
}

static struct address address_of(const char *text, struct arena *a)
{
	struct code_list pieces = pieces_of(text, a);
	struct address x = { "", "", "" };

	if (pieces.n > 0)
		x.street = pieces.at[0];
	if (pieces.n > 1)
		x.town = pieces.at[pieces.n - 1];
	for (size_t i = 1; i + 1 < pieces.n; i++)
		x.more = text_empty(x.more) ? pieces.at[i]
		                            : arena_printf(a, "%s, %s", x.more, pieces.at[i]);
	return x;
}

/* The nation, where all the councils that are near agree on it: at a border only the file knows. */
static enum nation nation_near(const char *outcode, struct arena *a)
{
	struct council_list near = councils_near(outcode, 3, a);
	enum nation first = near.n > 0 ? area_nation(near.at[0].code) : NATION_NONE;

	for (size_t i = 1; i < near.n; i++)
		if (area_nation(near.at[i].code) != first)
			return NATION_NONE;
	return first;
}

static enum nation nation_of(struct hsds *h, const char *outcode)
{
	unsigned hash = 0;

	if (strlen(outcode) >= sizeof(h->known[0].outcode))
		return NATION_NONE;
	for (const char *at = outcode; *at; at++)
		hash = hash * 31 + (unsigned char)*at;
	hash %= HSDS_OUTCODES;
	if (!text_equal(h->known[hash].outcode, outcode)) {
		memcpy(h->known[hash].outcode, outcode, strlen(outcode) + 1);
		h->known[hash].nation = nation_near(outcode, &h->row);
	}
	return h->known[hash].nation;
}

static const char *nation_at(struct hsds *h, const char *postcode)
{
	const char *outcode = outcode_of(postcode, &h->row);
	enum nation nation = outcode ? nation_of(h, outcode) : NATION_NONE;

	if (nation == NATION_NONE)
		nation = h->nation;
	return nation == NATION_NONE ? _("United Kingdom") : words_label(&nations, (int)nation);
}

static const char *or_not_recorded(const char *text)
{
	return text_empty(text) ? HSDS_NOT_RECORDED : text;
}

static void put_address(struct hsds *h, const struct place_row *x)
{
	struct address address = address_of(x->address, &h->row);
	struct package *p = h->package;

	package_row(p, "address");
	package_put(p, "id", uuid_made(h->identity, "address", 0, x->key, &h->row));
	package_put(p, "location_id", x->location);
	package_put(p, "address_1", or_not_recorded(address.street));
	package_put(p, "address_2", address.more);
	package_put(p, "city", or_not_recorded(address.town));
	package_put(p, "state_province", nation_at(h, x->postcode));
	package_put(p, "postal_code", x->postcode);
	package_put(p, "country", "GB");
	package_put(p, "address_type", "physical");
	package_end_row(p);
}

static void put_accessibility(struct hsds *h, const struct place_row *x)
{
	struct str rest = str_of(x->accessibility), one;
	struct package *p = h->package;

	for (int n = 1; str_cut(&rest, ';', &one); n++) {
		one = str_trim(one);
		if (one.n == 0)
			continue;
		package_row(p, "accessibility");
		package_put(p, "id", uuid_made(h->identity, "accessibility", n, x->key, &h->row));
		package_put(p, "location_id", x->location);
		package_put(p, "description", arena_str(&h->row, one));
		package_end_row(p);
	}
}

static void put_place(struct hsds *h, const struct place_row *x, const char *service)
{
	/* HSDS wants a postcode in every address: without one it stands in words. */
	bool whole = !text_empty(x->postcode) && postcode_valid(x->postcode);
	const char *said = text_empty(x->postcode)
	                           ? x->address
	                           : hsds_with(x->address, "", x->postcode, &h->row);
	struct package *p = h->package;

	package_row(p, "location");
	package_put(p, "id", x->location);
	package_put(p, "location_type", x->type);
	package_put(p, "name", x->name);
	package_put(p, "description", whole ? "" : said);
	package_put(p, "transportation", x->transport);
	package_end_row(p);
	package_row(p, "service_at_location");
	package_put(p, "id", x->link);
	package_put(p, "service_id", service);
	package_put(p, "location_id", x->location);
	package_end_row(p);
	if (whole)
		put_address(h, x);
	put_accessibility(h, x);
}

static bool has_main(const struct service *x)
{
	return !text_empty(x->place_name) || !text_empty(x->address) || !text_empty(x->postcode) ||
	       !text_empty(x->transport) || !text_empty(x->accessibility);
}

const char *hsds_place_link(struct hsds *h, const struct hsds_entry *x, int64_t place)
{
	if (place == 0 && !has_main(x->service))
		return "";
	return uuid_made(h->identity, "service_at_location", place ? place : x->service->id.n,
	                 place ? "" : "main", &h->row);
}

static void put_main(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	const struct service *s = x->service;
	bool somewhere =
		!text_empty(s->place_name) || !text_empty(s->address) || !text_empty(s->postcode);
	const struct place_row row = {
		.location = uuid_made(h->identity, "location", s->id.n, "main", &h->row),
		.link = hsds_place_link(h, x, 0),
		.key = arena_printf(&h->row, "main %lld", (long long)s->id.n),
		.type = somewhere ? "physical" : "virtual",
		.name = s->place_name,
		.address = s->address,
		.postcode = s->postcode,
		.transport = s->transport,
		.accessibility = s->accessibility,
	};

	if (has_main(s))
		put_place(h, &row, id);
}

void hsds_put_places(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	put_main(h, x, id);
	for (size_t i = 0; i < x->places.n; i++) {
		const struct service_place *at = &x->places.at[i];
		const struct place_row row = {
			.location = hsds_id_of(h, "location", at->external_id, at->id.n, ""),
			.link = hsds_place_link(h, x, at->id.n),
			.key = arena_printf(&h->row, "place %lld", (long long)at->id.n),
			.type = "physical",
			.name = at->name,
			.address = at->address,
			.postcode = at->postcode,
			.transport = at->transport,
			.accessibility = at->accessibility,
		};

		put_place(h, &row, id);
		hsds_put_phone(h,
		               &(struct hsds_phone){
				       uuid_made(h->identity, "phone", at->id.n, "place", &h->row),
				       "location_id", row.location, at->phone, "", "" });
	}
}
