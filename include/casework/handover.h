#ifndef CASEWORK_HANDOVER_H
#define CASEWORK_HANDOVER_H

#include "casework/session.h"
#include "model/handover_note.h"

/*
 * Since you were last here: what others did about one's people, who opened them, what was handed
 * over, left or is still promised. Counted from the record of changes, never typed. Strings belong
 * to the arena they were asked for with.
 */

#define SINCE_SECTIONS(X)                       \
	X(SINCE_COVER, "WHILE YOU WERE AWAY")   \
	X(SINCE_NOTES, "NOTES LEFT FOR YOU")    \
	X(SINCE_SAFETY, "SAFETY")               \
	X(SINCE_ALONE, "DONE BY ONE ALONE")     \
	X(SINCE_HANDED, "HANDED TO YOU")        \
	X(SINCE_CALLED, "CALLED FOR YOU")       \
	X(SINCE_UNFINISHED, "LEFT UNFINISHED")  \
	X(SINCE_CHANGED, "CHANGED BY OTHERS")   \
	X(SINCE_OPENED, "OPENED BY COLLEAGUES") \
	X(SINCE_PROMISED, "YOU PROMISED")
enum since_section {
#define X(symbol, head) symbol,
	SINCE_SECTIONS(X)
#undef X
		SINCE_SECTION_COUNT
};
const char *since_head(enum since_section section);

struct since_row {
	enum since_section section;
	int64_t id; /* of a note, safety note, message, draft; of a cover who is away */
	struct person_id person; /* 0: about nobody */
	bool alarm;
	const char *when;  /* "Sat 14:10", "2 days" */
	const char *who;   /* whom it is about, or who did it */
	const char *about; /* the person's name as it stands in who or what; "" */
	const char *what;
};

struct since {
	const char *last; /* "Fri 20 Nov 17:02"; "": never here before */
	size_t n;
	struct since_row *at; /* by section */
	size_t count[SINCE_SECTION_COUNT];
	size_t more;            /* notes that wait behind those shown */
	bool away;              /* a cover stands for this account: it may say that it is back */
	const char *away_since; /* "Mon 16 Nov" */
};

/*
 * Looking is on record. A volunteer has the notes to volunteers alone, five at most. What takes two
 * and was done alone is for every other coordinator and auditor, until a day on which they looked.
 */
MUST_USE enum status casework_since(struct session *s, struct arena *a, struct since *ret);

/*
 * Is it the first screen of this shift? When there is something, and the account has not read it
 * since midnight. What one promised oneself is no reason. False in what is only read.
 */
MUST_USE enum status casework_since_waits(struct session *s, bool *ret);

/* What this account promised to people by today and has not done: for a note before it leaves. */
MUST_USE enum status casework_promised_open(struct session *s, size_t *ret);

/* ---- notes that are left ---- */

/* reader and words are needed; login of whom it is for with NOTE_FOR_ONE. person 0: about nobody. */
struct new_note {
	enum note_reader reader;
	const char *login;
	const char *words;
	struct person_id person;
};
/* Whoever may see the desk may leave one. E_INVALID: nobody signs in so, no words. */
MUST_USE enum status casework_leave_note(struct session *s, const struct new_note *n,
                                         struct arena *a, const char **said);

struct note_shown {
	struct handover_note note;
	const char *by;    /* "Ben Ojo" */
	const char *when;  /* "Fri 20 Nov 17:02" */
	const char *about; /* "Carter, Jane 1981", "" */
	const char *read;  /* "read by Mary Bell, Sat 21 Nov 10:02", "not read yet" */
};
struct notes_shown {
	size_t n;
	struct note_shown *at;
};

/* A note that is for this account, or that it left; reading it is casework_note_read(). E_DENIED. */
MUST_USE enum status casework_note(struct session *s, int64_t id, struct arena *a,
                                   struct note_shown *ret);
/* Read: it stands no more for this account, and whoever left it sees by whom and when. */
MUST_USE enum status casework_note_read(struct session *s, int64_t id);
/* What this account left last, the newest first, at most ten, with who read it. */
MUST_USE enum status casework_notes_left(struct session *s, struct arena *a,
                                         struct notes_shown *ret);

#endif
