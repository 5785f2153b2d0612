#ifndef EXCHANGE_HSDS_ROWS_H
#define EXCHANGE_HSDS_ROWS_H

#include "exchange/hsds_write.h"
#include "exchange/uuid.h"

/* Parts of hsds_put(): id is the service's. */
void hsds_put_places(struct hsds *h, const struct hsds_entry *x, const char *id);
void hsds_put_times(struct hsds *h, const struct hsds_entry *x, const char *id);
void hsds_put_terms(struct hsds *h, const struct hsds_entry *x, const char *id);
void hsds_put_phones(struct hsds *h, const struct hsds_entry *x, const char *id);

/* external when it is a UUID that the table has not had, else one of the row. */
const char *hsds_id_of(struct hsds *h, const char *table, const char *external, int64_t row,
                       const char *part);
/* Of the service_at_location that a place of the service has; place 0: the main one. "" without. */
const char *hsds_place_link(struct hsds *h, const struct hsds_entry *x, int64_t place);

void hsds_put_day(struct hsds *h, const char *field, day d);
/* A number somewhere: "ext. 12" is no extension, and stands in its words. */
struct hsds_phone {
	const char *id, *link, *link_id; /* link: the field that says whose it is */
	const char *number, *extension, *words;
};
void hsds_put_phone(struct hsds *h, const struct hsds_phone *x);

/* As HSDS has them, or NULL where it is none: "www.example.org" is https://www.example.org. */
const char *hsds_uri(const char *text, struct arena *a);
const char *hsds_email(const char *text, struct arena *a);
/* text, and behind it, after a blank line, what: more. */
const char *hsds_with(const char *text, const char *what, const char *more, struct arena *a);

/* "cy" of "Welsh"; "" when it is not in the list. */
const char *hsds_language_code(struct str name);

#endif
