#include "person.h"

#include "desk.h"
#include "screens.h"

#include "base/words.h"
#include "ui/keys.h"

/* visit: id[0] the person; text the name of a tab, "timeline", or NULL. */

#define NEEDS_SHARING  256u   /* that tab is open, */
#define NEEDS_DETAILS  512u   /* or that one */
#define NEEDS_CONCERN  1024u  /* a concern of the overview is chosen */
#define NEEDS_TIMELINE 2048u  /* that tab is open */
#define NEEDS_MENU     4096u  /* which entries: its menu stands */
#define NEEDS_ASSESSED 8192u  /* an assessment is chosen */
#define NEEDS_GIVEN    16384u /* a service that they were told of, or that nothing fitted */

/* clang-format off */
static const struct binding person_bindings[] = {
	{ "1-9", ACT_DIGIT, NEEDS_SHARING | NEEDS_WRITE, "On Sharing: ask, and record what they agree to; 9 the privacy notice", "ask and record" },
	{ "1-7", ACT_DIGIT, NEEDS_DETAILS | NEEDS_WRITE, "On Details: change that part of what is kept", "change a part" },
	{ "v", ACT_VIEWS, NEEDS_TIMELINE, "On Timeline: which entries", "which" },
	{ "/", ACT_FIND, NEEDS_TIMELINE, "On Timeline: words in whole entries, or a day to go to", "find" },
	{ "w", ACT_WHOSE, NEEDS_TIMELINE | NEEDS_ROW | NEEDS_WRITE, "On Timeline: put the entry into the record it belongs to", NULL },
	{ "m", ACT_MATTERS, NEEDS_PERSON, "What they wish if things get worse", NULL },
	{ "1-9", ACT_DIGIT, NEEDS_MENU | NEEDS_HIDDEN, "Which entries", NULL },
	{ "Up", ACT_UP, 0, "One row up", NULL },
	{ "k", ACT_UP, NEEDS_HIDDEN, "One row up", NULL },
	{ "Down", ACT_DOWN, 0, "One row down", NULL },
	{ "j", ACT_DOWN, NEEDS_HIDDEN, "One row down", NULL },
	{ "PgUp", ACT_PAGE_UP, 0, "One page up", NULL },
	{ "PgDn", ACT_PAGE_DOWN, 0, "One page down", NULL },
	{ "Home", ACT_HOME, 0, "The first row", NULL },
	{ "End", ACT_END, 0, "The last row", NULL },
	{ "Enter", ACT_OPEN, 0, "Open: services for a concern, the whole of an entry", "open" },
	{ "Tab", ACT_NEXT_FIELD, 0, "Next part: timeline, assessments, plan, services, details, sharing", "next part" },
	{ "Right", ACT_RIGHT, 0, "Next part", NULL },
	{ "Shift-Tab", ACT_PREVIOUS_FIELD, 0, "The part before", NULL },
	{ "Left", ACT_LEFT, 0, "The part before", NULL },
	{ "c", ACT_CONTACT, NEEDS_PERSON | NEEDS_WRITE, "Contact: open it before you ring", "contact" },
	{ "a", ACT_ASSESS, NEEDS_PERSON | NEEDS_WRITE, "Assess, or go over the last assessment", "assess" },
	{ "h", ACT_HAPPENED, NEEDS_PERSON | NEEDS_WRITE, "What has happened: treatment, hospital, home, death", "happened" },
	{ "l", ACT_LEVEL, NEEDS_CONCERN | NEEDS_WRITE, "On the overview: how great the need behind a concern is", NULL },
	{ "e", ACT_CHANGE, NEEDS_WRITE, "Change names, numbers, what is safe; on Assessments: put one right; on a service: what is wrong with it", "change" },
	{ "d", ACT_DONE, NEEDS_ASSESSED | NEEDS_WRITE, "On Assessments: close one for good; it asks", NULL },
	{ "d", ACT_DONE, NEEDS_GIVEN | NEEDS_WRITE, "On Services: how it went; nothing fitted: met after all", "how it went" },
	{ 0 },
};
/* clang-format on */

static const char *const tab_names[TAB_COUNT] = { "overview", "timeline", "assessments", "plan",
	                                          "services", "details",  "sharing" };

const struct view_row_list *person_rows(const struct person_page *p, enum person_tab tab)
{
	switch (tab) {
	case TAB_TIMELINE:
		return &p->timeline.shown;
	case TAB_ASSESSMENTS:
		return &p->view.assessments;
	case TAB_PLAN:
		return &p->view.plan;
	case TAB_SERVICES:
		return &p->view.services;
	case TAB_SHARING:
		return &p->shared;
	case TAB_OVERVIEW:
	case TAB_DETAILS:
	case TAB_COUNT:
		break;
	}
	return NULL;
}

static enum status record_begin(struct screen *s)
{
	struct person_page *p = s->state;

	for (int i = 0; s->target.text && i < TAB_COUNT; i++)
		if (text_equal(s->target.text, tab_names[i]))
			p->tab = (enum person_tab)i;
	return OK;
}

/* Somebody whose time with us is over, and who may come back. */
static bool may_come_again(const struct person_view *v)
{
	return v->referred && !referral_open(v->referral.state) && !person_died(&v->person) &&
	       !day_valid(v->person.no_more_contact_on);
}

static void resize_lists(struct person_page *p)
{
	p->again = may_come_again(&p->view);
	for (int i = 0; i < TAB_COUNT; i++) {
		const struct view_row_list *rows = person_rows(p, (enum person_tab)i);

		if (!rows)
			continue;
		/* What was undone may be the very entry that stands open. */
		if (p->tab == (enum person_tab)i && rows->n != p->list[i].n)
			p->entry = false;
		list_resize(&p->list[i], rows->n);
	}
	list_resize(&p->list[TAB_OVERVIEW], p->view.concerns.n + p->again);
	list_resize(&p->list[TAB_DETAILS], p->details.n);
}

static bool is_heading(const struct person_page *p)
{
	size_t at = p->list[p->tab].at;

	if (p->tab == TAB_DETAILS)
		return at < p->details.n && !p->details.at[at].value;
	return p->tab == TAB_SHARING && at < p->sharing.n && p->sharing.at[at].kind == SHARE_HEAD;
}

/* The cursor stands on what can be opened, never on a heading. */
static void skip_headings(struct person_page *p, bool up)
{
	struct list_view *list = &p->list[p->tab];

	while (is_heading(p)) {
		size_t before = list->at;

		list_take(list, up && list->at > 0 ? ACT_UP : ACT_DOWN);
		up = up && list->at > 0;
		if (list->at == before)
			return;
	}
}

static enum status read_record(struct screen *s, struct person_page *p)
{
	struct session *session = screen_session(s);
	struct person_id id = { s->target.id[0] };
	struct person_details details;
	enum status rc;

	if (p->was_open && p->whole)
		rc = casework_whole_person(session, id, &s->arena, &p->view);
	else if (p->was_open)
		rc = casework_reread_person(session, id, &s->arena, &p->view);
	else
		rc = casework_open_person(session, id, &s->arena, &p->view);
	if (rc == OK) {
		id = p->view.person.id; /* the reference of a record that was merged leads on */
		s->target.id[0] = id.n;
		rc = casework_details(session, id, &s->arena, &details);
	}
	if (rc == OK)
		person_details_list(p, &details, &s->arena);
	return rc == OK ? person_sharing_read(session, p, &s->arena) : rc;
}

static enum status record_load(struct screen *s)
{
	struct person_page *p = s->state;
	enum status rc = read_record(s, p);

	p->gone = rc != OK;
	if (rc != OK) {
		p->view = (struct person_view){ 0 };
		p->details = (struct detail_list){ 0 };
		p->sharing = (struct sharing_view){ 0 };
		p->shared = (struct view_row_list){ 0 };
		p->timeline.shown = (struct view_row_list){ 0 };
		p->entry = false;
		/* A referral that was undone: what stood here is no more, and can come back. */
		return p->was_open && rc == E_NOT_FOUND ? OK : rc;
	}
	p->was_open = true;
	timeline_choose(&p->timeline, &p->view, &s->arena);
	resize_lists(p);
	skip_headings(p, false);
	return OK;
}

static void record_render(const struct screen *s, struct grid *g)
{
	struct person_page *p = s->state;
	int row;

	if (p->gone) {
		grid_put(g, 1, 1, -1, LOOK_SECOND,
		         _("This record is not there any more. Esc goes back."));
		grid_cursor(g, 1, 1);
		return;
	}
	row = person_put_head(p, g);
	if (g->beside && !person_tab_theirs(p->tab)) {
		person_put_overview(p, g, row);
		return;
	}
	if (p->tab == TAB_OVERVIEW)
		person_put_overview(p, g, row);
	else if (p->tab == TAB_DETAILS)
		person_put_details(p, g, row);
	else if (p->tab == TAB_SHARING)
		person_put_sharing(p, g, row);
	else if (p->tab == TAB_ASSESSMENTS)
		person_put_assessed(p, g, row);
	else
		person_put_rows(p, g, row);
	if (p->timeline.choosing)
		menu_put(&p->timeline.menu, g);
	if (p->entry)
		person_put_entry(p, g);
}

/* ---- keys ---- */

static enum outcome open_overview(struct screen *s, struct person_page *p)
{
	size_t at = p->list[TAB_OVERVIEW].at;
	struct person_id id = p->view.person.id;

	if (p->again && at == 0) {
		s->go = visit_person(&referral_screen, id);
		return OPEN;
	}
	if (*p->view.stopped) {
		desk_say(s->desk, "%s", p->view.stopped);
		return REDRAW;
	}
	if (p->view.concerns.n == 0) {
		desk_say(s->desk, _("Nothing was raised yet. a begins an assessment."));
		return REDRAW;
	}
	s->go = visit_picker(id, p->view.concerns.at[at - p->again].code);
	return OPEN;
}

static enum outcome open_detail(struct screen *s, const struct person_page *p,
                                const struct detail *d)
{
	bool people = text_equal(d->field, "people");
	bool points = text_equal(d->field, "points");

	s->go = visit_person(people   ? &relatives_screen
	                     : points ? &points_screen
	                              : &details_screen,
	                     p->view.person.id);
	if (!people && !points)
		s->go.text = d->field;
	return OPEN;
}

static enum outcome open_details(struct screen *s, struct person_page *p)
{
	const struct list_view *list = &p->list[TAB_DETAILS];

	if (session_read_only(screen_session(s))) {
		desk_say(s->desk, _("The file is open for reading only."));
		return REDRAW;
	}
	if (p->tab == TAB_DETAILS && list->at < p->details.n)
		return open_detail(s, p, &p->details.at[list->at]);
	s->go = visit_person(&details_screen, p->view.person.id);
	return OPEN;
}

static enum outcome take_digit(struct screen *s, struct person_page *p, const struct input *in)
{
	struct detail part;

	if (p->tab == TAB_SHARING)
		return person_take_sharing(s, in);
	part = person_part(in->ch - '0', &s->arena);
	if (p->tab != TAB_DETAILS || !part.label)
		return PASS;
	return open_detail(s, p, &part);
}

static enum outcome open_row(struct screen *s, struct person_page *p)
{
	const struct view_row_list *rows = person_rows(p, p->tab);

	if (rows->n == 0 || text_empty(rows->at[p->list[p->tab].at].whole)) {
		if (p->tab == TAB_SHARING)
			return person_open_sharing(s, p);
		desk_say(s->desk, _("There is nothing to open here yet."));
		return REDRAW;
	}
	p->entry = true;
	p->entry_top = 0;
	return REDRAW;
}

static enum outcome open_chosen(struct screen *s, struct person_page *p)
{
	if (p->view.strip.danger && !p->line_left) {
		p->line_left = true;
		return REDRAW;
	}
	if (p->tab == TAB_OVERVIEW)
		return open_overview(s, p);
	return p->tab == TAB_DETAILS ? open_details(s, p) : open_row(s, p);
}

/* What is wrong with the entry of the service in the row; false: there is none in it. */
static bool open_trouble(struct screen *s, const struct person_page *p)
{
	const struct view_row_list *rows = person_rows(p, p->tab);
	size_t at = p->list[p->tab].at;

	if ((p->tab != TAB_SERVICES && p->tab != TAB_PLAN) || !rows || at >= rows->n ||
	    rows->at[at].service == 0)
		return false;
	s->go = visit_service((struct service_id){ rows->at[at].service });
	s->go.where = &trouble_screen;
	return true;
}

/* Where Enter goes on from an entry that is read: the plan, the service. */
static enum outcome open_entry(struct screen *s, struct person_page *p)
{
	const struct view_row_list *rows = person_rows(p, p->tab);
	const struct view_row *row = &rows->at[p->list[p->tab].at];

	p->entry = false;
	if (p->tab == TAB_SHARING)
		return person_open_sharing(s, p);
	if (row->service != 0)
		s->go = visit_service((struct service_id){ row->service });
	else if (p->tab == TAB_PLAN)
		s->go = visit_person(&plan_screen, p->view.person.id);
	else
		return REDRAW;
	return OPEN;
}

static bool closes_entry(enum act act, const struct input *in)
{
	return key_matches("Esc", in) || (in->kind == INPUT_TEXT && in->ch == 'q') ||
	       act == ACT_LEFT || act == ACT_RIGHT || act == ACT_NEXT_FIELD ||
	       act == ACT_PREVIOUS_FIELD;
}

static enum outcome take_entry(struct screen *s, struct person_page *p, enum act act,
                               const struct input *in)
{
	if (act == ACT_OPEN)
		return open_entry(s, p);
	if (act == ACT_WHOSE && p->tab == TAB_TIMELINE)
		return person_move_entry(s);
	if (act == ACT_CHANGE && p->tab == TAB_ASSESSMENTS)
		return person_correct(s, p);
	if (act == ACT_CHANGE && open_trouble(s, p))
		return OPEN;
	if (act == ACT_DOWN || act == ACT_PAGE_DOWN) {
		p->entry_top++;
	} else if (act == ACT_UP || act == ACT_PAGE_UP) {
		p->entry_top -= p->entry_top > 0;
	} else if (closes_entry(act, in)) {
		p->entry = false;
	} else {
		return PASS;
	}
	return REDRAW;
}

bool person_tab_theirs(enum person_tab tab)
{
	return tab == TAB_OVERVIEW || tab == TAB_PLAN;
}

static void turn(struct screen *s, bool forward)
{
	struct person_page *p = s->state;
	int step = forward ? 1 : TAB_COUNT - 1;

	do
		p->tab = (enum person_tab)(((int)p->tab + step) % TAB_COUNT);
	while (desk_side_by_side(s->desk) && !person_tab_theirs(p->tab));
	skip_headings(p, false);
}

static bool on_concern(const struct person_page *p)
{
	size_t at = p->list[TAB_OVERVIEW].at;

	return p->tab == TAB_OVERVIEW && p->view.concerns.n > 0 && !(p->again && at == 0);
}

static enum outcome open_level(struct screen *s, const struct person_page *p)
{
	if (!on_concern(p))
		return PASS;
	s->go = visit_level(p->view.person.id,
	                    p->view.concerns.at[p->list[TAB_OVERVIEW].at - p->again].code);
	return OPEN;
}

/* What goes far back is read whole when somebody turns to it. */
static enum outcome turned(struct person_page *p)
{
	if (!p->view.more || p->whole || (p->tab != TAB_TIMELINE && p->tab != TAB_ASSESSMENTS))
		return REDRAW;
	p->whole = true;
	return RELOAD;
}

/* To another part of the record, or not a key of it. */
static enum outcome take_turn(struct screen *s, enum act act)
{
	if (act == ACT_LEVEL)
		return open_level(s, s->state);
	if (act == ACT_MATTERS) {
		s->go = visit_person(&wishes_screen, (struct person_id){ s->target.id[0] });
		return OPEN;
	}
	if (act == ACT_NEXT_FIELD || act == ACT_RIGHT)
		turn(s, true);
	else if (act == ACT_PREVIOUS_FIELD || act == ACT_LEFT)
		turn(s, false);
	else
		return PASS;
	return turned(s->state);
}

static bool record_typing(const struct screen *s)
{
	const struct person_page *p = s->state;

	return p->tab == TAB_TIMELINE && p->timeline.finding && !p->entry;
}

/* What a tab has of its own. */
static enum outcome take_tab(struct screen *s, enum act act, const struct input *in)
{
	const struct person_page *p = s->state;

	if (p->tab == TAB_SERVICES)
		return person_take_services(s, act);
	return p->tab == TAB_TIMELINE ? person_take_timeline(s, act, in) : PASS;
}

/* c: the trouble that the row is about, else the assessment, else who they are. */
static enum outcome take_change(struct screen *s, struct person_page *p)
{
	if (open_trouble(s, p))
		return OPEN;
	return p->tab == TAB_ASSESSMENTS ? person_correct(s, p) : open_details(s, p);
}

static enum outcome record_take(struct screen *s, enum act act, const struct input *in)
{
	struct person_page *p = s->state;
	enum outcome did;

	if (p->gone)
		return PASS;
	if (desk_side_by_side(s->desk) && !person_tab_theirs(p->tab)) {
		p->tab = TAB_OVERVIEW;
		p->entry = false;
	}
	if (p->entry)
		return take_entry(s, p, act, in);
	did = take_tab(s, act, in);
	if (did != PASS || record_typing(s))
		return did;
	if (list_take(&p->list[p->tab], act)) {
		skip_headings(p, act == ACT_UP || act == ACT_PAGE_UP);
		return REDRAW;
	}
	if (act == ACT_OPEN)
		return open_chosen(s, p);
	if (act == ACT_DIGIT)
		return take_digit(s, p, in);
	if (act == ACT_CHANGE)
		return take_change(s, p);
	if (act == ACT_DONE)
		return person_lock(s, p);
	return take_turn(s, act);
}

static void record_end(struct screen *s)
{
	struct person_page *p = s->state;

	timeline_done(&p->timeline);
}

static int64_t record_subject(const struct screen *s)
{
	const struct person_page *p = s->state;

	return p->gone ? 0 : s->target.id[0];
}

static unsigned record_has(const struct screen *s)
{
	const struct person_page *p = s->state;

	return (p->list[p->tab].n > 0 ? NEEDS_ROW | NEEDS_MANY : 0) |
	       (p->tab == TAB_SHARING ? NEEDS_SHARING : 0) |
	       (p->tab == TAB_DETAILS ? NEEDS_DETAILS : 0) | (on_concern(p) ? NEEDS_CONCERN : 0) |
	       (p->tab == TAB_ASSESSMENTS && p->view.assessments.n > 0 ? NEEDS_ASSESSED : 0) |
	       (p->tab == TAB_SERVICES && p->view.services.n > 0 ? NEEDS_GIVEN : 0) |
	       (p->tab == TAB_TIMELINE ? NEEDS_TIMELINE : 0) |
	       (p->timeline.choosing ? NEEDS_MENU : 0);
}

const struct screen_ops person_screen = {
	.name = "person",
	.title = "Person",
	.state_size = sizeof(struct person_page),
	.bindings = person_bindings,
	.begin = record_begin,
	.load = record_load,
	.render = record_render,
	.take = record_take,
	.typing = record_typing,
	.end = record_end,
	.came_back = person_came_back,
	.subject = record_subject,
	.has = record_has,
};
