#include "ledger.h"

#include "desk.h"
#include "due.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "model/step_form.h"
#include "ui/list.h"

/*
 * One signpost: for whom, what left, every state with its day, what comes next; a digit says how it
 * went on. id[0] the signpost.
 */
#define LABEL_COLUMN 8
#define DIGIT_COLUMN 26 /* of one answer, at most */
#define BELOW        6  /* rows under the steps: words of the chosen one, rule, answers */
#define BELOW_SHORT  4  /* where rows are short: rule and answers */
#define SHORT        18
#define NAME_LEAST   8

struct ledger_state {
	struct ledger_view view; /* belongs to the screen's arena */
	struct list_view list;
	struct due_ask ask;
};

/* What a digit says; under 8 there are two, and the form asks which. */
const struct ledger_answer ledger_answers[LEDGER_ANSWERS] = {
	{ SIGNPOST_ACKNOWLEDGED, _("they have it") },
	{ SIGNPOST_ACCEPTED, _("accepted") },
	{ SIGNPOST_WAITING, _("waiting") },
	{ SIGNPOST_RECEIVING, _("being helped") },
	{ SIGNPOST_COMPLETED, _("ended: did it help?") },
	{ SIGNPOST_REJECTED, _("turned down") },
	{ SIGNPOST_DID_NOT_ATTEND, _("did not go") },
	{ SIGNPOST_CHANGED_MIND, _("stopped, cancelled") },
	{ SIGNPOST_NOT_FOUND_OUT, _("could not find out") },
};

static enum status ledger_load(struct screen *s)
{
	struct ledger_state *t = s->state;
	enum status rc = casework_ledger(screen_session(s), (struct signpost_id){ s->target.id[0] },
	                                 &s->arena, &t->view);

	if (rc == OK)
		list_resize(&t->list, t->view.steps.n);
	return rc;
}

/* An end can be said better; any other step is one that there is. */
static bool may(const struct ledger_view *v, size_t i)
{
	enum signpost_status to = ledger_answers[i].status;

	if (to == SIGNPOST_COMPLETED && v->signpost.status == to)
		return true;
	return v->may[to];
}

/* ---- drawing ---- */

static int put_said(struct grid *g, int row, const char *label, enum look look, const char *text)
{
	if (text_empty(text))
		return row;
	grid_put(g, row, GRID_MARGIN, LABEL_COLUMN - 1, LOOK_SECOND, label);
	return row + grid_put_lines(g, row, GRID_MARGIN + LABEL_COLUMN, g->rows < SHORT ? 1 : 2,
	                            g->columns - LABEL_COLUMN - 2, look, text);
}

static int put_service(const struct ledger_view *v, struct grid *g, int row, day today)
{
	const struct service *x = &v->listing.service;
	struct arena a = { 0 };
	const char *closed = listing_closed(x, today, &a);
	int phone = text_empty(v->phone) ? 0 : 3 + (int)text_width(str_of(v->phone));
	int room = g->columns - 2 * GRID_MARGIN - phone, column;

	/* The number to ring is whole before the name is. */
	column = grid_put(g, row, GRID_MARGIN, room > NAME_LEAST ? room : NAME_LEAST, LOOK_STRONG,
	                  x->name);
	if (!text_empty(v->phone))
		column = grid_printf(g, row, column, LOOK_STRONG, " · %s", v->phone);
	column = grid_printf(g, row, column, service_stale(x, today) ? LOOK_ATTENTION : LOOK_PLAIN,
	                     " · %s", listing_freshness(x, today, &a));
	if (!text_empty(closed))
		grid_printf(g, row, column, LOOK_ALARM, " · %s", closed);
	grid_printf(g, row + 1, GRID_MARGIN, LOOK_PLAIN, "%s%s%s%s",
	            text_empty(v->label) ? "" : _("for "), v->label,
	            text_empty(v->label) ? "" : " · ", v->given);
	arena_reset(&a);
	return row + 2;
}

static int put_head(const struct ledger_state *t, struct grid *g, day today)
{
	const struct ledger_view *v = &t->view;
	int row = strip_put(g, _("How it went on"), &v->strip, NULL);

	row = put_service(v, g, row, today);
	row = put_said(g, row, "!", LOOK_ALARM, v->taken_back);
	if (g->rows >= SHORT) {
		row = put_said(g, row, _("Agreed"), LOOK_PLAIN, v->signpost.consent);
		row = put_said(g, row, _("Told"), LOOK_PLAIN, v->signpost.what_sent);
	}
	row = put_said(g, row, _("Now"), LOOK_STRONG, v->now);
	row = put_said(g, row, _("Next"),
	               v->reminder.id.n != 0 && v->reminder.due_on < today ? LOOK_ALARM
	                                                                   : LOOK_ACCENT,
	               v->next);
	if (g->rows < SHORT)
		return row;
	row = put_said(g, row, _("Write"), LOOK_WORDS, v->copy);
	if (v->unmet.id.n != 0)
		row = put_said(g, row, _("Unmet"), LOOK_ATTENTION,
		               words_label(&unmet_reasons, (int)v->unmet.reason));
	return row;
}

static void put_step(const struct ledger_row *x, struct grid *g, int row, bool chosen)
{
	int column;

	grid_put(g, row, GRID_TEXT, 16, LOOK_PLAIN, x->when);
	column = grid_put(g, row, GRID_TEXT + 17, -1, x->unanswered ? LOOK_ATTENTION : LOOK_STRONG,
	                  x->what);
	if (!text_empty(x->words))
		column = grid_printf(g, row, column, LOOK_WORDS, " · %s", x->words);
	if (column + 3 < g->columns)
		grid_printf(g, row, column, LOOK_SECOND, " · %s", x->who);
	if (chosen)
		grid_select(g, row);
}

static void put_answers(const struct ledger_view *v, struct grid *g, int row)
{
	int third = (g->columns - 2 * GRID_MARGIN) / 3,
	    each = third < DIGIT_COLUMN ? third : DIGIT_COLUMN;

	for (size_t i = 0; i < LEDGER_ANSWERS; i++) {
		int at = GRID_MARGIN + each * (int)(i % 3);
		bool can = may(v, i);

		grid_printf(g, row + (int)(i / 3), at, can ? LOOK_STRONG : LOOK_SECOND, "%zu",
		            i + 1);
		grid_put(g, row + (int)(i / 3), at + 2, each - 3, can ? LOOK_PLAIN : LOOK_SECOND,
		         can ? ledger_answers[i].label : "–");
	}
}

static void ledger_render(const struct screen *s, struct grid *g)
{
	struct ledger_state *t = s->state;
	int row = put_head(t, g, screen_session(s)->today);
	int below = g->rows < SHORT ? BELOW_SHORT : BELOW;
	struct list_window w;

	grid_rule(g, row++, GRID_MARGIN, -1);
	w = list_window(&t->list, g->rows - row - below);
	for (size_t i = w.first; i < w.first + w.shown; i++)
		put_step(&t->view.steps.at[i], g, row++, i == t->list.at);
	if (w.above + w.below > 0)
		list_more(g, row++, GRID_TEXT, &w);
	row = g->rows - BELOW + 1;
	if (below == BELOW && t->list.at < t->view.steps.n)
		grid_put_lines(g, row, GRID_TEXT, 1, g->columns - 2 * GRID_TEXT, LOOK_WORDS,
		               t->view.steps.at[t->list.at].words);
	grid_rule(g, row + 1, GRID_MARGIN, -1);
	put_answers(&t->view, g, row + 2);
}

/* ---- keys ---- */

static enum outcome take_digit(struct screen *s, char32_t ch)
{
	struct ledger_state *t = s->state;
	const struct ledger_view *v = &t->view;
	size_t i = (size_t)(ch - U'1');

	if (i >= LEDGER_ANSWERS)
		return PASS;
	if (!may(v, i)) {
		desk_say(s->desk, _("It is “%s”: “%s” is no step from there."),
		         words_label(&signpost_statuses, (int)v->signpost.status),
		         ledger_answers[i].label);
		return REDRAW;
	}
	s->go = (struct visit){ .where = &went_on_screen,
		                .id = { v->signpost.person.n, v->signpost.id.n, (int64_t)i } };
	return OPEN;
}

/* Choose another; what came to nothing stays on record. */
static enum outcome choose_again(struct screen *s)
{
	const struct ledger_state *t = s->state;
	const char *concern = t->view.signpost.concern;

	s->go = visit_picker(t->view.signpost.person, text_empty(concern) ? NULL : concern);
	return OPEN;
}

static enum outcome nothing_fits(struct screen *s)
{
	const struct ledger_view *v = &((struct ledger_state *)s->state)->view;

	if (text_empty(v->signpost.concern)) {
		desk_say(s->desk, _("It was for no concern. s chooses one, and 0 there says it."));
		return REDRAW;
	}
	if (signpost_open(v->signpost.status)) {
		desk_say(s->desk, _("It has not ended yet: say first how it went."));
		return REDRAW;
	}
	if (v->unmet.id.n != 0) {
		desk_say(s->desk, _("That nothing fits was noted on %s."),
		         day_short(v->unmet.noted_on, screen_session(s)->today, &s->arena));
		return REDRAW;
	}
	s->go = (struct visit){ .where = &unmet_screen,
		                .id = { v->signpost.person.n, 0, v->signpost.id.n, v->proposed },
		                .text = v->signpost.concern };
	return OPEN;
}

static struct due_subject subject_of(const struct ledger_view *v)
{
	return (struct due_subject){ .reminder = v->reminder.id,
		                     .person = v->signpost.person,
		                     .name = v->strip.short_name,
		                     .what = v->reminder.what,
		                     .check_back = true,
		                     .signpost = v->signpost.id,
		                     .step = v->step,
		                     .moved = v->reminder.moved,
		                     .ver = v->reminder.ver };
}

static enum outcome ask(struct screen *s, bool another_day)
{
	struct ledger_state *t = s->state;
	struct due_subject about = subject_of(&t->view);

	if (!signpost_open(t->view.signpost.status))
		desk_say(s->desk,
		         _("It has ended: nothing is asked any more. 1 to 4 open it again."));
	else if (!another_day)
		due_ask_done(s, &t->ask, &about);
	else if (about.reminder.n == 0)
		desk_say(s->desk, _("No day is set to ask about it."));
	else
		due_ask_day(s, &t->ask, &about);
	return REDRAW;
}

static enum outcome ledger_take(struct screen *s, enum act act, const struct input *in)
{
	struct ledger_state *t = s->state;

	if (list_take(&t->list, act))
		return REDRAW;
	switch ((int)act) {
	case ACT_DIGIT:
		return take_digit(s, in->ch);
	case ACT_DONE:
		return ask(s, false);
	case ACT_ANOTHER_DAY:
		return ask(s, true);
	case ACT_CHOOSE:
		return choose_again(s);
	case ACT_NOTHING_FITS:
		return nothing_fits(s);
	case ACT_CHANGE:
		s->go = (struct visit){ .where = &trouble_screen,
			                .id = { t->view.signpost.service.n } };
		return OPEN;
	case ACT_OPEN:
		s->go = visit_service(t->view.signpost.service);
		return OPEN;
	case ACT_WHY:
		desk_say(s->desk, "%s", text_empty(t->view.why) ? _("It has ended.") : t->view.why);
		return REDRAW;
	default:
		return PASS;
	}
}

/* What ended badly is not left there: the next step is named. */
static void ledger_came_back(struct screen *s, const struct result *r)
{
	struct ledger_state *t = s->state;

	if (!r->from) {
		if (due_answered(s, &t->ask, r) != DUE_ASKING)
			desk_reload(s->desk);
		return;
	}
	if (r->saved)
		desk_reload(s->desk);
}

static int64_t ledger_subject(const struct screen *s)
{
	const struct ledger_state *t = s->state;

	return t->view.signpost.person.n;
}

static void ledger_end(struct screen *s)
{
	struct ledger_state *t = s->state;

	due_end(&t->ask);
}

/* clang-format off */
static const struct binding ledger_bindings[] = {
	{ "1-9", ACT_DIGIT, NEEDS_WRITE, "How it went on: a state, or an end and whether it helped", "how it went" },
	{ "d", ACT_DONE, NEEDS_WRITE, "They were asked: what was said, or no answer", "asked" },
	{ "r", ACT_ANOTHER_DAY, NEEDS_WRITE, "Another day to ask about it", NULL },
	{ "s", ACT_CHOOSE, NEEDS_WRITE, "Choose another service for this", "another service" },
	{ "0", ACT_NOTHING_FITS, NEEDS_WRITE, "Nothing fits: it came to nothing, and why", "nothing fits" },
	{ "e", ACT_CHANGE, NEEDS_WRITE, "What is wrong with the entry of this service", NULL },
	{ "i", ACT_WHY, 0, "Why it is asked about, by which rule", "why" },
	{ "Enter", ACT_OPEN, 0, "The entry of the service", "service" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", NULL },
	{ 0 },
};
/* clang-format on */

const struct screen_ops ledger_screen = {
	.name = "ledger",
	.title = "How it went on",
	.state_size = sizeof(struct ledger_state),
	.bindings = ledger_bindings,
	.load = ledger_load,
	.render = ledger_render,
	.take = ledger_take,
	.came_back = ledger_came_back,
	.subject = ledger_subject,
	.end = ledger_end,
};
