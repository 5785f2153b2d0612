#include "sharing.h"

#include "act.h"

#include "base/text.h"
#include "base/words.h"
#include "model/none.h"
#include "model/person.h"
#include "model/reminder.h"
#include "store/consents.h"
#include "store/disclosures.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/reminders.h"

/* An answer, and whoever has copies to be told when it is no more. */

/* Does what left rest on the answer that is taken back? */
static bool rests_on(const struct disclosure *d, const struct new_consent *x, struct arena *a)
{
	if (d->purpose != x->with.purpose || text_equal(d->to_whom, SHARING_THEMSELVES))
		return false;
	if (text_empty(x->with.to_whom) && x->with.service.n == 0)
		return true;
	if (d->service.n != 0 && x->with.service.n != 0)
		return d->service.n == x->with.service.n;
	return text_equal(text_fold(str_of(d->to_whom), a), text_fold(str_of(x->with.to_whom), a));
}

struct names {
	size_t n;
	const char **at;
};

static void add_name(struct names *names, const char *name, struct arena *a)
{
	for (size_t i = 0; i < names->n; i++)
		if (text_equal(names->at[i], name))
			return;
	*ARENA_PUSH(a, names) = name;
}

/* "Shelter, Turn2us and Citizens Advice Leeds" */
static const char *names_text(const struct names *names, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < names->n; i++)
		text = arena_printf(a, "%s%s%s", text,
		                    i == 0             ? ""
		                    : i + 1 < names->n ? ", "
		                                       : _(" and "),
		                    names->at[i]);
	return text;
}

static enum status who_has_copies(struct session *s, const struct new_consent *x, struct arena *a,
                                  const char **ret)
{
	struct disclosure_list list = { 0 };
	struct names names = { 0 };
	enum status rc = disclosures_of_person(s->store, x->person, a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (rests_on(&list.at[i], x, a))
			add_name(&names, list.at[i].to_whom, a);
	*ret = names_text(&names, a);
	return rc;
}

static enum status remind_in(struct session *s, struct change *c, const struct new_consent *x,
                             const char *names, struct arena *a)
{
	struct reminder r = reminder_blank;
	struct referral referral = referral_blank;
	struct reminder_id id;
	enum status rc = referral_current(s->store, x->person, a, &referral);

	if (rc != OK && rc != E_NOT_FOUND)
		return rc;
	r.person = x->person;
	r.worker = rc == OK && referral.worker.n != 0 ? referral.worker : s->account.id;
	r.kind = REMINDER_ACTION_DUE;
	r.what = arena_printf(a, _("Tell %s: they took it back"), names);
	r.due_on = r.first_due_on = session_due(s, DUE_TELL_THEM, s->today);
	r.to_person = true;
	r.rule = "taken_back";
	r.why = arena_printf(a, _("On %s they said no: %s. These have their details."),
	                     day_short(s->today, s->today, a),
	                     words_label(&purposes, (int)x->with.purpose));
	r.state = REMINDER_OPEN;
	r.made_on = s->today;
	r.by_account = s->account.id;
	return reminder_add(c, &r, &id);
}

static struct consent answer_of(const struct session *s, const struct new_consent *x,
                                const struct purpose_rule *rule, struct arena *a)
{
	struct consent y = consent_blank;

	y.person = x->person;
	y.purpose = x->with.purpose;
	y.answer = x->answer;
	y.to_whom = x->with.to_whom;
	y.service = x->with.service;
	y.how = x->how;
	y.wording = rule->wording;
	y.words = x->words ? x->words : consent_words(rule->words, x->with.to_whom, a);
	y.note = x->note;
	y.on_day = x->on_day != DAY_NONE ? x->on_day : s->today;
	y.until_on = x->until_on;
	if (x->answer == CONSENT_YES && y.until_on == DAY_NONE && rule->months != NUMBER_NONE)
		y.until_on = day_add_months(y.on_day, rule->months);
	y.assessment = x->assessment;
	y.by_account = s->account.id;
	return y;
}

/* To a purpose that is asked for each, a yes to one can be taken back for all. */
static bool answered(const struct sharing *before, enum purpose purpose)
{
	for (size_t i = 0; i < before->answers.n; i++)
		if (before->answers.at[i].purpose == purpose)
			return true;
	return false;
}

static enum status check_answer(struct session *s, const struct new_consent *x,
                                const struct sharing *before)
{
	if (x->answer == CONSENT_ANSWER_NONE || x->how == CONSENT_HOW_NONE)
		return session_fail(s, E_INVALID,
		                    _("What they said, and how, are needed. Nothing was saved."));
	if (x->answer == CONSENT_YES && purpose_asks_each(x->with.purpose) &&
	    text_empty(x->with.to_whom) && x->assessment.n == 0)
		return session_fail(
			s, E_INVALID,
			_("This is asked for each: say about whom. Nothing was saved."));
	if (x->answer == CONSENT_WITHDRAWN && before->rule.consent &&
	    !answered(before, x->with.purpose))
		return session_fail(s, E_INVALID,
		                    _("They never said yes: write down that they said no."));
	if (x->on_day != DAY_NONE && x->on_day > s->today)
		return session_fail(s, E_INVALID, _("That day is ahead. Nothing was saved."));
	return OK;
}

enum status consent_in(struct session *s, struct change *c, const struct new_consent *x,
                       struct arena *a, struct consent_id *ret, const char **told)
{
	struct sharing before;
	struct consent y;
	enum status rc;

	*told = "";
	if (x->with.purpose == PURPOSE_NONE)
		return session_fail(s, E_INVALID, _("What for? Nothing was saved."));
	rc = sharing_read(s, x->person, &x->with, a, &before);
	if (rc == OK)
		rc = check_answer(s, x, &before);
	if (rc != OK)
		return rc;
	y = answer_of(s, x, &before.rule, a);
	rc = consent_add(c, &y, ret);
	if (rc == OK && x->answer != CONSENT_YES)
		rc = who_has_copies(s, x, a, told);
	if (rc == OK && !text_empty(*told))
		rc = remind_in(s, c, x, *told, a);
	return session_store(s, rc);
}
