#include "model/goal.h"

const struct words goal_statuses = WORDS("status of a goal", GOAL_STATUSES);
const struct words supports = WORDS("feeling supported", SUPPORTS);
