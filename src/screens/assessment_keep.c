#include "assessment.h"

#include "desk.h"

#include "base/words.h"

#include <stdio.h>

static const char *const mode_words[] = { "list", "find", "words", "header", "end" };

static bool is_begun(const struct assessment_state *st)
{
	if (st->sheet.steps.n > 0 || st->header_changed || st->end_open || st->words_changed)
		return true;
	if (assessment_corrects(st))
		return false;
	for (size_t i = 0; i < st->sheet.n; i++)
		if (st->sheet.row[i].now.answer != CONCERN_ANSWER_NONE ||
		    !text_empty(st->sheet.row[i].words))
			return true;
	return false;
}

static void put_title(const struct assessment_state *st, struct kept *ret)
{
	size_t raised = assess_raised(&st->sheet), need = assess_reds(&st->sheet);
	struct arena a = { 0 };

	if (assessment_corrects(st))
		snprintf(ret->title, sizeof(ret->title),
		         _("Correction of the assessment of %s, not ended"),
		         day_iso(st->start.header.on_day, &a));
	else if (need > 0)
		snprintf(ret->title, sizeof(ret->title),
		         need == 1 ? _("Assessment begun, %zu raised, %zu needs a person today")
		                   : _("Assessment begun, %zu raised, %zu need a person today"),
		         raised, need);
	else
		snprintf(ret->title, sizeof(ret->title),
		         _("Assessment begun, %zu raised, not ended"), raised);
	arena_reset(&a);
}

bool assessment_keep(const struct screen *s, struct kept *ret)
{
	const struct assessment_state *st = s->state;

	if (assessment_corrects(st))
		snprintf(ret->about, sizeof(ret->about), "%s %lld", st->start.strip.ref,
		         (long long)st->start.header.id.n);
	else
		snprintf(ret->about, sizeof(ret->about), "%s", st->start.strip.ref);
	ret->subject = s->target.id[0];
	if (!is_begun(st))
		return false;
	put_title(st, ret);
	buf_puts(&ret->body, "shape=2\n");
	buf_printf(&ret->body, "mode=%s\n", mode_words[st->mode]);
	buf_printf(&ret->body, "minutes=%d\n", assessment_minutes(s));
	if (st->words_may_follow)
		buf_puts(&ret->body, "follow=yes\n");
	if (st->mode == ASSESSING_FIND)
		buf_printf(&ret->body, "find=%s\n", line_text(&st->find));
	assess_keep(&st->sheet, &ret->body);
	buf_puts(&ret->body, "[header]\n");
	form_keep(&st->header, &ret->body);
	if (st->end_open) {
		buf_puts(&ret->body, "[end]\n");
		form_keep(&st->end, &ret->body);
	}
	return true;
}

/* What stands before the line mark, taken off the front of *rest with the line. */
static struct str part_before(struct str *rest, const char *mark)
{
	struct str part = *rest, line;

	while (str_cut(rest, '\n', &line))
		if (str_is(line, mark)) {
			part.n = (size_t)(line.at - part.at);
			return part;
		}
	*rest = (struct str){ NULL, 0 };
	return part;
}

static void resume_find(struct assessment_state *st, struct str text)
{
	struct arena a = { 0 };

	line_set(&st->find, arena_str(&a, text));
	st->find_from = st->sheet.at;
	arena_reset(&a);
}

static void resume_number(struct assessment_state *st, struct str name, struct str text, int *shape)
{
	long long n;

	if (!str_int(text, &n) || n < 0 || n >= 10000)
		return;
	if (str_is(name, "minutes"))
		st->minutes_before = (int)n;
	else if (str_is(name, "shape"))
		*shape = (int)n;
}

static void resume_top(struct assessment_state *st, struct str part, int *shape)
{
	struct str line, name;

	while (str_cut(&part, '\n', &line)) {
		if (line.n == 0 || !str_cut(&line, '=', &name) || !line.at)
			continue;
		resume_number(st, name, line, shape);
		if (str_is(name, "follow"))
			st->words_may_follow = true;
		if (str_is(name, "find"))
			resume_find(st, line);
		for (size_t i = 0; str_is(name, "mode") && i < COUNT_OF(mode_words); i++)
			if (str_is(line, mode_words[i]))
				st->mode = (enum assessing)i;
	}
}

/* Was it asked already when drafts had that shape? */
static bool had(int shape, const char *name)
{
	return shape >= 2 || !text_equal(name, "staff_role");
}

/*
 * What a form began with makes way for what was kept: a draft leaves empty values out. What an older
 * one could not have kept stays as it is proposed.
 */
static enum status resume_form(struct form *f, struct str part, int shape)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->fields[i].name && had(shape, f->fields[i].name))
			form_set(f, f->fields[i].name, "");
	return form_resume(f, part);
}

/* The rows that it was of; where its list is gone, what stands on this one is there still. */
static void resume_list(struct screen *s, struct str sheet)
{
	struct arena a = { 0 };
	const char *why = assessment_use_list(s, assess_draft_list(sheet, &a));

	if (why)
		desk_say(s->desk, "%s", why);
	arena_reset(&a);
}

enum status assessment_resume(struct screen *s, struct str body)
{
	struct assessment_state *st = s->state;
	struct str rest = body, sheet = part_before(&rest, "[header]");
	struct str header = part_before(&rest, "[end]");
	enum status rc;
	int shape = 1;

	resume_top(st, sheet, &shape);
	if (assessment_corrects(st)) {
		assess_clear(&st->sheet); /* what was taken out of it is in no draft */
		st->words_changed = true;
	}
	resume_list(s, sheet);
	assess_resume(&st->sheet, sheet);
	rc = resume_form(&st->header, header, shape);
	if (!assessment_corrects(st))
		form_set(&st->header, "list", st->sheet.set->name);
	assessment_header_refresh(s);
	st->header_changed = true;
	if (rc == OK && rest.at) {
		enum assessing mode = st->mode;

		assessment_end_begin(s);
		rc = resume_form(&st->end, rest, shape);
		assessment_end_refresh(st);
		if (rc == OK) /* once more: what is asked now can have the focus */
			rc = resume_form(&st->end, rest, shape);
		st->mode = mode;
	} else if (st->mode == ASSESSING_END) {
		st->mode = ASSESSING_LIST;
	}
	if (st->mode == ASSESSING_WORDS && assess_takes_words(&st->sheet.row[st->sheet.at]))
		line_set(&st->words, st->sheet.row[st->sheet.at].words);
	else if (st->mode == ASSESSING_WORDS)
		st->mode = ASSESSING_LIST;
	return rc;
}
