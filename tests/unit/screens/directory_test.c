#include "test.h"

#include "fixture.h"
#include "leeds.h"
#include "stage.h"

#include "screens.h"

#include "model/service.h"

struct scene {
	struct workplace *w;
	struct leeds l;
	struct stage *st;
};

static int setup_with(void **state, bool leeds)
{
	struct scene *c = test_calloc(1, sizeof(*c));

	c->w = workplace_open();
	if (leeds)
		c->l = leeds_fill(c->w);
	*state = c;
	return 0;
}

static int setup(void **state)
{
	return setup_with(state, true);
}

static int setup_empty(void **state)
{
	return setup_with(state, false);
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

static struct stage *at_directory(struct scene *c)
{
	const struct visit v = visit_to(&directory_screen);

	c->st = stage_open(c->w, &v);
	return c->st;
}

static void add(struct scene *c, const char *name, const char *description, const char *postcode)
{
	struct service x = service_blank;

	x.name = name;
	x.description = description;
	x.postcode = postcode;
	x.attendance = "venue";
	x.access = "drop-in";
	x.cost = "free";
	x.phone = "01134960199";
	leeds_service(c->w, &x, "emotional.low", "E08000035", 10);
}

static void directory__empty__says_how_it_is_filled(void **state)
{
	struct scene *c = *state;

	stage_golden(at_directory(c), "directory-empty");
}

static void directory__narrows_by_several_and_takes_them_off(void **state)
{
	struct scene *c = *state;

	at_directory(c);
	stage_keys(c->st, "v 3 4 Esc");
	stage_shows(c->st, "free · drop-in");
	stage_shows(c->st, "Services  2");
	stage_keys(c->st, "v 4 Esc");
	stage_hides(c->st, "free · drop-in");
	stage_keys(c->st, "v 6");
	stage_shows(c->st, "none of these");
	stage_keys(c->st, "Up Esc");
	stage_keys(c->st, "v Down Down Down Down Down Down Down Down Down Down Down Down Enter");
	stage_shows(c->st, "All services");
}

static void directory__forgives_spelling_and_says_so(void **state)
{
	struct scene *c = *state;

	add(c, "Headingley Talking Room", "Counselling for anybody in Leeds", "LS6 3AA");
	at_directory(c);
	stage_keys(c->st, "/");
	stage_type(c->st, "counsiling");
	stage_golden(c->st, "directory-spelt");
	stage_keys(c->st, "Esc /");
	stage_type(c->st, "headingley");
	stage_shows(c->st, "Services  2");
	stage_hides(c->st, "shown:");
}

static void directory__nearest_first__asks_from_where(void **state)
{
	struct scene *c = *state;

	at_directory(c);
	stage_keys(c->st, "o");
	stage_shows(c->st, "Near which postcode?");
	stage_type(c->st, "ls6");
	stage_keys(c->st, "Enter");
	stage_golden(c->st, "directory-nearest");
	stage_keys(c->st, "o");
	stage_shows(c->st, "last checked first");
}

static void directory__in_a_council_and_around_it(void **state)
{
	struct scene *c = *state;

	at_directory(c);
	stage_keys(c->st, "v 2");
	stage_type(c->st, "leeds");
	stage_keys(c->st, "Enter");
	stage_hides(c->st, "Bradford Foodbank");
	stage_keys(c->st, "v Up");
	stage_keys(c->st, "Down Down Down Down Down Down Down Down Down Down Down Enter Esc");
	stage_shows(c->st, "Leeds and likely neighbours");
	stage_shows(c->st, "Bradford Foodbank");
}

static void directory__a_favourite_is_asked_and_found_again(void **state)
{
	struct scene *c = *state;

	at_directory(c);
	stage_keys(c->st, "Down m");
	stage_shows(c->st, "Keep Advicelink Cymru among your favourites?");
	stage_keys(c->st, "y");
	stage_shows(c->st, "Kept: Advicelink Cymru.");
	stage_keys(c->st, "v Down Down Down Down Down Down Down Down Down Down Enter Esc");
	stage_shows(c->st, "Services  1");
	stage_shows(c->st, "favourites");
	stage_keys(c->st, "m y");
	stage_shows(c->st, "is no favourite any more");
	stage_shows(c->st, "Services  0");
}

/* Over one search and the next, and nothing on it that was written for staff. */
static void directory__marks_make_a_list_to_give_away(void **state)
{
	struct scene *c = *state;
	struct service x = service_blank;

	x.name = "Quiet Room";
	x.staff_note = "Ask for Tess, she owes us one";
	leeds_service(c->w, &x, "emotional.low", "E08000035", 10);
	at_directory(c);
	stage_keys(c->st, "/");
	stage_type(c->st, "citizens");
	stage_keys(c->st, "Enter Space");
	stage_shows(c->st, "1 marked");
	stage_keys(c->st, "/ Ctrl-U");
	stage_type(c->st, "quiet");
	stage_keys(c->st, "Enter Space");
	stage_shows(c->st, "2 marked");
	stage_keys(c->st, "x");
	stage_shows(c->st, "Quiet Room");
	assert_string_equal(stage_place(c->st), "sheet");
	stage_golden(c->st, "shortlist");
	stage_hides(c->st, "Tess");
	stage_hides(c->st, "owes");
}

static void directory__hostile_words_stay_in_their_row(void **state)
{
	struct scene *c = *state;

	add(c,
	    "A \xe2\x80\xae"
	    "gnitirw sdrawkcab\xe2\x80\xac and on",
	    "Line one\nline two\x1b[2J \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d"
	    "\xf0\x9f\x91\xa7 family",
	    "LS6 2AB");
	add(c,
	    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xd8\xa7\xd9\x84\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a\xd8\xa9",
	    "", "");
	add(c,
	    "A very long name of a service that goes on and on, beyond what any row can show, and "
	    "then further still, because its council wrote it so",
	    "", "");
	at_directory(c);
	stage_keys(c->st, "/");
	stage_type(c->st, "a");
	stage_golden(c->st, "directory-hostile");
}

static void directory__overfull__says_how_many_stand_here(void **state)
{
	struct scene *c = *state;

	for (int i = 0; i < 230; i++)
		add(c, arena_printf(&c->w->arena, "Room %03d", i), "A place to be", "LS1 1AA");
	at_directory(c);
	stage_golden(c->st, "directory-overfull");
	stage_keys(c->st, "/");
	stage_type(c->st, "room 12");
	stage_shows(c->st, "Room 120");
}

int main(void)
{
#define WITH_LEEDS(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(directory__empty__says_how_it_is_filled,
		                                setup_empty, teardown),
		WITH_LEEDS(directory__narrows_by_several_and_takes_them_off),
		WITH_LEEDS(directory__forgives_spelling_and_says_so),
		WITH_LEEDS(directory__nearest_first__asks_from_where),
		WITH_LEEDS(directory__in_a_council_and_around_it),
		WITH_LEEDS(directory__a_favourite_is_asked_and_found_again),
		WITH_LEEDS(directory__marks_make_a_list_to_give_away),
		WITH_LEEDS(directory__hostile_words_stay_in_their_row),
		WITH_LEEDS(directory__overfull__says_how_many_stand_here),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
