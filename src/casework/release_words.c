#include "release_words.h"

#include "planned.h"

#include "base/text.h"
#include "base/words.h"
#include "model/concerns.h"
#include "model/phone.h"
#include "store/accounts.h"
#include "store/referrals.h"
#include "store/services.h"
#include "store/settings.h"
#include "store/signposts.h"

#include <string.h>

static const char *first_name(const char *name, struct arena *a)
{
	struct str rest = str_of(name), first;

	return str_cut(&rest, ' ', &first) ? arena_str(a, first) : name;
}

static enum status read_who(struct session *s, struct account_id id, struct arena *a,
                            const char **ret)
{
	struct account who = s->account;
	enum status rc = id.n == 0 ? OK : account_get(s->store, id, a, &who);

	if (rc == OK)
		*ret = first_name(who.name, a);
	return rc;
}

/* Whose they are: the worker of their time with us, else whoever hands it out. */
static enum status read_worker(struct session *s, struct arena *a, struct release_from *from)
{
	struct referral r = referral_blank;
	enum status rc = referral_current(s->store, from->person.id, a, &r);

	if (rc == OK || rc == E_NOT_FOUND)
		rc = read_who(s, r.worker, a, &from->worker);
	return rc;
}

static enum status read_service(struct session *s, const struct action *x, struct arena *a,
                                struct release_service *ret)
{
	struct signpost g;
	struct service v;
	enum status rc;

	if (!action_kind_is_service(x->kind) || x->signpost.n == 0)
		return read_who(s, x->worker, a, &ret->who);
	rc = signpost_get(s->store, x->signpost, a, &g);
	if (rc == OK)
		rc = service_get(s->store, g.service, a, &v);
	if (rc == OK)
		*ret = (struct release_service){ "", v.name, phone_shown(v.phone, a),
			                         g.kind == SIGNPOST_REFERRED, true };
	return rc;
}

enum status release_words_read(struct session *s, struct arena *a, struct release_from *from)
{
	struct setting phone = { .value = "" }, hours = { .value = "" };
	enum status rc = setting_get(s->store, "service_phone", "", a, &phone);

	if (rc == OK)
		rc = setting_get(s->store, "service_hours", "", a, &hours);
	if (rc == OK)
		rc = safety_lines(s->service.nation, a, &from->safety);
	if (rc == E_NOT_FOUND)
		rc = OK;
	from->services = ARENA_ARRAY(a, from->actions.n, struct release_service);
	for (size_t i = 0; rc == OK && i < from->actions.n; i++)
		rc = read_service(s, &from->actions.at[i], a, &from->services[i]);
	if (rc == OK)
		rc = read_worker(s, a, from);
	if (rc != OK)
		return rc;
	from->service = s->service.name;
	from->service_phone = phone.value;
	from->service_hours = hours.value;
	from->today = s->today;
	return OK;
}

/* Words that say what somebody has, also in the name of a service: care rule 12. */
static bool names_illness(const char *text)
{
	static const char *const telling[] = { "cancer",    "tumour",     "oncolog", "chemo",
		                               "radiother", "macmillan",  "maggie",  "hospice",
		                               "palliativ", "marie curie" };
	struct arena a = { 0 };
	const char *folded = text_fold(str_of(text), &a);
	bool found = false;

	for (size_t i = 0; i < COUNT_OF(telling); i++)
		found |= strstr(folded, telling[i]) != NULL;
	arena_reset(&a);
	return found;
}

/* What may be said on paper: somebody who may not know what they have does not read it there. */
static bool may_say(const struct release_from *from, const char *text)
{
	return from->person.knows_cancer == KNOWS_YES || !names_illness(text);
}

static void put(struct plan_document *d, struct arena *a, enum plan_part part, const char *text,
                bool guarded)
{
	struct {
		size_t n;
		struct plan_sentence *at;
	} list = { d->n, d->at };

	*ARENA_PUSH(a, &list) = (struct plan_sentence){ part, text, !guarded, guarded };
	d->n = list.n;
	d->at = list.at;
}

/* Feelings, family, safety and wishes begin off the page; so does what was marked. */
static bool is_guarded(const struct action *x)
{
	static const char *const kept_back[] = { "emotional.", "family.", "info.wishes" };

	for (size_t i = 0; i < COUNT_OF(kept_back); i++)
		if (str_starts(str_of(x->concern), kept_back[i]))
			return true;
	return !x->on_paper;
}

/* "ring her accountant" as one says it to her: "ring your accountant". */
static const char *to_you(const char *what, struct arena *a)
{
	struct str rest = str_of(what), word;
	const char *text = "";

	while (str_cut(&rest, ' ', &word)) {
		bool theirs = str_is(word, "her") || str_is(word, "his") || str_is(word, "their");

		text = arena_printf(a, "%s%s%s", text, text_empty(text) ? "" : " ",
		                    theirs ? "your" : arena_str(a, word));
	}
	return text;
}

static const char *lower_first(const char *text, struct arena *a)
{
	char *out = arena_strdup(a, text);
	bool word = out[0] >= 'A' && out[0] <= 'Z' && !(out[1] >= 'A' && out[1] <= 'Z') &&
	            out[1] != ' ';

	if (word)
		out[0] = (char)(out[0] - 'A' + 'a');
	return out;
}

static const char *by(const struct release_from *from, day on, struct arena *a)
{
	return on == DAY_NONE ? "" : arena_printf(a, _(" by %s"), day_short(on, from->today, a));
}

static const char *service_sentence(const struct release_from *from, const struct action *x,
                                    const struct release_service *v, struct arena *a)
{
	const char *phone =
		text_empty(v->phone) ? "" : arena_printf(a, _(" Their number is %s."), v->phone);

	if (v->referred)
		return arena_printf(a, _("%s will ring you%s.%s If they have not, ring %s."),
		                    v->name, by(from, x->due_on, a), phone, from->worker);
	return arena_printf(a, _("You can ask %s for help.%s %s will ask how it went%s."), v->name,
	                    phone, from->worker, by(from, x->due_on, a));
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
		                    lower_first(concern_label(x->concern, a), a));
	case ACTION_PERSON_DOES:
		return arena_printf(a, _("You will %s%s."), to_you(x->what, a),
		                    by(from, x->due_on, a));
	case ACTION_WORKER_DOES:
		return arena_printf(a, _("%s will %s%s."), who, to_you(x->what, a),
		                    by(from, x->due_on, a));
	case ACTION_CLINICAL_TEAM:
	case ACTION_BENEFIT_OR_GRANT:
		return arena_printf(a, _("%s will do this%s: %s."), who, by(from, x->due_on, a),
		                    lower_first(to_you(x->what, a), a));
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
		return arena_printf(a, _("Somebody will ring you%s. If not, ring %s."),
		                    by(from, x->due_on, a), from->worker);
	if (x->owner == OWNER_WORKER && action_kind_has_day(x->kind))
		return arena_printf(a, _("%s will ring you%s."), from->services[i].who,
		                    by(from, x->due_on, a));
	return NULL;
}

static bool was_said(const struct plan_document *d, const char *text)
{
	for (size_t i = 0; i < d->n; i++)
		if (text_equal(d->at[i].text, text))
			return true;
	return false;
}

static void put_next(const struct release_from *from, struct plan_document *d, struct arena *a)
{
	bool later = false;

	for (size_t i = 0; i < from->actions.n; i++) {
		const struct action *x = &from->actions.at[i];
		const char *text;

		later |= x->kind == ACTION_LATER;
		if (!action_open(x->status) && x->kind != ACTION_INFORMATION)
			continue;
		text = d->brief ? brief_sentence(from, i, a) : action_sentence(from, i, a);
		if (text && !may_say(from, text))
			text = brief_sentence(from, i, a);
		if (text && !was_said(d, text))
			put(d, a, PLAN_NEXT, text, is_guarded(x));
	}
	if (from->plan.review_on == DAY_NONE)
		return;
	put(d, a, PLAN_NEXT,
	    arena_printf(a,
	                 d->brief ? _("%s will ring you on %s.")
	                 : later  ? _("%s will go over it with you on %s. Then we talk about "
	                               "the rest.")
	                          : _("%s will go over it with you on %s."),
	                 from->worker, day_short(from->plan.review_on, from->today, a)),
	    false);
}

static const struct safety_number *number_of(const struct release_from *from, const char *kind)
{
	for (size_t i = 0; i < from->safety.numbers; i++)
		if (strcmp(from->safety.number[i].kind, kind) == 0 &&
		    !text_empty(from->safety.number[i].number))
			return &from->safety.number[i];
	return NULL;
}

static void put_number(const struct release_from *from, struct plan_document *d, struct arena *a,
                       const char *kind, const char *lead)
{
	const struct safety_number *n = number_of(from, kind);

	if (!n)
		return;
	put(d, a, PLAN_RING,
	    strstr(n->name, n->number) ? arena_printf(a, "%s: %s.", lead, n->name)
	                               : arena_printf(a, "%s: %s, %s.", lead, n->name, n->number),
	    false);
}

static void put_ring(const struct release_from *from, struct plan_document *d, struct arena *a)
{
	const char *hours =
		text_empty(from->service_hours) ? "" : arena_printf(a, ", %s", from->service_hours);

	put(d, a, PLAN_RING,
	    text_empty(from->service_phone)
	            ? arena_printf(a, _("By day: ring %s%s."), from->worker, hours)
	            : arena_printf(a, _("By day: %s, %s%s."), from->worker, from->service_phone,
	                           hours),
	    false);
	if (!d->brief && !text_empty(from->person.alert_phone)) {
		const char *phone = phone_shown(from->person.alert_phone, a);

		put(d, a, PLAN_RING,
		    from->person.knows_cancer == KNOWS_YES
		            ? arena_printf(a,
		                           _("Ill from treatment, day or night: %s, from your "
		                             "alert card."),
		                           phone)
		            : arena_printf(a, _("Ill, day or night: %s."), phone),
		    false);
	}
	put_number(from, d, a, "urgent-health", _("Ill at night"));
	put_number(from, d, a, "suicide-listening", _("To talk, at any hour"));
}

static void put_worse(const struct release_from *from, struct plan_document *d, struct arena *a)
{
	const struct safety_number *n = number_of(from, "emergency");

	for (size_t i = 0; !d->brief && i < from->worse.n; i++) {
		const char *text = contingency_text(&from->worse.at[i], a);

		if (may_say(from, text))
			put(d, a, PLAN_WORSE, text, !from->worse.at[i].on_paper);
	}
	if (!d->brief && from->person.stage == STAGE_IN_TREATMENT)
		put(d, a, PLAN_WORSE,
		    _("Hot or shivery, or bleeding? Ring the number on your alert card now."),
		    false);
	if (n)
		put(d, a, PLAN_WORSE, arena_printf(a, _("In danger now? Ring %s."), n->number),
		    false);
}

void release_words_put(const struct release_from *from, struct plan_document *d, struct arena *a)
{
	if (!d->brief && !text_empty(from->person.matters) && may_say(from, from->person.matters))
		put(d, a, PLAN_MATTERS, arena_printf(a, "“%s”", from->person.matters), false);
	put_next(from, d, a);
	put_ring(from, d, a);
	put_worse(from, d, a);
	if (!d->brief) {
		put(d, a, PLAN_COPIES,
		    !text_empty(from->copies) && may_say(from, from->copies)
		            ? arena_printf(a, _("You have this one, and we keep one. So has: %s."),
		                           from->copies)
		    : from->assessment.agreed_share == SAID_YES
		            ? _("You have this one, and we keep one. We ask before we share it.")
		            : _("You have this one, and we keep one. Nobody else has it."),
		    false);
	}
	put(d, a, PLAN_CHANGED, arena_printf(a, _("Tell %s."), from->worker), false);
}
