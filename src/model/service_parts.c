#include "model/service_parts.h"

#include "base/clock.h"

const struct words time_everies = WORDS("how often a service is open", TIME_EVERIES);

const struct service_place service_place_blank = {
	.external_id = "",
	.name = "",
	.address = "",
	.postcode = "",
	.transport = "",
	.accessibility = "",
	.phone = "",
};

const struct service_time service_time_blank = {
	.external_id = "",
	.every = EVERY_WEEK,
	.step = 1,
	.days = "",
	.opens = MINUTE_NONE,
	.closes = MINUTE_NONE,
	.from_on = DAY_NONE,
	.until_on = DAY_NONE,
	.words = "",
};

const struct service_cost service_cost_blank = {
	.external_id = "",
	.option = "",
	.amount = -1,
	.words = "",
	.from_on = DAY_NONE,
	.until_on = DAY_NONE,
};

const struct service_phone service_phone_blank = {
	.external_id = "",
	.number = "",
	.extension = "",
	.words = "",
};

const struct service_person service_person_blank = {
	.external_id = "",
	.name = "",
	.title = "",
	.phone = "",
	.email = "",
};

const struct service_tag service_tag_blank = {
	.external_id = "",
	.taxonomy = "",
	.code = "",
	.name = "",
};
