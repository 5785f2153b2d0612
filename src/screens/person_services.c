#include "person.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/signposts.h"

/* The Services tab: what they were told of or referred to, and what nothing fitted. */

static const struct view_row *chosen(const struct person_page *p)
{
	const struct view_row_list *rows = &p->view.services;
	size_t at = p->list[TAB_SERVICES].at;

	return at < rows->n ? &rows->at[at] : NULL;
}

/* d on what nothing fitted: something was found after all. */
static enum outcome ask_met(struct screen *s, const struct view_row *row)
{
	struct person_page *p = s->state;
	struct prompt prompt = { 0 };

	p->need.n = row->id;
	prompt_ask(&prompt,
	           arena_printf(&s->keep, _("Met after all, %s. How?"), p->view.strip.short_name),
	           NULL);
	desk_ask(s->desk, &prompt);
	return REDRAW;
}

enum outcome person_take_services(struct screen *s, enum act act)
{
	const struct person_page *p = s->state;
	const struct view_row *row = chosen(p);

	if (!row || (act != ACT_OPEN && act != ACT_DONE))
		return PASS;
	if (act == ACT_OPEN && p->view.strip.danger && !p->line_left)
		return PASS; /* their line is left first */
	if (row->sort == SORT_UNMET)
		return act == ACT_DONE ? ask_met(s, row) : PASS;
	s->go = visit_ledger((struct signpost_id){ row->id });
	return OPEN;
}

void person_need_met(struct screen *s, const struct result *r)
{
	struct person_page *p = s->state;
	struct unmet_need_id need = p->need;

	p->need.n = 0;
	if (!r->saved)
		return;
	if (casework_need_met(screen_session(s), need, r->text) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Saved: met after all. u takes it back."));
	desk_reload(s->desk);
}
