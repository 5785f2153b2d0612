#ifndef CASEWORK_CHECKS_H
#define CASEWORK_CHECKS_H

#include "casework/directory.h"
#include "model/service_check.h"
#include "model/service_due.h"

/*
 * Keeping the directory true. Checked is not edited: an edit leaves when somebody last found out as it
 * was; only a check sets it, and each check is on record with how, what was found and by whom.
 */

/* What is to be checked, what people wait on first, then what is used most. OP_SEE_SERVICES. */
struct check_row {
	struct listing listing; /* of it only what a list needs */
	const char *last;       /* "nobody there Thu 19 Nov, twice"; "" */
};
struct check_queue {
	size_t n; /* at most SERVICES_SHOWN */
	struct check_row *at;
	struct checks_count count;
	size_t week; /* how many were found out since Monday */
};
MUST_USE enum status casework_check_queue(struct session *s, struct arena *a,
                                          struct check_queue *ret);
/* Its figures alone, as they stand on Today. OP_SEE_SERVICES. */
MUST_USE enum status casework_check_figures(struct session *s, struct check_queue *ret);

/* Those on which that worker's people wait. OP_SEE_SERVICES. */
MUST_USE enum status casework_checks_of_worker(struct session *s, struct account_id worker,
                                               struct arena *a, struct service_list *ret);

/* One entry, to be checked: what to ask, and what the answers would lead to. OP_SEE_SERVICES. */
struct check_view {
	struct service_record record;
	struct check_questions ask;
	size_t before_n;
	struct check_before { /* the newest first */
		struct service_check check;
		const char *by;
	} * before;
	day next;                  /* of the next check, when it is found out now */
	struct check_try next_try; /* when nobody is there now */
	size_t left;               /* to check today, this one among them */
};
MUST_USE enum status casework_check_view(struct session *s, struct service_id id, struct arena *a,
                                         struct check_view *ret);
/* How many entries have their next check on that day. OP_SEE_SERVICES. */
MUST_USE enum status casework_checks_on(struct session *s, day on, size_t *ret);

/*
 * What somebody found out. As it says, or changed (the entry itself is written through its form): it
 * was checked, what was said against it is settled, and reminders to check it are done. Not reached:
 * counted, and tried again on next_on. Closed: as casework_service_trouble(), until opens. Not to be
 * listed: nobody is sent there and nobody checks it again; words say why and are needed.
 */
struct check_answer {
	struct service_id service;
	int64_t ver; /* of the entry as it was shown; 0: whatever it is. E_CONFLICT */
	enum check_found result;
	enum check_way how; /* CHECK_WAY_NONE only when nobody was reached */
	const char *words;
	day next_on; /* DAY_NONE: as it is proposed */
	day opens;   /* CHECK_CLOSED: DAY_NONE for good */
};
struct check_done {
	day next_on; /* DAY_NONE: never */
	int tries;   /* nobody reached: how often by now */
	size_t told; /* people whose workers were told that it closed */
};
MUST_USE enum status casework_check_service(struct session *s, const struct check_answer *x,
                                            struct check_done *ret);

/* Still as it says, as it is. Rung or visited, its number is no longer doubted. */
MUST_USE enum status casework_service_checked(struct session *s, struct service_id id,
                                              enum check_way how);

/* How fresh the directory is: numerators and denominators for reports. OP_SEE_SERVICES. */
MUST_USE enum status casework_directory_health(struct session *s, struct directory_health *ret);

#endif
