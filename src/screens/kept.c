#include "screens.h"

/* The next number of about, 0 when there is none. */
static int64_t number(struct str *about)
{
	struct str word;
	long long n = 0;

	if (!str_cut(about, ' ', &word) || !str_int(word, &n))
		return 0;
	return n;
}

struct visit visit_kept(const struct screen_ops *form, struct person_id p, const char *about)
{
	struct visit v = visit_person(form, p);
	struct str rest = str_of(about);
	int64_t person = 0, service = 0;

	if (form == &referral_screen && p.n == 0) {
		number(&rest); /* "new 2": the word before it */
		v.id[1] = number(&rest);
		return v;
	}
	if (form == &consent_form_screen) {
		v.id[0] = number(&rest);
		v.id[1] = number(&rest);
		v.id[2] = number(&rest);
		return v;
	}
	if (form != &signpost_screen && form != &unmet_screen && form != &service_form_screen)
		return v;
	person = number(&rest);
	service = number(&rest);
	v.text = rest.at ? rest.at : "";
	v.id[0] = form == &service_form_screen ? service : person;
	v.id[1] = form == &signpost_screen ? service : 0;
	return v;
}
