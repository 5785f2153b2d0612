#include "viewing.h"

#include "base/buf.h"
#include "base/words.h"
#include "casework/lists.h"
#include "model/assess_change.h"
#include "model/none.h"
#include "store/concerns.h"

#include <stdlib.h>
#include <string.h>

/* Everything they ever answered, and where in it each assessment stands. */
struct assessed {
	struct viewing *v;
	struct concern_list all;
};

static struct concern_list answered(const struct assessed *as, struct assessment_id id)
{
	struct concern_list part = { 0 };

	for (size_t i = 0; i < as->all.n; i++) {
		if (as->all.at[i].assessment.n != id.n)
			continue;
		if (part.n == 0)
			part.at = &as->all.at[i];
		part.n++;
	}
	return part;
}

static bool raised(const struct concern *c)
{
	return c->answer == CONCERN_TALK || (c->answer == CONCERN_SCORED && c->score > 0);
}

static const char *label_of(const struct assessed *as, const struct assessment *x, const char *code)
{
	return session_concern_label_in(as->v->s, x->list, code);
}

/* ---- one of them, whole ---- */

static void put_line(struct buf *b, const char *label, const char *text)
{
	if (text_empty(text))
		return;
	if (b->n > 0)
		buf_putc(b, '\n');
	if (*label)
		buf_printf(b, "%s: ", label);
	buf_puts(b, text);
}

static void put_concern(struct buf *b, const char *label, const struct concern *c)
{
	buf_printf(b, "\n%s", label);
	if (c->answer != CONCERN_SCORED)
		buf_printf(b, ": %s", words_label(&concern_answers, (int)c->answer));
	else if (c->previous_score != NUMBER_NONE)
		buf_printf(b, _(" %d, was %d"), c->score, c->previous_score);
	else
		buf_printf(b, " %d", c->score);
	if (c->matters != NUMBER_NONE)
		buf_puts(b, _(", matters most"));
	if (!text_empty(c->own_words))
		buf_printf(b, " “%s”", c->own_words);
}

static const struct assessment *before(const struct assessed *as, const struct assessment *x)
{
	for (size_t i = 0; i < as->v->assessments.n; i++)
		if (x->previous.n != 0 && as->v->assessments.at[i].id.n == x->previous.n)
			return &as->v->assessments.at[i];
	return NULL;
}

/* "Since 3 Oct: Money was 9, still 9. …" */
static enum status put_changes(const struct assessed *as, const struct assessment *x,
                               const struct concern_list *now, struct buf *b)
{
	const struct assessment *y = before(as, x);
	struct viewing *v = as->v;
	const struct concern_set *set;
	struct assess_said was = { 0 }, is = { .overall = x->overall, .concerns = *now };
	struct assess_change_list changes;
	enum status rc;

	if (!y || x->status == ASSESSMENT_BEGUN || v->since != DAY_NONE)
		return OK;
	rc = session_concerns(v->s, x->list, &set);
	if (rc == OK)
		rc = domain_nothings_of_assessment(v->s->store, x->id, v->a, &is.nothings);
	if (rc != OK)
		return rc;
	was.overall = y->overall;
	was.concerns = answered(as, y->id);
	assess_compare(set, &was, &is, v->a, &changes);
	put_line(b, arena_printf(v->a, _("Since %s"), viewing_day(v, y->on_day)),
	         assess_changes_text(&changes, v->a));
	return OK;
}

static void put_head(const struct assessed *as, const struct assessment *x, struct buf *b)
{
	struct viewing *v = as->v;

	put_line(b, _("Why not"), x->offer_because);
	if (day_valid(x->again_on))
		put_line(b, _("To be asked again on"), viewing_day(v, x->again_on));
	put_line(b, _("Why now"), words_label(&occasions, (int)x->occasion));
	if (x->pathway_point != PATHWAY_POINT_NONE)
		put_line(b, _("Where they were"),
		         words_label(&pathway_points, (int)x->pathway_point));
	put_line(b, _("Also there"), x->present);
	if (x->assisted == SAID_YES)
		put_line(b, "", _("Somebody helped them answer"));
	if (x->staff_role != STAFF_ROLE_NONE && x->staff_role != STAFF_SUPPORT_WORKER)
		put_line(b, _("Asked by"), words_label(&staff_roles, (int)x->staff_role));
	if (day_valid(x->typed_on))
		put_line(b, _("Typed on"), viewing_day(v, x->typed_on));
	put_line(b, _("Unlocked"), x->unlocked_because);
	if (day_valid(x->locked_on))
		put_line(b, _("Closed on"), viewing_day(v, x->locked_on));
}

static const char *head_of(const struct viewing *v, const struct assessment *x, size_t n)
{
	bool open = !text_empty(x->unlocked_because) && !day_valid(x->locked_on);
	const char *status = words_label(&assessment_statuses, (int)x->status);

	if (x->offered != OFFER_SAID_YES)
		return words_label(&assessment_offers, (int)x->offered);
	return arena_printf(v->a, _("%zu raised, %s · %s%s"), n,
	                    words_label(&assessment_modes, (int)x->mode), status,
	                    open ? _(" · unlocked") : "");
}

static enum status add_row(const struct assessed *as, const struct assessment *x)
{
	struct viewing *v = as->v;
	const struct concern_list concerns = answered(as, x->id);
	struct view_row row = { .sort = SORT_ASSESSMENT,
		                .id = x->id.n,
		                .by = x->by_account,
		                .on = x->on_day,
		                .minute = x->at_minute,
		                .kind = _("Assessment") };
	struct whole w = { v, "" };
	struct buf b = { 0 };
	enum status rc;
	size_t n = 0;

	for (size_t i = 0; i < concerns.n; i++)
		n += raised(&concerns.at[i]);
	row.what = head_of(v, x, n);
	if (x->status != ASSESSMENT_BEGUN)
		row.assessment = x->id;
	row.free = assessment_may_correct(x, v->s->account.id, v->s->today);
	put_line(&b, "", row.what);
	put_head(as, x, &b);
	rc = put_changes(as, x, &concerns, &b);
	if (x->overall != NUMBER_NONE)
		buf_printf(&b, _("\nOverall, this past week %d"), x->overall);
	for (size_t i = 0; i < concerns.n; i++)
		put_concern(&b, label_of(as, x, concerns.at[i].code), &concerns.at[i]);
	w.text = arena_str(v->a, buf_str(&b));
	buf_done(&b);
	if (rc == OK)
		rc = view_measures_of(v, x->id, &w);
	whole_by(&w, x->by_account);
	row.whole = w.text;
	viewing_add(v, &v->view->assessments, row);
	viewing_add(v, &v->view->timeline, row);
	return rc;
}

/* ---- all of them, side by side ---- */

struct scored {
	const char *code;
	struct view_scores scores;
	int now, most;
};

struct scored_list {
	size_t n;
	struct scored *at;
};

static int worst_now(const void *x, const void *y)
{
	const struct scored *a = x, *b = y;

	if (a->now != b->now)
		return a->now > b->now ? -1 : 1;
	if (a->most != b->most)
		return a->most > b->most ? -1 : 1;
	return strcmp(a->code, b->code);
}

static struct scored *row_of(struct assessed *as, struct scored_list *list, size_t columns,
                             const struct assessment *x, const char *code)
{
	struct scored *row;

	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].code, code))
			return &list->at[i];
	row = ARENA_PUSH(as->v->a, list);
	*row = (struct scored){ .code = code, .now = NUMBER_NONE, .most = NUMBER_NONE };
	row->scores.label = label_of(as, x, code);
	row->scores.at = ARENA_ARRAY(as->v->a, columns, struct view_score);
	for (size_t i = 0; i < columns; i++)
		row->scores.at[i] = (struct view_score){ CONCERN_ANSWER_NONE, NUMBER_NONE };
	return row;
}

static void put_scores(struct assessed *as, struct scored_list *list, size_t column)
{
	struct view_history *h = &as->v->view->history;
	const struct assessment *x = h->at[column];
	const struct concern_list concerns = answered(as, x->id);

	for (size_t i = 0; i < concerns.n; i++) {
		const struct concern *c = &concerns.at[i];
		struct scored *row = row_of(as, list, h->n, x, c->code);
		int weight = c->answer == CONCERN_TALK ? 1 : c->score;

		row->scores.at[column] = (struct view_score){ c->answer, c->score };
		row->most = weight > row->most ? weight : row->most;
		if (column + 1 == h->n)
			row->now = weight;
	}
}

static void put_overall(struct assessed *as)
{
	struct view_history *h = &as->v->view->history;
	struct view_scores *row = ARENA_PUSH(as->v->a, &h->rows);

	row->label = _("Overall, this past week");
	row->at = ARENA_ARRAY(as->v->a, h->n, struct view_score);
	for (size_t i = 0; i < h->n; i++)
		row->at[i] =
			(struct view_score){ h->at[i]->overall == NUMBER_NONE ? CONCERN_ANSWER_NONE
			                                                      : CONCERN_SCORED,
			                     h->at[i]->overall };
}

static void put_history(struct assessed *as)
{
	struct viewing *v = as->v;
	struct view_history *h = &v->view->history;
	struct scored_list list = { 0 };

	h->at = ARENA_ARRAY(v->a, v->assessments.n + 1, const struct assessment *);
	for (size_t i = v->assessments.n; i > 0; i--)
		if (v->assessments.at[i - 1].status != ASSESSMENT_BEGUN)
			h->at[h->n++] = &v->assessments.at[i - 1];
	if (h->n == 0)
		return;
	put_overall(as);
	for (size_t i = 0; i < h->n; i++)
		put_scores(as, &list, i);
	if (list.n > 0)
		qsort(list.at, list.n, sizeof(*list.at), worst_now);
	for (size_t i = 0; i < list.n; i++)
		if (list.at[i].most > 0) /* what never was a trouble is no story */
			*ARENA_PUSH(v->a, &h->rows) = list.at[i].scores;
}

/* Of a long record only what is new, until somebody turns to all of it. */
static enum status read_lately(struct assessed *as)
{
	struct viewing *v = as->v;
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < v->assessments.n; i++) {
		const struct assessment *x = &v->assessments.at[i];

		if (x->on_day <= v->since)
			continue;
		rc = concerns_of_assessment(v->s->store, x->id, v->a, &as->all);
		if (rc == OK)
			rc = add_row(as, x);
	}
	return rc;
}

/* What is worth a second look in the newest of them. */
static enum status read_doubts(const struct assessed *as)
{
	struct viewing *v = as->v;
	struct assess_facts f = { .person = &v->view->person,
		                  .others = v->assessments,
		                  .today = v->s->today };
	enum status rc;

	if (v->assessments.n == 0)
		return OK;
	f.x = &v->assessments.at[0];
	f.concerns = answered(as, f.x->id);
	for (size_t i = 0; i < v->plans.n; i++)
		f.planned = f.planned || v->plans.at[i].assessment.n == f.x->id.n;
	rc = domain_nothings_of_assessment(v->s->store, f.x->id, v->a, &f.nothings);
	if (rc == OK)
		assess_doubts(&f, v->a, &v->view->doubts);
	return rc;
}

enum status view_assessed_read(struct viewing *v)
{
	struct assessed as = { .v = v };
	enum status rc;

	if (v->since != DAY_NONE)
		return read_lately(&as);
	rc = concerns_of_person(v->s->store, v->id, v->a, &as.all);
	for (size_t i = 0; rc == OK && i < v->assessments.n; i++)
		rc = add_row(&as, &v->assessments.at[i]);
	if (rc != OK)
		return rc;
	put_history(&as);
	return read_doubts(&as);
}
