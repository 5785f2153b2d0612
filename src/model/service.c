#include "model/service.h"

#include "model/none.h"

const struct words service_statuses = WORDS("status of a service", SERVICE_STATUSES);
const struct words check_ways = WORDS("way of checking", CHECK_WAYS);

const struct service service_blank = {
	.external_id = "",
	.name = "",
	.organisation = "",
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
	.staff_note = "",
	.alert = "",
	.status = SERVICE_ACTIVE,
	.closed_until = DAY_NONE,
	.source = "",
	.source_note = "",
	.last_checked = DAY_NONE,
};
