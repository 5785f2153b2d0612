#ifndef MODEL_ACCOUNT_FORM_H
#define MODEL_ACCOUNT_FORM_H

#include "base/field.h"
#include "model/account.h"

/* An account as a form: login* (hidden once it is there), name*, a yes or no a role, phone, vetted. */
extern const struct field account_fields[];

/*
 * The values as an account, and what is wrong by field. today bounds the day somebody was vetted.
 * Strings belong to a.
 */
void account_typed(const struct values *v, day today, struct arena *a, struct problems *problems,
                   struct account *ret);
/* The other way round: what an account says now. */
struct values account_values(const struct account *x, struct arena *a);

/* "link_worker,coordinator", in any order, as a set; 0 and *bad where a word is no role. */
unsigned account_roles_parse(struct str words, struct str *bad);

#endif
