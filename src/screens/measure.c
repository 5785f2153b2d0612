#include "desk.h"
#include "menu_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/measures.h"
#include "model/none.h"
#include "model/when.h"
#include "ui/form.h"
#include "ui/list.h"

#include <stdio.h>
#include <string.h>

/* A measure without an assessment: which, then a digit for each question. id[0] the person. */
#define LIST_ROW 6
#define NOW_END  44
#define WAS_END  50
#define TREND    53

struct said {
	enum concern_answer answer; /* CONCERN_ANSWER_NONE: not asked */
	int value;
};

struct measure_state {
	struct measure_start start;
	const struct measure *m; /* what is taken; NULL: it is being chosen */
	struct menu menu;
	struct said now[MEASURE_ITEMS_MOST];
	struct list_view list;
	struct prompt when; /* asks for the day */
	day on;
};

static const struct measure_answer_list *before(const struct measure_state *st)
{
	static const struct measure_answer_list never;

	for (size_t i = 0; i < st->start.before.n; i++)
		if (text_equal(st->start.before.at[i].head.measure, st->m->head->name))
			return &st->start.before.at[i].answers;
	return &never;
}

/* What a question got last time, NUMBER_NONE when it has no number. */
static int value_before(const struct measure_state *st, size_t row)
{
	const struct measure_answer *x = measure_answer_to(before(st), st->m->at[row].code);

	return x && x->answer == CONCERN_SCORED ? x->value : NUMBER_NONE;
}

static size_t answered(const struct measure_state *st)
{
	size_t n = 0;

	for (size_t i = 0; st->m && i < st->m->n; i++)
		n += st->now[i].answer != CONCERN_ANSWER_NONE;
	return n;
}

static void choose(struct measure_state *st, const struct measure *m)
{
	st->m = m;
	st->list = (struct list_view){ 0 };
	list_resize(&st->list, m->n);
	memset(st->now, 0, sizeof(st->now));
}

/* ---- which ---- */

static bool names_things(const struct measure *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->at[i].named)
			return true;
	return false;
}

static enum status measure_begin(struct screen *s)
{
	struct measure_state *st = s->state;

	st->on = screen_session(s)->today;
	return OK;
}

static enum status measure_load(struct screen *s)
{
	struct measure_state *st = s->state;
	struct menu_item *items;
	size_t at = st->menu.at;
	enum status rc = casework_begin_measure(
		screen_session(s), (struct person_id){ s->target.id[0] }, &s->arena, &st->start);

	if (rc != OK)
		return rc;
	items = ARENA_ARRAY(&s->arena, st->start.measures.n + 1, struct menu_item);
	for (size_t i = 0; i < st->start.measures.n; i++) {
		const struct measure *m = st->start.measures.at[i];

		items[i].label = m->head->title;
		items[i].hint = words_label(&measure_answerers, (int)m->answerer);
		if (names_things(m))
			items[i].off = _("they say what it is about: in an assessment, a");
	}
	menu_ask(&st->menu, _("Which measure?"), items);
	st->menu.at = at;
	if (!st->m && st->start.measures.n == 1 && !items[0].off)
		choose(st, st->start.measures.at[0]);
	return OK;
}

/* ---- drawing ---- */

static const char *now_text(const struct said *x, struct arena *a)
{
	if (x->answer == CONCERN_RATHER_NOT)
		return _("rather not");
	return x->answer == CONCERN_SCORED ? arena_printf(a, "%d", x->value) : "·";
}

static void put_trend(const struct measure_state *st, size_t row, struct grid *g, int at,
                      struct arena *a)
{
	const struct measure_item *q = &st->m->at[row];
	int was = value_before(st, row), now = st->now[row].value;
	int sign;

	if (st->now[row].answer != CONCERN_SCORED || was == NUMBER_NONE)
		return;
	sign = measure_change_sign(q->better, was, now);
	grid_put(g, at, TREND, -1,
	         sign > 0   ? LOOK_ACCENT
	         : sign < 0 ? LOOK_ALARM
	                    : LOOK_SECOND,
	         measure_change_text(st->m, q->better, was * MEASURE_ONE, now * MEASURE_ONE, a));
}

static void put_question(const struct measure_state *st, size_t row, struct grid *g, int at,
                         struct arena *a)
{
	const struct said *x = &st->now[row];
	int was = value_before(st, row);

	grid_put(g, at, GRID_TEXT, NOW_END - GRID_TEXT - 11, LOOK_PLAIN, st->m->at[row].label);
	grid_put_right(g, at, NOW_END, -1,
	               x->answer == CONCERN_ANSWER_NONE ? LOOK_SECOND : LOOK_STRONG,
	               now_text(x, a));
	if (was != NUMBER_NONE)
		grid_put_right(g, at, WAS_END, -1, LOOK_SECOND, arena_printf(a, "%d", was));
	put_trend(st, row, g, at, a);
}

/* What is asked, as it is read out, and what the ends of its scale mean. */
static void put_asked(const struct measure_state *st, struct grid *g, struct arena *a)
{
	const struct measure_item *q = &st->m->at[st->list.at];
	const char *ask = text_empty(q->ask) ? st->m->head->say : q->ask;

	if (!text_empty(ask))
		grid_put_lines(g, 2, GRID_MARGIN, 2, g->columns - 2, LOOK_WORDS,
		               arena_printf(a, "“%s”", ask));
	grid_put(g, 4, GRID_MARGIN, -1, LOOK_SECOND,
	         arena_printf(a, _("%d is %s, %d is %s."), q->low, q->low_words, q->high,
	                      q->high_words));
}

static void put_questions(struct measure_state *st, struct grid *g, struct arena *a)
{
	struct list_window w = list_window(&st->list, g->rows - LIST_ROW);
	int row = LIST_ROW;

	grid_put(g, LIST_ROW - 1, GRID_MARGIN, NOW_END - 12, LOOK_HEAD, st->m->head->title);
	grid_put_right(g, LIST_ROW - 1, NOW_END, -1, LOOK_SECOND, _("now"));
	if (before(st)->n > 0)
		grid_put_right(g, LIST_ROW - 1, WAS_END, -1, LOOK_SECOND, _("was"));
	for (size_t i = 0; i < w.shown; i++, row++) {
		put_question(st, w.first + i, g, row, a);
		if (w.first + i == st->list.at)
			grid_select(g, row);
	}
	if (w.above + w.below > 0)
		list_more(g, row, GRID_TEXT, &w);
}

static void measure_render(const struct screen *s, struct grid *g)
{
	struct measure_state *st = s->state;
	struct arena a = { 0 };
	int row = strip_put(g, _("Measure"), &st->start.strip,
	                    day_short(st->on, screen_session(s)->today, &a));
	struct grid rest = strip_rest(g, row);

	if (st->m) {
		put_asked(st, &rest, &a);
		put_questions(st, &rest, &a);
		if (st->when.open)
			prompt_put(&st->when, &rest, rest.rows - 1);
	} else if (st->start.measures.n == 0) {
		grid_put(&rest, rest.rows / 2, GRID_TEXT, rest.columns - 4, LOOK_SECOND,
		         _("No measure is on offer here. g a, Lists, says which are."));
		grid_cursor(&rest, rest.rows / 2, GRID_TEXT);
	}
	strip_rest_cursor(g, &rest);
	if (!st->m && st->start.measures.n > 0)
		menu_put(&st->menu, g);
	arena_reset(&a);
}

/* ---- answering ---- */

static enum outcome answer(struct screen *s, enum concern_answer how, int value)
{
	struct measure_state *st = s->state;
	size_t row = st->list.at;
	const struct measure_item *q = &st->m->at[row];
	int was = value_before(st, row);

	if (how == CONCERN_SCORED && (value < q->low || value > q->high)) {
		desk_say(s->desk, _("%s goes from %d, %s, to %d, %s."), q->label, q->low,
		         q->low_words, q->high, q->high_words);
		return REDRAW;
	}
	st->now[row] = (struct said){ how, value };
	if (how != CONCERN_SCORED)
		desk_say(s->desk, _("%s: would rather not say. Backspace takes it back."),
		         q->label);
	else if (was == NUMBER_NONE)
		desk_say(s->desk, _("%s %d. Backspace takes it back."), q->label, value);
	else
		desk_say(s->desk, _("%s %d, was %d. Backspace takes it back."), q->label, value,
		         was);
	if (st->list.at + 1 < st->list.n)
		st->list.at++;
	return REDRAW;
}

static enum outcome same(struct screen *s)
{
	const struct measure_state *st = s->state;
	int was = value_before(st, st->list.at);

	if (was != NUMBER_NONE)
		return answer(s, CONCERN_SCORED, was);
	desk_say(s->desk, "%s", _("It has no number from last time."));
	return REDRAW;
}

/* Of the row one is on, else of the one before, to which it goes. */
static enum outcome take_back(struct screen *s)
{
	struct measure_state *st = s->state;

	if (st->now[st->list.at].answer == CONCERN_ANSWER_NONE && st->list.at > 0)
		st->list.at--;
	if (st->now[st->list.at].answer == CONCERN_ANSWER_NONE) {
		desk_say(s->desk, "%s", _("Nothing was said here yet."));
		return REDRAW;
	}
	st->now[st->list.at] = (struct said){ 0 };
	desk_say(s->desk, _("%s: not asked."), st->m->at[st->list.at].label);
	return REDRAW;
}

static struct measure_taken taken(const struct screen *s, struct arena *a)
{
	const struct measure_state *st = s->state;
	struct measure_taken x = { .head = measured_blank };

	x.head.person = st->start.strip.id;
	x.head.measure = st->m->head->name;
	x.head.on_day = st->on;
	for (size_t i = 0; i < st->m->n; i++) {
		struct measure_answer *y;

		if (st->now[i].answer == CONCERN_ANSWER_NONE)
			continue;
		y = ARENA_PUSH(a, &x.answers);
		*y = measure_answer_blank;
		y->item = st->m->at[i].code;
		y->answer = st->now[i].answer;
		y->value = st->now[i].value;
	}
	return x;
}

static enum outcome save(struct screen *s)
{
	const struct measure_state *st = s->state;
	struct arena a = { 0 };
	const struct measure_taken x = taken(s, &a);
	struct measured_id id;
	enum status rc = casework_take_measure(screen_session(s), &x, &id);

	arena_reset(&a);
	if (rc != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, _("Saved: %s, %zu of %zu answered. u takes it back."), st->m->head->title,
	         answered(st), st->m->n);
	s->answer = (struct result){ .saved = true, .id = { id.n } };
	return CLOSE;
}

/* ---- the day ---- */

static enum outcome take_day(struct screen *s, const struct input *in)
{
	struct measure_state *st = s->state;
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_BACK };
	struct arena a = { 0 };
	struct when when;
	const char *fault;

	switch (prompt_take(&st->when, in)) {
	case PROMPT_STAY:
		return PASS;
	case PROMPT_CHANGED:
	case PROMPT_LEFT:
		return REDRAW;
	case PROMPT_ANSWERED:
		break;
	}
	if (line_empty(&st->when.line))
		st->on = session->today;
	else if (when_parse(line_text(&st->when.line), &from, &a, &when, &fault) != OK)
		desk_say(s->desk, "%s", fault);
	else if (when.on > session->today)
		desk_say(s->desk, "%s", _("That day is ahead. It is as it was."));
	else
		st->on = when.on;
	arena_reset(&a);
	return REDRAW;
}

/* ---- keys ---- */

static enum outcome choose_measure(struct screen *s)
{
	struct measure_state *st = s->state;

	choose(st, st->start.measures.at[st->menu.at]);
	return REDRAW;
}

static enum outcome measure_take(struct screen *s, enum act act, const struct input *in)
{
	struct measure_state *st = s->state;

	if (!st->m)
		return st->start.measures.n == 0
		               ? PASS
		               : menu_screen_take(s, &st->menu, in, choose_measure);
	if (st->when.open)
		return take_day(s, in);
	if (list_take(&st->list, act))
		return REDRAW;
	switch ((int)act) {
	case ACT_DIGIT:
		return answer(s, CONCERN_SCORED, (int)in->ch - '0');
	case ACT_TEN:
		return answer(s, CONCERN_SCORED, 10);
	case ACT_RATHER_NOT:
		return answer(s, CONCERN_RATHER_NOT, NUMBER_NONE);
	case ACT_SAME:
		return same(s);
	case ACT_ERASE:
		return take_back(s);
	case ACT_CHANGE:
		prompt_ask(&st->when, _("Taken when? (Enter: today) "), NULL);
		return REDRAW;
	case ACT_SAVE:
		return save(s);
	default:
		return PASS;
	}
}

static bool measure_typing(const struct screen *s)
{
	const struct measure_state *st = s->state;

	return st->when.open;
}

static int64_t measure_subject(const struct screen *s)
{
	return s->target.id[0];
}

/* ".measure=ons4-1", ".on=20780", then "happy=7", "anxious=-". */
static bool measure_keep(const struct screen *s, struct kept *ret)
{
	const struct measure_state *st = s->state;

	snprintf(ret->about, sizeof(ret->about), "%s", st->start.strip.ref);
	ret->subject = s->target.id[0];
	if (answered(st) == 0)
		return false;
	snprintf(ret->title, sizeof(ret->title), _("%s: %zu answered, not saved"),
	         st->m->head->title, answered(st));
	buf_printf(&ret->body, ".measure=%s\n.on=%d\n", st->m->head->name, (int)st->on);
	for (size_t i = 0; i < st->m->n; i++) {
		if (st->now[i].answer == CONCERN_SCORED)
			buf_printf(&ret->body, "%s=%d\n", st->m->at[i].code, st->now[i].value);
		else if (st->now[i].answer == CONCERN_RATHER_NOT)
			buf_printf(&ret->body, "%s=-\n", st->m->at[i].code);
	}
	return true;
}

static void resume_line(struct measure_state *st, struct str name, struct str value)
{
	long long n;

	if (str_is(name, ".on") && str_int(value, &n))
		st->on = (day)n;
	for (size_t i = 0; i < st->m->n; i++) {
		const struct measure_item *q = &st->m->at[i];

		if (!str_is(name, q->code))
			continue;
		if (str_is(value, "-"))
			st->now[i] = (struct said){ CONCERN_RATHER_NOT, NUMBER_NONE };
		else if (str_int(value, &n) && n >= q->low && n <= q->high)
			st->now[i] = (struct said){ CONCERN_SCORED, (int)n };
	}
}

static enum status measure_resume(struct screen *s, struct str body)
{
	struct measure_state *st = s->state;
	const char *wanted = form_kept_line(body, ".measure", &s->keep);
	struct str line, name;
	const struct measure *m;
	enum status rc = s->ops->load(s);

	if (rc == OK)
		rc = session_measure(screen_session(s), wanted ? wanted : "", &m);
	if (rc != OK)
		return rc;
	choose(st, m);
	while (str_cut(&body, '\n', &line))
		if (str_cut(&line, '=', &name) && line.at)
			resume_line(st, name, line);
	return OK;
}

static void measure_end(struct screen *s)
{
	struct measure_state *st = s->state;

	prompt_done(&st->when);
}

/* clang-format off */
static const struct binding measure_bindings[] = {
	{ "0-9", ACT_DIGIT, NEEDS_WRITE, "The answer, on the scale that stands above", "answer" },
	{ "t", ACT_TEN, NEEDS_WRITE, "Ten", "ten" },
	{ "+", ACT_TEN, NEEDS_WRITE | NEEDS_HIDDEN, "The same, on the number pad", NULL },
	{ "=", ACT_SAME, NEEDS_WRITE, "The same as last time", "same" },
	{ "-", ACT_RATHER_NOT, NEEDS_WRITE, "Would rather not say", "rather not" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save it", "save" },
	{ "e", ACT_CHANGE, NEEDS_WRITE, "The day that it was taken", "day" },
	{ "Backspace", ACT_ERASE, NEEDS_WRITE, "Take an answer back: not asked", NULL },
	{ "Esc", ACT_BACK, 0, "Back; what was answered is kept", NULL },
	LIST_BINDINGS(0),
	{ 0 },
};
/* clang-format on */

const struct screen_ops measure_screen = {
	.name = "measure",
	.title = "A measure",
	.state_size = sizeof(struct measure_state),
	.bindings = measure_bindings,
	.conversation = true,
	.begin = measure_begin,
	.load = measure_load,
	.render = measure_render,
	.take = measure_take,
	.typing = measure_typing,
	.keep = measure_keep,
	.resume = measure_resume,
	.subject = measure_subject,
	.end = measure_end,
};
