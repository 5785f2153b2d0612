#include "assessment.h"

#include "desk.h"
#include "form_screen.h"
#include "screens.h"

#include "base/words.h"
#include "model/none.h"

#include <stdio.h>
#include <string.h>

static bool has_field(const struct assess_end *asks, const char *name)
{
	for (const struct field *f = asks->fields; f->name || f->label; f++)
		if (text_equal(f->name, name))
			return true;
	return false;
}

static const char *red_field(const struct assessment_state *st, const char *name, size_t i,
                             struct arena *a)
{
	return arena_printf(a, "%s.%s", name, assess_key(&st->sheet, st->asks.red[i]));
}

void assessment_end_refresh(struct assessment_state *st)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < st->asks.reds; i++) {
		const char *reply = form_get(&st->end, red_field(st, "reply", i, &a));
		bool not_asked = text_equal(reply, "not_asked");

		form_hide(&st->end, red_field(st, "why", i, &a), !not_asked);
		form_hide(&st->end, red_field(st, "who", i, &a), !not_asked);
		form_hide(&st->end, red_field(st, "note", i, &a), true);
	}
	arena_reset(&a);
}

static void fill_matters(struct assessment_state *st)
{
	static const char *const names[] = { "", "first", "second", "third" };

	for (size_t i = 0; i < st->sheet.n; i++) {
		int place = st->sheet.row[i].now.matters;

		if (place != NUMBER_NONE && has_field(&st->asks, names[place]))
			form_set(&st->end, names[place], assess_key(&st->sheet, i));
	}
}

/* As far as it goes before anything is asked at the end. */
static struct new_assessment so_far(const struct screen *s, struct arena *a)
{
	const struct assessment_state *st = s->state;
	struct new_assessment n = { .header = assessment_header(s, a, NULL),
		                    .newest = st->start.newest,
		                    .minutes = NUMBER_NONE,
		                    .note = "" };

	n.concerns = assess_concerns(&st->sheet, a);
	n.nothings = assess_nothings(&st->sheet, a);
	n.header.overall = assess_overall(&st->sheet);
	n.measured = assess_measured(&st->sheet, a);
	return n;
}

/* Of a correction: the replies that were given stand until they are changed. */
static void fill_replies(struct assessment_state *st)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < st->asks.reds; i++) {
		const char *code = assess_key(&st->sheet, st->asks.red[i]);

		for (size_t k = 0; k < st->start.reds.n; k++) {
			const struct red_answer *r = &st->start.reds.at[k];

			if (!text_equal(r->code, code))
				continue;
			form_set(&st->end, red_field(st, "reply", i, &a),
			         words_word(&red_replies, (int)r->reply));
			form_set(&st->end, red_field(st, "why", i, &a), r->why);
			form_set(&st->end, red_field(st, "who", i, &a), r->who_will);
			if (r->safety_note.n != 0)
				form_set(&st->end, red_field(st, "note", i, &a),
				         arena_printf(&a, "%lld", (long long)r->safety_note.n));
		}
	}
	arena_reset(&a);
}

void assessment_end_begin(struct screen *s)
{
	struct assessment_state *st = s->state;
	struct arena a = { 0 };
	struct buf was = { 0 };
	struct new_assessment n = so_far(s, &a);
	struct assess_doubt_list doubts = { 0 };
	char minutes[16];

	if (st->end_open)
		form_keep(&st->end, &was);
	form_done(&st->end);
	if (casework_assessment_doubts(screen_session(s), &n, &a, &doubts) != OK)
		desk_say_fault(s->desk);
	assess_end_form(&st->sheet, &n.header, &doubts, &s->keep, &st->asks);
	form_begin(&st->end, st->asks.fields);
	fill_matters(st);
	fill_replies(st);
	snprintf(minutes, sizeof(minutes), "%d", assessment_minutes(s));
	if (has_field(&st->asks, "minutes"))
		form_set(&st->end, "minutes", minutes);
	if (was.n > 0 && form_resume(&st->end, buf_str(&was)) != OK)
		desk_say(s->desk, "%s", _("What was answered here before could not be read."));
	assessment_end_refresh(st);
	st->end_open = true;
	st->mode = ASSESSING_END;
	buf_done(&was);
	arena_reset(&a);
}

static int minutes_of(const struct values *v, struct arena *a, struct problems *problems)
{
	struct str text = str_trim(str_of(values_get(v, "minutes")));
	long long n;

	if (text.n == 0)
		return NUMBER_NONE;
	if (!str_int(text, &n) || n < 0 || n > 1440) {
		problem_add(problems, a, "minutes", "%s", _("Minutes are a number, 0 to 1440."));
		return NUMBER_NONE;
	}
	return (int)n;
}

static enum outcome saved(struct screen *s, const struct new_assessment *n, struct assessment_id id)
{
	struct assessment_state *st = s->state;
	bool kept = n->header.offered == OFFER_SAID_YES && n->header.agreed_keep == SAID_YES;
	size_t raised = assess_raised(&st->sheet);
	struct arena a = { 0 };

	s->answer.saved = true;
	if (assessment_corrects(st)) {
		desk_say(s->desk, _("Saved: the assessment of %s is put right."),
		         day_plain(n->header.on_day, screen_session(s)->today, &a));
		arena_reset(&a);
		return CLOSE;
	}
	if (n->header.offered == OFFER_UNDECIDED) {
		desk_say(s->desk, _("Saved: offered, not now. Reminder to ask again set for %s."),
		         day_short(n->header.again_on, screen_session(s)->today, &a));
		arena_reset(&a);
		return CLOSE;
	}
	if (!kept) {
		desk_say(s->desk, "%s",
		         _("Saved: that it was offered. Nothing they said was kept but what needs "
		           "a person."));
		return CLOSE;
	}
	desk_say(s->desk,
	         n->header.mode == ASSESSMENT_ON_PAPER ? _("Saved: %zu raised. %s")
	                                               : _("Saved: %zu raised, and the call. %s"),
	         raised, st->sheet.review ? _("Enter goes on to the plan.") : _("Now the plan."));
	s->go = st->sheet.review ? visit_assessed(n->header.person, id)
	                         : visit_person(&plan_screen, n->header.person);
	return REPLACE;
}

static void say_plainly(struct problems *problems)
{
	for (size_t i = 0; i < problems->n; i++) {
		const char *sentence = assess_end_missing(problems->at[i].field);

		if (sentence)
			problems->at[i].text = sentence;
	}
}

/* Another count than the paper's is said once; whoever looked again may leave it so. */
static void look_at_paper(struct assessment_state *st, struct screen *s, const struct values *v,
                          struct problems *problems, struct arena *a)
{
	const char *said = assess_end_paper(&st->sheet, v, a);

	if (said && !text_equal(said, st->passed)) {
		problem_add(problems, a, "on_paper", "%s", said);
		st->passed = arena_strdup(&s->keep, said);
	}
}

static enum outcome save(struct screen *s)
{
	struct assessment_state *st = s->state;
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values v = form_values(&st->end, &a);
	struct new_assessment n = so_far(s, &a);
	struct assessment_id id;
	enum outcome outcome = REDRAW;

	form_missing(&st->end, &problems, &a);
	say_plainly(&problems);
	for (size_t i = 0; i < st->asks.reds; i++) {
		const char *note = red_field(st, "note", i, &a);

		values_set(&v, &a, note, form_get(&st->end, note));
	}
	n.reds = assess_end_reds(&st->sheet, &st->asks, &v, &a);
	assess_end_take(&v, &n.concerns, &n.header);
	n.minutes = minutes_of(&v, &a, &problems);
	n.note = values_get(&v, "call_note");
	look_at_paper(st, s, &v, &problems, &a);
	form_problems(&st->end, &problems);
	if (problems.n == 1 && text_equal(problems.at[0].field, "on_paper"))
		desk_say(s->desk, "%s",
		         _("Not ended yet. Ctrl-S again leaves the count as it is."));
	else if (problems_stop(&problems))
		desk_say(s->desk, "%s", _("Not ended yet: something is still to be answered."));
	else if (casework_complete_assessment(screen_session(s), &n, &id) != OK)
		desk_say_fault(s->desk);
	else
		outcome = saved(s, &n, id);
	arena_reset(&a);
	return outcome;
}

/* Where nothing is left to be asked, it is saved. */
enum outcome assessment_end_at_once(struct screen *s)
{
	struct assessment_state *st = s->state;

	assessment_end_begin(s);
	return form_focused(&st->end) ? REDRAW : save(s);
}

static enum outcome changed(struct screen *s)
{
	struct assessment_state *st = s->state;
	const char *name = st->end.changed->name;

	assessment_end_refresh(st);
	if (!str_starts(str_of(name), "reply.") ||
	    !text_equal(form_get(&st->end, name), "asked_yes"))
		return REDRAW;
	s->go = visit_person(&safety_screen, (struct person_id){ s->target.id[0] });
	return OPEN;
}

static enum outcome back_to_list(struct screen *s)
{
	struct assessment_state *st = s->state;

	st->mode = ASSESSING_LIST;
	desk_say(s->desk, "%s", _("Not ended. Ctrl-S comes back to these questions."));
	return REDRAW;
}

enum outcome assessment_end_take(struct screen *s, const struct input *in)
{
	static const struct form_screen how = { .save = save,
		                                .changed = changed,
		                                .leave = back_to_list };
	struct assessment_state *st = s->state;

	return form_screen_take(s, &st->end, in, &how);
}

/* The safety note that "asked, yes" opened belongs to that reply. */
void assessment_end_came_back(struct screen *s, const struct result *r)
{
	struct assessment_state *st = s->state;
	const struct field *f = form_focused(&st->end);
	struct arena a = { 0 };

	if (!r->saved || r->from != &safety_screen || !f || !str_starts(str_of(f->name), "reply."))
		return;
	form_set(&st->end, arena_printf(&a, "note.%s", f->name + strlen("reply.")),
	         arena_printf(&a, "%lld", (long long)r->id[0]));
	arena_reset(&a);
}
