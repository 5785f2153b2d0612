#include "release_words.h"

#include "sharing.h"

#include "base/words.h"
#include "model/care_number.h"
#include "model/none.h"

/*
 * What came of it, to the GP or to whoever referred them: under the headings of the published message
 * back (domain facts 2.2, 2.3). It needs their consent; it names no illness that they may not know of,
 * and nothing of how they may be reached.
 */

static const char *referrer(const struct release_from *from)
{
	return text_empty(from->referral.return_to) ? from->referral.referrer
	                                            : from->referral.return_to;
}

static const char *addressee(const struct release_from *from, bool gp)
{
	if (!gp)
		return referrer(from);
	return text_empty(from->person.gp_name) ? from->person.gp_practice : from->person.gp_name;
}

void release_put_letterhead(const struct release_from *from, const char *to, struct paper *d,
                            struct arena *a)
{
	const char *name = release_service_name(from, false);

	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN,
	          arena_printf(a, "%s\n%s", text_empty(name) ? _("Support service") : name,
	                       release_reached(from, a)));
	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN, to);
	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN, paper_date(from->today, DAY_NONE, a));
	d->above = d->parts;
}

static const char *address_to(const struct release_from *from, const struct release *r,
                              struct arena *a)
{
	if (!r->wanted.to_gp || text_empty(from->person.gp_name))
		return r->goes.to_whom;
	return arena_printf(a, "%s\n%s", from->person.gp_name, from->person.gp_practice);
}

static const char *died_text(const struct person *p, day today, struct arena *a)
{
	if (p->died_on != DAY_NONE)
		return arena_printf(a, _("We are sorry to say that they died on %s."),
		                    paper_date(p->died_on, today, a));
	return _("We are sorry to say that they have died.");
}

static void put_opening(const struct release_from *from, const struct release *r, struct paper *d,
                        struct arena *a)
{
	const struct referral *ref = &from->referral;
	const char *name = release_full_name(&from->person, a), *text;

	paper_begin(d, a, "");
	paper_put(d, a, PAPER_PLAIN, arena_printf(a, _("Dear %s,"), r->goes.to_whom));
	if (ref->id.n == 0)
		text = arena_printf(a,
		                    person_died(&from->person) ? _("We supported %s.")
		                                               : _("We are supporting %s."),
		                    name);
	else if (!r->wanted.to_gp)
		text = arena_printf(a, _("You referred %s to us on %s. Thank you."), name,
		                    paper_date(ref->received_on, from->today, a));
	else if (person_died(&from->person))
		text = arena_printf(a, _("%s came to us on %s."), name,
		                    paper_date(ref->received_on, from->today, a));
	else
		text = arena_printf(a, _("%s has been with us since %s."), name,
		                    paper_date(ref->received_on, from->today, a));
	paper_put(d, a, PAPER_PLAIN, text);
	if (person_died(&from->person))
		paper_put(d, a, PAPER_PLAIN, died_text(&from->person, from->today, a));
}

static const char *address(const struct person *p, struct arena *a)
{
	if (text_empty(p->address) || text_empty(p->postcode))
		return text_empty(p->address) ? p->postcode : p->address;
	return arena_printf(a, "%s, %s", p->address, p->postcode);
}

void release_put_person(const struct release_from *from, struct paper *d, struct arena *a)
{
	const struct person *p = &from->person;

	paper_begin(d, a, _("Who this is about"));
	paper_put_row(d, a, _("Name"), release_full_name(p, a));
	paper_put_row(d, a, _("Known as"), p->known_as);
	paper_put_row(d, a, _("Born"), day_birth(p->born_on, a));
	if (!text_empty(p->care_number))
		paper_put_row(d, a, words_label(&number_kinds, (int)p->care_number_kind),
		              care_number_shown(p->care_number, a));
	paper_put_row(d, a, _("Address"), address(p, a));
	paper_put_row(d, a, _("GP practice"), p->gp_practice);
}

static void put_reason(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("Why they came to us"));
	if (release_may_say(from, from->referral.reason))
		paper_put(d, a, PAPER_SAYS, from->referral.reason);
}

/* ---- what was found, and what came of it ---- */

static bool raised(const struct concern *c)
{
	return c->answer == CONCERN_TALK || (c->answer == CONCERN_SCORED && c->score > 0);
}

static void put_maybe(struct paper *d, struct arena *a, bool private, const char *text)
{
	if (private)
		paper_put_guarded(d, a, PAPER_SAYS, text);
	else
		paper_put(d, a, PAPER_SAYS, text);
}

/* What is named by itself: what matters most, and what weighs; the rest stands in one sentence. */
#define WEIGHS 5

static bool weighs(const struct concern *c)
{
	return c->matters != NUMBER_NONE || c->answer == CONCERN_TALK || c->score >= WEIGHS;
}

static void put_concern(const struct release_from *from, const struct concern *c, struct paper *d,
                        struct arena *a)
{
	const char *text = release_label(from, c->code);

	if (c->answer == CONCERN_SCORED)
		text = arena_printf(a, "%s: %d", text, c->score);
	if (c->matters != NUMBER_NONE)
		text = arena_printf(a, _("%s. It matters most to them"), text);
	put_maybe(d, a, release_is_private(from, c->code), arena_printf(a, "%s.", text));
}

static void put_lesser(const struct release_from *from, struct paper *d, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < from->concerns.n; i++) {
		const struct concern *c = &from->concerns.at[i];

		if (!raised(c) || weighs(c) || release_is_private(from, c->code) ||
		    !release_may_say(from, release_label(from, c->code)))
			continue;
		text = arena_printf(a, "%s%s%s", text, text_empty(text) ? "" : "; ",
		                    release_concern(from, c->code, a));
	}
	if (!text_empty(text))
		paper_put(d, a, PAPER_SAYS, arena_printf(a, _("Less of a trouble: %s."), text));
}

/* The worst first. */
static void put_found(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("What they told us"));
	if (from->assessment.id.n == 0)
		return;
	paper_put(d, a, PAPER_PLAIN,
	          arena_printf(a, _("Asked on %s, 0 no trouble to 10 the worst:"),
	                       paper_date(from->assessment.on_day, from->today, a)));
	for (int score = 10; score >= NUMBER_NONE; score--) {
		for (size_t i = 0; i < from->concerns.n; i++) {
			const struct concern *c = &from->concerns.at[i];

			if (c->score == score && raised(c) && weighs(c) &&
			    release_may_say(from, release_label(from, c->code)))
				put_concern(from, c, d, a);
		}
	}
	put_lesser(from, d, a);
}

static void put_goals(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("What they want"));
	if (release_may_say(from, from->person.matters))
		paper_put_guarded(d, a, PAPER_WORDS, release_quoted(from->person.matters, a));
	for (size_t i = 0; i < from->goals.n; i++) {
		const struct goal *g = &from->goals.at[i];
		const char *text = release_quoted(g->words, a);

		if (!release_may_say(from, text))
			continue;
		if (g->status != GOAL_SET)
			text = arena_printf(a, "%s: %s", text,
			                    words_label(&goal_statuses, (int)g->status));
		if (release_goal_is_private(from, g))
			paper_put_guarded(d, a, PAPER_WORDS, text);
		else
			paper_put(d, a, PAPER_WORDS, text);
	}
}

static const char *signpost_text(const struct release_from *from, const struct release_signpost *x,
                                 struct arena *a)
{
	const struct signpost *g = &x->signpost;
	const char *text = arena_printf(
		a, "%s %s", g->kind == SIGNPOST_REFERRED ? _("Referred to") : _("Told about"),
		x->service.name);

	if (!text_empty(g->concern))
		text = arena_printf(a, _("%s, for %s"), text, release_concern(from, g->concern, a));
	if (g->helped != HELPED_NONE && g->helped != HELPED_NOT_KNOWN)
		return arena_printf(a, _("%s. It helped: %s."), text,
		                    words_label(&helped_answers, (int)g->helped));
	return arena_printf(a, "%s: %s.", text, words_label(&signpost_statuses, (int)g->status));
}

static void put_support(const struct release_from *from, struct paper *d, struct arena *a)
{
	size_t spoken = 0;

	for (size_t i = 0; i < from->contacts.n; i++)
		spoken += contact_is_reached(&from->contacts.at[i]) &&
		          (from->referral.id.n == 0 ||
		           from->contacts.at[i].on_day >= from->referral.received_on);
	paper_begin(d, a, _("What we have done"));
	if (spoken > 0)
		paper_put(d, a, PAPER_SAYS,
		          spoken == 1   ? _("We have spoken once.")
		          : spoken == 2 ? _("We have spoken twice.")
		                        : arena_printf(a, _("We have spoken %zu times."), spoken));
	for (size_t i = 0; i < from->signposts.n; i++) {
		const struct release_signpost *x = &from->signposts.at[i];
		const char *text = signpost_text(from, x, a);

		if (release_may_name(from, &x->service) && release_may_say(from, text))
			put_maybe(d, a, release_is_private(from, x->signpost.concern), text);
	}
}

/* Better or worse than when they were last asked, in words. */
static void put_change(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, _("What has changed"));
	for (size_t i = 0; i < from->concerns.n; i++) {
		const struct concern *c = &from->concerns.at[i];
		const char *label = release_label(from, c->code);

		if (c->answer != CONCERN_SCORED || c->previous_score == NUMBER_NONE ||
		    c->previous_score == c->score || !release_may_say(from, label))
			continue;
		put_maybe(d, a, release_is_private(from, c->code),
		          arena_printf(a,
		                       c->score < c->previous_score
		                               ? _("%s is less of a trouble than before.")
		                               : _("%s is more of a trouble than before."),
		                       label));
	}
}

static void put_asks(const struct release_from *from, struct paper *d, struct arena *a)
{
	size_t asked = 0;

	paper_begin(d, a, _("What we ask of you"));
	for (size_t i = 0; i < from->actions.n; i++) {
		const struct action *x = &from->actions.at[i];

		if (x->kind != ACTION_CLINICAL_TEAM || !action_open(x->status) ||
		    person_died(&from->person) || !release_may_say(from, x->what))
			continue;
		put_maybe(d, a, release_is_private(from, x->concern),
		          arena_printf(a, "%s.", x->what));
		asked++;
	}
	if (asked == 0)
		paper_put(d, a, PAPER_SAYS, _("Nothing now: this is for your records."));
}

static void put_next(const struct release_from *from, struct paper *d, struct arena *a)
{
	const struct plan *p = &from->plan;

	paper_begin(d, a, _("What happens next"));
	if (p->agreed_on != DAY_NONE)
		paper_put(d, a, PAPER_SAYS,
		          arena_printf(a, _("A plan was agreed with them on %s."),
		                       paper_date(p->agreed_on, from->today, a)));
	if (p->given_on != DAY_NONE)
		paper_put(d, a, PAPER_SAYS,
		          arena_printf(a, _("They have had it on paper since %s."),
		                       paper_date(p->given_on, from->today, a)));
	if (p->review_on != DAY_NONE && !person_died(&from->person))
		paper_put(d, a, PAPER_SAYS,
		          arena_printf(a, _("%s goes over it with them on %s."), from->worker_name,
		                       paper_date(p->review_on, from->today, a)));
	if (from->referral.closed_on != DAY_NONE && from->referral.state == REFERRAL_CLOSED)
		paper_put(d, a, PAPER_SAYS,
		          arena_printf(a, _("Their time with us ended on %s."),
		                       paper_date(from->referral.closed_on, from->today, a)));
}

void release_put_end(const struct release_from *from, struct paper *d, struct arena *a)
{
	paper_begin(d, a, "");
	if (!person_died(&from->person))
		paper_put(d, a, PAPER_PLAIN, _("Please ask them before you pass this on."));
	paper_put(d, a, PAPER_PLAIN, arena_printf(a, _("Yours sincerely,\n%s"), from->worker_name));
}

/* On its face what would refuse it, so that it can be asked before anything is tried. */
enum status release_letter_lacks(struct session *s, const struct release_from *from,
                                 struct arena *a, struct release *r)
{
	struct sharing x;
	enum status rc = sharing_read(s, from->person.id, &r->goes, a, &x);

	if (rc == OK && !x.allowed)
		release_lacks(
			r, a,
			_("They have not agreed that it goes there. Without their yes it does not."));
	if (rc == OK && from->person.knows_cancer != KNOWS_YES)
		release_lacks(r, a,
		              _("They may not know what they have: it names no illness, nor us."));
	if (rc == OK && text_empty(from->service_phone))
		release_lacks(
			r, a,
			_("It has no number to ring you on: clew init asks for it (--phone)."));
	return rc;
}

enum status release_letter(struct session *s, const struct release_from *from, struct arena *a,
                           struct release *ret)
{
	struct paper *d = &ret->paper;
	const char *to = addressee(from, ret->wanted.to_gp);

	if (text_empty(to))
		return session_fail(s, E_NOT_FOUND,
		                    ret->wanted.to_gp
		                            ? _("Their GP is not known. e on Details puts it in.")
		                            : _("Nobody is named who referred them."));
	ret->goes = (struct share_with){ .purpose = PURPOSE_CARE_TEAM, .to_whom = to };
	d->brief = false;
	d->title = arena_printf(a, _("About %s"), release_full_name(&from->person, a));
	release_put_letterhead(from, address_to(from, ret, a), d, a);
	put_opening(from, ret, d, a);
	release_put_person(from, d, a);
	put_reason(from, d, a);
	put_found(from, d, a);
	put_goals(from, d, a);
	put_support(from, d, a);
	put_change(from, d, a);
	release_put_review(from, false, d, a);
	put_asks(from, d, a);
	put_next(from, d, a);
	release_put_end(from, d, a);
	return release_letter_lacks(s, from, a, ret);
}
