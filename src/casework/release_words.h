#ifndef CASEWORK_RELEASE_WORDS_H
#define CASEWORK_RELEASE_WORDS_H

#include "casework/release.h"
#include "model/action.h"
#include "model/assessment.h"
#include "model/contingency.h"
#include "model/person.h"
#include "model/safety_text.h"

/* Who does one action: a service and how one rings it, or one of us. */
struct release_service {
	const char *who; /* first name of the worker */
	const char *name, *phone;
	bool referred;
	bool stands; /* its action is a service's, and the service was found */
};

/* All that the sentences of a plan are made of. */
struct release_from {
	struct person person;
	struct plan plan;
	struct assessment assessment;
	struct action_list actions;
	struct contingency_list worse;
	struct release_service *services; /* one an action */
	const char *worker;               /* theirs, first name: "Priya" */
	const char *service, *service_phone, *service_hours;
	const char *copies;        /* who else has one: "Dr Smith, Leeds hospice"; "" */
	struct safety_text safety; /* of the nation */
	day today;
};

/* Names, numbers and services, once person, plan and actions are read. */
MUST_USE enum status release_words_read(struct session *s, struct arena *a,
                                        struct release_from *from);
/* The sentences, in order; d->brief says which. */
void release_words_put(const struct release_from *from, struct plan_document *d, struct arena *a);

#endif
