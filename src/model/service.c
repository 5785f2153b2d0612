#include "model/service.h"

const struct words service_statuses = WORDS("status of a service", SERVICE_STATUSES);
const struct words check_ways = WORDS("way of checking", CHECK_WAYS);
