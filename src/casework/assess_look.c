#include "assessed.h"

#include "act.h"

#include "base/clock.h"
#include "base/words.h"
#include "model/concerns.h"
#include "store/accounts.h"
#include "store/assessments.h"
#include "store/people.h"

/* A colleague's that was ended after ours was begun: both are kept, and the second is told. */
static void look_for_meanwhile(struct session *s, const struct new_assessment *n,
                               const struct assessment_list *others, struct arena *a,
                               struct assess_doubt_list *ret)
{
	for (size_t i = 0; i < others->n; i++) {
		const struct assessment *x = &others->at[i];
		struct account by;

		if (x->id.n <= n->newest.n || x->by_account.n == s->account.id.n ||
		    x->status == ASSESSMENT_BEGUN ||
		    account_get(s->store, x->by_account, a, &by) != OK)
			continue;
		assess_doubt_add(ret, a, DOUBT_MEANWHILE,
		                 arena_printf(a, _("%s ended one meanwhile, %s. Both are kept."),
		                              by.name, day_short(x->on_day, s->today, a)));
	}
}

enum status casework_assessment_doubts(struct session *s, const struct new_assessment *n,
                                       struct arena *a, struct assess_doubt_list *ret)
{
	struct assess_facts f = {
		.x = &n->header, .concerns = n->concerns, .nothings = n->nothings, .today = s->today
	};
	struct assess_doubt_list list = { 0 };
	struct person p;
	enum status rc = casework_may_about(s, OP_ASSESS, n->header.person);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, n->header.person, a, &p));
	if (rc == OK)
		rc = session_store(s,
		                   assessments_of_person(s->store, n->header.person, a, &f.others));
	if (rc != OK)
		return rc;
	f.person = &p;
	assess_doubts(&f, a, &list);
	if (n->header.id.n == 0)
		look_for_meanwhile(s, n, &f.others, a, &list);
	*ret = list;
	return OK;
}

enum status casework_assessment_changes(struct session *s, struct assessment_id id, struct arena *a,
                                        struct assess_change_list *ret)
{
	const struct concern_set *set = NULL;
	struct assessment x, before;
	struct assess_said now, was;
	enum status rc = casework_may(s, OP_OPEN_PERSON);

	if (rc == OK)
		rc = session_store(s, assessment_get(s->store, id, a, &x));
	if (rc == OK)
		rc = casework_may_about(s, OP_OPEN_PERSON, x.person);
	if (rc == OK && x.previous.n == 0) {
		*ret = (struct assess_change_list){ 0 };
		return OK;
	}
	if (rc == OK)
		rc = session_store(s, assessment_get(s->store, x.previous, a, &before));
	if (rc == OK)
		rc = session_concerns(s, x.list, &set);
	if (rc == OK)
		rc = assessed_said(s, &before, a, &was);
	if (rc == OK)
		rc = assessed_said(s, &x, a, &now);
	if (rc == OK)
		assess_compare(set, &was, &now, a, ret);
	return rc;
}
