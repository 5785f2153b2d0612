#include "assessment.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "model/none.h"
#include "ui/list.h"

/* visit: id[0] the person; id[1] the assessment that is to be corrected, 0: a new one. */
static enum status assessment_begin(struct screen *s)
{
	struct assessment_state *st = s->state;
	struct session *session = screen_session(s);
	struct person_id person = { s->target.id[0] };
	struct assessment_id corrected = { s->target.id[1] };
	enum status rc;

	if (corrected.n != 0)
		rc = casework_begin_correction(session, corrected, &s->keep, &st->start);
	else
		rc = casework_begin_assessment(session, person, &s->keep, &st->start);
	if (rc != OK)
		return rc;
	assessment_sheet_begin(s);
	if (assessment_corrects(st)) {
		assess_holds(&st->sheet, &st->start.now);
		assess_measured_holds(&st->sheet, &st->start.measured);
		st->sheet.view = ASSESS_ALL;
	}
	st->began_at = session->now;
	assessment_header_begin(s);
	return OK;
}

/* What is safe may have been changed on a screen over this one. */
static enum status assessment_load(struct screen *s)
{
	struct assessment_state *st = s->state;

	return casework_strip(screen_session(s), st->start.strip.id, &s->arena, &st->start.strip);
}

static void assessment_done(struct screen *s)
{
	struct assessment_state *st = s->state;

	line_done(&st->words);
	line_done(&st->find);
	form_done(&st->header);
	form_done(&st->end);
}

int assessment_minutes(const struct screen *s)
{
	const struct assessment_state *st = s->state;

	return st->minutes_before + (int)((screen_session(s)->now - st->began_at + 59) / 60);
}

/* Said of the row one is on: the sentence that needs a person stands until the next answer. */
static void say_to_row(struct screen *s, enum assess_act act, int score)
{
	struct assessment_state *st = s->state;
	struct arena a = { 0 };
	const char *echo;
	bool said = assess_say(&st->sheet, act, score, &a, &echo);

	st->red = st->sheet.n;
	if (said && act != ASSESS_MATTERS && assess_is_red(&st->sheet, st->sheet.at)) {
		st->red = st->sheet.at;
		echo = assess_red_text(&st->sheet, st->red, &a);
	}
	desk_say(s->desk, "%s", echo);
	arena_reset(&a);
	if (said && act != ASSESS_MATTERS && st->mode == ASSESSING_LIST)
		assess_next(&st->sheet);
}

static void take_back(struct screen *s)
{
	struct assessment_state *st = s->state;
	struct arena a = { 0 };
	const char *echo;

	assess_take_back(&st->sheet, &a, &echo);
	st->red = st->sheet.n;
	desk_say(s->desk, "%s", echo);
	arena_reset(&a);
}

/* ---- their own words ---- */

static void begin_words(struct screen *s)
{
	struct assessment_state *st = s->state;
	const struct assess_row *r = &st->sheet.row[st->sheet.at];

	st->words_may_follow = false;
	if (!assess_takes_words(r)) {
		desk_say(s->desk, "%s", _("Words go with a concern. ↓ to one first."));
		return;
	}
	line_set(&st->words, r->words);
	st->mode = ASSESSING_WORDS;
}

static enum outcome take_words(struct screen *s, const struct input *in)
{
	struct assessment_state *st = s->state;
	bool ends =
		in->kind == INPUT_KEY && (text_equal(in->key, "Enter") ||
	                                  text_equal(in->key, "Esc") || text_equal(in->key, "Tab"));

	if (ends) {
		st->mode = ASSESSING_LIST;
		if (!line_empty(&st->words))
			desk_say(s->desk, _("Kept: “%s”"), line_text(&st->words));
		if (assessment_on_paper(st) && text_equal(in->key, "Enter"))
			assess_next(&st->sheet);
		return REDRAW;
	}
	switch (line_take(&st->words, in)) {
	case LINE_PASS:
		return PASS;
	case LINE_FULL:
		desk_say(s->desk, "%s", _("That is as much as fits here; the rest was left out."));
		break;
	case LINE_MOVED:
	case LINE_CHANGED:
		break;
	}
	assess_words(&st->sheet, line_text(&st->words));
	st->words_changed = true;
	return REDRAW;
}

/* Both hands are on the paper: Enter goes down it, past what nobody marked. */
static void go_on_or_words(struct screen *s)
{
	struct assessment_state *st = s->state;

	if (assessment_on_paper(st))
		assess_next(&st->sheet);
	else
		begin_words(s);
}

/* ---- finding a concern ---- */

struct concern_pick assessment_matches(const struct assessment_state *st, struct arena *a)
{
	return concern_match(st->sheet.set, line_text(&st->find), a);
}

static void go_to_match(struct assessment_state *st)
{
	struct arena a = { 0 };
	struct concern_pick pick = assessment_matches(st, &a);

	if (pick.n > 0)
		st->sheet.at = assess_row_of(&st->sheet, pick.at[st->find_at % pick.n]->code);
	arena_reset(&a);
}

static bool is_found(const struct assessment_state *st)
{
	struct arena a = { 0 };
	bool found = assessment_matches(st, &a).n > 0;

	arena_reset(&a);
	return found;
}

/* A score may have words behind it; the same as last time stands as it is. */
static enum outcome say_to_match(struct screen *s, enum assess_act say, int score)
{
	struct assessment_state *st = s->state;

	if (!is_found(st)) {
		desk_say(s->desk, _("No concern is called “%s”. Backspace, or Esc."),
		         line_text(&st->find));
		return REDRAW;
	}
	say_to_row(s, say, score);
	st->mode = ASSESSING_LIST;
	st->words_may_follow = say == ASSESS_SCORE;
	if (st->words_may_follow && st->red == st->sheet.n) {
		struct arena a = { 0 };

		desk_say(s->desk, _("%s Words and Enter, or an arrow to go on."),
		         assess_value_text(&st->sheet, st->sheet.at, &a));
		arena_reset(&a);
	}
	return REDRAW;
}

static enum outcome take_find_key(struct screen *s, const struct input *in)
{
	struct assessment_state *st = s->state;

	if (text_equal(in->key, "Esc")) {
		st->sheet.at = st->find_from;
		st->mode = ASSESSING_LIST;
	} else if (text_equal(in->key, "Enter")) {
		st->mode = ASSESSING_LIST;
	} else if (text_equal(in->key, "Down") || text_equal(in->key, "Up")) {
		st->find_at += text_equal(in->key, "Down") ? 1 : st->find_at > 0 ? (size_t)-1 : 0;
		go_to_match(st);
	} else {
		return PASS;
	}
	return REDRAW;
}

static enum outcome take_find(struct screen *s, const struct input *in)
{
	struct assessment_state *st = s->state;

	if (in->kind == INPUT_TEXT && in->ch >= '0' && in->ch <= '9')
		return say_to_match(s, ASSESS_SCORE, (int)(in->ch - '0'));
	if (in->kind == INPUT_TEXT && in->ch == '+')
		return say_to_match(s, ASSESS_SCORE, 10);
	if (in->kind == INPUT_TEXT && in->ch == '=')
		return say_to_match(s, ASSESS_SAME, 0);
	if (in->kind == INPUT_KEY && take_find_key(s, in) == REDRAW)
		return REDRAW;
	if (line_take(&st->find, in) == LINE_PASS)
		return PASS;
	st->find_at = 0;
	go_to_match(st);
	return REDRAW;
}

static enum outcome begin_find(struct assessment_state *st)
{
	st->mode = ASSESSING_FIND;
	st->find_from = st->sheet.at;
	st->find_at = 0;
	line_set(&st->find, "");
	return REDRAW;
}

/* ---- the list ---- */

static void show_view(struct screen *s)
{
	static const char *const said[] = { _("All concerns."),
		                            _("Only what was raised. v shows last time's."),
		                            _("Last time's, and what was raised. v shows all.") };
	struct assessment_state *st = s->state;

	assess_next_view(&st->sheet);
	st->top = 0;
	desk_say(s->desk, "%s", said[st->sheet.view]);
}

static void say_last_time(struct screen *s)
{
	const struct assessment_state *st = s->state;
	const struct assess_row *r = &st->sheet.row[st->sheet.at];
	const char *label = assess_label(&st->sheet, st->sheet.at);

	if (!text_empty(r->words_was))
		desk_say(s->desk, _("%s, last time: “%s”"), label, r->words_was);
	else if (st->sheet.review)
		desk_say(s->desk, _("No words were written about this last time: %s."), label);
	else
		desk_say(s->desk, _("This is their first assessment. It covers: %s."),
		         r->item       ? r->item->plain
		         : r->question ? r->question->ask
		                       : label);
}

static bool move(struct assessment_state *st, enum act act)
{
	int page = 10, all = (int)st->sheet.n;

	switch ((int)act) {
	case ACT_UP:
		assess_move(&st->sheet, -1);
		return true;
	case ACT_DOWN:
		assess_move(&st->sheet, 1);
		return true;
	case ACT_PAGE_UP:
		assess_move(&st->sheet, -page);
		return true;
	case ACT_PAGE_DOWN:
		assess_move(&st->sheet, page);
		return true;
	case ACT_HOME:
		assess_move(&st->sheet, -all);
		return true;
	case ACT_END:
		assess_move(&st->sheet, all);
		return true;
	default:
		return false;
	}
}

static bool say_answer(struct screen *s, enum act act, const struct input *in)
{
	static const struct {
		enum act act;
		enum assess_act say;
		int score;
	} answers[] = {
		{ ACT_TEN, ASSESS_SCORE, 10 },      { ACT_SAME, ASSESS_SAME, 0 },
		{ ACT_TALK, ASSESS_TALK, 0 },       { ACT_RATHER_NOT, ASSESS_RATHER_NOT, 0 },
		{ ACT_MATTERS, ASSESS_MATTERS, 0 },
	};

	if (act == ACT_DIGIT) {
		say_to_row(s, ASSESS_SCORE, (int)(in->ch - '0'));
		return true;
	}
	for (size_t i = 0; i < COUNT_OF(answers); i++)
		if (answers[i].act == act) {
			say_to_row(s, answers[i].say, answers[i].score);
			return true;
		}
	return false;
}

static enum outcome take_list(struct screen *s, enum act act, const struct input *in)
{
	struct assessment_state *st = s->state;

	if (move(st, act) || say_answer(s, act, in))
		return REDRAW;
	if (act == ACT_ERASE)
		take_back(s);
	else if (act == ACT_OPEN)
		go_on_or_words(s);
	else if (act == ACT_WORDS)
		begin_words(s);
	else if (act == ACT_FIND)
		return begin_find(st);
	else if (act == ACT_VIEWS)
		show_view(s);
	else if (act == ACT_WHY)
		say_last_time(s);
	else if (act == ACT_CHANGE)
		st->mode = ASSESSING_HEADER;
	else if (act == ACT_ANOTHER_DAY)
		assessment_not_now(s);
	else if (act == ACT_SAVE)
		return assessment_end_at_once(s);
	else
		return PASS;
	return REDRAW;
}

/* After /mo9 letters are words, not acts; anything else is what it always is. */
static bool begins_words(const struct assessment_state *st, const struct input *in)
{
	bool letter = (in->ch >= 'a' && in->ch <= 'z') || (in->ch >= 'A' && in->ch <= 'Z') ||
	              in->ch >= 0xa1 || in->ch == '"' || in->ch == '\'';

	return st->words_may_follow &&
	       (in->kind == INPUT_PASTE || (in->kind == INPUT_TEXT && letter));
}

static enum outcome assessment_take(struct screen *s, enum act act, const struct input *in)
{
	struct assessment_state *st = s->state;

	switch (st->mode) {
	case ASSESSING_FIND:
		return take_find(s, in);
	case ASSESSING_WORDS:
		return take_words(s, in);
	case ASSESSING_HEADER:
		return assessment_take_header(s, in);
	case ASSESSING_END:
		return assessment_end_take(s, in);
	case ASSESSING_LIST:
		break;
	}
	if (begins_words(st, in)) {
		begin_words(s);
		return take_words(s, in);
	}
	st->words_may_follow = false;
	return take_list(s, act, in);
}

/* In a form a stray letter opens nothing: its choices take letters too. */
static bool assessment_typing(const struct screen *s)
{
	const struct assessment_state *st = s->state;

	return st->mode != ASSESSING_LIST;
}

static int64_t assessment_subject(const struct screen *s)
{
	return s->target.id[0];
}

static void assessment_came_back(struct screen *s, const struct result *r)
{
	const struct assessment_state *st = s->state;

	if (st->mode == ASSESSING_END)
		assessment_end_came_back(s, r);
}

/* clang-format off */
static const struct binding assessment_bindings[] = {
	{ "0-9", ACT_DIGIT, 0, "Score: 0 no trouble now, 9 high; on a heading 0 says nothing here", "score" },
	{ "t", ACT_TEN, 0, "Ten, the worst", "ten" },
	{ "+", ACT_TEN, NEEDS_HIDDEN, "The same, on the number pad", NULL },
	{ "=", ACT_SAME, 0, "The same as last time", "same" },
	{ "Space", ACT_TALK, 0, "Wants to talk about it", "talk" },
	{ "/", ACT_FIND, 0, "Find: letters find a concern, a digit scores it, = is the same; words may follow", "find" },
	{ "Ctrl-S", ACT_SAVE, 0, "End it: a few questions, then the plan", "end" },
	{ "-", ACT_RATHER_NOT, 0, "Would rather not say", "rather not" },
	{ "m", ACT_MATTERS, 0, "One of the three that matter most to them", "matters" },
	{ "*", ACT_MATTERS, NEEDS_HIDDEN, "The same, on the number pad", NULL },
	{ "Enter", ACT_OPEN, 0, "Their own words about it; from paper: not marked, on to the next", NULL },
	{ ".", ACT_WORDS, 0, "Their own words, from paper too", NULL },
	{ "Backspace", ACT_ERASE, 0, "Take the last answer back", NULL },
	{ "v", ACT_VIEWS, 0, "All, only what was raised, last time's", NULL },
	{ "i", ACT_WHY, 0, "What they said last time", NULL },
	{ "e", ACT_CHANGE, 0, "Whether it was offered, day, how, who else was there, who asked", NULL },
	{ "r", ACT_ANOTHER_DAY, 0, "Not now: only that it was offered, and the day to ask again", NULL },
	LIST_BINDINGS(0),
	{ 0 },
};
/* clang-format on */

const struct screen_ops assessment_screen = {
	.name = "assessment",
	.title = "Assessment",
	.state_size = sizeof(struct assessment_state),
	.bindings = assessment_bindings,
	.conversation = true,
	.begin = assessment_begin,
	.load = assessment_load,
	.render = assessment_render,
	.take = assessment_take,
	.typing = assessment_typing,
	.came_back = assessment_came_back,
	.keep = assessment_keep,
	.resume = assessment_resume,
	.subject = assessment_subject,
	.end = assessment_done,
};
