#ifndef MODEL_REFERRAL_FORM_H
#define MODEL_REFERRAL_FORM_H

#include "model/person_form.h"
#include "model/referral.h"

/* A referral as it comes in, with the person it is of. */
struct new_referral {
	struct person_id person; /* 0: somebody new; else about is not looked at */
	struct person_details about;
	struct referral referral; /* worker, state and person are casework's to set */
	const char *worker;       /* login of whoever takes it on; "": nobody yet */
};

/*
 * The page in the order in which callers speak. workers: logins and names of those who may take it
 * on. What can wait is FIELD_MORE. Belongs to a; workers must outlast it.
 */
const struct field *referral_fields(const struct words *workers, struct arena *a);

/*
 * From the values of the form; problems by field. Nothing that was not asked is taken for yes. The
 * source follows from who is ringing; received is today and the first contact due first_contact_days
 * working days later, unless the form says otherwise. Strings belong to a or to v.
 */
void referral_from_values(const struct values *v, const struct form_from *from, struct arena *a,
                          struct new_referral *ret, struct problems *problems);

/* The day of the first contact for a referral received on that day. */
day first_contact_due(day received_on, const struct form_from *from);

/* The council to propose from the start of a postcode: its name; "" when none is known. */
const char *council_proposed(const char *postcode, struct arena *a);

/* The source of the directory of sources that who is ringing stands for: "1" is "specialist_nurse". */
const char *source_of_ringing(const char *ringing, struct arena *a);

#endif
