#ifndef MODEL_MONEY_FORM_H
#define MODEL_MONEY_FORM_H

#include "base/field.h"
#include "model/money.h"
#include "model/nation.h"
#include "model/when.h"

/*
 * The form of money: what it is, what was asked for, what came of it. Its list of benefits and grants
 * is that of the nation; what is stored and not on it stays. Belongs to a.
 */
const struct field *money_fields(enum nation nation, struct arena *a);

/* May that field be asked, with what stands in the others? "back_dated" of what was awarded. */
bool money_field_asked(const char *field, const struct values *v);

struct values money_values(const struct money *m, day today, struct arena *a);

/*
 * What was typed, over m, whose days to come may stay as they were. Where it was decided or asked for
 * and no day is given, it is today. Strings belong to a; worth is set.
 */
void money_from(const struct values *v, const struct when_from *from, struct arena *a,
                struct problems *problems, struct money *m);

#endif
