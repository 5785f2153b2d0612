#include "record.h"

#include "test.h"

#include "casework/people.h"

const struct field *record_fields(struct arena *a)
{
	return person_fields(a);
}

const char *record_value(struct workplace *w, struct person_id p, const char *name, struct arena *a)
{
	struct person_details d;
	struct values v;

	assert_int_equal(casework_details(w->session, p, a, &d), OK);
	v = person_values(&d, a);
	return values_get(&v, name);
}
