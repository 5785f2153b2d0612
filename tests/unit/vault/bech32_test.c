#include "test.h"

#include "bech32.h"
#include "slot.h"

#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* The vectors of BIP-173. */
static void bech32__takes_valid_texts(void **state)
{
	static const char *const good[] = {
		"A12UEL5L",
		"a12uel5l",
		"an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1"
		"tt5tgs",
		"abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
		"11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq"
		"c8247j",
		"split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
		"?1ezyfcl",
	};
	size_t prefix;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(good); i++)
		if (!bech32_valid(str_of(good[i]), &prefix))
			fail_msg("refused: %s", good[i]);
}

static void bech32__refuses_invalid_texts(void **state)
{
	static const char *const bad[] = {
		" 1nwldj5",
		"\x7f"
		"1axkwrx",
		"\x80"
		"1eym55h",
		"an84characterslonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio"
		"1569pvx",
		"pzry9x0s0muk",
		"1pzry9x0s0muk",
		"x1b4n0q5v",
		"li1dgmt3",
		"de1lg7wt\xff",
		"A1G7SGD8",
		"10a06t8",
		"1qzzfhee",
		"a12UEL5L",
		"",
		"1",
	};
	size_t prefix;

	UNUSED_STATE;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		if (bech32_valid(str_of(bad[i]), &prefix))
			fail_msg("taken: %s", bad[i]);
}

static void bech32__gives_the_bytes_and_the_text_back(void **state)
{
	static const char text[] = "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw";
	static const uint8_t bytes[20] = { 0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54,
		                           0xb6, 0x35, 0xcf, 0x84, 0x65, 0x3a, 0x56,
		                           0xd7, 0xc6, 0x75, 0xbe, 0x77, 0xdf };
	uint8_t back[21] = { 0 };
	char out[64];

	UNUSED_STATE;
	assert_true(bech32_decode(str_of(text), "abcdef", back, 20));
	assert_memory_equal(back, bytes, sizeof(bytes));
	bech32_encode("abcdef", bytes, sizeof(bytes), out, sizeof(out));
	assert_string_equal(out, text);
	assert_false(bech32_decode(str_of(text), "abcdeg", back, 20));
	assert_false(bech32_decode(str_of(text), "abcdef", back, 19));
	assert_false(bech32_decode(str_of(text), "abcdef", back, 21));
}

/* An identity, and what age-keygen -y 1.1.1 says of it. */
static const char identity[] =
	"AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0";
static const char recipient[] = "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef";

static void recovery__agrees_with_age(void **state)
{
	uint8_t secret[SECRET_BYTES], public[PUBLIC_BYTES];
	char text[RECIPIENT_ROOM];

	UNUSED_STATE;
	assert_true(recovery_parse(str_of(identity), secret, public));
	bech32_encode("age", public, sizeof(public), text, sizeof(text));
	assert_string_equal(text, recipient);
}

static void recovery__reads_what_people_type(void **state)
{
	uint8_t secret[SECRET_BYTES], wanted[PUBLIC_BYTES], public[PUBLIC_BYTES] = { 0 };
	char grouped[RECOVERY_GROUPED_ROOM], typed[2 * RECOVERY_GROUPED_ROOM];
	struct recovery r;
	size_t n = 0;

	UNUSED_STATE;
	recovery_make(&r, wanted);
	recovery_grouped(&r, grouped);
	assert_int_equal(strlen(grouped), RECOVERY_GROUPED_ROOM - 1);
	assert_int_equal(grouped[16], ' ');
	assert_int_equal(grouped[22], ' ');
	for (const char *c = grouped; *c; c++) {
		bool under = n % 2 == 0 && *c >= 'A' && *c <= 'Z';

		typed[n++] = under ? (char)(*c - 'A' + 'a') : *c;
		if (*c == ' ')
			typed[n++] = '\n';
	}
	assert_true(recovery_parse((struct str){ typed, n }, secret, public));
	assert_memory_equal(public, wanted, sizeof(public));
}

static void recovery__finds_every_single_mistake(void **state)
{
	uint8_t secret[SECRET_BYTES], public[PUBLIC_BYTES];
	char typed[sizeof(identity)];

	UNUSED_STATE;
	for (size_t i = 0; i < sizeof(identity) - 1; i++)
		for (const char *c = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L1BIO- "; *c; c++) {
			memcpy(typed, identity, sizeof(typed));
			if (typed[i] == *c)
				continue;
			typed[i] = *c;
			assert_false(recovery_parse(str_of(typed), secret, public));
		}
}

/* The recipient that age-keygen finds in an identity: identity in, recipient out, two pipes. */
static void age_recipient(const char *text, char *ret, size_t room)
{
	char *const arguments[] = { (char[]){ "age-keygen" }, (char[]){ "-y" }, NULL };
	posix_spawn_file_actions_t wiring;
	int in[2], out[2], status;
	size_t n = 0;
	ssize_t got;
	pid_t pid;

	assert_int_equal(pipe2(in, O_CLOEXEC), 0);
	assert_int_equal(pipe2(out, O_CLOEXEC), 0);
	posix_spawn_file_actions_init(&wiring);
	posix_spawn_file_actions_adddup2(&wiring, in[0], 0);
	posix_spawn_file_actions_adddup2(&wiring, out[1], 1);
	assert_int_equal(
		posix_spawn(&pid, "/usr/bin/age-keygen", &wiring, NULL, arguments, environ), 0);
	posix_spawn_file_actions_destroy(&wiring);
	close(in[0]);
	close(out[1]);
	assert_int_equal(write(in[1], text, strlen(text)), (int)strlen(text));
	close(in[1]);
	while ((got = read(out[0], ret + n, room - 1 - n)) > 0)
		n += (size_t)got;
	ret[n] = '\0';
	close(out[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static void recovery__is_read_by_age_itself(void **state)
{
	uint8_t public[PUBLIC_BYTES];
	char ours[RECIPIENT_ROOM], theirs[RECIPIENT_ROOM] = "";
	struct recovery r;

	UNUSED_STATE;
	if (access("/usr/bin/age-keygen", X_OK) != 0) {
		print_message("age-keygen is not installed: not compared with it\n");
		skip();
	}
	recovery_make(&r, public);
	bech32_encode("age", public, sizeof(public), ours, sizeof(ours));
	age_recipient(r.text, theirs, sizeof(theirs));
	assert_string_equal(theirs, ours);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bech32__takes_valid_texts),
		cmocka_unit_test(bech32__refuses_invalid_texts),
		cmocka_unit_test(bech32__gives_the_bytes_and_the_text_back),
		cmocka_unit_test(recovery__agrees_with_age),
		cmocka_unit_test(recovery__reads_what_people_type),
		cmocka_unit_test(recovery__finds_every_single_mistake),
		cmocka_unit_test(recovery__is_read_by_age_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
