#include "model/assess.h"

#include "assess_rows.h"

#include "model/none.h"

#include <string.h>

static const char *const view_words[] = { "all", "raised", "last" };

/* "9", "talk", "rather_not", "nothing", "none"; then where it is one of the three. */
static void put_value(struct buf *b, const struct assess_value *v)
{
	if (v->nothing)
		buf_puts(b, "nothing");
	else if (v->answer == CONCERN_SCORED)
		buf_printf(b, "%d", v->score);
	else if (v->answer != CONCERN_ANSWER_NONE)
		buf_puts(b, words_word(&concern_answers, (int)v->answer));
	else
		buf_puts(b, "none");
	if (v->matters != NUMBER_NONE)
		buf_printf(b, " %d", v->matters);
}

static bool small_number(struct str s, int least, int most, int *ret)
{
	long long n;

	if (!str_int(s, &n) || n < least || n > most)
		return false;
	*ret = (int)n;
	return true;
}

static bool read_value(struct str text, struct assess_value *ret)
{
	struct assess_value v = { .score = NUMBER_NONE, .matters = NUMBER_NONE };
	struct str word;

	if (!str_cut(&text, ' ', &word))
		return false;
	if (str_is(word, "nothing"))
		v.nothing = true;
	else if (small_number(word, 0, 10, &v.score))
		v.answer = CONCERN_SCORED;
	else if (str_is(word, "talk"))
		v.answer = CONCERN_TALK;
	else if (str_is(word, "rather_not"))
		v.answer = CONCERN_RATHER_NOT;
	else if (!str_is(word, "none"))
		return false;
	if (str_cut(&text, ' ', &word) && !small_number(word, 1, 3, &v.matters))
		return false;
	*ret = v;
	return true;
}

static bool is_empty(const struct assess_value *v)
{
	return v->answer == CONCERN_ANSWER_NONE && !v->nothing && v->matters == NUMBER_NONE;
}

/* Can a row of that kind hold it? A draft is only text. */
static bool can_hold(const struct assess_row *r, const struct assess_value *v)
{
	switch (r->kind) {
	case ASSESS_OVERALL:
		return !v->nothing && v->matters == NUMBER_NONE &&
		       (v->answer == CONCERN_SCORED || v->answer == CONCERN_ANSWER_NONE);
	case ASSESS_DOMAIN:
		return v->answer == CONCERN_ANSWER_NONE && v->matters == NUMBER_NONE;
	case ASSESS_MEASURE:
		return is_empty(v);
	case ASSESS_QUESTION:
		return question_holds(r, v);
	case ASSESS_CONCERN:
		break;
	}
	return !v->nothing;
}

static void put_words(struct buf *b, const char *words)
{
	for (; *words; words++) {
		if (*words == '\n')
			buf_puts(b, "\\n");
		else if (*words == '\\')
			buf_puts(b, "\\\\");
		else
			buf_putc(b, *words);
	}
}

static const char *read_words(struct str text, struct arena *a)
{
	char *out = ARENA_ARRAY(a, text.n + 1, char);
	size_t n = 0;

	for (size_t i = 0; i < text.n; i++) {
		bool escaped = text.at[i] == '\\' && i + 1 < text.n;

		i += escaped;
		out[n++] = escaped && text.at[i] == 'n' ? '\n' : text.at[i];
	}
	out[n] = '\0';
	return out;
}

const char *assess_draft_list(struct str draft, struct arena *a)
{
	struct str line, name;

	while (str_cut(&draft, '\n', &line))
		if (str_cut(&line, '=', &name) && str_is(name, "list") && line.at)
			return arena_str(a, line);
	return "";
}

void assess_keep(const struct assess *x, struct buf *draft)
{
	buf_printf(draft, "list=%s\n", x->set->name);
	buf_printf(draft, "view=%s\n", view_words[x->view]);
	buf_printf(draft, "at=%s\n", assess_key(x, x->at));
	for (size_t i = 0; i < x->n; i++) {
		const struct assess_row *r = &x->row[i];

		if (!is_empty(&r->now)) {
			buf_printf(draft, "%s=", assess_key(x, i));
			put_value(draft, &r->now);
			buf_putc(draft, '\n');
		}
		if (!text_empty(r->words)) {
			buf_printf(draft, "%s.words=", assess_key(x, i));
			put_words(draft, r->words);
			buf_putc(draft, '\n');
		}
	}
	for (size_t i = 0; i < x->steps.n; i++) {
		buf_printf(draft, "step=%s ", assess_key(x, x->steps.at[i].row));
		put_value(draft, &x->steps.at[i].before);
		buf_putc(draft, '\n');
	}
}

static void read_step(struct assess *x, struct str text, struct arena *a)
{
	struct assess_value before;
	struct str key;
	size_t row;

	if (!str_cut(&text, ' ', &key))
		return;
	row = assess_row_of(x, arena_str(a, key));
	if (row < x->n && read_value(text, &before) && can_hold(&x->row[row], &before))
		*ARENA_PUSH(x->arena, &x->steps) = (struct assess_step){ row, before };
}

static void read_row(struct assess *x, struct str name, struct str text, struct arena *a)
{
	static const struct str suffix = { ".words", 6 };
	bool words =
		name.n > suffix.n && memcmp(name.at + name.n - suffix.n, suffix.at, suffix.n) == 0;
	struct assess_value value;
	size_t row;

	if (words)
		name.n -= suffix.n;
	row = assess_row_of(x, arena_str(a, name));
	if (row == x->n)
		return;
	if (words)
		x->row[row].words = read_words(text, x->arena);
	else if (read_value(text, &value) && can_hold(&x->row[row], &value))
		x->row[row].now = value;
}

static void read_line(struct assess *x, struct str line, struct arena *a)
{
	struct str name;
	size_t row;

	if (!memchr(line.at, '=', line.n) || !str_cut(&line, '=', &name))
		return;
	if (str_is(name, "view")) {
		for (size_t i = 0; i < COUNT_OF(view_words); i++)
			if (str_is(line, view_words[i]))
				x->view = (enum assess_view)i;
	} else if (str_is(name, "at")) {
		row = assess_row_of(x, arena_str(a, line));
		x->at = row < x->n ? row : x->at;
	} else if (str_is(name, "step")) {
		read_step(x, line, a);
	} else {
		read_row(x, name, line, a);
	}
}

void assess_resume(struct assess *x, struct str draft)
{
	struct arena a = { 0 };
	struct str line;

	while (str_cut(&draft, '\n', &line))
		if (line.n > 0)
			read_line(x, line, &a);
	arena_reset(&a);
}
