#ifndef CASEWORK_LISTS_H
#define CASEWORK_LISTS_H

#include "casework/session.h"
#include "model/concerns.h"
#include "model/list_file.h"
#include "model/measure.h"

/*
 * The lists of concerns and the measures by which people are assessed: what clew brings with it and
 * what this service loaded (clew-list(5)). A version that stands once never changes, so an old
 * assessment always reads as it was answered.
 *
 * What these give lasts as long as the session. They ask nothing about rights: no list is about
 * anybody. E_NOT_FOUND with its sentence: no list of that name is here.
 */
MUST_USE enum status session_concerns(struct session *s, const char *list,
                                      const struct concern_set **ret);
MUST_USE enum status session_measure(struct session *s, const char *name,
                                     const struct measure **ret);
/* Its label in clew's own list, else in the others; the code itself when it is in none. "" stays "". */
const char *session_concern_label(struct session *s, const char *code);
/* The same where the list is known: an assessment's own. */
const char *session_concern_label_in(struct session *s, const char *list, const char *code);
/* The code of clew's own list by which services are found for it; "" when it is like none. */
const char *session_concern_like(struct session *s, const char *code);

/* What can be chosen for a new assessment: clew's own that are asked by, and what is on offer. */
struct list_offer {
	const char *name, *title;
	enum list_audience audience;
};
struct list_offers {
	size_t n;
	struct list_offer *at;
};
MUST_USE enum status session_lists_offered(struct session *s, enum list_kind kind, struct arena *a,
                                           struct list_offers *ret);

/* The measures that go with every assessment, in their order; those that cannot be read are left out. */
MUST_USE enum status session_measures(struct session *s, struct arena *a, struct measure_pick *ret);

/* ---- looking after them ---- */

struct list_row {
	const struct list_head *head;
	size_t n; /* concerns, or questions */
	bool built_in;
	bool offered;                /* for new assessments; always of what is built in */
	bool for_people, for_carers; /* it is what they are asked by */
	bool always;                 /* a measure that goes with every assessment */
	day loaded_on;               /* DAY_NONE: built in */
	const char *loaded_by;       /* name, "" */
	int64_t used;                /* assessments asked by it, or times it was taken */
};
struct list_rows {
	size_t n;
	struct list_row *at; /* of concerns first, then measures; clew's own first, then by name */
};
MUST_USE enum status casework_lists(struct session *s, struct arena *a, struct list_rows *ret);

/*
 * A file on its way in: read, and held against what is here. faults and refusal say what is wrong;
 * nothing is stored by this. refusal is "" or one sentence.
 */
struct list_check {
	struct list_file file; /* when there are no faults */
	struct list_faults faults;
	const char *refusal;
};
MUST_USE enum status casework_check_list(struct session *s, struct str body, struct arena *a,
                                         struct list_check *ret);

/*
 * Load it. right: whoever does says that the service has the right to use it. E_INVALID: it has
 * faults, or right was not said; E_EXISTS: one of that name is here, and stays. *ret is its name.
 */
MUST_USE enum status casework_load_list(struct session *s, struct str body, bool right,
                                        struct arena *a, const char **ret);

/* Retire one, or offer it again. Old assessments keep it. E_CONFLICT: people are asked by it now. */
MUST_USE enum status casework_offer_list(struct session *s, const char *name, bool offered);

/* Who is asked by it from now on. A measure goes with every assessment, or (again) no more. */
enum list_use { LIST_USE_PEOPLE, LIST_USE_CARERS, LIST_USE_ALWAYS };
MUST_USE enum status casework_use_list(struct session *s, const char *name, enum list_use use,
                                       struct arena *a, const char **ret);

/*
 * The bytes of a list file, before anything is asked of a session: E_NOT_FOUND, E_INVALID (no file,
 * or too large), E_IO, with *fault one sentence that belongs to a.
 */
MUST_USE enum status list_file_bytes(const char *path, struct arena *a, struct str *ret,
                                     const char **fault);

#endif
