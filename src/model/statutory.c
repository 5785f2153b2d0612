#include "model/statutory.h"

#include "base/embedded.h"
#include "base/table.h"
#include "base/words.h"

#include <string.h>

const struct words statutory_kinds = WORDS("list of outcomes", STATUTORY_KINDS);
const struct words manages_words = WORDS("how they manage", STATUTORY_ANSWERS);
const struct words statutory_offers = WORDS("answer to the offer", STATUTORY_OFFERS);

const struct statutory_screen statutory_screen_blank = {
	.on_day = DAY_NONE,
	.again_on = DAY_NONE,
	.offer_why = "",
	.sent_to = "",
	.note = "",
};

const struct statutory_answer statutory_answer_blank = { .code = "", .note = "" };

/* ---- the lists ---- */

static void add_hints(struct statutory_item *item, struct str rest, struct arena *a)
{
	struct {
		size_t n;
		const char **at;
	} hints = { 0 };
	struct str one;

	while (rest.n > 0 && str_cut(&rest, ';', &one))
		*ARENA_PUSH(a, &hints) = arena_str(a, str_trim(one));
	item->hints = hints.n;
	item->hint = hints.at;
}

static void load_items(struct statutory_list *list, struct arena *a)
{
	const char *name = words_word(&statutory_kinds, (int)list->kind);
	struct str file = embedded_file(arena_printf(a, "statutory/%s.tsv", name ? name : ""));
	struct table t;

	if (!file.at)
		return;
	t = table_of(file);
	while (table_next(&t)) {
		struct statutory_item *item = ARENA_PUSH(a, list);

		item->code = arena_str(a, table_field(&t, "code"));
		item->question = arena_str(a, table_field(&t, "question"));
		item->words = arena_str(a, table_field(&t, "words"));
		item->where = arena_str(a, table_field(&t, "where"));
		add_hints(item, table_field(&t, "concerns"), a);
	}
}

static struct statutory_list list_from(const struct table *t, struct arena *a)
{
	static const char *const columns[TEST_COUNT] = { "arises", "health", "alone", "wellbeing" };
	struct statutory_list list = {
		.kind = (enum statutory_kind)words_find(&statutory_kinds, table_field(t, "kind")),
		.title = arena_str(a, table_field(t, "title")),
		.slow_counts = str_is(table_field(t, "slow"), "1"),
		.law = arena_str(a, table_field(t, "law")),
		.who = arena_str(a, table_field(t, "who")),
	};
	long long needed = 0;

	for (int i = 0; i < TEST_COUNT; i++)
		list.tests[i] = arena_str(a, table_field(t, columns[i]));
	if (str_int(table_field(t, "needed"), &needed))
		list.needed = (int)needed;
	load_items(&list, a);
	return list;
}

struct statutory_list statutory_list_for(enum nation nation, bool carer, struct arena *a)
{
	struct table t = table_of(embedded_file("statutory/lists.tsv"));
	const char *name =
		words_word(&nations, nation == NATION_NONE ? (int)NATION_ENGLAND : (int)nation);

	while (table_next(&t))
		if (str_is(table_field(&t, "nation"), name) &&
		    str_is(table_field(&t, "carer"), "1") == carer)
			break;
	return list_from(&t, a);
}

struct statutory_list statutory_list_of(enum statutory_kind kind, struct arena *a)
{
	struct table t = table_of(embedded_file("statutory/lists.tsv"));

	while (table_next(&t))
		if (words_find(&statutory_kinds, table_field(&t, "kind")) == (int)kind)
			break;
	return list_from(&t, a);
}

bool statutory_is_carer(enum statutory_kind kind)
{
	return kind == STATUTORY_CARER || kind == STATUTORY_WALES_CARER ||
	       kind == STATUTORY_NO_LIST_CARER;
}

const struct statutory_item *statutory_find(const struct statutory_list *list, const char *code)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i].code, code))
			return &list->at[i];
	return NULL;
}

/* ---- the answers ---- */

static enum asked *test_of(struct statutory_screen *x, enum statutory_test test)
{
	switch (test) {
	case TEST_ARISES:
		return &x->arises;
	case TEST_HEALTH:
		return &x->health;
	case TEST_ALONE:
		return &x->alone;
	case TEST_WELLBEING:
	case TEST_COUNT:
		break;
	}
	return &x->wellbeing;
}

enum asked statutory_test_get(const struct statutory_screen *x, enum statutory_test test)
{
	struct statutory_screen copy = *x;

	return *test_of(&copy, test);
}

void statutory_test_set(struct statutory_screen *x, enum statutory_test test, enum asked answer)
{
	*test_of(x, test) = answer;
}

const struct statutory_answer *statutory_answer_find(const struct statutory_answer_list *answers,
                                                     const char *code)
{
	for (size_t i = 0; i < answers->n; i++)
		if (text_equal(answers->at[i].code, code))
			return &answers->at[i];
	return NULL;
}

bool statutory_out_of_reach(const struct statutory_list *list, enum manages answer)
{
	switch (answer) {
	case MANAGES_WITH_HELP:
	case MANAGES_WITH_DISTRESS:
	case MANAGES_WITH_DANGER:
	case MANAGES_UNABLE:
		return true;
	case MANAGES_TOO_SLOW:
		return list->slow_counts;
	case MANAGES_NONE:
	case MANAGES_ABLE:
	case MANAGES_NOT_SAID:
		break;
	}
	return false;
}

size_t statutory_count(const struct statutory_list *list,
                       const struct statutory_answer_list *answers)
{
	size_t n = 0;

	for (size_t i = 0; i < answers->n; i++)
		if (statutory_find(list, answers->at[i].code))
			n += statutory_out_of_reach(list, answers->at[i].answer);
	return n;
}

bool statutory_indicated(const struct statutory_list *list, const struct statutory_screen *x,
                         const struct statutory_answer_list *answers)
{
	bool ill = *list->tests[TEST_HEALTH] && x->health == SAID_YES;

	if (list->n == 0)
		return true;
	for (int i = 0; i < TEST_COUNT; i++)
		if (i != TEST_HEALTH && *list->tests[i] &&
		    statutory_test_get(x, (enum statutory_test)i) == SAID_NO)
			return false;
	return ill || statutory_count(list, answers) >= (size_t)list->needed;
}

static bool anything_said(const struct statutory_list *list, const struct statutory_screen *x,
                          const struct statutory_answer_list *answers)
{
	bool said = answers->n > 0;

	for (int i = 0; i < TEST_COUNT; i++)
		said = said || (*list->tests[i] &&
		                statutory_test_get(x, (enum statutory_test)i) != NOT_ASKED);
	return said;
}

const char *statutory_verdict(const struct statutory_list *list, const struct statutory_screen *x,
                              const struct statutory_answer_list *answers, const char *council,
                              struct arena *a)
{
	const char *who = text_empty(council) ? list->who : council;
	const char *what = statutory_is_carer(list->kind) ? _("an assessment for them as a carer")
	                                                  : _("an assessment");

	if (list->n == 0)
		return arena_printf(
			a,
			_("There is no list of outcomes here for this nation. Offer %s by "
		          "%s straight away. They decide."),
			what, who);
	if (statutory_indicated(list, x, answers))
		return arena_printf(a, _("It looks worth offering %s by %s. They decide."), what,
		                    who);
	return arena_printf(
		a,
		anything_said(list, x, answers)
			? _("What was said does not point to %s by %s. Anybody may ask "
	                    "for one all the same, and they decide.")
			: _("Nothing was said yet that would point to %s by %s. Anybody "
	                    "may ask for one all the same, and they decide."),
		what, who);
}

const char *statutory_change(enum manages was, enum manages now, struct arena *a)
{
	if (was == MANAGES_NONE || was == now)
		return "";
	return arena_printf(a, _("before: %s"), words_label(&manages_words, (int)was));
}

/* ---- on paper ---- */

static void add_line(struct statutory_document *d, struct arena *a, const char *text,
                     const char *answer)
{
	*ARENA_PUSH(a, d) = (struct statutory_line){ text, answer };
}

struct statutory_document statutory_document_of(const struct statutory_list *list,
                                                const struct statutory_screen *x,
                                                const struct statutory_answer_list *answers,
                                                struct arena *a)
{
	struct statutory_document d = { .to = x->sent_to, .on_day = x->on_day };

	d.asks = arena_printf(a,
	                      statutory_is_carer(list->kind)
	                              ? _("Please assess their needs as a carer (%s).")
	                              : _("Please assess their needs for care and support (%s)."),
	                      list->law);
	for (size_t i = 0; i < list->n; i++) {
		const struct statutory_answer *answer =
			statutory_answer_find(answers, list->at[i].code);

		if (answer && statutory_out_of_reach(list, answer->answer))
			add_line(&d, a, list->at[i].question,
			         words_label(&manages_words, (int)answer->answer));
	}
	for (int i = 0; i < TEST_COUNT; i++)
		if (*list->tests[i] && statutory_test_get(x, (enum statutory_test)i) == SAID_YES)
			add_line(&d, a, list->tests[i], _("yes"));
	d.end = arena_printf(a, _("On %s they said that they want it. The decision is yours."),
	                     day_long(x->on_day, a));
	return d;
}
