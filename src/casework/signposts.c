#include "casework/signposts.h"

#include "act.h"
#include "chasing.h"
#include "leaving.h"
#include "plan_says.h"
#include "sharing.h"
#include "statutory_read.h"
#include "trouble_in.h"
#include "went_on.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/lists.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/reminders.h"
#include "store/service_search.h"
#include "store/services.h"
#include "store/signposts.h"

/* ---- before it is chosen ---- */

static enum status earlier_text(struct session *s, struct person_id person,
                                struct service_id service, struct arena *a, const char **ret)
{
	struct signpost_list list;
	enum status rc = signposts_of_person(s->store, person, a, &list);

	*ret = "";
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct signpost *x = &list.at[i];

		if (x->service.n != service.n)
			continue;
		*ret = arena_printf(a, _("Before, on %s: %s, %s"),
		                    day_plain(x->given_on, s->today, a),
		                    words_label(&signpost_kinds, (int)x->kind),
		                    words_label(&signpost_statuses, (int)x->status));
		if (x->helped != HELPED_NONE)
			*ret = arena_printf(a, _("%s, helped: %s"), *ret,
			                    words_label(&helped_answers, (int)x->helped));
		break;
	}
	return rc;
}

enum status casework_signpost_view(struct session *s, struct person_id person,
                                   struct service_id service, const char *concern, struct arena *a,
                                   struct signpost_view *ret)
{
	struct signpost_view v = { .label = "" };
	enum status rc = casework_may_about(s, OP_SIGNPOST, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc != OK)
		return rc;
	rc = service_get(s->store, service, a, &v.listing.service);
	if (rc == OK)
		rc = service_use_get(s->store, service, &v.listing.use);
	if (rc == OK)
		rc = earlier_text(s, person, service, a, &v.earlier);
	if (rc != OK)
		return session_store(s, rc);
	v.listing.areas = "";
	v.check_on = session_due(s, DUE_CHECK_BACK, s->today);
	if (!text_empty(concern))
		v.label = session_concern_label(s, concern);
	*ret = v;
	return OK;
}

/* ---- saving it ---- */

struct giving {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct new_signpost *x;
	struct person person;
	struct service service;
	struct leaving leaving; /* referred: what it would be told */
};

static bool referred(const struct giving *g)
{
	return g->x->kind == SIGNPOST_REFERRED;
}

static struct signpost signpost_of(const struct giving *g)
{
	struct signpost p = signpost_blank;

	p.person = g->x->person;
	p.service = g->x->service;
	p.concern = g->x->concern;
	p.kind = g->x->kind;
	p.given_on = p.status_on = g->s->today;
	p.status = referred(g) ? SIGNPOST_SENT : SIGNPOST_GIVEN;
	if (referred(g))
		p.what_sent = leaving_text(&g->leaving, g->x->send, g->a);
	p.note = g->x->note;
	p.council = g->person.council;
	p.by_account = g->s->account.id;
	return p;
}

/* The first step of the ladder, on the day that was chosen. */
static enum status remind(const struct giving *g, const struct signpost *given)
{
	struct chasing chasing;
	struct reminder r;
	struct reminder_id id;
	enum status rc;

	if (g->x->check_on == DAY_NONE)
		return OK;
	rc = chasing_read(g->s, given, g->a, &chasing);
	if (rc != OK || !chasing_reminder(g->s, &chasing, g->x->check_on, g->a, &r))
		return rc;
	return reminder_add(g->c, &r, &id);
}

static enum status plan_in(const struct giving *g, struct signpost_id signpost)
{
	struct action x = action_blank;

	x.concern = g->x->concern;
	x.kind = referred(g) ? ACTION_REFER : ACTION_SIGNPOST;
	x.what = g->service.name;
	x.owner = referred(g) ? OWNER_SERVICE : OWNER_PERSON;
	x.due_on = g->x->check_on;
	x.status = ACTION_STARTED;
	x.signpost = signpost;
	/* A line that names a refuge must not lie on a kitchen table. */
	x.on_paper = !text_equal(session_concern_like(g->s, g->x->concern), "family.safe");
	return plan_says_in(g->s, g->c, g->x->person, &x, NULL);
}

static struct share_with with_whom(const struct giving *g)
{
	return (struct share_with){ PURPOSE_REFER, g->x->service, g->service.name };
}

/* What they said just now, and on what it goes: read in the change, for it may have been taken back. */
static enum status agree_in(struct giving *g, const char **ret)
{
	struct new_consent x = new_consent_blank;
	struct sharing sharing;
	struct consent_id id;
	const char *told;
	enum status rc = OK;

	x.person = g->x->person;
	x.with = with_whom(g);
	x.answer = CONSENT_YES;
	x.how = g->x->agreed;
	if (x.how != CONSENT_HOW_NONE)
		rc = consent_in(g->s, g->c, &x, g->a, &id, &told);
	if (rc == OK)
		rc = sharing_read(g->s, x.person, &x.with, g->a, &sharing);
	return rc == OK ? sharing_state(g->s, &sharing, g->a, ret) : rc;
}

static enum status disclose_in(struct giving *g, struct signpost_id signpost)
{
	struct disclosure x = disclosure_blank;
	struct disclosed done;

	x.person = g->x->person;
	x.kind = DISCLOSURE_REFERRAL;
	x.to_whom = g->service.name;
	x.service = g->x->service;
	x.purpose = PURPOSE_REFER;
	x.fields = leaving_names(&g->leaving, g->x->send, g->a);
	x.signpost = signpost;
	return disclosure_in(g->s, g->c, &x, g->a, &done);
}

/* A referral to whoever assesses for the council is the asking that the plan spoke of. */
static enum status asked_council_in(const struct giving *g)
{
	const struct statutory_end end = { statutory_council(&g->person, g->a), ACTION_COMPLETED,
		                           arena_printf(g->a, _("referred to %s"),
		                                        g->service.name) };
	struct service_id council;
	enum status rc = statutory_service(g->s, &g->person, g->a, &council);

	if (rc != OK || council.n != g->x->service.n)
		return rc;
	return statutory_end_in(g->s, g->c, g->x->person, &end);
}

static enum status give_in(struct giving *g, struct signpost_id *ret)
{
	struct signpost p = signpost_of(g);
	enum status rc = referred(g) ? agree_in(g, &p.consent) : OK;

	if (rc == OK)
		rc = signpost_given_in(g->c, &p, &p.id);
	if (rc == OK && referred(g))
		rc = disclose_in(g, p.id);
	if (rc == OK)
		rc = plan_in(g, p.id);
	if (rc == OK && referred(g))
		rc = asked_council_in(g);
	if (rc == OK)
		rc = remind(g, &p);
	if (rc == OK)
		rc = service_gone_answered_in(
			g->s, g->c, g->x->person, g->x->concern,
			arena_printf(g->a, _("chosen instead: %s"), g->service.name));
	*ret = p.id;
	return rc == OK ? derive_service(g->c, g->x->service) : rc;
}

/* Everything that is read before the change begins. */
static enum status prepare(struct giving *g)
{
	struct session *s = g->s;
	enum status rc = person_get(s->store, g->x->person, g->a, &g->person);

	if (rc == OK)
		rc = service_get(s->store, g->x->service, g->a, &g->service);
	if (rc != OK)
		return session_store(s, rc);
	if (person_died(&g->person))
		return session_fail(s, E_CONFLICT, _("%s died. Nothing was saved."),
		                    act_name(&g->person, g->a));
	if (referred(g))
		rc = leaving_read(s, &g->person, g->x->concern, g->a, &g->leaving);
	return rc;
}

/* A number that goes without what is safe is how the wrong person hears of it. */
static enum status check_send(const struct giving *g)
{
	unsigned ways = LEAVES_BIT(LEAVES_PHONE) | LEAVES_BIT(LEAVES_ADDRESS);

	if ((g->x->send & ways) == 0 || (g->x->send & LEAVES_BIT(LEAVES_REACH)) != 0 ||
	    text_empty(g->leaving.value[LEAVES_REACH]))
		return OK;
	return session_fail(g->s, E_INVALID,
	                    _("A number or address does not go without how to reach them."));
}

static const char *saved_text(const struct giving *g, struct arena *a)
{
	const char *kind = words_label(&signpost_kinds, (int)g->x->kind);

	if (g->x->kind == SIGNPOST_REFERRED)
		kind = _("referred");
	if (g->x->kind == SIGNPOST_TOLD)
		kind = _("told");
	if (g->x->check_on == DAY_NONE)
		return arena_printf(a, "%s, %s", g->service.name, kind);
	return arena_printf(a, _("%s, %s · check %s"), g->service.name, kind,
	                    day_short(g->x->check_on, g->s->today, a));
}

static enum status give(struct session *s, enum op op, const struct new_signpost *x,
                        struct arena *a, struct signpost_saved *ret)
{
	struct arena scratch = { 0 };
	struct change c;
	struct giving g = { .s = s, .c = &c, .a = &scratch, .x = x };
	struct signpost_saved saved = { .check_on = x->check_on };
	enum status rc = casework_may_about(s, op, x->person);

	if (rc == OK)
		rc = prepare(&g);
	if (rc == OK && referred(&g))
		rc = check_send(&g);
	if (rc != OK)
		goto done;
	s->fault[0] = '\0';
	rc = act_begin(s, op, &c, x->person,
	               arena_printf(&scratch, _("%s %s, %s"), act_name(&g.person, &scratch),
	                            words_label(&signpost_kinds, (int)x->kind), g.service.name));
	if (rc == OK)
		rc = give_in(&g, &saved.id);
	rc = act_end(s, &c, rc);
	if (rc != OK)
		goto done;
	saved.text = saved_text(&g, a);
	*ret = saved;
done:
	arena_reset(&scratch);
	return rc;
}

enum status casework_signpost(struct session *s, const struct new_signpost *x, struct arena *a,
                              struct signpost_saved *ret)
{
	if (x->kind == SIGNPOST_REFERRED || x->kind == SIGNPOST_KIND_NONE)
		return session_fail(s, E_INVALID, _("Told about it, or referred? Choose first."));
	return give(s, OP_SIGNPOST, x, a, ret);
}

enum status casework_refer(struct session *s, const struct new_signpost *x, struct arena *a,
                           struct signpost_saved *ret)
{
	if (x->kind != SIGNPOST_REFERRED || x->send == 0)
		return session_fail(s, E_INVALID,
		                    _("Nothing is ticked: say first what they are told."));
	return give(s, OP_REFER, x, a, ret);
}

enum status casework_signposts(struct session *s, struct person_id person, struct arena *a,
                               struct signpost_rows *ret)
{
	struct signpost_rows rows = { 0 };
	struct signpost_list list = { 0 };
	enum status rc = act_read(s, OP_OPEN_PERSON, person);

	if (rc != OK)
		return rc;
	rc = signposts_of_person(s->store, person, a, &list);
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct service service;

		rc = service_get(s->store, list.at[i].service, a, &service);
		if (rc == OK)
			*ARENA_PUSH(a, &rows) = (struct signpost_row){ list.at[i], service.name };
	}
	if (rc == OK)
		*ret = rows;
	return session_store(s, rc);
}
