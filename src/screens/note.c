#include "desk.h"
#include "form_screen.h"
#include "masked.h"
#include "screens.h"

#include "base/clock.h"
#include "base/text.h"
#include "base/words.h"
#include "casework/find.h"
#include "casework/messages.h"
#include "casework/op.h"
#include "casework/people.h"
#include "casework/strip.h"
#include "ui/keys.h"

#include <stdio.h>
#include <string.h>

/*
 * The call note: words first, whose they are last. id[1], when there is one, is a note or message
 * that waits to be put to somebody; then only *who* is asked. text: whom it is from, where that was
 * asked before.
 */
struct note_state {
	struct form form;
	struct field *fields; /* a copy: who works here is the file's */
	struct message_row row;
	bool putting; /* a note that was kept before */
	int began;
	struct hits hits; /* whom the letters in *who* find; belongs to found */
	struct arena found;
	size_t at; /* the hit that Enter chooses */
};

#define HITS_MOST 6

static struct field *field_named(struct note_state *n, const char *name)
{
	struct field *f = n->fields;

	while (strcmp(f->name, name) != 0)
		f++;
	return f;
}

/* The workers a message can be for, as the choices of that field. */
static enum status offer_workers(struct screen *s)
{
	struct note_state *n = s->state;
	struct words *words = ARENA_NEW(&s->keep, struct words);
	struct account_list workers;
	struct word *at;
	enum status rc = casework_workers(screen_session(s), &s->keep, &workers);

	if (rc != OK)
		return rc;
	at = ARENA_ARRAY(&s->keep, workers.n, struct word);
	for (size_t i = 0; i < workers.n; i++)
		at[i] = (struct word){
			(int)i + 1,
			arena_printf(&s->keep, "%lld", (long long)workers.at[i].id.n),
			workers.at[i].name,
		};
	*words = (struct words){ "worker", at, workers.n };
	field_named(n, "for")->words = words;
	return OK;
}

static enum status note_begin(struct screen *s)
{
	struct note_state *n = s->state;
	struct session *session = screen_session(s);
	struct message_id waiting = { s->target.id[1] };
	enum status rc = OK;

	n->fields = ARENA_ARRAY(&s->keep, MESSAGE_FIELDS + 1, struct field);
	memcpy(n->fields, message_fields, (MESSAGE_FIELDS + 1) * sizeof(*n->fields));
	n->began = session->minute;
	n->putting = waiting.n != 0;
	if (n->putting)
		rc = casework_message(session, waiting, &s->keep, &n->row);
	if (rc == OK)
		rc = offer_workers(s);
	form_begin(&n->form, n->fields);
	if (rc != OK)
		return rc;
	if (s->target.text) /* who it is from, asked already */
		form_set(&n->form, "from", s->target.text);
	/* Who is here is not for everybody to be told. */
	form_hide(&n->form, "who", !session_may(session, OP_OPEN_PERSON));
	if (n->putting) {
		form_set(&n->form, "words", n->row.message.words);
		for (struct field *f = n->fields; f->name; f++)
			form_hide(&n->form, f->name, strcmp(f->name, "who") != 0);
	}
	return OK;
}

static void put_row(struct grid *g, int *row, const char *label, const char *text)
{
	if (text_empty(text))
		return;
	grid_put(g, *row, 3, 16, LOOK_SECOND, label);
	grid_put(g, (*row)++, 19, -1, LOOK_PLAIN, text);
}

static int put_waiting(struct grid *g, int row, const struct message_row *m)
{
	row += grid_put_lines(g, row, 3, 6, g->columns - 4, LOOK_WORDS, m->message.words);
	put_row(g, &row, _("From"), m->message.from_whom);
	put_row(g, &row, _("Safe number"), m->message.phone);
	put_row(g, &row, _("When to ring"), m->message.hours);
	put_row(g, &row, _("Taken by"), m->taken_by);
	return row + 1;
}

/* Who is found, the one that Enter takes marked; the cursor stays in the text. */
static void put_hits(struct grid *g, int row, const struct note_state *n)
{
	grid_head(g, row++, _("WHO IS IT"), _("↑ ↓ Enter"));
	for (size_t i = 0; i < n->hits.n; i++, row++) {
		const struct hit *hit = &n->hits.at[i];
		int column;

		if (i == n->at)
			grid_put(g, row, GRID_MARGIN, 1, LOOK_ACCENT, "▌");
		column = grid_put(g, row, GRID_TEXT, 36, LOOK_STRONG, hit->name) + 2;
		column = grid_put(g, row, column, -1, LOOK_SECOND, hit->ref) + 2;
		grid_put(g, row, column, -1, LOOK_PLAIN, hit->where);
	}
}

static void note_render(const struct screen *s, struct grid *g)
{
	struct note_state *n = s->state;
	char began[32];
	int row = 1, hits;

	grid_put(g, 0, 1, -1, LOOK_HEAD, n->putting ? n->row.title : _("Call note"));
	snprintf(began, sizeof(began), _("began %02d:%02d"), n->began / 60, n->began % 60);
	if (!n->putting)
		grid_put_right(g, 0, g->columns - 1, -1, LOOK_SECOND, began);
	if (!session_may(screen_session(s), OP_OPEN_PERSON))
		grid_put(g, row++, 1, -1, LOOK_ATTENTION,
		         _("Never say whether somebody is known here. Offer to take a message."));
	else if (!n->putting)
		grid_put(g, row++, 1, -1, LOOK_SECOND,
		         _("Write first; whose it is can be said last, or later."));
	grid_rule(g, row++, 1, -1);
	if (n->putting)
		row = put_waiting(g, row, &n->row);
	hits = n->hits.n > 0 ? (int)n->hits.n + 1 : 0;
	form_put(&n->form, g, (struct rect){ row, 1, g->rows - row - hits, g->columns - 2 });
	if (hits > 0)
		put_hits(g, g->rows - hits, n);
}

/* Those whom the letters find; services are not what a note is about. */
static void look_for(struct screen *s, const char *text)
{
	struct note_state *n = s->state;
	size_t people = 0;

	arena_reset(&n->found);
	n->hits = (struct hits){ .hint = "" };
	n->at = 0;
	if (text_empty(text))
		return;
	if (casework_find(screen_session(s), text, HITS_MOST, &n->found, &n->hits) != OK) {
		n->hits = (struct hits){ .hint = "" };
		desk_say_fault(s->desk);
	}
	while (people < n->hits.n && n->hits.at[people].person.n != 0)
		people++;
	n->hits.n = people;
	for (size_t i = 0; i < people && !masked_typed(text); i++)
		n->hits.at[i].name =
			masked_name(s, n->hits.at[i].name, n->hits.at[i].person, &n->found);
}

/* Whom a reference means, beside it, before anything goes into their record; else who is found. */
static void echo_who(struct screen *s)
{
	struct note_state *n = s->state;
	const char *text = form_get(&n->form, "who"), *echo = "";
	struct arena a = { 0 };
	struct person_strip strip;
	struct person_id id;

	if (person_ref_parse(str_of(text), &id) &&
	    casework_strip(screen_session(s), id, &a, &strip) == OK) {
		echo = arena_printf(&a, "%s · %s", strip.name,
		                    text_empty(strip.born) ? strip.ref : strip.born);
		look_for(s, "");
	} else {
		look_for(s, text);
	}
	form_echo(&n->form, "who", echo);
	arena_reset(&a);
}

/* In the list under *who*: arrows choose, Enter takes. False when it is none of them. */
static bool take_hit(struct screen *s, const struct input *in)
{
	struct note_state *n = s->state;
	const struct field *field = form_focused(&n->form);

	if (n->hits.n == 0 || !field || !text_equal(field->name, "who"))
		return false;
	if (key_matches("Enter", in)) {
		form_set(&n->form, "who", n->hits.at[n->at].ref);
		echo_who(s);
	} else if (key_matches("Down", in) && n->at + 1 < n->hits.n) {
		n->at++;
	} else if (key_matches("Up", in) && n->at > 0) {
		n->at--;
	} else {
		return false;
	}
	return true;
}

static enum outcome saved(struct screen *s, const char *said)
{
	desk_say(s->desk, "%s", said);
	s->answer = (struct result){ .saved = true };
	return CLOSE;
}

static enum outcome put(struct screen *s, const struct new_message *m)
{
	struct note_state *n = s->state;

	if (m->person.n == 0) {
		desk_say(
			s->desk,
			_("Whose is it? A name or a CL number, then Enter. Esc leaves it waiting."));
		return STAY;
	}
	if (casework_put_message(screen_session(s), n->row.message.id, m->person) != OK) {
		desk_say_fault(s->desk);
		return STAY;
	}
	return saved(s, _("Saved in their record: they rang us."));
}

static enum outcome take_it(struct screen *s, const struct new_message *m, struct arena *a)
{
	struct message_saved done;

	if (casework_take_message(screen_session(s), m, a, &done) != OK) {
		desk_say_fault(s->desk);
		return STAY;
	}
	return saved(s, done.said);
}

static enum outcome save(struct screen *s)
{
	struct note_state *n = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct new_message m;
	struct values values = form_values(&n->form, &a);
	enum outcome done;

	values_set(&values, &a, "words", form_get(&n->form, "words"));
	message_from_values(&values, &a, &problems, &m);
	if (problems_stop(&problems)) {
		form_problems(&n->form, &problems);
		desk_say(s->desk, "%s", problems.at[0].text);
		done = REDRAW;
	} else {
		done = n->putting ? put(s, &m) : take_it(s, &m, &a);
	}
	arena_reset(&a);
	return done;
}

static enum outcome changed(struct screen *s)
{
	const struct note_state *n = s->state;

	if (text_equal(n->form.changed->name, "who"))
		echo_who(s);
	return REDRAW;
}

static enum outcome note_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct note_state *n = s->state;

	(void)act;
	if (take_hit(s, in))
		return REDRAW;
	return form_screen_take(s, &n->form, in, &how);
}

static bool anything(const struct note_state *n)
{
	for (size_t i = 0; i < n->form.n; i++)
		if (n->form.at[i].line.text.n > 0)
			return true;
	return false;
}

static bool note_keep(const struct screen *s, struct kept *ret)
{
	const struct note_state *n = s->state;

	if (n->putting) {
		snprintf(ret->about, sizeof(ret->about), "message %lld",
		         (long long)n->row.message.id.n);
		return false;
	}
	sheet_about(s->target.id[3], ret->about, sizeof(ret->about));
	if (!anything(n))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("call note, begun %02d:%02d"), n->began / 60,
	         n->began % 60);
	form_keep(&n->form, &ret->body);
	buf_printf(&ret->body, ".began=%d\n", n->began);
	return true;
}

static enum status note_resume(struct screen *s, struct str body)
{
	struct note_state *n = s->state;
	struct str rest = body, line;
	long long began;
	enum status rc = form_resume(&n->form, body);

	if (rc != OK)
		return rc;
	while (str_cut(&rest, '\n', &line))
		if (str_starts(line, ".began=") &&
		    str_int((struct str){ line.at + 7, line.n - 7 }, &began) && began >= 0 &&
		    began < 1440)
			n->began = (int)began;
	echo_who(s);
	return OK;
}

static void note_end(struct screen *s)
{
	struct note_state *n = s->state;

	form_done(&n->form);
	arena_reset(&n->found);
}

static const struct binding note_bindings[] = {
	{ "Tab", ACT_NEXT_FIELD, 0, "To the next field", "next" },
	{ "Ctrl-S", ACT_SAVE, NEEDS_WRITE, "Save; with nobody chosen it waits in Unfinished",
	  "save" },
	{ "Esc", ACT_BACK, 0, "Back; what you wrote is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct note_state);

const struct screen_ops note_screen = {
	.name = "note",
	.title = "Call note",
	.state_size = sizeof(struct note_state),
	.bindings = note_bindings,
	.conversation = true,
	.begin = note_begin,
	.render = note_render,
	.take = note_take,
	.typing = form_screen_typing,
	.keep = note_keep,
	.resume = note_resume,
	.end = note_end,
};
