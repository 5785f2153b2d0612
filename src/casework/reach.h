#ifndef CASEWORK_REACH_H
#define CASEWORK_REACH_H

#include "casework/may_contact.h"
#include "model/contact_point.h"
#include "model/ladder.h"
#include "model/person.h"
#include "model/referral.h"

/* All that decides how a person may be reached, read once. Strings belong to the arena asked with. */
struct reach {
	struct person person;
	struct referral referral; /* the current one; id 0: never referred */
	struct safe_contact safe;
	struct safe_person about;
	struct safe_words words;
	struct contact_list contacts; /* the newest first */
	struct contact_point_list points;
	bool asked_referrer; /* for a safer way, since they were last spoken to */
};

/* The sentence of a failure is in the session. */
MUST_USE enum status reach_get(struct session *s, struct person_id person, struct arena *a,
                               struct reach *ret);

/*
 * Why a contact may not be written down: nobody turns to somebody who has died, and nothing goes out by
 * a way that is not safe. NULL when it may. Belongs to a.
 */
struct contact;
const char *reach_contact_refusal(const struct reach *r, const struct contact *c, struct arena *a);

/* NULL when the channel may be used on that day, else the sentence. Belongs to a. */
const char *reach_refusal(const struct reach *r, enum channel channel, day on, struct arena *a);
bool reach_stopped(const struct reach *r);
/* "Jane died. Speak to Rosa Diaz."; "" when they may be reached. Belongs to a. */
const char *reach_stopped_text(const struct reach *r, struct arena *a);
/* "Tue 17 Nov 09:40 no answer · …": since they were last spoken to; "" when nobody tried. */
const char *reach_tried(const struct reach *r, struct arena *a);

/* The first number that may be tried and is not but; NULL: none. */
const struct contact_point *reach_number(const struct reach *r, struct contact_point_id but);

/* What comes next as things stand, with these contacts behind them. */
void reach_ladder(const struct session *s, const struct reach *r,
                  const struct contact_list *contacts, bool has_number, struct arena *a,
                  struct ladder *ret);

#endif
