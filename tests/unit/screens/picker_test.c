#include "test.h"

#include "fixture.h"
#include "leeds.h"
#include "stage.h"

#include "screens.h"

#include "casework/directory.h"
#include "casework/signposts.h"

struct scene {
	struct workplace *w;
	struct leeds l;
	struct stage *st;
};

static int setup(void **state)
{
	struct scene *c = test_calloc(1, sizeof(*c));

	c->w = workplace_open();
	c->l = leeds_fill(c->w);
	*state = c;
	return 0;
}

static int teardown(void **state)
{
	struct scene *c = *state;

	if (c->st)
		stage_close(c->st);
	workplace_close(c->w);
	test_free(c);
	return 0;
}

static struct stage *at_picker(struct scene *c)
{
	const struct visit v = visit_picker(c->l.jane, "practical.money");

	c->st = stage_open(c->w, &v);
	return c->st;
}

static void picker__shows_what_fits_in_order(void **state)
{
	struct scene *c = *state;

	stage_golden(at_picker(c), "picker");
}

static void picker__shows_what_does_not_fit_and_why(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "v 1");
	stage_golden(c->st, "picker-not-fitting");
	stage_keys(c->st, "v 1");
	stage_shows(c->st, "6 fit · 14 not");
}

static void picker__finds_as_it_is_typed(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "/");
	stage_type(c->st, "ren");
	stage_shows(c->st, "Shelter");
	stage_hides(c->st, "Turn2us");
	stage_keys(c->st, "Esc");
	stage_shows(c->st, "Turn2us");
	stage_keys(c->st, "/ z z z");
	stage_shows(c->st, "Nothing here has “zzz” in it.");
}

/* What was left out can be chosen, for a reason, and the reason stands with it. */
static void picker__what_was_left_out_is_chosen_for_a_reason(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "v 1 s");
	stage_shows(c->st, "Left out: serves Northern Ireland. Why all the same?");
	stage_keys(c->st, "Enter");
	stage_shows(c->st, "Nothing was chosen");
	stage_keys(c->st, "s");
	stage_type(c->st, "She moves there in January");
	stage_keys(c->st, "Enter");
	assert_string_equal(stage_place(c->st), "signpost");
	stage_shows(c->st, "She moves there in January");
}

static void picker__narrows_by_what_is_offered(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "v");
	stage_golden(c->st, "picker-which");
	stage_keys(c->st, "4 Esc");
	stage_shows(c->st, "2 fit");
	stage_shows(c->st, "drop-in");
	stage_hides(c->st, "Shelter");
	stage_keys(c->st, "v 3 Esc");
	stage_shows(c->st, "free · drop-in");
	stage_keys(c->st, "v 4 3 Esc");
	stage_shows(c->st, "6 fit");
}

static void picker__nearest_first_keeps_what_is_by_phone(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "o");
	stage_golden(c->st, "picker-nearest");
	stage_keys(c->st, "o");
	stage_shows(c->st, "last checked first");
}

/* Whom it helped is said with who they are; fewer than five answers are not taken for more. */
static void picker__says_whom_of_people_like_her_it_helped(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "i");
	stage_shows(c->st, "known who were sent for this, aged 25 to 49.");
	stage_keys(c->st, "End i");
	stage_hides(c->st, "known who were");
}

static void picker__asks_to_ring_first_where_the_check_is_old(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "End s");
	stage_shows(c->st, "Ring first?");
	stage_keys(c->st, "y");
	assert_string_equal(stage_place(c->st), "service");
	stage_shows(c->st, "0113 496 0103");
	stage_keys(c->st, "Esc End s n");
	assert_string_equal(stage_place(c->st), "signpost");
}

static void picker__three_keys_tell_somebody_and_set_the_day(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "s");
	stage_golden(c->st, "signpost");
	stage_keys(c->st, "1");
	stage_golden(c->st, "signpost-told");
}

/* Nothing leaves before they were asked, and before it was seen what would. */
static void signpost__a_referral_shows_what_leaves_and_asks(void **state)
{
	struct scene *c = *state;
	struct store *st = c->w->session->store;

	at_picker(c);
	stage_keys(c->st, "s 4 Ctrl-S");
	assert_string_equal(stage_place(c->st), "what-leaves");
	stage_golden(c->st, "what-leaves");
	stage_keys(c->st, "Ctrl-S");
	stage_shows(c->st, "Nothing goes yet");
	assert_int_equal(store_int(st, "SELECT count(*) FROM disclosure"), 0);
	stage_keys(c->st, "1 End Space");
	stage_golden(c->st, "what-leaves-yes");
	stage_keys(c->st, "Ctrl-S");
	stage_shows(c->st, "Saved. You ask on");
	assert_string_equal(store_text(st, "SELECT fields FROM disclosure", &c->w->arena),
	                    "name, how to reach them, what it is about, that it is cancer");
}

static void signpost__a_no_is_kept_and_nothing_leaves(void **state)
{
	struct scene *c = *state;
	struct store *st = c->w->session->store;

	at_picker(c);
	stage_keys(c->st, "s 4 Ctrl-S 6");
	assert_string_equal(stage_place(c->st), "consent");
	stage_keys(c->st, "1");
	stage_golden(c->st, "consent-no");
	stage_keys(c->st, "Ctrl-S");
	assert_string_equal(stage_place(c->st), "what-leaves");
	stage_shows(c->st, "said no 23 Nov by phone");
	stage_keys(c->st, "Ctrl-S");
	assert_int_equal(store_int(st, "SELECT count(*) FROM disclosure"), 0);
	assert_int_equal(store_int(st, "SELECT count(*) FROM consent WHERE answer = 'no'"), 1);
}

static void signpost__half_done_is_gone_on_with_from_today(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "s 2 Tab Tab");
	stage_type(c->st, "gave her two");
	stage_keys(c->st, "Esc");
	stage_close(c->st);
	c->st = stage_open(c->w, &(struct visit){ .where = &today_screen });
	stage_shows(c->st, "Citizens Advice Leeds, not saved");
	stage_keys(c->st, "Home Enter");
	assert_string_equal(stage_place(c->st), "signpost");
	stage_shows(c->st, "gave her two");
	stage_shows(c->st, "for Money, bills or debt");
}

static void picker__nothing_fits_goes_on_record(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "0");
	stage_golden(c->st, "unmet");
}

static void service__shows_everything_and_what_is_wrong(void **state)
{
	struct scene *c = *state;

	at_picker(c);
	stage_keys(c->st, "Enter");
	stage_golden(c->st, "service");
	stage_keys(c->st, "e");
	stage_golden(c->st, "service-trouble");
	stage_keys(c->st, "Esc =");
	stage_golden(c->st, "service-checked");
	stage_keys(c->st, "2");
	stage_shows(c->st, "was checked today: web");
}

static void directory__lists_and_narrows(void **state)
{
	struct scene *c = *state;
	const struct visit v = visit_to(&directory_screen);

	c->st = stage_open(c->w, &v);
	stage_golden(c->st, "directory");
	stage_keys(c->st, "v");
	stage_golden(c->st, "directory-views");
	stage_keys(c->st, "2");
	stage_type(c->st, "bradford");
	stage_keys(c->st, "Enter");
	stage_shows(c->st, "Bradford ");
	stage_hides(c->st, "Advice NI");
	stage_keys(c->st, "v End");
	stage_keys(c->st, "Esc n 1");
	stage_golden(c->st, "service-form");
}

static void for_what__finds_with_and_without_the_key_that_finds(void **state)
{
	struct scene *c = *state;
	const struct visit v = visit_person(&for_what_screen, c->l.jane);

	c->st = stage_open(c->w, &v);
	stage_type(c->st, "/mon");
	stage_shows(c->st, "Money, bills or debt");
	stage_keys(c->st, "Enter");
	stage_shows(c->st, "Money, bills or debt 9   for Carter, Jane");
}

static void for_what__offers_the_worst_first(void **state)
{
	struct scene *c = *state;
	const struct visit v = visit_person(&for_what_screen, c->l.jane);

	c->st = stage_open(c->w, &v);
	stage_golden(c->st, "for-what");
	stage_keys(c->st, "Enter");
	assert_string_equal(stage_place(c->st), "picker");
	stage_shows(c->st, "Money, bills or debt 9");
}

/* A closed service leaves nobody waiting on it: Enter is already on the concern. */
static void today__a_service_that_is_gone_opens_the_picker_again(void **state)
{
	struct scene *c = *state;
	struct new_signpost x = { .person = c->l.jane,
		                  .service = c->l.buddies,
		                  .concern = "practical.money",
		                  .kind = SIGNPOST_TOLD,
		                  .check_on = DAY_NONE };
	struct service_trouble closed = { .service = c->l.buddies,
		                          .kind = TROUBLE_CLOSED,
		                          .until = DAY_NONE };
	struct signpost_saved saved;
	size_t told = 0;

	assert_int_equal(casework_signpost(c->w->session, &x, &c->w->arena, &saved), OK);
	assert_int_equal(casework_service_trouble(c->w->session, &closed, &told), OK);
	assert_int_equal(told, 1);
	c->st = stage_open(c->w, &(struct visit){ .where = &reminders_screen });
	stage_shows(c->st, "LS6 Money Buddies closed. Choose again?");
	stage_keys(c->st, "Enter");
	assert_string_equal(stage_place(c->st), "picker");
	stage_shows(c->st, "Money, bills or debt 9");
	stage_hides(c->st, "LS6 Money Buddies");
}

int main(void)
{
#define WITH_LEEDS(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
		WITH_LEEDS(picker__shows_what_fits_in_order),
		WITH_LEEDS(picker__shows_what_does_not_fit_and_why),
		WITH_LEEDS(picker__finds_as_it_is_typed),
		WITH_LEEDS(picker__asks_to_ring_first_where_the_check_is_old),
		WITH_LEEDS(picker__three_keys_tell_somebody_and_set_the_day),
		WITH_LEEDS(signpost__a_referral_shows_what_leaves_and_asks),
		WITH_LEEDS(signpost__a_no_is_kept_and_nothing_leaves),
		WITH_LEEDS(signpost__half_done_is_gone_on_with_from_today),
		WITH_LEEDS(picker__nothing_fits_goes_on_record),
		WITH_LEEDS(service__shows_everything_and_what_is_wrong),
		WITH_LEEDS(picker__what_was_left_out_is_chosen_for_a_reason),
		WITH_LEEDS(picker__narrows_by_what_is_offered),
		WITH_LEEDS(picker__nearest_first_keeps_what_is_by_phone),
		WITH_LEEDS(picker__says_whom_of_people_like_her_it_helped),
		WITH_LEEDS(directory__lists_and_narrows),
		WITH_LEEDS(for_what__finds_with_and_without_the_key_that_finds),
		WITH_LEEDS(for_what__offers_the_worst_first),
		WITH_LEEDS(today__a_service_that_is_gone_opens_the_picker_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
