#include "desk.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/approvals.h"
#include "casework/restricted.h"
#include "ui/list.h"

/*
 * Whether a record is restricted, and who is named for it. id[0]: the person. Restricting and lifting
 * ask why; what takes a second person is asked of one.
 */
struct named_state {
	struct named_list list;
	struct list_view view;
	enum named_asking {
		NAMED_NOTHING,
		NAMED_RESTRICT,
		NAMED_LIFT,
		NAMED_ADD,
		NAMED_OFF,
	} asking;
};

static struct person_id person_of(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

static enum status named_load(struct screen *s)
{
	struct named_state *v = s->state;
	enum status rc = casework_named(screen_session(s), person_of(s), &s->arena, &v->list);

	if (rc == OK)
		list_resize(&v->view, v->list.n);
	return rc;
}

static void named_render(const struct screen *s, struct grid *g)
{
	struct named_state *v = s->state;
	struct list_window w = list_window(&v->view, g->rows - 7);
	int row = 5, column, room = g->columns - 5 - (int)text_width(str_of(v->list.ref));

	/* A name that is too long is cut itself, for the reference to stand. */
	column = grid_put(g, 0, 1, room, LOOK_STRONG,
	                  v->list.hidden ? _("Restricted record") : v->list.who);
	grid_printf(g, 0, column, LOOK_STRONG, " · %s", v->list.ref);
	grid_cursor(g, 5, 1);
	if (!v->list.restricted) {
		grid_put_lines(g, 2, 1, 2, g->columns - 2, LOOK_PLAIN,
		               _("Not restricted: colleagues open it with a reason. 1 restricts it "
		                 "to a list of names."));
		return;
	}
	grid_put_lines(g, 2, 1, 2, g->columns - 2, LOOK_ATTENTION,
	               _("Restricted. These open it; everybody else sees the reference alone, and "
	                 "opens it anyway only with a reason that a coordinator looks at."));
	for (size_t i = 0; i < w.shown; i++, row++) {
		const struct named *x = &v->list.at[w.first + i];

		grid_put(g, row, GRID_TEXT, 28, LOOK_STRONG, x->name);
		grid_put(g, row, 32, -1, LOOK_SECOND, x->worker ? _("their worker") : x->login);
		if (w.first + i == v->view.at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
}

static enum outcome ask(struct screen *s, enum named_asking asking, const char *question,
                        const char *keys)
{
	struct named_state *v = s->state;
	struct prompt p = { 0 };

	v->asking = asking;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
	return REDRAW;
}

static enum outcome ask_digit(struct screen *s, char32_t digit)
{
	struct named_state *v = s->state;
	struct arena *a = &s->desk->memory;

	if (!v->list.restricted)
		return digit == '1'
		               ? ask(s, NAMED_RESTRICT,
		                     arena_printf(a, _("Restrict %s. Why:"), v->list.ref), NULL)
		               : STAY;
	if (digit == '1')
		return ask(s, NAMED_LIFT,
		           arena_printf(a, _("Lift the restriction of %s. Why:"), v->list.ref),
		           NULL);
	if (digit == '2')
		return ask(
			s, NAMED_ADD,
			arena_printf(a, _("Name for %s, by what they sign in with:"), v->list.ref),
			NULL);
	if (v->list.n == 0)
		return STAY;
	return ask(s, NAMED_OFF,
	           arena_printf(a, _("Take %s off the list of %s?"), v->list.at[v->view.at].name,
	                        v->list.ref),
	           "yn");
}

static enum outcome named_take(struct screen *s, enum act act, const struct input *in)
{
	struct named_state *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&v->view, act))
		return REDRAW;
	return act == ACT_DIGIT ? ask_digit(s, in->ch) : PASS;
}

/* What the account may not do alone is asked of somebody else, with the same words. */
static enum status ask_second(struct screen *s, enum op op, const char *why)
{
	struct new_approval x = { .op = op, .person = person_of(s), .why = why };
	int64_t id;
	enum status rc = casework_ask_approval(screen_session(s), &x, &id);

	if (rc == OK)
		desk_say(s->desk,
		         _("Asked. Somebody else finds it on their Today and can answer for seven "
		           "days."));
	return rc;
}

static enum status restrict_or_lift(struct screen *s, bool restricting, const char *why)
{
	struct session *session = screen_session(s);
	enum op op = restricting ? OP_RESTRICT : OP_UNRESTRICT;
	enum status rc = restricting ? casework_restrict(session, person_of(s), why)
	                             : casework_unrestrict(session, person_of(s), why);

	if (rc == E_DENIED && (session->demand.permit == PERMIT_TOGETHER ||
	                       session->demand.permit == PERMIT_TO_PROPOSE))
		return ask_second(s, op, why);
	if (rc == OK)
		desk_say(s->desk, "%s",
		         restricting ? _("Saved. Only those who are named open it now.")
		                     : _("Saved. It is like every other record again."));
	return rc;
}

static void named_came_back(struct screen *s, const struct result *r)
{
	struct named_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = OK;

	if (r->from || !r->saved)
		return;
	switch (v->asking) {
	case NAMED_NOTHING:
		return;
	case NAMED_RESTRICT:
	case NAMED_LIFT:
		rc = restrict_or_lift(s, v->asking == NAMED_RESTRICT, r->text);
		break;
	case NAMED_ADD:
		rc = casework_name(session, person_of(s), r->text);
		if (rc == OK)
			desk_say(s->desk, _("Saved. %s opens it from now on."), r->text);
		break;
	case NAMED_OFF:
		if (r->id[0] != 'y')
			return;
		rc = casework_unname(session, person_of(s), v->list.at[v->view.at].account);
		if (rc == OK)
			desk_say(s->desk, _("Saved. They see the reference alone from now on."));
		break;
	}
	if (rc != OK)
		desk_say_fault(s->desk);
	desk_reload(s->desk);
}

// clang-format off
static const struct binding named_bindings[] = {
	{ "1", ACT_DIGIT, NEEDS_WRITE, "Restrict the record, or lift it (asks why)", "restrict, lift" },
	{ "2", ACT_DIGIT, NEEDS_WRITE | NEEDS_ROW, "Name somebody for it", "name somebody" },
	{ "3", ACT_DIGIT, NEEDS_WRITE | NEEDS_ROW, "Take whom the cursor is on off the list (asks first)", "take off" },
	LIST_BINDINGS(0),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

static unsigned named_has(const struct screen *s)
{
	const struct named_state *v = s->state;

	return v->list.restricted ? NEEDS_ROW : 0;
}

static int64_t named_subject(const struct screen *s)
{
	return s->target.id[0];
}

const struct screen_ops named_screen = {
	.name = "named",
	.title = "Who may open it",
	.state_size = sizeof(struct named_state),
	.bindings = named_bindings,
	.load = named_load,
	.render = named_render,
	.take = named_take,
	.came_back = named_came_back,
	.subject = named_subject,
	.has = named_has,
};
