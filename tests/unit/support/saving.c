#include "saving.h"

#include "test.h"

#include "casework/contacts.h"
#include "model/account.h"
#include "model/none.h"
#include "store/accounts.h"
#include "store/contacts.h"
#include "store/derive.h"
#include "store/people.h"
#include "store/referrals.h"
#include "store/settings.h"
#include "store/store.h"
#include "store/verify.h"

static const struct key key = { { 'f', 'a', 'u', 'l', 't', 's' } };
static const struct person_id somebody = { 1 };

static void put_somebody(struct change *c, struct account_id worker)
{
	struct person p = person_blank;
	struct referral r = referral_blank;
	struct person_id id;
	struct referral_id referral;

	p.family_name = "Carter";
	p.given_name = "Jane";
	p.created_on = 20700;
	assert_int_equal(person_add(c, &p, &id), OK);
	assert_int_equal(id.n, somebody.n);
	r.person = id;
	r.received_on = r.accepted_on = r.state_on = 20700;
	r.first_contact_by = 20707;
	r.source = "gp";
	r.urgency = URGENCY_USUAL;
	r.state = REFERRAL_ACCEPTED;
	r.worker = worker;
	assert_int_equal(referral_add(c, &r, &referral), OK);
	assert_int_equal(derive_person(c, id), OK);
}

void saving_make(const char *path)
{
	struct account x = { .login = "priya",
		             .name = "Priya Shah",
		             .roles = ROLE_LINK_WORKER | ROLE_COORDINATOR,
		             .vetted_on = DAY_NONE };
	struct store *st;
	struct change c;
	struct account_id id;

	if (store_create(path, &key, false, &st) != OK)
		fail_msg("%s", store_fault(st));
	assert_int_equal(change_begin(&c, st, (struct account_id){ 0 }, 1, "made"), OK);
	assert_int_equal(account_add(&c, &x, &id), OK);
	assert_int_equal(setting_put(&c, "nation", "england"), OK);
	put_somebody(&c, id);
	assert_int_equal(change_end(&c, OK), OK);
	store_close(st);
}

/* Time stands still, so that a run is the same each time. */
enum status saving_open(const char *path, struct session **ret)
{
	struct store *st;
	enum status rc = store_open(path, &key, STORE_WRITE, &st);

	*ret = NULL;
	if (rc != OK) {
		store_close(st);
		return rc;
	}
	rc = casework_open_store(st, "priya", ret);
	if (rc == OK) {
		(*ret)->fixed_now = (*ret)->fixed_today = true;
		(*ret)->today = 20780;
		(*ret)->minute = 9 * 60;
	}
	return rc;
}

enum status saving_one(struct session *s, int n)
{
	struct new_contact x = new_contact_blank;
	struct contact_saved saved;
	struct arena a = { 0 };
	enum status rc;

	x.person = somebody;
	x.outcome = n % 3 == 0 ? CONTACT_NO_ANSWER : CONTACT_SPOKE;
	x.minutes = n;
	x.note = arena_printf(&a, "Contact %d. %0400d", n, n);
	rc = casework_record_contact(s, &x, &a, &saved);
	arena_reset(&a);
	return rc;
}

static const char *check_contacts(struct session *s, struct arena *a, int *ret)
{
	struct contact_list list;

	if (contacts_of_person(s->store, somebody, a, &list) != OK)
		return arena_strdup(a, store_fault(s->store));
	for (size_t i = 0; i < list.n; i++) {
		int n = (int)(list.n - i); /* the newest comes first */

		if (list.at[i].minutes != n ||
		    !text_equal(list.at[i].note, arena_printf(a, "Contact %d. %0400d", n, n)))
			return arena_printf(a, "contact %d is not what was saved", n);
	}
	*ret = (int)list.n;
	return NULL;
}

const char *saving_check(struct session *s, struct arena *a, int *ret)
{
	struct events_checked checked;
	const char *difference = NULL;

	if (store_check(s->store, NULL, &checked) != OK)
		return arena_strdup(a, store_fault(s->store));
	if (store_recount(s->store, a, &difference) != OK)
		return arena_strdup(a, store_fault(s->store));
	return difference ? difference : check_contacts(s, a, ret);
}
