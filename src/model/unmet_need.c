#include "model/unmet_need.h"

const struct words unmet_reasons = WORDS("reason why nothing fits", UNMET_REASONS);
