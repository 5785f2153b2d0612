#include "today_items.h"

#include "base/text.h"
#include "base/words.h"

#include <string.h>

static enum today_section section_at(size_t i)
{
	return (enum today_section)(TODAY_COVER + (i < TODAY_COVERS ? i : TODAY_COVERS - 1));
}

/* What came in from index from on is theirs: what somebody else sees to goes again. */
static void keep_mine(struct today_making *m, size_t from, enum today_section section)
{
	size_t n = from;

	for (size_t i = from; i < m->items.n; i++) {
		struct today_item *x = &m->items.at[i];

		if (!covering_has(m->s, m->covered, x->person))
			continue;
		m->view.timed += x->of == TODAY_AT_A_TIME;
		m->view.late += x->of == TODAY_LATE;
		m->view.notes += x->kind == TODAY_MESSAGE;
		today_cover(x, section, m->s->today);
		m->items.at[n++] = *x;
	}
	m->items.n = n;
}

enum status today_add_covered(struct today_making *m)
{
	enum status rc = casework_covering(m->s, m->a, &m->covering);

	for (size_t i = 0; rc == OK && i < m->covering.n; i++) {
		size_t from = m->items.n;

		m->covered = &m->covering.at[i];
		rc = today_add_of(m, m->covered->away.id);
		if (rc == OK)
			keep_mine(m, from, section_at(i));
	}
	m->covered = NULL;
	return rc;
}

static struct str first_name(const struct covering *c)
{
	struct str rest = str_of(c->away.name), first;

	return str_cut(&rest, ' ', &first) ? first : rest;
}

/* The whole name where two who are away share the first. */
static const char *title(const struct covering_list *list, size_t at, struct arena *a)
{
	struct str name = first_name(&list->at[at]);

	for (size_t i = 0; i < list->n; i++) {
		struct str other = first_name(&list->at[i]);

		if (i != at && other.n == name.n && memcmp(other.at, name.at, name.n) == 0)
			name = str_of(list->at[at].away.name);
	}
	return arena_printf(a, _("FOR %s"), text_upper(name, a));
}

void today_title_covers(struct today_making *m)
{
	struct today *t = &m->view.today;

	for (size_t i = 0; i < m->covering.n && i < TODAY_COVERS; i++)
		t->head[section_at(i)] = title(&m->covering, i, m->a);
	if (m->covering.n > TODAY_COVERS)
		t->head[TODAY_COVER_3] = _("FOR OTHERS");
}
