/* What leaves as a package comes in again: the directory of another case file then says the same. */
#include "test.h"

#include "casework/export_package.h"
#include "casework/import_services.h"
#include "fixture.h"
#include "hsds_check.h"
#include "package_made.h"
#include "session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SERVICES 150

/* Of each file what stands in it besides ids, which are another file's. */
static const struct {
	const char *file, *columns;
} compared[] = {
	{ "services.csv",
	  "id;name;alternate_name;description;url;email;status;interpretation_services;"
	  "application_process;fees_description;wait_time;accreditations;eligibility_description;"
	  "minimum_age;maximum_age;alert" },
	{ "organizations.csv", "id;name;alternate_name;description;email;website;legal_status" },
	{ "organization_identifiers.csv", "identifier_scheme;identifier" },
	{ "phones.csv", "number;extension;description" },
	{ "schedules.csv",
	  "freq;interval;byday;bymonthday;opens_at;closes_at;valid_from;valid_to;description" },
	{ "cost_options.csv", "option;amount;amount_description;valid_from;valid_to" },
	{ "service_areas.csv", "service_id;extent" },
	{ "languages.csv", "service_id;name" },
	{ "accessibility.csv", "description" },
	{ "addresses.csv", "address_1;address_2;city;postal_code" },
	{ "locations.csv", "location_type;name;transportation" },
	{ "taxonomies.csv", "name;version" },
	{ "taxonomy_terms.csv", "code;name;taxonomy" },
	{ "attributes.csv", "link_id;link_entity" },
	{ "service_at_location.csv", "service_id" },
	{ "contacts.csv", "name;title;email" },
	{ "required_documents.csv", "service_id;document" },
};

static int by_text(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The rows in those columns, sorted. */
static const char **rows_of(const char *folder, size_t i, size_t *n, struct arena *a)
{
	struct hsds_rows rows = hsds_read(folder, compared[i].file, a);
	const char **lines = ARENA_ARRAY(a, rows.n + 1, const char *);

	*n = rows.n > 0 ? rows.n - 1 : 0;
	for (size_t row = 1; row < rows.n; row++) {
		struct str rest = str_of(compared[i].columns), one;
		const char *line = "";

		while (str_cut(&rest, ';', &one))
			line = arena_printf(a, "%s|%s", line,
			                    hsds_cell(&rows, row, arena_str(a, one)));
		lines[row - 1] = line;
	}
	if (*n > 0)
		qsort(lines, *n, sizeof(*lines), by_text);
	return lines;
}

static int differences(const char *before, const char *after, size_t i, struct arena *a)
{
	size_t n, m, at = 0, to = 0;
	const char **x = rows_of(before, i, &n, a), **y = rows_of(after, i, &m, a);
	int bad = 0;

	while (at < n || to < m) {
		int order = at == n ? 1 : to == m ? -1 : strcmp(x[at], y[to]);

		if (order != 0 && ++bad <= 6)
			print_error("%s %s %.300s\n", compared[i].file, order < 0 ? "-" : "+",
			            order < 0 ? x[at] : y[to]);
		at += order <= 0;
		to += order >= 0;
	}
	return bad;
}

static void take(struct workplace *w, const char *folder)
{
	struct import_options how = { .path = folder, .feed = "Leeds directory" };
	struct import_report report = { 0 };
	enum status rc = casework_import_services(w->session, &how, NULL, &w->arena, &report);

	if (rc != OK)
		print_error("%s\n", session_fault(w->session));
	assert_true(rc == OK || rc == E_PART);
}

static void leave(struct workplace *w, const char *folder)
{
	const struct export_package o = { .path = folder, .people = true };
	struct export_package_done done;

	w->session->proved_at = w->session->now;
	assert_int_equal(casework_export_package(w->session, &o, NULL, &w->arena, &done), OK);
	assert_true(done.services > 0);
	hsds_assert_valid(folder);
}

static void package__that_leaves__comes_in_the_same(void **state)
{
	char folder[] = "/tmp/clew-round-XXXXXX";
	struct arena a = { 0 };
	const char *made, *first, *second;
	struct workplace *w;
	int bad = 0;

	UNUSED_STATE;
	assert_non_null(mkdtemp(folder));
	made = arena_printf(&a, "%s/made", folder);
	first = arena_printf(&a, "%s/first", folder);
	second = arena_printf(&a, "%s/second", folder);
	package_make(&(struct package_made){ made, SERVICES, 7, 0 });
	w = workplace_open();
	take(w, made);
	leave(w, first);
	workplace_close(w);
	w = workplace_open();
	take(w, first);
	leave(w, second);
	workplace_close(w);
	for (size_t i = 0; i < COUNT_OF(compared); i++)
		bad += differences(first, second, i, &a);
	package_unmake(made);
	package_unmake(first);
	package_unmake(second);
	remove(folder);
	assert_int_equal(bad, 0);
	arena_reset(&a);
}

/* What HSDS must have and nobody wrote is not taken for what somebody wrote. */
static void package__what_was_not_recorded__is_not_taken_in(void **state)
{
	char folder[] = "/tmp/clew-round-XXXXXX";
	struct workplace *w = workplace_open();
	struct arena a = { 0 };
	const char *made = arena_printf(&a, "%s/made", mkdtemp(folder));

	UNUSED_STATE;
	store_sql(w->session->store,
	          "INSERT INTO service (name, address, postcode, access)"
	          " VALUES ('Lunch club', '12 High Street', 'LS1 7ZZ', 'drop-in')");
	leave(w, made);
	workplace_close(w);
	w = workplace_open();
	take(w, made);
	assert_string_equal(store_text(w->session->store,
	                               "SELECT address || '; ' || postcode || '; ' || access"
	                               "  FROM service WHERE name = 'Lunch club'",
	                               &w->arena),
	                    "12 High Street; LS1 7ZZ; drop-in");
	assert_int_equal(store_int(w->session->store, "SELECT count(*) FROM service_tag"), 0);
	package_unmake(made);
	remove(folder);
	workplace_close(w);
	arena_reset(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(package__what_was_not_recorded__is_not_taken_in),
		cmocka_unit_test(package__that_leaves__comes_in_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
