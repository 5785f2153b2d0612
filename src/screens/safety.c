#include "desk.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/access.h"
#include "casework/drafts.h"
#include "casework/safety.h"
#include "model/safety_text.h"

#include <stdio.h>
#include <string.h>

/* What the form takes at least, so that nothing moves as one goes through it. */
#define FORM_ROWS  10
#define LEAST_ROWS 5 /* of the form, on the smallest screen */

/*
 * Worried about safety: what to say first, then what to write. The wording is data (data/safety),
 * the numbers of the two who answer are the file's.
 */
struct safety_state {
	struct form form;
	struct person_id person; /* 0: nobody with a record here */
	struct person_strip strip;
	struct safety_text text;
};

static const char *told_text(const struct session *s, struct arena *a)
{
	const struct safety_person *lead = &s->service.lead, *deputy = &s->service.deputy;

	return arena_printf(a, _("Told       %s, safety lead, %s · deputy %s %s"), lead->name,
	                    lead->phone, deputy->name, deputy->phone);
}

/* The kinds of numbers of data/safety that help with what it is about; NULL: all of them. */
static const char *number_kind(enum safety_about about)
{
	switch (about) {
	case SAFETY_ENDING_LIFE:
		return "suicide-listening";
	case SAFETY_HURT_OR_FRIGHTENED:
		return "domestic-abuse";
	case SAFETY_NEGLECT:
		return "elder-abuse";
	case SAFETY_CHILD:
		return "child-protection";
	case SAFETY_ILL_NOW:
		return "urgent-health";
	case SAFETY_SOMETHING_ELSE:
	case SAFETY_ABOUT_NONE:
		break;
	}
	return NULL;
}

static enum safety_about about_of(const struct form *f)
{
	return (enum safety_about)words_find(&safety_abouts, str_of(form_get(f, "about")));
}

/* Beside the answer: the number for it, first, so that a long name is what gives way. */
static void echo_number(struct screen *s)
{
	struct safety_state *v = s->state;
	const char *kind = number_kind(about_of(&v->form));
	struct arena *a = &s->desk->frame;

	form_echo(&v->form, "about", NULL);
	for (size_t i = 0; kind && i < v->text.numbers; i++) {
		const struct safety_number *n = &v->text.number[i];

		if (!text_equal(n->kind, kind))
			continue;
		form_echo(&v->form, "about",
		          text_empty(n->number) || n->ring_first
		                  ? safety_number_text(n, a)
		                  : arena_printf(a, "%s, %s", n->number, n->name));
		return;
	}
}

/* On a sheet of its own: what another worry about nobody says is not this one. */
static void about_nobody(struct screen *s)
{
	struct safety_state *v = s->state;

	s->target.id[3] = sheet_free(s->desk, s->ops);
	v->person.n = 0;
	form_hide(&v->form, "who", false);
}

static enum status safety_begin(struct screen *s)
{
	struct safety_state *v = s->state;

	form_begin(&v->form, safety_note_form);
	form_label(&v->form, "told", told_text(screen_session(s), &s->keep));
	v->person.n = s->target.id[0];
	form_hide(&v->form, "who", v->person.n != 0);
	return OK;
}

static enum status glimpse(struct screen *s)
{
	struct safety_state *v = s->state;
	struct glimpse g;
	enum status rc = casework_glimpse(screen_session(s), v->person, &s->arena, &g);

	if (rc == OK) {
		v->strip = (struct person_strip){ .id = v->person,
			                          .name = g.name,
			                          .short_name = g.name,
			                          .born = "",
			                          .ref = g.ref,
			                          .died = "",
			                          .safe = "",
			                          .safe_set = "" };
	}
	return rc;
}

static enum status safety_load(struct screen *s)
{
	struct safety_state *v = s->state;
	struct session *session = screen_session(s);
	enum status rc = OK;

	/* Whoever may not see the record may still be worried about whom a search shows. */
	if (v->person.n != 0)
		rc = casework_strip(session, v->person, &s->arena, &v->strip);
	if (rc == E_DENIED)
		rc = glimpse(s);
	if (rc == E_DENIED || rc == E_NOT_FOUND) {
		about_nobody(s);
		rc = OK;
	}
	if (rc == OK && safety_lines(session->service.nation, &s->arena, &v->text) != OK)
		v->text = (struct safety_text){ 0 };
	return rc;
}

/* What of head fits the column; a long one goes on in the row below, as its text does. */
static struct str head_piece(const char *head, const char **rest)
{
	struct str piece = str_of(head);
	size_t cut = 20;

	*rest = "";
	if (piece.n <= cut)
		return piece;
	while (cut > 0 && piece.at[cut] != ' ')
		cut--;
	*rest = head + (cut ? cut + 1 : 20);
	piece.n = cut ? cut : 20;
	return piece;
}

/* Before row end: what is to be written has its room on every screen. The row behind the advice. */
static int put_says(const struct safety_state *v, struct grid *g, int row, int end)
{
	enum safety_about about = about_of(&v->form);
	const char *chosen = about ? words_word(&safety_abouts, (int)about) : "";
	const char *rest = "";

	for (size_t i = 0; i < v->text.says && row < end; i++, row++) {
		const struct safety_say *say = &v->text.say[i];
		enum look look = text_equal(say->kind, chosen)     ? LOOK_STRONG
		                 : text_equal(say->kind, "danger") ? LOOK_ALARM
		                                                   : LOOK_PLAIN;
		const char *head = text_empty(say->head) ? rest : say->head;

		grid_put_str(g, row, 1, 21, look, head_piece(head, &rest));
		grid_put(g, row, 23, -1, look == LOOK_ALARM ? LOOK_STRONG : LOOK_PLAIN, say->text);
	}
	return row;
}

/* Where there is room: every number for it, or all of them. */
static void put_numbers(const struct safety_state *v, struct grid *g, int row)
{
	const char *kind = number_kind(about_of(&v->form));
	struct arena a = { 0 };

	if (g->rows - row < 4)
		return;
	grid_head(g, row++, _("NUMBERS"), NULL);
	for (size_t i = 0; i < v->text.numbers && row < g->rows; i++) {
		const struct safety_number *n = &v->text.number[i];

		if (kind && !text_equal(n->kind, kind) && !text_equal(n->kind, "emergency"))
			continue;
		grid_put(g, row, 3, 72, LOOK_PLAIN, safety_number_text(n, &a));
		grid_put(g, row++, 60, -1, LOOK_SECOND, n->hours);
	}
	arena_reset(&a);
}

static int put_title(const struct safety_state *v, struct grid *g)
{
	int row = 1;

	if (v->person.n != 0)
		row = strip_put(g, _("WORRIED ABOUT SAFETY"), &v->strip, NULL);
	else
		grid_put(g, 0, 1, -1, LOOK_HEAD, _("WORRIED ABOUT SAFETY"));
	grid_put(
		g, row, 1, -1, LOOK_PLAIN,
		_("You do not have to decide how serious it is. Listen, write, pass it on today."));
	return row + 1;
}

static void safety_render(const struct screen *s, struct grid *g)
{
	struct safety_state *v = s->state;
	int wanted = form_rows(&v->form, g->columns - 2), row = put_title(v, g), spare;
	int least = v->person.n != 0 ? FORM_ROWS : FORM_ROWS + 1;

	if (wanted < least)
		wanted = least;
	/* The empty lines round the advice are the first to go. */
	spare = g->rows - row - (int)v->text.says - wanted;
	row = put_says(v, g, row + (spare >= 2), g->rows - LEAST_ROWS);
	row += spare >= 1;
	if (wanted > g->rows - row)
		wanted = g->rows - row;
	form_put(&v->form, g, (struct rect){ row, 1, wanted, g->columns - 2 });
	put_numbers(v, g, row + wanted + 1);
}

static void say_saved(struct screen *s, bool told)
{
	const struct safety_person *lead = &screen_session(s)->service.lead;

	if (lead->account.n == 0)
		desk_say(s->desk, _("Saved. %s has no list here: ring %s now."), lead->name,
		         lead->phone);
	else if (!told)
		desk_say(s->desk, _("Saved, and on %s’s list. Ring too: %s."), lead->name,
		         lead->phone);
	else
		desk_say(s->desk, _("Saved, and on %s’s list."), lead->name);
}

static enum outcome save(struct screen *s)
{
	struct safety_state *v = s->state;
	struct arena a = { 0 };
	struct values values = form_values(&v->form, &a);
	struct safety_note n = safety_note_of(&values);
	struct problems problems = { 0 };
	struct safety_note_id id = { 0 };
	enum outcome outcome = REDRAW;

	n.person = v->person;
	if (casework_worry_about_safety(screen_session(s), &n, &a, &problems, &id) == OK) {
		say_saved(s, !text_empty(n.told_when));
		s->answer = (struct result){ .saved = true, .id = { id.n, v->person.n } };
		outcome = CLOSE;
	} else {
		form_problems(&v->form, &problems);
		desk_say_fault(s->desk);
	}
	arena_reset(&a);
	return outcome;
}

/* Not the person under the cursor after all: what is written stays. */
static enum outcome somebody_else(struct screen *s)
{
	struct safety_state *v = s->state;
	struct arena a = { 0 };

	if (v->person.n == 0)
		return STAY;
	if (casework_drop_draft(screen_session(s), s->ops->name, person_ref(v->person, &a)) != OK)
		desk_say_fault(s->desk);
	else
		desk_say(s->desk, _("Not about %s, then. Who is it about?"), v->strip.short_name);
	arena_reset(&a);
	about_nobody(s);
	form_focus(&v->form, "who");
	return REDRAW;
}

static enum outcome changed(struct screen *s)
{
	echo_number(s);
	return REDRAW;
}

static enum outcome safety_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct safety_state *v = s->state;

	if (act == ACT_WHOSE)
		return somebody_else(s);
	return form_screen_take(s, &v->form, in, &how);
}

static bool safety_keep(const struct screen *s, struct kept *ret)
{
	static const char *const fields[] = {
		"about", "who", "words", "did", "told_when", "told_said", "without_consent_because"
	};
	const struct safety_state *v = s->state;
	struct arena a = { 0 };
	bool any = false;

	if (v->person.n != 0)
		snprintf(ret->about, sizeof(ret->about), "%s", person_ref(v->person, &a));
	else
		sheet_about(s->target.id[3], ret->about, sizeof(ret->about));
	arena_reset(&a);
	ret->subject = v->person.n;
	snprintf(ret->title, sizeof(ret->title), "%s",
	         _("Worried about safety, not passed on yet"));
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		any = any || !text_empty(form_get(&v->form, fields[i]));
	if (any)
		form_keep(&v->form, &ret->body);
	return any;
}

static enum status safety_resume(struct screen *s, struct str draft)
{
	struct safety_state *v = s->state;
	enum status rc = form_resume(&v->form, draft);

	echo_number(s);
	return rc;
}

static int64_t safety_subject(const struct screen *s)
{
	const struct safety_state *v = s->state;

	return v->person.n;
}

/* Everybody may say that it is about somebody else, an auditor too. */
static unsigned safety_has(const struct screen *s)
{
	return safety_subject(s) != 0 ? NEEDS_PERSON : 0;
}

static const struct binding safety_bindings[] = {
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save it, and put it on the safety lead's list",
	  "save, pass on" },
	{ "Ctrl-T", ACT_WHOSE, NEEDS_PERSON, "It is about somebody else; what is written stays",
	  "not them" },
	{ "Esc", ACT_NONE, 0, "Back; what is written is kept", "back, kept" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ 0 },
};

FORM_SCREEN(struct safety_state);

const struct screen_ops safety_screen = {
	.name = "safety",
	.title = "Worried about safety",
	.state_size = sizeof(struct safety_state),
	.bindings = safety_bindings,
	.conversation = true,
	.begin = safety_begin,
	.load = safety_load,
	.render = safety_render,
	.take = safety_take,
	.typing = form_screen_typing,
	.keep = safety_keep,
	.resume = safety_resume,
	.subject = safety_subject,
	.has = safety_has,
	.end = form_screen_end,
};
