#include "planning.h"

#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/plan_review.h"
#include "model/plan_form.h"

#include <stdio.h>
#include <string.h>

/*
 * Going over the plan with them: each thing that was to be done and each goal, a digit for how it went,
 * a letter for whether they felt supported, of a service for whether it helped. Nothing is stored before Ctrl-S; then all of it is one
 * change. What was answered is kept. id[0] the person.
 */
#define LIST_ROW 4

struct over_row {
	struct gone_over x; /* action and goal 0: nothing was said of it yet */
	struct action_id action;
	struct goal_id goal;
	bool service; /* told about or referred to: whether it helped is asked */
	int64_t ver;
	const char *what; /* of s->arena */
	const char *now;  /* how it stands, before anything is said */
};

struct over_rows {
	size_t n;
	struct over_row *at;
};

enum over_question {
	OVER_ASKS_NOTHING,
	OVER_ASKS_SUPPORTED,
	OVER_ASKS_HELPED,
	OVER_ASKS_OUTCOME,
	OVER_ASKS_NEXT
};

struct over_state {
	struct plan_view view;
	struct over_rows rows;
	struct list_view list;
	enum over_question question;
	size_t later; /* what was put off, to be asked about on the plan */
	bool loaded;
};

static struct person_id whose(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

/* ---- the rows ---- */

static struct over_row *find(struct over_rows *rows, struct action_id action, struct goal_id goal)
{
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].action.n == action.n && rows->at[i].goal.n == goal.n)
			return &rows->at[i];
	return NULL;
}

static void add_actions(struct screen *s, const struct plan_row *row, struct over_rows *rows)
{
	struct over_state *v = s->state;

	for (size_t i = 0; i < row->actions.n; i++) {
		const struct action *x = &row->actions.at[i];

		v->later += x->kind == ACTION_LATER;
		if (!action_open(x->status) || x->kind == ACTION_LATER ||
		    x->kind == ACTION_NOTHING_WANTED)
			continue;
		*ARENA_PUSH(&s->arena, rows) = (struct over_row){
			.action = x->id,
			.service = x->signpost.n != 0,
			.ver = x->ver,
			.what = row->texts[i],
			.now = x->status == ACTION_STARTED ? _("begun") : "",
		};
	}
}

static void add_goals(struct screen *s, struct over_rows *rows)
{
	struct over_state *v = s->state;

	for (size_t i = 0; i < v->view.goals.n; i++) {
		const struct goal *x = &v->view.goals.at[i];

		if (x->status == GOAL_SET) {
			*ARENA_PUSH(&s->arena, rows) = (struct over_row){
				.goal = x->id,
				.ver = x->ver,
				.what = arena_printf(&s->arena, "“%s”", x->words),
				.now = "",
			};
		}
	}
}

/* What was said already stays said, of what is still there. */
static void keep_said(struct over_rows *was, struct over_rows *now)
{
	for (size_t i = 0; i < now->n; i++) {
		const struct over_row *old = find(was, now->at[i].action, now->at[i].goal);

		if (old)
			now->at[i].x = old->x;
	}
}

static enum status over_load(struct screen *s)
{
	struct over_state *v = s->state;
	struct over_rows rows = { 0 };
	enum status rc = casework_plan(screen_session(s), whose(s), &s->arena, &v->view);

	if (rc != OK)
		return rc;
	v->later = 0;
	for (size_t i = 0; i < v->view.n; i++)
		add_actions(s, &v->view.at[i], &rows);
	add_goals(s, &rows);
	keep_said(&v->rows, &rows);
	v->rows = rows;
	v->loaded = true;
	list_resize(&v->list, rows.n);
	return OK;
}

static struct over_row *chosen(struct over_state *v)
{
	return v->rows.n > 0 ? &v->rows.at[v->list.at] : NULL;
}

static bool is_said(const struct over_row *r)
{
	return r->x.action.n != 0 || r->x.goal.n != 0;
}

static size_t said_n(const struct over_state *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->rows.n; i++)
		n += is_said(&v->rows.at[i]);
	return n;
}

/* ---- drawing ---- */

static const char *went_text(const struct over_row *r)
{
	if (r->goal.n != 0)
		return r->x.reached == GOAL_SET ? _("goes on")
		                                : words_label(&goal_statuses, (int)r->x.reached);
	if (r->x.status == ACTION_NOT_STARTED)
		return _("not done yet");
	return r->x.status == ACTION_STARTED ? _("goes on")
	                                     : words_label(&action_statuses, (int)r->x.status);
}

static const char *answer_text(const struct over_row *r, struct arena *a)
{
	const char *text;

	if (!is_said(r))
		return r->now;
	text = went_text(r);
	if (r->x.helped != HELPED_NONE)
		text = arena_printf(a, _("%s · helped: %s"), text,
		                    words_label(&helped_answers, (int)r->x.helped));
	if (r->x.supported == SUPPORTED_YES || r->x.supported == SUPPORTED_PARTLY ||
	    r->x.supported == SUPPORTED_NO)
		text = arena_printf(a, _("%s · supported: %s"), text,
		                    words_label(&supports, (int)r->x.supported));
	return text;
}

static void put_row(const struct over_state *v, size_t i, struct grid *g, int at, struct arena *a)
{
	const struct over_row *r = &v->rows.at[i];
	const char *answer = answer_text(r, a);
	int room = g->columns - GRID_TEXT - 3 - (int)text_width(str_of(answer));

	if (i == v->list.at)
		grid_select(g, at);
	grid_put(g, at, GRID_TEXT, room, i == v->list.at ? LOOK_STRONG : LOOK_PLAIN, r->what);
	grid_put_right(g, at, -1, -1, is_said(r) ? LOOK_ACCENT : LOOK_SECOND, answer);
}

static void put_list(struct over_state *v, struct grid *g, struct arena *a)
{
	struct list_window w = list_window(&v->list, g->rows - LIST_ROW - 4);
	const struct over_row *r = chosen(v);
	int row = LIST_ROW;

	for (size_t i = 0; i < w.shown; i++)
		put_row(v, w.first + i, g, row++, a);
	if (w.above + w.below > 0)
		list_more(g, row++, GRID_TEXT, &w);
	row++;
	if (r)
		row += grid_put_lines(g, row, GRID_TEXT, 2, g->columns - GRID_TEXT - 1, LOOK_SECOND,
		                      text_empty(r->x.outcome)
		                              ? r->what
		                              : arena_printf(a, "%s: %s", r->what, r->x.outcome));
	if (v->later > 0) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_PLAIN,
		         arena_printf(a,
		                      v->later == 1
		                              ? _("%zu was put off: ask about it on the plan.")
		                              : _("%zu were put off: ask about them on the plan."),
		                      v->later));
	}
}

static void over_render(const struct screen *s, struct grid *g)
{
	struct over_state *v = s->state;
	struct arena a = { 0 };
	size_t said = said_n(v);
	int row = strip_put(g, _("Go over the plan"), &v->view.strip,
	                    arena_printf(&a, _("%zu of %zu"), said, v->rows.n));
	struct grid rest = strip_rest(g, row);

	grid_put(&rest, STRIP_ROWS, GRID_MARGIN, -1, LOOK_WORDS,
	         _("“How did it go? And did you feel supported to do it?”"));
	grid_rule(&rest, STRIP_ROWS + 1, GRID_MARGIN, -1);
	if (v->rows.n == 0) {
		grid_put(&rest, rest.rows / 2, GRID_TEXT, -1, LOOK_SECOND,
		         v->view.plan.id.n == 0
		                 ? _("There is no plan to go over yet. p makes one.")
		                 : _("Nothing is open in it. Ctrl-S notes that it was gone over."));
		grid_cursor(&rest, rest.rows / 2, GRID_TEXT);
	} else {
		put_list(v, &rest, &a);
	}
	strip_rest_cursor(g, &rest);
	arena_reset(&a);
}

/* ---- answering ---- */

static void ask(struct screen *s, enum over_question about, const char *question, const char *keys,
                const char *text)
{
	struct over_state *v = s->state;
	struct prompt p = { 0 };

	v->question = about;
	prompt_ask(&p, question, keys);
	if (text)
		line_set(&p.line, text);
	desk_ask(s->desk, &p);
}

static void begin_said(struct over_row *r)
{
	if (is_said(r))
		return;
	r->x = (struct gone_over){ .action = r->action,
		                   .goal = r->goal,
		                   .status = ACTION_NOT_STARTED,
		                   .reached = GOAL_SET,
		                   .outcome = "" };
}

/* 1 done, 2 partly or begun, 3 not, 4 no longer applies. */
static void went(struct over_row *r, int how)
{
	static const enum action_status actions[] = { ACTION_COMPLETED, ACTION_STARTED,
		                                      ACTION_NOT_STARTED, ACTION_NOT_APPLICABLE };
	static const enum goal_status goals[] = { GOAL_ACHIEVED, GOAL_PARTLY, GOAL_NOT_ACHIEVED,
		                                  GOAL_NOT_APPLICABLE };

	begin_said(r);
	r->x.status = actions[how];
	r->x.reached = goals[how];
	r->x.supported = SUPPORT_NONE;
	r->x.helped = HELPED_NONE;
}

static enum outcome take_digit(struct screen *s, char32_t digit)
{
	struct over_state *v = s->state;
	struct over_row *r = chosen(v);

	if (!r)
		return REDRAW;
	if (digit == '0') {
		r->x = (struct gone_over){ 0 };
		desk_say(s->desk, "%s", _("Nothing said of it: it stays as it is."));
		return REDRAW;
	}
	if (digit < '1' || digit > '4') {
		desk_say(
			s->desk, "%s",
			_("1 done  2 begun, or partly  3 not  4 no longer applies  0 nothing said"));
		return REDRAW;
	}
	went(r, (int)(digit - '1'));
	if (digit == '4') {
		if (v->list.at + 1 < v->list.n)
			v->list.at++;
		return REDRAW;
	}
	if (r->service && digit == '1')
		ask(s, OVER_ASKS_HELPED, _("Did it help? yes partly no"), "ypn?", NULL);
	else
		ask(s, OVER_ASKS_SUPPORTED, _("Did they feel supported? yes partly no"), "ypn?",
		    NULL);
	return REDRAW;
}

static enum outcome ask_outcome(struct screen *s)
{
	struct over_state *v = s->state;
	const struct over_row *r = chosen(v);

	if (!r || !is_said(r)) {
		desk_say(s->desk, "%s", _("First a digit: how did it go?"));
		return REDRAW;
	}
	ask(s, OVER_ASKS_OUTCOME, _("What came of it?"), NULL, r->x.outcome);
	return REDRAW;
}

static enum outcome ask_next(struct screen *s)
{
	const struct over_state *v = s->state;
	const struct session *session = screen_session(s);

	if (v->view.plan.id.n == 0) {
		desk_say(s->desk, "%s", _("There is no plan to go over yet. p makes one."));
		return REDRAW;
	}
	ask(s, OVER_ASKS_NEXT, _("Saves it all. Go over it again on:"), NULL,
	    day_short(plan_review_proposed(session), session->today, &s->keep));
	return REDRAW;
}

static bool save(struct screen *s, day next)
{
	struct over_state *v = s->state;
	struct arena a = { 0 };
	struct {
		size_t n;
		struct gone_over *at;
	} said = { 0 };
	struct plan_gone_over x = { .person = whose(s), .next_on = next };
	enum status rc;

	for (size_t i = 0; i < v->rows.n; i++) {
		if (!is_said(&v->rows.at[i]))
			continue;
		*ARENA_PUSH(&a, &said) = v->rows.at[i].x;
		said.at[said.n - 1].ver = v->rows.at[i].ver;
	}
	x.n = said.n;
	x.at = said.at;
	rc = casework_go_over_plan(screen_session(s), &x, &next);
	if (rc != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Saved: gone over, %zu said. Again on %s."), x.n,
		         day_short(next, screen_session(s)->today, &a));
	arena_reset(&a);
	return rc == OK;
}

static void next_said(struct screen *s, const char *text)
{
	struct over_state *v = s->state;
	const struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	struct problems problems = { 0 };
	struct values values = { 0 };
	day on = DAY_NONE;

	values_set(&values, &s->keep, "next", text);
	plan_day_ahead_from(&values, "next", &from, &s->keep, &problems, &on);
	if (problems.n > 0) {
		desk_say(s->desk, "%s", problems.at[0].text);
		return;
	}
	if (!save(s, on)) {
		desk_reload(s->desk); /* what somebody changed meanwhile; the answers stay */
		return;
	}
	v->rows.n = 0;
	desk_close(s->desk);
}

static enum support supported_by(int64_t key)
{
	switch (key) {
	case 'y':
		return SUPPORTED_YES;
	case 'p':
		return SUPPORTED_PARTLY;
	case 'n':
		return SUPPORTED_NO;
	default:
		return SUPPORTED_NOT_ASKED;
	}
}

static enum helped helped_by(int64_t key)
{
	switch (key) {
	case 'y':
		return HELPED_YES;
	case 'p':
		return HELPED_PARTLY;
	case 'n':
		return HELPED_NO;
	default:
		return HELPED_NOT_KNOWN;
	}
}

static void over_came_back(struct screen *s, const struct result *r)
{
	struct over_state *v = s->state;
	enum over_question question = v->question;
	struct over_row *row = chosen(v);

	v->question = OVER_ASKS_NOTHING;
	if (r->from || !r->saved)
		return;
	if (question == OVER_ASKS_NEXT) {
		next_said(s, r->text);
	} else if (question == OVER_ASKS_OUTCOME && row) {
		row->x.outcome = arena_strdup(&s->keep, r->text);
	} else if (row) {
		if (question == OVER_ASKS_SUPPORTED)
			row->x.supported = supported_by(r->id[0]);
		else
			row->x.helped = helped_by(r->id[0]);
		if (v->list.at + 1 < v->list.n)
			v->list.at++;
	}
}

static enum outcome over_take(struct screen *s, enum act act, const struct input *in)
{
	struct over_state *v = s->state;

	if (list_take(&v->list, act))
		return REDRAW;
	switch ((int)act) {
	case ACT_DIGIT:
		return take_digit(s, in->ch);
	case ACT_OPEN:
		return ask_outcome(s);
	case ACT_SAVE:
		return ask_next(s);
	default:
		return PASS;
	}
}

/* ---- keeping ---- */

static bool over_keep(const struct screen *s, struct kept *ret)
{
	const struct over_state *v = s->state;
	struct arena a = { 0 };
	size_t said = said_n(v);

	snprintf(ret->about, sizeof(ret->about), "%lld 0 ", (long long)s->target.id[0]);
	ret->subject = s->target.id[0];
	if (said == 0)
		return false;
	snprintf(ret->title, sizeof(ret->title), _("Going over the plan of %s, %zu said"),
	         v->view.strip.short_name, said);
	for (size_t i = 0; i < v->rows.n; i++) {
		const struct over_row *r = &v->rows.at[i];

		if (!is_said(r))
			continue;
		form_keep_line(&ret->body,
		               arena_printf(&a, "%s%lld", r->goal.n != 0 ? "g" : "a",
		                            (long long)r->goal.n + (long long)r->action.n),
		               arena_printf(&a, "%d %d %d %d %s", (int)r->x.status,
		                            (int)r->x.reached, (int)r->x.supported,
		                            (int)r->x.helped, r->x.outcome));
	}
	arena_reset(&a);
	return true;
}

static int kept_number(struct str *rest)
{
	struct str word;
	long long n = 0;

	if (!str_cut(rest, ' ', &word) || !str_int(word, &n) || n < 0 || n > 9)
		return 0;
	return (int)n;
}

static enum status over_resume(struct screen *s, struct str body)
{
	struct over_state *v = s->state;
	struct arena a = { 0 };

	for (size_t i = 0; i < v->rows.n; i++) {
		struct over_row *r = &v->rows.at[i];
		const char *line =
			form_kept_line(body,
		                       arena_printf(&a, "%s%lld", r->goal.n != 0 ? "g" : "a",
		                                    (long long)r->goal.n + (long long)r->action.n),
		                       &s->keep);
		struct str rest = str_of(line);

		if (!line)
			continue;
		begin_said(r);
		r->x.status = (enum action_status)kept_number(&rest);
		r->x.reached = (enum goal_status)kept_number(&rest);
		r->x.supported = (enum support)kept_number(&rest);
		r->x.helped = (enum helped)kept_number(&rest);
		r->x.outcome = rest.at ? arena_str(&s->keep, rest) : "";
	}
	arena_reset(&a);
	return OK;
}

static int64_t over_subject(const struct screen *s)
{
	return s->target.id[0];
}

/* clang-format off */
static const struct binding over_bindings[] = {
	{ "1", ACT_DIGIT, NEEDS_WRITE, "Done; of a goal: achieved; of a service: did it help?", "done" },
	{ "2", ACT_DIGIT, NEEDS_WRITE, "Begun, goes on; of a goal: partly achieved", "partly" },
	{ "3", ACT_DIGIT, NEEDS_WRITE, "Not done yet; of a goal: not achieved", "not" },
	{ "4", ACT_DIGIT, NEEDS_WRITE, "No longer applies", "no longer" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save it all as one; asks when it is gone over again", "save" },
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "What came of it, in words", "what came" },
	{ "0", ACT_DIGIT, NEEDS_WRITE, "Nothing said of it after all", NULL },
	LIST_BINDINGS(0),
	{ 0 },
};
/* clang-format on */

const struct screen_ops review_screen = {
	.name = "review",
	.title = "Go over the plan",
	.state_size = sizeof(struct over_state),
	.bindings = over_bindings,
	.conversation = true,
	.load = over_load,
	.render = over_render,
	.take = over_take,
	.came_back = over_came_back,
	.keep = over_keep,
	.resume = over_resume,
	.subject = over_subject,
};
