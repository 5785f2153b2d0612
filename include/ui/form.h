#ifndef UI_FORM_H
#define UI_FORM_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/field.h"
#include "base/status.h"
#include "ui/grid.h"
#include "ui/line.h"

/*
 * A form over a table of fields: values are text as it was typed. Enter goes to the next field and
 * on the last one saves; Tab, Shift-Tab, Up, Down move; Ctrl-S saves from anywhere; Esc leaves and
 * loses nothing, for the screen keeps a draft. In a note Enter is a new line and Tab leaves.
 *
 * A FIELD_CHOICE holds the stored word: 1..9 choose, letters find by label (but not
 * in the first field of a form, where somebody may be writing by mistake), Left and Right go through
 * them, Backspace takes the answer back. FIELD_ASKED holds "yes", "no" or "" (not asked):
 * y, n and ?.
 */
struct form_entry {
	const struct field *field;
	struct line line;
	const char *echo;  /* beside the value, "→ Mon 30 Nov": belongs to the form; NULL: none */
	const char *label; /* in place of the table's; NULL: the table's */
	bool hidden;       /* not asked now; its value is kept */
};

struct form {
	const struct field *fields;
	size_t n;
	struct form_entry *at;
	size_t focus;
	const struct field *changed; /* after FORM_CHANGED: which field */
	const char *said;            /* after FORM_STAY: why nothing happened, or NULL */
	struct problems problems;    /* shown under their fields */
	struct buf find;             /* letters typed in a choice so far */
	size_t top;                  /* the first entry that is shown */
	bool in_parts;               /* one part at a time: form_by_parts() */
	struct arena arena;          /* entries */
	struct arena told;           /* problems, echoes; reset by form_problems() */
};

enum form_did {
	FORM_PASS,    /* not for the form: the screen's or global table may have it */
	FORM_STAY,    /* taken, nothing changed; said may have a sentence for the message line */
	FORM_MOVED,   /* the cursor or the focus */
	FORM_CHANGED, /* a value: changed says which */
	FORM_SAVE,    /* save now, if nothing is wrong */
	FORM_LEAVE,   /* Esc */
	FORM_OPENS,   /* Enter on a FIELD_OPENS: changed says which */
};

/* fields must outlast the form. All values empty, focus on the first field. */
void form_begin(struct form *f, const struct field *fields);
void form_done(struct form *f);

enum form_did form_take(struct form *f, const struct input *in);
/* Is a place for free text focused? (In a choice, letters find but are no text.) */
bool form_typing(const struct form *f);
const struct field *form_focused(const struct form *f); /* NULL: no field can have it */

/* By field name, which must be in the table: anything else is a bug. */
const char *form_get(const struct form *f, const char *name);
void form_set(struct form *f, const char *name, const char *text);
void form_focus(struct form *f, const char *name);
void form_hide(struct form *f, const char *name, bool hidden);
void form_label(struct form *f, const char *name, const char *label); /* label outlasts the form */
void form_echo(struct form *f, const char *name, const char *text);   /* copied; NULL: none */
struct line *form_line(struct form *f, const char *name);

/* Every field that is not hidden, in order. Strings belong to a. */
struct values form_values(const struct form *f, struct arena *a);
/* Values by name; names the table does not have are left alone. */
void form_fill(struct form *f, const struct values *v);
/* Needed fields that are empty, added to p: "This is needed." */
void form_missing(const struct form *f, struct problems *p, struct arena *a);

/*
 * Show what is wrong (copied): each on the line under its field, the cursor in the first of them that
 * stops. Those of no field of the table are for the message line. Cleared field by field as the
 * values change.
 */
void form_problems(struct form *f, const struct problems *p);

/* The draft: "name=value" lines, newline as \n and backslash as \\; ".focus=name" where it was. */
void form_keep(const struct form *f, struct buf *draft);
/* One such line, for what a screen keeps beside its fields; and its value again, NULL: none. */
void form_keep_line(struct buf *draft, const char *name, const char *text);
const char *form_kept_line(struct str draft, const char *name, struct arena *a);
/* E_INVALID, nothing changed, when it is no draft. Unknown names are left alone. */
MUST_USE enum status form_resume(struct form *f, struct str draft);

/*
 * A long form in parts: from one heading to the next. Only the part with the focus is shown, without
 * its heading, which is the screen's to show; PgUp and PgDn go from part to part, and so does Tab at
 * the end of one. The table begins with a heading.
 */
void form_by_parts(struct form *f);
const struct field *form_part(const struct form *f); /* the heading of the part in hand */
bool form_go_part(struct form *f, const struct field *heading); /* false: nothing there to focus */
/* Does something that is shown as wrong stand in that part, where heading heads it? */
bool form_part_wrong(const struct form *f, const struct field *heading);

/*
 * Show it in a rectangle: label left, value, echo; the field with the focus scrolled into view with
 * its choices and problem; the help of that field on the last row. Remembers how far it is scrolled.
 */
void form_put(struct form *f, struct grid *g, struct rect where);
/* Rows the form would like, hint line included. */
int form_rows(struct form *f, int columns);
/* A click: focus what stands there; false when nothing does. */
bool form_click(struct form *f, struct rect where, int row);

#endif
