#include "release_words.h"

#include "planned.h"

#include "base/words.h"
#include "model/phone.h"

#include <string.h>

/* The plan, in the order in which a frightened person needs it: care rule 18. */

static const char *service_sentence(const struct release_from *from, const struct action *x,
                                    const struct release_service *v, struct arena *a)
{
	const char *phone =
		text_empty(v->phone) ? "" : arena_printf(a, _(" Their number is %s."), v->phone);

	if (v->referred)
		return arena_printf(a,
		                    from->no_ring
		                            ? _("%s will be in touch%s.%s If not, ring %s.")
		                            : _("%s will ring you%s.%s If they have not, ring %s."),
		                    v->name, release_by(from, x->due_on, a), phone, from->worker);
	return arena_printf(a, _("You can ask %s for help.%s %s will ask how it went%s."), v->name,
	                    phone, from->worker, release_by(from, x->due_on, a));
}

/* Before it is asked for, and while one waits for what comes of it. */
static const char *money_sentence(const struct release_from *from, const struct action *x,
                                  const char *who, struct arena *a)
{
	return arena_printf(a,
	                    x->status == ACTION_STARTED
	                            ? _("%s will find out%s what came of this: %s.")
	                            : _("%s will help you with this%s: %s."),
	                    who, release_by(from, x->due_on, a),
	                    release_lower_first(release_to_you(x->what, a), a));
}

/* One sentence for one action; NULL: nothing that they need on paper. */
static const char *action_sentence(const struct release_from *from, size_t i, struct arena *a)
{
	const struct action *x = &from->actions.at[i];
	const char *who = from->services[i].who;

	switch (x->kind) {
	case ACTION_SIGNPOST:
	case ACTION_REFER:
		return from->services[i].stands ? service_sentence(from, x, &from->services[i], a)
		                                : NULL;
	case ACTION_INFORMATION:
		return arena_printf(a, _("You have information about %s."),
		                    release_concern(from, x->concern, a));
	case ACTION_PERSON_DOES:
		return arena_printf(a, _("You will %s%s."), release_to_you(x->what, a),
		                    release_by(from, x->due_on, a));
	case ACTION_WORKER_DOES:
		return arena_printf(a, _("%s will %s%s."), who, release_to_you(x->what, a),
		                    release_by(from, x->due_on, a));
	case ACTION_CLINICAL_TEAM:
		return arena_printf(a, _("%s will do this%s: %s."), who,
		                    release_by(from, x->due_on, a),
		                    release_lower_first(release_to_you(x->what, a), a));
	case ACTION_BENEFIT_OR_GRANT:
		return money_sentence(from, x, who, a);
	case ACTION_KIND_NONE:
	case ACTION_LATER:
	case ACTION_NOTHING_WANTED:
		break;
	}
	return NULL;
}

/* The same where somebody else may read it: when, and who rings; not what about. */
static const char *brief_sentence(const struct release_from *from, size_t i, struct arena *a)
{
	const struct action *x = &from->actions.at[i];

	if (from->services[i].stands && from->services[i].referred)
		return arena_printf(a,
		                    from->no_ring
		                            ? _("Somebody will be in touch%s. If not, ring %s.")
		                            : _("Somebody will ring you%s. If not, ring %s."),
		                    release_by(from, x->due_on, a), from->worker);
	if (x->owner == OWNER_WORKER && action_kind_has_day(x->kind))
		return arena_printf(
			a, from->no_ring ? _("%s will be in touch%s.") : _("%s will ring you%s."),
			from->services[i].who, release_by(from, x->due_on, a));
	return NULL;
}

static bool is_private(const struct release_from *from, const struct action *x)
{
	return release_is_private(from, x->concern) || !x->on_paper;
}

/* later: there is more to talk about that day. */
static void put_review_day(const struct release_from *from, bool later, struct paper *d,
                           struct arena *a)
{
	const char *who = from->worker;
	const char *on = day_short(from->plan.review_on, from->today, a);

	if (from->plan.review_on == DAY_NONE || from->replaced != DAY_NONE)
		return;
	paper_put(d, a, PAPER_SAYS,
	          d->brief && from->no_ring
	                  ? arena_printf(a, _("%s will be in touch on %s."), who, on)
	          : d->brief ? arena_printf(a, _("%s will ring you on %s."), who, on)
	          : later    ? arena_printf(a,
	                                    _("%s will go over it with you on %s. Then we talk "
	                                         "about the rest."),
	                                    who, on)
	                     : arena_printf(a, _("%s will go over it with you on %s."), who, on));
}

static void put_next(const struct release_from *from, struct paper *d, struct arena *a)
{
	bool later = false;

	for (size_t i = 0; i < from->actions.n; i++) {
		const struct action *x = &from->actions.at[i];
		const char *text;

		later |= x->kind == ACTION_LATER;
		if (!action_open(x->status) && x->kind != ACTION_INFORMATION)
			continue;
		text = d->brief ? brief_sentence(from, i, a) : action_sentence(from, i, a);
		if (text && !release_may_say(from, text))
			text = brief_sentence(from, i, a);
		if (!text || paper_says(d, text))
			continue;
		if (is_private(from, x))
			paper_put_guarded(d, a, PAPER_SAYS, text);
		else
			paper_put(d, a, PAPER_SAYS, text);
	}
	put_review_day(from, later, d, a);
}

static const struct safety_number *number_of(const struct release_from *from, const char *kind)
{
	for (size_t i = 0; i < from->safety.numbers; i++)
		if (strcmp(from->safety.number[i].kind, kind) == 0 &&
		    !text_empty(from->safety.number[i].number))
			return &from->safety.number[i];
	return NULL;
}

static void put_number(const struct release_from *from, struct paper *d, struct arena *a,
                       const char *kind, const char *lead)
{
	const struct safety_number *n = number_of(from, kind);

	if (!n)
		return;
	paper_put(d, a, PAPER_SAYS,
	          strstr(n->name, n->number)
	                  ? arena_printf(a, "%s: %s.", lead, n->name)
	                  : arena_printf(a, "%s: %s, %s.", lead, n->name, n->number));
}

static void put_ring(const struct release_from *from, struct paper *d, struct arena *a)
{
	const char *hours =
		text_empty(from->service_hours) ? "" : arena_printf(a, ", %s", from->service_hours);

	paper_put(d, a, PAPER_SAYS,
	          text_empty(from->service_phone)
	                  ? arena_printf(a, _("By day: ring %s%s."), from->worker, hours)
	                  : arena_printf(a, _("By day: %s, %s%s."), from->worker,
	                                 from->service_phone, hours));
	if (!d->brief && !text_empty(from->person.alert_phone)) {
		const char *phone = phone_shown(from->person.alert_phone, a);

		paper_put(
			d, a, PAPER_SAYS,
			from->person.knows_cancer == KNOWS_YES
				? arena_printf(a,
		                               _("Ill from treatment, day or night: %s, from your "
		                                 "alert card."),
		                               phone)
				: arena_printf(a, _("Ill, day or night: %s."), phone));
	}
	put_number(from, d, a, "urgent-health", _("Ill at night"));
	put_number(from, d, a, "suicide-listening", _("To talk, at any hour"));
}

static void put_worse(const struct release_from *from, struct paper *d, struct arena *a)
{
	const struct safety_number *n = number_of(from, "emergency");

	for (size_t i = 0; !d->brief && i < from->worse.n; i++) {
		const char *text = contingency_text(&from->worse.at[i], a);

		if (!release_may_say(from, text))
			continue;
		if (from->worse.at[i].on_paper)
			paper_put(d, a, PAPER_SAYS, text);
		else
			paper_put_guarded(d, a, PAPER_SAYS, text);
	}
	if (!d->brief && from->person.stage == STAGE_IN_TREATMENT)
		paper_put(
			d, a, PAPER_SAYS,
			_("Hot or shivery, or bleeding? Ring the number on your alert card now."));
	if (n)
		paper_put(d, a, PAPER_SAYS,
		          arena_printf(a, _("In danger now? Ring %s."), n->number));
}

/* Who else has one is theirs to know, and nobody else's. */
static const char *copies_text(const struct release_from *from, struct arena *a)
{
	if (from->copy)
		return _("We keep one too. Ask them before you pass this on.");
	if (!text_empty(from->copies) && release_may_say(from, from->copies))
		return arena_printf(a, _("You have this one, and we keep one. So has: %s."),
		                    from->copies);
	return from->assessment.agreed_share == SAID_YES
	               ? _("You have this one, and we keep one. We ask before we share it.")
	               : _("You have this one, and we keep one. Nobody else has it.");
}

/* A version that holds no more says so before anything else. */
static const char *old_title(const struct release_from *from, bool brief, struct arena *a)
{
	day on = from->plan.agreed_on != DAY_NONE ? from->plan.agreed_on : from->plan.made_on;

	return arena_printf(a,
	                    brief ? _("Your dates as they were on %s. A newer plan replaced "
	                              "them on %s.")
	                          : _("Your plan as it was on %s. It was replaced on %s."),
	                    paper_date(on, from->today, a),
	                    paper_date(from->replaced, from->today, a));
}

static const char *title(const struct release_from *from, bool brief, struct arena *a)
{
	const char *text = arena_printf(a, brief ? _("Your dates, %s.") : _("Your plan, %s."),
	                                paper_date(from->today, DAY_NONE, a));

	if (from->replaced != DAY_NONE)
		return old_title(from, brief, a);
	if (from->replaces == DAY_NONE)
		return text;
	return arena_printf(a, _("%s It replaces the one of %s."), text,
	                    paper_date(from->replaces, from->today, a));
}

static void find_missing(const struct release_from *from, struct release *r, struct arena *a)
{
	if (from->replaced != DAY_NONE)
		release_lacks(
			r, a,
			_("It is how the plan was. What holds now is in the newest version."));
	else if (from->plan.status != PLAN_AGREED)
		release_lacks(r, a, _("They have not agreed to this plan yet."));
	if (text_empty(from->service_phone))
		release_lacks(
			r, a,
			_("It has no number to ring you on: clew init asks for it (--phone)."));
	if (from->worse.n == 0)
		release_lacks(r, a, _("Nothing is said of what to do if things get worse."));
}

static void put_copies(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("Who has a copy"));
	if (!d->brief)
		paper_put(d, a, PAPER_SAYS, copies_text(from, a));
	paper_begin(d, a, _("Changed your mind?"));
	paper_put(d, a, PAPER_SAYS, arena_printf(a, _("Tell %s."), from->worker));
}

enum status release_plan(struct session *s, const struct release_from *from, struct arena *a,
                         struct release *ret)
{
	struct paper *d = &ret->paper;

	if (from->plan.id.n == 0)
		return session_fail(s, E_NOT_FOUND,
		                    _("There is no plan to hand out yet. p makes one."));
	ret->plan = from->plan.id;
	d->title = title(from, d->brief, a);
	paper_begin(d, a, _("What matters to you"));
	if (!d->brief)
		release_put_matters(from, d, a);
	paper_begin(d, a,
	            from->replaced != DAY_NONE ? _("What was to happen") : _("What happens next"));
	put_next(from, d, a);
	paper_begin(d, a, _("Who to ring"));
	put_ring(from, d, a);
	paper_begin(d, a, _("If things get worse"));
	put_worse(from, d, a);
	release_put_wishes(from, false, d, a);
	if (from->replaced == DAY_NONE)
		put_copies(from, d, a);
	find_missing(from, ret, a);
	return OK;
}
