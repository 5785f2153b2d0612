#include "model/organisation.h"

const struct organisation organisation_blank = {
	.external_id = "",
	.name = "",
	.other_name = "",
	.description = "",
	.phone = "",
	.email = "",
	.url = "",
	.legal_status = "",
	.charity_number = "",
	.company_number = "",
};
