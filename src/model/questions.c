#include "model/questions.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/words.h"

#define SPACES 3 /* lines for their own questions */

static bool holds(struct str list, const char *word)
{
	struct str one;

	while (str_cut(&list, ';', &one))
		if (str_is(one, word))
			return true;
	return false;
}

static bool raised(const struct concern *c)
{
	return c->answer == CONCERN_TALK || (c->answer == CONCERN_SCORED && c->score > 0);
}

static bool fits(const struct table *t, enum stage stage, const struct concern_list *concerns)
{
	struct str stages_of = table_field(t, "stages"), about = table_field(t, "concerns");
	const char *word = words_word(&stages, (int)stage);

	if (!str_is(stages_of, "any") && (!word || !holds(stages_of, word)))
		return false;
	if (about.n == 0 || !concerns)
		return true;
	for (size_t i = 0; i < concerns->n; i++)
		if (raised(&concerns->at[i]) && holds(about, concerns->at[i].code))
			return true;
	return false;
}

/* The part of that topic; a new one where there is none yet. */
static size_t part_of(struct paper *p, size_t first, const char *topic, struct arena *a)
{
	for (size_t i = first; i < p->parts; i++)
		if (text_equal(p->part[i], topic))
			return i;
	paper_begin(p, a, topic);
	return p->parts - 1;
}

/* Lines stand in the order of their parts: the last one goes to the end of its own. */
static void settle_last(struct paper *p, size_t part)
{
	struct paper_line last = p->at[p->n - 1];
	size_t at = p->n - 1;

	last.part = part;
	for (; at > 0 && p->at[at - 1].part > part; at--)
		p->at[at] = p->at[at - 1];
	p->at[at] = last;
}

void questions_put(struct paper *p, enum stage stage, const struct concern_list *concerns,
                   struct arena *a)
{
	struct table t = table_of(embedded_file("questions/clew-1.tsv"));
	size_t first = p->parts;

	while (table_next(&t)) {
		size_t part;

		if (!fits(&t, stage, concerns) ||
		    (p->brief && !str_is(table_field(&t, "tells"), "0")))
			continue;
		part = part_of(p, first, arena_str(a, table_field(&t, "topic")), a);
		paper_put(p, a, PAPER_TICK, arena_str(a, table_field(&t, "question")));
		settle_last(p, part);
	}
	paper_begin(p, a, _("My own questions"));
	for (int i = 0; i < SPACES; i++)
		paper_put(p, a, PAPER_SPACE, "");
}
