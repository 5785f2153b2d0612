#ifndef CASEWORK_RELEASE_FROM_H
#define CASEWORK_RELEASE_FROM_H

#include "casework/release.h"
#include "model/action.h"
#include "model/assessment.h"
#include "model/concern.h"
#include "model/contact.h"
#include "model/contingency.h"
#include "model/person.h"
#include "model/referral.h"
#include "model/reminder.h"
#include "model/safety_text.h"
#include "model/service.h"
#include "model/service_lines.h"
#include "model/signpost.h"
#include "model/statutory.h"
#include "model/wishes.h"

/* Who does one action: a service and how one rings it, or one of us. */
struct release_service {
	const char *who; /* first name of the worker */
	const char *name, *phone;
	bool referred;
	bool stands; /* its action is a service's, and the service was found */
};

/* A service that they were told about, and what came of it. */
struct release_signpost {
	struct signpost signpost;
	struct service service;
	struct service_parts parts; /* its further places, times, costs and numbers */
};

/* All that the sentences of any paper are made of. Ids of what there is none of are 0. */
struct release_from {
	struct session *s; /* knows what concerns are called */
	struct person person;
	struct referral referral;
	struct plan plan;
	day replaces; /* of the plan that was given before */
	day replaced; /* by a newer one; DAY_NONE: it is what holds */
	struct assessment assessment;
	struct concern_list concerns; /* of the assessment */
	struct goal_list goals;       /* of the plan */
	struct action_list actions;
	struct contingency_list worse;    /* of the plan */
	struct plan_review review;        /* the last time it was gone over; id 0: never */
	struct release_service *services; /* one an action */
	struct release_signposts {
		size_t n;
		struct release_signpost *at; /* the newest first */
	} signposts;
	struct contact_list contacts;
	struct reminder_list reminders; /* that are open */
	const char *first;              /* as one calls them: "Janie" */
	const char *worker;             /* theirs, first name: "Priya" */
	const char *worker_name;        /* "Priya Shah" */
	const char *service, *service_phone, *service_hours;
	const char *copies;              /* who else has one: "Dr Smith, Leeds hospice"; "" */
	struct statutory_screen council; /* the assessment that they want; id 0: none */
	struct safety_text safety;       /* of the nation */
	struct wishes wishes;            /* blank but where they were asked for */
	day today;
	bool copy;    /* it is made for somebody else to read */
	bool no_ring; /* they said that ringing is not safe: no paper promises a call */
};

/* plan: which version; 0: the newest. E_NOT_FOUND: it is not theirs. */
MUST_USE enum status release_from_read(struct session *s, struct person_id person,
                                       struct plan_id plan, struct arena *a,
                                       struct release_from *ret);

#endif
