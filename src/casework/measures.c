#include "casework/measures.h"

#include "act.h"
#include "measuring.h"

#include "base/words.h"
#include "store/people.h"

/* All that are on offer, whether they go with every assessment or not. */
static enum status read_offered(struct session *s, struct arena *a, struct measure_pick *ret)
{
	struct list_offers offers;
	const struct measure **at;
	enum status rc = session_lists_offered(s, LIST_MEASURE, a, &offers);

	if (rc != OK)
		return rc;
	at = ARENA_ARRAY(a, offers.n, const struct measure *);
	for (size_t i = 0; rc == OK && i < offers.n; i++)
		rc = session_measure(s, offers.at[i].name, &at[i]);
	if (rc == OK)
		*ret = (struct measure_pick){ offers.n, at };
	return rc;
}

enum status casework_begin_measure(struct session *s, struct person_id person, struct arena *a,
                                   struct measure_start *ret)
{
	struct measure_start start = { .measures = { 0 } };
	enum status rc = act_read(s, OP_ASSESS, person);

	if (rc == OK)
		rc = casework_strip(s, person, a, &start.strip);
	if (rc == OK)
		rc = read_offered(s, a, &start.measures);
	if (rc == OK)
		rc = measured_last(s, person, &start.measures, a, &start.before);
	if (rc == OK)
		*ret = start;
	return rc;
}

static enum status check(struct session *s, const struct measure_taken *x, const struct person *p)
{
	struct measure_taken one = *x;
	const struct measure_taken_list list = { 1, &one };

	if (x->answers.n == 0)
		return session_fail(s, E_INVALID, _("Nothing is answered yet. Nothing was kept."));
	if (x->head.on_day == DAY_NONE || x->head.on_day > s->today)
		return session_fail(s, E_INVALID,
		                    _("The day that it was taken is ahead. Nothing was kept."));
	if (p->died_on != DAY_NONE && x->head.on_day > p->died_on)
		return session_fail(s, E_INVALID,
		                    _("That day is after they died. Nothing was kept."));
	return measuring_check(s, &list);
}

enum status casework_take_measure(struct session *s, const struct measure_taken *x,
                                  struct measured_id *ret)
{
	struct arena a = { 0 };
	struct change c = { 0 };
	struct person p;
	const struct measure *m = NULL;
	struct measured head = x->head;
	enum status rc = casework_may_about(s, OP_ASSESS, head.person);

	if (rc == OK)
		rc = session_store(s, person_get(s->store, head.person, &a, &p));
	if (rc == OK)
		rc = session_measure(s, head.measure, &m);
	if (rc == OK)
		rc = check(s, x, &p);
	if (rc == OK) {
		s->fault[0] = '\0';
		head.assessment.n = 0;
		head.by_account = s->account.id;
		rc = act_begin(s, OP_ASSESS, &c, head.person,
		               arena_printf(&a, "%s: %s", m->head->title, act_name(&p, &a)));
		if (rc == OK)
			rc = measuring_add(&c, &head, &x->answers);
		rc = act_end(s, &c, rc);
	}
	if (rc == OK)
		*ret = head.id;
	arena_reset(&a);
	return rc;
}
