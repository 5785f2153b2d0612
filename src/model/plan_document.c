#include "model/plan_document.h"

#include "base/words.h"

static const char *date_words(day d, bool year, struct arena *a)
{
	struct date date = day_to_date(d);

	if (!year)
		return arena_printf(a, "%d %s", date.mday, month_long(date.month));
	return arena_printf(a, "%d %s %d", date.mday, month_long(date.month), date.year);
}

const char *plan_document_title(const struct plan_document *d, struct arena *a)
{
	const char *title = arena_printf(a, d->brief ? _("Your dates, %s.") : _("Your plan, %s."),
	                                 date_words(d->on, true, a));
	bool year;

	if (d->replaces == DAY_NONE)
		return title;
	year = day_to_date(d->replaces).year != day_to_date(d->on).year;
	return arena_printf(a, _("%s It replaces the one of %s."), title,
	                    date_words(d->replaces, year, a));
}

const char *plan_part_head(enum plan_part part)
{
	static const char *const heads[PLAN_PARTS] = {
		[PLAN_MATTERS] = _("What matters to you"),
		[PLAN_NEXT] = _("What happens next"),
		[PLAN_RING] = _("Who to ring"),
		[PLAN_WORSE] = _("If things get worse"),
		[PLAN_COPIES] = _("Who has a copy"),
		[PLAN_CHANGED] = _("Changed your mind?"),
	};

	return heads[part];
}
