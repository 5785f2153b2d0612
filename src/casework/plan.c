#include "casework/plan.h"

#include "act.h"
#include "assessed.h"
#include "planned.h"

#include "base/words.h"
#include "casework/lists.h"
#include "model/concerns.h"
#include "model/disclosure.h"
#include "model/none.h"
#include "model/phone.h"
#include "store/actions.h"
#include "store/concerns.h"
#include "store/contingencies.h"
#include "store/disclosures.h"
#include "store/goals.h"
#include "store/money.h"
#include "store/people.h"
#include "store/plans.h"

static bool is_raised(const struct concern *c)
{
	return c->answer == CONCERN_TALK || (c->answer == CONCERN_SCORED && c->score > 0);
}

/* What matters most first, then the highest, then what they want to talk about. */
static int compare_rows(const void *a, const void *b)
{
	const struct plan_row *x = a, *y = b;
	int place_x = x->matters == NUMBER_NONE ? 4 : x->matters;
	int place_y = y->matters == NUMBER_NONE ? 4 : y->matters;

	if (place_x != place_y)
		return place_x - place_y;
	if (x->score != y->score)
		return y->score - x->score;
	return x->level > y->level ? -1 : x->level < y->level;
}

/* In the order of the list where nothing else decides: qsort() alone does not keep it. */
static void sort_rows(struct plan_row *rows, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct plan_row row = rows[i];
		size_t j = i;

		for (; j > 0 && compare_rows(&rows[j - 1], &row) > 0; j--)
			rows[j] = rows[j - 1];
		rows[j] = row;
	}
}

struct row_list {
	size_t n;
	struct plan_row *at;
};

static void add_concern(struct row_list *rows, const struct concern *c, const char *label,
                        struct arena *a)
{
	*ARENA_PUSH(a, rows) = (struct plan_row){ .code = c->code,
		                                  .label = label,
		                                  .answer = c->answer,
		                                  .score = c->score,
		                                  .matters = c->matters,
		                                  .own_words = c->own_words,
		                                  .level = c->level,
		                                  .text = "" };
}

/* In the order of the list that it was asked by. */
static enum status add_raised(struct session *s, const struct assessed_standing *x,
                              const struct assessment *by, struct arena *a, struct row_list *rows)
{
	const struct concern_set *set = NULL;
	enum status rc = session_concerns(s, by->list, &set);

	if (rc != OK && rc != E_NOT_FOUND)
		return rc;
	for (size_t i = 0; set && i < set->n; i++) {
		for (size_t j = 0; j < x->concerns.n; j++) {
			const struct concern *c = &x->concerns.at[j];

			if (c->assessment.n == by->id.n && is_raised(c) &&
			    text_equal(c->code, set->at[i].code))
				add_concern(rows, c, assessed_label(s, x, c, a), a);
		}
	}
	return OK;
}

static enum status read_concerns(struct session *s, struct plan_view *v, struct arena *a,
                                 struct row_list *rows)
{
	struct assessed_standing x;
	enum status rc = assessed_standing(s, v->strip.id, a, &x);

	if (rc != OK)
		return rc;
	v->assessment = x.last;
	rc = add_raised(s, &x, &x.last, a, rows);
	if (rc == OK && x.other.id.n != 0)
		rc = add_raised(s, &x, &x.other, a, rows);
	sort_rows(rows->at, rows->n);
	return rc;
}

static struct plan_row *row_of(struct session *s, struct row_list *rows, const char *code,
                               struct arena *a)
{
	struct plan_row *row;

	for (size_t i = 0; i < rows->n; i++)
		if (text_equal(rows->at[i].code, code))
			return &rows->at[i];
	row = ARENA_PUSH(a, rows);
	*row = (struct plan_row){ .code = code,
		                  .label = text_empty(code) ? _("Also agreed")
		                                            : session_concern_label(s, code),
		                  .score = NUMBER_NONE,
		                  .matters = NUMBER_NONE,
		                  .own_words = "",
		                  .text = "" };
	return row;
}

static enum status read_actions(struct session *s, struct plan_view *v, struct arena *a,
                                struct row_list *rows)
{
	struct action_list actions;
	enum status rc = actions_of_plan(s->store, v->plan.id, a, &actions);

	for (size_t i = 0; rc == OK && i < actions.n; i++) {
		const struct action *x = &actions.at[i];
		struct plan_row *row = row_of(s, rows, x->concern, a);
		const char *text;

		rc = action_text(s, x, v->first_name, a, &text);
		if (rc != OK)
			break;
		*ARENA_PUSH(a, &row->actions) = *x;
		row->texts = arena_grow(a, row->texts, row->actions.n - 1, sizeof(*row->texts));
		row->texts[row->actions.n - 1] = text;
		row->text =
			text_empty(row->text) ? text : arena_printf(a, "%s; %s", row->text, text);
	}
	return rc;
}

static bool to_do(const struct plan_row *row)
{
	for (size_t i = 0; i < row->actions.n; i++) {
		const struct action *x = &row->actions.at[i];

		if (action_open(x->status) && x->kind != ACTION_LATER &&
		    x->kind != ACTION_NOTHING_WANTED)
			return true;
	}
	return false;
}

static void count(struct plan_view *v)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct plan_row *row = &v->at[i];

		if (row->matters != NUMBER_NONE)
			v->top++;
		if (row->actions.n == 0)
			v->unanswered++;
		else if (to_do(row))
			v->to_do++;
		else
			v->noted++;
	}
}

static enum status read_person(struct session *s, struct plan_view *v, struct arena *a)
{
	struct person p;
	enum status rc = person_get(s->store, v->strip.id, a, &p);

	if (rc != OK)
		return rc;
	v->matters = p.matters;
	v->paper_seen = p.paper_seen;
	v->clinical = text_empty(p.clinical_phone) ? p.clinical_contact
	                                           : arena_printf(a, "%s, %s", p.clinical_contact,
	                                                          phone_shown(p.clinical_phone, a));
	v->first_name = !text_empty(p.known_as)     ? p.known_as
	                : !text_empty(p.given_name) ? p.given_name
	                                            : p.family_name;
	return OK;
}

static enum status read_plan(struct session *s, struct plan_view *v, struct arena *a,
                             struct row_list *rows)
{
	enum status rc = read_concerns(s, v, a, rows);

	if (rc == E_NOT_FOUND)
		return OK;
	if (rc == OK)
		rc = plan_latest(s->store, v->strip.id, a, &v->plan);
	if (rc == E_NOT_FOUND)
		return OK;
	if (rc == OK)
		rc = read_actions(s, v, a, rows);
	if (rc == OK)
		rc = goals_of_plan(s->store, v->plan.id, a, &v->goals);
	return rc == OK ? contingencies_of_plan(s->store, v->plan.id, a, &v->worse) : rc;
}

/* "themselves 3 Oct; Dr Shah 23 Nov". */
static enum status read_copies(struct session *s, struct plan_view *v, struct arena *a)
{
	struct disclosure_list list;
	enum status rc = disclosures_of_person(s->store, v->strip.id, a, &list);

	v->copies = "";
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		const struct disclosure *d = &list.at[i];

		if (d->kind != DISCLOSURE_PAPER ||
		    (d->document != DOCUMENT_NONE && d->document != DOCUMENT_PLAN))
			continue;
		v->copies = arena_printf(a, "%s%s%s %s", v->copies, *v->copies ? "; " : "",
		                         d->to_whom, day_plain(d->on_day, s->today, a));
	}
	return rc;
}

/* What goes with the plan, and is no version's. */
static enum status read_beside(struct session *s, struct plan_view *v, struct arena *a)
{
	enum status rc = money_of_person(s->store, v->strip.id, a, &v->money);

	for (size_t i = 0; rc == OK && i < v->money.n; i++)
		v->gained += money_worth(&v->money.at[i]);
	if (rc == OK)
		rc = plan_reviews_of_person(s->store, v->strip.id, a, &v->reviews);
	return rc == OK ? read_copies(s, v, a) : rc;
}

enum status plan_view_read(struct session *s, struct person_id person, struct arena *a,
                           struct plan_view *ret)
{
	struct plan_view v = { .assessment = assessment_blank, .plan = plan_blank };
	struct row_list rows = { 0 };
	enum status rc = casework_strip(s, person, a, &v.strip);

	if (rc != OK)
		return rc;
	rc = read_person(s, &v, a);
	if (rc == OK)
		rc = read_plan(s, &v, a, &rows);
	if (rc == OK)
		rc = read_beside(s, &v, a);
	if (rc != OK)
		return session_store(s, rc);
	v.n = rows.n;
	v.at = rows.at;
	count(&v);
	*ret = v;
	return OK;
}

enum status casework_plan(struct session *s, struct person_id person, struct arena *a,
                          struct plan_view *ret)
{
	enum status rc = act_read(s, OP_OPEN_PERSON, person);

	return rc == OK ? plan_view_read(s, person, a, ret) : rc;
}
