#include "paper/plan.h"

#include "page.h"

#include "base/text.h"
#include "base/words.h"

static bool has_part(const struct plan_document *d, enum plan_part part)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->at[i].part == part && d->at[i].on)
			return true;
	return false;
}

/* ---- text ---- */

void plan_paper_text(const struct plan_document *d, struct buf *out)
{
	struct arena a = { 0 };

	page_put_wrapped(out, "", plan_document_title(d, &a), &a);
	for (enum plan_part part = 0; part < PLAN_PARTS; part++) {
		if (!has_part(d, part))
			continue;
		buf_printf(out, "\n%s\n", plan_part_head(part));
		for (size_t i = 0; i < d->n; i++)
			if (d->at[i].part == part && d->at[i].on)
				page_put_wrapped(out, "  ", d->at[i].text, &a);
	}
	buf_putc(out, '\n');
	if (!text_empty(d->service))
		page_put_wrapped(out, "", d->service, &a);
	page_put_wrapped(out, "", d->ref, &a);
	arena_reset(&a);
}

/* ---- HTML ---- */

void plan_paper_html(const struct plan_document *d, bool large, struct buf *out)
{
	struct arena a = { 0 };
	const char *title = plan_document_title(d, &a);

	page_put_head(out, title, large, &a);
	page_put_element(out, "h1", title, &a);
	for (enum plan_part part = 0; part < PLAN_PARTS; part++) {
		if (!has_part(d, part))
			continue;
		page_put_element(out, "h2", plan_part_head(part), &a);
		buf_puts(out, "<ul>\n");
		for (size_t i = 0; i < d->n; i++)
			if (d->at[i].part == part && d->at[i].on)
				page_put_element(out, "li", d->at[i].text, &a);
		buf_puts(out, "</ul>\n");
	}
	buf_puts(out, "<footer>");
	page_put_escaped(out, text_empty(d->service) ? "" : arena_printf(&a, "%s · ", d->service),
	                 &a);
	page_put_escaped(out, d->ref, &a);
	buf_puts(out, "</footer>\n</body>\n</html>\n");
	arena_reset(&a);
}
