#ifndef STORE_CONSENTS_H
#define STORE_CONSENTS_H

#include "model/consent.h"
#include "model/notice.h"
#include "model/purpose.h"
#include "store/kept.h"

/* What people answered, the notices they were given, and why at all. As store/kept.h says. */
MUST_USE enum status consent_add(struct change *c, const struct consent *x, struct consent_id *ret);
MUST_USE enum status consent_get(struct store *st, struct consent_id id, struct arena *a,
                                 struct consent *ret);
MUST_USE enum status consent_update(struct change *c, const struct consent *x);
MUST_USE enum status consents_of_person(struct store *st, struct person_id p, struct arena *a,
                                        struct consent_list *ret);

/*
 * Everybody's answers for one purpose, a person at a time in the order of their ids: visit gets what
 * each answered, the newest first. It stops when visit is not OK. Strings last until it returns.
 */
typedef enum status (*consent_visit)(void *about, struct person_id p,
                                     const struct consent_list *list);
MUST_USE enum status consents_of_purpose(struct store *st, enum purpose purpose,
                                         consent_visit visit, void *about);

MUST_USE enum status notice_add(struct change *c, const struct notice *x, struct notice_id *ret);
MUST_USE enum status notice_get(struct store *st, struct notice_id id, struct arena *a,
                                struct notice *ret);
MUST_USE enum status notice_update(struct change *c, const struct notice *x);
MUST_USE enum status notices_of_person(struct store *st, struct person_id p, struct arena *a,
                                       struct notice_list *ret);

/* Of every purpose, as the service settled it, else as it was shipped. */
MUST_USE enum status purpose_rules(struct store *st, struct arena *a,
                                   struct purpose_rule_list *ret);
/* set_on and set_by are written as they stand. */
MUST_USE enum status purpose_put(struct change *c, const struct purpose_rule *x);

#endif
