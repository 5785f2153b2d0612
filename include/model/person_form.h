#ifndef MODEL_PERSON_FORM_H
#define MODEL_PERSON_FORM_H

#include "base/field.h"
#include "model/contact_point.h"
#include "model/holidays.h"
#include "model/person.h"
#include "model/safe_contact.h"

/*
 * A person as the forms have them: the record, what is safe when reaching them, and the numbers.
 * Names of values are those of the columns in files where there is one.
 */
#define DETAILS_PHONES 2 /* as many as a form shows; a record may have more */

struct person_details {
	struct person person;
	struct safe_contact safe;
	struct contact_point
		phones[DETAILS_PHONES]; /* value "": none; id 0: not in the record yet */
	struct contact_point email;
};

/* Nothing known. */
struct person_details person_details_blank(void);

/* What days and proposals are reckoned from. */
struct form_from {
	day today;
	const struct holidays *holidays; /* may be NULL */
	int first_contact_days;          /* working days from receipt */
};

/*
 * The fields of *Details*, in its order, each part behind its heading; words that are data are filled
 * in. They belong to a.
 */
const struct field *person_fields(struct arena *a);

/* What the form shows of a record. Strings belong to a. */
struct values person_values(const struct person_details *d, struct arena *a);

#define PERSON_LINE_MOST 1000  /* bytes of a line */
#define PERSON_NOTE_MOST 65536 /* and of a note */
#define PERSON_NAME_LONG 70    /* characters of a name that are asked about */

/*
 * Put the values that are there over what d has; what is not among them stays. A value that cannot
 * be used leaves its field as it was and is a problem; so is a day before the birth or after the
 * death, and in the wrong order. What only looks strange is a warning. A cancer group that is not said
 * follows from where the cancer is. Strings in d belong to a or to v.
 */
void person_take(const struct values *v, const struct form_from *from, struct arena *a,
                 struct person_details *d, struct problems *problems);

/* How much of a part of the form is there: of what a good record has; "none" is an answer. */
struct part_filled {
	int n, of;
};
struct part_filled person_part_filled(const struct field *heading, const struct values *v);

/*
 * Ten digits and their kind, from what was typed: a check digit that does not fit is doubtful, to be
 * read back; another count of digits is none at all. *ret is the sentence to show beside it: "NHS
 * number", "The check digit does not fit. Read it back to them."
 */
enum number_kind number_typed(const char *text, struct arena *a, const char **digits,
                              const char **ret);

/* The fields with words that are data (cancer-groups, ethnicities …) filled in. Belongs to a. */
const struct field *fields_with_lists(const struct field *table, struct arena *a);

#endif
