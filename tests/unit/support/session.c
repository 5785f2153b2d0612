#include "session.h"

#include "test.h"

#include "base/clock.h"
#include "casework/access.h"
#include "model/account.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/settings.h"
#include "store/store.h"

#include <stdlib.h>

static void add_account(struct change *c, const char *login, const char *name, unsigned roles)
{
	struct account x = { .login = login, .name = name, .roles = roles, .vetted_on = DAY_NONE };
	struct account_id id;

	assert_int_equal(account_add(c, &x, &id), OK);
}

static void fill(struct store *st)
{
	static const struct {
		const char *name, *value;
	} settings[] = {
		{ "service", "Leeds cancer link workers" },
		{ "nation", "england" },
		{ "shared", "no" },
		{ "safety_lead", "Ann Reid" },
		{ "safety_lead_phone", "0113 496 0111" },
		{ "safety_deputy", "Ben Ojo" },
		{ "safety_deputy_phone", "0113 496 0112" },
	};
	struct change c;

	assert_int_equal(change_begin(&c, st, (struct account_id){ 0 }, WORKPLACE_NOW, "began"),
	                 OK);
	add_account(&c, "priya", "Priya Shah", ROLE_COORDINATOR | ROLE_LINK_WORKER);
	add_account(&c, "ben", "Ben Ojo", ROLE_LINK_WORKER);
	add_account(&c, "ann", "Ann Reid", ROLE_COORDINATOR);
	add_account(&c, "mary", "Mary Bell", ROLE_VOLUNTEER);
	for (size_t i = 0; i < COUNT_OF(settings); i++)
		assert_int_equal(setting_put(&c, settings[i].name, settings[i].value), OK);
	assert_int_equal(change_end(&c, OK), OK);
}

/* Time stands still: the clock is not looked at again. */
static void freeze(struct session *s)
{
	s->now = WORKPLACE_NOW;
	s->proved_at = WORKPLACE_NOW; /* signed in just now */
	s->minute = 9 * 60;
	s->fixed_today = true;
	s->fixed_now = true;
	assert_true(day_parse_iso(STR("2026-11-23"), &s->today));
}

struct workplace *workplace_open(void)
{
	static const struct key key = { { 7 } };
	struct workplace *w = calloc(1, sizeof(*w));
	struct store *st = NULL;

	assert_non_null(w);
	assert_int_equal(store_open_memory(&key, &st), OK);
	fill(st);
	assert_int_equal(casework_open_store(st, "priya", &w->session), OK);
	freeze(w->session);
	return w;
}

void workplace_close(struct workplace *w)
{
	casework_sign_out(w->session);
	arena_reset(&w->arena);
	free(w);
}

int workplace_setup(void **state)
{
	*state = workplace_open();
	return 0;
}

int workplace_teardown(void **state)
{
	workplace_close(*state);
	return 0;
}

void workplace_as(struct workplace *w, const char *login)
{
	assert_int_equal(account_by_login(w->session->store, login, &w->session->arena,
	                                  &w->session->account),
	                 OK);
	store_stamp(w->session->store, &(struct stamp){ .roles = w->session->account.roles });
}

void workplace_cover(struct workplace *w, struct person_id p)
{
	assert_int_equal(casework_give_reason(w->session, p, ACCESS_COVERING), OK);
}

void workplace_days_later(struct workplace *w, int days)
{
	w->session->today += days;
	w->session->now += (int64_t)days * 86400;
	w->session->proved_at = w->session->now; /* signed in anew */
}
