#include "desk.h"
#include "listing_rows.h"
#include "screens.h"
#include "service_rows.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/directory.h"

/*
 * One entry of the directory, whole. id[0] service; id[1] the person it may be chosen for. Its rows are
 * gone through one by one: notes can be taken off, other services opened.
 */
struct service_state {
	struct service_record record;
	struct service_rows rows;
	size_t at, top;
	size_t page;                   /* rows that stood there last */
	struct service_note_id taking; /* off: it was asked */
};

static enum status service_load(struct screen *s)
{
	struct service_state *v = s->state;
	struct session *session = screen_session(s);
	struct approval_rows proposals = { 0 };
	enum status rc = casework_open_service(session, (struct service_id){ s->target.id[0] },
	                                       &s->arena, &v->record);

	if (rc == OK && session_may(session, OP_SEE_APPROVALS) &&
	    session_may(session, OP_EDIT_SERVICE))
		rc = casework_approvals(session, &s->arena, &proposals);
	if (rc == OK) {
		v->rows = service_rows_of(&v->record, &proposals, session->today, &s->arena);
		if (v->at >= v->rows.n)
			v->at = v->rows.n > 0 ? v->rows.n - 1 : 0;
	}
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
	if (x->gone_on != DAY_NONE)
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_ATTENTION,
		         text_capital(service_gone_text(x, today, &a), &a));
	if (service_stale(x, today) || x->ring_first)
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_ATTENTION,
		         _("Ring first: this is old, unchecked, or its number is not sure."));
	grid_rule(g, row, GRID_MARGIN, -1);
	arena_reset(&a);
	return row + 1;
}

#define LABEL_WIDTH 16

static int put_row(const struct service_row *r, struct grid *g, int row, int room)
{
	if (r->kind == SERVICE_HEAD) {
		grid_head(g, row, r->label, NULL);
		return 1;
	}
	grid_put(g, row, GRID_TEXT, LABEL_WIDTH - 1, LOOK_SECOND, r->label);
	return grid_put_lines(g, row, GRID_TEXT + LABEL_WIDTH, room,
	                      g->columns - GRID_TEXT - LABEL_WIDTH - 1, r->look, r->text);
}

/* How many lines a row takes: drawn where nobody sees it. */
static int height_of(const struct service_row *r, const struct grid *g, struct arena *a)
{
	struct grid away;

	grid_begin(&away, g->rows, g->columns, a);
	return put_row(r, &away, 0, g->rows);
}

/* The chosen row stands on the screen, whole where there is room. */
static void scroll(struct service_state *v, const struct grid *g, int room)
{
	struct arena a = { 0 };
	int taken = 0;
	size_t from = v->at;

	if (v->at < v->top)
		v->top = v->at;
	for (; from > v->top; from--) {
		int more = height_of(&v->rows.at[from], g, &a);

		if (taken + more > room)
			break;
		taken += more;
	}
	if (from > v->top || (v->at > v->top && taken + height_of(&v->rows.at[from], g, &a) > room))
		v->top = from == v->at ? from : from + 1;
	arena_reset(&a);
}

static void service_render(const struct screen *s, struct grid *g)
{
	struct service_state *v = s->state;
	int row = put_head(v, g, screen_session(s)->today);
	size_t i;

	grid_cursor(g, 0, GRID_MARGIN);
	scroll(v, g, g->rows - 1 - row);
	for (i = v->top; i < v->rows.n && row < g->rows - 1; i++) {
		int first = row;

		row += put_row(&v->rows.at[i], g, row, g->rows - 1 - row);
		if (i == v->at)
			grid_select(g, first);
	}
	v->page = i > v->top ? i - v->top : 1;
	if (i < v->rows.n)
		grid_printf(g, g->rows - 1, GRID_TEXT + LABEL_WIDTH, LOOK_SECOND, _("%zu more ↓"),
		            v->rows.n - i);
}

/* Heads are no rows to stand on. */
static bool go_on(struct service_state *v, enum act act)
{
	struct list_view view = { .n = v->rows.n, .at = v->at, .page = v->page };
	size_t was = v->at;

	if (!list_take(&view, act))
		return false;
	v->at = view.at;
	if (v->rows.n > 0 && v->rows.at[v->at].kind == SERVICE_HEAD)
		v->at = v->at > was || v->at == 0 ? v->at + 1 : v->at - 1;
	return true;
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

static const struct service_row *row_at(const struct service_state *v)
{
	return v->rows.n > 0 ? &v->rows.at[v->at] : NULL;
}

static enum outcome open_row(struct screen *s)
{
	const struct service_row *r = row_at(s->state);

	if (r && r->kind == SERVICE_PROPOSAL) {
		s->go = (struct visit){ .where = &approvals_screen, .id = { r->id } };
		return OPEN;
	}
	if (!r || r->kind != SERVICE_OTHER)
		return STAY;
	s->go = (struct visit){ .where = &service_screen, .id = { r->id, s->target.id[1] } };
	return OPEN;
}

static enum outcome ask_note(struct screen *s)
{
	struct prompt p = { 0 };

	((struct service_state *)s->state)->taking.n = 0;
	prompt_ask(&p, _("A note for staff on this service:"), NULL);
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome ask_taking(struct screen *s)
{
	struct service_state *v = s->state;
	const struct service_row *r = row_at(v);
	struct prompt p = { 0 };

	if (!r || r->kind != SERVICE_NOTE) {
		desk_say(s->desk, _("↓ to a note first: d takes a note off."));
		return REDRAW;
	}
	v->taking.n = r->id;
	prompt_ask(&p, _("Take this note off?"), "yn");
	desk_ask(s->desk, &p);
	return REDRAW;
}

static void service_came_back(struct screen *s, const struct result *r)
{
	struct service_state *v = s->state;
	struct session *session = screen_session(s);
	struct service_id id = v->record.entry.service.id;
	bool off = v->taking.n != 0;
	enum status rc;

	if (r->from || !r->saved || (off && r->id[0] != 'y'))
		return;
	rc = off ? casework_take_note_off(session, id, v->taking)
	         : casework_note_on_service(session, id, r->text);
	if (rc != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk,
		         off ? _("The note is off. u puts it back.")
		             : _("Saved: a note on %s, by you, today."),
		         v->record.entry.service.name);
	desk_reload(s->desk);
}

static enum outcome service_take(struct screen *s, enum act act, const struct input *in)
{
	struct service_state *v = s->state;

	(void)in;
	if (go_on(v, act))
		return REDRAW;
	if (act == ACT_CHOOSE)
		return choose(s);
	if (act == ACT_OPEN)
		return open_row(s);
	if (act == ACT_STILL_SO)
		return go_to(s, &checked_screen);
	if (act == ACT_CHANGE)
		return go_to(s, &trouble_screen);
	if (act == ACT_HAND_OUT)
		return go_to(s, &sheet_screen);
	if (act == ACT_WHY)
		return go_to(s, &service_history_screen);
	if (act == ACT_NEW)
		return ask_note(s);
	if (act == ACT_DONE)
		return ask_taking(s);
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
	{ "n", ACT_NEW, NEEDS_STAFF | NEEDS_WRITE, "A note on it for staff, with your name and today", "note" },
	{ "d", ACT_DONE, NEEDS_STAFF | NEEDS_WRITE, "Take the note under the cursor off (asks)", NULL },
	{ "i", ACT_WHY, NEEDS_STAFF, "Who changed what of it, and when", "changes" },
	{ "Enter", ACT_OPEN, NEEDS_HIDDEN, "Open what the row names", NULL },
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
	.came_back = service_came_back,
	.subject = service_subject,
	.has = service_has,
};
