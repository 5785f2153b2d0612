#include "model/checklist.h"

#include "base/words.h"

static void put_scale(struct paper *p, struct arena *a)
{
	paper_begin(p, a, "");
	paper_put(p, a, PAPER_PLAIN,
	          _("From 0, no trouble, to 10, the worst: how much does it trouble you now?"));
	paper_put(p, a, PAPER_PLAIN,
	          _("Write a number where something troubles you. Leave out what does not. Tick "
	            "“talk” to talk about it. Tick “rather not” to say nothing."));
	paper_put(p, a, PAPER_SPACE, _("Today is"));
	paper_begin(p, a, _("All in all"));
	paper_put(p, a, PAPER_SCORE, _("How troubled have you been this past week?"));
}

static void put_end(struct paper *p, struct arena *a)
{
	paper_begin(p, a, _("The three that matter most to you"));
	for (int i = 1; i <= 3; i++)
		paper_put(p, a, PAPER_SPACE, arena_printf(a, "%d", i));
	paper_begin(p, a, _("Anything else, in your own words"));
	for (int i = 0; i < 4; i++)
		paper_put(p, a, PAPER_SPACE, "");
}

struct paper checklist_paper(const struct concern_set *set, const char *from, struct arena *a)
{
	struct paper p = paper_blank;

	p.title = _("What troubles you?");
	put_scale(&p, a);
	for (size_t d = 0; d < set->domains; d++) {
		const struct concern_domain *domain = &set->domain[d];

		paper_begin(&p, a, domain->label);
		for (size_t i = domain->first; i < domain->first + domain->count; i++)
			paper_put(&p, a, PAPER_SCORE,
			          text_empty(set->at[i].plain)
			                  ? set->at[i].label
			                  : arena_printf(a, "%s: %s", set->at[i].label,
			                                 set->at[i].plain));
	}
	put_end(&p, a);
	p.foot = text_empty(from) ? set->name : arena_printf(a, "%s · %s", from, set->name);
	return p;
}
