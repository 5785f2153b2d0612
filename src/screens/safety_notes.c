#include "desk.h"
#include "masked.h"
#include "screens.h"

#include "base/words.h"
#include "casework/safety.h"
#include "ui/list.h"

/*
 * Worries about safety that this account may read: the open ones above, the chosen one whole below.
 * target.id[0]: the one to begin on, also one that is done.
 */
struct notes_state {
	struct safety_item_list items;
	struct list_view view;
	struct safety_record record; /* of the chosen one; id 0: none */
	int64_t wanted;
	enum asking { ASKING_NOTHING, ASKING_SEEN, ASKING_DONE } asking;
};

static int64_t item_id(const void *rows, size_t i)
{
	const struct safety_item *at = rows;

	return at[i].id.n;
}

static int64_t chosen(const struct notes_state *v)
{
	return v->items.n > 0 ? v->items.at[v->view.at].id.n : 0;
}

static void mask(struct screen *s, struct safety_item *x)
{
	x->who = masked_name(s, x->who, x->person, &s->arena);
}

/* Opening one is on record, so it is read when it is chosen and not before. */
static enum status read_chosen(struct screen *s)
{
	struct notes_state *v = s->state;
	struct safety_note_id id = { chosen(v) ? chosen(v) : v->wanted };

	enum status rc;

	v->record = (struct safety_record){ 0 };
	if (id.n == 0)
		return OK;
	rc = casework_safety_note(screen_session(s), id, &s->arena, &v->record);
	if (rc == OK)
		mask(s, &v->record.item);
	return rc;
}

static enum status notes_begin(struct screen *s)
{
	struct notes_state *v = s->state;

	v->wanted = s->target.id[0];
	return OK;
}

static enum status notes_load(struct screen *s)
{
	struct notes_state *v = s->state;
	int64_t was = v->wanted ? v->wanted : v->record.note.id.n;
	enum status rc = casework_safety_notes(screen_session(s), &s->arena, &v->items);

	if (rc != OK)
		return rc;
	for (size_t i = 0; i < v->items.n; i++)
		mask(s, &v->items.at[i]);
	list_reload(&v->view, v->items.n, item_id, v->items.at, was);
	for (size_t i = 0; i < v->items.n; i++)
		if (v->items.at[i].id.n == v->wanted)
			v->wanted = 0;
	rc = read_chosen(s);
	v->wanted = 0;
	return rc;
}

static void put_row(const struct safety_item *x, struct grid *g, int row)
{
	enum look late = x->late ? LOOK_ALARM : x->seen ? LOOK_SECOND : LOOK_ATTENTION;

	grid_put(g, row, GRID_TEXT, 16, LOOK_PLAIN, x->when);
	grid_put(g, row, 20, 20, LOOK_STRONG, x->who);
	grid_put(g, row, 41, 18, LOOK_PLAIN, x->what);
	grid_put(g, row, 60, -1, late,
	         x->seen   ? _("seen")
	         : x->late ? _("! not seen")
	                   : _("not seen yet"));
}

static int put_part(struct grid *g, int row, const char *label, enum look look, const char *text)
{
	if (text_empty(text) || row >= g->rows)
		return row;
	grid_put(g, row, 1, 14, LOOK_SECOND, label);
	return row + grid_put_lines(g, row, 16, g->rows - row < 5 ? g->rows - row : 5,
	                            g->columns - 17, look, text);
}

static void put_record(const struct safety_record *r, struct grid *g, int row)
{
	struct arena a = { 0 };
	const struct safety_note *n = &r->note;

	grid_rule(g, row++, 1, -1);
	grid_put(g, row++, 1, -1, LOOK_STRONG,
	         arena_printf(&a, "%s · %s", r->item.who, r->item.what));
	row = put_part(g, row, _("Raised"), LOOK_PLAIN, r->raised);
	row = put_part(g, row, _("Their words"), LOOK_WORDS,
	               text_empty(n->words) ? "" : arena_printf(&a, "“%s”", n->words));
	row = put_part(g, row, _("What they did"), LOOK_PLAIN, n->did);
	row = put_part(g, row, _("Told"), LOOK_PLAIN, n->told_when);
	row = put_part(g, row, _("They said"), LOOK_PLAIN, n->told_said);
	row = put_part(g, row, _("Why not asked"), LOOK_PLAIN, n->without_consent_because);
	row = put_part(g, row, _("Seen"), LOOK_PLAIN,
	               text_empty(r->seen) ? r->item.state : r->seen);
	put_part(g, row, _("Done"), LOOK_PLAIN, r->done);
	arena_reset(&a);
}

static void notes_render(const struct screen *s, struct grid *g)
{
	struct notes_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows / 3);
	struct arena a = { 0 };
	int row = 1;

	grid_head(g, 0, _("SAFETY"), arena_printf(&a, "%zu", v->items.n));
	arena_reset(&a);
	grid_cursor(g, 1, 1);
	if (v->items.n == 0)
		grid_put(g, row++, 1, -1, LOOK_SECOND,
		         _("No worry about safety is open. ! passes one on."));
	for (size_t i = 0; i < w.shown; i++) {
		put_row(&v->items.at[w.first + i], g, row);
		if (w.first + i == v->view.at)
			grid_select(g, row);
		row++;
	}
	list_more(g, row, GRID_TEXT, &w);
	row = 1 + (w.rows > 0 ? w.rows : 1);
	if (v->record.note.id.n != 0)
		put_record(&v->record, g, row + 1);
}

static void ask(struct screen *s, enum asking asking)
{
	struct notes_state *v = s->state;
	struct prompt p = { 0 };
	const char *who = v->record.item.who;

	v->asking = asking;
	if (asking == ASKING_SEEN)
		prompt_ask(
			&p,
			arena_printf(&s->desk->memory, _("Seen, and you will see to it: %s?"), who),
			"yn");
	else
		prompt_ask(&p, arena_printf(&s->desk->memory, _("Done, %s. What was done?"), who),
		           NULL);
	desk_ask(s->desk, &p);
}

/* Why nothing can be written here, from whoever knows: casework itself. */
static enum outcome refuse(struct screen *s)
{
	const struct notes_state *v = s->state;

	if (casework_safety_done(screen_session(s), v->record.note.id, "") != OK)
		desk_say_fault(s->desk);
	return REDRAW;
}

static enum outcome notes_take(struct screen *s, enum act act, const struct input *in)
{
	struct notes_state *v = s->state;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&v->view, act)) {
		if (read_chosen(s) != OK)
			desk_say_fault(s->desk);
		return REDRAW;
	}
	if (act != ACT_OPEN && act != ACT_DONE)
		return PASS;
	if (!v->record.answerable)
		return refuse(s);
	if (act == ACT_OPEN && v->record.item.seen)
		desk_say(s->desk, _("It was seen. d writes what was done."));
	else
		ask(s, act == ACT_OPEN ? ASKING_SEEN : ASKING_DONE);
	return REDRAW;
}

static void notes_came_back(struct screen *s, const struct result *r)
{
	struct notes_state *v = s->state;
	enum asking asked = v->asking;
	struct session *session = screen_session(s);
	enum status rc;

	if (r->from || !r->saved || asked == ASKING_NOTHING)
		return;
	v->asking = ASKING_NOTHING;
	if (asked == ASKING_SEEN && r->id[0] != 'y')
		return;
	rc = asked == ASKING_SEEN ? casework_safety_seen(session, v->record.note.id)
	                          : casework_safety_done(session, v->record.note.id, r->text);
	if (rc != OK)
		desk_say_fault(s->desk);
	else if (asked == ASKING_SEEN)
		desk_say(s->desk, _("Saved. Whoever raised it reads that you have seen it."));
	else
		desk_say(s->desk, _("Saved. It is off everybody’s Today; the record stays."));
	desk_reload(s->desk);
}

static int64_t notes_subject(const struct screen *s)
{
	const struct notes_state *v = s->state;

	return v->record.note.person.n;
}

static unsigned notes_has(const struct screen *s)
{
	const struct notes_state *v = s->state;

	return v->record.note.id.n != 0 ? NEEDS_ROW : 0;
}

// clang-format off
static const struct binding notes_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_ROW | NEEDS_WRITE, "Write that you have seen it (asks first)", "seen" },
	{ "d", ACT_DONE, NEEDS_ROW | NEEDS_WRITE, "Write what was done, which ends it", "done" },
	{ "c", ACT_CONTACT, NEEDS_PERSON | NEEDS_WRITE, "Contact: open it before you ring", "contact" },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "The one above", NULL },
	{ "Down", ACT_DOWN, NEEDS_HIDDEN, "The one below", NULL },
	{ "PgUp", ACT_PAGE_UP, NEEDS_HIDDEN, "A page up", NULL },
	{ "PgDn", ACT_PAGE_DOWN, NEEDS_HIDDEN, "A page down", NULL },
	{ "Home", ACT_HOME, NEEDS_HIDDEN, "The longest waiting", NULL },
	{ "End", ACT_END, NEEDS_HIDDEN, "The newest", NULL },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops safety_notes_screen = {
	.name = "safety-notes",
	.title = "Safety",
	.state_size = sizeof(struct notes_state),
	.bindings = notes_bindings,
	.begin = notes_begin,
	.load = notes_load,
	.render = notes_render,
	.take = notes_take,
	.came_back = notes_came_back,
	.subject = notes_subject,
	.has = notes_has,
};
