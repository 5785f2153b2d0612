#ifndef MODEL_PURPOSE_H
#define MODEL_PURPOSE_H

#include "base/field.h"
#include "base/status.h"
#include "model/consent.h"

/*
 * Why details may be used for one purpose at all, as the service has settled it: the coordinator's,
 * and shipped with a proposal (data/purposes/uk.tsv). It is not legal advice.
 */
struct purpose_rule {
	enum purpose purpose;
	int64_t ver;          /* 0: as it was shipped */
	const char *art6;     /* of the UK GDPR: "6(1)(f)" */
	const char *art9;     /* "9(2)(h)", "" */
	const char *schedule; /* paragraph of Schedule 1 of the DPA 2018, "" */
	const char *policy;   /* the document in which the service says so, "" */
	bool consent;         /* they must have agreed */
	int months;           /* how long a yes holds; NUMBER_NONE: until it is taken back */
	int wording;          /* version of the words, from 1 */
	const char *words;    /* that are read out */
	day set_on;           /* DAY_NONE: as it was shipped */
	struct account_id set_by;
};

struct purpose_rule_list {
	size_t n;
	struct purpose_rule *at; /* one a purpose, in the order of PURPOSES */
};

/* As shipped. Strings belong to a. E_DAMAGED: the table lacks a purpose (a test holds that it does not). */
MUST_USE enum status purpose_rules_shipped(struct arena *a, struct purpose_rule_list *ret);

/* May it go, the answer being what it is? Where consent is not the basis, a no counts all the same. */
bool purpose_allows(const struct purpose_rule *rule, enum consent_state state);
/* "consent, 6(1)(a)", "6(1)(f), 9(2)(h)": as a disclosure keeps it. Belongs to a. */
const char *purpose_basis(const struct purpose_rule *rule, struct arena *a);

/* consent, art6, art9, schedule, policy, months, words. */
extern const struct field purpose_form[];
/* What was typed. Changed words are the next version. Problems by field. */
void purpose_fill(struct purpose_rule *rule, const struct values *v, struct arena *a,
                  struct problems *problems);
/* The form's values of a rule. Belongs to a. */
struct values purpose_values(const struct purpose_rule *rule, struct arena *a);

#endif
