#ifndef MODEL_CONTACT_FORM_H
#define MODEL_CONTACT_FORM_H

#include "base/field.h"
#include "model/contact.h"
#include "model/holidays.h"
#include "model/reminder.h"
#include "model/safe.h"

/*
 * What happened, as it is written down: opened before one dials, in the order of a call. The choice
 * of what happened is in the table for drafts, line-by-line prompts and name=value input; the full
 * screen draws it by itself, as digits. Which number was wrong is one of those of the person: the
 * screen gives the field its words.
 */
extern const struct field contact_fields[];
#define CONTACT_FIELDS 10 /* without the row that ends the table */

/* What comes next: becomes a reminder in the same change. */
struct next_step {
	const char *what; /* "": nothing */
	day on;
	int minute; /* or MINUTE_NONE */
	enum reminder_kind kind;
};

/* A contact to be recorded. Begin with a copy of new_contact_blank. */
struct new_contact {
	struct person_id person;
	enum contact_outcome outcome;
	enum contact_direction direction; /* none: what the outcome says by itself */
	enum contact_mode mode;           /* the same */
	day on;                           /* DAY_NONE: now */
	int minute;
	const char *who_with, *note;
	int minutes;                    /* it took, or NUMBER_NONE */
	struct contact_point_id number; /* wrong or dead: struck out; 0: the only one there is */
	bool has_next;                  /* next says what follows; else the ladder does */
	struct next_step next;
	struct reminder_id reminder; /* that it was opened from: done with it */
};
extern const struct new_contact new_contact_blank;

struct contact_form_from {
	day today;
	int minute; /* of the day, now */
	const struct holidays *holidays;
};

/*
 * The values as a contact; what cannot be understood, or cannot be, goes to problems by field.
 * person and reminder are the caller's; has_next follows from whether a next step is named. Strings of *ret belong to a or v.
 */
void contact_from_values(const struct values *v, const struct contact_form_from *from,
                         struct arena *a, struct problems *problems, struct new_contact *ret);

/* What stops it whoever wrote it down: nothing chosen, a day ahead, a next step that lies behind. */
void new_contact_problems(const struct new_contact *x, const struct contact_form_from *from,
                          struct arena *a, struct problems *problems);

/*
 * "Mon 30 Nov 17:00", "Mon 30 Nov after 17:00", as it can be typed again; MINUTE_NONE: the day alone.
 * Belongs to a.
 */
const char *next_on_text(day on, int minute, bool after, day today, struct arena *a);

/*
 * The channel that a contact of ours has used, so that its rule can be asked: voicemail for a
 * message, else text, e-mail, post by the mode. CHANNEL_NONE for talking, and for what they did.
 */
enum channel contact_channel(enum contact_outcome outcome, enum contact_direction direction,
                             enum contact_mode mode);

#endif
