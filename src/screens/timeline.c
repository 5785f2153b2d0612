#include "timeline.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

static bool of_kind(enum timeline_kind kind, enum view_sort sort)
{
	switch (kind) {
	case TIMELINE_CONTACTS:
		return sort == SORT_CONTACT || sort == SORT_MESSAGE || sort == SORT_STEP ||
		       sort == SORT_MOVED;
	case TIMELINE_ASSESSMENTS:
		return sort == SORT_ASSESSMENT;
	case TIMELINE_PLAN:
		return sort == SORT_PLAN || sort == SORT_WISHES;
	case TIMELINE_SERVICES:
		return sort == SORT_SERVICE || sort == SORT_WENT_ON || sort == SORT_UNMET;
	case TIMELINE_STAGE:
		return sort == SORT_STAGE;
	case TIMELINE_GIVEN:
		return sort == SORT_LEFT;
	case TIMELINE_ALL:
	case TIMELINE_BY:
	case TIMELINE_NOW:
	case TIMELINE_KINDS:
		break;
	}
	return true;
}

static bool fits(const struct timeline *t, const struct person_view *v, const struct view_row *x)
{
	if (t->kind == TIMELINE_BY)
		return x->by.n == t->by.n;
	if (t->kind == TIMELINE_NOW)
		return !v->referred || x->on >= v->referral.received_on;
	return of_kind(t->kind, x->sort);
}

/* The bytes of one character. */
static size_t step(const char *at)
{
	size_t n = 1;

	while (((unsigned char)at[n] & 0xc0) == 0x80)
		n++;
	return n;
}

static const char *fold_of(const char *at, size_t n, struct arena *a)
{
	return text_fold((struct str){ at, n }, a);
}

/* From there: how many bytes until all of folded has been read; 0: it does not stand there. */
static size_t span_from(const char *at, const char *folded, struct arena *a)
{
	size_t want = strlen(folded), n = 0;

	while (at[n]) {
		const char *so_far;
		size_t have;

		n += step(at + n);
		so_far = fold_of(at, n, a);
		have = strlen(so_far);
		if (have >= want)
			return strncmp(so_far, folded, want) == 0 ? n : 0;
		if (strncmp(so_far, folded, have) != 0)
			return 0;
	}
	return 0;
}

bool timeline_span(const char *text, const char *folded, size_t *from, size_t *to)
{
	struct arena a = { 0 };
	bool found = false;

	for (size_t i = 0; *folded && text[i] && !found; i += step(text + i)) {
		size_t n = text[i] == ' ' ? 0 : span_from(text + i, folded, &a);

		if (n > 0) {
			*from = i;
			*to = i + n;
			found = true;
		}
		arena_reset(&a);
	}
	arena_reset(&a);
	return found;
}

/* The line of the whole entry that has it. */
static const char *line_of(const char *whole, const char *folded, struct arena *a)
{
	struct str rest = str_of(whole), line;

	while (str_cut(&rest, '\n', &line))
		if (text_holds(line, folded))
			return arena_str(a, line);
	return NULL;
}

/* What is found further down an entry stands in its row. */
static struct view_row found_row(const struct view_row *x, const char *folded, struct arena *a)
{
	struct view_row row = *x;
	const char *line;

	if (!*folded || text_holds(str_of(x->what), folded))
		return row;
	line = line_of(x->whole, folded, a);
	if (line)
		row.what = arena_printf(a, "… %s", line);
	return row;
}

void timeline_choose(struct timeline *t, const struct person_view *v, struct arena *a)
{
	const char *folded = text_fold(str_trim(str_of(line_text(&t->find))), a);

	t->shown = (struct view_row_list){ 0 };
	for (size_t i = 0; i < v->timeline.n; i++) {
		const struct view_row *x = &v->timeline.at[i];

		if (!fits(t, v, x))
			continue;
		if (*folded && !text_holds(str_of(x->whole), folded) &&
		    !text_holds(str_of(x->kind), folded) && !text_holds(str_of(x->when), folded))
			continue;
		*ARENA_PUSH(a, &t->shown) = found_row(x, folded, a);
	}
}

const char *timeline_said(const struct timeline *t, const struct person_view *v, struct arena *a)
{
	static const char *const said[TIMELINE_KINDS] = {
		"",
		_("contacts"),
		_("assessments"),
		_("plan"),
		_("services"),
		_("where they are"),
		_("given and sent"),
		_("by whoever wrote one"),
		_("this time with us"),
	};

	if (t->kind == TIMELINE_ALL)
		return "";
	return arena_printf(a, _("%s only: %zu of %zu · v shows others"), said[t->kind], t->shown.n,
	                    v->timeline.n);
}

size_t timeline_row_of(const struct timeline *t, day on)
{
	size_t i = 0;

	while (i < t->shown.n && t->shown.at[i].on > on)
		i++;
	return i;
}

void timeline_done(struct timeline *t)
{
	line_done(&t->find);
}
