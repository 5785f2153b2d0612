#include "show.h"

#include "base/text.h"
#include "base/words.h"
#include "model/ethnicity.h"

#include <string.h>

static const char *value_text(const struct field *f, const char *value)
{
	int found = f->kind == FIELD_CHOICE && f->words ? words_find(f->words, str_of(value)) : 0;

	return found != 0 ? words_label(f->words, found) : value;
}

static bool any(const struct field *heading, const struct values *v)
{
	for (const struct field *f = heading + 1; f->name || f->label; f++) {
		if (f->kind == FIELD_HEADING)
			break;
		if (f->name && *values_get(v, f->name))
			return true;
	}
	return person_part_filled(heading, v).of > 0;
}

static void put_part(struct cli *cli, const struct field *heading, const struct values *v)
{
	struct arena *a = &cli->arena;
	struct part_filled filled = person_part_filled(heading, v);

	if (!any(heading, v))
		return;
	show_head(cli, text_upper(str_of(heading->label), a),
	          filled.of ? arena_printf(a, _("%d of %d"), filled.n, filled.of) : "");
	for (const struct field *f = heading + 1; f->name || f->label; f++) {
		const char *value = f->name ? values_get(v, f->name) : "";

		if (f->kind == FIELD_HEADING)
			return;
		if (!*value)
			continue;
		show_wrapped(cli, 2,
		             arena_printf(a, "%s%s %s", f->label,
		                          f->label[strlen(f->label) - 1] == '?' ? "" : ":",
		                          value_text(f, value)));
		if (text_equal(f->name, "ethnicity"))
			show_wrapped(cli, 4,
			             arena_printf(a, _("NHS code %s"), ethnicity_nhs(value, a)));
	}
}

void show_details(struct cli *cli, const struct person_details *d)
{
	const struct values v = person_values(d, &cli->arena);

	for (const struct field *f = person_fields(&cli->arena); f->name || f->label; f++)
		if (f->kind == FIELD_HEADING)
			put_part(cli, f, &v);
}
