#include "went_on.h"

#include "base/words.h"
#include "store/signpost_steps.h"
#include "store/signposts.h"

static enum status step_in(struct change *c, const struct signpost *x,
                           const struct signpost_step *how)
{
	struct signpost_step step = *how;
	struct signpost_step_id id;

	step.person = x->person;
	step.signpost = x->id;
	step.status = x->status;
	step.by_account = c->who;
	return signpost_step_add(c, &step, &id);
}

enum status signpost_given_in(struct change *c, const struct signpost *x, struct signpost_id *ret)
{
	struct signpost given = *x;
	struct signpost_step step = signpost_step_blank;
	enum status rc = signpost_add(c, x, &given.id);

	step.on_day = x->given_on;
	if (rc == OK)
		rc = step_in(c, &given, &step);
	if (rc == OK)
		*ret = given.id;
	return rc;
}

enum status signpost_went_on_in(struct change *c, const struct signpost *x,
                                const struct signpost_step *step)
{
	struct signpost_step plain = signpost_step_blank;
	enum status rc = signpost_update(c, x);

	plain.on_day = x->status_on;
	plain.reason = x->reason;
	return rc == OK ? step_in(c, x, step ? step : &plain) : rc;
}

enum status signpost_moved_in(struct change *c, const struct signpost *x, struct arena *a)
{
	struct signpost_step_list steps;
	enum status rc = signpost_update(c, x);

	if (rc == OK)
		rc = signpost_steps_of(c->st, x->id, a, &steps);
	for (size_t i = 0; rc == OK && i < steps.n; i++) {
		steps.at[i].person = x->person;
		rc = signpost_step_update(c, &steps.at[i]);
	}
	return rc;
}

const char *signpost_step_text(const struct signpost_step *x, struct arena *a)
{
	const char *status = words_label(&signpost_statuses, (int)x->status);
	const char *asked = words_label(&step_asks, (int)x->asked);

	if (x->asked == STEP_ASK_NONE)
		return status;
	if (x->asked == ASKED_PERSON)
		return x->answered == SAID_NO ? _("asked the person: not known")
		                              : arena_printf(a, _("%s, said the person"), status);
	return x->answered == SAID_NO ? arena_printf(a, _("%s, no answer"), asked)
	                              : arena_printf(a, "%s: %s", asked, status);
}
