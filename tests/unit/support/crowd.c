#include "crowd.h"

#include "test.h"

#include "fixture.h"

#include "casework/people.h"
#include "model/account.h"
#include "store/accounts.h"
#include "store/change.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/settings.h"
#include "store/store.h"

#include <stdlib.h>

static const struct key key = { { 'c', 'r', 'o', 'w', 'd' } };

void crowd_make(const char *path)
{
	struct arena a = { 0 };
	struct store *st;
	struct change c;

	if (store_create(path, &key, false, &st) != OK)
		fail_msg("%s", store_fault(st));
	assert_int_equal(change_begin(&c, st, (struct account_id){ 0 }, 1, "made"), OK);
	for (int i = 0; i < CROWD_ACCOUNTS; i++) {
		struct account x = { .login = arena_printf(&a, "w%d", i),
			             .name = arena_printf(&a, "Worker %d", i),
			             .roles = ROLE_LINK_WORKER | ROLE_COORDINATOR,
			             .vetted_on = DAY_NONE };
		struct account_id id;

		assert_int_equal(account_add(&c, &x, &id), OK);
	}
	assert_int_equal(setting_put(&c, "nation", "england"), OK);
	assert_int_equal(setting_put(&c, "team", "open"), OK);
	for (int i = 0; i < CROWD_PEOPLE; i++) {
		struct person p = person_blank;
		struct person_id id;

		p.family_name = arena_printf(&a, "Person%d", i);
		p.work = "0";
		p.created_on = 20700;
		assert_int_equal(person_add(&c, &p, &id), OK);
		assert_int_equal(derive_person(&c, id), OK);
	}
	assert_int_equal(change_end(&c, OK), OK);
	store_close(st);
	arena_reset(&a);
}

enum status crowd_open(const char *path, int worker, struct session **ret)
{
	struct arena a = { 0 };
	struct store *st;
	enum status rc = store_open(path, &key, STORE_WRITE, &st);

	*ret = NULL;
	if (rc == OK)
		rc = casework_open_store(st, arena_printf(&a, "w%d", worker), ret);
	else
		store_close(st);
	arena_reset(&a);
	return rc;
}

enum status crowd_edit(struct session *s, struct person_id p)
{
	struct arena a = { 0 };
	struct person_details d;
	enum status rc = casework_details(s, p, &a, &d);

	if (rc == OK) {
		/* Signed, for two who type the very same have nothing to lose. */
		const char *next = arena_printf(
			&a, "%lld by %s", strtoll(d.person.work, NULL, 10) + 1, s->account.login);

		d.person.work = next;
		d.safe.say = next;
		rc = casework_change_details(s, &d);
	}
	arena_reset(&a);
	return rc;
}

int64_t crowd_count(struct session *s, struct person_id p)
{
	struct arena a = { 0 };
	int64_t n = store_int(s->store, arena_printf(&a,
	                                             "SELECT CAST(work AS INTEGER) FROM person"
	                                             " WHERE id = %lld",
	                                             (long long)p.n));

	arena_reset(&a);
	return n;
}

/* Several statements, for one would be of one moment in any case. */
static const char *look_at(struct session *s, int i, struct arena *a)
{
	int64_t work = crowd_count(s, (struct person_id){ i });
	int64_t said = store_int(s->store,
	                         arena_printf(a,
	                                      "SELECT CAST(coalesce((SELECT say FROM safe_contact"
	                                      " WHERE person = %d), '0') AS INTEGER)",
	                                      i));
	int64_t changes = store_int(s->store, arena_printf(a,
	                                                   "SELECT count(*) FROM event"
	                                                   " WHERE person = %d AND kind = 'change'",
	                                                   i));

	if (work == said && work == changes)
		return "";
	return arena_printf(a, "person %d: %lld in one row, %lld in the other, %lld changes", i,
	                    (long long)work, (long long)said, (long long)changes);
}

const char *crowd_look(struct session *s, struct arena *a)
{
	struct glance look = { 0 };
	const char *wrong = "";

	if (glance_begin(&look, s->store) != OK)
		return NULL;
	for (int i = 1; !*wrong && i <= CROWD_PEOPLE; i++)
		wrong = look_at(s, i, a);
	return glance_end(&look, OK) == OK ? wrong : NULL;
}
