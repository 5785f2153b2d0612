#ifndef STORE_ENQUIRIES_H
#define STORE_ENQUIRIES_H

#include "model/enquiry.h"
#include "store/kept.h"

/* As store/kept.h says. */
MUST_USE enum status enquiry_add(struct change *c, const struct enquiry *x, struct enquiry_id *ret);
MUST_USE enum status enquiry_get(struct store *st, struct enquiry_id id, struct arena *a,
                                 struct enquiry *ret);
MUST_USE enum status enquiry_update(struct change *c, const struct enquiry *x);
/* Somebody was told about it then; twice is once. */
MUST_USE enum status enquiry_service_add(struct change *c, struct enquiry_id id,
                                         struct service_id service);
/* From a day on, the newest first, at most limit. */
MUST_USE enum status enquiries_since(struct store *st, day from, size_t limit, struct arena *a,
                                     struct enquiry_list *ret);
/* "Shelter; Turn2us": the services of one by name; "" when there is none. */
MUST_USE enum status enquiry_services_text(struct store *st, struct enquiry_id id, struct arena *a,
                                           const char **ret);

#endif
