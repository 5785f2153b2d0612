#ifndef MODEL_LIST_QUERY_H
#define MODEL_LIST_QUERY_H

#include "base/word.h"
#include "model/ids.h"

/* Which people a list shows: what is on the screen is what is handed out. */
#define CASE_VIEWS(X)                                                \
	X(CASES_MINE, "mine", "mine")                                \
	X(CASES_EVERYONE, "everyone", "everyone")                    \
	X(CASES_NEW, "new", "not spoken to yet")                     \
	X(CASES_QUIET, "quiet", "quiet")                             \
	X(CASES_NOT_ASSESSED, "not_assessed", "no assessment yet")   \
	X(CASES_PLAN_OVERDUE, "plan_overdue", "plan not agreed yet") \
	X(CASES_CLOSED, "closed", "closed")                          \
	X(CASES_COVERED, "covered", "covered while others are away")
enum case_view { CASE_VIEW_NONE, CASE_VIEWS(WORD_ENUM) };
extern const struct words case_views;

#define CASE_ORDERS(X)                         \
	X(CASES_BY_DUE, "due", "what is next") \
	X(CASES_BY_NAME, "name", "name")       \
	X(CASES_BY_SPOKEN, "spoken", "longest not spoken to")
enum case_order { CASE_ORDER_NONE, CASE_ORDERS(WORD_ENUM) };
extern const struct words case_orders;

struct case_filter;
struct list_query {
	enum case_view view;
	const char *find; /* as typed; "": everybody in the view */
	enum case_order order;
	struct account_id worker;         /* 0: everyone's */
	const struct case_filter *filter; /* what else must be so; NULL: nothing */
	const struct person_id *only;     /* of those just these, in the order of their ids */
	size_t only_n;                    /* 0: all of them */
};

#endif
