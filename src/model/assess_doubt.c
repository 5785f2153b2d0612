#include "model/assess_doubt.h"

#include "base/words.h"
#include "model/none.h"

const struct words assess_doubt_kinds = WORDS("doubt about an assessment", ASSESS_DOUBTS);

struct looking {
	const struct assess_facts *f;
	struct arena *a;
	struct assess_doubt_list list;
};

void assess_doubt_add(struct assess_doubt_list *list, struct arena *a, enum assess_doubt_kind kind,
                      const char *text)
{
	*ARENA_PUSH(a, list) = (struct assess_doubt){ kind, text };
}

static void doubt(struct looking *l, enum assess_doubt_kind kind, const char *text)
{
	assess_doubt_add(&l->list, l->a, kind, text);
}

static const char *on(const struct looking *l, day d)
{
	return day_plain(d, l->f->today, l->a);
}

static void look_at_day(struct looking *l)
{
	const struct person *p = l->f->person;
	day d = l->f->x->on_day;

	if (!day_valid(d)) {
		doubt(l, DOUBT_NO_DAY, _("It has no day: without one it counts nowhere."));
		return;
	}
	if (day_valid(p->died_on) && d > p->died_on)
		doubt(l, DOUBT_AFTER_DEATH,
		      arena_printf(l->a, _("That day is after they died, on %s."),
		                   on(l, p->died_on)));
	if (day_valid(p->born_on) && d < p->born_on)
		doubt(l, DOUBT_BEFORE_BIRTH,
		      arena_printf(l->a, _("That day is before they were born, on %s."),
		                   on(l, p->born_on)));
	else if (day_valid(p->diagnosed_on) && d < p->diagnosed_on)
		doubt(l, DOUBT_BEFORE_DIAGNOSIS,
		      arena_printf(l->a, _("That day is before they were diagnosed, on %s."),
		                   on(l, p->diagnosed_on)));
	else if (day_valid(p->diagnosed_on) && d - p->diagnosed_on > DOUBT_DAYS)
		doubt(l, DOUBT_LONG_AFTER,
		      arena_printf(l->a,
		                   _("They were diagnosed on %s, more than two years before."),
		                   on(l, p->diagnosed_on)));
}

static bool same_codes(const struct assessment *x, const struct assessment *y)
{
	return x->on_day == y->on_day && x->offered == y->offered &&
	       x->pathway_point == y->pathway_point && x->staff_role == y->staff_role;
}

static void look_for_twice(struct looking *l)
{
	const struct assessment *x = l->f->x;

	for (size_t i = 0; i < l->f->others.n; i++) {
		const struct assessment *y = &l->f->others.at[i];

		if (y->id.n == x->id.n || !same_codes(x, y))
			continue;
		doubt(l, DOUBT_TWICE,
		      arena_printf(l->a, _("There is one of that day already, %s. Both stand."),
		                   words_label(&assessment_modes, (int)y->mode)));
		return;
	}
}

/* Every score the same is somebody tired of the form, or somebody who meant it. */
static int alike(const struct concern_list *list)
{
	size_t n = 0;
	int score = NUMBER_NONE;

	for (size_t i = 0; i < list->n; i++) {
		if (list->at[i].answer != CONCERN_SCORED)
			continue;
		if (n++ > 0 && list->at[i].score != score)
			return NUMBER_NONE;
		score = list->at[i].score;
	}
	return n >= DOUBT_ALIKE ? score : NUMBER_NONE;
}

static void look_at_answers(struct looking *l)
{
	const struct assess_facts *f = l->f;
	const struct assessment *x = f->x;
	bool answered = f->concerns.n > 0 || f->nothings.n > 0 || x->overall != NUMBER_NONE;

	if (x->offered != OFFER_SAID_YES) {
		if (f->concerns.n > 0) {
			doubt(l, DOUBT_NOT_OFFERED,
			      arena_printf(l->a,
			                   f->concerns.n == 1
			                           ? _("It says “%s”, and %zu answer is there: "
			                               "none is kept.")
			                           : _("It says “%s”, and %zu answers are there: "
			                               "none is kept."),
			                   words_label(&assessment_offers, (int)x->offered),
			                   f->concerns.n));
		}
		return;
	}
	if (!answered)
		doubt(l, DOUBT_EMPTY, _("Nothing was answered."));
	if (alike(&f->concerns) != NUMBER_NONE)
		doubt(l, DOUBT_ALL_ALIKE,
		      arena_printf(l->a, _("Every score is %d. Is that how it is?"),
		                   alike(&f->concerns)));
	if (x->agreed_keep == NOT_ASKED)
		doubt(l, DOUBT_KEEP, _("Whether it may be kept was not asked."));
	if (x->agreed_share == NOT_ASKED)
		doubt(l, DOUBT_SHARE, _("Whether it may be shared was not asked: that is no."));
}

void assess_doubts(const struct assess_facts *f, struct arena *a, struct assess_doubt_list *ret)
{
	struct looking l = { .f = f, .a = a };

	look_at_day(&l);
	if (f->x->pathway_point == PATHWAY_POINT_NONE)
		doubt(&l, DOUBT_NO_WHERE, _("Where they are in treatment is not said."));
	if (f->x->staff_role == STAFF_ROLE_NONE)
		doubt(&l, DOUBT_NO_ROLE, _("Who asked is not said."));
	look_for_twice(&l);
	look_at_answers(&l);
	if (f->planned && f->x->status == ASSESSMENT_BEGUN)
		doubt(&l, DOUBT_PLAN,
		      _("There is a plan from it, and it was never done to its end."));
	*ret = l.list;
}
