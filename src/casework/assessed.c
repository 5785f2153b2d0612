#include "assessed.h"

#include "base/words.h"
#include "casework/lists.h"
#include "store/assessments.h"
#include "store/concerns.h"

#include <string.h>

static bool is_done(const struct assessment *x)
{
	return x->status != ASSESSMENT_BEGUN && x->agreed_keep != SAID_NO;
}

bool assessed_by_carers_list(struct session *s, const char *list)
{
	const struct concern_set *set = NULL;

	if (session_concerns(s, list, &set) == OK && set)
		return set->head->audience == LIST_FOR_CARERS;
	return strncmp(list, "carer", 5) == 0; /* it is not here any more */
}

enum status assessed_last(struct session *s, struct person_id person, struct arena *a,
                          struct assessment *ret)
{
	struct assessment_list all;
	enum status rc = assessments_of_person(s->store, person, a, &all);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < all.n; i++)
		if (is_done(&all.at[i])) {
			*ret = all.at[i];
			return OK;
		}
	return E_NOT_FOUND;
}

enum status assessed_before(struct session *s, const struct assessment *x, struct arena *a,
                            struct assessment *ret)
{
	struct assessment_list all;
	bool carer = assessed_by_carers_list(s, x->list), past = false;
	enum status rc = assessments_of_person(s->store, x->person, a, &all);

	for (size_t i = 0; rc == OK && i < all.n; i++) {
		if (past && is_done(&all.at[i]) &&
		    assessed_by_carers_list(s, all.at[i].list) == carer) {
			*ret = all.at[i];
			return OK;
		}
		past = past || all.at[i].id.n == x->id.n;
	}
	return rc == OK ? E_NOT_FOUND : rc;
}

static enum status find_two(struct session *s, struct person_id person, struct arena *a,
                            struct assessed_standing *x)
{
	struct assessment_list all;
	enum status rc = assessments_of_person(s->store, person, a, &all);

	for (size_t i = 0; rc == OK && i < all.n && x->other.id.n == 0; i++) {
		if (!is_done(&all.at[i]))
			continue;
		if (x->last.id.n == 0)
			x->last = all.at[i];
		else if (assessed_by_carers_list(s, all.at[i].list) !=
		         assessed_by_carers_list(s, x->last.list))
			x->other = all.at[i];
	}
	return rc == OK && x->last.id.n == 0 ? E_NOT_FOUND : rc;
}

static bool asked(const struct concern_list *list, const char *code)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].code, code))
			return true;
	return false;
}

enum status assessed_standing(struct session *s, struct person_id person, struct arena *a,
                              struct assessed_standing *ret)
{
	struct assessed_standing x = { .last = assessment_blank, .other = assessment_blank };
	struct concern_list others = { 0 };
	enum status rc = find_two(s, person, a, &x);

	if (rc == OK)
		rc = concerns_of_assessment(s->store, x.last.id, a, &x.concerns);
	if (rc == OK && x.other.id.n != 0)
		rc = concerns_of_assessment(s->store, x.other.id, a, &others);
	for (size_t i = 0; rc == OK && i < others.n; i++)
		if (!asked(&x.concerns, others.at[i].code))
			*ARENA_PUSH(a, &x.concerns) = others.at[i];
	if (rc == OK)
		*ret = x;
	return rc;
}

const struct assessment *assessed_of(const struct assessed_standing *x, const struct concern *c)
{
	return c->assessment.n == x->last.id.n ? &x->last : &x->other;
}

const char *assessed_label(struct session *s, const struct assessed_standing *x,
                           const struct concern *c, struct arena *a)
{
	const char *list = assessed_of(x, c)->list;
	const char *label = session_concern_label_in(s, list, c->code);

	return x->other.id.n != 0 && assessed_by_carers_list(s, list)
	               ? arena_printf(a, _("%s, as a carer"), label)
	               : label;
}
