#include "casework/checks.h"

#include "act.h"
#include "edited_in.h"
#include "reminders_of.h"
#include "rhythm.h"
#include "trouble_in.h"

#include "base/words.h"
#include "store/derive.h"
#include "store/reminders.h"
#include "store/service_checks.h"
#include "store/service_search.h"
#include "store/services.h"

/* What somebody found out about one entry, and the change it is put on record in. */
struct checking {
	struct session *s;
	struct change *c;
	struct arena *a;
	const struct check_answer *x;
	struct service service;
	struct service_use use;
	struct check_done done;
};

static bool found_out(const struct checking *w)
{
	return w->x->result != CHECK_NOT_REACHED;
}

/* Asked for, in words, what is missing. */
static enum status check_answer_check(struct session *s, const struct check_answer *x)
{
	if (x->result != CHECK_NOT_REACHED && x->how == CHECK_WAY_NONE)
		return session_fail(s, E_INVALID, _("Say how it was checked."));
	if (x->result == CHECK_DO_NOT_LIST && text_empty(x->words))
		return session_fail(s, E_INVALID,
		                    _("Say why it is not to be listed, in a few words."));
	if (x->result == CHECK_DO_NOT_LIST && trouble_only_proposes(s))
		return session_fail(s, E_DENIED,
		                    _("What is listed is for the staff to say: e and 5 tell them. "
		                      "Nothing was changed."));
	if (x->next_on != DAY_NONE && x->next_on <= s->today)
		return session_fail(s, E_INVALID, _("The next check is on a day to come."));
	if (x->opens != DAY_NONE && x->opens <= s->today)
		return session_fail(s, E_INVALID, _("It opens again on a day to come."));
	return OK;
}

static enum status read_service(struct checking *w)
{
	struct session *s = w->s;
	enum status rc = service_get(s->store, w->x->service, w->a, &w->service);

	if (rc == OK)
		rc = service_use_get(s->store, w->x->service, &w->use);
	if (rc != OK)
		return session_store(s, rc);
	if (w->x->ver != 0 && w->x->ver != w->service.ver)
		return session_fail(s, E_CONFLICT,
		                    _("Somebody else changed %s meanwhile. Look once more; "
		                      "nothing was saved."),
		                    w->service.name);
	return OK;
}

/* The summary in the entry's own row: only a check writes it. */
static void sign(struct checking *w)
{
	struct service *x = &w->service;

	if (!found_out(w)) {
		x->check_tries++;
		return;
	}
	x->last_checked = w->s->today;
	x->checked_how = w->x->how;
	x->checked_by = w->s->account.id;
	x->check_tries = 0;
	if (w->x->how == CHECKED_PHONED || w->x->how == CHECKED_VISITED ||
	    w->x->result == CHECK_CHANGED)
		x->ring_first = false;
	if (w->x->result == CHECK_AS_IT_SAYS || w->x->result == CHECK_CHANGED)
		x->alert = "";
	x->do_not_list = w->x->result == CHECK_DO_NOT_LIST;
}

static enum status set_next(struct checking *w)
{
	const struct check_every how = check_rhythm(w->s);
	struct service *x = &w->service;
	enum status rc = OK;

	x->next_check = w->x->next_on;
	if (!service_checkable(x) || (w->x->result == CHECK_CLOSED && w->x->opens == DAY_NONE))
		x->next_check = DAY_NONE;
	else if (x->next_check == DAY_NONE && !found_out(w))
		x->next_check = service_next_try(x->check_tries, w->s->minute, &how).on;
	else if (x->next_check == DAY_NONE)
		rc = next_check_of(w->s, x, &w->use, &x->next_check);
	w->done.next_on = x->next_check;
	w->done.tries = x->check_tries;
	return rc;
}

static enum status put_service(struct checking *w)
{
	const struct service_trouble t = {
		.service = w->x->service,
		.kind = w->x->opens == DAY_NONE ? TROUBLE_CLOSED : TROUBLE_CLOSED_UNTIL,
		.until = w->x->opens,
		.words = "",
	};
	enum status rc;

	if (w->x->result == CHECK_CLOSED) {
		rc = service_trouble_in(w->s, w->c, &w->service, &t, &w->done.told);
		w->done.next_on = w->service.next_check;
		return rc;
	}
	rc = service_update(w->c, &w->service);
	return rc == OK ? derive_service(w->c, w->service.id) : rc;
}

static enum status add_check(struct checking *w)
{
	struct service_check x = service_check_blank;
	struct service_check_id id;

	x.service = w->x->service;
	x.on_day = w->s->today;
	x.at_minute = w->s->minute;
	x.how = w->x->how;
	x.result = w->x->result;
	x.words = w->x->words ? w->x->words : "";
	x.next_on = w->done.next_on;
	x.by_account = w->s->account.id;
	return service_check_add(w->c, &x, &id);
}

/* What asked for it to be checked has its answer. */
static enum status answer_reminders(struct checking *w)
{
	struct reminder_list list = { 0 };
	enum status rc = reminders_open_of_service(w->c->st, w->x->service, REMINDER_SERVICE_CHECK,
	                                           NULL, w->a, &list);

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		rc = reminder_done_in(w->s, w->c, &list.at[i],
		                      arena_printf(w->a, _("checked: %s"),
		                                   words_label(&check_results, (int)w->x->result)));
	}
	return rc;
}

static enum status check_in(struct checking *w)
{
	enum status rc;

	sign(w);
	rc = set_next(w);
	if (rc == OK)
		rc = put_service(w);
	if (rc == OK)
		rc = add_check(w);
	return rc == OK && found_out(w) ? answer_reminders(w) : rc;
}

static enum status check(struct session *s, enum op op, const struct check_answer *x,
                         struct check_done *ret)
{
	struct arena a = { 0 };
	struct change c;
	struct checking w = { .s = s, .c = &c, .a = &a, .x = x };
	enum status rc = check_answer_check(s, x);

	if (rc == OK)
		rc = read_service(&w);
	if (rc != OK)
		goto done;
	rc = act_begin(s, op, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("%s checked: %s"), w.service.name,
	                            words_label(&check_results, (int)x->result)));
	if (rc == OK)
		rc = check_in(&w);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = w.done;
done:
	arena_reset(&a);
	return rc;
}

enum status casework_check_service(struct session *s, const struct check_answer *x,
                                   struct check_done *ret)
{
	return check(s, OP_CHANGE_SERVICE, x, ret);
}

enum status casework_service_checked(struct session *s, struct service_id id, enum check_way how)
{
	const struct check_answer x = { .service = id,
		                        .result = CHECK_AS_IT_SAYS,
		                        .how = how,
		                        .words = "",
		                        .next_on = DAY_NONE,
		                        .opens = DAY_NONE };
	struct check_done done;

	return check(s, OP_CHANGE_SERVICE, &x, &done);
}

/* ---- edited ---- */

static const struct check_answer changed = {
	.result = CHECK_CHANGED, .words = "", .next_on = DAY_NONE, .opens = DAY_NONE
};

/* How it was checked when it was written: only what its form says now. */
static bool says_checked(const struct session *s, const struct service *x,
                         const struct service *was)
{
	return x->last_checked == s->today && x->checked_how != CHECK_WAY_NONE &&
	       (was->last_checked != s->today || was->checked_how != x->checked_how);
}

static void keep_summary(struct service *x, const struct service *was)
{
	x->last_checked = was->last_checked;
	x->checked_how = was->checked_how;
	x->checked_by = was->checked_by;
	x->next_check = was->next_check;
	x->check_tries = was->check_tries;
}

enum status service_edited_in(struct session *s, struct change *c, struct service *x)
{
	struct arena a = { 0 };
	struct service was = service_blank;
	struct check_answer answer = changed;
	struct checking w = { .s = s, .c = c, .a = &a, .x = &answer };
	enum status rc = x->id.n != 0 ? service_get(c->st, x->id, &a, &was) : OK;

	if (rc == OK && x->id.n != 0)
		rc = service_use_get(c->st, x->id, &w.use);
	x->edited_on = s->today;
	if (rc == OK && !says_checked(s, x, &was)) {
		keep_summary(x, &was);
	} else if (rc == OK) {
		answer.service = x->id;
		answer.how = x->checked_how;
		w.service = *x;
		sign(&w);
		rc = set_next(&w);
		*x = w.service;
		if (rc == OK && x->id.n != 0)
			rc = service_added_in(s, c, x);
	}
	arena_reset(&a);
	return rc;
}

enum status service_added_in(struct session *s, struct change *c, const struct service *x)
{
	struct arena a = { 0 };
	struct check_answer answer = changed;
	struct checking w = { .s = s, .c = c, .a = &a, .x = &answer, .service = *x };
	enum status rc = OK;

	answer.service = x->id;
	answer.how = x->checked_how;
	w.done.next_on = x->next_check;
	if (x->last_checked == s->today && x->checked_how != CHECK_WAY_NONE) {
		rc = add_check(&w);
		if (rc == OK)
			rc = answer_reminders(&w);
	}
	arena_reset(&a);
	return rc;
}
