#include "desk.h"
#include "echo.h"
#include "form_screen.h"
#include "screens.h"
#include "strip.h"

#include "base/words.h"
#include "casework/consent.h"

#include <stdio.h>

/*
 * What somebody says to one purpose, with the words to read out above it.
 * visit: id[0] person, id[1] purpose, id[2] service (0: none), id[3] an answer that is proposed
 * (consent_answer, 0: none); text about whom, or NULL.
 */
struct consent_page {
	struct form form;
	struct consent_view view;
};

static struct share_with with_whom(const struct screen *s)
{
	return (struct share_with){ (enum purpose)s->target.id[1],
		                    { s->target.id[2] },
		                    s->target.text ? s->target.text : "" };
}

static const char *day_typed(day d, struct arena *a)
{
	struct date date = day_to_date(d);

	return arena_printf(a, "%d/%d/%d", date.mday, date.month, date.year);
}

static void echo(struct screen *s, struct form *f)
{
	const struct session *session = screen_session(s);
	const struct form_from from = { session->today, &session->holidays, 0 };
	struct arena a = { 0 };

	echo_values(f, &from, &a);
	arena_reset(&a);
}

static enum status consent_begin(struct screen *s)
{
	struct consent_page *p = s->state;
	struct share_with with = with_whom(s);
	const char *answer = words_word(&consent_answers, (int)s->target.id[3]);

	form_begin(&p->form, consent_form);
	form_set(&p->form, "to_whom", with.to_whom);
	form_set(&p->form, "on_day", day_typed(screen_session(s)->today, &s->keep));
	if (answer) {
		form_set(&p->form, "answer", answer);
		form_focus(&p->form, "how");
	}
	echo(s, &p->form);
	return OK;
}

static enum status consent_load(struct screen *s)
{
	struct consent_page *p = s->state;
	struct share_with with = with_whom(s);

	return casework_consent_view(screen_session(s), (struct person_id){ s->target.id[0] },
	                             &with, &s->arena, &p->view);
}

static void consent_render(const struct screen *s, struct grid *g)
{
	struct consent_page *p = s->state;
	int row = strip_put(g, NULL, &p->view.strip, NULL);
	struct arena a = { 0 };

	grid_printf(g, row, GRID_MARGIN, LOOK_STRONG, _("May we %s?"),
	            words_label(&purposes, (int)p->view.rule.purpose));
	grid_put_right(g, row++, -1, g->columns / 2, LOOK_SECOND,
	               arena_printf(&a, _("words %d"), p->view.rule.wording));
	row += grid_put_lines(
		g, row, GRID_MARGIN, 3, g->columns - 2, LOOK_WORDS,
		arena_printf(&a, "“%s”",
	                     consent_words(p->view.rule.words, form_get(&p->form, "to_whom"), &a)));
	grid_printf(g, row++, GRID_MARGIN, LOOK_SECOND, _("So far: %s."), p->view.state);
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
	arena_reset(&a);
}

static enum outcome save(struct screen *s)
{
	struct consent_page *p = s->state;
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_AHEAD };
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values values = form_values(&p->form, &a);
	struct new_consent x = new_consent_blank;
	struct consent_saved saved;
	enum outcome outcome = REDRAW;

	x.person.n = s->target.id[0];
	x.with = with_whom(s);
	consent_fill(&x, &values, &from, &a, &problems);
	form_problems(&p->form, &problems);
	if (problems_stop(&problems)) {
		arena_reset(&a);
		return REDRAW;
	}
	if (casework_answer_consent(session, &x, &s->keep, &saved) != OK) {
		desk_say_fault(s->desk);
	} else {
		desk_say(s->desk, "%s", saved.text);
		s->answer = (struct result){ .saved = true, .id = { saved.id.n, x.answer } };
		outcome = CLOSE;
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome changed(struct screen *s)
{
	struct consent_page *p = s->state;

	echo(s, &p->form);
	return REDRAW;
}

static enum outcome consent_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = save, .changed = changed };
	struct consent_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static bool consent_keep(const struct screen *s, struct kept *ret)
{
	const struct consent_page *p = s->state;

	snprintf(ret->about, sizeof(ret->about), "%lld %lld %lld", (long long)s->target.id[0],
	         (long long)s->target.id[1], (long long)s->target.id[2]);
	ret->subject = s->target.id[0];
	if (text_empty(form_get(&p->form, "how")) && text_empty(form_get(&p->form, "note")))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("What %s agrees to, not saved"),
	         p->view.strip.short_name);
	form_keep(&p->form, &ret->body);
	return true;
}

static const struct binding consent_bindings[] = {
	{ "1-5", ACT_NONE, NEEDS_WRITE, "What they say, and how they said it", "choose" },
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct consent_page);

const struct screen_ops consent_form_screen = {
	.name = "consent",
	.title = "What they agree to",
	.state_size = sizeof(struct consent_page),
	.bindings = consent_bindings,
	.begin = consent_begin,
	.load = consent_load,
	.render = consent_render,
	.take = consent_take,
	.typing = form_screen_typing,
	.keep = consent_keep,
	.resume = form_screen_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};

/* ---- the privacy notice: id[0] person ---- */

struct notice_page {
	struct form form;
	struct person_strip strip;
	const char *version;
};

static enum status notice_begin(struct screen *s)
{
	struct notice_page *p = s->state;

	form_begin(&p->form, notice_form);
	form_set(&p->form, "on_day", day_typed(screen_session(s)->today, &s->keep));
	echo(s, &p->form);
	return OK;
}

static enum status notice_load(struct screen *s)
{
	struct notice_page *p = s->state;
	struct purposes_view purposes_now;
	enum status rc = casework_strip(screen_session(s), (struct person_id){ s->target.id[0] },
	                                &s->arena, &p->strip);

	if (rc == OK)
		rc = casework_purposes(screen_session(s), &s->arena, &purposes_now);
	if (rc == OK)
		p->version = purposes_now.notice_version;
	return rc;
}

static void notice_render(const struct screen *s, struct grid *g)
{
	struct notice_page *p = s->state;
	int row = strip_put(g, NULL, &p->strip, NULL);

	grid_printf(g, row++, GRID_MARGIN, LOOK_STRONG, _("Privacy notice, version %s"),
	            p->version);
	grid_rule(g, row++, GRID_MARGIN, -1);
	form_put(&p->form, g, (struct rect){ row, GRID_MARGIN, g->rows - row, g->columns - 2 });
}

static enum outcome notice_save(struct screen *s)
{
	struct notice_page *p = s->state;
	struct session *session = screen_session(s);
	const struct when_from from = { session->today, &session->holidays, WHEN_BACK };
	struct arena a = { 0 };
	struct problems problems = { 0 };
	struct values values = form_values(&p->form, &a);
	struct notice x = notice_blank;
	enum outcome outcome = REDRAW;

	notice_fill(&x, &values, &from, &a, &problems);
	form_problems(&p->form, &problems);
	if (!problems_stop(&problems)) {
		if (casework_give_notice(session, (struct person_id){ s->target.id[0] }, &x) !=
		    OK) {
			desk_say_fault(s->desk);
		} else {
			desk_say(s->desk, _("Saved. It is asked about again in a year."));
			s->answer = (struct result){ .saved = true };
			outcome = CLOSE;
		}
	}
	arena_reset(&a);
	return outcome;
}

static enum outcome notice_changed(struct screen *s)
{
	struct notice_page *p = s->state;

	echo(s, &p->form);
	return REDRAW;
}

static enum outcome notice_take(struct screen *s, enum act act, const struct input *in)
{
	static const struct form_screen how = { .save = notice_save, .changed = notice_changed };
	struct notice_page *p = s->state;

	(void)act;
	return form_screen_take(s, &p->form, in, &how);
}

static bool notice_keep(const struct screen *s, struct kept *ret)
{
	const struct notice_page *p = s->state;

	snprintf(ret->about, sizeof(ret->about), "%lld", (long long)s->target.id[0]);
	ret->subject = s->target.id[0];
	if (text_empty(form_get(&p->form, "how")))
		return false;
	snprintf(ret->title, sizeof(ret->title), _("Privacy notice for %s, not saved"),
	         p->strip.short_name);
	form_keep(&p->form, &ret->body);
	return true;
}

static const struct binding notice_bindings[] = {
	{ "1-5", ACT_NONE, NEEDS_WRITE, "How it was given", "how" },
	{ "Ctrl-S", ACT_NONE, NEEDS_WRITE, "Save", "save" },
	{ "Tab", ACT_NONE, 0, "The next part", "next" },
	{ "Esc", ACT_NONE, 0, "Back; what is typed is kept", "back, kept" },
	{ 0 },
};

FORM_SCREEN(struct notice_page);

const struct screen_ops notice_screen = {
	.name = "notice",
	.title = "Privacy notice",
	.state_size = sizeof(struct notice_page),
	.bindings = notice_bindings,
	.begin = notice_begin,
	.load = notice_load,
	.render = notice_render,
	.take = notice_take,
	.typing = form_screen_typing,
	.keep = notice_keep,
	.resume = form_screen_resume,
	.subject = form_screen_subject,
	.end = form_screen_end,
};
