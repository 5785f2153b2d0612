#ifndef MODEL_IDS_H
#define MODEL_IDS_H

#include "base/arena.h"
#include "base/str.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * One struct per kind of id: mixing two is a compile error. 0 is none.
 */
struct account_id {
	int64_t n;
};
struct person_id {
	int64_t n;
};
struct contact_point_id {
	int64_t n;
};
struct moved_id {
	int64_t n;
};
struct snippet_id {
	int64_t n;
};
struct saved_view_id {
	int64_t n;
};
struct plan_review_id {
	int64_t n;
};
struct contingency_id {
	int64_t n;
};
struct money_id {
	int64_t n;
};
struct statutory_screen_id {
	int64_t n;
};
struct relation_id {
	int64_t n;
};
struct referral_id {
	int64_t n;
};
struct contact_id {
	int64_t n;
};
struct safety_note_id {
	int64_t n;
};
struct message_id {
	int64_t n;
};
struct happening_id {
	int64_t n;
};
struct assessment_id {
	int64_t n;
};
struct measured_id {
	int64_t n;
};
struct plan_id {
	int64_t n;
};
struct goal_id {
	int64_t n;
};
struct action_id {
	int64_t n;
};
struct service_id {
	int64_t n;
};
struct organisation_id {
	int64_t n;
};
struct service_place_id {
	int64_t n;
};
struct service_time_id {
	int64_t n;
};
struct service_cost_id {
	int64_t n;
};
struct service_phone_id {
	int64_t n;
};
struct service_person_id {
	int64_t n;
};
struct service_tag_id {
	int64_t n;
};
struct service_note_id {
	int64_t n;
};
struct service_check_id {
	int64_t n;
};
struct feed_id {
	int64_t n;
};
struct signpost_step_id {
	int64_t n;
};
struct signpost_id {
	int64_t n;
};
struct unmet_need_id {
	int64_t n;
};
struct reminder_id {
	int64_t n;
};
struct consent_id {
	int64_t n;
};
struct notice_id {
	int64_t n;
};
struct disclosure_id {
	int64_t n;
};
struct enquiry_id {
	int64_t n;
};
struct event_id {
	int64_t n;
};

/* A person's own reference: "CL-000123". The string belongs to a. */
const char *person_ref(struct person_id id, struct arena *a);
/* CL-000123, cl 123, 123: false when it is no reference. */
bool person_ref_parse(struct str text, struct person_id *ret);

#endif
