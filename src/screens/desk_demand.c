#include "desk.h"
#include "screens.h"

#include "base/words.h"

void desk_trying(struct desk *d, const struct desk_again *what)
{
	d->trying = *what;
}

static const struct screen_ops *asks_for(enum permit permit)
{
	switch (permit) {
	case PERMIT_WITH_REASON:
		return &reason_screen;
	case PERMIT_WITH_PROOF:
		return &proof_screen;
	case PERMIT_ANYWAY:
		return &anyway_screen;
	case PERMIT_FREELY:
	case PERMIT_TOGETHER:
	case PERMIT_TO_PROPOSE:
	case PERMIT_DENIED:
		break;
	}
	return NULL;
}

/* Its texts outlast the input then. */
static struct desk_again keep(struct desk *d, const struct desk_again *x)
{
	struct desk_again kept = *x;

	if (x->what == AGAIN_VISIT && x->visit.text)
		kept.visit.text = arena_strdup(&d->memory, x->visit.text);
	if (x->what == AGAIN_ANSWER && x->answer.text)
		kept.answer.text = arena_strdup(&d->memory, x->answer.text);
	if (x->what == AGAIN_INPUT && x->input.text.n > 0)
		kept.input.text = str_of(arena_str(&d->memory, x->input.text));
	return kept;
}

/* The first refusal of an input is the one that is asked about. */
void desk_refused(struct desk *d)
{
	if (d->trying.what == AGAIN_NOT || d->demand.permit != PERMIT_FREELY ||
	    !asks_for(d->session->demand.permit))
		return;
	d->demand = d->session->demand;
	d->wanted = keep(d, &d->trying);
}

void desk_demand(struct desk *d)
{
	const struct screen_ops *where = asks_for(d->demand.permit);
	struct visit v = visit_demand(where, &d->demand);

	d->demand.permit = PERMIT_FREELY;
	if (where && d->session && desk_open(d, &v) != OK)
		desk_say(d, "%s", session_fault(d->session));
}

static void try_again(struct desk *d)
{
	struct desk_again x = d->wanted;

	d->wanted = (struct desk_again){ 0 };
	d->said = false;
	switch (x.what) {
	case AGAIN_NOT:
		return;
	case AGAIN_INPUT:
		desk_take(d, &x.input);
		return;
	case AGAIN_VISIT:
		if (desk_open(d, &x.visit) != OK)
			desk_say_fault(d);
		return;
	case AGAIN_ANSWER:
		desk_came_back(d, &x.answer);
		desk_reload(d);
		return;
	case AGAIN_LOAD:
		desk_reload(d);
		return;
	}
}

bool desk_demand_answered(struct desk *d, const struct result *r)
{
	if (r->from != &reason_screen && r->from != &proof_screen && r->from != &anyway_screen)
		return false;
	if (r->saved)
		try_again(d);
	else
		desk_say(d, _("Left as it was: nothing was opened and nothing was changed."));
	return true;
}

bool demand_passes(const struct input *in)
{
	return in->kind == INPUT_KEY ? text_equal(in->key, "F1")
	                             : in->kind == INPUT_TEXT && (in->ch == '!' || in->ch == '?');
}
