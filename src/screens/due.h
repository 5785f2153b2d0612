#ifndef SCREENS_DUE_H
#define SCREENS_DUE_H

#include "desk.h"

#include "casework/reminders.h"
#include "casework/signposts.h"
#include "model/chase.h"
#include "model/when.h"

/*
 * The one-line questions of d and r, on Today and among the reminders: what came of it (and, for a
 * check-back, whether it helped); which other day, shown back with its weekday and load, and why
 * from the second time on. Each names the person.
 */
enum due_step {
	DUE_NOTHING,
	DUE_HELPED,  /* y p n k */
	DUE_SEEN,    /* s w n e: what a service said */
	DUE_TOUCH,   /* y n k e: whether it got in touch */
	DUE_GIVE_UP, /* y n: could not find out */
	DUE_MESSAGE, /* y n: dealt with */
	DUE_OUTCOME, /* text */
	DUE_DAY,     /* text */
	DUE_SURE,    /* y n: the day shown back; l: the lighter one near it */
	DUE_WHY,     /* text */
	DUE_WHOSE,   /* text: whose wish an agreed quiet is */
	DUE_SET,     /* text: a day for a new reminder */
	DUE_THROW,   /* y n: what is unfinished, thrown away */
};

/* What it is about. */
struct due_subject {
	struct reminder_id reminder; /* 0: none yet */
	struct message_id message;
	struct person_id person;
	const char *form, *about; /* of a draft */
	const char *name;         /* "Carter, Jane 1981" */
	const char *what;         /* of a reminder that r makes */
	bool check_back;          /* on a signpost */
	struct signpost_id signpost;
	enum chase_step step; /* of its ladder; CHASE_NONE: whether it helped */
	bool quiet;           /* r agrees on quiet */
	int moved;
	int64_t ver;                     /* of the reminder as it was shown */
	const struct reminder_ref *many; /* all of them get another day; NULL: one */
	size_t many_n;
};

struct due_ask {
	enum due_step step;
	struct due_subject about;
	struct when when;
	day lighter; /* near it, when it is full; DAY_NONE */
	enum helped helped;
	struct signpost_outcome went; /* how it went on; id 0: nothing of the kind */
	char done[160];               /* after an answer that did it: what came of it */
	struct arena arena;
};

/* Of a reminder that asks how a signpost went: fills check_back, signpost and step. */
void due_of_reminder(const struct reminder *r, struct due_subject *ret);
void due_ask_done(struct screen *s, struct due_ask *ask, const struct due_subject *about);
/* Of a draft: name is its title. */
void due_ask_throw(struct screen *s, struct due_ask *ask, const struct due_subject *about);
void due_ask_day(struct screen *s, struct due_ask *ask, const struct due_subject *about);

/* One day, and one reason, for many. */
void due_ask_days(struct screen *s, struct due_ask *ask, const struct reminder_ref *many, size_t n);

enum due_did {
	DUE_ASKING, /* the next question stands, or nothing was changed */
	DUE_DONE,   /* it is done: ask->done has what came of it */
	DUE_MOVED,  /* another day, or somebody else had set one: load again */
};
/* For came_back() of the screen, when r->from is NULL. */
enum due_did due_answered(struct screen *s, struct due_ask *ask, const struct result *r);
void due_end(struct due_ask *ask);

#endif
