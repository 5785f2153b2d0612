#ifndef MODEL_SETTING_FORM_H
#define MODEL_SETTING_FORM_H

#include "base/field.h"

/*
 * The settings of the service that a coordinator may change, as a form: for the screen, the manual,
 * and whoever reads one. They stand in the case file and hold for everybody at it; what somebody
 * says for themselves may only lock sooner.
 */
extern const struct field setting_form[];

/* What a setting holds where it was never set, and, of a number, within which bounds it counts. */
struct setting_rule {
	const char *name, *fallback;
	int least, most; /* 0, 0: not a number */
};

/* By name, which must be in the table: anything else is a bug. */
const struct setting_rule *setting_rule(const char *name);

/* The number in text, or the fallback where it is none or out of bounds. */
int setting_count(const struct setting_rule *rule, const char *text);

/* What is wrong with the values, field by field. Strings belong to a. */
void setting_problems(const struct values *v, struct arena *a, struct problems *p);

#define SIGN_IN_WAYS(X)                               \
	X(SIGN_IN_NAMES, "names", "names are listed") \
	X(SIGN_IN_TYPED, "typed", "everybody types their name")
enum sign_in_way { SIGN_IN_WAY_NONE, SIGN_IN_WAYS(WORD_ENUM) };
extern const struct words sign_in_ways;

#endif
