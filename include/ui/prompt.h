#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include "ui/line.h"

/*
 * A question on the message line. Either it is answered by one key of keys ("yn"), or, keys being
 * NULL, by a short text and Enter: "Done, Carter, Jane 1981. What came of it?". A letter alone never
 * answers anything but the question that is on the screen.
 */
struct prompt {
	const char *question; /* outlasts the prompt */
	const char *keys;     /* small letters and digits, or NULL: a text */
	struct line line;     /* the text */
	char answer;          /* the key that was pressed */
	bool open;
};

enum prompt_did {
	PROMPT_STAY,     /* nothing happened */
	PROMPT_CHANGED,  /* draw again */
	PROMPT_ANSWERED, /* answer, or line has it; closed */
	PROMPT_LEFT,     /* Esc: closed, nothing is to happen */
};

void prompt_ask(struct prompt *p, const char *question, const char *keys);
void prompt_done(struct prompt *p);
enum prompt_did prompt_take(struct prompt *p, const struct input *in);
void prompt_put(struct prompt *p, struct grid *g, int row);

/* A plain panel over the dimmed screen, two columns in from the sides: head, rule, and room below. */
struct rect panel_put(struct grid *g, const char *head, int rows);

/*
 * A small menu as an overlay: digits choose, Up and Down move, Enter opens. Items end in { 0 }.
 */
struct menu_item {
	const char *label; /* "A reminder" */
	const char *hint;  /* beside it, dim; or NULL */
	const char *off;   /* why it cannot be chosen now, or NULL */
};

struct menu {
	const char *head;
	const struct menu_item *items;
	size_t at;
	const char *said; /* after MENU_STAY: a sentence for the message line, or NULL */
};

enum menu_did { MENU_STAY, MENU_MOVED, MENU_CHOSEN, MENU_LEFT };

void menu_ask(struct menu *m, const char *head, const struct menu_item *items);
enum menu_did menu_take(struct menu *m, const struct input *in);
void menu_put(const struct menu *m, struct grid *g);

#endif
