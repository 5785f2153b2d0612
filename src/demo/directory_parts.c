#include "demo.h"

#include "base/die.h"
#include "model/service_form.h"
#include "store/service_checks.h"
#include "store/service_entries.h"
#include "store/services.h"

/* "\n" in a table is a line's end. */
static const char *lines_of(struct demo *d, struct str text)
{
	char *out = arena_str(d->a, text), *to = out;

	for (const char *from = out; *from; from++) {
		bool end = from[0] == '\\' && from[1] == 'n';

		*to++ = end ? '\n' : *from;
		from += end;
	}
	*to = '\0';
	return out;
}

static void put_note(struct demo *d, struct service_id id, const char *words, const char *login,
                     int ago)
{
	struct service_note x = service_note_blank;
	struct service_note_id note;

	x.service = id;
	x.words = words;
	x.on_day = DEMO_DAY - ago;
	x.by_account = account_named(d, login);
	DO(d, service_note_add(d->c, &x, &note));
}

/* A field of the form of an entry, as somebody would have typed it. */
static void put_field(struct demo *d, struct service_id id, const char *name, const char *text)
{
	struct service_entry x = { .service = service_blank };
	struct problems problems = { 0 };
	struct values v;

	DO(d, service_entry_get(d->c->st, id, d->a, &x));
	DO(d, service_parts_get(d->c->st, id, d->a, &x.parts));
	if (d->rc != OK)
		return;
	v = service_values(&x, d->a);
	values_set(&v, d->a, name, text);
	service_fill(&x, &v, DEMO_DAY, d->a, &problems);
	if (text_equal(name, "vetted")) {
		x.service.vetted_on = DEMO_DAY - 119;
		x.service.vetted_by = account_named(d, "ann");
	}
	if (problems_stop(&problems))
		die("the demonstration: %s of %s: %s", name, x.service.name, problems.at[0].text);
	DO(d, service_entry_update(d->c, &x));
	DO(d, service_parts_put(d->c, id, &x.parts));
}

void put_directory_parts(struct demo *d, struct str parts)
{
	struct table t = table_of(parts);

	while (d->rc == OK && table_next(&t)) {
		struct service_id id =
			service_named(d, arena_str(d->a, table_field(&t, "service")));
		const char *field = arena_str(d->a, table_field(&t, "field"));
		const char *text = lines_of(d, table_field(&t, "text"));
		struct str by = table_field(&t, "by");

		if (text_equal(field, "note"))
			put_note(d, id, text, arena_str(d->a, by), 9);
		else
			put_field(d, id, field, text);
	}
}
