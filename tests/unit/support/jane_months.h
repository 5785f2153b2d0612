#ifndef TESTS_JANE_MONTHS_H
#define TESTS_JANE_MONTHS_H

#include "session.h"

#include "model/ids.h"

/*
 * Jane as the drawing of the person has her, two months on: in radiotherapy, assessed on 3 Oct and
 * again on 18 Nov (13 raised), waiting for Citizens Advice, helped by the lifts, an action of hers,
 * looking after her mother, helped by her friend Rosa, spoken with on 18 Nov for 25 minutes, and a
 * reminder two days late.
 */
struct person_id jane_after_months(struct workplace *w);

#endif
