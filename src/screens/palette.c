#include "desk.h"
#include "finding.h"
#include "masked.h"
#include "screens.h"

#include "base/text.h"
#include "base/words.h"
#include "casework/find.h"
#include "ui/list.h"

#include <stdlib.h>
#include <string.h>

/* Go to anybody, or do anything, by typing part of it. */
#define PALETTE_MOST 12 /* people, and services */

struct palette_row {
	const char *label, *hint;
	struct visit go;
	int rank; /* the smallest first */
};

struct palette_rows {
	size_t n;
	struct palette_row *at;
};

struct palette_state {
	struct line line;
	struct palette_rows rows;
	struct list_view view;
	const char *hint;
	int64_t subject; /* whom the screen below is about */
};

/* Where one can go, and what one can do; the latter to whom the screen below is about. */
static const struct place {
	const char *label;
	const struct screen_ops *where;
	bool about;
	enum op op; /* whoever may not is not offered it */
} places[] = {
	{ _("Today"), &today_screen, false, OP_SEE_CASELOAD },
	{ _("Caseload"), &caseload_screen, false, OP_SEE_CASELOAD },
	{ _("Directory of services"), &directory_screen, false, OP_SEE_SERVICES },
	{ _("Reminders"), &reminders_screen, false, OP_SEE_REMINDERS },
	{ _("Since you were last here"), &since_screen, false, OP_SEE_SINCE },
	{ _("Words written often, for any note"), &snippets_screen, false, OP_SNIPPETS },
	{ _("Leave a note for whoever is next"), &leave_note_screen, false, OP_LEAVE_NOTE },
	{ _("Cover: who is away, and who sees to their people"), &cover_screen, false, OP_COVER },
	{ _("Somebody leaves: what an account leaves behind"), &leaver_screen, false,
	  OP_SEE_LEAVER },
	{ _("Rules: what follows from what, and when"), &rules_screen, false, OP_SEE_RULES },
	{ _("Days off: holidays, and when we are shut"), &days_off_screen, false, OP_SEE_DAYS_OFF },
	{ _("New referral"), &referral_screen, false, OP_RECEIVE_REFERRAL },
	{ _("Enquiry: somebody has a question"), &enquiry_screen, false, OP_ENQUIRE },
	{ _("Enquiries of these weeks"), &enquiries_screen, false, OP_ENQUIRE },
	{ _("Somebody is here to see a worker"), &visitor_screen, false, OP_MEET_VISITOR },
	{ _("Call note"), &note_screen, false, OP_TAKE_MESSAGE },
	{ _("New reminder"), &reminder_screen, false, OP_REMIND },
	{ _("Services to check"), &checks_screen, false, OP_CHANGE_SERVICE },
	{ _("New service"), &service_form_screen, false, OP_CHANGE_SERVICE },
	{ _("Worried about safety"), &safety_screen, true, OP_WORRY_ABOUT_SAFETY },
	{ _("Worries about safety that are open"), &safety_notes_screen, false, OP_HANDLE_SAFETY },
	{ _("Messages: what clew has said"), &messages_screen, false, OP_SEE_SERVICES },
	{ _("Contact"), &contact_screen, true, OP_RECORD_CONTACT },
	{ _("Assess"), &assessment_screen, true, OP_ASSESS },
	{ _("Plan"), &plan_screen, true, OP_PLAN },
	{ _("Offer an assessment by the council"), &council_screen, true, OP_ASSESS },
	{ _("Take a measure: wellbeing, frailty"), &measure_screen, true, OP_ASSESS },
	{ _("A service for them"), &for_what_screen, true, OP_SIGNPOST },
	{ _("A reminder about them"), &reminder_screen, true, OP_REMIND },
	{ _("On a volunteer's list for a day"), &shift_screen, true, OP_GIVE_SHIFT },
	{ _("Hand out a paper about them"), &papers_screen, true, OP_PRINT_PLAN },
	{ _("Papers without a name: checklist, questions"), &papers_screen, false, OP_PRINT_SHEET },
	{ _("Numbers and addresses of theirs, and what is safe"), &points_screen, true,
	  OP_OPEN_CONTACT_DETAILS },
	{ _("People round them: carers, family, next of kin"), &relatives_screen, true,
	  OP_OPEN_PERSON },
	{ _("Wishes: what they want if things get worse"), &wishes_screen, true, OP_SEE_WISHES },
	{ _("Not reached: try again, letter, whoever referred them"), &tries_screen, true,
	  OP_CLOSE_REFERRAL },
	{ _("People round them: whom they look after, who helps"), &relatives_screen, true,
	  OP_CHANGE_PERSON },
	{ _("What has happened"), &happened_screen, true, OP_SAY_WHAT_HAPPENED },
	{ _("The same person twice: make one record of two"), &same_person_screen, true, OP_MERGE },
	{ _("Time with us: take on, hold, close, open again"), &times_screen, true,
	  OP_CHANGE_TIME },
	{ _("Who may open their record: restrict it, or lift it"), &named_screen, true,
	  OP_SEE_NAMED },
	{ _("What waits for a second person"), &approvals_screen, false, OP_SEE_APPROVALS },
	{ _("What was opened anyway"), &opened_anyway_screen, false, OP_REVIEW_ANYWAY },
};

/* How well the letters fit, the smallest best: begins it, begins a word, stands in it, in order. */
static int fit(const char *label, const char *typed)
{
	const char *at = strstr(label, typed), *letter = typed;

	if (typed[0] == '\0' || at == label)
		return 0;
	if (at)
		return at[-1] == ' ' ? 1 : 2;
	for (; *label && *letter; label++)
		if (*label == *letter)
			letter++;
	return *letter ? -1 : 3;
}

static void add_place(struct screen *s, const struct place *place, const char *typed)
{
	struct palette_state *v = s->state;
	int rank = fit(text_fold(str_of(place->label), &s->arena), typed);
	struct palette_row *row;

	if (rank < 0 || (place->about && v->subject == 0) ||
	    !session_may(screen_session(s), place->op) ||
	    (place->about &&
	     !session_may_about(screen_session(s), place->op, (struct person_id){ v->subject })))
		return;
	row = ARENA_PUSH(&s->arena, &v->rows);
	*row = (struct palette_row){ place->label, "", visit_to(place->where), 10 * rank + 5 };
	if (place->about) {
		row->go.id[0] = v->subject;
		row->hint = _("whom you were looking at");
	}
}

static void add_hit(struct screen *s, const struct hit *h, int rank)
{
	struct palette_state *v = s->state;
	struct palette_row *row = ARENA_PUSH(&s->arena, &v->rows);
	bool whole = masked_typed(line_text(&v->line));

	*row = (struct palette_row){ .label = whole ? h->name
		                                    : masked_name(s, h->name, h->person, &s->arena),
		                     .rank = rank };
	if (h->person.n == 0) {
		row->go = visit_service(h->service);
		row->hint = text_empty(h->where) ? _("service") : h->where;
		return;
	}
	/* For whoever is not on their list a volunteer takes a message, and opens nothing. */
	row->go = visit_whom(screen_session(s), h->person);
	if (!row->go.where)
		row->go = visit_to(&note_screen);
	row->hint =
		arena_printf(&s->arena, "%s  %s  %s", h->ref, h->where, masked_safe(s, h->safe));
}

static int by_rank(const void *x, const void *y)
{
	const struct palette_row *a = x, *b = y;

	return (a->rank > b->rank) - (a->rank < b->rank);
}

/* qsort() is not stable: what was found first stays first. */
static void sort_rows(struct palette_rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		rows->at[i].rank = rows->at[i].rank * 1000 + (int)i;
	if (rows->n > 0)
		qsort(rows->at, rows->n, sizeof(*rows->at), by_rank);
}

static enum status palette_load(struct screen *s)
{
	struct palette_state *v = s->state;
	const char *typed = text_fold(str_of(line_text(&v->line)), &s->arena);
	struct hits hits = { .hint = "" };

	v->rows = (struct palette_rows){ 0 };
	v->hint = "";
	for (size_t i = 0; i < COUNT_OF(places); i++)
		add_place(s, &places[i], typed);
	if (typed[0] && !session_may(screen_session(s), OP_FIND_PEOPLE)) {
		v->hint = _("Nobody is found without a name. The Desk's 4 finds a service.");
	} else if (typed[0]) {
		enum status rc = casework_find(screen_session(s), line_text(&v->line), PALETTE_MOST,
		                               &s->arena, &hits);

		if (rc != OK)
			return rc;
		v->hint = hits.hint;
	}
	for (size_t i = 0; i < hits.n; i++)
		add_hit(s, &hits.at[i], hits.sounds_so ? 40 : hits.at[i].person.n != 0 ? 6 : 16);
	sort_rows(&v->rows);
	list_resize(&v->view, v->rows.n);
	v->view.at = 0;
	return OK;
}

static enum status palette_begin(struct screen *s)
{
	struct palette_state *v = s->state;

	v->subject = s->target.id[0];
	return OK;
}

static void put_row(const struct palette_row *r, struct grid *g, const struct rect *in, int row,
                    bool chosen)
{
	int column = grid_put(g, row, in->column + 2, in->columns - 3, LOOK_STRONG, r->label);

	grid_put(g, row, column + 2, in->column + in->columns - column - 3, LOOK_SECOND, r->hint);
	if (chosen)
		grid_put(g, row, in->column, 1, LOOK_ACCENT, "▌");
}

static void palette_render(const struct screen *s, struct grid *g)
{
	struct palette_state *v = s->state;
	struct rect in = panel_put(g, _("Go to, or do"), g->rows);
	struct list_window w = list_window(&v->view, in.rows - 2);

	for (size_t i = 0; i < w.shown; i++)
		put_row(&v->rows.at[w.first + i], g, &in, in.row + 2 + (int)i,
		        w.first + i == v->view.at);
	if (!session_may(screen_session(s), OP_OPEN_PERSON))
		grid_put(g, in.row + 1, in.column + 2, in.columns - 3, LOOK_ATTENTION,
		         _("Never say whether somebody is known here. Offer to take a message."));
	if (v->rows.n == 0)
		grid_put(g, in.row + 2, in.column + 2, in.columns - 3, LOOK_SECOND, v->hint);
	list_more(g, in.row + 1 + w.rows, in.column + 2, &w);
	line_put(&v->line, g, in.row, in.column + 2, in.columns - 3, true);
}

static enum outcome palette_take(struct screen *s, enum act act, const struct input *in)
{
	struct palette_state *v = s->state;

	if (act == ACT_BACK)
		return CLOSE;
	if (act == ACT_OPEN) {
		if (v->rows.n == 0) {
			desk_say(s->desk, "%s", v->hint);
			return REDRAW;
		}
		s->go = v->rows.at[v->view.at].go;
		visit_anew(s->desk, &s->go);
		return REPLACE;
	}
	return finding_take(&v->line, &v->view, act, in);
}

static bool palette_typing(const struct screen *s)
{
	(void)s;
	return true;
}

static void palette_end(struct screen *s)
{
	struct palette_state *v = s->state;

	line_done(&v->line);
}

static const struct binding palette_bindings[] = {
	{ "Up", ACT_UP, NEEDS_HIDDEN, "Up", NULL },
	{ "Down", ACT_DOWN, 0, "Down", "next" },
	{ "Enter", ACT_OPEN, 0, "Go there", "go" },
	{ "Esc", ACT_BACK, 0, "Back", "back" },
	{ 0 },
};

const struct screen_ops palette_screen = {
	.name = "palette",
	.title = "Go to, or do",
	.state_size = sizeof(struct palette_state),
	.bindings = palette_bindings,
	.overlay = true,
	.begin = palette_begin,
	.load = palette_load,
	.render = palette_render,
	.take = palette_take,
	.typing = palette_typing,
	.end = palette_end,
};
