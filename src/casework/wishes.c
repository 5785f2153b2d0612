#include "casework/wishes.h"

#include "act.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/people.h"
#include "store/wishes.h"

static enum status set_text(struct session *s, const struct wishes *x, struct arena *a,
                            const char **ret)
{
	struct account by = { .name = "" };
	enum status rc = OK;

	*ret = "";
	if (x->set_on == DAY_NONE)
		return OK;
	if (x->set_by.n != 0)
		rc = account_get(s->store, x->set_by, a, &by);
	*ret = arena_printf(a, _("written down %s, %s"), day_plain(x->set_on, s->today, a),
	                    by.name);
	return session_store(s, rc);
}

enum status casework_wishes(struct session *s, struct person_id person, struct arena *a,
                            struct wishes_view *ret)
{
	struct wishes_view v = { .set = "" };
	enum status rc = act_read(s, OP_SEE_WISHES, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &v.strip);
	if (rc == OK)
		rc = session_store(s, wishes_get(s->store, person, a, &v.wishes));
	if (rc == OK)
		rc = set_text(s, &v.wishes, a, &v.set);
	if (rc == OK)
		*ret = v;
	return rc;
}

static enum status check(struct session *s, const struct wishes *x, struct arena *a)
{
	struct problems problems = { 0 };
	struct values values = { 0 };
	struct wishes again = *x;

	wishes_to_values(x, a, &values);
	wishes_from_values(&values, a, &problems, &again);
	return problems_stop(&problems) ? session_fail(s, E_INVALID, "%s", problems.at[0].text)
	                                : OK;
}

enum status casework_set_wishes(struct session *s, const struct wishes *x)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct wishes new = *x;
	struct person p;
	enum status rc = casework_may_about(s, OP_SET_WISHES, x->person);

	if (rc == OK)
		rc = check(s, x, &a);
	if (rc == OK)
		rc = session_store(s, person_get(s->store, x->person, &a, &p));
	if (rc != OK)
		goto done;
	new.set_on = s->today;
	new.set_by = s->account.id;
	rc = act_begin(s, OP_SET_WISHES, &c, x->person,
	               arena_printf(&a, _("wishes of %s"), act_name(&p, &a)));
	if (rc == OK)
		rc = wishes_put(&c, &new);
	rc = act_end(s, &c, rc);
done:
	arena_reset(&a);
	return rc;
}
