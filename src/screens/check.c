#include "desk.h"
#include "screens.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/checks.h"
#include "model/phone.h"
#include "model/when.h"

/*
 * One entry of the directory, to be checked: its number, what to ask, and one digit for what was found.
 * Then the next one stands there at once. id[0] the service; id[1] its place in the queue, from 1 (0: it
 * was opened by itself, and closes).
 */
struct check_state {
	struct check_view view;
	struct check_answer answer; /* what is known of it so far */
	enum check_step {
		STEP_NONE,
		STEP_HOW,
		STEP_TRY,    /* a day to try again */
		STEP_CLOSED, /* for good, or until */
		STEP_OPENS,  /* until when */
		STEP_WHY,    /* why it is not to be listed */
		STEP_NEXT,   /* another day for the next check */
	} step;
	day next_on;   /* DAY_NONE: as it is proposed */
	size_t others; /* checks that day */
};

/* ---- load ---- */

static const struct service *entry(const struct check_state *v)
{
	return &v->view.record.entry.service;
}

static day next_on(const struct check_state *v)
{
	return v->next_on == DAY_NONE ? v->view.next : v->next_on;
}

static enum status check_begin(struct screen *s)
{
	struct check_state *v = s->state;

	v->next_on = DAY_NONE;
	return OK;
}

static enum status check_load(struct screen *s)
{
	struct check_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_check_view(session, (struct service_id){ s->target.id[0] },
	                                     &s->arena, &v->view);

	return rc == OK ? casework_checks_on(session, next_on(v), &v->others) : rc;
}

/* ---- what stands on it ---- */

static const char *people(const struct check_state *v, struct arena *a)
{
	size_t n = v->view.record.waiting;

	if (n == 0)
		return listing_use(&v->view.record.use, a);
	return arena_printf(
		a, n == 1 ? _("%zu person is waiting on it") : _("%zu people are waiting on it"),
		n);
}

static int put_head(const struct check_state *v, struct grid *g, day today, struct arena *a)
{
	const struct service *x = entry(v);
	const char *closed = listing_closed(x, today, a);
	int row = 1;

	grid_put(g, 0, GRID_MARGIN, g->columns - 20, LOOK_STRONG, x->name);
	grid_put_right(g, 0, -1, 18, LOOK_SECOND, arena_printf(a, _("%zu to check"), v->view.left));
	if (!text_empty(closed))
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_ALARM, closed);
	grid_put(g, row++, GRID_MARGIN, -1, LOOK_SECOND,
	         arena_printf(a, "%s · %s", listing_freshness(x, today, a), people(v, a)));
	grid_rule(g, row++, GRID_MARGIN, -1);
	return row;
}

/* The number first: it is what one needs before anything else. */
static int put_reach(const struct check_state *v, struct grid *g, int row, struct arena *a)
{
	const struct service *x = entry(v);
	const char *number = phone_shown(x->phone, a);
	int column = GRID_MARGIN;

	column = grid_put(g, row, column, -1, LOOK_STRONG,
	                  text_empty(number) ? _("No number known") : number);
	if (!text_empty(x->hours))
		grid_put(g, row, column + 3, g->columns - column - 4, LOOK_PLAIN, x->hours);
	row++;
	if (!text_empty(x->url) || !text_empty(x->email))
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_PLAIN,
		         text_empty(x->url)     ? x->email
		         : text_empty(x->email) ? x->url
		                                : arena_printf(a, "%s · %s", x->url, x->email));
	if (service_tried_enough(x)) {
		row += grid_put_lines(
			g, row, GRID_MARGIN, 2, g->columns - 2, LOOK_ATTENTION,
			arena_printf(a,
		                     _("Nobody was there %d times. Look at their page, or go "
		                       "there, and answer 1 or 2; or 5, and it is not listed."),
		                     x->check_tries));
	}
	return row;
}

static int put_asks(const struct check_state *v, struct grid *g, int row, int end)
{
	const struct check_questions *q = &v->view.ask;

	grid_head(g, row++, _("ASK"), NULL);
	for (size_t i = 0; i < q->n && row < end; i++)
		row += grid_put_lines(g, row, GRID_TEXT, row + 2 <= end ? 2 : 1,
		                      g->columns - GRID_TEXT - 1, LOOK_PLAIN, q->at[i]);
	return row;
}

static int put_line(struct grid *g, int row, int end, const char *text)
{
	if (text_empty(text) || row >= end)
		return row;
	return row + grid_put_lines(g, row, GRID_TEXT, row + 2 <= end ? 2 : 1,
	                            g->columns - GRID_TEXT - 1, LOOK_SECOND, text);
}

static const char *in_short(const struct service *x, struct arena *a)
{
	const char *text = listing_how(x, a), *ages = service_ages(x, a);

	if (!text_empty(ages))
		text = arena_printf(a, "%s · %s", text, ages);
	if (!text_empty(x->languages))
		text = arena_printf(a, "%s · %s", text, x->languages);
	return text_empty(x->accessibility) ? text
	                                    : arena_printf(a, "%s · %s", text, x->accessibility);
}

/* What the questions do not name, for what is heard by the way. */
static int put_entry(const struct check_state *v, struct grid *g, int row, int end, struct arena *a)
{
	const struct service *x = entry(v);

	if (row + 2 >= end)
		return row;
	grid_head(g, row++, _("WE SAY"), NULL);
	row = put_line(g, row, end, x->description);
	row = put_line(g, row, end, in_short(x, a));
	return put_line(g, row, end, x->staff_note);
}

static const char *before_text(const struct check_before *x, day today, struct arena *a)
{
	const char *when = arena_printf(a, "%s %s", day_short(x->check.on_day, today, a),
	                                minute_text(x->check.at_minute, a));
	const char *text =
		arena_printf(a, "%s  %s", when, words_label(&check_results, (int)x->check.result));

	if (x->check.how != CHECK_WAY_NONE)
		text = arena_printf(a, "%s, %s", text, words_label(&check_ways, (int)x->check.how));
	text = arena_printf(a, "%s · %s", text, x->by);
	return text_empty(x->check.words) ? text : arena_printf(a, "%s · %s", text, x->check.words);
}

/* The last three stay, whatever there is to say. */
static int before_rows(const struct check_state *v)
{
	size_t n = v->view.before_n;

	return n == 0 ? 0 : n > 3 ? 4 : (int)n + 1;
}

static void put_before(const struct check_state *v, struct grid *g, int row, int end, day today)
{
	struct arena a = { 0 };

	if (v->view.before_n > 0 && row + 1 < end) {
		grid_head(g, row++, _("BEFORE"), NULL);
		for (size_t i = 0; i < v->view.before_n && row < end; i++, row++)
			grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND,
			         before_text(&v->view.before[i], today, &a));
	}
	arena_reset(&a);
}

static const char *that_day(const struct check_state *v, day today, struct arena *a)
{
	const char *on = day_short(next_on(v), today, a);

	if (v->others == 0)
		return arena_printf(a, _("%s, no other check that day · r another day"), on);
	return arena_printf(a,
	                    v->others == 1 ? _("%s, %zu other that day · r another day")
	                                   : _("%s, %zu others that day · r another day"),
	                    on, v->others);
}

static void put_foot(const struct check_state *v, struct grid *g, day today, struct arena *a)
{
	int row = g->rows - 3, column;

	grid_rule(g, row++, GRID_MARGIN, -1);
	grid_put(g, row, GRID_MARGIN, -1, LOOK_STRONG,
	         _("1 as it says  2 changed  3 nobody there  4 closed  5 not to be listed"));
	grid_cursor(g, row++, GRID_MARGIN);
	column = grid_put(g, row, GRID_MARGIN, -1, LOOK_SECOND, _("Next check"));
	grid_put(g, row, column + 3, -1, LOOK_PLAIN, that_day(v, today, a));
}

static void check_render(const struct screen *s, struct grid *g)
{
	const struct check_state *v = s->state;
	day today = screen_session(s)->today;
	struct arena a = { 0 };
	int row = put_head(v, g, today, &a), end = g->rows - 3;

	row = put_reach(v, g, row, &a);
	row = put_asks(v, g, row + (g->rows > 22), end);
	row = put_entry(v, g, row + (g->rows > 22), end - before_rows(v), &a);
	put_before(v, g, row + (g->rows > 22), end, today);
	put_foot(v, g, today, &a);
	arena_reset(&a);
}

/* ---- the questions ---- */

static void ask(struct screen *s, enum check_step step, const char *question, const char *keys)
{
	struct check_state *v = s->state;
	struct prompt p = { 0 };

	v->step = step;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static void ask_text(struct screen *s, enum check_step step, const char *question, const char *text)
{
	struct check_state *v = s->state;
	struct prompt p = { 0 };

	v->step = step;
	prompt_ask(&p, question, NULL);
	line_set(&p.line, text);
	desk_ask(s->desk, &p);
}

#define WAYS _("1 phoned 2 web 3 visited 4 somebody told me")

static void ask_how(struct screen *s, const char *what)
{
	ask(s, STEP_HOW, arena_printf(&s->keep, "%s. %s %s", what, _("How?"), WAYS), "1234");
}

static void ask_try(struct screen *s, const char *text)
{
	const struct check_state *v = s->state;
	const struct check_try *t = &v->view.next_try;

	if (!text)
		text = arena_printf(&s->keep, _("%s after %s"),
		                    day_short(t->on, screen_session(s)->today, &s->keep),
		                    minute_text(t->after, &s->keep));
	ask_text(s, STEP_TRY, _("Nobody there. Try again when?"), text);
}

static enum outcome chosen(struct screen *s, enum check_found result)
{
	struct check_state *v = s->state;

	v->answer = (struct check_answer){ .service = entry(v)->id,
		                           .ver = entry(v)->ver,
		                           .result = result,
		                           .words = "",
		                           .next_on = v->next_on,
		                           .opens = DAY_NONE };
	switch (result) {
	case CHECK_AS_IT_SAYS:
		ask_how(s, _("As it says"));
		break;
	case CHECK_CHANGED:
		ask_how(s, _("Changed"));
		break;
	case CHECK_NOT_REACHED:
		ask_try(s, NULL);
		break;
	case CHECK_CLOSED:
		ask(s, STEP_CLOSED, _("Closed: 1 for good 2 until a day"), "12");
		break;
	case CHECK_DO_NOT_LIST:
		ask_text(s, STEP_WHY, _("Not to be listed: why?"), "");
		break;
	case CHECK_RESULT_NONE:
		return PASS;
	}
	return REDRAW;
}

static enum outcome check_take(struct screen *s, enum act act, const struct input *in)
{
	struct check_state *v = s->state;

	if (in->kind == INPUT_TEXT && in->ch >= '1' && in->ch <= '5')
		return chosen(s, (enum check_found)(in->ch - '0'));
	if (act == ACT_ANOTHER_DAY) {
		ask_text(s, STEP_NEXT, _("Next check when?"),
		         day_short(next_on(v), screen_session(s)->today, &s->keep));
		return REDRAW;
	}
	if (act != ACT_OPEN && act != ACT_CHANGE)
		return PASS;
	s->go = (struct visit){ .where = act == ACT_OPEN ? &service_screen : &trouble_screen,
		                .id = { s->target.id[0] } };
	return OPEN;
}

/* ---- what is stored ---- */

/* On to the one that has taken its place in the queue; closes behind the last. */
static void go_on(struct screen *s)
{
	struct check_state *v = s->state;
	struct check_queue q = { 0 };
	size_t at = (size_t)s->target.id[1];
	struct session *session = screen_session(s);

	s->answer = (struct result){ .saved = true };
	if (at == 0 || casework_check_queue(session, &s->keep, &q) != OK || q.n == 0) {
		desk_close(s->desk);
		return;
	}
	at = at <= q.n ? at : q.n;
	s->target.id[0] = q.at[at - 1].listing.service.id.n;
	s->target.id[1] = (int64_t)at;
	v->next_on = DAY_NONE;
	desk_reload(s->desk);
}

static const char *what_next(const struct check_state *v, const struct check_done *done, day today,
                             struct arena *a)
{
	if (done->told > 0)
		return arena_printf(a,
		                    done->told == 1 ? _("%zu person's worker is told.")
		                                    : _("%zu people's workers are told."),
		                    done->told);
	if (done->next_on == DAY_NONE)
		return _("It is not asked again.");
	if (v->answer.result == CHECK_NOT_REACHED)
		return arena_printf(
			a, done->tries == 1 ? _("Next try %s.") : _("Next try %s; %d in vain."),
			day_short(done->next_on, today, a), done->tries);
	return arena_printf(a, _("Next check %s."), day_short(done->next_on, today, a));
}

static void store(struct screen *s)
{
	struct check_state *v = s->state;
	struct session *session = screen_session(s);
	struct arena a = { 0 };
	struct check_done done;

	v->step = STEP_NONE;
	if (casework_check_service(session, &v->answer, &done) != OK) {
		desk_say_fault(s->desk);
		desk_reload(s->desk);
		return;
	}
	desk_say(s->desk, _("Saved: %s, %s. %s"), entry(v)->name,
	         words_label(&check_results, (int)v->answer.result),
	         what_next(v, &done, session->today, &a));
	arena_reset(&a);
	go_on(s);
}

/* What was changed is written in the entry's own form, which is the check too. */
static void open_form(struct screen *s)
{
	struct check_state *v = s->state;
	const struct visit go = { .where = &service_form_screen,
		                  .id = { s->target.id[0], v->answer.how } };

	v->step = STEP_NONE;
	if (desk_open(s->desk, &go) != OK)
		desk_say_fault(s->desk);
}

/* ---- the answers ---- */

/* False: it could not be understood, which was said. */
static bool take_day(struct screen *s, const char *text, struct when *ret)
{
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	const char *fault = "";

	if (when_parse(text, &from, &s->keep, ret, &fault) != OK) {
		desk_say(s->desk, "%s", fault);
		return false;
	}
	if (ret->on <= session->today) {
		desk_say(s->desk, _("On a day to come, please: tomorrow, fri, +2w, 30/11."));
		return false;
	}
	return true;
}

static void take_try(struct screen *s, const char *text)
{
	struct check_state *v = s->state;
	struct when when;

	if (!take_day(s, text, &when)) {
		ask_try(s, arena_strdup(&s->keep, text));
		return;
	}
	v->answer.next_on = when.on;
	if (when.minute != MINUTE_NONE)
		v->answer.words = arena_printf(&s->keep, _("try after %s"),
		                               minute_text(when.minute, &s->keep));
	store(s);
}

static void take_opens(struct screen *s, const char *text)
{
	struct check_state *v = s->state;
	struct when when;

	if (!take_day(s, text, &when)) {
		ask_text(s, STEP_OPENS, _("Closed until when?"), arena_strdup(&s->keep, text));
		return;
	}
	v->answer.opens = when.on;
	ask_how(s, arena_printf(&s->keep, _("Closed until %s"),
	                        day_short(when.on, screen_session(s)->today, &s->keep)));
}

static void take_next(struct screen *s, const char *text)
{
	struct check_state *v = s->state;
	struct when when;

	v->step = STEP_NONE;
	if (!take_day(s, text, &when))
		return;
	v->next_on = when.on;
	if (when.note[0] != '\0')
		desk_say(s->desk, "%s", when.note);
	desk_reload(s->desk);
}

/* How many wait stands in the question, and all of it at 80 columns: it is answered knowingly. */
static void closed_for_good(struct screen *s)
{
	const struct check_state *v = s->state;
	size_t n = v->view.record.waiting;

	ask_how(s, n == 0   ? _("Closed for good")
	           : n == 1 ? _("Closed for good, 1 waits")
	                    : arena_printf(&s->keep, _("Closed for good, %zu wait"), n));
}

static void answered(struct screen *s, const struct result *r)
{
	struct check_state *v = s->state;

	switch (v->step) {
	case STEP_HOW:
		v->answer.how = (enum check_way)(r->id[0] - '0');
		if (v->answer.result == CHECK_CHANGED)
			open_form(s);
		else
			store(s);
		break;
	case STEP_TRY:
		take_try(s, r->text);
		break;
	case STEP_CLOSED:
		if (r->id[0] == '1')
			closed_for_good(s);
		else
			ask_text(s, STEP_OPENS, _("Closed until when?"), "");
		break;
	case STEP_OPENS:
		take_opens(s, r->text);
		break;
	case STEP_WHY:
		v->answer.words = arena_strdup(&s->keep, r->text);
		if (text_empty(v->answer.words))
			desk_say(s->desk, _("Nothing was saved: say why, in a few words."));
		else
			ask_how(s, _("Not to be listed"));
		break;
	case STEP_NEXT:
		take_next(s, r->text);
		break;
	case STEP_NONE:
		break;
	}
}

static void check_came_back(struct screen *s, const struct result *r)
{
	struct check_state *v = s->state;

	if (!r->saved) {
		v->step = STEP_NONE;
		return;
	}
	if (!r->from)
		answered(s, r);
	else if (r->from == &service_form_screen || r->from == &trouble_screen)
		go_on(s);
}

static unsigned check_has(const struct screen *s)
{
	(void)s;
	return NEEDS_ROW;
}

// clang-format off
static const struct binding check_bindings[] = {
	{ "1-5", ACT_NONE, NEEDS_ENTRIES | NEEDS_WRITE, "What you found out", "found out" },
	{ "r", ACT_ANOTHER_DAY, NEEDS_ENTRIES | NEEDS_WRITE, "Another day for its next check", "next check" },
	{ "Enter", ACT_OPEN, 0, "The whole record", "whole record" },
	{ "e", ACT_CHANGE, NEEDS_ENTRIES | NEEDS_WRITE, "What is wrong with this entry", "wrong" },
	{ "Esc", ACT_BACK, 0, "Back: what was not answered stays to be checked", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops check_screen = {
	.name = "check",
	.title = "Check an entry",
	.state_size = sizeof(struct check_state),
	.bindings = check_bindings,
	.begin = check_begin,
	.load = check_load,
	.render = check_render,
	.take = check_take,
	.came_back = check_came_back,
	.has = check_has,
};
