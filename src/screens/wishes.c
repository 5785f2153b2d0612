#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/wishes.h"

#include <stdio.h>
#include <string.h>

/*
 * What they wish if things get worse, asked kindly: nothing here is needed. Never on the timeline, in
 * a file or on paper. id[0] the person.
 */
struct wishes_state {
	struct form form;
	struct wishes_view view; /* belongs to the screen's arena */
	bool filled;
	int64_t ver; /* of what the form was filled from */
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status wishes_begin(struct screen *s)
{
	struct wishes_state *v = s->state;

	form_begin(&v->form, wishes_fields);
	return OK;
}

static enum status wishes_load(struct screen *s)
{
	struct wishes_state *v = s->state;
	struct values values = { 0 };
	enum status rc = casework_wishes(screen_session(s), person_of(s), &s->arena, &v->view);

	if (rc != OK || v->filled)
		return rc;
	wishes_to_values(&v->view.wishes, &s->arena, &values);
	form_fill(&v->form, &values);
	v->filled = true;
	v->ver = v->view.wishes.ver;
	return OK;
}

static void wishes_render(const struct screen *s, struct grid *g)
{
	struct wishes_state *v = s->state;
	int row = strip_put(g, _("Wishes"), &v->view.strip, NULL);

	if (g->beside) {
		grid_put(g, row, 1, -1, LOOK_SECOND, _("Not while they see the screen too."));
		grid_cursor(g, row, 1);
		return;
	}
	grid_put(g, row++, 1, -1, LOOK_SECOND,
	         text_empty(v->view.set)
	                 ? _("Only what they bring up. Nobody has to answer any of this.")
	                 : v->view.set);
	grid_rule(g, row++, 1, -1);
	form_put(&v->form, g, (struct rect){ row, 1, g->rows - row, g->columns - 2 });
}

static enum outcome store(struct screen *s, const struct wishes *x)
{
	struct wishes_state *v = s->state;

	if (casework_set_wishes(screen_session(s), x) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, _("Saved: what %s wishes. It is on no paper and in no file."),
	         v->view.strip.short_name);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome save(struct screen *s)
{
	struct wishes_state *v = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values values = form_values(&v->form, &a);
	struct wishes x = v->view.wishes;
	enum outcome done = REDRAW;

	x.person = person_of(s);
	x.ver = v->ver;
	wishes_from_values(&values, &a, &problems, &x);
	if (problems_stop(&problems)) {
		form_problems(&v->form, &problems);
		desk_say(s->desk, "%s", problems.at[0].text);
	} else {
		done = store(s, &x);
	}
	arena_reset(&a);
	return done;
}

static enum outcome wishes_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save };
	struct wishes_state *v = s->state;

	(void)act;
	return form_screen_take(s, &v->form, in, &how);
}

static bool changed(const struct wishes_state *v)
{
	struct arena a = { 0 };
	struct values values = { 0 };
	bool any = false;

	wishes_to_values(&v->view.wishes, &a, &values);
	for (size_t i = 0; i < v->form.n; i++) {
		const char *name = v->form.at[i].field->name;

		any = any || !text_equal(form_get(&v->form, name), values_get(&values, name));
	}
	arena_reset(&a);
	return any;
}

static bool wishes_keep(const struct screen *s, struct kept *ret)
{
	const struct wishes_state *v = s->state;
	struct arena a = { 0 };

	snprintf(ret->about, sizeof(ret->about), "%s", person_ref(person_of(s), &a));
	arena_reset(&a);
	ret->subject = person_of(s).n;
	if (!v->filled || !changed(v))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("wishes of %s, begun"),
	         v->view.strip.short_name);
	form_keep(&v->form, &ret->body);
	form_screen_keep_ver(&ret->body, v->ver);
	return true;
}

static enum status wishes_resume(struct screen *s, struct str body)
{
	struct wishes_state *v = s->state;
	enum status rc = form_resume(&v->form, body);

	if (rc == OK) {
		form_screen_take_ver(body, &v->ver);
		v->filled = true;
	}
	return rc;
}

static const struct binding wishes_bindings[] = {
	{ "Tab", ACT_NEXT_FIELD, 0, "To the next field", "next" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save what they wish", "save" },
	{ "Esc", ACT_BACK, 0, "Back; what you wrote is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct wishes_state);

const struct screen_ops wishes_screen = {
	.name = "wishes",
	.title = "Wishes",
	.state_size = sizeof(struct wishes_state),
	.bindings = wishes_bindings,
	.conversation = true,
	.begin = wishes_begin,
	.load = wishes_load,
	.render = wishes_render,
	.take = wishes_take,
	.typing = form_screen_typing,
	.keep = wishes_keep,
	.resume = wishes_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
