#include "store/store.h"

#include "handle.h"
#include "migrate.h"
#include "pragmas.h"
#include "stmt.h"

#include "fixture.h"
#include "store/change.h"
#include "store/settings.h"
#include "test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A folder of its own for every test; paths in it belong to the arena. */
struct place {
	struct arena arena;
	const char *folder, *file;
	struct store *store;
};

static int place_setup(void **state)
{
	struct place *p = calloc(1, sizeof(*p));
	char *folder;

	assert_non_null(p);
	folder = arena_strdup(&p->arena, "/tmp/clew-test-XXXXXX");
	assert_non_null(mkdtemp(folder));
	p->folder = folder;
	p->file = arena_printf(&p->arena, "%s/a/b/case.db", folder);
	*state = p;
	return 0;
}

static int place_teardown(void **state)
{
	struct place *p = *state;
	static const char *const names[] = { "a/b/case.db",
		                             "a/b/case.db-journal",
		                             "a/b/case.db.lock",
		                             "a/b/case.db.before-upgrade",
		                             "a/b/link",
		                             "a/b",
		                             "a",
		                             "" };

	store_close(p->store);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		remove(arena_printf(&p->arena, "%s/%s", p->folder, names[i]));
	arena_reset(&p->arena);
	free(p);
	return 0;
}

static void create(struct place *p)
{
	if (store_create(p->file, NULL, false, &p->store) != OK)
		fail_msg("%s", store_fault(p->store));
}

static enum status reopen(struct place *p, enum store_mode mode)
{
	store_close(p->store);
	return store_open(p->file, NULL, mode, &p->store);
}

static void settle(struct place *p)
{
	store_close(p->store);
	p->store = NULL;
}

static void write_file(struct place *p, const char *text)
{
	FILE *f;

	mkdir(arena_printf(&p->arena, "%s/a", p->folder), 0700);
	mkdir(arena_printf(&p->arena, "%s/a/b", p->folder), 0700);
	f = fopen(p->file, "w");
	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
	assert_int_equal(chmod(p->file, 0600), 0);
}

static unsigned mode_of(const char *path)
{
	struct stat s;

	assert_int_equal(stat(path, &s), 0);
	return s.st_mode & 07777;
}

static void store_create__makes_file_and_folders_for_the_user_alone(void **state)
{
	struct place *p = *state;

	umask(0);
	create(p);
	assert_int_equal(mode_of(p->file), 0600);
	assert_int_equal(mode_of(arena_printf(&p->arena, "%s/a/b", p->folder)), 0700);
	assert_int_equal(mode_of(arena_printf(&p->arena, "%s/a", p->folder)), 0700);
	umask(022);
}

static void store_create__leaves_a_file_that_is_there_as_it_is(void **state)
{
	struct place *p = *state;

	write_file(p, "something dear");
	assert_int_equal(store_create(p->file, NULL, false, &p->store), E_EXISTS);
	assert_non_null(strstr(store_fault(p->store), "was left as it is"));
	settle(p);
	assert_int_equal(mode_of(p->file) & 0600, 0600);
}

static void assert_setting(struct store *st, const char *pragma, const char *want)
{
	struct arena a = { 0 };

	assert_string_equal(store_text(st, pragma, &a), want);
	arena_reset(&a);
}

static void assert_settings(struct store *st)
{
	assert_setting(st, "PRAGMA journal_mode", "truncate");
	assert_setting(st, "PRAGMA synchronous", "3");
	assert_setting(st, "PRAGMA foreign_keys", "1");
	assert_setting(st, "PRAGMA temp_store", "2");
	assert_setting(st, "PRAGMA mmap_size", "0");
	assert_setting(st, "PRAGMA secure_delete", "1");
	assert_setting(st, "PRAGMA cell_size_check", "1");
	assert_setting(st, "PRAGMA busy_timeout", "5000");
	assert_setting(st, "PRAGMA recursive_triggers", "1");
	assert_setting(st, "PRAGMA trusted_schema", "0");
	assert_setting(st, "PRAGMA page_size", "4096");
}

static void store_open__sets_every_setting(void **state)
{
	struct place *p = *state;
	int defensive = 0, reserve = -1;

	create(p);
	assert_settings(p->store);
	assert_int_equal(reopen(p, STORE_WRITE), OK);
	assert_settings(p->store);
	sqlite3_db_config(p->store->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
	assert_int_equal(defensive, 1);
	assert_int_equal(sqlite3_limit(p->store->db, SQLITE_LIMIT_ATTACHED, -1), 1);
	sqlite3_file_control(p->store->db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
	assert_int_equal(reserve, PAGE_RESERVE);
	assert_int_equal(reopen(p, STORE_READ_ONLY), OK);
	assert_settings(p->store);
}

static void store_create__keeps_40_bytes_free_in_every_page(void **state)
{
	struct place *p = *state;
	unsigned char header[100];
	int fd;

	create(p);
	settle(p);
	fd = open(p->file, O_RDONLY | O_CLOEXEC);
	assert_int_equal(read(fd, header, sizeof(header)), 100);
	close(fd);
	assert_int_equal(header[20], 40);
	assert_memory_equal(header + 68, "clew", 4); /* application_id */
}

static void store_open__refuses__a_file_without_them(void **state)
{
	struct place *p = *state;
	sqlite3 *db;

	create(p);
	settle(p);
	assert_int_equal(sqlite3_open(p->file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &(int){ 48 }),
	                 SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "VACUUM", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
	assert_int_equal(reopen(p, STORE_WRITE), E_DAMAGED);
	assert_non_null(strstr(store_fault(p->store), "another program"));
}

static void store_open__says_what_is_wrong(void **state)
{
	struct place *p = *state;
	char not_ours[2048];

	assert_int_equal(reopen(p, STORE_WRITE), E_NOT_FOUND);
	write_file(p, "");
	assert_int_equal(reopen(p, STORE_WRITE), E_DAMAGED);
	assert_non_null(strstr(store_fault(p->store), "is empty"));
	memset(not_ours, 'x', sizeof(not_ours));
	not_ours[sizeof(not_ours) - 1] = '\0';
	write_file(p, not_ours);
	assert_int_equal(reopen(p, STORE_WRITE), E_DAMAGED);
	assert_string_equal(store_fault(p->store), "This is not a case file of clew.");
	p->file = p->folder;
	assert_int_equal(reopen(p, STORE_WRITE), E_DAMAGED);
	assert_non_null(strstr(store_fault(p->store), "is a folder"));
}

static void store_open__refuses_a_file_that_everybody_can_get_at(void **state)
{
	struct place *p = *state;

	create(p);
	assert_int_equal(chmod(p->file, 0604), 0);
	assert_int_equal(reopen(p, STORE_WRITE), E_DENIED);
	assert_non_null(strstr(store_fault(p->store), "chmod 600"));
	assert_int_equal(chmod(p->file, 0600), 0);
	assert_int_equal(reopen(p, STORE_WRITE), OK);
}

static void store_open__follows_no_link(void **state)
{
	struct place *p = *state;
	const char *link;

	create(p);
	link = arena_printf(&p->arena, "%s/a/b/link", p->folder);
	assert_int_equal(symlink(p->file, link), 0);
	p->file = link;
	assert_int_equal(reopen(p, STORE_WRITE), E_IO);
	assert_non_null(strstr(store_fault(p->store), "is a link"));
}

static void damage(struct place *p, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(p->file, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void store_open__refuses__what_a_newer_clew_or_another_program_made(void **state)
{
	struct place *p = *state;

	create(p);
	settle(p);
	damage(p, "PRAGMA user_version = 999");
	assert_int_equal(reopen(p, STORE_WRITE), E_DAMAGED);
	assert_non_null(strstr(store_fault(p->store), "made by a newer clew"));
	settle(p);
	damage(p, "PRAGMA user_version = 1; PRAGMA application_id = 7");
	assert_int_equal(reopen(p, STORE_WRITE), E_DAMAGED);
	assert_non_null(strstr(store_fault(p->store), "another program made it"));
}

static void store_open__says_so__when_a_table_is_gone(void **state)
{
	struct place *p = *state;
	sqlite3_stmt *q;

	create(p);
	settle(p);
	damage(p, "DROP TABLE draft");
	assert_int_equal(reopen(p, STORE_WRITE), OK);
	assert_int_equal(stmt_borrow(p->store, &q, SQL("SELECT id FROM draft")), E_DAMAGED);
	assert_non_null(strstr(store_fault(p->store), "no such table"));
}

static void schema_set_aside__makes_a_private_copy__until_the_next_good_start(void **state)
{
	struct place *p = *state;
	const char *name = arena_printf(&p->arena, "%s.before-upgrade", p->file);
	struct store *copy;

	create(p);
	store_sql(p->store, "INSERT INTO setting (name, value) VALUES ('a', '1')");
	umask(0);
	p->store->leave = LEAVE_FREE; /* as it is while a file is opened */
	assert_int_equal(schema_set_aside(p->store), OK);
	assert_int_equal(schema_set_aside(p->store), OK); /* one that was left behind is replaced */
	umask(022);
	assert_int_equal(mode_of(name), 0600);
	assert_int_equal(store_open(name, NULL, STORE_READ_ONLY, &copy), OK);
	assert_int_equal(store_int(copy, "SELECT count(*) FROM setting"), 1);
	store_close(copy);
	assert_int_equal(reopen(p, STORE_READ_ONLY), OK);
	assert_int_equal(access(name, F_OK), 0);
	assert_int_equal(reopen(p, STORE_WRITE), OK);
	assert_int_not_equal(access(name, F_OK), 0);
}

/* Written under another file's key, every later event would break the chain. */
static void store_open__refuses_the_key_of_another_file(void **state)
{
	struct place *p = *state;
	struct key other = { { 7 } };
	struct account_id nobody = { 0 };
	struct change c = { 0 };

	create(p);
	assert_int_equal(reopen(p, STORE_WRITE), OK); /* nothing yet to compare with */
	assert_int_equal(change_begin(&c, p->store, nobody, 1795424400, "a setting"), OK);
	assert_int_equal(change_end(&c, setting_put(&c, "a", "1")), OK);
	store_close(p->store);
	assert_int_equal(store_open(p->file, &other, STORE_READ_ONLY, &p->store), E_CONFLICT);
	assert_non_null(strstr(store_fault(p->store), "belongs to another case file"));
	store_close(p->store);
	assert_int_equal(store_open(p->file, &other, STORE_WRITE, &p->store), E_CONFLICT);
	assert_int_equal(reopen(p, STORE_WRITE), OK);
}

static void store_kind__tells_case_practice_and_demonstration_apart(void **state)
{
	struct place *p = *state;
	struct store *memory;

	assert_int_equal(store_create(p->file, NULL, true, &p->store), OK);
	assert_true(store_practice(p->store));
	assert_int_equal(reopen(p, STORE_WRITE), OK);
	assert_int_equal(store_kind(p->store), STORE_PRACTICE);
	assert_int_equal(store_open_memory(NULL, &memory), OK);
	assert_int_equal(store_kind(memory), STORE_DEMO);
	store_close(memory);
	settle(p);
	remove(p->file);
	create(p);
	assert_false(store_practice(p->store));
}

static void store_open_image__is_a_copy_that_can_be_written(void **state)
{
	struct fixture *f = fixture_open();
	struct buf image = { 0 };
	struct store *copy;
	struct arena a = { 0 };

	UNUSED_STATE;
	assert_int_equal(store_image(f->store, &image), OK);
	assert_int_equal(store_open_image(buf_str(&image), NULL, &copy), OK);
	buf_wipe(&image);
	store_sql(copy, "UPDATE setting SET value = 'x'");
	assert_string_equal(store_text(copy, "SELECT value FROM setting", &a), "x");
	assert_string_equal(fixture_text(f, "SELECT value FROM setting"), "Riverside link workers");
	assert_int_equal(store_int(copy, "PRAGMA foreign_keys"), 1);
	arena_reset(&a);
	store_close(copy);
	fixture_close(f);
}

static void store_open_image__refuses__what_is_no_image(void **state)
{
	struct store *st;

	UNUSED_STATE;
	assert_int_equal(store_open_image(STR("not a case file, but long enough to be looked at"),
	                                  NULL, &st),
	                 E_DAMAGED);
	store_close(st);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, place_setup, place_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(store_create__makes_file_and_folders_for_the_user_alone),
		TEST(store_create__leaves_a_file_that_is_there_as_it_is),
		TEST(store_open__sets_every_setting),
		TEST(store_create__keeps_40_bytes_free_in_every_page),
		TEST(store_open__refuses__a_file_without_them),
		TEST(store_open__says_what_is_wrong),
		TEST(store_open__refuses_a_file_that_everybody_can_get_at),
		TEST(store_open__follows_no_link),
		TEST(store_open__refuses__what_a_newer_clew_or_another_program_made),
		TEST(store_open__says_so__when_a_table_is_gone),
		TEST(schema_set_aside__makes_a_private_copy__until_the_next_good_start),
		TEST(store_open__refuses_the_key_of_another_file),
		TEST(store_kind__tells_case_practice_and_demonstration_apart),
		cmocka_unit_test(store_open_image__is_a_copy_that_can_be_written),
		cmocka_unit_test(store_open_image__refuses__what_is_no_image),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
