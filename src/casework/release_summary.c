#include "release_words.h"

#include "base/words.h"
#include "model/lists.h"
#include "model/phone.h"

/*
 * One page to show to whoever helps, so that nobody has to tell it all again: in the voice of the person
 * whose it is. The short one has the name, how to talk with them, and who to ring.
 */

static void put_who(const struct release_from *from, struct paper *d, struct arena *a)
{
	const struct person *p = &from->person;

	paper_begin(d, a, _("Who I am"));
	paper_put_row(d, a, _("Name"), release_full_name(p, a));
	paper_put_row(d, a, _("Call me"), p->known_as);
	paper_put_row(d, a, _("Pronouns"), p->pronouns);
	if (!d->brief)
		paper_put_row(d, a, _("Born"), day_birth(p->born_on, a));
	paper_put_row(d, a, _("My language"), p->language);
	paper_put_row(d, a, _("Interpreter"), p->interpreter);
	if (release_may_say(from, p->access_needs))
		paper_put_row(d, a, _("What helps"), p->access_needs);
}

static void put_words(const struct release_from *from, struct paper *d, struct arena *a)
{
	const struct person *p = &from->person;

	paper_begin(d, a, _("What matters to me"));
	release_put_matters(from, d, a);
	paper_begin(d, a, _("What I want you to know"));
	if (release_may_say(from, p->about_me))
		paper_put(d, a, PAPER_WORDS, release_quoted(p->about_me, a));
}

static const char *treatment_text(const struct release_from *from, struct arena *a)
{
	const struct person *p = &from->person;

	if (text_empty(p->treatment))
		return "";
	if (p->stage == STAGE_IN_TREATMENT && p->stage_ends_on != DAY_NONE)
		return arena_printf(a, _("%s, until %s"), p->treatment,
		                    paper_date(p->stage_ends_on, from->today, a));
	if (p->treatment_ended_on != DAY_NONE)
		return arena_printf(a, _("%s, ended %s"), p->treatment,
		                    paper_date(p->treatment_ended_on, from->today, a));
	return p->treatment;
}

/* Care rule 12: only of somebody who knows it. */
static void put_illness(const struct release_from *from, struct paper *d, struct arena *a)
{
	const struct person *p = &from->person;

	paper_begin(d, a, _("What is happening"));
	if (p->knows_cancer != KNOWS_YES || p->stage == STAGE_CARING || p->stage == STAGE_BEREAVED)
		return;
	if (!text_empty(p->cancer_group))
		paper_put_row(d, a, _("Illness"),
		              arena_printf(a, _("cancer: %s"),
		                           release_lower_first(choice_label("cancer-groups",
		                                                            p->cancer_group, a),
		                                               a)));
	paper_put_row(d, a, _("Treatment"), treatment_text(from, a));
	paper_put_row(d, a, _("My nurse"), p->clinical_contact);
	if (!text_empty(p->clinical_phone))
		paper_put_row(d, a, _("Nurse's number"), phone_shown(p->clinical_phone, a));
}

static void put_concern(const struct release_from *from, const struct concern *c, struct paper *d,
                        struct arena *a)
{
	const char *text = release_label(from, c->code);
	bool words = !text_empty(c->own_words) && release_may_say(from, c->own_words);

	if (words && !from->copy)
		text = arena_printf(a, "%s: “%s”", text, c->own_words);
	if (!release_may_say(from, text))
		return;
	if (release_is_private(from, c->code))
		paper_put_guarded(d, a, PAPER_SAYS, text);
	else
		paper_put(d, a, PAPER_SAYS, text);
	if (words && from->copy)
		paper_put_guarded(d, a, PAPER_WORDS, release_quoted(c->own_words, a));
}

static void put_concerns(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("What troubles me most"));
	for (int nth = 1; nth <= 3; nth++)
		for (size_t i = 0; i < from->concerns.n; i++)
			if (from->concerns.at[i].matters == nth)
				put_concern(from, &from->concerns.at[i], d, a);
}

/* One sentence for one thing that is being done; NULL: nothing to show. */
static const char *doing(const struct release_from *from, size_t i, struct arena *a)
{
	const struct action *x = &from->actions.at[i];
	const struct release_service *v = &from->services[i];

	if (!action_open(x->status))
		return NULL;
	if (v->stands)
		return v->referred ? arena_printf(a, _("%s will ring me."), v->name)
		                   : arena_printf(a, _("I can ask %s for help."), v->name);
	switch (x->kind) {
	case ACTION_PERSON_DOES:
		return arena_printf(a, _("I will %s."), release_to_me(x->what, a));
	case ACTION_WORKER_DOES:
		return arena_printf(a, _("%s will %s."), v->who, release_to_me(x->what, a));
	case ACTION_CLINICAL_TEAM:
	case ACTION_BENEFIT_OR_GRANT:
		return arena_printf(a, _("%s sees to this: %s."), v->who,
		                    release_lower_first(release_to_me(x->what, a), a));
	case ACTION_KIND_NONE:
	case ACTION_SIGNPOST:
	case ACTION_REFER:
	case ACTION_INFORMATION:
	case ACTION_LATER:
	case ACTION_NOTHING_WANTED:
		break;
	}
	return NULL;
}

static void put_doing(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("What is being done"));
	for (size_t i = 0; i < from->actions.n; i++) {
		const struct action *x = &from->actions.at[i];
		const char *text = doing(from, i, a);

		if (!text || !release_may_say(from, text) || paper_says(d, text))
			continue;
		if (release_is_private(from, x->concern) || !x->on_paper)
			paper_put_guarded(d, a, PAPER_SAYS, text);
		else
			paper_put(d, a, PAPER_SAYS, text);
	}
}

static void put_ours(const struct release_from *from, struct paper *d, struct arena *a)
{
	const char *reached = release_reached(from, a);

	paper_begin(d, a, _("Who knows more"));
	paper_put(d, a, PAPER_SAYS,
	          text_empty(reached)
	                  ? arena_printf(a, _("%s helps me with all of this."), from->worker_name)
	                  : arena_printf(a, _("%s helps me with all of this: %s."),
	                                 from->worker_name, reached));
	paper_put(d, a, PAPER_SAYS, _("Ask me before you pass this on."));
}

enum status release_summary(struct session *s, const struct release_from *from, struct arena *a,
                            struct release *ret)
{
	struct paper *d = &ret->paper;

	(void)s;
	d->title = arena_printf(a, _("About me, %s."), paper_date(from->today, DAY_NONE, a));
	put_who(from, d, a);
	if (!d->brief) {
		put_words(from, d, a);
		put_illness(from, d, a);
		put_concerns(from, d, a);
		put_doing(from, d, a);
		release_put_review(from, true, d, a);
		release_put_wishes(from, true, d, a);
	}
	put_ours(from, d, a);
	if (!d->brief && text_empty(from->person.matters) && text_empty(from->person.about_me))
		release_lacks(ret, a, _("Nothing of theirs is in their own words yet."));
	if (text_empty(from->service_phone))
		release_lacks(
			ret, a,
			_("It has no number to ring you on: clew init asks for it (--phone)."));
	return OK;
}
