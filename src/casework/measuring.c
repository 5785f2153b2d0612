#include "measuring.h"

#include "base/words.h"
#include "model/none.h"
#include "store/measures.h"

enum status measured_last(struct session *s, struct person_id person,
                          const struct measure_pick *measures, struct arena *a,
                          struct measure_taken_list *ret)
{
	struct measure_taken_list list = { 0 };

	for (size_t i = 0; i < measures->n; i++) {
		struct measured x = measured_blank;
		struct measure_taken taken;
		enum status rc;

		x.person = person;
		x.measure = measures->at[i]->head->name;
		rc = measured_before(s->store, &x, a, &taken.head);
		if (rc == E_NOT_FOUND)
			continue;
		if (rc == OK)
			rc = measure_answers_of(s->store, taken.head.id, a, &taken.answers);
		if (rc != OK)
			return session_store(s, rc);
		*ARENA_PUSH(a, &list) = taken;
	}
	*ret = list;
	return OK;
}

static enum status check_answer(struct session *s, const struct measure *m,
                                const struct measure_answer *x)
{
	const struct measure_item *item = measure_item(m, x->item);

	if (!item)
		return session_fail(s, E_INVALID, _("%s has no question %s. Nothing was kept."),
		                    m->head->title, x->item);
	if (x->answer == CONCERN_RATHER_NOT)
		return OK;
	if (x->answer != CONCERN_SCORED || x->value < item->low || x->value > item->high)
		return session_fail(s, E_INVALID, _("%s takes %d to %d. Nothing was kept."),
		                    item->label, item->low, item->high);
	return OK;
}

enum status measuring_check(struct session *s, const struct measure_taken_list *list)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < list->n; i++) {
		const struct measure *m = NULL;

		rc = session_measure(s, list->at[i].head.measure, &m);
		for (size_t j = 0; rc == OK && j < list->at[i].answers.n; j++)
			rc = check_answer(s, m, &list->at[i].answers.at[j]);
	}
	return rc;
}

/* ---- correcting ---- */

static bool is_asked(const struct measure_pick *measures, const char *name)
{
	for (size_t i = 0; i < measures->n; i++)
		if (text_equal(measures->at[i]->head->name, name))
			return true;
	return false;
}

/* One that the service asks no more still stands in what was answered. */
static enum status ask_again(struct session *s, const char *name, struct arena *a,
                             struct measure_pick *measures)
{
	const struct measure **at = ARENA_ARRAY(a, measures->n + 1, const struct measure *);
	enum status rc;

	for (size_t i = 0; i < measures->n; i++)
		at[i] = measures->at[i];
	rc = session_measure(s, name, &at[measures->n]);
	if (rc == OK)
		*measures = (struct measure_pick){ measures->n + 1, at };
	return rc;
}

static enum status add_then(struct session *s, const struct measured *x, struct arena *a,
                            struct assessment_start *start)
{
	struct measure_taken now = { .head = *x }, was = { 0 };
	enum status rc = measure_answers_of(s->store, x->id, a, &now.answers);

	if (rc == OK && now.answers.n == 0)
		return OK;
	if (rc == OK) {
		*ARENA_PUSH(a, &start->measured) = now;
		rc = measured_before(s->store, x, a, &was.head);
	}
	if (rc == E_NOT_FOUND)
		return OK;
	if (rc == OK)
		rc = measure_answers_of(s->store, was.head.id, a, &was.answers);
	if (rc == OK)
		*ARENA_PUSH(a, &start->measured_before) = was;
	return rc;
}

enum status measured_then(struct session *s, const struct assessment *x, struct arena *a,
                          struct assessment_start *start)
{
	struct measured_list list;
	enum status rc = session_store(s, measured_of_assessment(s->store, x->id, a, &list));

	for (size_t i = 0; rc == OK && i < list.n; i++) {
		rc = session_store(s, add_then(s, &list.at[i], a, start));
		if (rc == OK && !is_asked(&start->measures, list.at[i].measure))
			rc = ask_again(s, list.at[i].measure, a, &start->measures);
	}
	return rc;
}

/* ---- keeping ---- */

static enum status put_answers(struct change *c, const struct measured *head,
                               const struct measure_answer_list *answers,
                               const struct measure_answer_list *were)
{
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < were->n; i++)
		if (!measure_answer_to(answers, were->at[i].item))
			rc = measure_answer_remove(c, head->id, were->at[i].item);
	for (size_t i = 0; rc == OK && i < answers->n; i++) {
		struct measure_answer x = answers->at[i];
		const struct measure_answer *was = measure_answer_to(were, x.item);

		x.measured = head->id;
		x.person = head->person;
		if (x.answer != CONCERN_SCORED)
			x.value = NUMBER_NONE;
		if (was && was->answer == x.answer && was->value == x.value &&
		    text_equal(was->words, x.words))
			continue;
		rc = measure_answer_put(c, &x);
	}
	return rc;
}

static const struct measured *standing(const struct measured_list *list, const char *measure)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].measure, measure))
			return &list->at[i];
	return NULL;
}

static const struct measure_answer_list *answered(const struct measure_taken_list *list,
                                                  const char *measure)
{
	static const struct measure_answer_list none;

	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].head.measure, measure))
			return &list->at[i].answers;
	return &none;
}

enum status measuring_add(struct change *c, struct measured *head,
                          const struct measure_answer_list *answers)
{
	const struct measure_answer_list none = { 0 };
	enum status rc = measured_add(c, head, &head->id);

	return rc == OK ? put_answers(c, head, answers, &none) : rc;
}

static enum status put_again(struct session *s, struct change *c, struct measured head, day on_day,
                             const struct measure_answer_list *answers, struct arena *a)
{
	struct measure_answer_list were;
	enum status rc = measure_answers_of(s->store, head.id, a, &were);

	if (rc == OK && head.on_day != on_day) {
		head.on_day = on_day;
		rc = measured_update(c, &head);
	}
	return rc == OK ? put_answers(c, &head, answers, &were) : rc;
}

enum status measuring_put(struct session *s, struct change *c, const struct new_assessment *n,
                          struct assessment_id id, struct arena *a)
{
	struct measured_list were;
	enum status rc = measured_of_assessment(s->store, id, a, &were);

	for (size_t i = 0; rc == OK && i < were.n; i++)
		rc = put_again(s, c, were.at[i], n->header.on_day,
		               answered(&n->measured, were.at[i].measure), a);
	for (size_t i = 0; rc == OK && i < n->measured.n; i++) {
		struct measured head = n->measured.at[i].head;

		if (standing(&were, head.measure))
			continue;
		head.person = n->header.person;
		head.on_day = n->header.on_day;
		head.assessment = id;
		head.by_account = s->account.id;
		rc = measuring_add(c, &head, &n->measured.at[i].answers);
	}
	return rc;
}
