#ifndef SCREENS_CONTACT_STATE_H
#define SCREENS_CONTACT_STATE_H

#include "casework/contacts.h"
#include "ui/form.h"
#include "ui/screen.h"

/*
 * The contact form: numbers and rules on top, one digit for what happened, then a form for the rest.
 * The digits stand outside the form so that a call is told in three keys.
 */
struct contact_state {
	struct contact_view view; /* belongs to the screen's arena: loaded anew after h */
	struct form form;
	struct field *fields; /* a copy: which numbers there are is the person's */
	enum contact_outcome outcome;
	bool staff; /* may close, and say what has happened */
	bool on_digits;
	bool letter;    /* it was opened to say that one was written */
	bool line_read; /* danger: its line was left with Enter */
	bool minutes_typed;
	int began;     /* minute of the day it was opened */
	int usable;    /* numbers that may be tried */
	int stray;     /* letters in a row that mean nothing */
	char next[96]; /* the next step as it was last proposed */
};

/* Died, or asked us to stop: is the outcome one that is offered no more? */
bool contact_not_offered(const struct contact_state *v, enum contact_outcome outcome);
/* Why an outcome cannot be chosen, as a sentence; NULL when it can. */
const char *contact_refusal(const struct contact_state *v, enum contact_outcome outcome);
/* Must the line be left with Enter first? */
bool contact_unread(const struct contact_state *v);

void contact_put(const struct screen *s, struct grid *g);

#endif
