#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/release.h"
#include "paper/plan.h"
#include "ui/list.h"

#include <string.h>

#define LIST_ROW 4

/* The plan as it will be on paper, each sentence with a tick, before it leaves. */
struct plan_paper {
	struct plan_release release;
	struct list_view list;
	bool asked;   /* who else sees it was asked here */
	bool on[128]; /* the ticks, as they were set */
	bool ticked;  /* they were set here */
	size_t sentences;
};

static struct person_id person(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

/* Ticks outlast a load while the sentences are the same ones. */
static void put_ticks(struct plan_paper *p)
{
	struct plan_document *d = &p->release.document;

	for (size_t i = 0; p->ticked && d->n == p->sentences && i < d->n; i++)
		if (i < COUNT_OF(p->on))
			d->at[i].on = p->on[i];
}

static enum status plan_paper_load(struct screen *s)
{
	struct plan_paper *p = s->state;
	enum status rc =
		casework_release_plan(screen_session(s), person(s), &s->arena, &p->release);

	if (rc != OK)
		return rc;
	put_ticks(p);
	list_resize(&p->list, p->release.document.n);
	return OK;
}

static void put_sentence(const struct plan_paper *p, size_t i, struct grid *g, int row)
{
	const struct plan_sentence *x = &p->release.document.at[i];

	if (i == p->list.at)
		grid_select(g, row);
	grid_put(g, row, GRID_TEXT, 3, x->on ? LOOK_ACCENT : LOOK_SECOND, x->on ? "[x]" : "[ ]");
	grid_put(g, row, GRID_TEXT + 4, -1, x->on ? LOOK_PLAIN : LOOK_SECOND, x->text);
}

static void put_sentences(struct plan_paper *p, struct grid *g)
{
	const struct plan_document *d = &p->release.document;
	int room = g->rows - LIST_ROW - (int)p->release.missing - 2, row = LIST_ROW;
	struct list_window w = list_window(&p->list, room - PLAN_PARTS);

	for (size_t i = w.first; i < w.first + w.shown; i++) {
		if (i == w.first || d->at[i].part != d->at[i - 1].part)
			grid_put(g, row++, GRID_TEXT, -1, LOOK_HEAD, plan_part_head(d->at[i].part));
		put_sentence(p, i, g, row++);
	}
	if (w.below > 0 || w.above > 0)
		list_more(g, row, GRID_TEXT, &w);
}

static void plan_paper_render(const struct screen *s, struct grid *g)
{
	struct plan_paper *p = s->state;
	const struct plan_release *r = &p->release;
	struct arena a = { 0 };
	int row = g->rows - (int)r->missing;

	strip_put(g, _("Paper"), &r->strip, r->document.brief ? _("short") : NULL);
	grid_put(g, 2, GRID_MARGIN, -1, LOOK_STRONG, plan_document_title(&r->document, &a));
	grid_rule(g, 3, GRID_MARGIN, -1);
	put_sentences(p, g);
	for (size_t i = 0; i < r->missing; i++)
		grid_put(g, row++, GRID_MARGIN, -1, LOOK_ATTENTION, r->lacks[i]);
	arena_reset(&a);
}

static void ask(struct screen *s, const char *question, const char *keys)
{
	struct prompt p = { 0 };

	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
}

static void ask_seen(struct screen *s)
{
	struct plan_paper *p = s->state;

	p->asked = true;
	ask(s, _("Will anybody else see this paper?"), "yn?");
}

static void seen(struct screen *s, char key)
{
	struct plan_paper *p = s->state;
	enum asked answer = key == 'y' ? SAID_YES : key == 'n' ? SAID_NO : NOT_ASKED;

	p->asked = false;
	p->ticked = false;
	if (casework_set_paper_seen(screen_session(s), person(s), answer) != OK)
		desk_say_fault(s->desk);
	else if (answer == SAID_NO)
		desk_say(s->desk, "%s", _("Saved. The whole plan; Space takes a line off or on."));
	else
		desk_say(s->desk, "%s", _("Saved. The short one: dates, who rings, numbers."));
}

static bool ends_with(const char *path, const char *end)
{
	size_t n = strlen(path), m = strlen(end);

	return n > m && strcmp(path + n - m, end) == 0;
}

static enum status write_page(struct screen *s, const char *path, struct arena *a)
{
	const struct plan_paper *p = s->state;
	struct buf page = { 0 };
	struct file_put *f = NULL;
	const char *fault = "";
	enum status rc;

	if (ends_with(path, ".html"))
		plan_paper_html(&p->release.document, false, &page);
	else
		plan_paper_text(&p->release.document, &page);
	rc = file_put_open(path, FILE_KEEP_EXISTING, a, &f, &fault);
	if (rc == OK && file_put_write(f, buf_str(&page)) != OK)
		rc = E_IO;
	if (f) {
		enum status closed = file_put_close(f, a, &fault);

		rc = rc == OK ? closed : rc;
	}
	if (rc != OK)
		desk_say(s->desk, "%s", fault);
	buf_done(&page);
	return rc;
}

static void hand_out(struct screen *s, const char *path)
{
	const struct plan_paper *p = s->state;
	struct arena a = { 0 };

	if (text_empty(path)) {
		desk_say(s->desk, "%s", _("Nothing was written: the page needs a name."));
	} else if (write_page(s, path, &a) == OK) {
		if (casework_released_plan(screen_session(s), &p->release) != OK)
			desk_say_fault(s->desk);
		else
			desk_say(s->desk, _("Written to %s, and on record as handed out."), path);
	}
	arena_reset(&a);
}

static void plan_paper_came_back(struct screen *s, const struct result *r)
{
	struct plan_paper *p = s->state;

	if (r->from || !r->saved) {
		p->asked = false;
		return;
	}
	if (p->asked)
		seen(s, (char)r->id[0]);
	else
		hand_out(s, r->text);
	desk_reload(s->desk);
}

static void tick(struct plan_paper *p)
{
	struct plan_document *d = &p->release.document;

	if (p->list.at >= d->n)
		return;
	d->at[p->list.at].on = !d->at[p->list.at].on;
	for (size_t i = 0; i < d->n && i < COUNT_OF(p->on); i++)
		p->on[i] = d->at[i].on;
	p->sentences = d->n;
	p->ticked = true;
}

static enum outcome plan_paper_take(struct screen *s, enum act act, const struct input *in)
{
	struct plan_paper *p = s->state;

	(void)in;
	if (list_take(&p->list, act))
		return REDRAW;
	switch ((int)act) {
	case ACT_MARK:
		tick(p);
		return REDRAW;
	case ACT_WHOSE:
		ask_seen(s);
		return REDRAW;
	case ACT_SAVE:
		if (p->release.seen == NOT_ASKED)
			ask_seen(s);
		else
			ask(s, _("Write it to (NAME.html to print, else text):"), NULL);
		return REDRAW;
	default:
		return PASS;
	}
}

static int64_t plan_paper_subject(const struct screen *s)
{
	return s->target.id[0];
}

/* clang-format off */
static const struct binding plan_paper_bindings[] = {
	{ "Space", ACT_MARK, 0, "This line on or off the page", "on or off" },
	{ "w", ACT_WHOSE, NEEDS_WRITE, "Who else will see it: decides how much stands on it", "who sees it" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Write the page; it asks where", "write it" },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "k", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, NEEDS_HIDDEN, "Down", NULL },
	{ "j", ACT_DOWN, NEEDS_HIDDEN, "Down", NULL },
	{ "PgUp", ACT_PAGE_UP, NEEDS_HIDDEN, "A page up", NULL },
	{ "PgDn", ACT_PAGE_DOWN, NEEDS_HIDDEN, "A page down", NULL },
	{ "Esc", ACT_BACK, NEEDS_HIDDEN, "Back; nothing was handed out", NULL },
	{ 0 },
};
/* clang-format on */

const struct screen_ops plan_paper_screen = {
	.name = "plan-paper",
	.title = "Paper",
	.state_size = sizeof(struct plan_paper),
	.bindings = plan_paper_bindings,
	.load = plan_paper_load,
	.render = plan_paper_render,
	.take = plan_paper_take,
	.came_back = plan_paper_came_back,
	.subject = plan_paper_subject,
};
