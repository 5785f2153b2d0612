#include "planned.h"

#include "base/words.h"
#include "store/accounts.h"
#include "store/reminders.h"
#include "store/services.h"
#include "store/signposts.h"

bool action_kind_has_day(enum action_kind kind)
{
	return kind == ACTION_PERSON_DOES || kind == ACTION_WORKER_DOES ||
	       kind == ACTION_BENEFIT_OR_GRANT || kind == ACTION_CLINICAL_TEAM;
}

bool action_kind_is_service(enum action_kind kind)
{
	return kind == ACTION_SIGNPOST || kind == ACTION_REFER;
}

/* "Citizens Advice, referred · check Mon 30 Nov", "Citizens Advice, told: being helped". */
static enum status service_text(struct session *s, const struct action *x, struct arena *a,
                                const char **ret)
{
	struct signpost g;
	struct service v;
	struct reminder_list reminders;
	const char *how;
	enum status rc = signpost_get(s->store, x->signpost, a, &g);

	if (rc == OK)
		rc = service_get(s->store, g.service, a, &v);
	if (rc == OK)
		rc = reminders_of_signpost(s->store, x->signpost, a, &reminders);
	if (rc != OK)
		return rc;
	how = g.kind == SIGNPOST_REFERRED ? _("referred") : _("told");
	*ret = arena_printf(a, "%s, %s", v.name, how);
	if (g.status != SIGNPOST_GIVEN && g.status != SIGNPOST_SENT)
		*ret = arena_printf(a, "%s: %s", *ret,
		                    words_label(&signpost_statuses, (int)g.status));
	for (size_t i = 0; i < reminders.n; i++)
		if (reminders.at[i].state == REMINDER_OPEN) {
			*ret = arena_printf(a, _("%s · check %s"), *ret,
			                    day_short(reminders.at[i].due_on, s->today, a));
			break;
		}
	return OK;
}

static enum status worker_text(struct session *s, const struct action *x, struct arena *a,
                               const char **ret)
{
	struct account who;
	enum status rc;

	if (x->worker.n == 0 || x->worker.n == s->account.id.n) {
		*ret = arena_printf(a, _("I will %s"), x->what);
		return OK;
	}
	rc = account_get(s->store, x->worker, a, &who);
	if (rc == OK)
		*ret = arena_printf(a, _("%s will %s"), who.name, x->what);
	return rc;
}

/* What is said once: "Information given today", "Talked about …". */
static const char *noted_text(const struct session *s, const struct action *x, struct arena *a)
{
	if (x->kind != ACTION_INFORMATION)
		return x->what;
	return x->made_on == s->today
	               ? arena_printf(a, _("%s today"), x->what)
	               : arena_printf(a, "%s %s", x->what, day_short(x->made_on, s->today, a));
}

static const char *with_end(const struct session *s, const struct action *x, const char *text,
                            struct arena *a)
{
	if (x->status == ACTION_COMPLETED && x->kind != ACTION_INFORMATION)
		return arena_printf(a, _("%s · done"), text);
	if (action_open(x->status) && action_kind_has_day(x->kind) && x->due_on != DAY_NONE)
		return arena_printf(a, _("%s · by %s"), text, day_short(x->due_on, s->today, a));
	return text;
}

enum status action_text(struct session *s, const struct action *x, const char *first_name,
                        struct arena *a, const char **ret)
{
	const char *text = x->what;
	enum status rc = OK;

	switch (x->kind) {
	case ACTION_SIGNPOST:
	case ACTION_REFER:
		if (x->signpost.n != 0)
			rc = service_text(s, x, a, &text);
		break;
	case ACTION_PERSON_DOES:
		text = arena_printf(a, _("%s will %s"), first_name, x->what);
		break;
	case ACTION_WORKER_DOES:
		rc = worker_text(s, x, a, &text);
		break;
	case ACTION_INFORMATION:
	case ACTION_LATER:
	case ACTION_NOTHING_WANTED:
		text = noted_text(s, x, a);
		break;
	case ACTION_CLINICAL_TEAM:
	case ACTION_BENEFIT_OR_GRANT:
	case ACTION_KIND_NONE:
		break;
	}
	if (rc == OK)
		*ret = with_end(s, x, text, a);
	return rc;
}
