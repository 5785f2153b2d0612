#include "planned.h"

#include "base/words.h"
#include "store/people.h"
#include "store/reminders.h"

/* Whoever was asked is chased; of everything else one does, or asks, what was agreed. */
static enum reminder_kind due_kind(const struct action *x)
{
	return x->kind == ACTION_CLINICAL_TEAM ? REMINDER_CHASE : REMINDER_ACTION_DUE;
}

static enum status find_reminder(struct session *s, const struct action *x, bool review,
                                 struct arena *a, struct reminder *ret)
{
	struct reminder_list open;
	enum status rc = reminders_open_of_person(s->store, x->person, a, &open);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < open.n; i++)
		if (open.at[i].action.n == x->id.n &&
		    (open.at[i].kind == REMINDER_FOLLOW_UP) == review) {
			*ret = open.at[i];
			return OK;
		}
	return E_NOT_FOUND;
}

/* What was promised to the person is said as it will be done; what they do is asked after. */
static const char *words_of(const struct action *x, bool review, struct arena *a)
{
	if (review)
		return arena_printf(a, _("Look again: %s"), x->what);
	return x->owner == OWNER_WORKER ? x->what
	                                : arena_printf(a, _("Ask how it went: %s"), x->what);
}

/* "Breast nurse, 0113 496 0170": where it is their clinical contact, the number is known by itself. */
static enum status set_promised(struct session *s, const struct action *x, struct arena *a,
                                struct reminder *r)
{
	struct person p;
	enum status rc;

	if (x->kind != ACTION_CLINICAL_TEAM || text_empty(x->who))
		return OK;
	rc = person_get(s->store, x->person, a, &p);
	r->promised_by = x->who;
	if (rc != OK || text_empty(p.clinical_contact) ||
	    !str_starts(str_of(x->who), p.clinical_contact))
		return rc;
	r->promised_by = p.clinical_contact;
	r->promised_phone = p.clinical_phone;
	return OK;
}

static enum status add_reminder(struct session *s, struct change *c, const struct action *x,
                                bool review, struct arena *a)
{
	struct reminder r = reminder_blank;
	struct reminder_id id;
	enum status rc = set_promised(s, x, a, &r);

	r.person = x->person;
	r.worker = x->owner == OWNER_WORKER && x->worker.n != 0 ? x->worker : s->account.id;
	r.kind = review ? REMINDER_FOLLOW_UP : due_kind(x);
	r.what = words_of(x, review, a);
	r.due_on = review ? x->review_on : x->due_on;
	r.first_due_on = r.due_on;
	r.to_person = x->owner == OWNER_WORKER;
	r.action = x->id;
	r.rule = review ? "action-review" : "action-due";
	r.why = arena_printf(a, _("Agreed in the plan on %s"), day_short(x->made_on, s->today, a));
	r.state = REMINDER_OPEN;
	r.made_on = s->today;
	r.by_account = s->account.id;
	return rc == OK ? reminder_add(c, &r, &id) : rc;
}

static enum status put_reminder(struct session *s, struct change *c, const struct action *x,
                                bool review, struct arena *a)
{
	bool wanted = review ? x->review_on != DAY_NONE && x->status != ACTION_NOT_APPLICABLE
	                     : action_open(x->status) && action_kind_has_day(x->kind) &&
	                               x->due_on != DAY_NONE;
	struct reminder r;
	enum status rc = find_reminder(s, x, review, a, &r);

	if (rc == E_NOT_FOUND)
		return wanted ? add_reminder(s, c, x, review, a) : OK;
	if (rc != OK)
		return rc;
	if (wanted) {
		r.due_on = review ? x->review_on : x->due_on;
		r.what = words_of(x, review, a);
		rc = set_promised(s, x, a, &r);
	} else {
		r.state = x->status == ACTION_COMPLETED ? REMINDER_DONE : REMINDER_DROPPED;
		r.done_on = s->today;
		r.outcome = text_empty(x->outcome) ? _("The plan was changed") : x->outcome;
	}
	return rc == OK ? reminder_update(c, &r) : rc;
}

enum status action_reminder_in(struct session *s, struct change *c, const struct action *x,
                               struct arena *a)
{
	enum status rc = put_reminder(s, c, x, false, a);

	return rc == OK ? put_reminder(s, c, x, true, a) : rc;
}
