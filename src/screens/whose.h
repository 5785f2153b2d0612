#ifndef SCREENS_WHOSE_H
#define SCREENS_WHOSE_H

#include "casework/caseload.h"
#include "screens.h"

/*
 * w on a list of people: cover while somebody is away, or hand over for good. The screen that asks
 * keeps a struct whose_ask and hands on what comes back.
 */
struct whose_ask {
	bool asking_apart; /* they would share a worker with somebody they are kept apart from */
	bool asking_reason;
	char login[64], name[80]; /* who takes them */
};

/* Where to go: worker is whose they are now (0: nobody's), who "2 people" or a name. */
struct visit visit_whose(struct account_id worker, const char *who);

/*
 * In came_back(): takes what belongs to handing over. True when people were handed over: the marks
 * go, and the list is loaded again.
 */
bool whose_came_back(struct screen *s, struct whose_ask *ask, const struct result *r,
                     const struct person_id *people, size_t n);

/* Choosing a colleague: answers with id[0] the account (0: spread evenly) and text the login. */
enum colleague_for {
	COLLEAGUE_TAKES,  /* people for good */
	COLLEAGUE_COVERS, /* for id[1]; the first row spreads them evenly */
};
struct visit visit_colleague(enum colleague_for why, struct account_id not_them, const char *head);

#endif
