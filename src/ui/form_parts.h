#ifndef UI_FORM_PARTS_H
#define UI_FORM_PARTS_H

#include "ui/form.h"

/* What the parts of the form share. */
bool form_can_focus(const struct form *f, size_t i);
bool form_step(struct form *f, bool down); /* to the next field that can have the focus */
const char *entry_label(const struct form_entry *e);
/* The entries that are shown: [*begin, *end), all of them where the form has no parts. */
void form_range(const struct form *f, size_t *begin, size_t *end);
bool form_next_part(struct form *f, bool down);
void form_mended(struct form *f, const char *field); /* its problems are gone */

#endif
