#include "casework/settings.h"

#include "accounts_keys.h"
#include "act.h"
#include "rules_read.h"
#include "settings_read.h"

#include "base/text.h"
#include "base/words.h"
#include "model/setting_form.h"
#include "store/accounts.h"
#include "store/settings.h"

/* The account that has the name of whoever answers for safety, so that it reaches their Today. */
static void find_safety_account(const struct account_list *accounts, struct safety_person *p)
{
	struct arena a = { 0 };
	const char *name = text_fold(str_of(p->name), &a);

	for (size_t i = 0; i < accounts->n; i++)
		if (text_equal(text_fold(str_of(accounts->at[i].name), &a), name))
			p->account = accounts->at[i].id;
	arena_reset(&a);
}

static enum status read_text(struct session *s, const char *name, const char *fallback,
                             const char **ret)
{
	struct setting setting;
	enum status rc = setting_get(s->store, name, fallback, &s->arena, &setting);

	if (rc == OK)
		*ret = setting.value;
	return rc;
}

static enum status read_safety(struct session *s)
{
	struct service_settings *v = &s->service;
	struct account_list accounts;
	enum status rc = accounts_all(s->store, &s->arena, &accounts);

	if (rc == OK)
		rc = read_text(s, "safety_lead", "", &v->lead.name);
	if (rc == OK)
		rc = read_text(s, "safety_lead_phone", "", &v->lead.phone);
	if (rc == OK)
		rc = read_text(s, "safety_deputy", "", &v->deputy.name);
	if (rc == OK)
		rc = read_text(s, "safety_deputy_phone", "", &v->deputy.phone);
	if (rc != OK)
		return rc;
	find_safety_account(&accounts, &v->lead);
	find_safety_account(&accounts, &v->deputy);
	return OK;
}

/* A known setting, its default where it was never set. */
static enum status read_known(struct session *s, const char *name, const char **ret)
{
	return read_text(s, name, setting_rule(name)->fallback, ret);
}

static enum status read_counts(struct session *s)
{
	struct service_settings *v = &s->service;
	const struct {
		const char *name;
		int *at;
	} counts[] = {
		{ "idle_staff", &v->idle_staff },
		{ "idle_shared", &v->idle_shared },
		{ "idle_talk_staff", &v->idle_talk_staff },
		{ "idle_talk_shared", &v->idle_talk_shared },
		{ "pin_minutes", &v->pin_minutes },
		{ "first_contact_days", &v->first_contact_days },
		{ "quiet_days", &v->quiet_days },
		{ "day_full", &v->day_full },
		{ "check_back_days", &v->check_back_days },
		{ "check_every_weeks", &v->check_every_weeks },
	};
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < COUNT_OF(counts); i++) {
		const char *text;

		rc = read_known(s, counts[i].name, &text);
		if (rc == OK)
			*counts[i].at = setting_count(setting_rule(counts[i].name), text);
	}
	return rc;
}

static enum status read_lists(struct session *s)
{
	struct list_choice *x = &s->service.lists;
	enum status rc = read_known(s, "list_people", &x->people);

	if (rc == OK)
		rc = read_known(s, "list_carers", &x->carers);
	if (rc == OK)
		rc = read_known(s, "measures", &x->measures);
	return rc;
}

static enum status read_ways(struct session *s)
{
	struct service_settings *v = &s->service;
	const char *shared = "", *team = "", *desk = "", *nameless = "", *sign_in = "", *role = "";
	enum status rc = read_known(s, "shared", &shared);

	if (rc == OK)
		rc = read_known(s, "sign_in", &sign_in);
	if (rc == OK)
		rc = read_known(s, "staff_role", &role);
	if (rc == OK)
		rc = read_known(s, "team", &team);
	if (rc == OK)
		rc = read_known(s, "desk_mode", &desk);
	if (rc == OK)
		rc = read_known(s, "desk_without_name", &nameless);
	if (rc != OK)
		return rc;
	v->shared = text_equal(shared, "yes");
	v->staff_role = (enum staff_role)words_find(&staff_roles, str_of(role));
	v->sign_in_typed = text_equal(sign_in, "typed");
	v->team = text_equal(team, "open")     ? TEAM_OPEN
	          : text_equal(team, "closed") ? TEAM_CLOSED
	                                       : TEAM_REASON;
	v->desk_mode = text_equal(desk, "yes") || (v->shared && !text_equal(desk, "no"));
	v->desk_until = DAY_NONE;
	v->desk_without_name =
		text_equal(nameless, "yes") || day_parse_iso(str_of(nameless), &v->desk_until);
	return OK;
}

enum status session_read_settings(struct session *s)
{
	struct service_settings *v = &s->service;
	const char *nation = "";
	enum status rc = read_text(s, "service", "", &v->name);

	if (rc == OK)
		rc = read_text(s, "nation", "england", &nation);
	if (rc == OK)
		rc = read_counts(s);
	if (rc == OK)
		rc = read_ways(s);
	if (rc == OK)
		rc = read_lists(s);
	if (rc == OK)
		rc = read_safety(s);
	if (rc != OK)
		return session_store(s, rc);
	v->nation = (enum nation)words_find(&nations, str_of(nation));
	rc = holidays_load(v->nation, &s->arena, &s->holidays);
	if (rc != OK)
		return session_fail(s, E_DAMAGED,
		                    "The file names a nation that clew does not know: %s.", nation);
	return session_read_rules(s);
}

static enum status read_all(struct session *s, struct arena *a, struct values *ret)
{
	struct values values = { 0 };
	enum status rc = OK;

	for (const struct field *f = setting_form; rc == OK && f->name; f++) {
		struct setting setting;

		if (f->kind == FIELD_HEADING)
			continue;
		rc = setting_get(s->store, f->name, setting_rule(f->name)->fallback, a, &setting);
		if (rc == OK)
			values_set(&values, a, f->name, setting.value);
	}
	if (rc == OK)
		*ret = values;
	return rc;
}

enum status casework_settings(struct session *s, struct arena *a, struct values *ret)
{
	enum status rc = casework_may(s, OP_SEE_SETTINGS);

	return rc == OK ? session_store(s, read_all(s, a, ret)) : rc;
}

/* How a value reads: a choice by its label. */
static const char *shown(const struct field *f, const char *value)
{
	return f->words ? words_label(f->words, words_find(f->words, str_of(value))) : value;
}

/* "settings: staff 5, now 3; machines are shared no, now yes"; "" when nothing differs. */
static const char *differences(const struct values *was, const struct values *v, struct arena *a,
                               size_t *n)
{
	const char *what = "";

	*n = 0;
	for (const struct field *f = setting_form; f->name; f++) {
		const char *before = values_get(was, f->name), *now = values_get(v, f->name);

		if (f->kind == FIELD_HEADING || text_equal(before, now))
			continue;
		what = arena_printf(a, "%s%s%s %s, now %s", what, *n == 0 ? _("settings: ") : "; ",
		                    f->label, shown(f, before), shown(f, now));
		++*n;
	}
	return what;
}

/* Without blanks round it, a number without zeroes in front: what is compared and stored. */
static struct values plain(const struct values *v, struct arena *a)
{
	struct values plain = { 0 };

	for (const struct field *f = setting_form; f->name; f++) {
		const char *text = values_get(v, f->name);

		if (f->kind == FIELD_NUMBER)
			text = arena_printf(a, "%d", setting_count(setting_rule(f->name), text));
		if (f->kind != FIELD_HEADING)
			values_set(&plain, a, f->name, text);
	}
	return plain;
}

static enum status put_all(struct change *c, const struct values *was, const struct values *v)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < v->n; i++)
		if (!text_equal(v->at[i].text, values_get(was, v->at[i].name)))
			rc = setting_put(c, v->at[i].name, v->at[i].text);
	return rc;
}

/* Looked at within the change, where nobody else can be quicker. */
static enum status set_in(struct session *s, struct change *c, const struct values *read,
                          const struct values *now, struct arena *a)
{
	struct values is;
	enum status rc = read_all(s, a, &is);

	for (size_t i = 0; rc == OK && i < is.n; i++)
		if (!text_equal(is.at[i].text, values_get(read, is.at[i].name)))
			return session_fail(s, E_CONFLICT,
			                    _("Somebody else changed the settings meanwhile."));
	return rc == OK ? put_all(c, &is, now) : rc;
}

enum status casework_change_settings(struct session *s, const struct values *read,
                                     const struct values *v, struct arena *a,
                                     struct problems *problems, size_t *changed)
{
	struct change c = { 0 };
	struct values was, now;
	const char *what;
	enum status rc = casework_may(s, OP_SETTINGS);

	if (rc != OK)
		return rc;
	setting_problems(v, a, problems);
	if (problems_stop(problems))
		return session_fail(s, E_INVALID, _("Nothing was changed yet."));
	now = plain(v, a);
	rc = session_store(s, read_all(s, a, &was));
	if (rc != OK)
		return rc;
	what = differences(&was, &now, a, changed);
	if (*changed == 0)
		return OK;
	rc = act_begin(s, OP_SETTINGS, &c, (struct person_id){ 0 }, what);
	c.kind = "account";
	if (rc == OK)
		rc = set_in(s, &c, read ? read : &was, &now, a);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		rc = session_read_settings(s);
	return rc == OK ? slots_mirror(s) : rc;
}
