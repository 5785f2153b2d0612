#ifndef EXCHANGE_PACKAGE_SPEC_H
#define EXCHANGE_PACKAGE_SPEC_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The tables of a package that have a place in clew: the files and columns they go by in HSDS 1 to 3
 * and the UK shapes of it. Links come first in a table's columns; what is behind them is held.
 */
enum package_table {
	TABLE_TAXONOMY,
	TABLE_TERM,
	TABLE_ORGANISATION,
	TABLE_IDENTIFIER,
	TABLE_LOCATION,
	TABLE_SERVICE,
	TABLE_AT_LOCATION,
	TABLE_ADDRESS,
	TABLE_CONTACT,
	TABLE_PHONE,
	TABLE_SCHEDULE,
	TABLE_HOLIDAY,
	TABLE_AREA,
	TABLE_DOCUMENT,
	TABLE_LANGUAGE,
	TABLE_ACCESSIBILITY,
	TABLE_COST,
	TABLE_ELIGIBILITY,
	TABLE_ATTRIBUTE,
	TABLE_SERVICE_TERM,
	TABLE_MORE, /* further rows of a council's file */
	TABLE_COUNT,
};

/* What a row of a table can belong to. */
enum package_kind {
	KIND_NONE,
	KIND_SERVICE,
	KIND_AT_LOCATION,
	KIND_LOCATION,
	KIND_CONTACT,
	KIND_ORGANISATION,
	KIND_TERM,
	KIND_TAXONOMY,
	KIND_COUNT,
};

#define PACKAGE_COLUMNS 64

struct package_column {
	const char *names;       /* "organization_id|organisation_id" */
	enum package_kind links; /* to what its value is the id of; KIND_NONE: to nothing */
};

struct package_spec {
	const char *files;    /* "services|service", without .csv */
	enum package_kind is; /* what has the ids of its rows; KIND_NONE: nothing refers to them */
	enum package_kind needs;              /* without a row of that a row of this is of no use */
	const struct package_column *columns; /* the first is the id; links next; ended by NULL */
};

const struct package_spec *package_spec(enum package_table table);

/* The columns, by table. */
enum { TAXONOMY_ID, TAXONOMY_NAME };
enum { TERM_ID, TERM_TAXONOMY, TERM_CODE, TERM_NAME, TERM_VOCABULARY };
enum {
	ORG_ID,
	ORG_NAME,
	ORG_OTHER,
	ORG_DESCRIPTION,
	ORG_EMAIL,
	ORG_WEBSITE,
	ORG_LEGAL,
};
enum { IDENTIFIER_ID, IDENTIFIER_ORG, IDENTIFIER_SCHEME, IDENTIFIER_TYPE, IDENTIFIER_TEXT };
enum { PLACE_ID, PLACE_TYPE, PLACE_NAME, PLACE_OTHER, PLACE_TRANSPORT };
enum {
	SERVICE_ID,
	SERVICE_ORG,
	SERVICE_NAME,
	SERVICE_OTHER,
	SERVICE_DESCRIPTION,
	SERVICE_URL,
	SERVICE_EMAIL,
	SERVICE_STATUS,
	SERVICE_INTERPRETERS,
	SERVICE_APPLY,
	SERVICE_FEES,
	SERVICE_WAIT,
	SERVICE_ACCREDITATION,
	SERVICE_ELIGIBILITY,
	SERVICE_MIN_AGE,
	SERVICE_MAX_AGE,
	SERVICE_ASSURED,
	SERVICE_ASSURER,
	SERVICE_ALERT,
	SERVICE_ATTENDING,
	SERVICE_ACCESS,
	SERVICE_MODIFIED,
	SERVICE_PROGRAM,
	SERVICE_LICENCES,
	SERVICE_DELIVERABLE,
};
enum { AT_ID, AT_SERVICE, AT_LOCATION, AT_DESCRIPTION };
enum {
	ADDRESS_ID,
	ADDRESS_LOCATION,
	ADDRESS_ATTENTION,
	ADDRESS_1,
	ADDRESS_2,
	ADDRESS_CITY,
	ADDRESS_REGION,
	ADDRESS_STATE,
	ADDRESS_POSTCODE,
	ADDRESS_TYPE,
};
enum {
	CONTACT_ID,
	CONTACT_SERVICE,
	CONTACT_AT,
	CONTACT_LOCATION,
	CONTACT_ORG,
	CONTACT_NAME,
	CONTACT_TITLE,
	CONTACT_DEPARTMENT,
	CONTACT_EMAIL,
};
enum {
	PHONE_ID,
	PHONE_SERVICE,
	PHONE_AT,
	PHONE_CONTACT,
	PHONE_LOCATION,
	PHONE_ORG,
	PHONE_NUMBER,
	PHONE_EXTENSION,
	PHONE_TYPE,
	PHONE_WORDS,
};
enum {
	TIME_ID,
	TIME_SERVICE,
	TIME_AT,
	TIME_LOCATION,
	TIME_FROM,
	TIME_UNTIL,
	TIME_START,
	TIME_LAST,
	TIME_FREQ,
	TIME_INTERVAL,
	TIME_DAYS,
	TIME_MONTHDAY,
	TIME_OPENS,
	TIME_CLOSES,
	TIME_WORDS,
	TIME_NOTES,
	TIME_ATTENDING,
	TIME_CLOSED,
};
enum { AREA_ID, AREA_SERVICE, AREA_NAME, AREA_WORDS, AREA_EXTENT, AREA_EXTENT_TYPE };
enum { DOCUMENT_ID, DOCUMENT_SERVICE, DOCUMENT_WORDS };
enum { LANGUAGE_ID, LANGUAGE_SERVICE, LANGUAGE_LOCATION, LANGUAGE_NAME, LANGUAGE_CODE };
enum { ACCESS_ID, ACCESS_LOCATION, ACCESS_WORDS, ACCESS_DETAILS };
enum {
	COST_ID,
	COST_SERVICE,
	COST_FROM,
	COST_UNTIL,
	COST_OPTION,
	COST_CURRENCY,
	COST_AMOUNT,
	COST_WORDS,
};
enum { ELIGIBLE_ID, ELIGIBLE_SERVICE, ELIGIBLE_WORDS, ELIGIBLE_MIN, ELIGIBLE_MAX };
enum { TAG_ID, TAG_SERVICE, TAG_TERM, TAG_LINK, TAG_ENTITY, TAG_TYPE, TAG_VALUE };

/* Further headings of a council's file; the common ones are those of model/columns.h. */
enum {
	MORE_ID,
	MORE_SERVICE,
	MORE_NAME,
	MORE_ORGANISATION,
	MORE_DESCRIPTION,
	MORE_CONCERNS,
	MORE_AREAS,
	MORE_ATTENDANCE,
	MORE_ACCESS,
	MORE_MIN_AGE,
	MORE_MAX_AGE,
	MORE_COST,
	MORE_WAIT,
	MORE_PHONE,
	MORE_EMAIL,
	MORE_URL,
	MORE_ADDRESS,
	MORE_POSTCODE,
	MORE_STATUS,
	MORE_CHECKED,
	MORE_APPROVED,
	MORE_VISIBLE,
	MORE_VISIBLE_FROM,
	MORE_VISIBLE_TO,
	MORE_NOTES,
	MORE_CONTACT,
	MORE_CONTACT_TITLE,
	MORE_CONTACT_VISIBLE,
	MORE_PLACE,
	MORE_CITY,
	MORE_PLACE_VISIBLE,
	MORE_MASKED,
	MORE_ACCESSIBLE,
	MORE_FREE,
	MORE_COST_OPTION,
	MORE_COST_AMOUNT,
	MORE_COST_TYPE,
	MORE_CLOSED_FOR_NOW,
	MORE_OPENS,
	MORE_CLOSES,
	MORE_WEEKDAY,
	MORE_LABELS,
	MORE_SUITABLE,
	MORE_START,
	MORE_LINK_LABEL,
	MORE_LINK_URL,
};

/* Does text name one of names ("a|b"), but for case, blanks and hyphens? */
bool package_named(const char *names, struct str text);
/* The table of that file's name without .csv, TABLE_COUNT when it is none. */
enum package_table package_table_named(struct str name);
/* Tables of a package that clew has no place for: programs, funding, metadata … */
bool package_not_kept(struct str name);

#endif
