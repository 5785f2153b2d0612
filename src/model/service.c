#include "model/service.h"

#include "base/text.h"
#include "base/words.h"
#include "model/none.h"

const struct words service_statuses = WORDS("status of a service", SERVICE_STATUSES);
const struct words vettings = WORDS("note of vetting", VETTINGS);
const struct words check_ways = WORDS("way of checking", CHECK_WAYS);

const struct service service_blank = {
	.external_id = "",
	.name = "",
	.description = "",
	.attendance = "",
	.access = "",
	.min_age = NUMBER_NONE,
	.max_age = NUMBER_NONE,
	.cost = "",
	.wait_weeks = NUMBER_NONE,
	.phone = "",
	.email = "",
	.url = "",
	.address = "",
	.postcode = "",
	.hours = "",
	.languages = "",
	.accessibility = "",
	.other_name = "",
	.eligibility = "",
	.apply = "",
	.bring = "",
	.interpreters = "",
	.place_name = "",
	.transport = "",
	.accreditation = "",
	.vetted_on = DAY_NONE,
	.vetted_until = DAY_NONE,
	.staff_note = "",
	.alert = "",
	.status = SERVICE_ACTIVE,
	.closed_until = DAY_NONE,
	.source = "",
	.source_note = "",
	.last_checked = DAY_NONE,
	.next_check = DAY_NONE,
	.edited_on = DAY_NONE,
	.gone_on = DAY_NONE,
};

void code_list_add(struct code_list *list, const char *code, struct arena *a)
{
	for (size_t i = 0; i < list->n; i++)
		if (text_equal(list->at[i], code))
			return;
	*ARENA_PUSH(a, list) = code;
}

const char *service_ages(const struct service *x, struct arena *a)
{
	if (x->min_age >= 0 && x->max_age >= 0)
		return arena_printf(a, _("%d to %d years"), x->min_age, x->max_age);
	if (x->min_age >= 0)
		return arena_printf(a, _("from %d years"), x->min_age);
	return x->max_age >= 0 ? arena_printf(a, _("up to %d years"), x->max_age) : "";
}
