#ifndef DEMO_DEMO_H
#define DEMO_DEMO_H

#include "base/arena.h"
#include "base/day.h"
#include "base/status.h"
#include "base/table.h"
#include "model/account.h"
#include "model/assessment.h"
#include "model/caseload.h"
#include "model/concerns.h"
#include "model/contact.h"
#include "model/person.h"
#include "model/plan.h"
#include "model/referral.h"
#include "model/reminder.h"
#include "model/signpost.h"
#include "store/change.h"

/*
 * What the maker of the demonstration works with. Everything is drawn from the tables of data/demo/
 * with numbers of our own, so that the same tables give the same people. Writers go through DO():
 * after the first failure nothing more is done, and rc says what it was.
 */
#define DEMO_DAY 20780 /* Monday 23 November 2026 */

#define DO(d, call)                       \
	do {                              \
		if ((d)->rc == OK)        \
			(d)->rc = (call); \
	} while (0)

/* An entry of the directory, and how often it is still to be handed out. */
struct entry {
	struct service_id id;
	const char *name;
	struct str concerns; /* codes, between semicolons */
	bool counted;        /* used as often as the table says, and no more */
	int helped, not_helped, waiting;
};

struct demo {
	struct store *st;
	struct change *c;
	struct arena *a;
	enum status rc;
	uint64_t seed;
	struct str names, streets, cancers, concerns, words; /* the tables */
	struct concern_set set;
	struct {
		size_t n;
		struct entry *at;
	} directory;
	struct account_list accounts;
	int phones, landlines; /* numbers given out */
};

/* How somebody stands on DEMO_DAY: what their worker's Today makes of it. */
enum lot {
	STAND_WELL,  /* the next thing is set for a day to come */
	STAND_LATE,  /* something was due */
	STAND_TODAY, /* something is due today, at any time */
	STAND_CHANGE,
	STAND_QUIET,
	STAND_NEW, /* not yet spoken to */
	STAND_HELD,
	STAND_HOSPITAL,
	STAND_CARER,
	STAND_CLOSED,
	STAND_DIED,
	STAND_UNREACHED,
	STAND_SAID_NO,
	STAND_STORY, /* told by hand: stories.c */
};

/* One person's time with the service. */
struct life {
	enum lot standing;
	struct account_id worker;
	day received;
	void (*story)(struct demo *d, struct life *l);
	const char *cancer_concerns;
	struct person person;
	struct referral referral;
	day spoken; /* last */
};

/* ---- drawing (draw.c) ---- */
int draw(struct demo *d, int from, int to); /* from..to, both may come */
bool draw_of_100(struct demo *d, int chance);
/* One of a list between semicolons; "" when it is empty. */
const char *draw_part(struct demo *d, struct str list);
/* Moves *t to a row, each as likely as its weight; text is of the table. */
void draw_row(struct demo *d, struct str text, struct table *t);
const char *draw_words(struct demo *d, const char *key); /* of words.tsv */
day draw_working_day(struct demo *d, day from, day to);
bool list_has(struct str list, const char *part);

/* ---- what is written (put.c): each fills in the rest ---- */
struct account_id account_named(const struct demo *d, const char *login);
void put_person(struct demo *d, struct life *l);
void put_referral(struct demo *d, struct life *l);
struct contact_id put_contact(struct demo *d, const struct life *l, struct contact x);
struct contact_id put_talk(struct demo *d, const struct life *l, day on, const char *note);
void put_try(struct demo *d, const struct life *l, day on, int minute);
void put_reminder(struct demo *d, const struct life *l, struct reminder x);
void put_derived(struct demo *d, const struct life *l);
struct reminder reminder_due_on(enum reminder_kind kind, const char *what, day due, day made);

/* ---- the directory (directory.c) ---- */
void put_directory(struct demo *d, struct str services);
/* What hangs on some of them, and what staff wrote of them: after put_directory(). */
void put_directory_parts(struct demo *d, struct str parts);
/* Hand out a service that meets the concern; .n is 0 when there is none. */
/* How a signpost came to stand where it stands. */
void put_steps(struct demo *d, const struct signpost *x, struct signpost_id id);
/* What left with a referral to the service of that name, and the yes it went by. */
void put_left(struct demo *d, const struct signpost *x, struct signpost_id id, const char *name,
              const char *fields);
struct signpost_id put_signpost(struct demo *d, const struct life *l, const char *concern, day on,
                                const char **name, bool *open);
/* Somebody told about that very service, and no word yet. */
void put_waiting(struct demo *d, const struct life *l, const char *service, const char *concern,
                 day on);
/* What the directory still owes to its counts goes to these people. */
void put_rest_of_signposts(struct demo *d, const struct life *lives, size_t n);
struct service_id service_named(const struct demo *d, const char *name);

/* ---- people and what became of them ---- */
void invent_person(struct demo *d, struct life *l);              /* people.c */
void put_safe(struct demo *d, const struct life *l);             /* people.c */
void put_assessments(struct demo *d, struct life *l, day first); /* assess.c */
void put_journey(struct demo *d, struct life *l);                /* journey.c */
void put_notes(struct demo *d);                                  /* notes.c */
/* One record that only a list of names opens: before anybody is written (together.c). */
void choose_restricted(struct demo *d, struct life *lives, size_t n);
void put_taken_back(struct demo *d, const struct life *l);
/* A cover, notes left, who is named: when everybody is written. */
void put_together(struct demo *d, const struct life *lives, size_t n);
size_t plan_lives(struct demo *d, struct life **ret); /* lives.c */

/* Told by hand, as the pictures of the screens have them: stories.c, jane.c, john.c. */
void story_jane(struct demo *d, struct life *l);
void story_john(struct demo *d, struct life *l);
/* stories_more.c */
void story_fallon(struct demo *d, struct life *l);
void story_moss(struct demo *d, struct life *l);
void story_whitlock(struct demo *d, struct life *l);
void story_whitlock_again(struct demo *d, struct life *l);
/* The last one that is done is closed to changes. */
void put_closed_assessment(struct demo *d, const struct life *l, day on);
struct story {
	void (*tell)(struct demo *d, struct life *l);
	int received; /* days before DEMO_DAY */
};
extern const struct story stories[];
extern const size_t stories_n;

#endif
