#ifndef CASEWORK_CONTACTS_H
#define CASEWORK_CONTACTS_H

#include "casework/strip.h"
#include "model/contact_form.h"
#include "model/contact_point.h"
#include "model/day_load.h"
#include "model/ladder.h"

/* A number or address, as the contact form shows it. */
struct contact_number {
	struct contact_point_id id;
	enum contact_point_kind kind;
	const char *label; /* "mobile" */
	const char *shown; /* "07700 900123" */
	const char *whose; /* "hers alone", "" */
	const char *no;    /* "NEVER USE", "wrong since 3 Oct"; "" when it may be tried */
};

struct contact_numbers {
	size_t n;
	struct contact_number *at;
};

/*
 * What one needs in sight before dialling. Strings belong to the arena it was asked for with; none
 * is NULL, but for the refusals, which are NULL when the way is safe.
 */
struct contact_view {
	struct person_strip strip;
	struct contact_numbers numbers;
	const char *them; /* "her", "him", "them" */
	const char *they; /* "she", "he", "they" */
	bool died;
	const char *stopped; /* "No contact: Jane died. Speak to …": then no number is there; "" */
	const char *speaks_for;  /* "Rosa Diaz, about appointments only"; "nobody" */
	const char *say;         /* what may be said if somebody else answers; "" */
	const char *first_words; /* what to say when they may not know of us, or of it; "" */
	const char *code_word;   /* "" */
	const char *tried;       /* "Tue 17 Nov 09:40 no answer · …": since last spoken to; "" */
	const char *last_spoken; /* "18 Nov, phone, 25 min"; "" */
	int tries;               /* since last spoken to */
	const char *no_ring, *no_message, *no_text, *no_email, *no_post, *no_other; /* refusals */
	struct ladder next;        /* what follows when this try does not reach them */
	struct ladder next_wrong;  /* the same when the number turns out to be wrong */
	struct ladder next_letter; /* the same when it is a letter that was written */
	bool may_close;            /* the ladder is at its end: casework_unable_to_contact() */
	struct account_id worker;  /* whose reminder the next step will be */
	const char *worker_name;   /* "" when it is the session's own */
};

/* Opening it is a look, on record before anything is painted. */
MUST_USE enum status casework_contact_view(struct session *s, struct person_id person,
                                           struct arena *a, struct contact_view *ret);

/* How full that day is for that worker, by what a day holds here (setting day_full). */
MUST_USE enum status casework_day_load(struct session *s, struct account_id worker, day on,
                                       struct day_load *ret);

/* What came of saving. said belongs to the arena it was asked for with. */
struct contact_saved {
	struct contact_id contact;
	struct reminder_id next; /* 0: none was made */
	const char *said;        /* "Saved. Third try set for Mon 30 Nov after 17:00." */
};

/*
 * What happened, and all that follows from it, as one change: spoken with for the first time makes
 * an accepted referral active; no answer moves the ladder on; a wrong number is struck out; *asked
 * us to stop* drops every reminder about them and ends the ladder for good; the next step becomes a
 * reminder; the reminder it was opened from is done with it.
 *
 * E_DENIED when the way was not a safe one, with the sentence; E_INVALID with what is wrong.
 */
MUST_USE enum status casework_record_contact(struct session *s, const struct new_contact *x,
                                             struct arena *a, struct contact_saved *ret);

/*
 * What is checked before somebody is said to be out of reach; all four must be, but that of who came by
 * themselves there is no referrer to ask.
 */
struct out_of_reach {
	bool not_in_hospital, not_moved, not_died, referrer_asked;
	const char *note;
};

/*
 * The end of the ladder: the referral closes as *could not be reached*. E_INVALID, naming what has
 * not been checked; E_CONFLICT when they have been spoken to, or the referral is no longer waiting.
 */
MUST_USE enum status casework_unable_to_contact(struct session *s, struct person_id person,
                                                const struct out_of_reach *checked);

#endif
