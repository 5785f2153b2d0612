#include "model/gist.h"

#include "base/text.h"

#include <string.h>

const struct words offer_kinds = WORDS("offer", OFFERS);

static bool says(const char *list, const char *word)
{
	struct str rest = str_of(list), one;

	while (str_cut(&rest, ';', &one))
		if (str_is(str_trim(one), word))
			return true;
	return false;
}

/* Does the folded text begin with these words, and they end there? */
static bool begins(const char *text, const char *words)
{
	size_t n = strlen(words);

	return strncmp(text, words, n) == 0 && (text[n] == '\0' || strchr(" ,;:(", text[n]));
}

/* "free", "Free, donations welcome", "no charge"; not "free for under 18s". */
static bool free_text(const char *cost, struct arena *a)
{
	static const char *const words[] = { "free", "no charge", "no cost", "nothing", "none" };
	static const char *const some[] = { "free for",   "free to",   "free if",
		                            "free under", "free with", "free on" };
	const char *text = text_fold(str_of(cost), a);

	for (size_t i = 0; i < COUNT_OF(some); i++)
		if (begins(text, some[i]))
			return false;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (begins(text, words[i]))
			return true;
	return false;
}

/* What costs nothing without a condition, and nothing else that costs. */
static bool free_costs(const struct service_cost_list *costs)
{
	bool nothing = false;

	for (size_t i = 0; i < costs->n; i++) {
		if (costs->at[i].amount > 0)
			return false;
		nothing = nothing || (costs->at[i].amount == 0 && text_empty(costs->at[i].option));
	}
	return nothing;
}

static bool holds(const char *text, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(text, words[i]))
			return true;
	return false;
}

/* Clause by clause: "wheelchair access; no lift to the second floor" says both. */
static bool step_free(const char *accessibility, struct arena *a)
{
	static const char *const way[] = { "step free", "wheelchair", "level access", "ramp",
		                           "no steps" };
	static const char *const denied[] = { "no wheelchair", "not ",    "no step free", "without",
		                              "cannot",        "no ramp", "no level" };
	struct str rest = str_of(accessibility), clause;

	while (str_cut(&rest, ';', &clause)) {
		struct str part;

		while (str_cut(&clause, '.', &part)) {
			const char *text = text_fold(part, a);

			if (holds(text, way, COUNT_OF(way)) &&
			    !holds(text, denied, COUNT_OF(denied)))
				return true;
		}
	}
	return false;
}

static unsigned bit_if(bool holds, enum offer_kind kind)
{
	return holds ? OFFER_BIT(kind) : 0;
}

unsigned service_offers(const struct service *x, const struct service_cost_list *costs,
                        const struct service_place_list *places)
{
	struct arena a = { 0 };
	bool level = step_free(x->accessibility, &a);
	unsigned offers = 0;

	for (size_t i = 0; !level && i < places->n; i++)
		level = step_free(places->at[i].accessibility, &a);
	offers |= bit_if(costs->n > 0 ? free_costs(costs) : free_text(x->cost, &a), OFFERS_FREE);
	offers |= bit_if(says(x->access, "drop-in"), OFFERS_DROP_IN);
	offers |= bit_if(says(x->attendance, "online"), OFFERS_ONLINE);
	offers |= bit_if(says(x->attendance, "home_visit"), OFFERS_HOME_VISIT);
	offers |= bit_if(says(x->attendance, "phone"), OFFERS_PHONE);
	offers |= bit_if(level, OFFERS_STEP_FREE);
	arena_reset(&a);
	return offers;
}

static int16_t age(int years)
{
	return (int16_t)(years > 200 ? 200 : years);
}

struct gist gist_of(const struct service *x)
{
	bool said = !text_empty(x->attendance);

	return (struct gist){
		.id = x->id,
		.checked = x->last_checked,
		.closed_until = x->closed_until,
		.min_age = age(x->min_age),
		.max_age = age(x->max_age),
		.offers = (uint16_t)service_offers(x, &(struct service_cost_list){ 0 },
		                                   &(struct service_place_list){ 0 }),
		.status = (uint8_t)x->status,
		.do_not_list = x->do_not_list,
		.members = text_equal(x->access, "membership"),
		.go_there =
			!said || says(x->attendance, "venue") || says(x->attendance, "home_visit"),
		.anywhere = says(x->attendance, "phone") || says(x->attendance, "online") ||
		            says(x->attendance, "text") || says(x->attendance, "post"),
	};
}

const char *service_languages(const char *languages, struct arena *a)
{
	struct str rest = str_of(languages), list;
	const char *text = "";

	while (str_cut(&rest, ';', &list)) {
		struct str one;

		while (str_cut(&list, ',', &one)) {
			const char *folded = text_fold(one, a);

			if (*folded && strcmp(folded, "english") != 0 && !says(text, folded))
				text = *text ? arena_printf(a, "%s;%s", text, folded) : folded;
		}
	}
	return text;
}
