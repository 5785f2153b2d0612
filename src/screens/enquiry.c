#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/directory.h"
#include "casework/enquiry.h"
#include "ui/keys.h"

#include <stdio.h>

/*
 * Somebody has a question: what they were given, what about, where from, how long. No name, and no
 * place to write one. Letters in *which service* find it; Enter takes the one that is marked.
 */
#define HITS_MOST 5

struct enquiry_state {
	struct form form;
	struct new_enquiry told; /* the services, as they were taken */
	const char *names;       /* "Shelter; Turn2us", belongs to s->keep */
	struct listing_list hits;
	struct arena found;
	size_t at; /* the hit that Enter takes */
	int64_t began_at;
};

FORM_SCREEN(struct enquiry_state);

static const struct binding enquiry_bindings[] = {
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save, without a name", "save" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next field; Shift-Tab the one before", "next" },
	{ "Esc", ACT_BACK, 0, "Back; what was typed is kept", "back, kept" },
	{ 0 },
};

/* A service is asked for only where one was named or handed out. */
static void ask_service(struct enquiry_state *v)
{
	enum enquiry_gift gave =
		(enum enquiry_gift)words_find(&enquiry_gifts, str_of(form_get(&v->form, "gave")));

	form_hide(&v->form, "service", gave != GAVE_SERVICE && gave != GAVE_LEAFLET);
}

static enum status enquiry_begin(struct screen *s)
{
	struct enquiry_state *v = s->state;
	enum status rc = casework_may(screen_session(s), OP_ENQUIRE);

	form_begin(&v->form, enquiry_fields(&s->keep));
	v->names = "";
	v->began_at = screen_session(s)->now;
	ask_service(v);
	return rc;
}

static void enquiry_end(struct screen *s)
{
	struct enquiry_state *v = s->state;

	form_done(&v->form);
	arena_reset(&v->found);
}

static void look_for(struct screen *s)
{
	struct enquiry_state *v = s->state;
	const struct service_query q = { .text = form_get(&v->form, "service") };
	struct service_found found = { 0 };

	arena_reset(&v->found);
	v->hits = (struct listing_list){ 0 };
	v->at = 0;
	if (!text_empty(q.text) &&
	    casework_find_services(screen_session(s), &q, &v->found, &found) != OK)
		desk_say_fault(s->desk);
	v->hits = found.list;
	if (v->hits.n > HITS_MOST)
		v->hits.n = HITS_MOST;
}

static void add_service(struct screen *s, struct service_id id, const char *name)
{
	struct enquiry_state *v = s->state;

	for (size_t i = 0; i < v->told.services_n; i++)
		if (v->told.services[i].n == id.n)
			return;
	if (v->told.services_n == ENQUIRY_SERVICES)
		return;
	v->told.services[v->told.services_n++] = id;
	v->names = arena_printf(&s->keep, "%s%s%s", v->names, *v->names ? "; " : "", name);
	form_echo(&v->form, "service", v->names);
}

static void take_service(struct screen *s)
{
	struct enquiry_state *v = s->state;
	const struct service *x = &v->hits.at[v->at].service;

	if (v->told.services_n == ENQUIRY_SERVICES)
		desk_say(s->desk, _("That is as many as one enquiry holds."));
	add_service(s, x->id, x->name);
	form_set(&v->form, "service", "");
	look_for(s);
}

static bool take_hit(struct screen *s, const struct input *in)
{
	struct enquiry_state *v = s->state;
	const struct field *field = form_focused(&v->form);

	if (v->hits.n == 0 || !field || !text_equal(field->name, "service"))
		return false;
	if (key_matches("Enter", in))
		take_service(s);
	else if (key_matches("Down", in) && v->at + 1 < v->hits.n)
		v->at++;
	else if (key_matches("Up", in) && v->at > 0)
		v->at--;
	else
		return false;
	return true;
}

/* ---- showing ---- */

static void put_hits(const struct enquiry_state *v, struct grid *g)
{
	int row = g->rows - (int)v->hits.n - 1;

	grid_head(g, row++, _("WHICH ONE"), _("↑ ↓ Enter"));
	for (size_t i = 0; i < v->hits.n; i++, row++) {
		const struct service *x = &v->hits.at[i].service;
		int column;

		if (i == v->at)
			grid_put(g, row, GRID_MARGIN, 1, LOOK_ACCENT, "▌");
		column = grid_put(g, row, GRID_TEXT, 44, LOOK_STRONG, x->name) + 2;
		grid_put(g, row, column, -1, LOOK_SECOND, v->hits.at[i].organisation);
	}
}

static void enquiry_render(const struct screen *s, struct grid *g)
{
	struct enquiry_state *v = s->state;
	int hits = v->hits.n > 0 ? (int)v->hits.n + 1 : 0;

	grid_put(g, 0, 1, -1, LOOK_HEAD, _("Somebody has a question"));
	grid_put_right(g, 0, g->columns - 1, -1, LOOK_SECOND, _("no name is asked or kept"));
	grid_rule(g, 1, 1, -1);
	form_put(&v->form, g, (struct rect){ 2, 1, g->rows - 2 - hits, g->columns - 2 });
	if (hits > 0)
		put_hits(v, g);
}

/* ---- saving ---- */

static int minutes_open(const struct screen *s)
{
	const struct enquiry_state *v = s->state;
	int64_t seconds = screen_session(s)->now - v->began_at;

	return seconds < 60 ? 1 : seconds / 60 > 600 ? 600 : (int)(seconds / 60);
}

static enum outcome save_in(struct screen *s, struct arena *a)
{
	struct enquiry_state *v = s->state;
	struct values values = form_values(&v->form, a);
	struct problems problems = { 0 };
	struct new_enquiry x = v->told;
	const char *said;

	if (text_empty(values_get(&values, "minutes")))
		values_set(&values, a, "minutes", arena_printf(a, "%d", minutes_open(s)));
	enquiry_from_values(&values, a, &problems, &x);
	form_problems(&v->form, &problems);
	if (problems_stop(&problems))
		return REDRAW;
	if (x.gave != GAVE_SERVICE && x.gave != GAVE_LEAFLET)
		x.services_n = 0;
	if (casework_enquire(screen_session(s), &x, a, &said) != OK) {
		desk_say_fault(s->desk);
		return REDRAW;
	}
	desk_say(s->desk, "%s", said);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome save(struct screen *s)
{
	struct arena a = { 0 };
	enum outcome outcome = save_in(s, &a);

	arena_reset(&a);
	return outcome;
}

static enum outcome changed(struct screen *s)
{
	struct enquiry_state *v = s->state;

	if (text_equal(v->form.changed->name, "service"))
		look_for(s);
	if (text_equal(v->form.changed->name, "gave"))
		ask_service(v);
	return REDRAW;
}

static enum outcome enquiry_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct enquiry_state *v = s->state;

	(void)act;
	if (take_hit(s, in))
		return REDRAW;
	return form_screen_take(s, &v->form, in, &how);
}

/* ---- keeping ---- */

static bool enquiry_keep(const struct screen *s, struct kept *ret)
{
	const struct enquiry_state *v = s->state;

	bool any = false;

	for (size_t i = 0; i < v->form.n; i++)
		any = any || v->form.at[i].line.text.n > 0;
	if (!any)
		return false;
	snprintf(ret->title, sizeof(ret->title), "%s", _("Enquiry begun, not saved"));
	form_keep(&v->form, &ret->body);
	for (size_t i = 0; i < v->told.services_n; i++)
		buf_printf(&ret->body, ".service=%lld\n", (long long)v->told.services[i].n);
	return true;
}

static enum status enquiry_resume(struct screen *s, struct str body)
{
	struct enquiry_state *v = s->state;
	struct str rest = body, line;
	struct service_record record;
	long long id;
	enum status rc = form_resume(&v->form, body);

	if (rc != OK)
		return rc;
	while (str_cut(&rest, '\n', &line)) {
		if (!str_starts(line, ".service=") ||
		    !str_int((struct str){ line.at + 9, line.n - 9 }, &id) ||
		    casework_open_service(screen_session(s), (struct service_id){ id }, &s->keep,
		                          &record) != OK)
			continue;
		add_service(s, (struct service_id){ id }, record.entry.service.name);
	}
	ask_service(v);
	return OK;
}

const struct screen_ops enquiry_screen = {
	.name = "enquiry",
	.title = "Somebody has a question",
	.state_size = sizeof(struct enquiry_state),
	.bindings = enquiry_bindings,
	.begin = enquiry_begin,
	.render = enquiry_render,
	.take = enquiry_take,
	.typing = form_screen_typing,
	.keep = enquiry_keep,
	.resume = enquiry_resume,
	.end = enquiry_end,
};
