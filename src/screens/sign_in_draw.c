#include "sign_in.h"

#include "desk.h"

#include "base/words.h"

#define LABEL_WIDTH 12
#define VALUE       (GRID_TEXT + LABEL_WIDTH + 1)

static void put_names(struct sign_in_state *v, struct grid *g, int *row)
{
	struct list_window w = list_window(&v->view, g->rows - *row - 8);

	for (size_t i = 0; i < w.shown; i++) {
		size_t at = w.first + i;
		int column = grid_put(g, *row, GRID_TEXT, 28, LOOK_STRONG, v->names.at[at].name);

		grid_put(g, *row, column + 2, 24, LOOK_SECOND, v->names.at[at].login);
		if (at == v->view.at)
			grid_select(g, *row);
		(*row)++;
	}
	list_more(g, *row, GRID_TEXT, &w);
	*row += 1;
}

static void put_line(struct line *l, struct grid *g, int row, const char *label, bool focused)
{
	grid_put(g, row, GRID_TEXT, LABEL_WIDTH, LOOK_SECOND, label);
	line_put(l, g, row, VALUE, g->columns - VALUE - 4, focused);
}

static void put_wait(const struct sign_in_state *v, struct grid *g, int row)
{
	grid_printf(g, row, GRID_TEXT, LOOK_ATTENTION,
	            v->left == 1 ? _("There were too many wrong tries. 1 second more.")
	                         : _("There were too many wrong tries. %d seconds more."),
	            (int)v->left);
	grid_put(g, row + 1, GRID_TEXT, -1, LOOK_SECOND,
	         _("Forgotten? A coordinator gives you a code to sign in with once."));
}

static void put_who(const struct screen *s, struct sign_in_state *v, struct grid *g)
{
	int row = 2;

	grid_put(g, row++, GRID_TEXT, -1, LOOK_HEAD, "clew");
	grid_put(g, row++, GRID_TEXT, -1, LOOK_SECOND,
	         !s->desk->path    ? _("Enter comes back to the demonstration.")
	         : v->names.n == 0 ? ""
	         : v->names.typed
	                 ? _("Who is it? Your login, Enter, then your passphrase and Enter.")
	                 : _("Who is it? ↑ ↓ to your name, then your passphrase and Enter."));
	grid_cursor(g, 3, GRID_TEXT);
	row++;
	if (s->desk->path && v->names.n > 0) {
		if (v->names.typed)
			put_line(&v->login, g, row++, _("Login"), !v->asking);
		else
			put_names(v, g, &row);
		put_line(&v->passphrase, g, row + !v->names.typed, _("Passphrase"),
		         v->asking || !v->names.typed);
	}
	if (v->desk) {
		int column = grid_put(g, g->rows - 6, GRID_TEXT, -1, LOOK_STRONG,
		                      _("Desk, no name needed: F2"));

		grid_put(g, g->rows - 6, column + 2, -1, LOOK_SECOND,
		         _("services, enquiries, messages, safety"));
	}
	if (v->left > 0)
		put_wait(v, g, g->rows - 3);
	else if (v->said)
		grid_put_lines(g, g->rows - 4, GRID_TEXT, 4, g->columns - 6, LOOK_ATTENTION,
		               v->said);
	if (v->mendable)
		grid_put(g, 5, GRID_TEXT, -1, LOOK_PLAIN,
		         _("Enter puts the copy before it in its place."));
}

static void put_choose(struct sign_in_state *v, struct grid *g)
{
	grid_printf(g, 2, GRID_TEXT, LOOK_HEAD, _("Welcome, %s."), v->session->account.name);
	grid_put_lines(g, 3, GRID_TEXT, 2, g->columns - 6, LOOK_PLAIN,
	               _("The code was for this once. Choose a passphrase of your own."));
	choose_put(&v->choose, g, 6, GRID_TEXT, g->columns - 6);
}

static void put_pin(struct sign_in_state *v, struct grid *g)
{
	grid_printf(g, 2, GRID_TEXT, LOOK_HEAD, _("Welcome, %s."), v->session->account.name);
	grid_put(g, 4, GRID_TEXT, 48, LOOK_PLAIN, _("PIN for today, 6 digits (Enter: none)"));
	line_put(&v->pin, g, 4, 42, 8, true);
	grid_put_lines(g, 6, GRID_TEXT, 2, g->columns - 6, v->said ? LOOK_ATTENTION : LOOK_SECOND,
	               v->said ? v->said
	                       : arena_printf(&v->session->arena,
	                                      _("When the screen locks, it brings you back for %d "
	                                        "minutes. It is forgotten when you sign out."),
	                                      v->session->service.pin_minutes));
}

void sign_in_render(const struct screen *s, struct grid *g)
{
	struct sign_in_state *v = s->state;

	switch (v->stage) {
	case STAGE_WHO:
		put_who(s, v, g);
		return;
	case STAGE_CHOOSE:
		put_choose(v, g);
		return;
	case STAGE_PIN:
		put_pin(v, g);
		return;
	}
}
