#include "desk.h"
#include "form_screen.h"
#include "merging.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/points.h"
#include "model/point_form.h"

#include <stdio.h>

/* A number or an address of a person. visit: id[0] the person, id[1] the number, 0 a new one. */
struct point_page {
	struct form form;
	struct merging merging;
	struct person_strip strip;
	struct contact_point was, now; /* strings in s->keep */
};

static bool is_new(const struct screen *s)
{
	return s->target.id[1] == 0;
}

static enum status read_point(struct screen *s, struct values *ret)
{
	struct point_page *p = s->state;
	struct contact_point_list all;
	enum status rc = casework_points(screen_session(s), (struct person_id){ s->target.id[0] },
	                                 &s->keep, &all);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < all.n; i++) {
		if (all.at[i].id.n != s->target.id[1])
			continue;
		p->was = all.at[i];
		*ret = point_values(&p->was, &s->keep);
		return OK;
	}
	return E_NOT_FOUND;
}

static enum status point_begin(struct screen *s)
{
	struct point_page *p = s->state;
	struct session *session = screen_session(s);
	struct person_id id = { s->target.id[0] };
	struct event_id mark = { 0 };
	struct values values;
	enum status rc = casework_may_about(session, OP_CHANGE_PERSON, id);

	if (rc == OK)
		rc = casework_strip(session, id, &s->keep, &p->strip);
	if (rc == OK)
		rc = casework_mark(session, &mark);
	p->was = contact_point_blank;
	p->was.person = id;
	p->was.kind = CONTACT_POINT_PHONE;
	values = point_values(&p->was, &s->keep);
	if (rc == OK && !is_new(s))
		rc = read_point(s, &values);
	if (rc != OK)
		return rc;
	merging_begin(&p->merging,
	              &(struct merging_from){ point_fields, { .person = id }, p->strip.name }, mark,
	              &values);
	form_begin(&p->form, point_fields);
	form_fill(&p->form, &values);
	form_focus(&p->form, "value");
	return OK;
}

static void point_render(const struct screen *s, struct grid *g)
{
	struct point_page *p = s->state;
	int row = strip_put(g, is_new(s) ? _("New number") : _("Number"), &p->strip, NULL);

	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ row, 1, g->rows - row, g->columns - 2 });
}

static bool point_keep(const struct screen *s, struct kept *ret)
{
	const struct point_page *p = s->state;

	ret->subject = p->strip.id.n;
	snprintf(ret->about, sizeof(ret->about), "%lld %lld", (long long)s->target.id[0],
	         (long long)s->target.id[1]);
	snprintf(ret->title, sizeof(ret->title), _("Number of %s, not saved"), p->strip.short_name);
	return merging_keep(&p->merging, &p->form, &ret->body);
}

static enum status point_resume(struct screen *s, struct str body)
{
	struct point_page *p = s->state;

	return merging_resume(&p->merging, &p->form, body);
}

static enum status store(struct screen *s)
{
	struct point_page *p = s->state;
	struct values v = form_values(&p->form, &s->keep);
	struct problems problems = { 0 };
	struct contact_point_id id;

	p->now = p->was;
	point_take(&v, &s->keep, &p->now, &problems);
	form_problems(&p->form, &problems);
	return problems_stop(&problems) ? E_STOPPED
	                                : casework_save_point(screen_session(s), &p->now, &id);
}

static enum merged store_new(struct screen *s)
{
	enum status rc = store(s);

	if (rc != OK && rc != E_STOPPED)
		desk_say_fault(s->desk);
	return rc == OK ? MERGED : MERGED_NOT;
}

static enum outcome save(struct screen *s)
{
	static const struct merging_how how = { store, read_point };
	struct point_page *p = s->state;
	const char *theirs;

	switch (is_new(s) ? store_new(s) : merging_save(s, &p->form, &p->merging, &how)) {
	case MERGED:
		break;
	case MERGED_ASKS:
		return OPEN;
	case MERGED_GONE:
		desk_say(s->desk,
		         _("This number is not on record any more. n takes it down anew."));
		return REDRAW;
	case MERGED_NOT:
		return REDRAW;
	}
	theirs = is_new(s) ? NULL : merging_saved(&p->merging, &s->keep);
	if (theirs)
		desk_say(s->desk, "%s", theirs);
	else
		desk_say(s->desk, _("Saved: %s. Ask again what is safe there."),
		         contact_point_text(&p->now, &s->keep));
	s->answer = (struct result){ .saved = true, .id = { p->strip.id.n } };
	return CLOSE;
}

static void point_came_back(struct screen *s, const struct result *r)
{
	struct point_page *p = s->state;

	merging_chosen(s, &p->form, &p->merging, r);
}

static void point_end(struct screen *s)
{
	struct point_page *p = s->state;

	merging_done(&p->merging);
	form_done(&p->form);
}

static enum outcome point_form_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct point_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

FORM_SCREEN(struct point_page);

static const struct binding point_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was typed is kept", "back, kept" },
	{ 0 },
};

const struct screen_ops point_form_screen = {
	.name = "number",
	.title = "Number",
	.state_size = sizeof(struct point_page),
	.bindings = point_bindings,
	.begin = point_begin,
	.render = point_render,
	.take = point_form_take,
	.typing = form_screen_typing,
	.keep = point_keep,
	.resume = point_resume,
	.subject = form_screen_subject,
	.came_back = point_came_back,
	.end = point_end,
};
