#include "desk.h"
#include "listing_rows.h"
#include "screens.h"

#include "base/words.h"
#include "casework/directory.h"
#include "model/concerns.h"
#include "model/phone.h"

/* One entry of the directory, whole. id[0] service; id[1] the person it may be chosen for. */
struct service_state {
	struct service_record record;
	struct rows {
		size_t n;
		struct row {
			const char *label, *text;
			enum look look;
		} * at;
	} rows;
	size_t top;
};

static void add(struct service_state *v, struct arena *a, const char *label, const char *text)
{
	if (!text_empty(text))
		*ARENA_PUSH(a, &v->rows) = (struct row){ label, text, LOOK_PLAIN };
}

static const char *joined(const struct code_list *codes, bool areas, struct arena *a)
{
	const char *text = "";

	for (size_t i = 0; i < codes->n; i++) {
		const char *one =
			areas ? area_name(codes->at[i], a) : concern_label(codes->at[i], a);

		text = i == 0 ? one : arena_printf(a, "%s; %s", text, one);
	}
	return text;
}

static const char *checked(const struct service_record *r, day today, struct arena *a)
{
	const struct service *x = &r->entry.service;
	const char *text = listing_freshness(x, today, a);

	if (x->last_checked == DAY_NONE)
		return text;
	text = arena_printf(a, "%s, %s, %s", text, day_short(x->last_checked, today, a),
	                    words_label(&check_ways, (int)x->checked_how));
	return text_empty(r->checked_by) ? text : arena_printf(a, "%s, %s", text, r->checked_by);
}

static const char *source(const struct service *x, struct arena *a)
{
	if (text_empty(x->source_note))
		return x->source;
	return text_empty(x->source) ? x->source_note
	                             : arena_printf(a, "%s. %s", x->source, x->source_note);
}

static const char *waiting(const struct service_record *r, struct arena *a)
{
	if (r->waiting == 0)
		return "";
	return r->waiting == 1 ? _("1 person is waiting on it")
	                       : arena_printf(a, _("%zu people are waiting on it"), r->waiting);
}

static void fill_rows(struct service_state *v, day today, struct arena *a)
{
	const struct service_record *r = &v->record;
	const struct service *x = &r->entry.service;

	v->rows = (struct rows){ 0 };
	add(v, a, _("Phone"), phone_shown(x->phone, a));
	add(v, a, _("Web"), x->url);
	add(v, a, _("E-mail"), x->email);
	add(v, a, _("What they do"), x->description);
	add(v, a, _("Helps with"), joined(&r->entry.concerns, false, a));
	add(v, a, _("Area"), joined(&r->entry.areas, true, a));
	add(v, a, _("How to get in"), listing_how(x, a));
	add(v, a, _("Wait"), listing_wait(x, a));
	add(v, a, _("Cost"), x->cost);
	add(v, a, _("Ages"), service_ages(x, a));
	add(v, a, _("Hours"), x->hours);
	add(v, a, _("Languages"), x->languages);
	add(v, a, _("Access needs"), x->accessibility);
	add(v, a, _("Address"), x->address);
	add(v, a, _("Postcode"), x->postcode);
	add(v, a, _("Known of it"), listing_use(&r->use, a));
	add(v, a, _("Waiting"), waiting(r, a));
	add(v, a, _("Checked"), checked(r, today, a));
	add(v, a, _("Note for staff"), x->staff_note);
	add(v, a, _("Came from"), source(x, a));
}

static enum status service_load(struct screen *s)
{
	struct service_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_open_service(session, (struct service_id){ s->target.id[0] },
	                                       &s->arena, &v->record);

	if (rc == OK)
		fill_rows(v, session->today, &s->arena);
	return rc;
}

static int put_head(const struct service_state *v, struct grid *g, day today)
{
	const struct service *x = &v->record.entry.service;
	const char *organisation = v->record.entry.organisation;
	struct arena a = { 0 };
	const char *closed = listing_closed(x, today, &a);
	int row = 1, column = grid_put(g, 0, GRID_MARGIN, -1, LOOK_STRONG, x->name);

	if (!text_empty(organisation) && !text_equal(organisation, x->name))
		grid_printf(g, 0, column, LOOK_SECOND, " · %s", organisation);
	if (!text_empty(closed))
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_ALARM, closed);
	if (!text_empty(x->alert))
		row += grid_put_lines(g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_ATTENTION,
		                      x->alert);
	if (service_stale(x, today) || x->ring_first)
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_ATTENTION,
		         _("Ring first: this is old, unchecked, or its number is not sure."));
	grid_rule(g, row, GRID_MARGIN, -1);
	arena_reset(&a);
	return row + 1;
}

#define LABEL_WIDTH 16

static void service_render(const struct screen *s, struct grid *g)
{
	const struct service_state *v = s->state;
	int row = put_head(v, g, screen_session(s)->today);
	size_t i;

	grid_cursor(g, 0, GRID_MARGIN);
	for (i = v->top; i < v->rows.n && row < g->rows - 1; i++) {
		const struct row *r = &v->rows.at[i];

		grid_put(g, row, GRID_MARGIN, LABEL_WIDTH, LOOK_SECOND, r->label);
		row += grid_put_lines(g, row, GRID_MARGIN + LABEL_WIDTH, g->rows - 1 - row,
		                      g->columns - LABEL_WIDTH - 2, r->look, r->text);
	}
	if (i < v->rows.n)
		grid_printf(g, g->rows - 1, GRID_MARGIN + LABEL_WIDTH, LOOK_SECOND, _("%zu more ↓"),
		            v->rows.n - i);
}

static enum outcome choose(struct screen *s)
{
	s->answer = (struct result){ .saved = true, .id = { s->target.id[0], 1 } };
	return CLOSE;
}

static enum outcome go_to(struct screen *s, const struct screen_ops *where)
{
	s->go = (struct visit){ .where = where, .id = { s->target.id[0] } };
	return OPEN;
}

static enum outcome service_take(struct screen *s, enum act act, const struct input *in)
{
	struct service_state *v = s->state;
	struct list_view view = { .n = v->rows.n, .at = v->top, .page = 10 };

	(void)in;
	if (list_take(&view, act)) {
		v->top = view.at;
		return REDRAW;
	}
	if (act == ACT_CHOOSE)
		return choose(s);
	if (act == ACT_STILL_SO)
		return go_to(s, &checked_screen);
	if (act == ACT_CHANGE)
		return go_to(s, &trouble_screen);
	if (act == ACT_HAND_OUT)
		return go_to(s, &sheet_screen);
	return PASS;
}

static int64_t service_subject(const struct screen *s)
{
	return s->target.id[1];
}

static unsigned service_has(const struct screen *s)
{
	(void)s;
	return NEEDS_ROW;
}

// clang-format off
static const struct binding service_bindings[] = {
	{ "s", ACT_CHOOSE, NEEDS_PERSON | NEEDS_WRITE, "This one: told about it, or referred", "this one" },
	{ "=", ACT_STILL_SO, NEEDS_ENTRIES | NEEDS_WRITE, "Checked, still as it says: asks how", "still so" },
	{ "x", ACT_HAND_OUT, 0, "A sheet of it to give away, without a name", "sheet" },
	{ "e", ACT_CHANGE, NEEDS_ENTRIES | NEEDS_WRITE, "What is wrong with this entry", "wrong, change" },
	LIST_BINDINGS(NEEDS_ROW),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops service_screen = {
	.name = "service",
	.title = "A service",
	.state_size = sizeof(struct service_state),
	.bindings = service_bindings,
	.load = service_load,
	.render = service_render,
	.take = service_take,
	.subject = service_subject,
	.has = service_has,
};
