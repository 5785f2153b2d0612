#include "contact_state.h"

#include "desk.h"
#include "strip.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"

#include <stdio.h>

#define LABELS  1
#define LABEL   8  /* of a number */
#define ANSWERS 18 /* where answers begin, as the form's values do */
#define SECOND  48 /* the second number of a row */
#define WHOLE   78 /* columns from which on everything stands as it is drawn */
#define BELOW   16 /* rows that what happened takes, and the first of the form */
#define NUMBERS 3  /* rows of numbers that stand on every screen */

static int put_number(struct grid *g, int row, int column, int end, const struct contact_number *n)
{
	bool no = !text_empty(n->no);
	int label = end - column - 5 - (int)text_width(str_of(n->shown)) -
	            (int)text_width(str_of(n->no));

	/* What it is gives way before that it is never to be used. */
	column = grid_put(g, row, column, no && label < LABEL ? label : LABEL, LOOK_SECOND,
	                  n->label);
	column = grid_put(g, row, column + 2, end - column - 2, no ? LOOK_SECOND : LOOK_STRONG,
	                  n->shown);
	if (no)
		return grid_put(g, row, column + 3, end - column - 3, LOOK_ALARM, n->no);
	return grid_put(g, row, column + 3, end - column - 3, LOOK_PLAIN, n->whose);
}

/*
 * Two to a row, where both stand whole with what is said of them. However many somebody has, there is
 * room to say what happened.
 */
static int put_numbers(struct grid *g, int row, const struct contact_numbers *numbers)
{
	size_t each = g->columns < WHOLE ? 1 : 2, shown = numbers->n;
	size_t most = each * (size_t)(g->rows - BELOW > NUMBERS ? g->rows - BELOW : NUMBERS);

	if (numbers->n == 0) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_ATTENTION,
		         _("No number is known. Change their details with e on their record."));
		return row + 1;
	}
	if (shown > most)
		shown = most - each;
	for (size_t i = 0; i < shown; i++) {
		bool second = i % each == 1;

		put_number(g, row + (int)(i / each), second ? SECOND : GRID_TEXT,
		           second || each == 1 ? g->columns - 1 : SECOND - 2, &numbers->at[i]);
	}
	row += (int)((shown + each - 1) / each);
	if (shown < numbers->n)
		grid_printf(g, row++, GRID_TEXT, LOOK_ATTENTION,
		            _("%zu more numbers stand in their details."), numbers->n - shown);
	return row;
}

/* "Speaks for her: nobody.   Say only: “…”" */
static int put_say(struct grid *g, int row, const struct contact_view *v)
{
	int column = grid_printf(g, row, GRID_TEXT, LOOK_PLAIN, _("Speaks for %s: %s."), v->them,
	                         v->speaks_for);

	if (!text_empty(v->say)) {
		int takes = 3 + (int)text_width(str_of(_("Say only:"))) + 3 +
		            (int)text_width(str_of(v->say));

		/* What is said aloud is whole, where there is a row for it. */
		if (column + takes > g->columns - 1 && g->rows >= BELOW + NUMBERS) {
			row++;
			column = 0;
		}
		column = grid_put(g, row, column + 3, -1, LOOK_PLAIN, _("Say only:"));
		column = grid_printf(g, row, column + 1, LOOK_WORDS, "“%s”", v->say);
	}
	if (!text_empty(v->code_word))
		grid_printf(g, row, column + 3, LOOK_ATTENTION, _("Code word: %s"), v->code_word);
	if (!text_empty(v->first_words)) {
		column = grid_put(g, ++row, GRID_TEXT, -1, LOOK_ATTENTION, _("Say:"));
		grid_put(g, row, column + 1, -1, LOOK_WORDS, v->first_words);
	}
	return row + 1;
}

static int put_before(struct grid *g, int row, const struct contact_view *v)
{
	if (!text_empty(v->strip.language))
		grid_printf(g, row++, GRID_TEXT, LOOK_ATTENTION, "%s", v->strip.language);
	if (!text_empty(v->tried))
		grid_printf(g, row++, GRID_TEXT, LOOK_PLAIN, _("Tried: %s"), v->tried);
	if (!text_empty(v->last_spoken) && (text_empty(v->tried) || g->rows > 24))
		grid_printf(g, row++, GRID_TEXT, LOOK_PLAIN, _("Last spoken: %s"), v->last_spoken);
	if (text_empty(v->tried) && text_empty(v->last_spoken))
		grid_put(g, row++, GRID_TEXT, -1, LOOK_SECOND, _("Nobody has tried yet."));
	return row;
}

/* How to reach them, or why not. */
static int put_ways(struct grid *g, int row, const struct contact_view *v)
{
	if (!text_empty(v->stopped)) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_ALARM, v->stopped);
		return row + 1;
	}
	row = put_numbers(g, row, &v->numbers);
	if (v->no_ring)
		grid_put(g, row++, GRID_TEXT, -1, LOOK_ALARM, v->no_ring);
	row = put_say(g, row, v);
	return put_before(g, row, v);
}

struct choice_place {
	enum contact_outcome outcome;
	int row, column;
};

static const struct choice_place places[] = {
	{ CONTACT_SPOKE, 0, 18 },         { CONTACT_NO_ANSWER, 0, 40 },
	{ CONTACT_MESSAGE, 0, 59 },       { CONTACT_SOMEBODY_ELSE, 1, 18 },
	{ CONTACT_WRONG_NUMBER, 1, 51 },  { CONTACT_TEXT_OR_EMAIL, 2, 18 },
	{ CONTACT_THEY_RANG, 2, 41 },     { CONTACT_FACE_TO_FACE, 2, 60 },
	{ CONTACT_ASKED_TO_STOP, 3, 18 },
};

static const char *label_of(const struct contact_state *v, enum contact_outcome outcome)
{
	if (v->view.died && outcome == CONTACT_THEY_RANG)
		return _("family rang us");
	if (v->view.died && outcome == CONTACT_FACE_TO_FACE)
		return _("face to face with family");
	return words_label(&contact_outcomes, (int)outcome);
}

static enum contact_outcome first_offered(const struct contact_state *v)
{
	return contact_not_offered(v, CONTACT_SPOKE) ? CONTACT_THEY_RANG : CONTACT_SPOKE;
}

static int put_choice(const struct contact_state *v, struct grid *g, int row, int column,
                      enum contact_outcome outcome)
{
	bool chosen = v->outcome == outcome, refused = contact_refusal(v, outcome) != NULL;
	const char *label = label_of(v, outcome);

	if (chosen)
		grid_put(g, row, column - 1, 1, LOOK_ACCENT, "▌");
	if (v->on_digits && (chosen || (!v->outcome && outcome == first_offered(v))))
		grid_cursor(g, row, column);
	column = grid_printf(g, row, column, LOOK_STRONG, "%d", (int)outcome) + 1;
	column =
		grid_put(g, row, column, -1,
	                 chosen    ? LOOK_STRONG
	                 : refused ? LOOK_SECOND
	                           : LOOK_PLAIN,
	                 refused && outcome == CONTACT_TEXT_OR_EMAIL ? _("text or e-mail") : label);
	if (refused && !g->beside)
		column = grid_put(g, row, column + 1, -1, LOOK_ALARM, _("(NOT SAFE)"));
	return column;
}

static int choice_width(const struct contact_state *v, enum contact_outcome outcome)
{
	int refused =
		contact_refusal(v, outcome) ? (int)text_width(str_of(_("(NOT SAFE)"))) + 1 : 0;

	return 2 + (int)text_width(str_of(label_of(v, outcome))) + refused;
}

/* Once it is chosen and there is little room, that it was is enough. */
static bool stands(const struct contact_state *v, enum contact_outcome outcome, bool narrow)
{
	if (contact_not_offered(v, outcome))
		return false;
	return !narrow || v->on_digits || outcome == v->outcome;
}

/* The other steps of the ladder, behind the last of them. */
static void put_steps(const struct contact_state *v, struct grid *g, int row, int column)
{
	if ((!v->view.may_close && v->view.tries == 0) || !text_empty(v->view.stopped))
		return;
	column = grid_put(g, row, column, 1, LOOK_STRONG, "0") + 1;
	grid_put(g, row, column, -1, LOOK_PLAIN, _("not reached: letter, referrer, close"));
}

static int put_choices(const struct contact_state *v, struct grid *g, int row)
{
	bool narrow = g->columns < WHOLE || !text_empty(v->view.stopped);
	int end = 0, last = 0;

	grid_put(g, row, LABELS, -1, v->on_digits ? LOOK_STRONG : LOOK_PLAIN, _("What happened?"));
	for (size_t i = 0; i < COUNT_OF(places); i++) {
		const struct choice_place *p = &places[i];
		int on = narrow ? last : p->row;
		int column = on == last && (narrow || p->column < end + 2) ? end + 2 : p->column;

		if (!stands(v, p->outcome, narrow))
			continue;
		if (narrow && (end == 0 || column + choice_width(v, p->outcome) > g->columns - 1)) {
			on = end == 0 ? 0 : last + 1;
			column = ANSWERS;
		}
		end = put_choice(v, g, row + on, column, p->outcome);
		last = on;
	}
	row += last + 1;
	if (g->beside || !v->staff)
		return row;
	put_steps(v, g, row - 1, end + 4);
	grid_put(g, row, LABELS, -1, LOOK_PLAIN, _("Anything changed?"));
	grid_put(g, row, ANSWERS + 1, 1, LOOK_STRONG, "h");
	grid_put(g, row, ANSWERS + 4, -1, LOOK_SECOND,
	         _("treatment, home, number, work, carer, death"));
	return row + 1;
}

/* What follows from the choice, or may be said, before anything is written. */
static int put_advice(const struct contact_state *v, struct grid *g, int row)
{
	if (v->outcome == CONTACT_SOMEBODY_ELSE) {
		if (v->view.no_other)
			grid_put(g, row++, ANSWERS, -1, LOOK_ALARM, v->view.no_other);
		if (text_empty(v->view.say))
			grid_put(g, row++, ANSWERS, -1, LOOK_ATTENTION,
			         _("Say only your name, and that you will ring again."));
		else
			grid_printf(g, row++, ANSWERS, LOOK_ATTENTION,
			            _("Say only: “%s” Not why you ring."), v->view.say);
	} else if (v->outcome == CONTACT_ASKED_TO_STOP) {
		grid_printf(g, row++, ANSWERS, LOOK_ATTENTION,
		            _("Saving drops every reminder about %s; nothing more goes out."),
		            v->view.them);
	}
	return row;
}

static void put_unread(struct grid *g, int row)
{
	grid_put(g, row + 1, GRID_TEXT, -1, LOOK_STRONG,
	         g->beside ? _("There is a note: i shows it.")
	                   : _("Read the line above before you ring or write."));
	grid_put(g, row + 2, GRID_TEXT, 5, LOOK_STRONG, "Enter");
	grid_put(g, row + 2, GRID_TEXT + 7, -1, LOOK_PLAIN, _("I have read it; show the numbers"));
	grid_cursor(g, row + 2, GRID_TEXT);
}

/* "began 09:06", "third try, 09:06" */
static void began_text(const struct contact_state *v, char *out, size_t room)
{
	static const char *const nth[] = { _("began"), _("second try,"), _("third try,"),
		                           _("fourth try,"), _("fifth try,") };
	int tries = v->view.tries, hour = v->began / 60, minute = v->began % 60;

	if (tries < (int)COUNT_OF(nth))
		snprintf(out, room, "%s %02d:%02d", nth[tries], hour, minute);
	else
		snprintf(out, room, _("try %d, %02d:%02d"), tries + 1, hour, minute);
}

void contact_put(const struct screen *s, struct grid *g)
{
	struct contact_state *v = s->state;
	char began[48];
	int row, cursor_row, cursor_column;

	began_text(v, began, sizeof(began));
	row = strip_put(g, _("Contact"), &v->view.strip, began);
	if (contact_unread(v)) {
		put_unread(g, row);
		return;
	}
	if (!g->beside)
		row = put_ways(g, row, &v->view);
	grid_rule(g, row++, LABELS, -1);
	row = put_choices(v, g, row);
	if (!g->beside)
		row = put_advice(v, g, row);
	cursor_row = g->cursor_row;
	cursor_column = g->cursor_column;
	if (row < g->rows)
		form_put(&v->form, g, (struct rect){ row, LABELS, g->rows - row, g->columns - 2 });
	if (v->on_digits)
		grid_cursor(g, cursor_row, cursor_column);
}
