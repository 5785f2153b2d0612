#include "casework/ledger.h"

#include "act.h"
#include "chasing.h"
#include "went_on.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/lists.h"
#include "model/phone.h"
#include "model/step_form.h"
#include "store/accounts.h"
#include "store/reminders.h"
#include "store/service_search.h"
#include "store/signposts.h"
#include "store/unmet_needs.h"

struct making {
	struct session *s;
	struct arena *a;
	struct chasing chasing;
	struct account_list accounts;
	struct ledger_view view;
};

static const char *account_name(const struct making *m, struct account_id id)
{
	for (size_t i = 0; i < m->accounts.n; i++)
		if (m->accounts.at[i].id.n == id.n)
			return m->accounts.at[i].name;
	return "";
}

static const char *on_day(const struct making *m, day on)
{
	return day_short(on, m->s->today, m->a);
}

static const char *joined(const struct making *m, const char *x, const char *y)
{
	if (text_empty(x) || text_empty(y))
		return text_empty(x) ? y : x;
	return arena_printf(m->a, "%s · %s", x, y);
}

/* ---- its steps ---- */

static void put_steps(struct making *m)
{
	const struct signpost_step_list *steps = &m->chasing.steps;

	for (size_t i = 0; i < steps->n; i++) {
		const struct signpost_step *x = &steps->at[i];
		const char *minute =
			x->at_minute == MINUTE_NONE
				? ""
				: arena_printf(m->a, " %s", minute_text(x->at_minute, m->a));

		*ARENA_PUSH(m->a, &m->view.steps) = (struct ledger_row){
			.when = arena_printf(m->a, "%s%s", on_day(m, x->on_day), minute),
			.what = signpost_step_text(x, m->a),
			.words = joined(m, x->reason, x->words),
			.who = account_name(m, x->by_account),
			.unanswered = x->asked != STEP_ASK_NONE && x->answered == SAID_NO,
		};
	}
}

/* ---- where it stands, and what comes next ---- */

static const char *now_text(const struct making *m)
{
	const struct signpost *x = &m->view.signpost;
	const char *text = arena_printf(m->a, _("%s since %s"),
	                                words_label(&signpost_statuses, (int)x->status),
	                                on_day(m, x->status_on));

	if (!signpost_open(x->status))
		text = arena_printf(
			m->a, _("%s on %s%s%s"), words_label(&signpost_statuses, (int)x->status),
			on_day(m, x->status_on), x->helped == HELPED_NONE ? "" : _(", helped: "),
			words_label(&helped_answers, (int)x->helped));
	return joined(m, text, chased_text(&m->chasing.chased, m->a));
}

/* What the rule is, and whom it leaves out. */
static const char *why_text(const struct making *m)
{
	const struct signpost *x = &m->view.signpost;
	const char *text = "";

	if (m->chasing.next.step == CHASE_NONE)
		return "";
	if (!text_empty(m->view.reminder.why))
		text = m->view.reminder.why;
	else
		text = arena_printf(m->a, _("Rule %s."), chase_rule(m->chasing.next.step));
	if (x->kind == SIGNPOST_TOLD || x->kind == SIGNPOST_LEAFLET)
		text = arena_printf(
			m->a, _("%s The service does not know of them: it is not asked."), text);
	if (!text_empty(m->chasing.no_asking))
		text = arena_printf(m->a, "%s %s", text, m->chasing.no_asking);
	return text;
}

static enum status read_reminder(struct making *m)
{
	struct reminder_list list;
	enum status rc = session_store(
		m->s, reminders_of_signpost(m->s->store, m->view.signpost.id, m->a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (list.at[i].state == REMINDER_OPEN && list.at[i].kind == REMINDER_CHECK_BACK)
			m->view.reminder = list.at[i];
	return rc;
}

/* The step that stands as a reminder; where none does, the one that the ladder has come to. */
static void put_next(struct making *m)
{
	const struct reminder *r = &m->view.reminder;
	enum chase_step named = chase_step_of(r->rule);

	m->view.step = r->id.n != 0 && named != CHASE_NONE ? named : m->chasing.next.step;
	m->view.next = "";
	if (r->id.n != 0)
		m->view.next = arena_printf(m->a, "%s · %s", on_day(m, r->due_on), r->what);
	else if (m->chasing.next.step != CHASE_NONE)
		m->view.next = m->chasing.next.what;
	m->view.why = why_text(m);
	m->view.copy = "";
	if (m->view.step == CHASE_WRITE) {
		m->view.copy = arena_printf(
			m->a,
			_("“On %s we referred somebody to you, with their agreement (our "
		          "reference %s). Have they been seen? Please answer %s of %s.”"),
			on_day(m, m->view.signpost.given_on), m->view.strip.ref, m->s->account.name,
			m->s->service.name);
	}
}

/* ---- what went, and on whose word ---- */

static const char *how_given(enum signpost_kind kind)
{
	if (kind == SIGNPOST_REFERRED)
		return _("referred");
	return kind == SIGNPOST_TOLD ? _("told") : words_label(&signpost_kinds, (int)kind);
}

static void put_given(struct making *m)
{
	const struct signpost *x = &m->view.signpost;
	const struct consent *by = m->chasing.sharing.found.by;

	m->view.given = arena_printf(m->a, _("%s on %s, %s"), how_given(x->kind),
	                             on_day(m, x->given_on), account_name(m, x->by_account));
	m->view.taken_back = "";
	if (x->kind == SIGNPOST_REFERRED && by && !m->chasing.sharing.allowed &&
	    (by->answer == CONSENT_WITHDRAWN || by->answer == CONSENT_NO))
		m->view.taken_back = arena_printf(m->a,
		                                  _("They took their yes back on %s: tell "
		                                    "the service, and ask nothing more."),
		                                  on_day(m, by->on_day));
}

static enum status read_unmet(struct making *m)
{
	struct unmet_need_list list;
	enum status rc = session_store(
		m->s, unmet_needs_of_person(m->s->store, m->view.signpost.person, m->a, &list));

	m->view.unmet = unmet_need_blank;
	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (list.at[i].signpost.n == m->view.signpost.id.n)
			m->view.unmet = list.at[i];
	return rc;
}

static enum status read_service(struct making *m)
{
	m->view.listing.service = m->chasing.service;
	m->view.listing.areas = "";
	m->view.phone = phone_shown(m->chasing.service.phone, m->a);
	return session_store(
		m->s, service_use_get(m->s->store, m->chasing.service.id, &m->view.listing.use));
}

static enum status read_all(struct making *m)
{
	enum status rc = chasing_read(m->s, &m->view.signpost, m->a, &m->chasing);

	if (rc == OK)
		rc = casework_strip(m->s, m->view.signpost.person, m->a, &m->view.strip);
	if (rc == OK)
		rc = session_store(m->s, accounts_all(m->s->store, m->a, &m->accounts));
	if (rc == OK)
		rc = read_service(m);
	if (rc == OK)
		rc = read_reminder(m);
	return rc == OK ? read_unmet(m) : rc;
}

enum status casework_ledger(struct session *s, struct signpost_id id, struct arena *a,
                            struct ledger_view *ret)
{
	struct making m = { .s = s, .a = a };
	struct signpost *x = &m.view.signpost;
	enum status rc = session_store(s, signpost_get(s->store, id, a, x));

	m.view.reminder = reminder_blank;
	if (rc == OK)
		rc = act_read(s, OP_OPEN_PERSON, x->person);
	if (rc == OK)
		rc = read_all(&m);
	if (rc != OK)
		return rc;
	m.view.label = text_empty(x->concern) ? "" : session_concern_label(s, x->concern);
	m.view.proposed = unmet_reason_of(x);
	for (int to = SIGNPOST_GIVEN; to <= SIGNPOST_SERVICE_GONE; to++)
		m.view.may[to] = signpost_may_become(x->kind, x->status, (enum signpost_status)to);
	put_steps(&m);
	put_given(&m);
	put_next(&m);
	m.view.now = now_text(&m);
	*ret = m.view;
	return OK;
}

enum status casework_outcomes_known(struct session *s, day from, day to, struct outcome_share *ret)
{
	struct outcome_share x = {
		.rule = _(
			"Told about or referred to in the period. Known: it ended, and it was said "
			"whether it helped or why it came to nothing. Not known: still open, could "
			"not find out, or nobody could say whether it helped.")
	};
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	if (rc == OK)
		rc = session_store(s, signposts_known(s->store, from, to, &x.known, &x.given));
	if (rc == OK)
		*ret = x;
	return rc;
}
