#ifndef CASEWORK_PERSON_VIEW_H
#define CASEWORK_PERSON_VIEW_H

#include "casework/session.h"
#include "casework/strip.h"
#include "model/assess_doubt.h"
#include "model/assessment.h"
#include "model/concern.h"
#include "model/contact_point.h"
#include "model/person.h"
#include "model/referral.h"
#include "model/safe_contact.h"

/*
 * Everything that the record of a person shows, for the screen and for `clew show` alike: what is
 * due, what troubles them now and last time, who is round them, and everything that happened.
 */

/* How a line is meant: the screen turns it into a look, never the only way of saying it. */
enum view_tone { TONE_PLAIN, TONE_GOOD, TONE_MISSING, TONE_LATE, TONE_DIM };

/* Something due. */
struct view_due {
	const char *when; /* "2 days late", "by Fri 4 Dec", "today 09:30" */
	const char *what; /* "Did Citizens Advice call about the rent?" */
	bool late;
};

struct view_due_list {
	size_t n;
	struct view_due *at; /* the longest overdue first */
};

/* One concern of the last assessment: raised, or gone since the one before. */
struct view_concern {
	const char *code, *label;
	enum concern_answer answer;
	int now, was; /* 0..10, or NUMBER_NONE: not asked, or asked to talk about it */
	int matters;  /* 1..3, or NUMBER_NONE */
	const char *own_words;
	enum need_level level; /* as somebody judged it */
	const char *doing;     /* "Citizens Advice", "no action yet" */
	const char *doing_end; /* ", waiting", " · Fri": stays whole when doing is cut; "" */
	enum view_tone tone;
};

struct view_concern_list {
	size_t n;
	struct view_concern *at; /* the worst first */
};

/* "▲3", "▼2", "=", "new": how a concern changed; "" when there is nothing to compare. Belongs to a. */
const char *view_trend(const struct view_concern *c, struct arena *a);

/* Somebody round them. */
struct view_relative {
	const char *who;        /* "Rosa Diaz, friend" */
	const char *more;       /* "speaks for her about appointments only" */
	const char *missing;    /* "not assessed as a carer", "" */
	struct person_id other; /* 0: no record here */
};

struct view_relative_list {
	size_t n;
	struct view_relative *at;
};

/* What an entry is: what the timeline is looked through by, and what can be moved. */
enum view_sort {
	SORT_NONE,
	SORT_CONTACT,
	SORT_MESSAGE,
	SORT_STEP, /* of the try-again ladder, that was no contact */
	SORT_ASSESSMENT,
	SORT_PLAN,
	SORT_SERVICE, /* told about, referred to */
	SORT_WENT_ON, /* how one of those went on: a step of its ledger */
	SORT_UNMET,
	SORT_STAGE, /* what happened, and the time with us */
	SORT_LEFT,  /* what was handed out or sent */
	SORT_SAFETY,
	SORT_WISHES, /* that they are there, never what they are */
	SORT_MOVED,  /* to another record, or from one */
};

/* A row of one of the tabs. */
struct view_row {
	enum view_sort sort;
	int64_t id;           /* of the contact, message … it shows; 0: none */
	struct account_id by; /* who wrote it down; 0: not known */
	day on;
	int minute;
	const char *when;  /* "Mon 23 Nov 09:06" */
	const char *kind;  /* "Contact" */
	const char *what;  /* on one line */
	const char *whole; /* all of it, in lines; never empty */
	enum view_tone tone;
	int64_t service;                 /* id, 0: none to open */
	struct assessment_id assessment; /* 0: none to put right, to close or to open */
	bool free;                       /* it may be put right without a reason */
};

struct view_row_list {
	size_t n;
	struct view_row *at; /* the newest first */
};

/* What was answered about a concern, and when: all assessments that were done, the oldest first. */
struct view_score {
	enum concern_answer answer;
	int score; /* 0..10 when answer is CONCERN_SCORED, else NUMBER_NONE */
};

struct view_scores {
	const char *label;
	struct view_score *at; /* one for each of view_history.n; answer NONE: not asked */
};

struct view_scores_list {
	size_t n;
	struct view_scores *at; /* overall, then what is worst now first */
};

struct view_history {
	size_t n;
	const struct assessment **at;
	struct view_scores_list rows;
};

/* Strings belong to the arena it was asked for with; none is NULL. */
struct person_view {
	struct person_strip strip;
	struct person person;
	struct safe_contact safe;
	struct contact_point_list points;
	bool ask_again;           /* what is safe was asked 90 days ago or more, or never */
	bool referred;            /* referral and worker are there */
	struct referral referral; /* the open one, else the last */
	const char *worker;       /* name, "" */
	const char *where; /* "Breast · radiotherapy ends Tue 24 Nov · Leeds LS6 · lives alone" */
	const char *matters; /* what matters to them, in their words */
	const char *stopped; /* why nothing is to be done: died, asked to stop, closed; else "" */
	struct view_due_list due;
	struct view_concern_list concerns;
	const char *assessed;            /* "Mon 16 Nov, by phone", "" when never */
	struct assess_doubt_list doubts; /* about the newest assessment; while more: none */
	struct view_relative_list looks_after, helped_by;
	const char *money;  /* "£4,212 a year gained · 1 asked for"; "" */
	const char *spoken; /* "18 Nov, phone, 25 min", "" when never */
	const char *spoken_note;
	struct view_history history;
	struct view_row_list timeline, assessments, plan, services;
	bool more; /* timeline and assessments go further back: casework_whole_person() */
};

/*
 * Open somebody's record: the look is on record before anything of it is shown. A record that was
 * merged leads on to the one where everything is now: ret->person says which it is. Of a long record
 * the timeline and the assessments hold the latest, without a gap, so that it opens as fast as a
 * short one.
 */
MUST_USE enum status casework_open_person(struct session *s, struct person_id id, struct arena *a,
                                          struct person_view *ret);

/* The same, of a record that is open already. */
MUST_USE enum status casework_reread_person(struct session *s, struct person_id id, struct arena *a,
                                            struct person_view *ret);

/* The same, everything that ever happened with it: more is false. */
MUST_USE enum status casework_whole_person(struct session *s, struct person_id id, struct arena *a,
                                           struct person_view *ret);

#endif
