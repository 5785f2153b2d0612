#include "council.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"

/*
 * Whether to offer an assessment by the council: what they can manage, a digit each, then what they
 * say to the offer. id[0] person, id[1] which list (enum statutory_as).
 */
#define NEEDS_ASKING 256u /* at what they can manage */
#define NEEDS_OFFER  512u /* at what they say to the offer */

size_t council_rows(const struct statutory_list *list)
{
	size_t n = list->n;

	for (int i = 0; i < TEST_COUNT; i++)
		n += *list->tests[i] != '\0';
	return n;
}

struct council_row council_row(const struct council_state *st, size_t i)
{
	const struct statutory_list *list = &st->view.list;
	size_t left = i - list->n;

	if (i < list->n)
		return (struct council_row){ &st->view.at[i], i };
	for (size_t test = 0; test < TEST_COUNT; test++)
		if (*list->tests[test] && left-- == 0)
			return (struct council_row){ NULL, test };
	return (struct council_row){ 0 };
}

size_t council_answered(const struct council_state *st)
{
	size_t n = 0;

	for (size_t i = 0; i < st->view.list.n; i++)
		n += st->now[i] != MANAGES_NONE;
	for (int i = 0; i < TEST_COUNT; i++)
		n += *st->view.list.tests[i] && st->tests[i] != NOT_ASKED;
	return n;
}

struct new_statutory council_said(const struct council_state *st, struct arena *a)
{
	struct new_statutory x = { .screen = statutory_screen_blank };

	x.screen.person = st->view.strip.id;
	x.screen.kind = st->view.list.kind;
	for (int i = 0; i < TEST_COUNT; i++)
		statutory_test_set(&x.screen, (enum statutory_test)i, st->tests[i]);
	for (size_t i = 0; i < st->view.list.n; i++) {
		struct statutory_answer *answer;

		if (st->now[i] == MANAGES_NONE)
			continue;
		answer = ARENA_PUSH(a, &x.answers);
		*answer = statutory_answer_blank;
		answer->code = st->view.list.at[i].code;
		answer->answer = st->now[i];
	}
	return x;
}

static enum status council_begin(struct screen *s)
{
	struct council_state *st = s->state;

	st->as = (enum statutory_as)s->target.id[1];
	form_begin(&st->form, statutory_form);
	return OK;
}

static enum status council_load(struct screen *s)
{
	struct council_state *st = s->state;
	enum status rc =
		casework_statutory(screen_session(s), (struct person_id){ s->target.id[0] }, st->as,
	                           &s->arena, &st->view);

	if (rc != OK)
		return rc;
	if (st->view.list.n > COUNCIL_MOST)
		st->view.list.n = COUNCIL_MOST;
	list_resize(&st->list, council_rows(&st->view.list));
	if (!st->began && st->view.list.n == 0)
		council_begin_end(s);
	st->began = true;
	return OK;
}

/* ---- answering ---- */

static void go_on(struct council_state *st)
{
	if (st->list.at + 1 < st->list.n)
		st->list.at++;
}

static enum outcome manage(struct screen *s, size_t at, enum manages how)
{
	struct council_state *st = s->state;

	st->now[at] = how;
	desk_say(s->desk, _("%s: %s. Backspace takes it back."), st->view.list.at[at].question,
	         words_label(&manages_words, (int)how));
	go_on(st);
	return REDRAW;
}

static enum outcome answer_test(struct screen *s, size_t at, enum asked answer)
{
	struct council_state *st = s->state;

	st->tests[at] = answer;
	desk_say(s->desk, _("%s %s. Backspace takes it back."), st->view.list.tests[at],
	         answer == SAID_YES ? _("Yes") : _("No"));
	go_on(st);
	return REDRAW;
}

static enum outcome take_digit(struct screen *s, char32_t digit)
{
	const struct council_state *st = s->state;
	struct council_row row = council_row(st, st->list.at);

	if (!row.item && (digit == '1' || digit == '2'))
		return answer_test(s, row.at, digit == '1' ? SAID_YES : SAID_NO);
	if (row.item && digit >= '1' && digit <= '6')
		return manage(s, row.at, (enum manages)(MANAGES_ABLE + (int)(digit - '1')));
	desk_say(s->desk, "%s", _("1 yes, 2 no."));
	return REDRAW;
}

static enum outcome take_same(struct screen *s)
{
	const struct council_state *st = s->state;
	struct council_row row = council_row(st, st->list.at);

	if (row.item && row.item->was != MANAGES_NONE)
		return manage(s, row.at, row.item->was);
	if (!row.item && st->view.last.id.n != 0) {
		enum asked was = statutory_test_get(&st->view.last, (enum statutory_test)row.at);

		if (was != NOT_ASKED)
			return answer_test(s, row.at, was);
	}
	desk_say(s->desk, "%s", _("It was not asked before."));
	return REDRAW;
}

static enum outcome rather_not(struct screen *s)
{
	const struct council_state *st = s->state;
	struct council_row row = council_row(st, st->list.at);

	if (row.item)
		return manage(s, row.at, MANAGES_NOT_SAID);
	desk_say(s->desk, "%s", _("1 yes, 2 no; ↓ leaves it unasked."));
	return REDRAW;
}

/* Of the row one is on, else of the one before, to which it goes. */
static enum outcome take_back(struct screen *s)
{
	struct council_state *st = s->state;

	for (int step = 0; step < 2; step++) {
		struct council_row row = council_row(st, st->list.at);
		bool said =
			row.item ? st->now[row.at] != MANAGES_NONE : st->tests[row.at] != NOT_ASKED;

		if (said) {
			if (row.item)
				st->now[row.at] = MANAGES_NONE;
			else
				st->tests[row.at] = NOT_ASKED;
			desk_say(s->desk, "%s", _("Taken back: not asked."));
			return REDRAW;
		}
		if (step == 0 && st->list.at > 0)
			st->list.at--;
	}
	desk_say(s->desk, "%s", _("Nothing was said here yet."));
	return REDRAW;
}

static enum outcome other_list(struct screen *s)
{
	struct council_state *st = s->state;

	if (council_answered(st) > 0) {
		desk_say(s->desk, "%s",
		         _("Something is answered in this one. End it first, or take it back."));
		return REDRAW;
	}
	st->as = statutory_is_carer(st->view.list.kind) ? STATUTORY_AS_ADULT : STATUTORY_AS_CARER;
	st->list.at = 0;
	return RELOAD;
}

static enum outcome council_take(struct screen *s, enum act act, const struct input *in)
{
	struct council_state *st = s->state;

	if (st->ending)
		return council_take_end(s, in);
	if (list_take(&st->list, act))
		return REDRAW;
	switch ((int)act) {
	case ACT_DIGIT:
		return take_digit(s, in->ch);
	case ACT_SAME:
		return take_same(s);
	case ACT_RATHER_NOT:
		return rather_not(s);
	case ACT_ERASE:
		return take_back(s);
	case ACT_VIEWS:
		return other_list(s);
	case ACT_SAVE:
		council_begin_end(s);
		return REDRAW;
	default:
		return PASS;
	}
}

static bool council_typing(const struct screen *s)
{
	const struct council_state *st = s->state;

	return st->ending && form_typing(&st->form);
}

static int64_t council_subject(const struct screen *s)
{
	return s->target.id[0];
}

static void council_done(struct screen *s)
{
	struct council_state *st = s->state;

	form_done(&st->form);
}

static unsigned council_has(const struct screen *s)
{
	const struct council_state *st = s->state;

	return st->ending ? NEEDS_OFFER : NEEDS_ASKING;
}

/* clang-format off */
static const struct binding council_bindings[] = {
	{ "1-6", ACT_DIGIT, NEEDS_ASKING | NEEDS_WRITE, "How they manage: 1 able, 2 with help, 3 pain or distress, 4 danger, 5 takes much longer, 6 not able; 1 yes, 2 no", "how they manage" },
	{ "-", ACT_RATHER_NOT, NEEDS_ASKING | NEEDS_WRITE, "Would rather not say", "rather not" },
	{ "=", ACT_SAME, NEEDS_ASKING | NEEDS_WRITE, "The same as last time", "same" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_ASKING, "End it: what it comes to, and the offer", "offer it" },
	{ "v", ACT_VIEWS, NEEDS_ASKING, "The other list: what they manage, or what caring leaves them able to do", "as a carer" },
	{ "Backspace", ACT_ERASE, NEEDS_ASKING | NEEDS_WRITE, "Take an answer back: not asked", NULL },
	{ "1-5", ACT_NONE, NEEDS_OFFER | NEEDS_WRITE, "What they say to the offer", "what they say" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_OFFER | NEEDS_WRITE, "Save it, with what follows", "save" },
	{ "Tab", ACT_NONE, NEEDS_OFFER, "The next part", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was answered is kept", "back, kept" },
	LIST_BINDINGS(NEEDS_ASKING),
	{ 0 },
};
/* clang-format on */

const struct screen_ops council_screen = {
	.name = "council",
	.title = "The council's assessment",
	.state_size = sizeof(struct council_state),
	.bindings = council_bindings,
	.conversation = true,
	.begin = council_begin,
	.load = council_load,
	.render = council_render,
	.take = council_take,
	.typing = council_typing,
	.keep = council_keep,
	.resume = council_resume,
	.subject = council_subject,
	.has = council_has,
	.end = council_done,
};
