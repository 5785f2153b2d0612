#include "form_parts.h"

/* A form in parts: from one heading to the next. */

static bool is_heading(const struct form *f, size_t i)
{
	return i < f->n && f->at[i].field->kind == FIELD_HEADING;
}

/* Where the part with entry i begins: at its heading. */
static size_t part_begin(const struct form *f, size_t i)
{
	while (i > 0 && !is_heading(f, i))
		i--;
	return i;
}

static size_t part_end(const struct form *f, size_t begin)
{
	size_t i = begin + 1;

	while (i < f->n && !is_heading(f, i))
		i++;
	return i < f->n ? i : f->n;
}

void form_by_parts(struct form *f)
{
	f->in_parts = true;
}

void form_range(const struct form *f, size_t *begin, size_t *end)
{
	*begin = 0;
	*end = f->n;
	if (!f->in_parts || f->n == 0)
		return;
	*begin = part_begin(f, f->focus);
	*end = part_end(f, *begin);
	*begin += is_heading(f, *begin);
}

const struct field *form_part(const struct form *f)
{
	return f->n > 0 ? f->at[part_begin(f, f->focus)].field : NULL;
}

static bool focus_in(struct form *f, size_t begin)
{
	size_t end = part_end(f, begin);

	for (size_t i = begin; i < end; i++) {
		if (!form_can_focus(f, i))
			continue;
		f->focus = i;
		buf_clear(&f->find);
		return true;
	}
	return false;
}

bool form_go_part(struct form *f, const struct field *heading)
{
	return focus_in(f, (size_t)(heading - f->fields));
}

bool form_next_part(struct form *f, bool down)
{
	size_t at = part_begin(f, f->focus);

	while (down ? part_end(f, at) < f->n : at > 0) {
		at = down ? part_end(f, at) : part_begin(f, at - 1);
		if (focus_in(f, at))
			return true;
	}
	return false;
}

bool form_part_wrong(const struct form *f, const struct field *heading)
{
	size_t begin = (size_t)(heading - f->fields), end = part_end(f, begin);

	for (size_t i = begin; i < end; i++)
		for (size_t j = 0; j < f->problems.n; j++)
			if (!f->problems.at[j].warning &&
			    text_equal(f->problems.at[j].field, f->at[i].field->name))
				return true;
	return false;
}
