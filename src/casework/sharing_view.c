#include "casework/consent.h"

#include "sharing.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/none.h"
#include "store/accounts.h"
#include "store/consents.h"
#include "store/disclosures.h"

/* The Sharing tab: what they agreed to, what left, and the privacy notice. */

struct sharing_page {
	struct session *s;
	struct arena *a;
	struct sharing_view view;
	struct purpose_rule_list rules;
	struct consent_list answers;
	struct account_list accounts;
};

static const char *account_name(const struct sharing_page *p, struct account_id id)
{
	for (size_t i = 0; i < p->accounts.n; i++)
		if (p->accounts.at[i].id.n == id.n)
			return p->accounts.at[i].name;
	return "";
}

static struct share_row *add(struct sharing_page *p, enum share_kind kind, const char *label,
                             const char *value)
{
	struct {
		size_t n;
		struct share_row *at;
	} list = { p->view.n, p->view.at };
	struct share_row *row = ARENA_PUSH(p->a, &list);

	*row = (struct share_row){
		.kind = kind, .label = label, .value = value, .whole = "", .with = { .to_whom = "" }
	};
	p->view.n = list.n;
	p->view.at = list.at;
	return row;
}

/* ---- what they agreed to ---- */

static bool is_about(const struct consent *c, const struct share_with *with)
{
	return c->purpose == with->purpose && c->service.n == with->service.n &&
	       text_equal(c->to_whom, with->to_whom);
}

static const char *answer_text(const struct sharing_page *p, const struct consent *c)
{
	return arena_printf(p->a, "%s %s %s, %s", words_label(&consent_answers, (int)c->answer),
	                    day_plain(c->on_day, p->s->today, p->a),
	                    words_label(&consent_hows, (int)c->how),
	                    account_name(p, c->by_account));
}

/* Everything that was said to it, the newest first, and the words it was asked with. */
static const char *history_text(const struct sharing_page *p, const struct share_with *with)
{
	const struct purpose_rule *rule = &p->rules.at[with->purpose - 1];
	const char *text = arena_printf(p->a, _("Basis: %s."), purpose_basis(rule, p->a));

	for (size_t i = 0; i < p->answers.n; i++) {
		const struct consent *c = &p->answers.at[i];

		if (!is_about(c, with))
			continue;
		text = arena_printf(p->a, "%s\n%s", text, answer_text(p, c));
		if (c->until_on != DAY_NONE)
			text = arena_printf(p->a, _("%s; holds until %s"), text,
			                    day_plain(c->until_on, p->s->today, p->a));
		if (!text_empty(c->note))
			text = arena_printf(p->a, "%s\n  %s", text, c->note);
		if (!text_empty(c->words))
			text = arena_printf(p->a, _("%s\n  read out, version %d: “%s”"), text,
			                    c->wording, c->words);
	}
	return text;
}

static const char *state_text(const struct sharing_page *p, const struct purpose_rule *rule,
                              const struct consent_found *found)
{
	if (!found->by)
		return purpose_asks_each(rule->purpose) ? _("asked for each")
		       : rule->consent                  ? _("not asked")
		                                        : _("needs no yes; a no counts");
	if (found->state == CONSENT_EXPIRED)
		return arena_printf(p->a, _("%s; over since %s"), answer_text(p, found->by),
		                    day_plain(found->by->until_on, p->s->today, p->a));
	return answer_text(p, found->by);
}

static void put_answer(struct sharing_page *p, const struct share_with *with, const char *label)
{
	const struct purpose_rule *rule = &p->rules.at[with->purpose - 1];
	struct consent_found found = consent_find(&p->answers, with, p->s->today);
	struct share_row *row = add(p, SHARE_CONSENT, label, state_text(p, rule, &found));

	row->purpose = with->purpose;
	row->with = *with;
	row->whole = history_text(p, with);
	row->stops = found.state == CONSENT_REFUSED || found.state == CONSENT_TAKEN_BACK;
	row->missing = rule->consent &&
	               (found.state == CONSENT_EXPIRED ||
	                (found.state == CONSENT_NOT_ASKED && !purpose_asks_each(rule->purpose)));
}

static bool was_put(const struct sharing_page *p, size_t before)
{
	const struct consent *c = &p->answers.at[before];

	for (size_t i = 0; i < before; i++)
		if (is_about(&p->answers.at[i],
		             &(struct share_with){ c->purpose, c->service, c->to_whom }))
			return true;
	return false;
}

/* Answers that name somebody stand under their purpose, a row for each of those. */
static void put_named(struct sharing_page *p, enum purpose purpose)
{
	for (size_t i = 0; i < p->answers.n; i++) {
		const struct consent *c = &p->answers.at[i];
		struct share_with with = { purpose, c->service, c->to_whom };

		if (c->purpose == purpose && !text_empty(c->to_whom) && !was_put(p, i))
			put_answer(p, &with, arena_printf(p->a, "    %s", c->to_whom));
	}
}

static void put_agreed(struct sharing_page *p)
{
	add(p, SHARE_HEAD, _("Agreed to"), NULL);
	for (size_t i = 0; i < purposes.n; i++) {
		enum purpose purpose = (enum purpose)purposes.at[i].value;
		struct share_with with = { .purpose = purpose, .to_whom = "" };

		put_answer(p, &with,
		           arena_printf(p->a, "%d %s", (int)purpose, purposes.at[i].label));
		put_named(p, purpose);
	}
}

/* ---- what left ---- */

static const char *left_text(const struct sharing_page *p, const struct disclosure *d)
{
	const char *text = arena_printf(
		p->a, _("%s %s, %s, to %s.\nWhat for: %s. Basis: %s.\nWhat: %s."),
		day_short(d->on_day, p->s->today, p->a), minute_text(d->at_minute, p->a),
		words_label(&disclosure_kinds, (int)d->kind), d->to_whom,
		words_label(&purposes, (int)d->purpose), d->basis, d->fields);

	if (!text_empty(d->how))
		text = arena_printf(p->a, _("%s\nHow: %s."), text, d->how);
	if (d->people != NUMBER_NONE)
		text = arena_printf(p->a, _("%s\nIn a file with %lld people."), text,
		                    (long long)d->people);
	if (!text_empty(d->file_hash))
		text = arena_printf(p->a, _("%s\nThe file is known by BLAKE2b %s."), text,
		                    d->file_hash);
	return arena_printf(p->a, _("%s\nBy %s."), text, account_name(p, d->by_account));
}

static enum status put_left(struct sharing_page *p, struct person_id person)
{
	struct disclosure_list list = { 0 };
	enum status rc = disclosures_of_person(p->s->store, person, p->a, &list);

	add(p, SHARE_HEAD, _("What left"), NULL);
	if (rc == OK && list.n == 0)
		add(p, SHARE_SAID, _("Nothing has left."), "");
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct disclosure *d = &list.at[i];
		struct share_row *row = add(p, SHARE_LEFT, day_short(d->on_day, p->s->today, p->a),
		                            arena_printf(p->a, "%s: %s", d->to_whom, d->fields));

		row->whole = left_text(p, d);
		row->purpose = d->purpose;
	}
	return rc;
}

/* ---- the privacy notice ---- */

static const char *notice_text(const struct sharing_page *p, const struct notice *x)
{
	return arena_printf(
		p->a, _("version %s, %s, %s%s%s, %s"), x->version,
		day_plain(x->on_day, p->s->today, p->a), words_label(&notice_hows, (int)x->how),
		text_empty(x->language) ? "" : ", ", x->language, account_name(p, x->by_account));
}

static enum status put_notice(struct sharing_page *p, struct person_id person)
{
	struct notice_list list = { 0 };
	const char *whole = "";
	struct share_row *row;
	enum status rc = notices_of_person(p->s->store, person, p->a, &list);

	if (rc == OK)
		rc = sharing_notice_version(p->s, p->a, &p->view.notice_version);
	if (rc != OK)
		return rc;
	p->view.notice_due = notice_due(&list, p->view.notice_version, p->s->today);
	for (size_t i = 0; i < list.n; i++)
		whole = arena_printf(p->a, "%s%s%s", whole, i > 0 ? "\n" : "",
		                     notice_text(p, &list.at[i]));
	add(p, SHARE_HEAD, _("Privacy notice"), NULL);
	row = add(p, SHARE_NOTICE,
	          !p->view.notice_due ? _("Given")
	          : list.n == 0       ? _("Not given yet: 9 records it")
	                              : _("To be given again: 9 records it"),
	          list.n > 0 ? notice_text(p, &list.at[0]) : "");
	row->missing = p->view.notice_due;
	row->whole = whole;
	return OK;
}

static void put_who(struct sharing_page *p, struct person_id person)
{
	add(p, SHARE_HEAD, _("Who sees it here"), NULL);
	if (session_may_about(p->s, OP_SEE_NAMED, person))
		add(p, SHARE_NAMED, _("Who may open it"), _("Enter shows it, and restricts it"));
	add(p, SHARE_LOOKED, _("Who has looked at this record"), _("Enter shows it"));
}

enum status casework_sharing(struct session *s, struct person_id person, struct arena *a,
                             struct sharing_view *ret)
{
	struct sharing_page p = { .s = s, .a = a, .view = { .notice_version = "" } };
	enum status rc = casework_may_about(s, OP_OPEN_PERSON, person);

	if (rc != OK)
		return rc;
	rc = purpose_rules(s->store, a, &p.rules);
	if (rc == OK)
		rc = consents_of_person(s->store, person, a, &p.answers);
	if (rc == OK)
		rc = accounts_all(s->store, a, &p.accounts);
	if (rc != OK)
		return session_store(s, rc);
	put_agreed(&p);
	rc = put_left(&p, person);
	if (rc == OK)
		rc = put_notice(&p, person);
	put_who(&p, person);
	if (rc == OK)
		*ret = p.view;
	return session_store(s, rc);
}
