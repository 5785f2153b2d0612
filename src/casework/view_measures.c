#include "viewing.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/lists.h"
#include "model/none.h"
#include "store/measures.h"

/* Measures on the record: what was answered, what it was the time before, and in words what that means. */

static enum status read_heads(struct viewing *v)
{
	enum status rc;

	if (v->measured_read)
		return OK;
	rc = measured_of_person(v->s->store, v->id, v->a, &v->measured);
	v->measured_read = rc == OK;
	return rc;
}

/* The same measure the time before: they are newest first. */
static enum status read_before(struct viewing *v, size_t at, struct measure_answer_list *ret)
{
	for (size_t i = at + 1; i < v->measured.n; i++)
		if (text_equal(v->measured.at[i].measure, v->measured.at[at].measure))
			return measure_answers_of(v->s->store, v->measured.at[i].id, v->a, ret);
	return OK;
}

static enum status read_lines(struct viewing *v, size_t at, const char **title,
                              struct measure_lines *ret)
{
	struct measure_answer_list now, was = { 0 };
	const struct measure *m;
	enum status rc = measure_answers_of(v->s->store, v->measured.at[at].id, v->a, &now);

	if (rc == OK)
		rc = read_before(v, at, &was);
	if (rc != OK)
		return rc;
	*ret = (struct measure_lines){ 0 };
	*title = v->measured.at[at].measure;
	if (session_measure(v->s, v->measured.at[at].measure, &m) != OK)
		return OK;
	*title = m->head->title;
	*ret = measure_lines(m, &now, &was, v->a);
	return OK;
}

enum status view_measures_of(struct viewing *v, struct assessment_id id, struct whole *w)
{
	enum status rc = read_heads(v);

	/* Newest first: backwards, they stand as they were asked. */
	for (size_t i = v->measured.n; rc == OK && i > 0; i--) {
		struct measure_lines lines;
		const char *title;

		if (v->measured.at[i - 1].assessment.n != id.n)
			continue;
		rc = read_lines(v, i - 1, &title, &lines);
		if (rc == OK && lines.n > 0)
			whole_say(w, arena_printf(v->a, "%s:", title));
		for (size_t j = 0; rc == OK && j < lines.n; j++)
			whole_say(w, lines.at[j]);
	}
	return rc;
}

enum status view_measures_read(struct viewing *v)
{
	enum status rc = read_heads(v);

	for (size_t i = 0; rc == OK && i < v->measured.n; i++) {
		const struct measured *x = &v->measured.at[i];
		struct measure_lines lines;
		struct whole w = { v, "" };
		struct view_row row = { .by = x->by_account,
			                .on = x->on_day,
			                .minute = MINUTE_NONE,
			                .kind = _("Measure") };
		const char *title;

		if (x->assessment.n != 0 || (!v->whole && x->on_day <= v->since))
			continue;
		rc = read_lines(v, i, &title, &lines);
		if (rc != OK || lines.n == 0)
			continue;
		row.what = lines.n == 1
		                   ? lines.at[0]
		                   : arena_printf(v->a, "%s: %s", title, lines.at[lines.n - 1]);
		whole_say(&w, title);
		for (size_t j = 0; j < lines.n; j++)
			whole_say(&w, lines.at[j]);
		whole_by(&w, x->by_account);
		row.whole = w.text;
		viewing_add(v, &v->view->assessments, row);
		viewing_add(v, &v->view->timeline, row);
	}
	return rc;
}
