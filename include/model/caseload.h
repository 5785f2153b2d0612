#ifndef MODEL_CASELOAD_H
#define MODEL_CASELOAD_H

#include "base/day.h"
#include "base/status.h"
#include "model/case_rules.h"
#include "model/ids.h"
#include "model/list_query.h"
#include "model/person.h"
#include "model/referral.h"

/* One person's time with us as the caseload shows it: counted, never typed. */
struct case_row {
	struct referral_id referral;
	struct person_id person;
	struct account_id worker; /* 0: nobody yet */
	bool open;
	enum referral_state state;
	const char *sort_name; /* folded, family name first */
	const char *family_name, *given_name;
	day born_on;
	const char *council;
	enum stage stage;
	day stage_since, stage_ends_on;
	day received_on, accepted_on, first_contact_by;
	day last_spoken_on, last_tried_on;
	int tries; /* since they were last spoken to */
	day assessed_on;
	bool plan_due; /* assessed, and no plan agreed since */
	day next_due;
	int next_minute;
	const char *next_what;
	const char *top_concern; /* code */
	int top_score, top_previous;
	int open_actions;
	const char *waiting_on; /* name of a service */
	day hold_until, quiet_until;
	bool in_hospital;
	bool stopped;    /* died, or asked us to stop */
	bool restricted; /* to a named list */
	day last_due;    /* latest open reminder */
	enum asked lives_alone;
	const char *raised; /* what was raised last, with its score: "practical.money 9;sleep 4;" */
};

struct case_list {
	size_t n;
	struct case_row *at;
};

/* What has gone on too long. A rule says nothing of people who died or asked us to stop. */

/*
 * Those of quiet.tsv, as rule_file_check() finds it in order; the stages it does not name have usual,
 * the service's own number. E_INVALID when it is not in order. The other two are left alone.
 */
MUST_USE enum status quiet_rules_read(struct str text, int usual, struct case_rules *ret);

/* Open, and never spoken to in this time with us. */
bool case_is_new(const struct case_row *c);

/* On hold until a day that is still to come, or until nobody knows when. */
bool case_is_held(const struct case_row *c, day today);

/*
 * Open, not on hold or in hospital, no agreed quiet, and last spoken to (never: accepted) that many
 * days ago or longer that the rules have for where they are.
 */
bool case_is_quiet(const struct case_row *c, day today, const struct case_rules *rules);
/* The day it is counted from; DAY_NONE: neither spoken to nor accepted. */
day case_quiet_since(const struct case_row *c);
int quiet_days(const struct case_rules *rules, enum stage stage);

/*
 * Where they are changed lately (change_behind, 28 days), or is planned to end soon (change_ahead, 7
 * days), and there was no talk since, nor is any reminder set for then.
 */
bool case_at_change(const struct case_row *c, day today, const struct case_rules *rules);

/* Does it stand in that view? Whose it is, is not looked at. */
bool case_in_view(const struct case_row *c, enum case_view view, day today,
                  const struct case_rules *rules);

#endif
