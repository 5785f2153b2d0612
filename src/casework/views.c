#include "casework/views.h"

#include "act.h"

#include "base/text.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/saved_views.h"

static enum status show(struct session *s, const struct saved_view *x, struct arena *a,
                        struct view_shown *ret)
{
	struct view_shown v = { .view = *x, .everybody = x->account.n == 0 };
	struct account worker;
	enum status rc = OK;

	case_filter_read(x->body, a, &v.filter, &v.fault);
	v.words = case_filter_words(&v.filter, a);
	if (*v.filter.worker) {
		rc = account_by_login(s->store, v.filter.worker, a, &worker);
		if (rc == OK)
			v.worker = worker.id;
		else if (rc == E_NOT_FOUND)
			v.fault = arena_printf(a,
			                       _("Nobody here signs in as %s: everybody's are "
			                         "shown."),
			                       text_safe(str_of(v.filter.worker), a));
	}
	if (rc != OK && rc != E_NOT_FOUND)
		return session_store(s, rc);
	*ret = v;
	return OK;
}

enum status casework_views(struct session *s, struct arena *a, struct views *ret)
{
	struct saved_view_list list = { 0 };
	struct views views = { 0 };
	enum status rc = casework_may(s, OP_SEE_CASELOAD);

	if (rc == OK)
		rc = session_store(s, saved_views_for(s->store, s->account.id, a, &list));
	for (size_t i = 0; rc == OK && i < list.n; i++)
		rc = show(s, &list.at[i], a, ARENA_PUSH(a, &views));
	if (rc == OK)
		*ret = views;
	return rc;
}

static enum status coordinators(struct session *s)
{
	if (s->account.roles & ROLE_COORDINATOR)
		return OK;
	return session_fail(s, E_DENIED,
	                    _("A view for everybody is a coordinator's to keep. Keep it as your "
	                      "own."));
}

static size_t letters(const char *text)
{
	struct str rest = str_of(text);
	size_t n = 0, len;

	for (; rest.n > 0; rest.at += len, rest.n -= len, n++)
		text_decode(rest, &len);
	return n;
}

static enum status check(struct session *s, const struct new_view *x, struct arena *a)
{
	struct saved_view_list list = { 0 };
	const char *name = arena_str(a, str_trim(str_of(x->name)));
	enum status rc;

	if (!*name)
		return session_fail(s, E_INVALID, _("A view needs a name."));
	if (letters(name) > VIEW_NAME_MOST)
		return session_fail(s, E_INVALID, _("A name has at most %d letters."),
		                    VIEW_NAME_MOST);
	rc = x->everybody ? coordinators(s) : OK;
	if (rc == OK)
		rc = session_store(s, saved_views_for(s->store, s->account.id, a, &list));
	for (size_t i = 0; rc == OK && i < list.n; i++)
		if (list.at[i].id.n != x->id.n &&
		    text_equal(text_fold(str_of(list.at[i].name), a), text_fold(str_of(name), a)))
			return session_fail(s, E_INVALID, _("There is a view of that name: %s."),
			                    list.at[i].name);
	return rc;
}

/* What was everybody's, and what is another's own, is not for anybody to change. */
static enum status find(struct session *s, struct saved_view_id id, struct arena *a,
                        struct saved_view *ret)
{
	struct saved_view x;
	enum status rc = saved_view_get(s->store, id, a, &x);

	if (rc == E_NOT_FOUND || (rc == OK && x.account.n != 0 && x.account.n != s->account.id.n))
		return session_fail(s, E_NOT_FOUND, _("That view is not there any more."));
	if (rc != OK)
		return session_store(s, rc);
	if (x.account.n == 0)
		rc = coordinators(s);
	if (rc == OK)
		*ret = x;
	return rc;
}

enum status casework_save_view(struct session *s, const struct new_view *in,
                               struct saved_view_id *ret)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct saved_view x = saved_view_blank;
	enum status rc = casework_may(s, OP_SAVE_VIEW);

	if (rc == OK)
		rc = check(s, in, &a);
	if (rc == OK && in->id.n != 0)
		rc = find(s, in->id, &a, &x);
	if (rc != OK)
		goto done;
	x.account.n = in->everybody ? 0 : s->account.id.n;
	x.name = arena_str(&a, str_trim(str_of(in->name)));
	x.body = case_filter_write(&in->filter, &a);
	if (in->id.n != 0)
		x.ver = in->ver;
	rc = act_begin(s, OP_SAVE_VIEW, &c, (struct person_id){ 0 },
	               arena_printf(&a, _("the view “%s”"), x.name));
	if (rc == OK && in->id.n == 0)
		rc = session_store(s, saved_view_add(&c, &x, &x.id));
	else if (rc == OK)
		rc = session_store(s, saved_view_update(&c, &x));
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*ret = x.id;
done:
	arena_reset(&a);
	return rc;
}

enum status casework_delete_view(struct session *s, struct saved_view_id id)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct saved_view x = { .name = "" };
	enum status rc = casework_may(s, OP_SAVE_VIEW);

	if (rc == OK)
		rc = find(s, id, &a, &x);
	if (rc == OK) {
		rc = act_begin(s, OP_SAVE_VIEW, &c, (struct person_id){ 0 },
		               arena_printf(&a, _("the view “%s” deleted"), x.name));
		if (rc == OK)
			rc = session_store(s, saved_view_delete(&c, id));
		rc = act_end(s, &c, rc);
	}
	arena_reset(&a);
	return rc;
}
