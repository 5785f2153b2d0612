#include "test.h"

#include "base/attr.h"
#include "base/text.h"
#include "casework/plan.h"
#include "casework/release.h"
#include "paper/paper.h"

#include <string.h>

#include "fixture.h"
#include "golden.h"
#include "jane_assessed.h"

#define plan_of(id)                                       \
	(const struct paper_wanted)                       \
	{                                                 \
		.document = DOCUMENT_PLAN, .person = (id) \
	}

struct act {
	struct workplace *w;
	struct person_id jane;
	struct release r;
	struct buf page;
};

static void answer(struct act *x, const char *code, enum action_kind kind, const char *what)
{
	const struct plan_answer answer = { x->jane, code, kind, what, DAY_NONE };
	struct action got;

	if (casework_answer_concern(x->w->session, &answer, &x->w->arena, &got) != OK)
		fail_msg("%s", session_fault(x->w->session));
}

/* Jane's plan, agreed, with something of each kind; the numbers people ring are set. */
static struct act agreed(void **state)
{
	struct act x = { .w = *state };
	struct plan_agreement agreement = { .how = "Yes",
		                            .review_on = DAY_NONE,
		                            .if_worse = "Ring Priya before the rent is due." };
	day on;

	store_sql(x.w->session->store,
	          "INSERT INTO setting (name, value) VALUES ('service_phone', '0113 496 0100'),"
	          " ('service_hours', 'Monday to Friday, 9 to 5')");
	x.jane = jane_add(x.w);
	jane_assessed_before(x.w, x.jane);
	answer(&x, "practical.money", ACTION_PERSON_DOES, "ring her accountant");
	answer(&x, "practical.care", ACTION_WORKER_DOES, "ask the council about a sitter");
	answer(&x, "practical.travel", ACTION_INFORMATION, "");
	answer(&x, "practical.household", ACTION_LATER, "");
	answer(&x, "emotional.low", ACTION_CLINICAL_TEAM, "ask the nurse about low days");
	agreement.person = x.jane;
	assert_int_equal(casework_agree_plan(x.w->session, &agreement, &on), OK);
	return x;
}

static const char *page(struct act *x, enum asked seen, bool html)
{
	assert_int_equal(casework_set_paper_seen(x->w->session, x->jane, seen), OK);
	if (casework_release_paper(x->w->session, &plan_of(x->jane), &x->w->arena, &x->r) != OK)
		fail_msg("%s", session_fault(x->w->session));
	buf_clear(&x->page);
	if (html)
		paper_html(&x->r.paper, (struct paper_style){ 0 }, &x->page);
	else
		paper_text(&x->r.paper, &x->page);
	return buf_text(&x->page);
}

static void plan_paper__jane_as_text(void **state)
{
	struct act x = agreed(state);

	golden_check("paper-plan-text", page(&x, SAID_NO, false));
	golden_check("paper-plan-short", page(&x, NOT_ASKED, false));
	buf_done(&x.page);
}

static void plan_paper__jane_as_html(void **state)
{
	struct act x = agreed(state);

	golden_check("paper-plan-html", page(&x, SAID_NO, true));
	assert_null(strstr(buf_text(&x.page), "<script"));
	assert_null(strstr(buf_text(&x.page), "http"));
	assert_non_null(strstr(buf_text(&x.page), "font: 14pt"));
	buf_clear(&x.page);
	paper_html(&x.r.paper, (struct paper_style){ .large = true }, &x.page);
	assert_non_null(strstr(buf_text(&x.page), "font: 18pt"));
	buf_done(&x.page);
}

static void plan_paper__keeps_to_the_columns(void **state)
{
	struct act x = agreed(state);
	struct str rest = str_of(page(&x, SAID_NO, false)), line;

	while (str_cut(&rest, '\n', &line))
		assert_true(text_width(line) <= 78);
	buf_done(&x.page);
}

/* Short sentences, as the plan is read on a bad day. */
static void plan_paper__is_plain_to_read(void **state)
{
	struct act x = agreed(state);
	size_t words = 0, sentences = 0;

	page(&x, SAID_NO, false);
	for (size_t i = 0; i < x.r.paper.n; i++) {
		const char *text = x.r.paper.at[i].text;
		struct str rest = str_of(text), word;

		while (str_cut(&rest, ' ', &word)) {
			words += word.n > 0;
			sentences += word.n > 0 && strchr(".?!", word.at[word.n - 1]) != NULL;
		}
	}
	assert_true(sentences > 5);
	if (words > 12 * sentences)
		fail_msg("%zu words in %zu sentences", words, sentences);
	buf_done(&x.page);
}

/* P-b: no word of the safety line leaves, nor what is for staff alone. */
static void plan_paper__has_nothing_that_is_for_staff(void **state)
{
	static const char *const needles[] = {
		"partner",   "not told", "text first", "voicemail", "no post", "speak only",
		"not asked", "9 of",     "score",      "signpost",  "level",   "check back",
		"HNA",       "PCSP",     "reast",      "1981",      "07700",
	};
	struct act x = agreed(state);

	for (int html = 0; html < 2; html++)
		for (enum asked seen = NOT_ASKED; seen <= SAID_NO; seen++) {
			const char *text = page(&x, seen, html != 0);

			for (size_t i = 0; i < COUNT_OF(needles); i++)
				if (strstr(text, needles[i]))
					fail_msg("%s is on the paper:\n%s", needles[i], text);
			assert_true(strstr(text, "CL-000001") > strstr(text, "Tell Priya."));
		}
	buf_done(&x.page);
}

static void plan_paper__feelings_begin_off_the_page(void **state)
{
	struct act x = agreed(state);

	assert_null(strstr(page(&x, SAID_NO, false), "low days"));
	for (size_t i = 0; i < x.r.paper.n; i++)
		if (strstr(x.r.paper.at[i].text, "low days"))
			x.r.paper.at[i].on = true;
	buf_clear(&x.page);
	paper_text(&x.r.paper, &x.page);
	assert_non_null(strstr(buf_text(&x.page), "low days"));
	buf_done(&x.page);
}

static void plan_paper__short_unless_nobody_else_sees_it(void **state)
{
	static const char *const telling[] = { "accountant", "studio",    "sitter", "cancer",
		                               "alert card", "treatment", "rent" };
	struct act x = agreed(state);

	for (enum asked seen = NOT_ASKED; seen <= SAID_YES; seen++) {
		const char *text = page(&x, seen, false);

		for (size_t i = 0; i < COUNT_OF(telling); i++)
			if (strstr(text, telling[i]))
				fail_msg("%s tells:\n%s", telling[i], text);
		assert_non_null(strstr(text, "Priya will ring you by Mon 7 Dec."));
	}
	buf_done(&x.page);
}

/* Care rule 12: neither what was written down nor the name of a service tells it. */
static void plan_paper__no_illness_where_it_may_not_be_known(void **state)
{
	static const char *const telling[] = { "ancer", "hemo", "acmillan", "treatment" };
	struct act x = agreed(state);
	const char *text;

	answer(&x, "practical.household", ACTION_WORKER_DOES, "ring Macmillan about chemo days");
	store_sql(x.w->session->store,
	          "UPDATE contingency SET what = 'Ring the oncology ward about the cancer.';"
	          "UPDATE plan SET status = 'agreed';"
	          "UPDATE person SET knows_cancer = NULL, matters = 'To get through chemo.',"
	          "  alert_phone = '01134960199', stage = 'in_treatment'");
	text = page(&x, SAID_NO, false);
	for (size_t i = 0; i < COUNT_OF(telling); i++)
		if (strstr(text, telling[i]))
			fail_msg("%s tells:\n%s", telling[i], text);
	assert_non_null(strstr(text, "Ill, day or night: 0113 496 0199."));
	assert_non_null(strstr(text, "Priya will ring you by"));
	store_sql(x.w->session->store, "UPDATE person SET knows_cancer = 'yes'");
	assert_non_null(strstr(page(&x, SAID_NO, false), "acmillan"));
	buf_done(&x.page);
}

static void release_plan__says_what_is_missing(void **state)
{
	struct act x = agreed(state);

	page(&x, SAID_NO, false);
	assert_int_equal(x.r.missing, 0);
	answer(&x, "practical.money", ACTION_LATER, "");
	store_sql(x.w->session->store, "DELETE FROM setting WHERE name = 'service_phone'");
	page(&x, SAID_NO, false);
	assert_int_equal(x.r.missing, 2);
	buf_done(&x.page);
}

static void released_plan__is_on_record(void **state)
{
	struct act x = agreed(state);
	struct store *st = x.w->session->store;
	const char *said;

	page(&x, SAID_NO, false);
	assert_int_equal(casework_released_paper(x.w->session, &x.r, &x.w->arena, &said), OK);
	assert_int_equal(store_int(st, "SELECT count(*) FROM event WHERE kind = 'print'"
	                               " AND person = 1"),
	                 1);
	assert_int_equal(store_int(st, "SELECT given_on FROM plan"), x.w->session->today);
	assert_int_equal(store_int(st, "SELECT count(*) FROM reminder WHERE state = 'open'"
	                               " AND kind = 'plan_not_given'"),
	                 0);
	answer(&x, "practical.money", ACTION_LATER, "");
	workplace_days_later(x.w, 3);
	assert_non_null(strstr(page(&x, SAID_NO, false), "It replaces the one of 23 November."));
	buf_done(&x.page);
}

static void release_plan__without_a_plan_says_so(void **state)
{
	struct workplace *w = *state;
	struct release r;

	assert_int_equal(casework_release_paper(w->session, &plan_of(jane_add(w)), &w->arena, &r),
	                 E_NOT_FOUND);
	assert_non_null(strstr(session_fault(w->session), "no plan"));
}

static void plan_paper__shows_markup_as_text(void **state)
{
	struct act x = agreed(state);

	answer(&x, "practical.money", ACTION_PERSON_DOES, "ring <b>Tom & Co</b>");
	assert_non_null(strstr(page(&x, SAID_NO, true), "ring &lt;b&gt;Tom &amp; Co&lt;/b&gt;"));
	buf_done(&x.page);
}

int main(void)
{
#define AT_WORK(test) cmocka_unit_test_setup_teardown(test, workplace_setup, workplace_teardown)
	const struct CMUnitTest tests[] = {
		AT_WORK(plan_paper__jane_as_text),
		AT_WORK(plan_paper__jane_as_html),
		AT_WORK(plan_paper__keeps_to_the_columns),
		AT_WORK(plan_paper__is_plain_to_read),
		AT_WORK(plan_paper__has_nothing_that_is_for_staff),
		AT_WORK(plan_paper__feelings_begin_off_the_page),
		AT_WORK(plan_paper__short_unless_nobody_else_sees_it),
		AT_WORK(plan_paper__no_illness_where_it_may_not_be_known),
		AT_WORK(release_plan__says_what_is_missing),
		AT_WORK(released_plan__is_on_record),
		AT_WORK(release_plan__without_a_plan_says_so),
		AT_WORK(plan_paper__shows_markup_as_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
