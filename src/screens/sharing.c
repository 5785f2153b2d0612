#include "person.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"

/* The Sharing tab: what they agreed to, what left, and the privacy notice. */

#define LABEL_WIDTH 43 /* "7 ask them later what they thought of us" */
#define GIVEN_WIDTH 34 /* "To be given again: 9 records it" */
#define DAY_WIDTH   14

enum status person_sharing_read(struct session *s, struct person_page *p, struct arena *a)
{
	enum status rc = casework_sharing(s, p->view.person.id, a, &p->sharing);

	p->shared = (struct view_row_list){ 0 };
	for (size_t i = 0; rc == OK && i < p->sharing.n; i++) {
		const struct share_row *x = &p->sharing.at[i];

		*ARENA_PUSH(a, &p->shared) = (struct view_row){
			.when = x->value, .kind = x->label, .what = x->value, .whole = x->whole
		};
	}
	return rc;
}

const struct share_row *person_sharing_row(const struct person_page *p)
{
	size_t at = p->list[TAB_SHARING].at;

	return at < p->sharing.n ? &p->sharing.at[at] : NULL;
}

static void put_row(struct grid *g, int row, const struct share_row *x)
{
	int width = x->kind == SHARE_LEFT     ? DAY_WIDTH
	            : x->kind == SHARE_NOTICE ? GIVEN_WIDTH
	                                      : LABEL_WIDTH;
	enum look look = x->stops ? LOOK_ALARM : x->missing ? LOOK_ATTENTION : LOOK_PLAIN;

	if (x->kind == SHARE_HEAD) {
		grid_put(g, row, GRID_MARGIN, -1, LOOK_HEAD, x->label);
		return;
	}
	if (x->kind == SHARE_SAID) {
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND, x->label);
		return;
	}
	grid_put(g, row, GRID_TEXT, width - 1,
	         x->kind == SHARE_NOTICE && x->missing ? LOOK_ATTENTION : LOOK_PLAIN, x->label);
	grid_put(g, row, GRID_TEXT + width, -1, x->kind == SHARE_NOTICE ? LOOK_PLAIN : look,
	         x->value);
}

void person_put_sharing(struct person_page *p, struct grid *g, int row)
{
	struct list_view *list = &p->list[TAB_SHARING];
	struct list_window w = list_window(list, g->rows - row);

	for (size_t i = 0; i < w.shown; i++, row++) {
		put_row(g, row, &p->sharing.at[w.first + i]);
		if (w.first + i == list->at)
			grid_select(g, row);
	}
	list_more(g, row, GRID_TEXT, &w);
}

static enum outcome ask(struct screen *s, const struct share_with *with)
{
	if (session_read_only(screen_session(s))) {
		desk_say(s->desk, _("The file is open for reading only."));
		return REDRAW;
	}
	s->go = visit_consent((struct person_id){ s->target.id[0] }, with);
	return OPEN;
}

static enum outcome give_notice(struct screen *s)
{
	s->go = visit_person(&notice_screen, (struct person_id){ s->target.id[0] });
	return OPEN;
}

/* 1-8: ask and record; 9: the notice. */
enum outcome person_take_sharing(struct screen *s, const struct input *in)
{
	unsigned digit = (unsigned)(in->ch - U'0');
	struct share_with with = { .purpose = (enum purpose)digit, .to_whom = "" };

	return digit < PURPOSE_COUNT ? ask(s, &with) : give_notice(s);
}

/* Enter on an entry that is read. */
enum outcome person_open_sharing(struct screen *s, const struct person_page *p)
{
	const struct share_row *row = person_sharing_row(p);

	if (row && row->kind == SHARE_CONSENT)
		return ask(s, &row->with);
	if (row && row->kind == SHARE_LOOKED) {
		s->go = visit_looked((struct person_id){ s->target.id[0] });
		return OPEN;
	}
	if (row && row->kind == SHARE_NAMED) {
		s->go = visit_person(&named_screen, (struct person_id){ s->target.id[0] });
		return OPEN;
	}
	return row && row->kind == SHARE_NOTICE ? give_notice(s) : REDRAW;
}
