#include "desk.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/audit.h"
#include "casework/heads.h"
#include "casework/strip.h"
#include "casework/today.h"
#include "model/when.h"
#include "ui/list.h"

#include <stdio.h>
#include <string.h>

/*
 * Who did what: looked_screen about one person (visit_looked()) or what this account did
 * (visit_own_log()); log_screen all of it, with what is to be minded above: somebody who opened too
 * many, a noted end that is not there.
 */
#define EVENTS_A_PAGE 100
#define WHO_COLUMN    21
#define WHAT_COLUMN   40
#define WHOLE_ROWS    3 /* rule, and the chosen one in full */

enum looked_of { OF_PERSON, OF_ME, OF_ALL };

struct looked_state {
	enum looked_of of;
	struct log_page page;
	struct list_view view;
	size_t limit;
	int64_t was;
	struct log_filter filter;
	char whose[48];
	struct person_strip strip; /* ref NULL: not for this account */
	struct busy_readers busy;
	struct heads_seen heads;
	enum asked_here { ASKED_NOTHING, ASKED_WHICH, ASKED_WHOSE, ASKED_NOTE } asked;
};

static const struct log_row *chosen(const struct looked_state *v)
{
	return v->view.at < v->page.n ? &v->page.at[v->view.at] : NULL;
}

static int64_t row_id(const void *rows, size_t i)
{
	return ((const struct log_row *)rows)[i].id.n;
}

static enum status looked_begin(struct screen *s)
{
	struct looked_state *v = s->state;

	v->of = s->ops == &log_screen ? OF_ALL : s->target.id[0] ? OF_PERSON : OF_ME;
	v->limit = EVENTS_A_PAGE;
	v->filter.since = DAY_NONE;
	return OK;
}

static enum status load_all(struct screen *s, struct log_from from)
{
	struct looked_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = casework_log(session, &v->filter, from, &s->arena, &v->page);

	if (rc == OK)
		rc = casework_busy_readers(session, &s->arena, &v->busy);
	return rc == OK ? casework_heads_seen(session, &s->arena, &v->heads) : rc;
}

static enum status looked_load(struct screen *s)
{
	struct looked_state *v = s->state;
	struct session *session = screen_session(s);
	struct person_id p = { s->target.id[0] };
	struct log_from from = { .limit = v->limit };
	enum status rc = v->of == OF_PERSON
	                         ? casework_looks_at(session, p, from, &s->arena, &v->page)
	                 : v->of == OF_ME ? casework_own_log(session, from, &s->arena, &v->page)
	                                  : load_all(s, from);

	v->strip = (struct person_strip){ 0 };
	if (rc == OK && v->of == OF_PERSON &&
	    session_may_about(session, OP_OPEN_CONTACT_DETAILS, p))
		rc = casework_strip(session, p, &s->arena, &v->strip);
	if (rc == OK)
		list_reload(&v->view, v->page.n, row_id, v->page.at, v->was);
	return rc;
}

/* ---- what it looks like ---- */

/* "Carter, Jane 1981: opened it", where the words do not say whom anyway. */
static const char *what_of(const struct looked_state *v, const struct log_row *r, struct arena *a)
{
	const char *what = r->what;

	if (v->of != OF_PERSON && *r->about && !strstr(what, r->about))
		what = arena_printf(a, "%s: %s", r->about, what);
	return *r->why ? arena_printf(a, "%s: %s", what, r->why) : what;
}

static enum look look_of(const struct log_row *r)
{
	if (r->kind == EVENT_DENIED)
		return LOOK_ALARM;
	return r->kind == EVENT_EXPORT || r->kind == EVENT_PRINT || r->kind == EVENT_ACCESS
	               ? LOOK_ATTENTION
	               : LOOK_PLAIN;
}

static void put_row(const struct looked_state *v, const struct log_row *r, struct grid *g, int row)
{
	struct arena a = { 0 };

	grid_printf(g, row, GRID_TEXT, LOOK_PLAIN, "%s %s", r->day, r->time);
	grid_clear(g, row, WHO_COLUMN - 1, 1, g->columns - WHO_COLUMN);
	if (v->of != OF_ME)
		grid_put(g, row, WHO_COLUMN, WHAT_COLUMN - WHO_COLUMN - 1, LOOK_STRONG, r->who);
	grid_put(g, row, v->of == OF_ME ? WHO_COLUMN : WHAT_COLUMN, -1, look_of(r),
	         what_of(v, r, &a));
	arena_reset(&a);
}

/* The chosen one, whole. */
static void put_whole(const struct looked_state *v, struct grid *g)
{
	const struct log_row *r = chosen(v);
	struct arena a = { 0 };
	int row = g->rows - WHOLE_ROWS;

	if (!r)
		return;
	grid_rule(g, row, 1, -1);
	grid_put_lines(g, row + 1, GRID_TEXT, WHOLE_ROWS - 1, g->columns - 2 * GRID_TEXT,
	               LOOK_PLAIN,
	               arena_printf(&a, "%s %s  %s%s%s, %s", r->day, r->time, r->who,
	                            *r->roles ? ", " : "", r->roles, what_of(v, r, &a)));
	arena_reset(&a);
}

static const char *head_of(const struct looked_state *v)
{
	return v->of == OF_PERSON ? _("WHO LOOKED")
	       : v->of == OF_ME   ? _("WHAT YOU DID")
	                          : _("WHO DID WHAT");
}

static const char *filter_words(const struct looked_state *v, day today, struct arena *a)
{
	const struct log_filter *f = &v->filter;
	const char *words = v->whose;

	if (f->kind != EVENT_KIND_NONE)
		words = arena_printf(a, "%s%s%s", words, *words ? ", " : "",
		                     words_label(&event_kinds, (int)f->kind));
	if (f->since != DAY_NONE)
		words = arena_printf(a, _("%s%sfrom %s on"), words, *words ? ", " : "",
		                     day_short(f->since, today, a));
	return *words ? words : NULL;
}

static int put_notices(const struct looked_state *v, struct grid *g, int row)
{
	if (!text_empty(v->heads.says))
		row += grid_put_lines(g, row, 1, 3, g->columns - 2,
		                      v->heads.agree ? LOOK_SECOND : LOOK_ALARM, v->heads.says);
	for (size_t i = 0; i < v->busy.n && i < 3; i++)
		grid_printf(g, row++, 1, LOOK_ATTENTION, _("%s opened %d people in the last day."),
		            v->busy.at[i].who, v->busy.at[i].people);
	return row;
}

static const char *empty_words(const struct looked_state *v)
{
	if (v->of == OF_PERSON)
		return _("Nobody has opened this record yet.");
	return v->of == OF_ME ? _("Nothing is on record for you yet.")
	                      : _("Nothing like that is on record. / and v choose otherwise.");
}

static void looked_render(const struct screen *s, struct grid *g)
{
	struct looked_state *v = s->state;
	struct arena a = { 0 };
	struct list_window w;
	int row = 0;

	if (v->strip.ref)
		row = strip_put(g, _("Who looked"), &v->strip, NULL);
	if (v->of == OF_ALL)
		row = put_notices(v, g, row);
	grid_head_note(g, row, head_of(v), filter_words(v, screen_session(s)->today, &a),
	               arena_printf(&a, v->page.next.n ? "%zu+" : "%zu", v->page.n));
	row++;
	w = list_window(&v->view, g->rows - WHOLE_ROWS - row);
	grid_cursor(g, row, GRID_TEXT);
	if (v->page.n == 0)
		grid_put(g, row, GRID_TEXT, -1, LOOK_SECOND, empty_words(v));
	for (size_t i = 0; i < w.shown; i++) {
		put_row(v, &v->page.at[w.first + i], g, row + (int)i);
		if (w.first + i == v->view.at)
			grid_select(g, row + (int)i);
	}
	list_more(g, row + (int)w.shown, GRID_TEXT, &w);
	put_whole(v, g);
	arena_reset(&a);
}

/* ---- acts ---- */

static enum outcome ask(struct screen *s, enum asked_here asked, const char *question,
                        const char *keys)
{
	struct looked_state *v = s->state;
	struct prompt p = { 0 };

	v->asked = asked;
	prompt_ask(&p, question, keys);
	desk_ask(s->desk, &p);
	return REDRAW;
}

/* The end of the page is not the end of what there is. */
static enum outcome moved(struct looked_state *v, enum act act)
{
	size_t at = v->view.at;

	list_take(&v->view, act);
	v->was = chosen(v) ? chosen(v)->id.n : 0;
	if ((act != ACT_DOWN && act != ACT_PAGE_DOWN && act != ACT_END) || v->page.next.n == 0 ||
	    v->view.at + 1 < v->page.n || (act == ACT_DOWN && at != v->view.at))
		return REDRAW;
	v->limit += EVENTS_A_PAGE;
	return RELOAD;
}

static enum outcome open_row(struct screen *s)
{
	const struct log_row *r = chosen(s->state);

	if (!r || r->person.n == 0) {
		desk_say(s->desk, _("That is about nobody's record."));
		return REDRAW;
	}
	s->go = visit_whom(screen_session(s), r->person);
	if (s->go.where)
		return OPEN;
	desk_say(s->desk, _("They are not on your list today."));
	return REDRAW;
}

static enum outcome verify(struct screen *s)
{
	struct verified v;

	if (casework_verify(screen_session(s), NULL, NULL, &s->desk->frame, &v) != OK)
		desk_say_fault(s->desk);
	else if (!v.whole)
		desk_say(s->desk, "%s", v.says);
	else
		desk_say(s->desk, _("Whole, %lld events. Its end: %s. %s"), (long long)v.events,
		         v.head.words, v.exposed);
	return REDRAW;
}

static enum outcome on_all(struct screen *s, enum act act)
{
	switch ((int)act) {
	case ACT_VIEWS:
		return ask(s, ASKED_WHICH,
		           _("1 all 2 opened 3 changed 4 out 5 paper 6 sign-ins 7 refused 8 leave "
		             "9 accounts"),
		           "123456789");
	case ACT_FIND:
		return ask(s, ASKED_WHOSE, _("From which day, or whose (login)? Nothing: all."),
		           NULL);
	case ACT_STILL_SO:
		return verify(s);
	case ACT_DONE:
		return ask(s, ASKED_NOTE, _("Note the end of the record of changes now?"), "yn");
	default:
		return PASS;
	}
}

static enum outcome looked_take(struct screen *s, enum act act, const struct input *in)
{
	struct looked_state *v = s->state;
	struct list_view tried = v->view;

	(void)in;
	if (act == ACT_BACK)
		return CLOSE;
	if (list_take(&tried, act))
		return moved(v, act);
	if (act == ACT_OPEN)
		return open_row(s);
	return v->of == OF_ALL ? on_all(s, act) : PASS;
}

static void choose_which(struct looked_state *v, int64_t key)
{
	static const enum event_kind kinds[] = { EVENT_KIND_NONE, EVENT_LOOK,   EVENT_CHANGE,
		                                 EVENT_EXPORT,    EVENT_PRINT,  EVENT_SIGN_IN,
		                                 EVENT_DENIED,    EVENT_ACCESS, EVENT_ACCOUNT };

	if (key >= '1' && key <= '9')
		v->filter.kind = kinds[key - '1'];
}

static void choose_whose(struct screen *s, const char *text)
{
	struct looked_state *v = s->state;
	struct session *session = screen_session(s);
	struct when_from from = { session->today, &session->holidays, WHEN_BACK };
	struct account account;
	struct when when;
	const char *fault;

	if (text_empty(text)) {
		v->filter = (struct log_filter){ .since = DAY_NONE };
		v->whose[0] = '\0';
	} else if (when_parse(text, &from, &s->desk->frame, &when, &fault) == OK) {
		v->filter.since = when.on;
	} else if (casework_worker(session, text, &account) == OK) {
		v->filter.account = account.id;
		snprintf(v->whose, sizeof(v->whose), "%s", account.name);
	} else {
		desk_say_fault(s->desk);
	}
}

static void note_end(struct screen *s)
{
	struct noted_head head;

	if (casework_take_checkpoint(screen_session(s), &s->desk->frame, &head) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Noted. Write it down elsewhere too: %lld, %s."),
		         (long long)head.id.n, head.words);
}

static void looked_came_back(struct screen *s, const struct result *r)
{
	struct looked_state *v = s->state;
	enum asked_here asked = v->asked;

	if (r->from || !r->saved)
		return;
	v->asked = ASKED_NOTHING;
	if (asked == ASKED_WHICH)
		choose_which(v, r->id[0]);
	else if (asked == ASKED_WHOSE)
		choose_whose(s, r->text);
	else if (asked == ASKED_NOTE && r->id[0] == 'y')
		note_end(s);
	v->limit = EVENTS_A_PAGE;
	v->was = 0;
	desk_reload(s->desk);
}

static int64_t looked_subject(const struct screen *s)
{
	const struct log_row *r = chosen(s->state);

	return s->target.id[0] ? s->target.id[0] : r ? r->person.n : 0;
}

static unsigned looked_has(const struct screen *s)
{
	return chosen(s->state) ? NEEDS_ROW | NEEDS_MANY : 0;
}

// clang-format off
static const struct binding looked_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open the record it is about", "open" },
	LIST_BINDINGS(NEEDS_MANY),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

static const struct binding log_bindings[] = {
	{ "Enter", ACT_OPEN, NEEDS_ROW, "Open the record it is about", "open" },
	{ "v", ACT_VIEWS, 0, "Which: opened, changed, sent out, refused …", "which" },
	{ "/", ACT_FIND, 0, "From which day, or whose", "from, whose" },
	{ "=", ACT_STILL_SO, 0, "Check the whole record of changes", "check all" },
	{ "d", ACT_DONE, NEEDS_WRITE, "Note its end (asks first), to be written down elsewhere", "note end" },
	LIST_BINDINGS(NEEDS_MANY),
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};
// clang-format on

const struct screen_ops looked_screen = {
	.name = "looked",
	.title = "Who looked",
	.state_size = sizeof(struct looked_state),
	.bindings = looked_bindings,
	.begin = looked_begin,
	.load = looked_load,
	.render = looked_render,
	.take = looked_take,
	.came_back = looked_came_back,
	.subject = looked_subject,
	.has = looked_has,
};

const struct screen_ops log_screen = {
	.name = "log",
	.title = "Who did what",
	.state_size = sizeof(struct looked_state),
	.bindings = log_bindings,
	.begin = looked_begin,
	.load = looked_load,
	.render = looked_render,
	.take = looked_take,
	.came_back = looked_came_back,
	.subject = looked_subject,
	.has = looked_has,
};
