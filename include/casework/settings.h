#ifndef CASEWORK_SETTINGS_H
#define CASEWORK_SETTINGS_H

#include "base/field.h"
#include "casework/session.h"

/*
 * The settings of the service: model/setting_form.h says which, and within which bounds. Open
 * sessions go by a change at their next key.
 */

/* Every one, as it holds now. Strings belong to a. */
MUST_USE enum status casework_settings(struct session *s, struct arena *a, struct values *ret);

/*
 * Set those that differ, in one change that says each: "lock after: staff 5, now 3". *changed is how
 * many. was: as they were read, NULL: whatever they are; E_CONFLICT when somebody else changed one
 * since. E_INVALID: problems says what is wrong, by field; strings of it belong to a.
 */
MUST_USE enum status casework_change_settings(struct session *s, const struct values *was,
                                              const struct values *v, struct arena *a,
                                              struct problems *problems, size_t *changed);

#endif
