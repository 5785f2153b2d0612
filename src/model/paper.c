#include "model/paper.h"

#include "base/words.h"

const struct paper paper_blank = { .language = "en-GB", .title = "", .foot = "" };

void paper_begin(struct paper *p, struct arena *a, const char *head)
{
	struct {
		size_t n;
		const char **at;
	} list = { p->parts, p->part };

	*ARENA_PUSH(a, &list) = head;
	p->parts = list.n;
	p->part = list.at;
}

static void put(struct paper *p, struct arena *a, const struct paper_line *x)
{
	struct {
		size_t n;
		struct paper_line *at;
	} list = { p->n, p->at };

	if (text_empty(x->text) && x->look != PAPER_SPACE)
		return;
	*ARENA_PUSH(a, &list) = *x;
	p->n = list.n;
	p->at = list.at;
}

void paper_put(struct paper *p, struct arena *a, enum paper_look look, const char *text)
{
	put(p, a, &(struct paper_line){ p->parts - 1, look, "", text, true, false });
}

void paper_put_guarded(struct paper *p, struct arena *a, enum paper_look look, const char *text)
{
	put(p, a, &(struct paper_line){ p->parts - 1, look, "", text, false, true });
}

void paper_put_row(struct paper *p, struct arena *a, const char *label, const char *text)
{
	put(p, a, &(struct paper_line){ p->parts - 1, PAPER_ROW, label, text, true, false });
}

bool paper_shows(const struct paper *p, size_t part)
{
	for (size_t i = 0; i < p->n; i++)
		if (p->at[i].part == part && p->at[i].on)
			return true;
	return false;
}

bool paper_says(const struct paper *p, const char *text)
{
	for (size_t i = 0; i < p->n; i++)
		if (text_equal(p->at[i].text, text))
			return true;
	return false;
}

const char *paper_fields(const struct paper *p, struct arena *a)
{
	const char *text = words_label(&documents, (int)p->document);
	bool first = true;

	if (p->brief)
		text = arena_printf(a, _("short %s"), text);
	for (size_t i = 0; i < p->parts; i++) {
		if (text_empty(p->part[i]) || !paper_shows(p, i))
			continue;
		text = arena_printf(a, "%s%s %s", text, first ? ":" : ";", p->part[i]);
		first = false;
	}
	return text;
}

const char *paper_date(day on, day today, struct arena *a)
{
	struct date date;

	if (!day_valid(on))
		return "";
	date = day_to_date(on);
	if (day_valid(today) && day_to_date(today).year == date.year)
		return arena_printf(a, "%d %s", date.mday, month_long(date.month));
	return arena_printf(a, "%d %s %d", date.mday, month_long(date.month), date.year);
}
