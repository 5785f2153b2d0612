#ifndef MODEL_TODAY_H
#define MODEL_TODAY_H

#include "base/arena.h"
#include "base/day.h"
#include "model/ids.h"

#include <stdbool.h>

/* The sections of Today, in their order. */
#define TODAY_SECTIONS(X)                                 \
	X(TODAY_SAFETY, "SAFETY")                         \
	X(TODAY_AT_A_TIME, "AT A TIME")                   \
	X(TODAY_CALLED, "CALLED FOR YOU, AND UNFINISHED") \
	X(TODAY_TO_ANSWER, "FOR YOU TO ANSWER")           \
	X(TODAY_COVER, "FOR A COLLEAGUE")                 \
	X(TODAY_COVER_2, "FOR ANOTHER COLLEAGUE")         \
	X(TODAY_COVER_3, "FOR OTHER COLLEAGUES")          \
	X(TODAY_NOT_SPOKEN_TO, "NOT YET SPOKEN TO")       \
	X(TODAY_LATE, "LATE")                             \
	X(TODAY_ANY_TIME, "TODAY")                        \
	X(TODAY_AT_A_CHANGE, "AT A CHANGE")               \
	X(TODAY_QUIET, "QUIET")                           \
	X(TODAY_SERVICES, "SERVICES TO CHECK")
enum today_section {
#define X(symbol, head) symbol,
	TODAY_SECTIONS(X)
#undef X
		TODAY_SECTION_COUNT
};
const char *today_head(enum today_section section);

/* Each colleague who is covered has a section of their own; from the third on they share the last. */
#define TODAY_COVERS 3
static inline bool today_is_cover(enum today_section section)
{
	return section >= TODAY_COVER && section <= TODAY_COVER_3;
}

/* What a row is of; d and r go by it. */
enum today_kind {
	TODAY_SAFETY_NOTE,
	TODAY_REMINDER,
	TODAY_MESSAGE,
	TODAY_DRAFT,
	TODAY_CASE,
	TODAY_SERVICE,
	TODAY_NOTE_LEFT,  /* by a colleague, for whoever is next or for one */
	TODAY_UNFINISHED, /* a colleague's, in which an answer needs a person today */
	TODAY_ANYWAY,     /* a restricted record that was opened anyway */
	TODAY_APPROVAL,   /* what somebody asks a second person for */
};

/* One row. Strings belong to whoever made the list and are never NULL. */
struct today_item {
	enum today_section section;
	enum today_section
		of;    /* where it stands on the Today of whoever is covered; else section */
	bool promised; /* to the person */
	bool must;     /* it cannot wait: today_cannot_wait() */
	enum today_kind kind;
	int64_t id;  /* of what it is of: reminder, message, safety note, referral … */
	int64_t ver; /* of a reminder */
	struct person_id person; /* 0: about nobody in particular; such rows all stand */
	struct service_id service;
	int64_t order[3]; /* the smallest first, within the section */
	int weight; /* beside others about the same person: today_weight(); 0 for what is no reminder */
	bool under;  /* one of the others, unfolded below the row of the person */
	bool hidden; /* restricted to others: the name is the reference, and nothing else is said */
	bool late;   /* when is shown as alarm */
	bool rings;  /* doing it is to ring the person: their number, or what is safe */
	const char *when;   /* "09:30", "2 days", "by Wed" */
	const char *name;   /* "Carter, Jane" */
	const char *year;   /* "1981" where somebody else could be meant, else "" */
	const char *born;   /* "1981" whenever it is known, for what is asked about them; "" */
	const char *what;   /* "Did Citizens Advice call about the rent?" */
	const char *soft;   /* to attend to: "no try yet"; "" */
	const char *safe;   /* "! no voicemail"; "" */
	const char *number; /* to ring; "" where it is not safe to show, or nobody is rung */
	const char *why;    /* why it is here, one sentence */
	const char *form;   /* of a draft: its screen */
	const char *about;  /* of a draft: what it is on */
	int others;         /* further things about the same person, behind this one */
	int others_late;    /* and how many of them are late */
	size_t behind;      /* where the first of them stands in behind of struct today */
};

struct today_items {
	size_t n;
	struct today_item *at;
};

struct today {
	struct today_items items;  /* by section, then in order; a person once */
	struct today_items behind; /* what else there is about them, person by person */
	size_t count[TODAY_SECTION_COUNT];
	size_t unfolded
		[TODAY_SECTION_COUNT];     /* how many of count are only unfolded below another */
	size_t first[TODAY_SECTION_COUNT]; /* index of the section's first item */
	size_t must[TODAY_SECTION_COUNT];  /* how many of its first items cannot wait */
	const char *head[TODAY_SECTION_COUNT]; /* "FOR BEN"; NULL: today_head() */
};

/*
 * Can it not wait for another day? What is unsafe, has its time today, called, or asks for an answer; who
 * is to be spoken with for the first time within three days; what was promised to the person (care 39).
 */
bool today_cannot_wait(const struct today_item *x, day today);

/* Which of it is looked at. */
enum today_which { TODAY_ALL, TODAY_MUST, TODAY_CAN_WAIT };

/*
 * Leave the rows of which, by must of each and of what stands behind it: somebody about whom one thing
 * cannot wait is not among those who can. Of an arranged Today, before anything is unfolded. Returns how
 * many rows were left out.
 */
size_t today_narrow(struct today *t, enum today_which which);

/* What a section of this Today is called. */
const char *today_title(const struct today *t, enum today_section section);

/*
 * An item of a colleague's Today, put into the section of who is covered: in the same order, but what
 * cannot wait stands first. That is what has a time, who rang, who is to be spoken with for the first
 * time within three days, and what was promised to the person.
 */
void today_cover(struct today_item *x, enum today_section section, day today);

/*
 * Sort, and let each person stand once, in the highest section they belong to. What has no time of the
 * day is one day's work: of what is late and what is due today the row is what matters most, by
 * weight, then the first due, so that a bereavement call is not hidden behind a late plan. The rest
 * stands in behind, in order. items is used up.
 */
void today_arrange(struct today_items *items, struct arena *a, struct today *ret);

/*
 * Put what stands behind the item at into the list below it, in its section; a person at a time. The
 * list belongs to a; indexes behind at move.
 */
void today_unfold(struct today *t, size_t at, struct arena *a);

/* "2 more: Give them their plan (late 2 days); Ask ward 5"; "" when there is nothing. */
const char *today_others_text(const struct today *t, const struct today_item *x, struct arena *a);

/* Rows of the screen, from top to bottom. */
enum today_row_kind {
	TODAY_ROW_HEAD,   /* section: its name and count */
	TODAY_ROW_ITEM,   /* item */
	TODAY_ROW_MORE,   /* above and more: how many of the section are not shown */
	TODAY_ROW_FOLDED, /* section and those folded behind it, item of them on this line */
	TODAY_ROW_BLANK,
};

struct today_row {
	enum today_row_kind kind;
	enum today_section section;
	size_t item;  /* index in items */
	size_t above; /* TODAY_ROW_MORE: of the section, before what is shown */
	size_t more;  /* and behind it */
};

#define TODAY_MOST_ROWS 200

/*
 * Share out room rows so that every section that has anything is named with its count and the
 * chosen item stands on the screen. Sections without room for a row are folded onto the last lines,
 * as many to a line as fit in columns. Returns how many rows there are.
 */
size_t today_rows(const struct today *t, size_t room, int columns, size_t chosen,
                  struct today_row rows[TODAY_MOST_ROWS]);

/* Columns that a folded section takes: "TODAY 4 ↓", and the blanks before the next one. */
int today_folded_width(const struct today *t, enum today_section section);

/*
 * How what is late goes between people: what was promised to the person, calls to the bereaved, then
 * check-backs, chases, actions, the rest.
 */
struct reminder;
int64_t today_rank(const struct reminder *r);

/*
 * How much a reminder matters beside others about the same person, the smallest first: what was
 * promised to them, a call to the bereaved, to speak with them at all, did it help, ask whoever
 * promised, what was agreed, ask again, see how they are, the review, the plan to be given, what is
 * kept, a service to check.
 */
int today_weight(const struct reminder *r);

#endif
