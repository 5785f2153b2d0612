#include "model/plan.h"

const struct words plan_statuses = WORDS("status of a plan", PLAN_STATUSES);
