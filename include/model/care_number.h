#ifndef MODEL_CARE_NUMBER_H
#define MODEL_CARE_NUMBER_H

#include "base/arena.h"
#include "model/person.h"

/*
 * The ten digits of a care number as typed ("943 476 5919", "943-476-5919"); nine digits whose
 * leading zero was lost come back with it when they then make a CHI number. Anything else is given
 * back as its digits, whatever their count. Belongs to a.
 */
const char *care_number_digits(const char *text, struct arena *a);

/*
 * What ten digits are, by range, date and check digit (modulus 11):
 * NHS 400 to 499 and 600 to 799 million, and 900 to 999, of which none is issued and examples are
 * made; H&C 320 000 001 to 399 999 999; CHI a date of birth in front.
 * NUMBER_DOUBTFUL: check with the person and keep it: a CHI with another check digit (since
 * February 2026 modulus 10 is allowed too), or a number out of every range issued.
 * NUMBER_KIND_NONE: wrong: not ten digits, or the check digit fails.
 */
enum number_kind care_number_kind(const char *digits);

/* Does it begin with a date, as CHI numbers do? Ten digits. */
bool care_number_dated(const char *digits);
/* And is that their birthday? The century is not in it. True for a number without a date. */
bool care_number_born(const char *digits, day born_on);

/* "943 476 5919"; other than ten digits as they are. Belongs to a. */
const char *care_number_shown(const char *digits, struct arena *a);

#endif
