#include "watched.h"

#include "carter.h"
#include "test.h"

#include "casework/access.h"
#include "casework/contacts.h"
#include "casework/find.h"
#include "casework/person_view.h"

void watched_open(struct workplace *w, const char *login, struct person_id p)
{
	struct person_view view;

	workplace_as(w, login);
	assert_int_equal(casework_open_person(w->session, p, &w->arena, &view), OK);
	w->session->now += 60;
}

void watched_find(struct workplace *w, const char *text)
{
	struct hits hits;

	assert_int_equal(casework_find(w->session, text, 10, &w->arena, &hits), OK);
	assert_int_equal(casework_find_settled(w->session), OK);
}

struct person_id watched_jane(struct workplace *w)
{
	struct person_id jane = carter_add(w);
	struct new_contact n = new_contact_blank;
	struct contact_saved saved;

	w->session->now -= 86400;
	watched_open(w, "priya", jane);
	w->session->now += 86400;
	workplace_as(w, "ben");
	assert_int_equal(casework_give_reason(w->session, jane, ACCESS_RANG), OK);
	watched_open(w, "ben", jane);
	watched_open(w, "ben", jane);
	workplace_as(w, "mary");
	assert_int_equal(casework_may_about(w->session, OP_OPEN_PERSON, jane), E_DENIED);
	workplace_as(w, "priya");
	n.person = jane;
	n.outcome = CONTACT_NO_ANSWER;
	assert_int_equal(casework_record_contact(w->session, &n, &w->arena, &saved), OK);
	w->session->now += 60;
	return jane;
}
