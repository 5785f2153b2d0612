#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "casework/access.h"
#include "ui/line.h"

/*
 * The passphrase again, before what could do harm in other hands. id[1]: the operation. Closing it
 * saved lets whatever was refused be tried again.
 */
struct proof_state {
	struct line passphrase;
	const char *said; /* what went wrong, belongs to s->keep */
};

static enum status proof_begin(struct screen *s)
{
	struct proof_state *v = s->state;

	v->passphrase.secret = true;
	return OK;
}

static void proof_render(const struct screen *s, struct grid *g)
{
	struct proof_state *v = s->state;
	const struct session *session = screen_session(s);
	struct rect in = panel_put(g, _("Your passphrase again"), 5);
	int column;

	grid_printf(g, in.row, in.column, LOOK_PLAIN, _("%s, to %s:"), session->account.name,
	            op_what((enum op)s->target.id[1]));
	column = grid_put(g, in.row + 2, in.column, -1, LOOK_SECOND, _("Passphrase")) + 2;
	line_put(&v->passphrase, g, in.row + 2, column, in.columns - column, true);
	if (v->said)
		grid_put_lines(g, in.row + 3, in.column, 2, in.columns, LOOK_ATTENTION, v->said);
	else if (session->demo)
		grid_put(g, in.row + 3, in.column, in.columns, LOOK_SECOND,
		         _("The demonstration has none: Enter goes on."));
}

static void forget(struct proof_state *v)
{
	line_done(&v->passphrase);
	v->passphrase = (struct line){ .secret = true };
}

static enum outcome prove(struct screen *s)
{
	struct proof_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_prove(session, buf_str(&v->passphrase.text));

	forget(v);
	if (rc != OK) {
		v->said = arena_strdup(&s->keep, session_fault(session));
		return REDRAW;
	}
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome proof_take(struct screen *s, enum act act, const struct input *in)
{
	struct proof_state *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (in->kind == INPUT_KEY && text_equal(in->key, "Enter"))
		return prove(s);
	return line_take(&v->passphrase, in) == LINE_PASS ? PASS : REDRAW;
}

static void proof_end(struct screen *s)
{
	struct proof_state *v = s->state;

	line_done(&v->passphrase);
}

static bool proof_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static const struct binding proof_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "Go on with what was asked for", "go on" },
	{ "Esc", ACT_BACK, 0, "Back: nothing is done", "back" },
	{ 0 },
};

const struct screen_ops proof_screen = {
	.name = "proof",
	.title = "Your passphrase again",
	.state_size = sizeof(struct proof_state),
	.bindings = proof_bindings,
	.overlay = true,
	.begin = proof_begin,
	.render = proof_render,
	.take = proof_take,
	.typing = proof_typing,
	.end = proof_end,
};
