#include "model/service_query.h"

#include "base/buf.h"
#include "base/text.h"
#include "base/words.h"
#include "model/places.h"

const struct words service_orders = WORDS("order of services", SERVICE_ORDERS);

static void add(struct buf *text, const char *words)
{
	if (text_empty(words))
		return;
	if (text->n > 0)
		buf_puts(text, " · ");
	buf_puts(text, words);
}

const char *service_query_text(const struct service_query *q, const char *concern, struct arena *a)
{
	struct buf text = { 0 };
	const char *all;

	add(&text, concern);
	if (!text_empty(q->area))
		add(&text, q->neighbours ? arena_printf(a, _("%s and likely neighbours"),
		                                        area_name(q->area, a))
		                         : area_name(q->area, a));
	for (int i = OFFERS_NONE + 1; i < OFFERS_END; i++)
		if (q->offers & OFFER_BIT(i))
			add(&text, words_label(&offer_kinds, i));
	if (!text_empty(q->language))
		add(&text, text_capital(q->language, a));
	if (q->age > 0)
		add(&text, arena_printf(a, _("age %d"), q->age));
	if (q->favourites)
		add(&text, _("favourites"));
	all = arena_strdup(a, buf_text(&text));
	buf_done(&text);
	return all;
}
