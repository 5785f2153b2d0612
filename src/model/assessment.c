#include "model/assessment.h"

const struct words assessment_statuses = WORDS("status of an assessment", ASSESSMENT_STATUSES);
const struct words assessment_offers = WORDS("offer of an assessment", ASSESSMENT_OFFERS);
const struct words pathway_points = WORDS("where they are in treatment", PATHWAY_POINTS);
const struct words assessment_modes = WORDS("way of an assessment", ASSESSMENT_MODES);
