#include "model/plan_changes.h"

#include "base/words.h"
#include "model/concerns.h"

struct telling {
	struct sentences said;
	struct arena *a;
	day today;
};

static void tell(struct telling *t, const char *sentence)
{
	*ARENA_PUSH(t->a, &t->said) = sentence;
}

static const char *label_of(const struct telling *t, const struct plan_content *of, size_t i)
{
	return of->labels ? of->labels[i] : concern_label(of->actions.at[i].concern, t->a);
}

static const char *about(const struct telling *t, const struct plan_content *of, size_t i)
{
	const struct action *x = &of->actions.at[i];
	const char *what = x->what;

	if (x->kind == ACTION_PERSON_DOES || x->kind == ACTION_WORKER_DOES)
		what = arena_printf(t->a, "%s %s", words_label(&action_kinds, (int)x->kind), what);
	return text_empty(x->concern) ? what
	                              : arena_printf(t->a, "%s: %s", label_of(t, of, i), what);
}

static const char *with_day(const struct telling *t, const char *text, day on)
{
	return on == DAY_NONE
	               ? text
	               : arena_printf(t->a, _("%s, by %s"), text, day_short(on, t->today, t->a));
}

static const char *day_or_none(const struct telling *t, day on)
{
	return on == DAY_NONE ? _("no day") : day_short(on, t->today, t->a);
}

/* ---- actions ---- */

static bool same_action(const struct action *x, const struct action *y, bool whole)
{
	return text_equal(x->concern, y->concern) && x->kind == y->kind &&
	       (!whole || text_equal(x->what, y->what));
}

/* Which action of the older version each of the newer one was; NULL: it is new. */
static const struct action **pair(const struct action_list *was, const struct action_list *now,
                                  bool *taken, struct arena *a)
{
	const struct action **pairs = ARENA_ARRAY(a, now->n, const struct action *);

	for (int whole = 1; whole >= 0; whole--) {
		for (size_t i = 0; i < now->n; i++)
			for (size_t j = 0; !pairs[i] && j < was->n; j++)
				if (!taken[j] && same_action(&was->at[j], &now->at[i], whole)) {
					pairs[i] = &was->at[j];
					taken[j] = true;
				}
	}
	return pairs;
}

static void tell_action(struct telling *t, const struct action *was, const struct action *now,
                        const char *text)
{
	if (!text_equal(was->what, now->what))
		tell(t, arena_printf(t->a, _("%s. It was: %s."), text, was->what));
	if (was->due_on != now->due_on)
		tell(t, arena_printf(t->a, _("%s, by %s, was %s."), text,
		                     day_or_none(t, now->due_on), day_or_none(t, was->due_on)));
	if (was->owner != now->owner)
		tell(t, arena_printf(t->a, _("%s: %s, was %s."), text,
		                     words_label(&action_owners, (int)now->owner),
		                     words_label(&action_owners, (int)was->owner)));
	if (!text_equal(was->who, now->who))
		tell(t, arena_printf(t->a, _("%s: asked of %s."), text,
		                     text_empty(now->who) ? _("nobody by name") : now->who));
}

static void tell_actions(struct telling *t, const struct plan_content *was,
                         const struct plan_content *now)
{
	bool *taken = ARENA_ARRAY(t->a, was->actions.n, bool);
	const struct action **pairs = pair(&was->actions, &now->actions, taken, t->a);

	for (size_t i = 0; i < now->actions.n; i++) {
		const struct action *x = &now->actions.at[i];
		const char *text = about(t, now, i);

		if (pairs[i])
			tell_action(t, pairs[i], x, text);
		else
			tell(t, arena_printf(t->a, _("New: %s."), with_day(t, text, x->due_on)));
	}
	for (size_t j = 0; j < was->actions.n; j++)
		if (!taken[j])
			tell(t, arena_printf(t->a, _("Gone: %s."), about(t, was, j)));
}

/* ---- strengths, goals, what if ---- */

static bool has_line(const char *text, struct str wanted)
{
	struct str rest = str_of(text), line;

	while (str_cut(&rest, '\n', &line))
		if (str_equal(line, wanted))
			return true;
	return false;
}

static void tell_lines(struct telling *t, const char *here, const char *there, const char *how)
{
	struct str rest = str_of(here), line;

	while (str_cut(&rest, '\n', &line))
		if (line.n > 0 && !has_line(there, line))
			tell(t, arena_printf(t->a, "%s: “%s”.", how, arena_str(t->a, line)));
}

static const struct goal *goal_like(const struct goal_list *list, const struct goal *x)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].words, x->words))
			return &list->at[i];
	return NULL;
}

static void tell_goals(struct telling *t, const struct goal_list *was, const struct goal_list *now)
{
	for (size_t i = 0; i < now->n; i++) {
		const struct goal *x = &now->at[i], *old = goal_like(was, x);

		if (!old)
			tell(t, arena_printf(t->a, _("New goal: “%s”."), x->words));
		else if (old->by_day != x->by_day)
			tell(t,
			     arena_printf(t->a, _("Goal “%s”: by %s, was %s."), x->words,
			                  day_or_none(t, x->by_day), day_or_none(t, old->by_day)));
	}
	for (size_t i = 0; i < was->n; i++)
		if (!goal_like(now, &was->at[i]))
			tell(t, arena_printf(t->a, _("Goal no longer there: “%s”."),
			                     was->at[i].words));
}

static const struct contingency *worse_like(const struct contingency_list *list,
                                            const struct contingency *x)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].name, x->name))
			return &list->at[i];
	return NULL;
}

static void tell_worse(struct telling *t, const struct contingency_list *was,
                       const struct contingency_list *now)
{
	for (size_t i = 0; i < now->n; i++) {
		const struct contingency *x = &now->at[i], *old = worse_like(was, x);
		const char *text = contingency_text(x, t->a);

		if (!old)
			tell(t, arena_printf(t->a, _("New, if things get worse: %s"), text));
		else if (!text_equal(contingency_text(old, t->a), text))
			tell(t, arena_printf(t->a, _("If things get worse, now: %s"), text));
	}
	for (size_t i = 0; i < was->n; i++)
		if (!worse_like(now, &was->at[i]))
			tell(t, arena_printf(t->a, _("Gone, if things get worse: %s"),
			                     contingency_text(&was->at[i], t->a)));
}

struct sentences plan_changes(const struct plan_content *was, const struct plan_content *now,
                              day today, struct arena *a)
{
	struct telling t = { .a = a, .today = today };

	if (was->plan.assessment.n != now->plan.assessment.n)
		tell(&t, _("It follows from a newer assessment."));
	tell_actions(&t, was, now);
	tell_lines(&t, now->plan.strengths, was->plan.strengths, _("New strength"));
	tell_lines(&t, was->plan.strengths, now->plan.strengths, _("Strength no longer there"));
	tell_goals(&t, &was->goals, &now->goals);
	tell_worse(&t, &was->worse, &now->worse);
	return t.said;
}

/* ---- one version whole ---- */

static void tell_under(struct telling *t, const char **head, const char *text)
{
	if (*head)
		tell(t, *head);
	*head = NULL;
	tell(t, arena_printf(t->a, "  %s", text));
}

static const char *agreed_line(const struct telling *t, const struct plan *p)
{
	const char *text, *way = words_label(&agreed_ways, (int)p->agreed_way);

	if (!day_valid(p->agreed_on))
		return arena_printf(t->a, _("begun %s, not agreed"),
		                    day_short(p->made_on, t->today, t->a));
	text = arena_printf(t->a, _("agreed %s"), day_short(p->agreed_on, t->today, t->a));
	if (!text_empty(way))
		text = arena_printf(t->a, "%s %s", text, way);
	if (p->agreed_by == AGREED_BY_REPRESENTATIVE)
		text = arena_printf(t->a, _("%s, for them by %s, %s"), text, p->agreed_with,
		                    words_label(&powers, (int)p->agreed_power));
	return text;
}

static void tell_content(struct telling *t, const struct plan_content *x)
{
	const char *head = _("What happens");
	struct str rest = str_of(x->plan.strengths), line;

	for (size_t i = 0; i < x->actions.n; i++)
		tell_under(t, &head, with_day(t, about(t, x, i), x->actions.at[i].due_on));
	head = _("Strengths");
	while (str_cut(&rest, '\n', &line))
		if (line.n > 0)
			tell_under(t, &head, arena_str(t->a, line));
	head = _("Goals and hopes");
	for (size_t i = 0; i < x->goals.n; i++)
		tell_under(t, &head,
		           with_day(t, arena_printf(t->a, "“%s”", x->goals.at[i].words),
		                    x->goals.at[i].by_day));
	head = _("If things get worse");
	for (size_t i = 0; i < x->worse.n; i++)
		tell_under(t, &head, contingency_text(&x->worse.at[i], t->a));
}

struct sentences plan_lines(const struct plan_content *x, day today, struct arena *a)
{
	struct telling t = { .a = a, .today = today };

	tell(&t, arena_printf(a, _("Version %d, %s"), x->plan.version, agreed_line(&t, &x->plan)));
	if (!text_empty(x->plan.agreed_how))
		tell(&t, arena_printf(a, _("In these words: “%s”"), x->plan.agreed_how));
	tell_content(&t, x);
	return t.said;
}

/* ---- a review ---- */

static const char *felt(enum support s)
{
	switch (s) {
	case SUPPORTED_YES:
		return _(", and felt supported");
	case SUPPORTED_PARTLY:
		return _(", felt partly supported");
	case SUPPORTED_NO:
		return _(", did not feel supported");
	case SUPPORT_NONE:
	case SUPPORTED_NOT_ASKED:
		break;
	}
	return "";
}

static const char *did_help(enum helped h)
{
	switch (h) {
	case HELPED_YES:
		return _(", and it helped");
	case HELPED_PARTLY:
		return _(", it helped partly");
	case HELPED_NO:
		return _(", it did not help");
	case HELPED_NOT_KNOWN:
		return _(", not known whether it helped");
	case HELPED_NONE:
		break;
	}
	return "";
}

static const char *came_to(const struct plan_outcome *x)
{
	if (x->goal)
		return x->reached == GOAL_SET ? _("goes on")
		                              : words_label(&goal_statuses, (int)x->reached);
	if (x->status == ACTION_NOT_STARTED)
		return _("not done yet");
	return x->status == ACTION_STARTED ? _("begun, goes on")
	                                   : words_label(&action_statuses, (int)x->status);
}

static const char *capital(const char *what, struct arena *a)
{
	char *text = arena_strdup(a, what);

	if (text[0] >= 'a' && text[0] <= 'z')
		text[0] = (char)(text[0] - 'a' + 'A');
	return text;
}

const char *plan_review_text(const struct plan_outcome *at, size_t n, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < n; i++) {
		const struct plan_outcome *x = &at[i];
		const char *what = x->goal ? arena_printf(a, "“%s”", x->what) : capital(x->what, a);

		text = arena_printf(a, "%s%s%s: %s%s%s.", text, i > 0 ? "\n" : "", what, came_to(x),
		                    did_help(x->helped), felt(x->supported));
		if (!text_empty(x->outcome))
			text = arena_printf(a, "%s %s", text, x->outcome);
	}
	return text;
}
