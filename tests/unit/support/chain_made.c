#include "chain_made.h"

#include "fixture.h"
#include "test.h"

#include "store/change.h"

#include "../../../src/store/stmt.h"

#define NOW 1795424400

static const char *const texts[] = {
	"contact with Carter, Jane 1981",
	"opened",
	"",
	"two\nlines",
	"carriage\rreturn",
	"tab\tand \\ and '",
	"\x1b[2Jcleared",
	"\x1b]0;title\x07",
	"\xe2\x80\xae"
	"gnp.exe",
	"zero\xe2\x80\x8bwidth",
	"\xc2\x9b"
	"31mred",
	"1042 1795424400 0000",
	"Sat 21 Nov 11:20  Ben Ojo, opened it",
	"na\xc3\xafve \xf0\x9f\x90\x8c",
	"%s%n%x",
	"'); DROP TABLE event; --",
	"=1+1",
	"-- \"quoted\", and; more",
};

const char *const *chain_texts(size_t *n)
{
	*n = COUNT_OF(texts);
	return texts;
}

static const char *text(struct dice *d)
{
	return texts[dice_below(d, COUNT_OF(texts))];
}

static void run(struct change *c, const char *sql, const char *name, const char *value)
{
	sqlite3_stmt *q;

	assert_int_equal(stmt_borrow(c->st, &q, sql), OK);
	stmt_bind_text(q, ":name", name);
	stmt_bind_str(q, ":value", str_of(value));
	assert_int_equal(stmt_run(c->st, q), OK);
}

static void look(struct store *st, struct dice *d, int64_t at)
{
	static const char *const kinds[] = { "look", "sign_in", "lock", "denied", "print" };
	static const char *const vias[] = { NULL, "own", "reason", "anyway" };

	assert_int_equal(change_note(st, &(struct note_event){ .kind = kinds[dice_below(d, 5)],
	                                                       .who = { dice_below(d, 3) },
	                                                       .at = at,
	                                                       .what = text(d),
	                                                       .person = { dice_below(d, 4) },
	                                                       .via = vias[dice_below(d, 4)] }),
	                 OK);
}

/* One to four settings, put, changed or taken away. */
static void change(struct store *st, struct dice *d, int64_t at)
{
	static const char *const names[] = { "a", "b", "c", "d", "e", "f" };
	struct change c;

	assert_int_equal(change_begin(&c, st, (struct account_id){ dice_below(d, 3) }, at, text(d)),
	                 OK);
	for (uint32_t i = dice_below(d, 4) + 1; i > 0; i--)
		run(&c,
		    SQL("INSERT INTO setting (name, value) VALUES (:name, :value)"
		        " ON CONFLICT (name) DO UPDATE SET value = excluded.value, ver = ver + 1"),
		    names[dice_below(d, 6)], text(d));
	if (dice_below(d, 3) == 0)
		run(&c, SQL("DELETE FROM setting WHERE name = :name AND value <> :value"),
		    names[dice_below(d, 6)], "?");
	c.person.n = dice_below(d, 3);
	c.kind = dice_below(d, 4) == 0 ? "undo" : "change";
	c.undoes.n = c.kind[0] == 'u' ? dice_below(d, 50) + 1 : 0;
	assert_int_equal(change_end(&c, OK), OK);
}

static void import(struct store *st, struct dice *d, int64_t at)
{
	struct change c;

	assert_int_equal(change_begin(&c, st, (struct account_id){ 1 }, at, "import"), OK);
	c.kind = "import";
	c.file_hash = "00ff";
	for (uint32_t i = dice_below(d, 5) + 1; i > 0; i--)
		run(&c,
		    SQL("INSERT INTO person (family_name, given_name, created_on)"
		        " VALUES (:name, :value, 20000)"),
		    "Ray", text(d));
	assert_int_equal(change_end(&c, OK), OK);
}

void chain_make(struct store *st, struct dice *d, int events)
{
	int64_t at = NOW;

	for (int i = 0; i < events; i++) {
		uint32_t what = dice_below(d, 20);

		at += dice_below(d, 3000);
		if (what < 9)
			look(st, d, at);
		else if (what < 19)
			change(st, d, at);
		else
			import(st, d, at);
		if (dice_below(d, 10) == 0)
			store_stamp(st, &(struct stamp){ dice_below(d, 16), { dice_below(d, 9) } });
	}
	store_sql(st, "UPDATE event_row SET body = NULL, salt = NULL WHERE abs(random()) % 40 = 0");
}
