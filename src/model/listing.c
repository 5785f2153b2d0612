#include "model/listing.h"

#include "model/places.h"

#include "base/text.h"
#include "base/words.h"

#include <ctype.h>

bool service_stale(const struct service *x, day today)
{
	return x->last_checked == DAY_NONE || today - x->last_checked > SERVICE_STALE_DAYS ||
	       x->gone_on != DAY_NONE;
}

const char *service_gone_text(const struct service *x, day today, struct arena *a)
{
	if (x->gone_on == DAY_NONE)
		return "";
	return arena_printf(a, _("not in %s any more since %s"),
	                    text_empty(x->source) ? _("its directory") : x->source,
	                    day_plain(x->gone_on, today, a));
}

const char *listing_doubt(const struct service *x, day today, struct arena *a)
{
	const char *closed = listing_closed(x, today, a);

	return *closed || x->gone_on == DAY_NONE ? closed : _("gone from its directory");
}

bool listing_open(const struct service *x, day today)
{
	return listing_closed(x, today, NULL)[0] == '\0';
}

/* The parts that decide how one gets in, likeliest first; the words people use for them. */
static const char *const ways[][2] = {
	{ "drop-in", "drop-in" },        { "appointment", "appointment" },
	{ "referral", "by referral" },   { "membership", "members" },
	{ "self-referral", "just ask" },
};

static const char *const places[][2] = {
	{ "phone", "phone" },
	{ "online", "web" },
	{ "text", "text" },
	{ "post", "post" },
	{ "home_visit", "visits you" },
	{ "venue", "go there" },
};

static bool says(const char *list, const char *word)
{
	struct str rest = str_of(list), one;

	while (str_cut(&rest, ';', &one))
		if (str_is(str_trim(one), word))
			return true;
	return false;
}

static const char *join(const char *so_far, const char *word, struct arena *a)
{
	return so_far[0] == '\0' ? word : arena_printf(a, "%s, %s", so_far, word);
}

/* Where self-referral is all there is to say, where it happens says more. */
const char *listing_how(const struct service *x, struct arena *a)
{
	const char *how = "";
	bool local = says(x->attendance, "venue");

	for (size_t i = 0; i + 1 < COUNT_OF(ways); i++)
		if (says(x->access, ways[i][0]) && (!says(x->access, "self-referral") || i < 2))
			return ways[i][1];
	for (size_t i = 0; i < COUNT_OF(places); i++)
		if (says(x->attendance, places[i][0]))
			how = join(how, places[i][1], a);
	if (how[0] != '\0')
		return text_width(str_of(how)) <= 15 || !local ? how : _("several ways");
	return says(x->access, "self-referral") ? ways[COUNT_OF(ways) - 1][1] : "?";
}

const char *listing_wait(const struct service *x, struct arena *a)
{
	if (x->wait_weeks < 0)
		return "?";
	if (x->wait_weeks == 0)
		return _("none");
	return arena_printf(a, x->wait_weeks == 1 ? _("%d wk") : _("%d wks"), x->wait_weeks);
}

const char *listing_helped(const struct service_use *use, struct arena *a)
{
	if (use->known == 0)
		return "–";
	return arena_printf(a, _("%d of %d"), use->helped, use->known);
}

const char *listing_far(const struct listing *x, struct arena *a)
{
	if (x->miles == MILES_UNKNOWN)
		return "?";
	if (x->miles == MILES_ANYWHERE)
		return says(x->service.attendance, "phone") ? _("by phone")
		       : says(x->service.attendance, "post") &&
		                       !says(x->service.attendance, "online")
		               ? _("by post")
		               : _("online");
	if (x->miles == 0)
		return _("near");
	return arena_printf(a, x->miles == 1 ? _("%d mile") : _("%d miles"), x->miles);
}

const char *listing_checked(const struct service *x, day today, struct arena *a)
{
	if (x->last_checked == DAY_NONE)
		return _("never !");
	return arena_printf(a, service_stale(x, today) ? "%s !" : "%s",
	                    day_span(x->last_checked - today, a));
}

const char *listing_use(const struct service_use *use, struct arena *a)
{
	if (use->used == 0)
		return _("Nobody was told about it yet.");
	if (use->known == 0)
		return arena_printf(a, _("Used %d times; not known yet whether it helped."),
		                    use->used);
	return arena_printf(a, _("Helped %d of %d known, of %d."), use->helped, use->known,
	                    use->used);
}

static const char *ago(const struct service *x, day today, struct arena *a)
{
	int days = today - x->last_checked;

	if (days <= 1)
		return days == 1 ? _("yesterday") : _("today");
	return arena_printf(a, _("%s ago"), day_span(-days, a));
}

const char *listing_freshness(const struct service *x, day today, struct arena *a)
{
	const char *text;

	if (x->last_checked == DAY_NONE)
		text = _("to be checked before use");
	else
		text = arena_printf(
			a, service_stale(x, today) ? _("checked %s: ring first") : _("checked %s"),
			ago(x, today, a));
	if (x->gone_on != DAY_NONE)
		text = arena_printf(a, "%s; %s", text, service_gone_text(x, today, a));
	if (!x->ring_first)
		return text;
	return arena_printf(a, _("%s; ring first, the number is not sure"), text);
}

/* a NULL: only whether there is anything to say. */
static const char *closed_until(const struct service *x, day today, struct arena *a)
{
	if (x->closed_until == DAY_NONE)
		return _("closed for now");
	if (x->closed_until <= today)
		return "";
	return a ? arena_printf(a, _("closed until %s"), day_short(x->closed_until, today, a))
	         : _("closed for now");
}

const char *listing_closed(const struct service *x, day today, struct arena *a)
{
	if (x->do_not_list)
		return _("not to be listed");
	switch (x->status) {
	case SERVICE_CLOSED:
		return _("closed for good");
	case SERVICE_CLOSED_UNTIL:
		return closed_until(x, today, a);
	case SERVICE_FULL:
		return _("takes nobody now");
	case SERVICE_ACTIVE:
	case SERVICE_STATUS_NONE:
		break;
	}
	return "";
}

/* A sentence: full stop and, where it is ours, a capital; nothing stays nothing. */
static const char *sentence(const char *text, bool ours, struct arena *a)
{
	struct str s = str_trim(str_of(text));
	char *copy = arena_str(a, s);

	if (s.n == 0)
		return "";
	if (ours)
		copy[0] = (char)toupper((unsigned char)copy[0]);
	return copy[s.n - 1] == '.' ? copy : arena_printf(a, "%s.", copy);
}

const char *listing_about(const struct service *x, const char *postcode, struct arena *a)
{
	const char *parts[] = { sentence(x->description, false, a), sentence(x->cost, true, a),
		                sentence(miles_text(postcode, x->postcode, a), true, a) };
	const char *text = "";

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (parts[i][0] != '\0')
			text = text[0] == '\0' ? parts[i]
			                       : arena_printf(a, "%s %s", text, parts[i]);
	return text;
}
