#include "vault_fixture.h"

#include "keyfile.h"

/*
 * The manual page holds a key file for whoever writes another reader. This one must read it too:
 * the format stays what the page says.
 */
static void page_example(struct buf *ret)
{
	struct buf page = { 0 };
	struct str rest, line;
	const char *start;

	assert_int_equal(file_read(CLEW_SOURCE_DIR "/man/clew-file.5", 1 << 20, &page), OK);
	start = strstr(buf_text(&page), "\nclew-keys 1\n");
	assert_non_null(start);
	rest = str_of(start + 1);
	while (str_cut(&rest, '\n', &line) && !str_is(line, ".Ed")) {
		bool goes_on = line.n > 2 && memcmp(line.at + line.n - 2, "\\e", 2) == 0;

		buf_add(ret, (struct str){ line.at, line.n - (goes_on ? 2 : 0) });
		if (!goes_on)
			buf_putc(ret, '\n');
	}
	buf_done(&page);
}

static void keyfile__of_the_manual_page_opens(void **state)
{
	static const char recovery[] =
		"AGE-SECRET-KEY-10PD8PCU8XGH22EATS872FGPA7RHZDP573LNUKDTXLDM20NNMDKTSCVUAY5";
	static const char key[] =
		"b26326b4a5335cc9b8dfcfb4d9f6bb746c5162174d49dd6b5d1346438c43b922";
	struct vault_fixture *f = *state;
	struct buf text = { 0 };
	struct keyring ring = { 0 };
	char hex[DIGEST_HEX_ROOM];

	page_example(&text);
	vault_fixture_write(f, ".keys", buf_str(&text));
	buf_done(&text);
	assert_int_equal(keys_open(&f->k, "margaret", RIGHT, &ring), OK);
	digest_hex(ring.at[0].bytes, hex);
	assert_string_equal(hex, key);
	memset(&ring, 0, sizeof(ring));
	assert_int_equal(keys_open_recovery(&f->k, str_of(recovery), &ring), OK);
	digest_hex(ring.at[0].bytes, hex);
	assert_string_equal(hex, key);
}

/* The sum covers all but itself, so its own text must be exact: byte af is no /. */
static void keyfile_parse__takes_no_other_byte_for_a_slash(void **state)
{
	struct vault_fixture *f = *state;
	struct buf text = { 0 };
	struct keyfile file, again;
	char *slash = NULL;

	vault_fixture_read(f, ".keys", &text);
	assert_int_equal(keyfile_parse(buf_str(&text), &f->a, &file), KEYFILE_READ);
	for (int i = 0; i < 64 && !slash; i++) {
		file.slots.at[0].name = arena_printf(&f->a, "Margaret %d", i);
		keyfile_print(&file, &f->ring, &text);
		slash = memchr(text.at + text.n - 45, '/', 45);
	}
	assert_non_null(slash);
	assert_int_equal(keyfile_parse(buf_str(&text), &f->a, &again), KEYFILE_READ);
	*slash = (char)0xaf;
	assert_int_equal(keyfile_parse(buf_str(&text), &f->a, &again), KEYFILE_DAMAGED);
	buf_done(&text);
}

static void keyfile_print__gives_what_was_read(void **state)
{
	struct vault_fixture *f = *state;
	struct buf text = { 0 }, again = { 0 };
	struct keyfile file;

	vault_fixture_read(f, ".keys", &text);
	assert_int_equal(keyfile_parse(buf_str(&text), &f->a, &file), KEYFILE_READ);
	assert_true(keyfile_true(&file, &f->ring));
	keyfile_print(&file, &f->ring, &again);
	assert_string_equal(buf_text(&again), buf_text(&text));
	buf_done(&text);
	buf_done(&again);
}

/* A text with its sum mended, so that what is wrong with it is met behind the sum. */
static enum keyfile_reading parse_summed(struct vault_fixture *f, const char *body)
{
	uint8_t sum[DIGEST_BYTES];
	struct buf text = { 0 };
	struct keyfile file;
	enum keyfile_reading reading;
	struct digest d;
	char base64[64];

	digest_init(&d, NULL, "keysfile");
	digest_add(&d, body, strlen(body));
	digest_end(&d, sum);
	sodium_bin2base64(base64, sizeof(base64), sum, sizeof(sum), sodium_base64_VARIANT_ORIGINAL);
	buf_printf(&text, "%ssum %s\n", body, base64);
	reading = keyfile_parse(buf_str(&text), &f->a, &file);
	buf_done(&text);
	return reading;
}

static void keyfile_parse__refuses_lines_out_of_place(void **state)
{
	struct vault_fixture *f = *state;
	struct buf text = { 0 }, part = { 0 };
	struct str rest, line;

	vault_fixture_read(f, ".keys", &text);
	text.at[text.n - (sizeof("sum ") - 1 + 44 + 1)] = '\0';
	assert_int_equal(parse_summed(f, text.at), KEYFILE_READ);
	rest = str_of(text.at);
	while (str_cut(&rest, '\n', &line) && line.n > 0) {
		buf_clear(&part);
		buf_add(&part, (struct str){ text.at, (size_t)(line.at - text.at) });
		buf_puts(&part, line.at + line.n + 1);
		assert_int_equal(parse_summed(f, buf_text(&part)), KEYFILE_DAMAGED);
		buf_clear(&part);
		buf_add(&part, (struct str){ text.at, (size_t)(line.at - text.at) + line.n + 1 });
		buf_puts(&part, line.at);
		assert_int_equal(parse_summed(f, buf_text(&part)), KEYFILE_DAMAGED);
	}
	buf_done(&text);
	buf_done(&part);
}

#define WITH_KEYS(test) \
	cmocka_unit_test_setup_teardown(test, vault_fixture_open, vault_fixture_done)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_KEYS(keyfile__of_the_manual_page_opens),
		WITH_KEYS(keyfile_parse__takes_no_other_byte_for_a_slash),
		WITH_KEYS(keyfile_print__gives_what_was_read),
		WITH_KEYS(keyfile_parse__refuses_lines_out_of_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
