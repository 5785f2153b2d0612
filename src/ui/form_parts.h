#ifndef UI_FORM_PARTS_H
#define UI_FORM_PARTS_H

#include "ui/form.h"

/* What the parts of the form share. */
bool form_can_focus(const struct form *f, size_t i);
bool form_step(struct form *f, bool down); /* to the next field that can have the focus */
const char *entry_label(const struct form_entry *e);
void form_mended(struct form *f, const char *field); /* its problems are gone */

#endif
