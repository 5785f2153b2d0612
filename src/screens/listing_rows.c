#include "listing_rows.h"

#include "desk.h"

#include "base/words.h"
#include "casework/directory.h"
#include "model/phone.h"
#include "ui/keys.h"

/* Columns, counted from the right end of the grid. */
#define HOW     46
#define WAIT    31
#define HELPED  24
#define CHECKED 12
#define NARROW  72 /* below: how to get in stands under the list, so that the name has room */

/* Where the name ends, counted like the columns. */
static int name_end(const struct grid *g)
{
	return g->columns < NARROW ? WAIT : HOW;
}

void listing_heads_put(struct grid *g, int row)
{
	if (name_end(g) == HOW)
		grid_put(g, row, g->columns - HOW, HOW - WAIT - 1, LOOK_SECOND, _("how to get in"));
	grid_put(g, row, g->columns - WAIT, WAIT - HELPED - 1, LOOK_SECOND, _("wait"));
	grid_put(g, row, g->columns - HELPED, HELPED - CHECKED - 1, LOOK_SECOND, _("helped"));
	grid_put(g, row, g->columns - CHECKED, CHECKED - 1, LOOK_SECOND, _("checked"));
}

void listing_far_head_put(struct grid *g, int row)
{
	grid_clear(g, row, g->columns - HELPED, 1, HELPED - CHECKED - 1);
	grid_put(g, row, g->columns - HELPED, HELPED - CHECKED - 1, LOOK_SECOND, _("about"));
}

void listing_far_put(struct grid *g, int row, const struct listing *x, struct arena *a)
{
	grid_clear(g, row, g->columns - HELPED, 1, HELPED - CHECKED - 1);
	grid_put(g, row, g->columns - HELPED, HELPED - CHECKED - 1, LOOK_PLAIN, listing_far(x, a));
}

void listing_sign_put(struct grid *g, int row, const struct listing *x, bool is_marked)
{
	if (is_marked)
		grid_put(g, row, GRID_TEXT - 1, 1, LOOK_ACCENT, "*");
	else if (x->favourite)
		grid_put(g, row, GRID_TEXT - 1, 1, LOOK_SECOND, "+");
}

void listing_why_head_put(struct grid *g, int row)
{
	const int at = name_end(g);

	grid_clear(g, row, g->columns - at, 1, at - CHECKED - 1);
	grid_put(g, row, g->columns - at, at - CHECKED - 1, LOOK_SECOND, _("why it does not fit"));
}

void listing_put(struct grid *g, int row, const struct listing *x, const char *why, day today,
                 struct arena *a)
{
	const struct service *s = &x->service;
	const int at = name_end(g);
	int name = g->columns - at - GRID_TEXT - 1;

	grid_put(g, row, GRID_TEXT, name, LOOK_STRONG, s->name);
	if (text_empty(why)) {
		if (at == HOW)
			grid_put(g, row, g->columns - HOW, HOW - WAIT - 1, LOOK_PLAIN,
			         listing_how(s, a));
		grid_put(g, row, g->columns - WAIT, WAIT - HELPED - 1, LOOK_PLAIN,
		         listing_wait(s, a));
		grid_put(g, row, g->columns - HELPED, HELPED - CHECKED - 1, LOOK_PLAIN,
		         listing_helped(&x->use, a));
	} else {
		grid_put(g, row, g->columns - at, at - CHECKED - 1, LOOK_ATTENTION, why);
	}
	grid_put(g, row, g->columns - CHECKED, CHECKED - 1,
	         service_stale(s, today) ? LOOK_ALARM : LOOK_PLAIN, listing_checked(s, today, a));
}

static const char *reached(const struct service *s, struct arena *a)
{
	const char *phone = phone_shown(s->phone, a);

	if (text_empty(s->url))
		return phone;
	return text_empty(phone) ? s->url : arena_printf(a, "%s · %s", phone, s->url);
}

void listing_preview_put(struct grid *g, int row, int rows, const struct listing *x,
                         const char *postcode, day today)
{
	struct arena a = { 0 };
	const struct service *s = &x->service;
	const char *about = listing_about(s, postcode, &a);
	bool room = rows >= 6;

	if (about[0] == '\0')
		about = arena_printf(&a, "%s. %s", s->name, reached(s, &a));
	else
		about = arena_printf(&a, "%s: %s", s->name, about);
	row += grid_put_lines(g, row, GRID_MARGIN, room ? 3 : (rows > 2 ? 2 : rows), g->columns - 2,
	                      LOOK_PLAIN, about);
	if (room) {
		row++;
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_STRONG, reached(s, &a));
		grid_printf(g, row++, GRID_MARGIN, LOOK_SECOND, "%s · %s",
		            listing_freshness(s, today, &a), listing_use(&x->use, &a));
	}
	arena_reset(&a);
}

void listing_filter_put(struct grid *g, int row, struct line *filter, bool typing)
{
	if (!typing && line_empty(filter))
		return;
	grid_put(g, row, GRID_MARGIN, 1, LOOK_STRONG, "/");
	line_put(filter, g, row, GRID_MARGIN + 1, g->columns - name_end(g) - GRID_MARGIN - 3,
	         typing);
}

enum filter_did listing_filter_take(struct line *filter, const struct input *in)
{
	if (key_matches("Enter", in) || key_matches("Tab", in))
		return FILTER_LEFT;
	if (key_matches("Esc", in)) {
		line_set(filter, "");
		return FILTER_LEFT;
	}
	switch (line_take(filter, in)) {
	case LINE_PASS:
		return FILTER_PASS;
	case LINE_MOVED:
		return FILTER_MOVED;
	case LINE_CHANGED:
	case LINE_FULL:
		break;
	}
	return FILTER_CHANGED;
}

void listing_favourite_ask(struct screen *s, const struct listing *x)
{
	struct prompt p = { 0 };

	prompt_ask(&p,
	           arena_printf(&s->keep,
	                        x->favourite ? _("Take %s off your favourites?")
	                                     : _("Keep %s among your favourites?"),
	                        x->service.name),
	           "yn");
	desk_ask(s->desk, &p);
}

void listing_favourite_answered(struct screen *s, const struct listing *x, const struct result *r)
{
	if (!x || !r->saved || r->id[0] != 'y')
		return;
	if (casework_keep_favourite(screen_session(s), x->service.id, !x->favourite) != OK) {
		desk_say_fault(s->desk);
		return;
	}
	desk_say(s->desk,
	         x->favourite ? _("%s is no favourite any more.")
	                      : _("Kept: %s. v shows your favourites."),
	         x->service.name);
	desk_reload(s->desk);
}
