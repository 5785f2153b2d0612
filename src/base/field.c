#include "base/field.h"

#include <stdarg.h>
#include <stdio.h>

static struct value *find(const struct values *v, const char *name)
{
	for (size_t i = 0; i < v->n; i++)
		if (text_equal(v->at[i].name, name))
			return &v->at[i];
	return NULL;
}

const char *values_get(const struct values *v, const char *name)
{
	const struct value *found = find(v, name);

	return found && found->text ? found->text : "";
}

void values_set(struct values *v, struct arena *a, const char *name, const char *text)
{
	struct value *value = find(v, name);

	if (!value) {
		value = ARENA_PUSH(a, v);
		value->name = arena_strdup(a, name);
	}
	value->text = arena_strdup(a, text);
}

static void add(struct problems *p, struct arena *a, struct problem what, const char *fmt,
                va_list args) __attribute__((format(printf, 4, 0)));

static void add(struct problems *p, struct arena *a, struct problem what, const char *fmt,
                va_list args)
{
	char text[512];

	vsnprintf(text, sizeof(text), fmt, args);
	what.text = arena_strdup(a, text);
	*ARENA_PUSH(a, p) = what;
}

void problem_add(struct problems *p, struct arena *a, const char *field, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	add(p, a, (struct problem){ .field = field }, fmt, args);
	va_end(args);
}

void problem_warn(struct problems *p, struct arena *a, const char *field, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	add(p, a, (struct problem){ .field = field, .warning = true }, fmt, args);
	va_end(args);
}

bool problems_stop(const struct problems *p)
{
	for (size_t i = 0; i < p->n; i++)
		if (!p->at[i].warning)
			return true;
	return false;
}
