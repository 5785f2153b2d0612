#include "desk.h"
#include "screens.h"
#include "tabs.h"

#include "base/words.h"
#include "casework/handover.h"
#include "casework/op.h"
#include "casework/undo.h"

/* clang-format off */
const struct binding desk_bindings[] = {
	{ "!", ACT_SAFETY, 0, "Worried about somebody's safety: from anywhere, for everybody", NULL },
	{ "Ctrl-R", ACT_SAFETY, 0, "The same while you are typing", NULL },
	{ "Ctrl-G", ACT_LOCK, 0, "Lock at once; what is half done is kept", NULL },
	{ "g", ACT_GO, 0, "Go to … (the next key says where)", NULL },
	{ ":", ACT_PALETTE, 0, "Go to anybody, or do anything, by typing part of it", NULL },
	{ "Ctrl-P", ACT_PALETTE, 0, "The same while you are typing", NULL },
	{ "Ctrl-O", ACT_SNIPPET, NEEDS_NAME, "While writing: words that are written often, put where the cursor is", NULL },
	{ "?", ACT_HELP, 0, "What can be done here", NULL },
	{ "F1", ACT_HELP, 0, "The same while you are typing", NULL },
	{ "F2", ACT_TODAY, NEEDS_STAFF, "Today", NULL },
	{ "F2", ACT_TODAY, NEEDS_DESK, "The Desk", NULL },
	{ "F2", ACT_TODAY, NEEDS_AUDIT, "Today", NULL },
	{ "F3", ACT_CASELOAD, NEEDS_STAFF, "Caseload", NULL },
	{ "F4", ACT_DIRECTORY, 0, "Directory", NULL },
	{ "F5", ACT_REMINDERS, NEEDS_STAFF, "Reminders", NULL },
	{ "F6", ACT_REPORTS, NEEDS_STAFF, "Reports: not in this version yet", NULL },
	{ "F9", ACT_LOCK, 0, "Lock", NULL },
	{ "n", ACT_NEW, NEEDS_STAFF | NEEDS_WRITE, "New: referral, call note, reminder, service, note left", NULL },
	{ "c", ACT_CONTACT, NEEDS_PERSON | NEEDS_WRITE, "Contact: open it before you ring", NULL },
	{ "a", ACT_ASSESS, NEEDS_STAFF | NEEDS_PERSON | NEEDS_WRITE, "Assess, or go over the last assessment", NULL },
	{ "p", ACT_PLAN, NEEDS_STAFF | NEEDS_PERSON, "Their plan", NULL },
	{ "s", ACT_SERVICE, NEEDS_PERSON, "A service for what matters most to them", NULL },
	{ "f", ACT_REMINDER, NEEDS_PERSON | NEEDS_WRITE, "A reminder about them", NULL },
	{ "h", ACT_HAPPENED, NEEDS_STAFF | NEEDS_PERSON | NEEDS_WRITE, "What has happened: treatment, hospital, home, death", NULL },
	{ "t", ACT_TIMES, NEEDS_STAFF | NEEDS_PERSON, "Their time with us: take on, hold, close, open again", NULL },
	{ "x", ACT_HAND_OUT, NEEDS_STAFF | NEEDS_PERSON, "Hand out a paper about them: plan, letter, questions", NULL },
	{ "u", ACT_UNDO, NEEDS_NAME | NEEDS_WRITE, "Undo what you did last; it says what first", NULL },
	{ "Ctrl-L", ACT_REPAINT, 0, "Paint the screen again", NULL },
	{ "Esc", ACT_BACK, 0, "Back; nothing is lost", NULL },
	{ "q", ACT_QUIT, 0, "Back; at the top it asks whether to leave clew", NULL },
	{ 0 },
};

const struct binding desk_chords[] = {
	{ "t", ACT_TODAY, NEEDS_STAFF, "Go to Today", "Today" },
	{ "t", ACT_TODAY, NEEDS_DESK, "Go to the Desk", "Desk" },
	{ "t", ACT_TODAY, NEEDS_AUDIT, "Go to Today", "Today" },
	{ "c", ACT_CASELOAD, NEEDS_STAFF, "Go to the caseload", "cases" },
	{ "d", ACT_DIRECTORY, 0, "Go to the directory of services", "services" },
	{ "r", ACT_REMINDERS, NEEDS_STAFF, "Go to reminders", "reminders" },
	{ "o", ACT_REPORTS, NEEDS_STAFF, "Reports: not in this version yet", NULL },
	{ "e", ACT_ENQUIRIES, NEEDS_STAFF, "Go to enquiries: help given without a name", "enquiries" },
	{ "e", ACT_ENQUIRIES, NEEDS_DESK, "Go to enquiries: help given without a name", "enquiries" },
	{ "a", ACT_ADMIN, NEEDS_NAME, "Accounts, your passphrase and what else is looked after", "admin" },
	{ "n", ACT_CALL_NOTE, NEEDS_WRITE, "Call note: write first, say whose it is after", "note" },
	{ "g", ACT_GO_BACK, 0, "Back to what was left half done", "go back" },
	{ "m", ACT_MESSAGES, 0, "What clew has said, newest last", "messages" },
	{ "v", ACT_BESIDE, NEEDS_STAFF, "Side by side, when they see the screen too: only what is theirs; again ends it", "side by side" },
	{ "h", ACT_SINCE, NEEDS_NAME, "Since you were last here: what changed, what was left", "since" },
	{ "l", ACT_LOCK, 0, "Lock", "lock" },
	{ 0 },
};
/* clang-format on */

static void open_or_say(struct desk *d, const struct visit *v)
{
	if (desk_open(d, v) != OK)
		desk_say_fault(d);
}

static void about_somebody(struct desk *d, const struct screen_ops *where)
{
	struct person_id p = { desk_subject(d) };
	struct visit v = visit_person(where, p);

	if (p.n == 0)
		desk_say(d, _("Nobody is chosen. ↓ to somebody first, or : and a name."));
	else
		open_or_say(d, &v);
}

static void ask_to_undo(struct desk *d, bool further);

static void undo_answered(struct desk *d, const struct prompt *p)
{
	const char *next;

	if (p->answer == 'b')
		ask_to_undo(d, true);
	if (p->answer != 'y')
		return;
	if (casework_undo(d->session) != OK) {
		desk_say_fault(d);
		return;
	}
	/* An import does not come back that way. */
	if (casework_undo_peek(d->session, &d->frame, &next) == OK)
		desk_say(d, _("Undone. u again puts it back, or goes further back."));
	else
		desk_say(d, _("Undone. %s"), session_fault(d->session));
	desk_reload(d);
}

/* Straight after an undo: put it back, or go one further back. */
static void ask_to_undo(struct desk *d, bool further)
{
	struct session *s = d->session;
	struct prompt p = { 0 };
	const char *what;
	enum status rc = further ? casework_undo_peek_further(s, &d->frame, &what)
	                         : casework_undo_peek(s, &d->frame, &what);

	if (rc != OK) {
		desk_say_fault(d);
		return;
	}
	prompt_ask(&p,
	           arena_printf(&d->memory,
	                        s->undo_again ? _("Undo: %s? b: one further back") : _("Undo: %s?"),
	                        what),
	           s->undo_again ? "ynb" : "yn");
	desk_ask(d, &p);
	d->answered = undo_answered;
}

static void quit_answered(struct desk *d, const struct prompt *p)
{
	if (p->answer == 'y')
		d->leave = true;
	if (p->answer == 'w')
		open_or_say(d, &(struct visit){ .where = &leave_note_screen });
}

/* What was promised for today and is not done can be handed on before one goes. */
static void ask_to_quit(struct desk *d)
{
	struct prompt p = { 0 };
	size_t promised = 0;

	if (session_read_only(d->session) || !session_may(d->session, OP_SEE_TODAY) ||
	    casework_promised_open(d->session, &promised) != OK || promised == 0) {
		prompt_ask(&p, _("Leave clew?"), "yn");
	} else {
		prompt_ask(
			&p,
			promised == 1
				? _("1 thing promised is not done. Leave clew?")
				: arena_printf(&d->memory,
		                               _("%zu things promised are not done. Leave clew?"),
		                               promised),
			"ynw");
	}
	desk_ask(d, &p);
	d->answered = quit_answered;
}

static void back(struct desk *d, bool may_quit)
{
	if (d->depth > 1) {
		desk_close(d);
		return;
	}
	/* A volunteer's way back ends at the Desk, from wherever. */
	if (!may_quit && (desk_has(d) & NEEDS_DESK) && desk_top(d)->ops != tab_home(d->session)) {
		desk_act(d, ACT_TODAY);
		return;
	}
	if (!may_quit) {
		desk_say(d, _("This is the first screen. q leaves clew."));
		return;
	}
	ask_to_quit(d);
}

static bool go(struct desk *d, enum act act)
{
	struct tabs tabs = tabs_of(d->session);

	for (size_t i = 0; i < tabs.n; i++) {
		struct visit v = visit_to(tabs.at[i]->screen);

		if (tabs.at[i]->act != act)
			continue;
		desk_go(d, &v);
		return true;
	}
	return false;
}

/* Words that are written often, for the text that has the focus. */
static void pick_words(struct desk *d)
{
	struct visit v = visit_person(&snippet_pick_screen, (struct person_id){ desk_subject(d) });

	if (!desk_typing(d) || desk_top(d)->ops->overlay)
		desk_say(d,
		         _("Ctrl-O puts words into a note: go to where they are written first."));
	else
		open_or_say(d, &v);
}

/* Acts that open a screen on top, and whether it is about whoever is under the cursor. */
static bool open_screen(struct desk *d, enum act act)
{
	static const struct {
		const struct screen_ops *where;
		enum act act;
		bool somebody;
	} screens[] = {
		{ &safety_screen, ACT_SAFETY, false },
		{ &help_screen, ACT_HELP, false },
		{ &palette_screen, ACT_PALETTE, false },
		{ &new_screen, ACT_NEW, false },
		{ &note_screen, ACT_CALL_NOTE, false },
		{ &since_screen, ACT_SINCE, false },
		{ &messages_screen, ACT_MESSAGES, false },
		{ &admin_screen, ACT_ADMIN, false },
		{ &enquiries_screen, ACT_ENQUIRIES, false },
		{ &contact_screen, ACT_CONTACT, true },
		{ &assessment_screen, ACT_ASSESS, true },
		{ &plan_screen, ACT_PLAN, true },
		{ &for_what_screen, ACT_SERVICE, true },
		{ &reminder_screen, ACT_REMINDER, true },
		{ &happened_screen, ACT_HAPPENED, true },
		{ &papers_screen, ACT_HAND_OUT, true },
		{ &times_screen, ACT_TIMES, true },
	};

	for (size_t i = 0; i < COUNT_OF(screens); i++) {
		if (screens[i].act != act)
			continue;
		if (screens[i].somebody) {
			about_somebody(d, screens[i].where);
		} else if (desk_top(d)->ops != screens[i].where) {
			struct visit v = visit_person(screens[i].where,
			                              (struct person_id){ desk_subject(d) });

			visit_anew(d, &v);
			open_or_say(d, &v);
		}
		return true;
	}
	return false;
}

enum outcome desk_act(struct desk *d, enum act act)
{
	if (go(d, act) || open_screen(d, act))
		return REDRAW;
	if (act == ACT_GO)
		d->chord = true;
	else if (act == ACT_GO_BACK)
		desk_return(d);
	else if (act == ACT_BESIDE)
		desk_beside_turn(d);
	else if (act == ACT_SNIPPET)
		pick_words(d);
	else if (act == ACT_LOCK)
		desk_lock(d, NULL);
	else if (act == ACT_REPORTS)
		desk_say(d,
		         _("Reports are not in this version yet. x on the caseload hands its list "
		           "out as a file."));
	else if (act == ACT_UNDO)
		ask_to_undo(d, false);
	else if (act == ACT_BACK || act == ACT_QUIT)
		back(d, act == ACT_QUIT);
	else if (act != ACT_REPAINT)
		return PASS;
	return REDRAW;
}
