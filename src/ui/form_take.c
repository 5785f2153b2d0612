#include "form_parts.h"

#include "base/words.h"
#include "options.h"

#include <string.h>

/*
 * A form that a letter opened begins on digits, so that whoever goes on writing, sure that a note is
 * open, chooses nothing.
 */
static bool digits_only(const struct form *f)
{
	const struct field *field = f->at[f->focus].field;

	return f->focus == 0 && field->kind == FIELD_CHOICE && options_count(field) <= 9;
}

static enum form_did moved_or_stay(bool moved)
{
	return moved ? FORM_MOVED : FORM_STAY;
}

static enum form_did changed(struct form *f)
{
	f->changed = f->at[f->focus].field;
	form_mended(f, f->changed->name);
	return FORM_CHANGED;
}

static enum form_did choose(struct form *f, size_t i)
{
	struct form_entry *e = &f->at[f->focus];

	line_set(&e->line, option_at(e->field, i).word);
	return changed(f);
}

/* The option whose label begins with what was typed, else one that has it in it. */
static size_t option_found(const struct field *field, const char *folded)
{
	size_t n = options_count(field), within = n;
	struct arena a = { 0 };

	for (size_t i = 0; i < n; i++) {
		const char *label = text_fold(str_of(option_at(field, i).label), &a);

		if (strncmp(label, folded, strlen(folded)) == 0) {
			within = i;
			break;
		}
		if (within == n && strstr(label, folded))
			within = i;
	}
	arena_reset(&a);
	return within;
}

/*
 * What fits none of them chooses none of them: whoever goes on writing, sure that this is a place for
 * words, must not leave an answer behind that the last letters happened to find.
 */
static enum form_did choose_by_letters(struct form *f, struct str letters)
{
	struct form_entry *e = &f->at[f->focus];
	struct arena a = { 0 };
	size_t i;

	buf_add(&f->find, letters);
	i = option_found(e->field, text_fold(buf_str(&f->find), &a));
	arena_reset(&a);
	if (i < options_count(e->field))
		return choose(f, i);
	f->said = _("No answer is called that: none is chosen. Backspace and letters, or ← →.");
	if (e->line.text.n == 0)
		return FORM_STAY;
	line_set(&e->line, "");
	return changed(f);
}

static enum form_did cycle(struct form *f, bool forward)
{
	const struct form_entry *e = &f->at[f->focus];
	size_t n = options_count(e->field), i = option_of(e->field, line_text(&e->line));

	buf_clear(&f->find);
	if (n == 0)
		return FORM_STAY;
	if (i == n)
		return choose(f, forward ? 0 : n - 1);
	return choose(f, forward ? (i + 1) % n : (i + n - 1) % n);
}

static enum form_did take_back(struct form *f)
{
	struct form_entry *e = &f->at[f->focus];

	buf_clear(&f->find);
	if (e->line.text.n == 0)
		return FORM_STAY;
	line_set(&e->line, "");
	return changed(f);
}

static bool is_word_letter(const struct input *in)
{
	char32_t c = in->ch;

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xc0 || c == '\'';
}

static enum form_did option_letter(struct form *f, const struct input *in)
{
	const struct field *field = f->at[f->focus].field;
	char bytes[4];

	for (size_t i = 0; i < options_count(field); i++) {
		char key = option_at(field, i).key;

		if (key && (in->ch | 0x20) == (char32_t)(key | 0x20)) {
			buf_clear(&f->find);
			return choose(f, i);
		}
	}
	if (digits_only(f) && (is_word_letter(in) || in->ch == ' ')) {
		f->said = _("That looked like writing. Digits choose here; Tab goes on.");
		return FORM_STAY;
	}
	if (field->kind == FIELD_CHOICE && (is_word_letter(in) || (in->ch == ' ' && f->find.n > 0)))
		return choose_by_letters(f, (struct str){ bytes, text_encode(in->ch, bytes) });
	if (!is_word_letter(in) && !(in->ch >= '0' && in->ch <= '9'))
		return FORM_PASS;
	f->said = field->kind == FIELD_ASKED ? _("y for yes, n for no, ? for not asked.")
	                                     : _("There is no such answer here.");
	return FORM_STAY;
}

static enum form_did take_option(struct form *f, const struct input *in)
{
	if (in->kind == INPUT_TEXT)
		return option_letter(f, in);
	if (in->kind != INPUT_KEY)
		return FORM_STAY;
	if (strcmp(in->key, "Left") == 0 || strcmp(in->key, "Right") == 0)
		return cycle(f, in->key[0] == 'R');
	if (strcmp(in->key, "Backspace") == 0 || strcmp(in->key, "Del") == 0)
		return take_back(f);
	return FORM_PASS;
}

static enum form_did take_text(struct form *f, const struct input *in)
{
	switch (line_take(&f->at[f->focus].line, in)) {
	case LINE_PASS:
		return FORM_PASS;
	case LINE_MOVED:
		return FORM_MOVED;
	case LINE_FULL:
		f->said = _("That is as much as fits here; the rest was left out.");
		return changed(f);
	case LINE_CHANGED:
		break;
	}
	return changed(f);
}

/* Tab goes round; Up and Down stop at the ends. */
static enum form_did go_round(struct form *f, bool down)
{
	if (form_step(f, down))
		return FORM_MOVED;
	if (f->n == 0)
		return FORM_STAY;
	f->focus = down ? 0 : f->n - 1;
	if (!form_can_focus(f, f->focus))
		form_step(f, down);
	return FORM_MOVED;
}

static enum form_did take_key(struct form *f, const char *key)
{
	if (strcmp(key, "Esc") == 0)
		return FORM_LEAVE;
	if (strcmp(key, "Ctrl-S") == 0)
		return FORM_SAVE;
	if (strcmp(key, "Enter") == 0)
		return form_step(f, true) ? FORM_MOVED : FORM_SAVE;
	if (f->in_parts && (strcmp(key, "PgUp") == 0 || strcmp(key, "PgDn") == 0))
		return moved_or_stay(form_next_part(f, key[2] == 'D'));
	if (strcmp(key, "Tab") == 0 || strcmp(key, "Shift-Tab") == 0)
		return go_round(f, key[0] == 'T');
	if (strcmp(key, "Up") == 0 || strcmp(key, "Down") == 0)
		return moved_or_stay(form_step(f, key[0] == 'D'));
	return FORM_PASS;
}

/* What opens is no place to write: a word that is typed there goes nowhere. */
static enum form_did take_opens(struct form *f, const struct input *in)
{
	if (in->kind == INPUT_PASTE || (in->kind == INPUT_TEXT && is_word_letter(in))) {
		f->said = _("Enter opens it.");
		return FORM_STAY;
	}
	if (in->kind != INPUT_KEY || strcmp(in->key, "Enter") != 0)
		return FORM_PASS;
	f->changed = f->at[f->focus].field;
	return FORM_OPENS;
}

static enum form_did take_focused(struct form *f, const struct field *field, const struct input *in)
{
	if (field->kind == FIELD_OPENS)
		return take_opens(f, in);
	return has_options(field) ? take_option(f, in) : take_text(f, in);
}

enum form_did form_take(struct form *f, const struct input *in)
{
	const struct field *field = form_focused(f);
	enum form_did did = FORM_PASS;

	f->said = NULL;
	f->changed = NULL;
	if (in->kind != INPUT_KEY && in->kind != INPUT_TEXT && in->kind != INPUT_PASTE)
		return FORM_PASS;
	if (field)
		did = take_focused(f, field, in);
	if (did == FORM_PASS && in->kind == INPUT_KEY)
		did = take_key(f, in->key);
	return did;
}
