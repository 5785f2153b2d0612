#include "casework/consent.h"

#include "act.h"
#include "sharing.h"

#include "base/words.h"
#include "store/consents.h"
#include "store/people.h"
#include "store/settings.h"

#include <string.h>

enum status casework_consent_view(struct session *s, struct person_id person,
                                  const struct share_with *with, struct arena *a,
                                  struct consent_view *ret)
{
	struct consent_view v = { .words = "" };
	struct sharing sharing;
	enum status rc = casework_may_about(s, OP_RECORD_CONSENT, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc == OK)
		rc = sharing_read(s, person, with, a, &sharing);
	if (rc == OK)
		rc = sharing_state(s, &sharing, a, &v.state);
	if (rc != OK)
		return rc;
	v.rule = sharing.rule;
	v.found = sharing.found;
	v.words = consent_words(v.rule.words, with->to_whom, a);
	*ret = v;
	return OK;
}

static const char *saved_text(const struct session *s, const struct new_consent *x,
                              const char *told, struct arena *a)
{
	const char *how = words_label(&consent_hows, (int)x->how);

	if (x->answer == CONSENT_YES)
		return arena_printf(a, _("Saved: they agree, %s."), how);
	if (text_empty(told))
		return arena_printf(a, _("Saved: they say no, %s. Nothing goes out for it."), how);
	return arena_printf(a, _("Saved: nothing more goes out for it. Tell %s by %s."), told,
	                    day_short(session_due(s, DUE_TELL_THEM, s->today), s->today, a));
}

enum status casework_answer_consent(struct session *s, const struct new_consent *x, struct arena *a,
                                    struct consent_saved *ret)
{
	struct arena scratch = { 0 };
	struct change c = { 0 };
	struct consent_saved saved = { .text = "" };
	const char *told = "";
	struct person p;
	enum status rc = session_store(s, person_get(s->store, x->person, &scratch, &p));

	if (rc == OK) {
		s->fault[0] = '\0';
		rc = act_begin(s, OP_RECORD_CONSENT, &c, x->person,
		               arena_printf(&scratch, _("%s: %s, %s"), act_name(&p, &scratch),
		                            words_label(&purposes, (int)x->with.purpose),
		                            words_label(&consent_answers, (int)x->answer)));
		if (rc == OK)
			rc = consent_in(s, &c, x, &scratch, &saved.id, &told);
		rc = act_end(s, &c, rc);
	}
	if (rc == OK) {
		saved.text = saved_text(s, x, told, a);
		*ret = saved;
	}
	arena_reset(&scratch);
	return rc;
}

static enum status notice_in(struct session *s, struct change *c, struct person_id person,
                             const struct notice *x, struct arena *a)
{
	struct notice y = notice_blank;
	struct notice_id id;
	enum status rc = sharing_notice_version(s, a, &y.version);

	y.person = person;
	y.how = x->how;
	y.language = x->language;
	y.on_day = x->on_day != DAY_NONE ? x->on_day : s->today;
	y.by_account = s->account.id;
	return rc == OK ? notice_add(c, &y, &id) : rc;
}

enum status casework_give_notice(struct session *s, struct person_id person, const struct notice *x)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct person p;
	enum status rc = session_store(s, person_get(s->store, person, &a, &p));

	if (rc == OK && x->how == NOTICE_HOW_NONE)
		rc = session_fail(s, E_INVALID, _("How was it given? Nothing was saved."));
	if (rc == OK) {
		s->fault[0] = '\0';
		rc = act_begin(s, OP_RECORD_CONSENT, &c, person,
		               arena_printf(&a, _("privacy notice given to %s"), act_name(&p, &a)));
		if (rc == OK)
			rc = notice_in(s, &c, person, x, &a);
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}

/* ---- why at all ---- */

enum status casework_purposes(struct session *s, struct arena *a, struct purposes_view *ret)
{
	struct purposes_view v = { .notice_version = "" };
	enum status rc = casework_may(s, OP_SEE_PURPOSES);

	if (rc == OK)
		rc = session_store(s, purpose_rules(s->store, a, &v.rules));
	if (rc == OK)
		rc = sharing_notice_version(s, a, &v.notice_version);
	if (rc == OK)
		*ret = v;
	return rc;
}

/* What was read must still stand: another coordinator may have settled it meanwhile. */
static enum status settle_in(struct session *s, struct change *c, const struct purpose_rule *rule,
                             struct arena *a)
{
	struct purpose_rule x = *rule;
	struct purpose_rule_list now;
	enum status rc = purpose_rules(s->store, a, &now);

	if (rc != OK)
		return rc;
	if (now.at[rule->purpose - 1].ver != rule->ver)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else settled this meanwhile. Look at it again; "
		                      "nothing was saved."));
	x.set_on = s->today;
	x.set_by = s->account.id;
	return purpose_put(c, &x);
}

enum status casework_settle_purpose(struct session *s, const struct purpose_rule *rule)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	enum status rc;

	s->fault[0] = '\0';
	rc = act_begin(s, OP_SETTLE_PURPOSES, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("why details are used: %s"),
	                            words_label(&purposes, (int)rule->purpose)));
	if (rc == OK)
		rc = settle_in(s, &c, rule, &a);
	rc = act_end(s, &c, rc);
	arena_reset(&a);
	return rc;
}

enum status casework_set_notice_version(struct session *s, const char *version)
{
	struct change c = { 0 };
	enum status rc;

	if (str_trim(str_of(version)).n == 0 || strlen(version) > 40)
		return session_fail(s, E_INVALID,
		                    _("A version is a number or a date. Nothing was saved."));
	s->fault[0] = '\0';
	rc = act_begin(s, OP_SETTLE_PURPOSES, &c, (struct person_id){ 0 },
	               _("a new privacy notice"));
	if (rc == OK)
		rc = setting_put(&c, "notice_version", version);
	return act_end(s, &c, rc);
}
