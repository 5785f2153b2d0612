#include "model/assess.h"

#include "assess_rows.h"

#include "base/words.h"
#include "model/none.h"

static const struct assess_value not_asked = { .score = NUMBER_NONE, .matters = NUMBER_NONE };

struct assess_row *assess_add_row(struct assess *x, enum assess_kind kind, const char *key)
{
	struct assess_row *r = &x->row[x->n++];

	*r = (struct assess_row){ .kind = kind,
		                  .key = key,
		                  .now = not_asked,
		                  .was = not_asked,
		                  .words = "",
		                  .words_was = "" };
	return r;
}

void assess_begin(struct assess *x, const struct concern_set *set, struct arena *a)
{
	*x = (struct assess){ .set = set, .arena = a };
	x->row = ARENA_ARRAY(a, 1 + set->domains + set->n, struct assess_row);
	assess_add_row(x, ASSESS_OVERALL, RED_OVERALL_CODE);
	for (size_t i = 0; i < set->domains; i++) {
		const struct concern_domain *d = &set->domain[i];

		assess_add_row(x, ASSESS_DOMAIN, d->code)->domain = d;
		for (size_t j = 0; j < d->count; j++) {
			const struct concern_item *item = &set->at[d->first + j];
			struct assess_row *r = assess_add_row(x, ASSESS_CONCERN, item->code);

			r->domain = d;
			r->item = item;
		}
	}
}

const char *assess_key(const struct assess *x, size_t row)
{
	return x->row[row].key;
}

const char *assess_label(const struct assess *x, size_t row)
{
	const struct assess_row *r = &x->row[row];

	if (r->measure)
		return question_label(r);
	return r->item     ? r->item->label
	       : r->domain ? r->domain->label
	                   : _("Overall, this past week");
}

size_t assess_row_of(const struct assess *x, const char *key)
{
	size_t i = 0;

	while (i < x->n && !text_equal(assess_key(x, i), key))
		i++;
	return i;
}

void assess_before(struct assess *x, int overall, const struct concern_list *was)
{
	x->review = true;
	if (overall != NUMBER_NONE)
		x->row[0].was =
			(struct assess_value){ CONCERN_SCORED, overall, NUMBER_NONE, false };
	for (size_t i = 0; i < was->n; i++) {
		const struct concern *c = &was->at[i];
		size_t row = assess_row_of(x, c->code);

		if (row == x->n)
			continue;
		x->row[row].was = (struct assess_value){ c->answer, c->score, c->matters, false };
		x->row[row].words_was = arena_strdup(x->arena, c->own_words);
	}
}

void assess_clear(struct assess *x)
{
	for (size_t i = 0; i < x->n; i++) {
		x->row[i].now = not_asked;
		if (!x->row[i].question) /* what they named once is asked about again */
			x->row[i].words = "";
	}
	x->steps.n = 0;
}

void assess_holds(struct assess *x, const struct assess_said *said)
{
	assess_clear(x);
	if (said->overall != NUMBER_NONE)
		x->row[0].now =
			(struct assess_value){ CONCERN_SCORED, said->overall, NUMBER_NONE, false };
	for (size_t i = 0; i < said->concerns.n; i++) {
		const struct concern *c = &said->concerns.at[i];
		size_t row = assess_row_of(x, c->code);

		if (row == x->n)
			continue;
		x->row[row].now = (struct assess_value){ c->answer, c->score, c->matters, false };
		x->row[row].words = arena_strdup(x->arena, c->own_words);
	}
	for (size_t i = 0; i < said->nothings.n; i++) {
		size_t row = assess_row_of(x, said->nothings.at[i].domain);

		if (row < x->n)
			x->row[row].now.nothing = true;
	}
}

bool assess_is_raised(const struct assess_row *r)
{
	if (r->kind != ASSESS_CONCERN)
		return false;
	return r->now.answer == CONCERN_TALK ||
	       (r->now.answer == CONCERN_SCORED && r->now.score > 0);
}

size_t assess_raised(const struct assess *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->n; i++)
		n += assess_is_raised(&x->row[i]);
	return n;
}

size_t assess_raised_in(const struct assess *x, const struct concern_domain *d)
{
	size_t n = 0;

	for (size_t i = 0; i < x->n; i++)
		n += x->row[i].domain == d && assess_is_raised(&x->row[i]);
	return n;
}

static bool row_in_view(const struct assess *x, const struct assess_row *r)
{
	if (x->view == ASSESS_ALL || r->kind == ASSESS_OVERALL)
		return true;
	if (x->view == ASSESS_RAISED)
		return assess_is_raised(r);
	if (r->measure)
		return true;
	return r->was.answer != CONCERN_ANSWER_NONE || assess_is_raised(r);
}

/* A heading stands where one of its concerns does. */
bool assess_in_view(const struct assess *x, size_t row)
{
	const struct assess_row *r = &x->row[row];

	if (row == x->at || row_in_view(x, r))
		return true;
	if (r->kind != ASSESS_DOMAIN)
		return false;
	for (size_t i = row + 1; i < x->n && x->row[i].domain == r->domain; i++)
		if (i == x->at || row_in_view(x, &x->row[i]))
			return true;
	return false;
}

static bool step(struct assess *x, bool down)
{
	size_t i = x->at;

	while (down ? i + 1 < x->n : i > 0) {
		i = down ? i + 1 : i - 1;
		if (assess_in_view(x, i)) {
			x->at = i;
			return true;
		}
	}
	return false;
}

void assess_move(struct assess *x, int steps)
{
	for (; steps != 0; steps += steps < 0 ? 1 : -1)
		if (!step(x, steps > 0))
			return;
}

void assess_next(struct assess *x)
{
	const struct assess_row *from = &x->row[x->at];

	if (!step(x, true))
		return;
	if (from->kind == ASSESS_DOMAIN && from->now.nothing) {
		while (x->row[x->at].domain == from->domain)
			if (!step(x, true))
				return;
	} else if (x->row[x->at].kind == ASSESS_DOMAIN && from->kind != ASSESS_OVERALL) {
		step(x, true); /* a heading is no question: past it, to the first of its concerns */
	}
	if (x->row[x->at].kind == ASSESS_MEASURE)
		step(x, true);
}

void assess_next_view(struct assess *x)
{
	static const enum assess_view next[] = { ASSESS_RAISED, ASSESS_LAST, ASSESS_ALL };

	x->view = next[x->view];
	if (x->view == ASSESS_LAST && !x->review)
		x->view = ASSESS_ALL;
}

void assess_put(struct assess *x, struct assess_value value)
{
	struct assess_row *r = &x->row[x->at];
	struct assess_step *s = ARENA_PUSH(x->arena, &x->steps);

	*s = (struct assess_step){ .row = x->at, .before = r->now };
	r->now = value;
}

static size_t count_matters(const struct assess *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->n; i++)
		n += x->row[i].now.matters != NUMBER_NONE;
	return n;
}

static int free_place(const struct assess *x)
{
	for (int place = 1; place <= 3; place++) {
		bool taken = false;

		for (size_t i = 0; i < x->n; i++)
			taken |= x->row[i].now.matters == place;
		if (!taken)
			return place;
	}
	return NUMBER_NONE;
}

static bool say_matters(struct assess *x, struct arena *a, const char **echo)
{
	const struct assess_row *r = &x->row[x->at];
	const char *label = assess_label(x, x->at);
	struct assess_value value = r->now;

	if (r->kind != ASSESS_CONCERN) {
		*echo = arena_printf(a, _("%s is no concern: one of those may matter most."),
		                     label);
		return false;
	}
	if (!assess_is_raised(r)) {
		*echo = arena_printf(a, _("%s is not raised. Score it first, then m."), label);
		return false;
	}
	if (value.matters == NUMBER_NONE && count_matters(x) == 3) {
		*echo = _("Three matter most already. m on one of them takes it off.");
		return false;
	}
	value.matters = value.matters == NUMBER_NONE ? free_place(x) : NUMBER_NONE;
	assess_put(x, value);
	*echo = value.matters == NUMBER_NONE
	                ? arena_printf(a, _("%s is no longer one of the three."), label)
	                : arena_printf(
				  a,
				  _("%s matters most to them, %d of 3. Backspace takes it back."),
				  label, value.matters);
	return true;
}

static bool say_heading(struct assess *x, enum assess_act act, int score, struct arena *a,
                        const char **echo)
{
	const struct assess_row *r = &x->row[x->at];
	struct assess_value value = r->now;

	if (act != ASSESS_SCORE || score != 0) {
		*echo = arena_printf(a, _("%s is a heading: 0 says nothing here. ↓ to a concern."),
		                     r->domain->label);
		return false;
	}
	value.nothing = true;
	assess_put(x, value);
	*echo = arena_printf(a,
	                     assess_raised_in(x, r->domain) > 0
	                             ? _("%s: nothing else. Backspace takes it back.")
	                             : _("%s: nothing here. Backspace takes it back."),
	                     r->domain->label);
	return true;
}

/* "Money, bills or debt 9, was 9." */
const char *assess_value_text(const struct assess *x, size_t row, struct arena *a)
{
	const struct assess_row *r = &x->row[row];
	const char *label = row == 0 ? _("Overall") : assess_label(x, row);

	switch (r->now.answer) {
	case CONCERN_ANSWER_NONE:
		return r->now.nothing ? arena_printf(a, _("%s: nothing here."), label)
		                      : arena_printf(a, _("%s: not asked."), label);
	case CONCERN_TALK:
		return arena_printf(a, _("%s: wants to talk about it."), label);
	case CONCERN_RATHER_NOT:
		return arena_printf(a, _("%s: would rather not say."), label);
	case CONCERN_SCORED:
		break;
	}
	if (r->was.answer == CONCERN_SCORED && r->question)
		return arena_printf(a, _("%s %d, was %d: %s."), label, r->now.score, r->was.score,
		                    question_change(r, a));
	if (r->was.answer == CONCERN_SCORED)
		return arena_printf(a, _("%s %d, was %d."), label, r->now.score, r->was.score);
	return arena_printf(a, "%s %d.", label, r->now.score);
}

/* The first that is raised under a heading that said nothing was there. */
static bool contradicts_heading(const struct assess *x, const struct assess_row *r)
{
	if (r->kind != ASSESS_CONCERN || !assess_is_raised(r) ||
	    assess_raised_in(x, r->domain) != 1)
		return false;
	return x->row[assess_row_of(x, r->domain->code)].now.nothing;
}

static const char *echo_of(const struct assess *x, const struct assess_row *r, struct arena *a)
{
	const char *value = assess_value_text(x, x->at, a);

	if (contradicts_heading(x, r))
		return arena_printf(a, _("%s %s said nothing here: it is nothing else now."), value,
		                    r->domain->label);
	return arena_printf(a, _("%s Backspace takes it back."), value);
}

bool assess_say(struct assess *x, enum assess_act act, int score, struct arena *a,
                const char **echo)
{
	const struct assess_row *r = &x->row[x->at];
	struct assess_value value = not_asked;

	if (r->kind == ASSESS_DOMAIN)
		return say_heading(x, act, score, a, echo);
	if (r->kind == ASSESS_MEASURE)
		return say_measure(x, act, a, echo);
	if (act == ASSESS_MATTERS)
		return say_matters(x, a, echo);
	if (r->kind == ASSESS_QUESTION && !question_takes(r, act, score, a, echo))
		return false;
	value.matters = r->now.matters;
	if (act == ASSESS_SCORE) {
		value.answer = CONCERN_SCORED;
		value.score = score;
	} else if (act == ASSESS_SAME && r->was.answer == CONCERN_ANSWER_NONE) {
		*echo = arena_printf(a, _("%s was not asked last time. Give it a number."),
		                     assess_label(x, x->at));
		return false;
	} else if (act == ASSESS_SAME) {
		value.answer = r->was.answer;
		value.score = r->was.score;
	} else if (r->kind == ASSESS_OVERALL) {
		*echo = _("Overall takes a number: 0 to 9, or t for ten.");
		return false;
	} else {
		value.answer = act == ASSESS_TALK ? CONCERN_TALK : CONCERN_RATHER_NOT;
	}
	if (value.answer == CONCERN_RATHER_NOT ||
	    (value.answer == CONCERN_SCORED && value.score == 0))
		value.matters = NUMBER_NONE;
	assess_put(x, value);
	*echo = echo_of(x, r, a);
	return true;
}

bool assess_take_back(struct assess *x, struct arena *a, const char **echo)
{
	const struct assess_step *s;

	if (x->steps.n == 0) {
		*echo = _("There is nothing to take back here.");
		return false;
	}
	s = &x->steps.at[--x->steps.n];
	x->at = s->row;
	x->row[s->row].now = s->before;
	*echo = arena_printf(a, _("Taken back. %s"), assess_value_text(x, s->row, a));
	return true;
}

void assess_words(struct assess *x, const char *words)
{
	if (assess_takes_words(&x->row[x->at]))
		x->row[x->at].words = arena_strdup(x->arena, words);
}

const char *assess_now_text(const struct assess_row *r, struct arena *a)
{
	switch (r->now.answer) {
	case CONCERN_SCORED:
		return arena_printf(a, "%d", r->now.score);
	case CONCERN_TALK:
		return _("talk");
	case CONCERN_RATHER_NOT:
		return _("rather not");
	case CONCERN_ANSWER_NONE:
		break;
	}
	return r->was.answer == CONCERN_ANSWER_NONE ? "·" : "?";
}

const char *assess_was_text(const struct assess *x, const struct assess_row *r, struct arena *a)
{
	if (r->was.answer == CONCERN_SCORED)
		return arena_printf(a, "%d", r->was.score);
	if (r->was.answer != CONCERN_ANSWER_NONE)
		return words_label(&concern_answers, (int)r->was.answer);
	return assess_trend(x, r) == TREND_NEW ? "·" : "";
}

enum assess_trend assess_trend(const struct assess *x, const struct assess_row *r)
{
	if (r->question)
		return question_trend(r);
	if (!x->review || r->now.answer != CONCERN_SCORED)
		return TREND_NONE;
	if (r->was.answer != CONCERN_SCORED)
		return r->now.score > 0 ? TREND_NEW : TREND_NONE;
	if (r->now.score == r->was.score)
		return TREND_SAME;
	return r->now.score > r->was.score ? TREND_WORSE : TREND_BETTER;
}

const char *assess_trend_text(const struct assess *x, const struct assess_row *r, struct arena *a)
{
	if (r->question)
		return question_trend_text(r, a);
	switch (assess_trend(x, r)) {
	case TREND_WORSE:
		return arena_printf(a, "▲%d", r->now.score - r->was.score);
	case TREND_BETTER:
		return arena_printf(a, "▼%d", r->was.score - r->now.score);
	case TREND_SAME:
		return "=";
	case TREND_NEW:
		return _("new");
	case TREND_NONE:
		break;
	}
	return "";
}

bool assess_is_red(const struct assess *x, size_t row)
{
	const struct assess_row *r = &x->row[row];

	if (r->kind == ASSESS_OVERALL)
		return overall_is_red(r->now.score);
	return r->item && concern_is_red(r->item, r->now.answer, r->now.score, x->in_treatment);
}

size_t assess_reds(const struct assess *x)
{
	size_t n = 0;

	for (size_t i = 0; i < x->n; i++)
		n += assess_is_red(x, i);
	return n;
}

const char *assess_red_text(const struct assess *x, size_t row, struct arena *a)
{
	const struct assess_row *r = &x->row[row];

	if (r->kind == ASSESS_OVERALL)
		return overall_red_text(r->now.score, a);
	return concern_red_text(r->item, r->now.answer, r->now.score, a);
}

int assess_overall(const struct assess *x)
{
	return x->row[0].now.score;
}

/* Its place among the three, counted without gaps. */
static int place_of(const struct assess *x, int matters)
{
	int place = 1;

	if (matters == NUMBER_NONE)
		return NUMBER_NONE;
	for (size_t i = 0; i < x->n; i++)
		if (x->row[i].now.matters != NUMBER_NONE && x->row[i].now.matters < matters)
			place++;
	return place;
}

struct concern_list assess_concerns(const struct assess *x, struct arena *a)
{
	struct concern_list list = { 0 };

	for (size_t i = 0; i < x->n; i++) {
		const struct assess_row *r = &x->row[i];
		struct concern *c;

		if (r->kind != ASSESS_CONCERN || r->now.answer == CONCERN_ANSWER_NONE)
			continue;
		c = ARENA_PUSH(a, &list);
		*c = concern_blank;
		c->code = r->item->code;
		c->answer = r->now.answer;
		c->score = r->now.score;
		c->matters = place_of(x, r->now.matters);
		c->own_words = r->words;
		c->previous_score = r->was.score;
	}
	return list;
}

struct domain_nothing_list assess_nothings(const struct assess *x, struct arena *a)
{
	struct domain_nothing_list list = { 0 };

	for (size_t i = 0; i < x->n; i++) {
		struct domain_nothing *d;

		if (!x->row[i].now.nothing)
			continue;
		d = ARENA_PUSH(a, &list);
		*d = domain_nothing_blank;
		d->domain = x->row[i].domain->code;
	}
	return list;
}
