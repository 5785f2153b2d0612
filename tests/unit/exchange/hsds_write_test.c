#include "test.h"

#include "exchange/hsds_write.h"
#include "exchange/uuid.h"

#include "dice.h"
#include "hsds_check.h"
#include "hsds_made.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define IDENTITY "00112233445566778899aabbccddeeff"

struct bench {
	struct arena a;
	char folder[64];
	struct concern_set concerns;
};

static int set_up(void **state)
{
	struct bench *b = calloc(1, sizeof(*b));

	snprintf(b->folder, sizeof(b->folder), "/tmp/clew-hsds-XXXXXX");
	assert_non_null(mkdtemp(b->folder));
	assert_int_equal(concern_set_load(CONCERNS_NEWEST, &b->a, &b->concerns), OK);
	*state = b;
	return 0;
}

static const char *in_folder(struct bench *b, const char *name)
{
	return arena_printf(&b->a, "%s/%s", b->folder, name);
}

static void remove_package(struct bench *b, const char *name)
{
	DIR *folder = opendir(in_folder(b, name));
	const struct dirent *e;

	if (!folder)
		return;
	while ((e = readdir(folder)))
		if (e->d_name[0] != '.' || strlen(e->d_name) > 2)
			unlinkat(dirfd(folder), e->d_name, 0);
	closedir(folder);
	assert_int_equal(rmdir(in_folder(b, name)), 0);
}

static int tear_down(void **state)
{
	struct bench *b = *state;

	remove_package(b, "a");
	remove_package(b, "b");
	assert_int_equal(rmdir(b->folder), 0);
	arena_reset(&b->a);
	free(b);
	return 0;
}

static const struct package_about about = { "clew-directory", "A \"directory\"\n", "Test" };

static struct hsds begin(struct bench *b, const char *name, const char *identity)
{
	struct hsds h = { .identity = identity,
		          .assurer = "directory@example.org",
		          .nation = NATION_ENGLAND,
		          .concerns = &b->concerns };
	const char *fault = "";

	assert_int_equal(
		package_open(in_folder(b, name), FILE_KEEP_EXISTING, &b->a, &h.package, &fault),
		OK);
	return h;
}

static const char *end(struct bench *b, struct hsds *h)
{
	char *hash = arena_alloc(&b->a, PACKAGE_HASH_ROOM);
	const char *fault = "";

	assert_int_equal(package_finish(h->package, &about, &b->a, hash, &fault), OK);
	assert_int_equal(package_close(h->package, &b->a, &fault), OK);
	hsds_done(h);
	return hash;
}

/* One entry as a package; what came of it in file. */
static struct hsds_rows one(struct bench *b, const struct hsds_entry *x, const char *file)
{
	struct hsds h = begin(b, "a", IDENTITY);

	hsds_put(&h, x);
	end(b, &h);
	hsds_assert_valid(in_folder(b, "a"));
	return hsds_read(in_folder(b, "a"), file, &b->a);
}

/* ---- what holds for all ---- */

static void hsds__two_thousand_hostile_entries__make_a_valid_package(void **state)
{
	struct bench *b = *state;
	struct dice d = dice_begin("hsds");
	struct hsds h = begin(b, "a", IDENTITY);

	hsds_put_made(&h, &d, 2000);
	end(b, &h);
	hsds_assert_valid(in_folder(b, "a"));
}

static void hsds__the_same_entries__make_the_same_package(void **state)
{
	struct bench *b = *state;
	struct dice d = dice_begin("hsds"), again = d, other = d;
	struct hsds h = begin(b, "a", IDENTITY);
	const char *first, *second, *third;

	hsds_put_made(&h, &d, 50);
	first = end(b, &h);
	h = begin(b, "b", IDENTITY);
	hsds_put_made(&h, &again, 50);
	second = end(b, &h);
	assert_string_equal(first, second);
	remove_package(b, "b");
	h = begin(b, "b", "ffffffffffffffffffffffffffffffff");
	hsds_put_made(&h, &other, 50);
	third = end(b, &h);
	assert_string_not_equal(first, third);
}

static void hsds__what_staff_wrote__is_in_no_file(void **state)
{
	static const char *const files[] = { "services.csv", "organizations.csv", "phones.csv",
		                             "locations.csv", "datapackage.json" };
	struct bench *b = *state;
	struct dice d = dice_begin("hsds");
	struct hsds h = begin(b, "a", IDENTITY);

	hsds_put_made(&h, &d, 50);
	end(b, &h);
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		const char *text = hsds_file(in_folder(b, "a"), files[i], &b->a);

		assert_null(text ? strstr(text, "NEEDLE") : NULL);
	}
}

/* The checker itself: each of these is wrong in one way. */
static void hsds__what_is_wrong__is_found(void **state)
{
	static const struct {
		const char *file, *old, *new;
	} wrong[] = {
		{ "services.csv", ",active,", ",open,,,,,,," },
		{ "services.csv", "active", "open" },
		{ "services.csv", "https://www.example.org", "www.example.org" },
		{ "services.csv", "\r\n", "\n" },
		{ "services.csv", "id,organization_id", "id,organisation_id" },
		{ "organizations.csv", "0", "1" },
		{ "addresses.csv", "LS1 7ZZ", "" },
		{ "datapackage.json", "\"primaryKey\": \"id\"", "\"primaryKey\": \"name\"" },
		{ "datapackage.json", "\"uuid\"", "\"uid\"" },
		{ "datapackage.json", "]", "" },
	};
	struct bench *b = *state;
	struct service s = service_blank;
	struct hsds_entry x = { .service = &s };

	s.id.n = 1;
	s.name = "Lunch club";
	s.status = SERVICE_ACTIVE;
	s.url = "www.example.org";
	s.postcode = "LS1 7ZZ";
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		struct hsds h = begin(b, "a", IDENTITY);
		const char *text, *at;
		FILE *f;

		hsds_put(&h, &x);
		end(b, &h);
		assert_int_equal(hsds_check(in_folder(b, "a"), &b->a).n, 0);
		text = hsds_file(in_folder(b, "a"), wrong[i].file, &b->a);
		at = strstr(text, wrong[i].old);
		assert_non_null(at);
		f = fopen(in_folder(b, arena_printf(&b->a, "a/%s", wrong[i].file)), "w");
		assert_non_null(f);
		fprintf(f, "%.*s%s%s", (int)(at - text), text, wrong[i].new,
		        at + strlen(wrong[i].old));
		fclose(f);
		assert_int_not_equal(hsds_check(in_folder(b, "a"), &b->a).n, 0);
		remove_package(b, "a");
	}
}

/* ---- what one entry says ---- */

static struct service named(const char *name)
{
	struct service x = service_blank;

	x.id.n = 1;
	x.name = name;
	x.status = SERVICE_ACTIVE;
	return x;
}

static void hsds__an_address__is_taken_apart_as_far_as_is_sure(void **state)
{
	struct bench *b = *state;
	struct service s = named("Drop-in");
	struct hsds_entry x = { .service = &s };
	struct hsds_rows rows;

	s.address = "Lantern House, Bobbin Street, Leeds LS1, LS1 7ZZ";
	s.postcode = "LS1 7ZZ";
	rows = one(b, &x, "addresses.csv");
	assert_string_equal(hsds_cell(&rows, 1, "address_1"), "Lantern House");
	assert_string_equal(hsds_cell(&rows, 1, "address_2"), "Bobbin Street");
	assert_string_equal(hsds_cell(&rows, 1, "city"), "Leeds LS1");
	assert_string_equal(hsds_cell(&rows, 1, "postal_code"), "LS1 7ZZ");
	assert_string_equal(hsds_cell(&rows, 1, "state_province"), "England");
	assert_string_equal(hsds_cell(&rows, 1, "country"), "GB");
}

static void hsds__a_town_that_nobody_wrote__is_not_made_up(void **state)
{
	struct bench *b = *state;
	struct service s = named("Drop-in");
	struct hsds_entry x = { .service = &s };
	struct hsds_rows rows;

	s.address = "12 High Street";
	s.postcode = "LS1 7ZZ";
	rows = one(b, &x, "addresses.csv");
	assert_string_equal(hsds_cell(&rows, 1, "address_1"), "12 High Street");
	assert_string_equal(hsds_cell(&rows, 1, "city"), HSDS_NOT_RECORDED);
}

static void hsds__an_address_without_a_postcode__stands_in_words(void **state)
{
	struct bench *b = *state;
	struct service s = named("Drop-in");
	struct hsds_entry x = { .service = &s };
	struct hsds_rows rows;

	s.address = "The old school, Otley";
	rows = one(b, &x, "locations.csv");
	assert_string_equal(hsds_cell(&rows, 1, "description"), "The old school, Otley");
	assert_int_equal(hsds_read(in_folder(b, "a"), "addresses.csv", &b->a).n, 0);
}

static void hsds__a_full_service__says_so_in_its_alert(void **state)
{
	struct bench *b = *state;
	struct service s = named("Counselling");
	struct hsds_entry x = { .service = &s };
	struct hsds_rows rows;

	s.status = SERVICE_FULL;
	s.alert = "New number soon.";
	rows = one(b, &x, "services.csv");
	assert_string_equal(hsds_cell(&rows, 1, "status"), "active");
	assert_string_equal(hsds_cell(&rows, 1, "alert"),
	                    "New number soon.\n\nTakes nobody new at present.");
}

static void hsds__a_closed_service__is_defunct_or_shut_for_a_time(void **state)
{
	struct bench *b = *state;
	struct service s = named("Lunch club");
	struct hsds_entry x = { .service = &s };
	struct hsds_rows rows;

	s.status = SERVICE_CLOSED;
	rows = one(b, &x, "services.csv");
	assert_string_equal(hsds_cell(&rows, 1, "status"), "defunct");
	remove_package(b, "a");
	s.status = SERVICE_CLOSED_UNTIL;
	s.closed_until = 20800;
	rows = one(b, &x, "services.csv");
	assert_string_equal(hsds_cell(&rows, 1, "status"), "temporarily closed");
	assert_non_null(strstr(hsds_cell(&rows, 1, "alert"), "2026"));
}

static void hsds__an_address_of_the_web__is_a_uri_or_words(void **state)
{
	struct bench *b = *state;
	struct service s = named("Lunch club");
	struct hsds_entry x = { .service = &s };
	struct hsds_rows rows;

	s.url = "www.example.org";
	s.email = "ask at the desk";
	rows = one(b, &x, "services.csv");
	assert_string_equal(hsds_cell(&rows, 1, "url"), "https://www.example.org");
	assert_string_equal(hsds_cell(&rows, 1, "email"), "");
	assert_string_equal(hsds_cell(&rows, 1, "description"), "ask at the desk");
}

static void hsds__a_month_and_a_week__are_rules_of_their_kind(void **state)
{
	struct bench *b = *state;
	struct service s = named("Lunch club");
	struct service_time times[] = { service_time_blank, service_time_blank };
	struct hsds_entry x = { .service = &s, .times = { 2, times } };
	struct hsds_rows rows;

	times[0].id.n = 1;
	times[0].every = EVERY_WEEK;
	times[0].step = 2;
	times[0].days = "MO;WE";
	times[0].opens = 9 * 60 + 30;
	times[0].closes = 24 * 60;
	times[0].from_on = 20780;
	times[1].id.n = 2;
	times[1].every = EVERY_MONTH;
	times[1].step = 1;
	times[1].days = "1MO;15";
	rows = one(b, &x, "schedules.csv");
	assert_string_equal(hsds_cell(&rows, 1, "freq"), "WEEKLY");
	assert_string_equal(hsds_cell(&rows, 1, "interval"), "2");
	assert_string_equal(hsds_cell(&rows, 1, "byday"), "MO,WE");
	assert_string_equal(hsds_cell(&rows, 1, "dtstart"), day_iso(20780, &b->a));
	assert_string_equal(hsds_cell(&rows, 1, "opens_at"), "09:30:00");
	assert_string_equal(hsds_cell(&rows, 1, "closes_at"), "23:59:00");
	assert_string_equal(hsds_cell(&rows, 2, "freq"), "MONTHLY");
	assert_string_equal(hsds_cell(&rows, 2, "byday"), "1MO");
	assert_string_equal(hsds_cell(&rows, 2, "bymonthday"), "15");
}

static void hsds__ids__are_kept_when_they_are_uuids(void **state)
{
	struct bench *b = *state;
	struct service s = named("Lunch club");
	struct hsds_entry x = { .service = &s };
	struct hsds_rows rows;

	s.external_id = "ae8b7eaf-7e7d-4128-a403-ae097f146356";
	rows = one(b, &x, "services.csv");
	assert_string_equal(hsds_cell(&rows, 1, "id"), s.external_id);
	remove_package(b, "a");
	s.external_id = "service 12";
	rows = one(b, &x, "services.csv");
	assert_true(uuid_is(hsds_cell(&rows, 1, "id")));
}

/* ---- the folder ---- */

static void package__a_folder_that_is_there__is_kept(void **state)
{
	struct bench *b = *state;
	struct service s = named("Lunch club");
	struct hsds_entry x = { .service = &s };
	struct package *p;
	const char *fault = "";

	one(b, &x, "services.csv");
	assert_int_equal(package_open(in_folder(b, "a"), FILE_KEEP_EXISTING, &b->a, &p, &fault),
	                 E_EXISTS);
	assert_non_null(strstr(fault, "was kept"));
	hsds_assert_valid(in_folder(b, "a"));
}

static void package__one_that_is_replaced__gives_way_as_a_whole(void **state)
{
	struct bench *b = *state;
	struct service s = named("Lunch club");
	struct hsds_entry x = { .service = &s };
	struct hsds h = { .identity = IDENTITY, .assurer = "", .concerns = &b->concerns };
	const char *fault = "";
	struct stat st;

	s.phone = "0113 496 0000";
	one(b, &x, "services.csv");
	s.phone = "";
	assert_int_equal(package_open(in_folder(b, "a"), FILE_REPLACE, &b->a, &h.package, &fault),
	                 OK);
	hsds_put(&h, &x);
	end(b, &h);
	hsds_assert_valid(in_folder(b, "a"));
	assert_int_equal(hsds_read(in_folder(b, "a"), "phones.csv", &b->a).n, 0);
	assert_int_equal(stat(in_folder(b, "a"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
}

static void package__a_folder_with_other_things__is_never_replaced(void **state)
{
	struct bench *b = *state;
	struct package *p;
	const char *fault = "";
	FILE *f;

	assert_int_equal(mkdir(in_folder(b, "a"), 0700), 0);
	f = fopen(in_folder(b, "a/letter.odt"), "w");
	assert_non_null(f);
	fclose(f);
	assert_int_equal(package_open(in_folder(b, "a"), FILE_REPLACE, &b->a, &p, &fault), E_IO);
	assert_non_null(strstr(fault, "other things"));
	assert_int_equal(access(in_folder(b, "a/letter.odt"), F_OK), 0);
}

static void package__what_is_dropped__leaves_nothing(void **state)
{
	struct bench *b = *state;
	struct dice d = dice_begin("hsds");
	struct hsds h = begin(b, "a", IDENTITY);

	hsds_put_made(&h, &d, 5);
	package_drop(h.package);
	hsds_done(&h);
	assert_int_equal(access(in_folder(b, "a"), F_OK), -1);
	/* rmdir() of the folder in tear_down() fails when anything else were left. */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(hsds__two_thousand_hostile_entries__make_a_valid_package),
		TEST(hsds__the_same_entries__make_the_same_package),
		TEST(hsds__what_staff_wrote__is_in_no_file),
		TEST(hsds__what_is_wrong__is_found),
		TEST(hsds__an_address__is_taken_apart_as_far_as_is_sure),
		TEST(hsds__a_town_that_nobody_wrote__is_not_made_up),
		TEST(hsds__an_address_without_a_postcode__stands_in_words),
		TEST(hsds__a_full_service__says_so_in_its_alert),
		TEST(hsds__a_closed_service__is_defunct_or_shut_for_a_time),
		TEST(hsds__an_address_of_the_web__is_a_uri_or_words),
		TEST(hsds__a_month_and_a_week__are_rules_of_their_kind),
		TEST(hsds__ids__are_kept_when_they_are_uuids),
		TEST(package__a_folder_that_is_there__is_kept),
		TEST(package__one_that_is_replaced__gives_way_as_a_whole),
		TEST(package__a_folder_with_other_things__is_never_replaced),
		TEST(package__what_is_dropped__leaves_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
