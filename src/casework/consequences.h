#ifndef CASEWORK_CONSEQUENCES_H
#define CASEWORK_CONSEQUENCES_H

#include "casework/happened.h"

#include "model/action.h"
#include "model/person.h"
#include "model/referral.h"
#include "model/reminder.h"
#include "model/safe_contact.h"
#include "model/signpost.h"
#include "store/change.h"

/* All that follows from a happening: rows as they will be, and the list that says so. */
struct consequences {
	const struct new_happening *in;
	struct happening happening;
	struct person person; /* as it will be */
	struct reminder_list reminders;
	struct signpost_list signposts;
	struct action_list actions;
	struct referral_list referrals; /* each of these four as it will be */
	struct reminder_list make;      /* new ones */
	struct safe_contact safe;
	bool safe_changes;
	struct effect_list effects;
};

/* Reads, writes nothing. E_CONFLICT and E_NOT_FOUND with their sentence in the session. */
MUST_USE enum status consequences_find(struct session *s, const struct new_happening *h,
                                       struct arena *a, struct consequences *ret);
MUST_USE enum status consequences_write(struct change *c, const struct consequences *k);

void effect_add(struct consequences *k, struct arena *a, enum effect_kind kind, const char *fmt,
                ...) PRINTF_LIKE(4, 5);

/* consequences_death.c: what a death ends, and who is to be told. */
MUST_USE enum status consequences_of_death(struct session *s, struct consequences *k,
                                           struct arena *a);

/* What a death that was only reported had stopped, and goes on. */
MUST_USE enum status consequences_of_mistake(struct session *s, struct consequences *k,
                                             struct arena *a);

/* A new reminder by rule r, for whoever has the person. */
struct rule;
void consequences_remind(const struct session *s, struct consequences *k, const struct rule *r,
                         const char *name, struct arena *a);

#endif
