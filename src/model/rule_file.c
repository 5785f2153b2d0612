#include "model/rule_file.h"

#include "rule_read.h"

#include "base/embedded.h"
#include "base/text.h"
#include "base/words.h"
#include "model/chase.h"
#include "model/ladder.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const struct words rule_files = WORDS("file of rules", RULE_FILES);

#define TEXT_MOST 200 /* bytes of a cell */
#define ID_MOST   40

struct str rule_file_shipped(enum rule_file file)
{
	struct arena a = { 0 };
	struct str text =
		embedded_file(arena_printf(&a, "rules/%s.tsv", words_word(&rule_files, (int)file)));

	arena_reset(&a);
	return text;
}

enum rule_file rule_file_of(struct str text)
{
	static const struct {
		const char *column;
		enum rule_file file;
	} marks[] = { { "stage", RULES_QUIET },
		      { "ladder", RULES_TRY_AGAIN },
		      { "when", RULES_HAPPENED },
		      { "id", RULES_DUE } };
	struct table t = table_of(text);

	for (size_t i = 0; i < COUNT_OF(marks); i++)
		for (size_t j = 0; j < t.columns; j++)
			if (str_is(t.names[j], marks[i].column))
				return marks[i].file;
	return RULE_FILE_NONE;
}

const char *rule_fault_text(const struct rule_fault *fault, struct arena *a)
{
	return fault->line == 0 ? fault->text
	                        : arena_printf(a, _("line %zu: %s"), fault->line, fault->text);
}

void rule_wrong(struct rule_reading *r, const char *fmt, ...)
{
	va_list ap;
	char text[400];

	if (r->faults->n == RULE_FAULTS) {
		r->faults->more++;
		return;
	}
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	*ARENA_PUSH(r->a, r->faults) = (struct rule_fault){ r->t.line, arena_strdup(r->a, text) };
	va_end(ap);
}

static bool has_column(const struct rule_reading *r, const char *name)
{
	size_t n = 0;

	for (size_t i = 0; i < r->t.columns; i++)
		n += str_is(r->t.names[i], name);
	return n == 1;
}

bool rule_reading_begin(struct rule_reading *r, struct str text, const char *const *columns,
                        size_t n)
{
	size_t before = r->faults->n;

	r->t = table_of(text);
	for (size_t i = 0; i < n; i++)
		if (!has_column(r, columns[i]))
			rule_wrong(r, _("the column “%s” is to be there, once"), columns[i]);
	for (size_t i = 0; i < r->t.columns; i++) {
		bool known = false;

		for (size_t j = 0; j < n; j++)
			known = known || str_is(r->t.names[i], columns[j]);
		if (!known)
			rule_wrong(r, _("there is no column “%s”"), text_safe(r->t.names[i], r->a));
	}
	return r->faults->n == before;
}

bool rule_reading_next(struct rule_reading *r)
{
	if (!table_next(&r->t))
		return false;
	r->rows++;
	return true;
}

static const char *shown(struct rule_reading *r, const char *column)
{
	return text_safe(table_field(&r->t, column), r->a);
}

int rule_number(struct rule_reading *r, const char *column, int most)
{
	long long n;

	if (str_int(table_field(&r->t, column), &n) && n >= 0 && n <= most)
		return (int)n;
	rule_wrong(r, _("%s: “%s” is no number from 0 to %d"), column, shown(r, column), most);
	return -1;
}

int rule_word(struct rule_reading *r, const char *column, const struct words *words)
{
	struct str field = table_field(&r->t, column);

	for (size_t i = 0; i < words->n; i++)
		if (str_is(field, words->at[i].word))
			return words->at[i].value;
	rule_wrong(r, _("%s: there is no %s “%s”"), column, words->name, shown(r, column));
	return 0;
}

const char *rule_text_cell(struct rule_reading *r, const char *column)
{
	struct str field = str_trim(table_field(&r->t, column));
	const char *text = arena_str(r->a, field);

	if (field.n == 0)
		rule_wrong(r, _("%s: is needed"), column);
	else if (field.n > TEXT_MOST)
		rule_wrong(r, _("%s: %zu bytes are more than %d"), column, field.n, TEXT_MOST);
	else if (!text_equal(text_safe(field, r->a), text))
		rule_wrong(r, _("%s: has letters that cannot be shown"), column);
	else
		return text;
	return "";
}

const char *rule_id(struct rule_reading *r, const char *column)
{
	const char *id = rule_text_cell(r, column);

	if (*id && (strlen(id) > ID_MOST ||
	            strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-_") != strlen(id))) {
		rule_wrong(r, _("%s: “%s” is not of small letters, digits and - alone"), column,
		           id);
		return "";
	}
	return id;
}

/* The ladder tells its first fault, with its line in the sentence. */
static void check_ladder(struct rule_reading *r, struct str text)
{
	struct ladder_rules rules;
	struct chase_rules service;
	const char *fault = "";
	struct str row;

	if (ladder_rules_read(text, URGENCY_USUAL, r->a, &rules, &fault) != OK ||
	    chase_rules_read(text, r->a, &service, &fault) != OK)
		rule_wrong(r, "%s", fault);
	while (str_cut(&text, '\n', &row))
		r->rows += row.n > 0 && row.at[0] != '#';
	r->rows -= r->rows > 0;
}

/* Before any row is looked at. */
static void check_bytes(struct rule_reading *r, struct str text)
{
	size_t bad;

	if (text.n > RULE_BYTES_MOST)
		rule_wrong(r, _("it has %zu bytes; %d are the most"), text.n, RULE_BYTES_MOST);
	else if (text.n == 0)
		rule_wrong(r, _("there is nothing in it"));
	else if (memchr(text.at, '\0', text.n) || memchr(text.at, '\r', text.n) ||
	         !text_valid(text, &bad))
		rule_wrong(r, _("it is to be UTF-8 text, its lines ended by a line feed alone"));
}

enum status rule_file_check(enum rule_file file, struct str text, struct arena *a,
                            struct rule_faults *faults, size_t *rows)
{
	struct rule_reading r = { .a = a, .faults = faults };

	*faults = (struct rule_faults){ 0 };
	check_bytes(&r, text);
	if (faults->n > 0)
		return E_INVALID;
	switch (file) {
	case RULE_FILE_NONE:
		rule_wrong(&r, _("there are no rules of that name"));
		break;
	case RULES_DUE:
		due_rules_take(&r, text, NULL);
		break;
	case RULES_HAPPENED:
		happened_rules_take(&r, text, NULL);
		break;
	case RULES_QUIET:
		quiet_rules_take(&r, text, NULL);
		break;
	case RULES_TRY_AGAIN:
		check_ladder(&r, text);
		break;
	}
	*rows = r.rows;
	return faults->n > 0 ? E_INVALID : OK;
}
