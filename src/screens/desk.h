#ifndef SCREENS_DESK_H
#define SCREENS_DESK_H

#include "casework/session.h"
#include "ui/keys.h"
#include "ui/prompt.h"
#include "ui/screen.h"

struct merging;

/*
 * The loop and the stack of screens: draws the frame (top bar, message line, key line), hands each
 * input to whoever takes it, keeps drafts, and locks.
 */
#define DESK_DEPTH    12
#define DESK_LEFT     5 /* places that g g returns to */
#define DESK_MESSAGES 50
#define DESK_TABS     4 /* TABS_MOST */

/* What was refused and can be tried again once it has what it takes: desk_demand.c. */
struct desk_again {
	enum {
		AGAIN_NOT,
		AGAIN_INPUT,  /* the key that was pressed */
		AGAIN_VISIT,  /* a screen that did not open */
		AGAIN_ANSWER, /* what came back to the screen on top */
		AGAIN_LOAD,
	} what;
	struct input input;
	struct visit visit;
	struct result answer;
};

struct desk {
	/* NULL: nobody is signed in; then only the sign-in screen stands */
	struct session *session;
	struct session *waiting; /* whose work waits behind the lock */
	struct session
		*arrived; /* signed in, or back, just now: the desk turns to them after this */
	struct terminal *term;
	struct screen *stack[DESK_DEPTH];
	size_t depth;
	struct screen *held[DESK_DEPTH]; /* behind the lock: the stack, for whoever comes back */
	size_t held_n;
	int64_t touched_ms;        /* the last key */
	int64_t locked_ms;         /* the lock */
	int64_t (*clock_ms)(void); /* tests: a clock of their own; NULL: clock_boot_ms() */
	struct desk_left {
		struct visit visit;
		char title[160];
	} left[DESK_LEFT]; /* conversations left half done, the newest first */
	size_t left_n;
	size_t message_n;        /* messages so far */
	struct merging *merging; /* what conflict_screen asks; belongs to the form below it */
	int64_t here_person;     /* whose record here is about, */
	int64_t here_at;         /* and when it was read */
	int64_t dirty_ms;
	int64_t beside;           /* the person who sees the screen too; 0: nobody does */
	struct desk_again trying; /* what this input is at */
	struct desk_again wanted; /* what waits for a reason or a passphrase */
	struct demand demand;     /* which of them; permit FREELY: nothing was refused just now */
	struct prompt prompt;
	/* NULL: the screen on top asked */
	void (*answered)(struct desk *d, const struct prompt *p);
	const char *path;       /* of the case file, to sign in; NULL: the demonstration */
	int64_t wake_ms;        /* when the screen on top wants a tick, once; 0: never */
	const char *from;       /* where whoever signs in sits, for the record; NULL: not known */
	const char *home;       /* what ~/ stands for; NULL, "": nothing */
	const char *counts_in;  /* where the counts of what is due are kept; NULL, "": nowhere */
	const char *printer;    /* the program that prints; NULL: there is none here */
	struct key_spots spots; /* of the key line as it was last drawn, for clicks */
	struct arena frame;     /* reset after each draw */
	struct arena memory;    /* as long as the desk */
	day today;              /* as if it were that day; DAY_NONE: as it is */
	int lock_after;    /* minutes, in the words of whoever sits here; 0: as the file says */
	int stray;         /* letters in a row that meant nothing */
	int rows, columns; /* of the terminal as it was last drawn */
	int tab_end[DESK_TABS];            /* the column behind each tab */
	char messages[DESK_MESSAGES][240]; /* a ring: the newest is message_n - 1 */
	char here[240];  /* who else has the record open: stands there while nothing is said */
	char cover[120]; /* "J C · CL-000412" */
	bool unkept;     /* the file could not take all of what is held */
	bool blank;      /* it locks just now: nothing may stand on the screen */
	bool covered;    /* initials only, until the next key, which does nothing else */
	bool said;       /* the newest message stands in the message line */
	bool chord;      /* after g */
	bool dirty;      /* the screen on top holds something that is not kept yet */
	bool asking;     /* the prompt stands */
	bool read_only;
	bool leave;
};

/*
 * Run from first until somebody leaves. The terminal is open. OK, or E_IO when the terminal went
 * away; what was half done is kept in both cases.
 */
MUST_USE enum status desk_run(struct desk *d, const struct visit *first);
void desk_done(struct desk *d);

/* One input through the whole desk, and the whole frame drawn: what the loop does, for tests too. */
void desk_take(struct desk *d, const struct input *in);
void desk_draw(struct desk *d, struct grid *g);

/* Say something in the message line: one sentence, like a colleague. */
void desk_say(struct desk *d, const char *fmt, ...) PRINTF_LIKE(2, 3);
void desk_say_fault(struct desk *d); /* the session's sentence */

/* A path as it was typed: "~/" is the home of whoever sits here. Belongs to a. */
const char *desk_path(const struct desk *d, const char *typed, struct arena *a);

/*
 * Ask a one-line question for the screen on top. The answer comes to its came_back() with from NULL:
 * saved says whether it was answered, id[0] the answer's key, text its words.
 */
void desk_ask(struct desk *d, const struct prompt *p);

/* For screens: the session they work in, and whom an act on them is about. */
struct session *screen_session(const struct screen *s);
struct screen *desk_top(const struct desk *d);
int64_t desk_subject(const struct desk *d);

/* Put a screen on top; what fails is said, and nothing changes. */
MUST_USE enum status desk_open(struct desk *d, const struct visit *v);
/* Leave everything (kept) and stand on a main screen. */
void desk_go(struct desk *d, const struct visit *v);
/* Take the screen on top away and give its answer to the one below. */
void desk_close(struct desk *d);
/* Give an answer to the screen on top. */
void desk_came_back(struct desk *d, const struct result *r);

/* Load the screen on top again, after something changed under it. */
void desk_reload(struct desk *d);
/* A question that stands and a g that waits are left: nothing was chosen. */
void desk_give_way(struct desk *d);
/* Nothing is on the screen any more; what was half done was kept before. */
void desk_clear(struct desk *d);
void desk_pop(struct desk *d);
MUST_USE enum status desk_load(struct screen *s); /* what it shows, anew */
/* Draw the frame and put it on the terminal now. */
void desk_paint(struct desk *d);
void desk_free_screen(struct screen *s);

/* desk_lock.c */
/*
 * Blank at once, then keep everything, and ask for the passphrase again. why is for the record: "no
 * key for 5 minutes"; NULL: somebody pressed the key.
 */
void desk_lock(struct desk *d, const char *why);
/*
 * d->arrived has signed in. Whoever waited comes back to what was open, anybody else to their first
 * screen: what the other left half done is kept for its author.
 */
void desk_signed_in(struct desk *d);
void desk_say_heads(struct desk *d);
/* What waits behind the lock, kept once more and let go. */
void desk_let_go_of_held(struct desk *d);
/* Wrong tries since the last sign-in, said once, before anything else. */
void desk_say_missed(struct desk *d);

/* desk_idle.c: limits without a key, on a clock that counts suspend */
int64_t desk_now_ms(const struct desk *d);
int64_t desk_deadline(const struct desk *d); /* when something is to be done; < 0: never */
/* What the time since the last key asks for is done. True: this key did no more than show it. */
bool desk_idle(struct desk *d, const struct input *in);
void desk_cover_put(const struct desk *d, struct grid *g);

/*
 * desk_demand.c: what was refused for want of a reason or a passphrase asks for it and is tried again
 * by itself. Screens only say the fault.
 */
void desk_trying(struct desk *d, const struct desk_again *what); /* what the next refusal refuses */
void desk_refused(struct desk *d);                               /* the sentence was said */
void desk_demand(struct desk *d); /* after an input: ask for what a refusal takes */
/* Is that the answer of a screen that asked? Then what waited is tried again. */
bool desk_demand_answered(struct desk *d, const struct result *r);

/* While it is asked for, letters lead nowhere else; safety and help are open to everybody. */
bool demand_passes(const struct input *in);

/*
 * desk_beside.c: side by side. The grid that is drawn says so too, for what a screen leaves out.
 */
bool desk_side_by_side(const struct desk *d);
void desk_beside_begin(struct desk *d, int64_t person); /* says so; again: nothing */
void desk_beside_turn(struct desk *d); /* g v: on with whoever it is about, or off */
/* May that screen, or one about somebody else, not stand now? Said. */
bool desk_beside_refuses(struct desk *d, const struct screen_ops *where);
bool desk_beside_strange(struct desk *d, const struct screen *s);
/* Keys that mean something else meanwhile: i shows what is safe. */
bool desk_beside_take(struct desk *d, const struct input *in);
/* After an input: what may not stand on top is covered by the person's record. */
void desk_beside_settle(struct desk *d);

/* desk_draw.c */
bool desk_too_small(int rows, int columns);
unsigned desk_has(const struct desk *d); /* which needs hold for the screen on top */
bool desk_typing(const struct desk *d);
/* A click on the top bar or key line: what it stands for; false elsewhere. */
bool desk_click(const struct desk *d, const struct input *in, struct input *ret);

/*
 * desk_here.c: tell others where this desk is, and learn who else is there. After the screen was
 * drawn, for it writes. True when what the message line says has changed.
 */
bool desk_here(struct desk *d);

/* desk_mouse.c: clicks and the wheel, as keys */
void desk_mouse(struct desk *d, const struct input *in);

/* desk_keep.c: drafts */
/*
 * Of the screen on top, when it has something; of the whole stack. False, and said, when it could not
 * be kept (the disk is full, the file is busy): then what was typed must not leave the screen.
 */
bool desk_keep(struct desk *d);
bool desk_keep_all(struct desk *d);
bool desk_keep_held(struct desk *d); /* of what waits behind the lock */
void desk_drop_kept(struct desk *d, const struct screen *s);
MUST_USE enum status desk_resume(struct desk *d, struct screen *s);
void desk_leave_half_done(struct desk *d, const struct screen *s); /* for g g */
void desk_return(struct desk *d);                                  /* g g */

/* desk_keys.c: what works everywhere */
extern const struct binding desk_bindings[];
extern const struct binding desk_chords[]; /* after g */
enum outcome desk_act(struct desk *d, enum act act);

#endif
