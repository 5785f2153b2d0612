#include "test.h"

#include "carter.h"
#include "fixture.h"

#include "casework/points.h"
#include "casework/relatives.h"
#include "casework/release.h"
#include "paper/paper.h"

#include <string.h>

/*
 * P-b: the words of what is safe, and of who round them knows what, are on no paper that leaves, in no
 * form and for nobody. Each word stands in the record where staff see it, so that this can fail.
 */
static const char *const needles[] = {
	"partner not told", "not told",      "text first",   "voicemail", "zq-note",
	"zq-code",          "zq-say",        "zq-whose",     "ask again", "zq-label",
	"zq-relative",      "does not know", "may not know", "zq-speaks", "07700 900555",
};

static void fill(struct workplace *w, struct person_id jane)
{
	struct contact_point x = contact_point_blank;
	struct relation r = relation_blank;
	struct contact_point_id point;
	struct relation_id relation;

	store_sql(w->session->store,
	          "UPDATE safe_contact SET ver = ver + 1, note = 'zq-note', code_word = 'zq-code',"
	          " say = 'zq-say', hours = 'after 17:00'");
	x.person = r.person = jane;
	x.kind = CONTACT_POINT_PHONE;
	x.value = "07700 900555";
	x.label = "zq-label";
	x.whose = "zq-whose";
	assert_int_equal(casework_save_point(w->session, &x, &point), OK);
	assert_int_equal(casework_try_first(w->session, jane, point), OK);
	r.kind = RELATION_PARTNER;
	r.name = "zq-relative";
	r.phone = "07700 900555";
	r.speaks_about = "zq-speaks";
	r.knows_illness = SAID_NO;
	assert_int_equal(casework_save_relation(w->session, &r, &relation), OK);
}

static void look(const struct paper *p, const char *label)
{
	static const struct paper_style styles[] = { { 0 }, { .large = true } };
	struct buf page = { 0 };

	paper_text(p, &page);
	paper_lines(p, 60, &page);
	for (size_t i = 0; i < COUNT_OF(styles); i++)
		paper_html(p, styles[i], &page);
	for (size_t i = 0; i < COUNT_OF(needles); i++)
		if (strstr(buf_text(&page), needles[i]))
			fail_msg("%s is on %s:\n%s", needles[i], label, buf_text(&page));
	buf_done(&page);
}

static void papers__have_no_word_of_what_is_safe(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct paper_offer_list offers;
	struct arena *a = &w->arena;
	size_t papers = 0;

	fill(w, jane);
	for (enum asked seen = NOT_ASKED; seen <= SAID_NO; seen++) {
		if (seen != NOT_ASKED)
			assert_int_equal(casework_set_paper_seen(w->session, jane, seen), OK);
		assert_int_equal(casework_papers(w->session, jane, a, &offers), OK);
		for (size_t i = 0; i < offers.n; i++) {
			struct release r;

			if (casework_release_paper(w->session, &offers.at[i].wanted, a, &r) != OK)
				continue;
			papers++;
			/* With everything ticked that begins off the page. */
			for (size_t line = 0; line < r.paper.n; line++)
				r.paper.at[line].on = true;
			look(&r.paper, offers.at[i].label);
		}
	}
	assert_true(papers >= 6);
}

/* And on the screens of staff the line stands beside every number. */
static void strip__has_every_word_of_what_is_safe(void **state)
{
	struct workplace *w = *state;
	struct person_id jane = carter_add(w);
	struct person_strip strip;

	fill(w, jane);
	assert_int_equal(casework_strip(w->session, jane, &w->arena, &strip), OK);
	assert_string_equal(strip.phone, "07700 900555");
	assert_non_null(strstr(strip.safe, "text first"));
	assert_non_null(strstr(strip.safe, "zq-note"));
	assert_non_null(strstr(strip.safe, "partner not told"));
	assert_non_null(strstr(strip.safe, "ask again: a number changed, the partner changed"));
}

#define T(f) cmocka_unit_test_setup_teardown(f, workplace_setup, workplace_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(papers__have_no_word_of_what_is_safe),
		T(strip__has_every_word_of_what_is_safe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
