#include "paper/sheet.h"

#include "page.h"

#include "base/words.h"

static const char *foot(const struct service_sheet *d, struct arena *a)
{
	return arena_printf(a, _("From %s, %s."), d->from, day_birth(d->on, a));
}

void sheet_text(const struct service_sheet *d, struct buf *out)
{
	struct arena a = { 0 };

	page_put_wrapped(out, "", d->name, &a);
	if (!text_empty(d->organisation))
		page_put_wrapped(out, "", d->organisation, &a);
	if (!text_empty(d->warning))
		page_put_wrapped(out, "\n", d->warning, &a);
	if (!text_empty(d->about))
		page_put_wrapped(out, "\n", d->about, &a);
	buf_putc(out, '\n');
	for (size_t i = 0; i < d->rows.n; i++)
		page_put_wrapped(out, arena_printf(&a, "%-15s", d->rows.at[i].label),
		                 d->rows.at[i].text, &a);
	page_put_wrapped(out, "\n", foot(d, &a), &a);
	arena_reset(&a);
}

void sheet_html(const struct service_sheet *d, bool large, struct buf *out)
{
	struct arena a = { 0 };

	page_put_head(out, d->name, large, &a);
	page_put_element(out, "h1", d->name, &a);
	if (!text_empty(d->organisation))
		page_put_element(out, "p", d->organisation, &a);
	if (!text_empty(d->warning))
		page_put_element(out, "strong", d->warning, &a);
	if (!text_empty(d->about))
		page_put_element(out, "p", d->about, &a);
	buf_puts(out, "<ul>\n");
	for (size_t i = 0; i < d->rows.n; i++)
		page_put_element(
			out, "li",
			arena_printf(&a, "%s: %s", d->rows.at[i].label, d->rows.at[i].text), &a);
	buf_puts(out, "</ul>\n");
	page_put_element(out, "footer", foot(d, &a), &a);
	buf_puts(out, "</body>\n</html>\n");
	arena_reset(&a);
}
