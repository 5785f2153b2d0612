#ifndef UI_SCREEN_H
#define UI_SCREEN_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "ui/act.h"
#include "ui/grid.h"
#include "ui/terminal.h"

#include <stdint.h>

/*
 * A screen is data: an ops table, a key table, and render(), which is pure. Who takes an input:
 * overlay, then the focused text field, then the screen's table, then the global table.
 */
struct screen;
struct desk; /* the loop and the stack: screens/desk.h */

/* What must hold for a key to do something; a key whose needs fail says why. */
#define NEEDS_ROW    1u  /* a row is chosen */
#define NEEDS_PERSON 2u  /* the row or screen is about a person */
#define NEEDS_WRITE  4u  /* the file may be changed */
#define NEEDS_MANY   8u  /* the list is not empty */
#define NEEDS_HIDDEN 16u /* works, but is not named in the key line */
#define NEEDS_STAFF  32u /* for those who have people of their own */
#define NEEDS_DESK   64u /* for the volunteers' Desk */

/* Whose keys they are goes on beyond what a screen has for itself (256u to 32768u). */
#define NEEDS_NAME     (1u << 16) /* for whoever signed in by name */
#define NEEDS_AUDIT    (1u << 17) /* for whoever looks after the record and has no people */
#define NEEDS_ENTRIES  (1u << 18) /* for those who may change the directory */
#define NEEDS_ACCOUNTS (1u << 19) /* for those who may change accounts */
#define NEEDS_WHOSE \
	(NEEDS_STAFF | NEEDS_DESK | NEEDS_NAME | NEEDS_AUDIT | NEEDS_ENTRIES | NEEDS_ACCOUNTS)

struct binding {
	const char *key; /* "Up", "Enter", "Ctrl-S", "c", "0-9" */
	enum act act;
	unsigned needs;
	const char *help;  /* a sentence for help and manual: "Ring or write, and log it" */
	const char *brief; /* for the key line: "contact"; NULL: not in the key line */
};

/* Where to go and what to show there; what id means is said beside each screen's visit_*(). */
struct visit {
	const struct screen_ops *where;
	int64_t id[4];
	const char *text;
};

/* What a picker or form answers to the screen under it. */
struct result {
	const struct screen_ops *from;
	bool saved;
	int64_t id[4];
	const char *text;
};

enum outcome {
	STAY,    /* nothing to do */
	REDRAW,  /* the state changed */
	RELOAD,  /* load again, then redraw */
	OPEN,    /* put s->go on top of the stack */
	REPLACE, /* s->go takes the place of this screen, and answers to the one below */
	CLOSE,   /* leave; s->answer goes to the screen below */
	PASS,    /* not mine: the global table may have it */
};

/* A half-done form as it is kept: one per account, screen and thing it is about. */
struct kept {
	char about[96];  /* "CL-000412", "" */
	int64_t subject; /* whom it is about, 0: nobody yet */
	char title[120]; /* as it is listed: "Assessment begun, 9 raised, not ended" */
	struct buf body; /* read again by resume() */
};

struct screen_ops {
	const char *name;  /* "today": goldens, drafts, help */
	const char *title; /* "Today" */
	size_t state_size;
	const struct binding *bindings;         /* ends in { 0 }; before the global table */
	bool overlay;                           /* drawn over the dimmed screen below */
	bool conversation;                      /* kept as it is typed; longer before it locks */
	enum status (*begin)(struct screen *s); /* s->target says what to show */
	enum status (*load)(struct screen *s);  /* casework -> state, into s->arena, which is new */
	void (*render)(const struct screen *s, struct grid *g); /* state -> cells, cursor; pure */
	enum outcome (*take)(struct screen *s, enum act act, const struct input *in);
	bool (*typing)(const struct screen *s); /* a text field has the focus */
	void (*came_back)(struct screen *s, const struct result *r);
	bool (*keep)(const struct screen *s, struct kept *ret); /* draft out (about is set even when
	                                                           false: nothing to keep) … */
	enum status (*resume)(struct screen *s, struct str body); /* … and in */
	int64_t (*subject)(const struct screen *s); /* whom the row or screen is about, 0 */
	unsigned (*has)(const struct screen *s);    /* which needs hold */
	void (*end)(struct screen *s);              /* frees what the state owns */
};

struct screen {
	const struct screen_ops *ops;
	struct desk *desk;
	void *state; /* state_size bytes, zeroed at begin */
	struct visit target;
	struct visit go;      /* with OPEN */
	struct result answer; /* with CLOSE */
	struct arena arena;   /* what load() shows; the one before lasts until load() ends */
	struct arena keep;    /* lasts as long as the screen: target.text and such */
};

#endif
