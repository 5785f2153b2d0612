#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/file.h"
#include "base/words.h"
#include "casework/release.h"
#include "paper/paper.h"
#include "ui/list.h"

#include <string.h>

#define LIST_ROW 4

/* The plan as it will be on paper, each sentence with a tick, before it leaves. */
struct plan_paper {
	struct release release;
	struct list_view list;
	enum asked_here { ASKED_NOTHING, ASKED_SEEN, ASKED_FOR, ASKED_NAME, ASKED_WHERE } asked;
	enum purpose copy;    /* what a copy for somebody else is for; NONE: it is their own */
	const char *copy_for; /* who gets it; in s->keep */
	bool on[128];         /* the ticks, as they were set */
	bool ticked;          /* they were set here */
	size_t sentences;
};

static struct person_id person(const struct screen *s)
{
	return (struct person_id){ s->target.id[0] };
}

/* Ticks outlast a load while the sentences are the same ones. */
static void put_ticks(struct plan_paper *p)
{
	struct paper *d = &p->release.paper;

	for (size_t i = 0; p->ticked && d->n == p->sentences && i < d->n; i++)
		if (i < COUNT_OF(p->on))
			d->at[i].on = p->on[i];
}

static enum status plan_paper_load(struct screen *s)
{
	struct plan_paper *p = s->state;
	const struct paper_wanted wanted = {
		.document = DOCUMENT_PLAN,
		.person = person(s),
		.copy = { .purpose = p->copy, .to_whom = p->copy_for ? p->copy_for : "" }
	};
	enum status rc = casework_release_paper(screen_session(s), &wanted, &s->arena, &p->release);

	if (rc != OK)
		return rc;
	put_ticks(p);
	list_resize(&p->list, p->release.paper.n);
	return OK;
}

static void put_sentence(const struct plan_paper *p, size_t i, struct grid *g, int row)
{
	const struct paper_line *x = &p->release.paper.at[i];

	if (i == p->list.at)
		grid_select(g, row);
	grid_put(g, row, GRID_TEXT, 3, x->on ? LOOK_ACCENT : LOOK_SECOND, x->on ? "[x]" : "[ ]");
	grid_put(g, row, GRID_TEXT + 4, -1, x->on ? LOOK_PLAIN : LOOK_SECOND, x->text);
}

static void put_sentences(struct plan_paper *p, struct grid *g)
{
	const struct paper *d = &p->release.paper;
	int room = g->rows - LIST_ROW - (int)p->release.missing - 2, row = LIST_ROW;
	struct list_window w = list_window(&p->list, room - (int)d->parts);

	for (size_t i = w.first; i < w.first + w.shown; i++) {
		if (i == w.first || d->at[i].part != d->at[i - 1].part)
			grid_put(g, row++, GRID_TEXT, -1, LOOK_HEAD, d->part[d->at[i].part]);
		put_sentence(p, i, g, row++);
	}
	if (w.below > 0 || w.above > 0)
		list_more(g, row, GRID_TEXT, &w);
}

static void plan_paper_render(const struct screen *s, struct grid *g)
{
	struct plan_paper *p = s->state;
	const struct release *r = &p->release;
	struct arena a = { 0 };
	int row = g->rows - (int)r->missing;

	strip_put(g, _("Paper"), &r->strip, r->paper.brief ? _("short") : NULL);
	grid_put(g, 2, GRID_MARGIN, -1, LOOK_STRONG, r->paper.title);
	if (p->copy_for)
		grid_put_right(g, 2, -1, g->columns / 2, LOOK_ATTENTION,
		               arena_printf(&a, _("copy for %s"), p->copy_for));
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

	p->asked = ASKED_SEEN;
	ask(s, _("Will anybody else see this paper?"), "yn?");
}

static void seen(struct screen *s, char key)
{
	struct plan_paper *p = s->state;
	enum asked answer = key == 'y' ? SAID_YES : key == 'n' ? SAID_NO : NOT_ASKED;

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

/* Made, put on record, and only then there: what could not be recorded leaves no file. */
static enum status put_page(struct screen *s, struct str page, const char *path, struct arena *a)
{
	const struct plan_paper *p = s->state;
	struct file_put *f = NULL;
	const char *fault = "";
	enum status rc = file_put_open(path, FILE_KEEP_EXISTING, a, &f, &fault);

	if (rc == OK && file_put_write(f, page) == OK) {
		rc = casework_released_paper(screen_session(s), &p->release);
		if (rc != OK) {
			file_put_drop(f);
			desk_say_fault(s->desk);
			return rc;
		}
	}
	if (f)
		rc = file_put_close(f, a, &fault);
	if (rc != OK)
		desk_say(s->desk, "%s", fault);
	return rc;
}

static void hand_out(struct screen *s, const char *path)
{
	const struct plan_paper *p = s->state;
	struct buf page = { 0 };
	struct arena a = { 0 };

	if (text_empty(path)) {
		desk_say(s->desk, "%s", _("Nothing was written: the page needs a name."));
		return;
	}
	if (ends_with(path, ".html"))
		paper_html(&p->release.paper, (struct paper_style){ 0 }, &page);
	else
		paper_text(&p->release.paper, &page);
	if (put_page(s, buf_str(&page), path, &a) == OK)
		desk_say(s->desk, _("Written to %s, and on record as handed out."), path);
	buf_done(&page);
	arena_reset(&a);
}

/* ---- a copy for somebody else ---- */

static void ask_for(struct screen *s)
{
	struct plan_paper *p = s->state;

	p->asked = ASKED_FOR;
	ask(s, _("A copy for  1 them  2 their GP or referrer  3 a carer or family  4 a service"),
	    "1234");
}

static void take_for(struct screen *s, char key)
{
	static const enum purpose purposes_by_key[] = { PURPOSE_NONE, PURPOSE_CARE_TEAM,
		                                        PURPOSE_FAMILY, PURPOSE_REFER };
	struct plan_paper *p = s->state;

	p->copy = purposes_by_key[key - '1'];
	p->copy_for = NULL;
	if (p->copy == PURPOSE_NONE)
		return;
	p->asked = ASKED_NAME;
	ask(s, _("Whose copy is it? A name:"), NULL);
}

/* Agreed, or asked now: what they say decides. */
static void take_name(struct screen *s, const char *name)
{
	struct plan_paper *p = s->state;
	struct share_with with = { .purpose = p->copy, .to_whom = arena_strdup(&s->keep, name) };
	enum status rc;

	if (text_empty(name)) {
		desk_say(s->desk, "%s", _("A copy needs a name: nothing was changed."));
		return;
	}
	p->copy_for = with.to_whom;
	rc = casework_may_copy_paper(screen_session(s), person(s), &with);
	if (rc == OK)
		return;
	p->copy_for = NULL;
	desk_say_fault(s->desk);
	if (rc == E_CONFLICT) {
		const struct visit v = visit_consent(person(s), &with);

		p->copy_for = with.to_whom;
		if (desk_open(s->desk, &v) != OK)
			p->copy_for = NULL;
	}
}

static void plan_paper_came_back(struct screen *s, const struct result *r)
{
	struct plan_paper *p = s->state;
	enum asked_here asked = p->asked;

	if (r->from == &consent_form_screen && (!r->saved || r->id[1] != CONSENT_YES))
		p->copy_for = NULL;
	if (r->from)
		return;
	p->asked = ASKED_NOTHING;
	if (!r->saved)
		return;
	if (asked == ASKED_SEEN)
		seen(s, (char)r->id[0]);
	else if (asked == ASKED_FOR)
		take_for(s, (char)r->id[0]);
	else if (asked == ASKED_NAME)
		take_name(s, r->text);
	else
		hand_out(s, r->text);
	if (desk_top(s->desk) == s)
		desk_reload(s->desk);
}

static void tick(struct plan_paper *p)
{
	struct paper *d = &p->release.paper;

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
	case ACT_OPEN:
		ask_for(s);
		return REDRAW;
	case ACT_SAVE:
		if (p->release.seen == NOT_ASKED) {
			ask_seen(s);
			return REDRAW;
		}
		p->asked = ASKED_WHERE;
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
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Write the page; it asks where", "write it" },
	{ "w", ACT_WHOSE, NEEDS_WRITE, "Who else will see it: decides how much stands on it", "who sees" },
	{ "Enter", ACT_OPEN, NEEDS_WRITE, "A copy for somebody else: their GP, family, a service", "for whom" },
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "k", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, NEEDS_HIDDEN, "Down", NULL },
	{ "j", ACT_DOWN, NEEDS_HIDDEN, "Down", NULL },
	{ "PgUp", ACT_PAGE_UP, NEEDS_HIDDEN, "A page up", NULL },
	{ "PgDn", ACT_PAGE_DOWN, NEEDS_HIDDEN, "A page down", NULL },
	{ "Home", ACT_HOME, NEEDS_HIDDEN, "The first line", NULL },
	{ "End", ACT_END, NEEDS_HIDDEN, "The last line", NULL },
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
