#ifndef CASEWORK_PEOPLE_CELLS_H
#define CASEWORK_PEOPLE_CELLS_H

#include "casework/session.h"
#include "model/contact_point.h"
#include "model/lists.h"
#include "model/person.h"
#include "model/referral.h"
#include "model/safe_contact.h"

/* One row of people, as it is in a file: what a person, their numbers and their referral hold. */
struct people_record {
	struct person_id ref; /* as the file says; 0: it does not */
	struct person person;
	struct safe_contact safe;
	const char *contact_safety;  /* people_safety_text() */
	const char *phones, *emails; /* good ones, "; " between them */
	struct referral referral;
	struct contact_point_list points; /* of somebody known */
	bool referred;
};

/* Nothing known. */
struct people_record people_record_blank(void);

/* What the cells are read with: lists are loaded once. Belongs to the arena of people_cells_load(). */
struct people_cells {
	struct session *s;
	struct account_list accounts;
	struct choice_list ethnicities, cancer_groups, sources;
};
MUST_USE enum status people_cells_load(struct session *s, struct arena *a,
                                       struct people_cells *ret);

/* What there is to say of a cell: refused or worth a note; NULL: nothing. Sentences. */
struct cell_said {
	const char *refused, *note;
};

/*
 * Put the text of one cell into r. column is a place in columns_of(COLUMNS_PEOPLE); text is not
 * empty. What belongs to r and is said belongs to a.
 */
struct cell_said people_cell_read(const struct people_cells *cells, size_t column, const char *text,
                                  struct arena *a, struct people_record *r);

/* Do both hold the same there? Column and copying as above. */
bool people_cell_equal(size_t column, const struct people_record *x, const struct people_record *y);
void people_cell_copy(size_t column, struct people_record *to, const struct people_record *from);

/* Is it one of the cells of what is safe; of the referral; must it never be cleared? */
bool people_cell_safe(size_t column);
bool people_cell_referral(size_t column);
bool people_cell_kept(size_t column);

/*
 * What is to be minded with a number, beyond the columns that begin with safe_: it stands beside
 * each number in files. Belongs to a.
 */
const char *people_safety_text(const struct safe_contact *c, const struct person *p,
                               struct arena *a);

/* Numbers and addresses that may be used, as the file has them: "07700 900123; 0113 496 0111". */
const char *people_points_text(const struct contact_point_list *points,
                               enum contact_point_kind kind, struct arena *a);

/* Cut "a; b" into its trimmed parts; false behind the last. */
bool people_part(struct str *rest, struct str *ret);

#endif
