#include "model/money.h"

#include "base/buf.h"
#include "base/words.h"
#include "model/lists.h"
#include "model/none.h"

#include <inttypes.h>

const struct words money_kinds = WORDS("kind of money", MONEY_KINDS);
const struct words money_states = WORDS("state of money", MONEY_STATES);
const struct words money_pers = WORDS("how often money comes", MONEY_PERS);

const struct money money_blank = {
	.what = "",
	.state = MONEY_SOUGHT,
	.applied_on = DAY_NONE,
	.decided_on = DAY_NONE,
	.sought = NUMBER_NONE,
	.amount = NUMBER_NONE,
	.per = PER_ONCE,
	.back_dated = NUMBER_NONE,
	.from_on = DAY_NONE,
	.ends_on = DAY_NONE,
	.pays_for = "",
	.review_on = DAY_NONE,
	.note = "",
	.noted_on = DAY_NONE,
};

bool money_for_care(enum money_kind kind)
{
	return kind == MONEY_PERSONAL_BUDGET || kind == MONEY_DIRECT_PAYMENT;
}

static int64_t times_a_year(enum money_per per)
{
	switch (per) {
	case PER_WEEK:
		return 52;
	case PER_FOUR_WEEKS:
		return 13;
	case PER_MONTH:
		return 12;
	case PER_YEAR:
	case PER_ONCE:
	case MONEY_PER_NONE:
		break;
	}
	return 1;
}

int64_t money_worth(const struct money *m)
{
	int64_t amount = m->amount == NUMBER_NONE ? 0 : m->amount;
	int64_t back_dated = m->back_dated == NUMBER_NONE ? 0 : m->back_dated;

	if (m->state != MONEY_AWARDED && m->state != MONEY_ENDED)
		return 0;
	if (money_for_care(m->kind))
		return 0;
	return amount * times_a_year(m->per) + back_dated;
}

int64_t money_gained(const struct money *m, day from, day until)
{
	if (m->decided_on == DAY_NONE || m->decided_on < from || m->decided_on > until)
		return 0;
	return money_worth(m);
}

bool money_open(const struct money *m)
{
	return m->state != MONEY_REFUSED && m->state != MONEY_ENDED;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Pounds, in groups of three where there are commas: the bytes it took, 0 when it is none. */
static size_t take_pounds(struct str s, int64_t *ret)
{
	size_t i = 0, group = 0;
	bool commas = false;
	int64_t n = 0;

	for (; i < s.n && (is_digit(s.at[i]) || s.at[i] == ','); i++) {
		if (s.at[i] == ',') {
			if (group == 0 || group > 3 || (commas && group != 3))
				return 0;
			commas = true;
			group = 0;
			continue;
		}
		group++;
		n = n * 10 + (s.at[i] - '0');
		if (n > MONEY_MOST)
			return 0;
	}
	if (group == 0 || (commas && group != 3))
		return 0;
	*ret = n;
	return i;
}

bool pence_parse(struct str text, int64_t *ret)
{
	struct str s = str_trim(text);
	int64_t pounds = 0, pence = 0;
	size_t took;

	if (str_starts(s, "£")) {
		s.at += sizeof("£") - 1;
		s.n -= sizeof("£") - 1;
		s = str_trim(s);
	}
	took = take_pounds(s, &pounds);
	if (took == 0)
		return false;
	s.at += took;
	s.n -= took;
	if (s.n > 0) {
		if (s.at[0] != '.' || s.n < 2 || s.n > 3 || !is_digit(s.at[1]))
			return false;
		pence = INT64_C(10) * (s.at[1] - '0');
		if (s.n == 3 && !is_digit(s.at[2]))
			return false;
		pence += s.n == 3 ? s.at[2] - '0' : 0;
	}
	if (pounds * 100 + pence > MONEY_MOST)
		return false;
	*ret = pounds * 100 + pence;
	return true;
}

const char *pence_text(int64_t pence, struct arena *a)
{
	int64_t pounds = pence / 100;
	const char *text = "";

	if (pence < 0)
		return "";
	for (; pounds >= 1000; pounds /= 1000)
		text = arena_printf(a, ",%03" PRId64 "%s", pounds % 1000, text);
	text = arena_printf(a, "£%" PRId64 "%s", pounds, text);
	return pence % 100 == 0 ? text : arena_printf(a, "%s.%02" PRId64, text, pence % 100);
}

const char *money_name(const struct money *m, struct arena *a)
{
	return choice_label("benefits", m->what, a);
}

static const char *sum_text(int64_t pence, enum money_per per, struct arena *a)
{
	if (per == PER_ONCE || per == MONEY_PER_NONE)
		return pence_text(pence, a);
	return arena_printf(a, "%s %s", pence_text(pence, a), words_label(&money_pers, (int)per));
}

const char *money_text(const struct money *m, day today, struct arena *a)
{
	bool had = m->state == MONEY_AWARDED || m->state == MONEY_ENDED;
	int64_t sum = had ? m->amount : m->sought;
	day on = had || m->state == MONEY_REFUSED ? m->decided_on : m->applied_on;
	const char *text = money_name(m, a);

	if (m->kind == MONEY_DEBT && had)
		text = arena_printf(a, _("%s: written off"), text);
	else if (m->kind == MONEY_COST && had)
		text = arena_printf(a, _("%s: saved"), text);
	else
		text = arena_printf(a, "%s: %s", text, words_label(&money_states, (int)m->state));
	if (sum != NUMBER_NONE)
		text = arena_printf(a, "%s, %s", text, sum_text(sum, m->per, a));
	if (had && m->back_dated > 0)
		text = arena_printf(a, _("%s, %s back-dated"), text, pence_text(m->back_dated, a));
	if (on != DAY_NONE)
		text = arena_printf(a, _("%s · %s"), text, day_short(on, today, a));
	return text;
}

/* ---- what all of it comes to ---- */

struct sums {
	int64_t yearly, once, back_dated;
	int asked, to_ask;
};

static void add_up(struct sums *x, const struct money *m)
{
	int64_t back_dated = m->back_dated == NUMBER_NONE ? 0 : m->back_dated;
	int64_t worth = money_worth(m);

	if (m->state == MONEY_SOUGHT)
		x->to_ask++;
	else if (m->state == MONEY_APPLIED || m->state == MONEY_ASKED_AGAIN)
		x->asked++;
	if (worth == 0)
		return;
	x->back_dated += back_dated;
	if (m->per == PER_ONCE || m->per == MONEY_PER_NONE)
		x->once += worth - back_dated;
	else
		x->yearly += worth - back_dated;
}

static void say_sum(struct buf *text, int64_t pence, const char *how, struct arena *a)
{
	if (pence > 0)
		buf_printf(text, "%s%s %s", text->n > 0 ? " · " : "", pence_text(pence, a), how);
}

static void say_count(struct buf *text, int n, const char *how)
{
	if (n > 0)
		buf_printf(text, "%s%d %s", text->n > 0 ? " · " : "", n, how);
}

const char *money_sums_text(const struct money_list *list, struct arena *a)
{
	struct sums x = { 0 };
	struct buf text = { 0 };
	const char *ret;

	for (size_t i = 0; i < list->n; i++)
		add_up(&x, &list->at[i]);
	say_sum(&text, x.yearly, _("a year gained"), a);
	say_sum(&text, x.once, x.yearly > 0 ? _("once") : _("gained"), a);
	say_sum(&text, x.back_dated, _("back-dated"), a);
	say_count(&text, x.asked, _("asked for"));
	say_count(&text, x.to_ask, _("to ask for"));
	ret = arena_str(a, buf_str(&text));
	buf_done(&text);
	return ret;
}
