#include "others.h"

#include "test.h"

#include "casework/people.h"
#include "model/person_form.h"

void others_change(struct workplace *w, const char *login, struct person_id p, const char *field,
                   const char *value)
{
	struct session *s = w->session;
	const char *at_work = arena_strdup(&w->arena, s->account.login);
	const struct form_from from = { s->today, &s->holidays, s->service.first_contact_days };
	struct problems problems = { 0 };
	struct values v = { 0 };
	struct person_details d;

	s->now += 12 * 60;
	workplace_as(w, login);
	workplace_cover(w, p);
	assert_int_equal(casework_details(s, p, &w->arena, &d), OK);
	values_set(&v, &w->arena, field, value);
	person_take(&v, &from, &w->arena, &d, &problems);
	assert_int_equal(problems.n, 0);
	if (casework_change_details(s, &d) != OK)
		fail_msg("%s", session_fault(s));
	workplace_as(w, at_work);
}
