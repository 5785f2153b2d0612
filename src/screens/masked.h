#ifndef SCREENS_MASKED_H
#define SCREENS_MASKED_H

#include "model/ids.h"
#include "model/today.h"
#include "ui/screen.h"

/*
 * Desk mode: where anybody may stand behind whoever sits here, lists say "J C CL-000412" in place of a
 * name until somebody is opened. A list masks its rows as it loads them, so that nothing that is said
 * of them later knows more. Without desk mode everything comes back as it is.
 */
bool desk_mode(const struct screen *s);
/* Belongs to a where it differs; nobody (0) and services keep their names. */
const char *masked_name(const struct screen *s, const char *name, struct person_id p,
                        struct arena *a);
/* text with every name in it masked: what was done, or begun, names whom it is for. */
const char *masked_text(const char *text, const char *name, const char *masked, struct arena *a);
/* What is safe is for whoever opens them: "! ask before contact"; "" stays "". */
const char *masked_safe(const struct screen *s, const char *safe);
void masked_today(struct screen *s, struct today_items *items);

/* So many letters of a name typed are as good as knowing it: then names stand whole. */
#define MASKED_LEAST_TYPED 4
bool masked_typed(const char *typed);

#endif
