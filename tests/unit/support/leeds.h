#ifndef SUPPORT_LEEDS_H
#define SUPPORT_LEEDS_H

#include "session.h"

#include "model/service.h"

/*
 * Jane Carter of Leeds LS6, born 12 March 1981, for whom money scores 9, with a draft plan; John Doe,
 * with whom every service here was used before; and twenty services that help with money, of which
 * six fit Jane. All invented, or plainly generic.
 */
struct leeds {
	struct person_id jane, john;
	struct service_id advice;  /* Citizens Advice Leeds: checked, local */
	struct service_id buddies; /* LS6 Money Buddies: checked 14 months ago */
	struct assessment_id assessment;
	struct plan_id plan;
};

struct leeds leeds_fill(struct workplace *w);

/* One more service, checked days ago (< 0: never), with its tokens. */
struct service_id leeds_service(struct workplace *w, const struct service *x, const char *concern,
                                const char *area, int days);

#endif
