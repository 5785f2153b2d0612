#include "planning.h"

#include "base/words.h"

static void add(struct plan_items *items, struct arena *a, struct plan_item x)
{
	*ARENA_PUSH(a, items) = x;
}

/* One of a section whose first row has the head. */
static void add_to(struct plan_items *items, struct arena *a, struct plan_item x, const char *head,
                   const char *note)
{
	bool first = items->n == 0 || items->at[items->n - 1].kind != x.kind;

	x.action = PLAN_NONE;
	x.head = first ? head : NULL;
	x.note = note;
	add(items, a, x);
}

static const char *concern_head(const struct plan_view *v, size_t i)
{
	if (i == 0 && v->top > 0)
		return v->top == 3 ? _("THE THREE THAT MATTER MOST") : _("WHAT MATTERS MOST");
	if (i == v->top)
		return v->top > 0 ? _("ALSO RAISED") : _("RAISED");
	return NULL;
}

static void add_concerns(const struct plan_view *v, struct plan_items *items, struct arena *a)
{
	for (size_t i = 0; i < v->n; i++) {
		struct plan_item x = { ITEM_CONCERN, i, 0, concern_head(v, i), "", "" };

		if (v->at[i].actions.n == 0)
			x.action = PLAN_NONE;
		add(items, a, x);
		for (size_t j = 1; j < v->at[i].actions.n; j++)
			add(items, a, (struct plan_item){ ITEM_CONCERN, i, j, NULL, "", "" });
	}
}

static void add_strengths(const struct plan_view *v, struct plan_items *items, struct arena *a)
{
	struct str rest = str_of(v->plan.strengths), line;
	struct plan_item x = { .kind = ITEM_STRENGTHS, .at = PLAN_NONE };

	for (size_t n = 0; str_cut(&rest, '\n', &line); n++) {
		if (line.n == 0)
			continue;
		x.at = n;
		x.text = arena_str(a, line);
		add_to(items, a, x, _("STRENGTHS"), "");
	}
	x.text = _("What goes well, who and what helps? Enter writes it.");
	if (x.at == PLAN_NONE)
		add_to(items, a, x, _("STRENGTHS"), "");
}

static const char *goal_text(const struct goal *x, day today, struct arena *a)
{
	const char *text = arena_printf(a, "“%s”", x->words);

	if (x->status == GOAL_SET)
		return x->by_day == DAY_NONE ? text
		                             : arena_printf(a, _("%s · by %s"), text,
		                                            day_short(x->by_day, today, a));
	text = arena_printf(a, "%s · %s", text, words_label(&goal_statuses, (int)x->status));
	if (x->supported == SUPPORT_NONE || x->supported == SUPPORTED_NOT_ASKED)
		return text;
	return arena_printf(a, _("%s · supported: %s"), text,
	                    words_label(&supports, (int)x->supported));
}

static void add_goals(const struct plan_view *v, day today, struct plan_items *items,
                      struct arena *a)
{
	struct plan_item x = { .kind = ITEM_GOAL, .at = PLAN_NONE };

	for (size_t i = 0; i < v->goals.n; i++) {
		x.at = i;
		x.text = goal_text(&v->goals.at[i], today, a);
		add_to(items, a, x, _("GOALS AND HOPES"), "");
	}
	x.text = _("What do they hope for? Enter writes it, in their words.");
	if (v->goals.n == 0)
		add_to(items, a, x, _("GOALS AND HOPES"), "");
}

static void add_worse(const struct plan_view *v, struct plan_items *items, struct arena *a)
{
	struct plan_item x = { .kind = ITEM_WORSE, .at = PLAN_NONE };

	for (size_t i = 0; i < v->worse.n; i++) {
		const struct contingency *w = &v->worse.at[i];

		x.at = i;
		x.text = contingency_text(w, a);
		if (!w->on_paper)
			x.text = arena_printf(a, _("%s · not on paper"), x.text);
		add_to(items, a, x, _("IF THINGS GET WORSE"), "");
	}
	x.text = _("What then, and whom to tell? Enter writes it.");
	if (v->worse.n == 0)
		add_to(items, a, x, _("IF THINGS GET WORSE"), "");
}

static void add_money(const struct plan_view *v, day today, struct plan_items *items,
                      struct arena *a)
{
	struct plan_item x = { .kind = ITEM_MONEY, .at = PLAN_NONE };
	const char *note =
		v->gained > 0 ? arena_printf(a, _("%s gained"), pence_text(v->gained, a)) : "";

	for (size_t i = 0; i < v->money.n; i++) {
		x.at = i;
		x.text = money_text(&v->money.at[i], today, a);
		if (!text_empty(v->money.at[i].pays_for))
			x.text = arena_printf(a, "%s · %s", x.text, v->money.at[i].pays_for);
		add_to(items, a, x, _("MONEY"), note);
	}
	x.text = _("Nothing asked for yet. Enter notes a benefit, a grant, a debt.");
	if (v->money.n == 0)
		add_to(items, a, x, _("MONEY"), note);
}

static const char *agreed_text(const struct plan *p, day today, struct arena *a)
{
	const char *way = words_label(&agreed_ways, (int)p->agreed_way);
	const char *who = p->agreed_by == AGREED_BY_REPRESENTATIVE
	                          ? arena_printf(a, _("%s for them, %s"), p->agreed_with,
	                                         words_label(&powers, (int)p->agreed_power))
	                          : _("they did");

	if (p->status == PLAN_DRAFT) {
		return p->version > 1
		               ? arena_printf(a,
		                              _("Version %d, not agreed yet: Ctrl-S when they say "
		                                "yes."),
		                              p->version)
		               : _("Not agreed yet: Ctrl-S when they say yes.");
	}
	return arena_printf(a, _("Version %d, %s%s%s: %s"), p->version,
	                    day_plain(p->agreed_on, today, a), text_empty(way) ? "" : " ", way,
	                    who);
}

static const char *review_text(const struct plan_view *v, day today, struct arena *a)
{
	const char *text = v->plan.review_on == DAY_NONE
	                           ? _("No day to go over it yet")
	                           : arena_printf(a, _("Gone over again %s"),
	                                          day_short(v->plan.review_on, today, a));

	if (v->plan.review_on != DAY_NONE && !text_empty(v->plan.review_by))
		text = arena_printf(a, _("%s, by %s"), text, v->plan.review_by);
	if (v->reviews.n > 0)
		text = arena_printf(a, _("%s. Last time: %s"), text,
		                    day_plain(v->reviews.at[0].on_day, today, a));
	return arena_printf(a, _("%s. Enter goes over it."), text);
}

static void add_agreed(const struct plan_view *v, day today, struct plan_items *items,
                       struct arena *a)
{
	struct plan_item x = { .kind = ITEM_AGREED };

	x.text = agreed_text(&v->plan, today, a);
	add_to(items, a, x, _("AGREED"), "");
	x.kind = ITEM_REVIEW;
	x.text = review_text(v, today, a);
	add_to(items, a, x, NULL, "");
	x.kind = ITEM_COPIES;
	x.text = text_empty(v->copies) ? _("Nobody has it on paper yet. x hands it out.")
	                               : arena_printf(a, _("On paper: %s"), v->copies);
	add_to(items, a, x, NULL, "");
}

struct plan_items planning_items(const struct plan_view *v, day today, struct arena *a)
{
	struct plan_items items = { 0 };

	add(&items, a, (struct plan_item){ ITEM_MATTERS, 0, PLAN_NONE, NULL, "", "" });
	if (v->assessment.id.n == 0) {
		if (v->money.n > 0)
			add_money(v, today, &items, a);
		return items;
	}
	add_concerns(v, &items, a);
	add_strengths(v, &items, a);
	add_goals(v, today, &items, a);
	add_worse(v, &items, a);
	add_money(v, today, &items, a);
	if (v->plan.id.n != 0)
		add_agreed(v, today, &items, a);
	return items;
}

int64_t planning_item_id(const void *items, size_t i)
{
	const struct plan_items *all = items;
	const struct plan_item *x = &all->at[i];
	int64_t at = x->at == PLAN_NONE ? 0 : (int64_t)x->at;
	int64_t action = x->action == PLAN_NONE ? 0 : (int64_t)x->action;

	return ((int64_t)x->kind << 40) + (at << 20) + action + 1;
}

/* Concerns that matter most, and the others, are two sections; what is said of it all is one. */
static size_t section_of(const struct plan_items *items, size_t at)
{
	while (at > 0 && !items->at[at].head)
		at--;
	return at;
}

size_t planning_section(const struct plan_items *items, size_t at, bool back)
{
	size_t first = section_of(items, at);

	if (back)
		return at > first || first == 0 ? first : section_of(items, first - 1);
	for (size_t i = at + 1; i < items->n; i++)
		if (items->at[i].head)
			return i;
	return 0;
}
