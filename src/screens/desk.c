#include "desk.h"
#include "screens.h"
#include "since.h"
#include "tabs.h"

#include "base/die.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/counts.h"
#include "ui/keys.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Letters in a row that mean nothing before clew says that it looked like writing. */
#define STRAY_LETTERS 3

void desk_say(struct desk *d, const char *fmt, ...)
{
	char *line = d->messages[d->message_n % DESK_MESSAGES];
	va_list args;

	va_start(args, fmt);
	vsnprintf(line, sizeof(d->messages[0]), fmt, args);
	va_end(args);
	d->message_n++;
	d->said = true;
}

void desk_say_fault(struct desk *d)
{
	desk_say(d, "%s", session_fault(d->session));
	desk_refused(d);
}

const char *desk_path(const struct desk *d, const char *typed, struct arena *a)
{
	if (strncmp(typed, "~/", 2) != 0 || text_empty(d->home))
		return arena_strdup(a, typed);
	return arena_printf(a, "%s%s", d->home, typed + 1);
}

struct session *screen_session(const struct screen *s)
{
	return s->desk->session;
}

struct screen *desk_top(const struct desk *d)
{
	return d->depth > 0 ? d->stack[d->depth - 1] : NULL;
}

int64_t desk_subject(const struct desk *d)
{
	for (size_t i = d->depth; i > 0; i--) {
		const struct screen *s = d->stack[i - 1];

		if (s->ops->subject)
			return s->ops->subject(s);
		if (!s->ops->overlay)
			break;
	}
	return 0;
}

void desk_free_screen(struct screen *s)
{
	if (s->ops->end)
		s->ops->end(s);
	arena_reset(&s->arena);
	arena_reset(&s->keep);
	free(s->state);
	free(s);
}

enum status desk_load(struct screen *s)
{
	struct arena before = s->arena;
	enum status rc;

	if (!s->ops->load)
		return OK;
	/* What was shown lasts until the new rows stand: who was chosen in it is looked up meanwhile. */
	s->arena = (struct arena){ 0 };
	rc = s->ops->load(s);
	arena_reset(&before);
	return rc;
}

static struct screen *screen_new(struct desk *d, const struct visit *v)
{
	struct screen *s = calloc(1, sizeof(*s));
	void *state = calloc(1, v->where->state_size + 1);

	if (!s || !state)
		die(_("not enough memory for another screen. What was saved is safe."));
	s->ops = v->where;
	s->desk = d;
	s->state = state;
	s->target = *v;
	s->target.text = v->text ? arena_strdup(&s->keep, v->text) : NULL;
	return s;
}

enum status desk_open(struct desk *d, const struct visit *v)
{
	struct screen *s;
	enum status rc;

	if (d->depth == DESK_DEPTH) {
		desk_say(d, _("There are too many screens on top of each other. Esc goes back."));
		return OK;
	}
	if (desk_beside_refuses(d, v->where))
		return OK;
	if (d->dirty)
		desk_keep(d);
	s = screen_new(d, v);
	rc = s->ops->begin ? s->ops->begin(s) : OK;
	if (rc == OK)
		rc = desk_load(s);
	if (rc == OK)
		rc = desk_resume(d, s);
	if (rc != OK) {
		desk_trying(d, &(struct desk_again){ .what = AGAIN_VISIT, .visit = *v });
		desk_free_screen(s);
		return rc;
	}
	if (desk_beside_strange(d, s)) {
		desk_free_screen(s);
		return OK;
	}
	d->stack[d->depth++] = s;
	return OK;
}

void desk_reload(struct desk *d)
{
	struct screen *top = desk_top(d);

	if (!top || desk_load(top) == OK)
		return;
	desk_trying(d, &(struct desk_again){ .what = AGAIN_LOAD });
	desk_say_fault(d);
}

void desk_pop(struct desk *d)
{
	desk_free_screen(d->stack[--d->depth]);
}

void desk_came_back(struct desk *d, const struct result *r)
{
	struct screen *top = desk_top(d);

	if (!top->ops->came_back)
		return;
	desk_trying(d, &(struct desk_again){ .what = AGAIN_ANSWER, .answer = *r });
	top->ops->came_back(top, r);
}

/* Words that were chosen go where the cursor is, as if they had been pasted. */
static void put_words(struct desk *d, struct screen *s, const char *words)
{
	const struct input paste = { .kind = INPUT_PASTE, .text = str_of(words) };

	if (s->ops->take(s, ACT_NONE, &paste) != STAY)
		d->dirty = true;
}

void desk_close(struct desk *d)
{
	struct screen *s = desk_top(d);
	struct result answer = s->answer;
	struct arena a = { 0 };
	struct screen *below;

	if (!answer.saved && !desk_keep(d))
		return;
	answer.from = s->ops;
	answer.text = answer.text ? arena_strdup(&a, answer.text) : NULL;
	if (answer.saved)
		desk_drop_kept(d, s);
	else
		desk_leave_half_done(d, s);
	d->dirty = false;
	desk_pop(d);
	below = desk_top(d);
	if (!below) {
		d->leave = true;
	} else if (!desk_demand_answered(d, &answer)) {
		desk_came_back(d, &answer);
		desk_reload(d);
	}
	if (below && answer.from == &snippet_pick_screen && answer.saved)
		put_words(d, below, answer.text);
	arena_reset(&a);
}

/* The question was answered, or left (answered false). */
static void finish_asking(struct desk *d, bool answered)
{
	struct prompt p = d->prompt;
	struct result r = { .saved = answered, .id = { p.answer }, .text = line_text(&p.line) };

	d->prompt = (struct prompt){ 0 };
	d->asking = false;
	if (!d->answered)
		desk_came_back(d, &r);
	else if (answered)
		d->answered(d, &p);
	prompt_done(&p);
}

/* A question that stands and a g that waits are left: nothing was chosen. */
void desk_give_way(struct desk *d)
{
	d->chord = false;
	if (d->asking)
		finish_asking(d, false);
}

/* Nothing is on the screen any more; what was half done was kept. */
void desk_clear(struct desk *d)
{
	for (size_t i = 0; i < d->depth; i++)
		desk_leave_half_done(d, d->stack[i]);
	while (d->depth > 0)
		desk_pop(d);
}

void desk_go(struct desk *d, const struct visit *v)
{
	if (desk_beside_refuses(d, v->where) || !desk_keep_all(d))
		return;
	desk_clear(d);
	if (desk_open(d, v) == OK)
		return;
	/* Every account can stand somewhere: where it may not go, it stays with what it may. */
	desk_say_fault(d);
	if (desk_open(d, &(struct visit){ .where = tab_home(d->session) }) != OK &&
	    desk_open(d, &(struct visit){ .where = &directory_screen }) != OK)
		d->leave = true;
}

void desk_ask(struct desk *d, const struct prompt *p)
{
	prompt_done(&d->prompt);
	d->prompt = *p;
	d->asking = true;
	d->answered = NULL;
}

static void take_prompt(struct desk *d, const struct input *in)
{
	switch (prompt_take(&d->prompt, in)) {
	case PROMPT_STAY:
	case PROMPT_CHANGED:
		return;
	case PROMPT_ANSWERED:
		finish_asking(d, true);
		return;
	case PROMPT_LEFT:
		finish_asking(d, false);
		return;
	}
}

/* A menu makes way for what was chosen in it, a form for what it made: then its draft goes. */
static void replace(struct desk *d, struct screen *s)
{
	struct visit v = s->go;

	v.text = v.text ? arena_strdup(&d->memory, v.text) : NULL;
	if (s->answer.saved)
		desk_drop_kept(d, s);
	else if (!desk_keep(d))
		return; /* said already; what was typed stays where it is */
	d->dirty = false;
	desk_pop(d);
	if (desk_open(d, &v) == OK)
		return;
	desk_say_fault(d);
	if (d->depth == 0)
		desk_go(d, &(struct visit){ .where = tab_home(d->session) });
}

static void follow(struct desk *d, struct screen *s, enum outcome outcome)
{
	switch (outcome) {
	case STAY:
	case PASS:
	case REDRAW:
		return;
	case RELOAD:
		desk_reload(d);
		return;
	case OPEN:
		if (desk_open(d, &s->go) != OK)
			desk_say_fault(d);
		return;
	case REPLACE:
		replace(d, s);
		return;
	case CLOSE:
		desk_close(d);
		return;
	}
}

static void take_chord(struct desk *d, const struct input *in)
{
	const struct binding *b = keys_find(desk_chords, in, desk_has(d));

	d->chord = false;
	if (b && key_holds(b, desk_has(d)))
		desk_act(d, b->act);
	else if (b)
		desk_say(d, "%s", key_refusal(b, desk_has(d)));
}

static void take_stray(struct desk *d, const struct input *in)
{
	if (in->kind != INPUT_TEXT || ++d->stray < STRAY_LETTERS)
		return;
	d->stray = 0;
	desk_say(d, _("That looked like writing. g n opens a call note."));
}

/* A key that the screen itself did not take: the table that works everywhere. */
static void take_global(struct desk *d, const struct input *in)
{
	const struct binding *b = keys_find(desk_bindings, in, desk_has(d));

	if (!b) {
		take_stray(d, in);
		return;
	}
	d->stray = 0;
	if (!key_holds(b, desk_has(d)))
		desk_say(d, "%s", key_refusal(b, desk_has(d)));
	else
		desk_act(d, b->act);
}

static void interrupt(struct desk *d)
{
	if (d->asking || d->chord)
		desk_give_way(d);
	else
		desk_act(d, d->depth > 1 ? ACT_BACK : ACT_QUIT);
}

/* Over a question that a key answers, and after g, ! is no text. */
static bool take_mark(struct desk *d, const struct input *in)
{
	if (in->kind != INPUT_TEXT || !text_equal(in->key, "!") || !d->session ||
	    !((d->asking && d->prompt.keys) || d->chord))
		return false;
	desk_give_way(d);
	desk_act(d, ACT_SAFETY);
	return true;
}

/* What must work whatever is open: inside text, over a question, after g (care.md 1 and 31). */
static bool take_always(struct desk *d, const struct input *in)
{
	if (take_mark(d, in))
		return true;
	if (in->kind != INPUT_KEY)
		return false;
	if (text_equal(in->key, "Ctrl-G") && d->session) {
		desk_lock(d, NULL);
	} else if (text_equal(in->key, "Ctrl-R") && d->session) {
		desk_give_way(d);
		desk_act(d, ACT_SAFETY);
	} else if (text_equal(in->key, "Ctrl-C") && d->session) {
		interrupt(d);
	} else if (text_equal(in->key, "Ctrl-Z") && d->term && d->term->suspend) {
		d->term->suspend(d->term);
	} else {
		return false;
	}
	return true;
}

/*
 * The screen on top and its table. While text is typed, the text has every key first, and letters
 * never come further.
 */
static enum outcome take_own(struct desk *d, struct screen *s, const struct input *in)
{
	unsigned has = desk_has(d);
	const struct binding *b = keys_find(s->ops->bindings, in, has);
	bool text = desk_typing(d);
	enum outcome outcome = text ? s->ops->take(s, ACT_NONE, in) : PASS;

	if (outcome != PASS || (text && (!b || in->kind == INPUT_TEXT)))
		return outcome;
	if (b && !key_holds(b, has)) {
		desk_say(d, "%s", key_refusal(b, has));
		return STAY;
	}
	return s->ops->take(s, b ? b->act : ACT_NONE, in);
}

static void take_screen(struct desk *d, const struct input *in)
{
	struct screen *s = desk_top(d);
	bool letters = desk_typing(d) && in->kind == INPUT_TEXT;
	enum outcome outcome = take_own(d, s, in);

	if (outcome == PASS) {
		if (d->session && !letters)
			take_global(d, in);
		else if (!d->session && d->depth > 1 && text_equal(in->key, "Esc"))
			desk_pop(d); /* whoever wanted to sign in does not: the lock stands again */
		return;
	}
	d->stray = 0;
	if (s->ops->keep && !d->dirty && outcome != STAY) {
		d->dirty = true;
		d->dirty_ms = desk_now_ms(d);
	}
	follow(d, s, outcome);
}

/* Time went by for a screen that waits for something. */
static void wake(struct desk *d, const struct input *tick)
{
	if (d->wake_ms <= 0 || desk_now_ms(d) < d->wake_ms)
		return;
	d->wake_ms = 0;
	take_screen(d, tick);
}

static void take_one(struct desk *d, const struct input *in)
{
	if (d->session)
		session_tick(d->session);
	if (desk_idle(d, in))
		return;
	if (in->kind == INPUT_HANGUP) {
		desk_keep_all(d);
		d->leave = true;
		return;
	}
	if (in->kind == INPUT_TICK) {
		if (d->dirty)
			desk_keep(d);
		wake(d, in);
		return;
	}
	if (in->kind == INPUT_RESIZE)
		return;
	if (!d->asking && !d->chord)
		d->said = false;
	if (take_always(d, in))
		return;
	if (d->asking) {
		desk_trying(d, &(struct desk_again){ .what = AGAIN_NOT });
		take_prompt(d, in);
	} else if (d->chord) {
		take_chord(d, in);
	} else if (!desk_beside_take(d, in)) {
		desk_trying(d, &(struct desk_again){ .what = AGAIN_INPUT, .input = *in });
		take_screen(d, in);
	}
	desk_demand(d);
	if (d->arrived)
		desk_signed_in(d);
	desk_say_missed(d);
	desk_beside_settle(d);
}

/*
 * Esc and a letter typed at once reach a terminal as Alt and the letter, and no key here has Alt: it
 * is Esc, then the letter. Nothing is lost by Esc.
 */
void desk_take(struct desk *d, const struct input *in)
{
	struct input esc, letter;
	size_t n;

	if (in->kind == INPUT_CLICK) {
		desk_mouse(d, in);
		return;
	}
	if (in->kind != INPUT_KEY || !str_starts(str_of(in->key), "Alt-")) {
		take_one(d, in);
		return;
	}
	esc = input_key("Esc");
	letter = input_char(text_decode(str_of(in->key + 4), &n));
	take_one(d, &esc);
	if (!d->leave)
		take_one(d, &letter);
}

void desk_paint(struct desk *d)
{
	struct grid g;

	d->term->size(d->term, &d->rows, &d->columns);
	grid_begin(&g, d->rows, d->columns, &d->frame);
	g.ascii = d->term->ascii;
	desk_draw(d, &g);
	d->term->draw(d->term, &g);
	arena_reset(&d->frame);
}

/* Below the least size nothing is seen, so nothing is typed; but it locks, and it ends. */
static bool taken(const struct desk *d, const struct input *in)
{
	return !desk_too_small(d->rows, d->columns) || in->kind == INPUT_HANGUP ||
	       in->kind == INPUT_TICK || (in->kind == INPUT_KEY && text_equal(in->key, "Ctrl-G"));
}

enum status desk_run(struct desk *d, const struct visit *first)
{
	enum status rc = desk_open(d, first);
	struct input in;

	d->touched_ms = desk_now_ms(d);
	desk_say_missed(d);
	while (rc == OK && !d->leave) {
		desk_paint(d);
		if (desk_here(d))
			desk_paint(d);
		if (d->session) /* once what was saved is said */
			casework_keep_counts(d->session, false);
		rc = d->term->next(d->term, desk_deadline(d), &in);
		if (rc == OK && taken(d, &in))
			desk_take(d, &in);
	}
	desk_keep_all(d);
	return rc;
}

void desk_done(struct desk *d)
{
	while (d->depth > 0)
		desk_pop(d);
	desk_let_go_of_held(d);
	casework_sign_out(d->waiting);
	casework_sign_out(d->session);
	prompt_done(&d->prompt);
	arena_reset(&d->frame);
	arena_reset(&d->memory);
}
