#include "hsds_rows.h"

#include "base/text.h"
#include "base/words.h"
#include "model/phone.h"

#include <string.h>

/* HSDS has numbers alone for an extension. */
static bool digits_alone(const char *text)
{
	return !text_empty(text) && text[strspn(text, "0123456789")] == '\0' && strlen(text) <= 9;
}

void hsds_put_phone(struct hsds *h, const struct hsds_phone *x)
{
	bool extension = digits_alone(x->extension);
	struct package *p = h->package;

	if (text_empty(x->number))
		return;
	package_row(p, "phone");
	package_put(p, "id", x->id);
	package_put(p, x->link, x->link_id);
	package_put(p, "number",
	            strchr(x->number, ' ') ? x->number : phone_shown(x->number, &h->row));
	package_put(p, "extension", extension ? x->extension : "");
	package_put(p, "description",
	            extension ? x->words
	                      : hsds_with(x->words, _("Extension: "), x->extension, &h->row));
	package_end_row(p);
}

/* Whom staff ask for, with their number. */
static void put_person(struct hsds *h, const struct service_person *x, const char *service)
{
	const char *id = hsds_id_of(h, "contact", x->external_id, x->id.n, "");
	struct package *p = h->package;

	package_row(p, "contact");
	package_put(p, "id", id);
	package_put(p, "service_id", service);
	package_put(p, "name", x->name);
	package_put(p, "title", x->title);
	package_put(p, "email", hsds_email(x->email, &h->row));
	package_end_row(p);
	hsds_put_phone(h, &(struct hsds_phone){
				  uuid_made(h->identity, "phone", x->id.n, "person", &h->row),
				  "contact_id", id, x->phone, "", "" });
}

void hsds_put_phones(struct hsds *h, const struct hsds_entry *x, const char *id)
{
	hsds_put_phone(h, &(struct hsds_phone){ uuid_made(h->identity, "phone", x->service->id.n,
	                                                  "service", &h->row),
	                                        "service_id", id, x->service->phone, "", "" });
	for (size_t i = 0; i < x->phones.n; i++) {
		const struct service_phone *at = &x->phones.at[i];

		hsds_put_phone(h, &(struct hsds_phone){
					  hsds_id_of(h, "phone", at->external_id, at->id.n, ""),
					  "service_id", id, at->number, at->extension, at->words });
	}
	for (size_t i = 0; i < x->people.n; i++)
		put_person(h, &x->people.at[i], id);
}
