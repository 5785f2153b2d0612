#include "model/consent.h"

#include "base/text.h"

const struct words purposes = WORDS("purpose", PURPOSES);
const struct words consent_answers = WORDS("answer", CONSENT_ANSWERS);
const struct words consent_hows = WORDS("how it was said", CONSENT_HOWS);

const struct consent consent_blank = {
	.to_whom = "",
	.wording = 1,
	.words = "",
	.note = "",
	.on_day = DAY_NONE,
	.until_on = DAY_NONE,
};

bool purpose_asks_each(enum purpose purpose)
{
	return purpose == PURPOSE_REFER || purpose == PURPOSE_FAMILY;
}

static bool is_general(const struct consent *c)
{
	return text_empty(c->to_whom) && c->service.n == 0;
}

/* By the entry of the directory, which keeps its number when it is renamed; else by name. */
static bool names_them(const struct consent *c, const struct share_with *with)
{
	struct arena a = { 0 };
	bool same;

	if (c->service.n != 0 && with->service.n != 0)
		return c->service.n == with->service.n;
	if (text_empty(c->to_whom) || text_empty(with->to_whom))
		return false;
	same = text_equal(text_fold(str_of(c->to_whom), &a), text_fold(str_of(with->to_whom), &a));
	arena_reset(&a);
	return same;
}

static struct consent_found said_no(const struct consent *c)
{
	return (struct consent_found){ c->answer == CONSENT_WITHDRAWN ? CONSENT_TAKEN_BACK
		                                                      : CONSENT_REFUSED,
		                       c };
}

/* A yes that is over is worth saying, but only where nothing else is. */
static bool is_over(const struct consent *c, day today)
{
	return c->until_on != DAY_NONE && c->until_on < today;
}

/* What was answered to all, and what is over, on the way back through the answers. */
struct looking {
	const struct share_with *with;
	day today;
	struct consent_found to_all, over;
};

/* True: this answer decides. */
static bool take_answer(struct looking *l, const struct consent *c, struct consent_found *ret)
{
	bool general = is_general(c);
	bool to_anybody = text_empty(l->with->to_whom) && l->with->service.n == 0;

	if (c->answer != CONSENT_YES) {
		/* A no to all, said before they said yes to all, is over with it. */
		*ret = general && l->to_all.by ? l->to_all : said_no(c);
		return true;
	}
	if (is_over(c, l->today)) {
		if (!l->over.by)
			l->over = (struct consent_found){ CONSENT_EXPIRED, c };
		return false;
	}
	*ret = (struct consent_found){ CONSENT_STANDS, c };
	if (!general || to_anybody)
		return true;
	if (!purpose_asks_each(c->purpose) && !l->to_all.by)
		l->to_all = *ret;
	return false;
}

struct consent_found consent_find(const struct consent_list *list, const struct share_with *with,
                                  day today)
{
	struct looking l = { .with = with, .today = today };
	struct consent_found found;

	for (size_t i = 0; i < list->n; i++) {
		const struct consent *c = &list->at[i];

		if (c->purpose != with->purpose || (!is_general(c) && !names_them(c, with)))
			continue;
		if (take_answer(&l, c, &found))
			return found;
	}
	return l.to_all.by ? l.to_all : l.over;
}
