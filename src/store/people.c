#include "store/people.h"

#include "row.h"

#include "store/people_merge.h"

#define ROW struct person
// clang-format off
#define PERSON_COLUMNS(X) \
	X(family_name, AS_TEXT) X(given_name, AS_TEXT) X(known_as, AS_TEXT) \
	X(pronouns, AS_TEXT) X(born_on, AS_DAY) X(care_number, AS_TEXT) \
	X(care_number_kind, AS_WORD(number_kinds)) X(sex, AS_WORD(sexes)) \
	X(gender, AS_TEXT) X(ethnicity, AS_TEXT) X(religion, AS_TEXT) X(language, AS_TEXT) \
	X(interpreter, AS_TEXT) X(access_needs, AS_TEXT) X(address, AS_TEXT) \
	X(postcode, AS_TEXT) X(council, AS_TEXT) X(deprivation, AS_NUMBER) X(gp_practice, AS_TEXT) X(gp_name, AS_TEXT) X(gp_code, AS_TEXT) \
	X(lives_alone, AS_ASKED) X(work, AS_TEXT) X(cancer_group, AS_TEXT) X(cancer_site, AS_TEXT) \
	X(diagnosed_on, AS_DAY) X(urgent_referral_on, AS_DAY) X(stage, AS_WORD(stages)) \
	X(stage_since, AS_DAY) X(stage_ends_on, AS_DAY) X(treatment, AS_TEXT) X(treatment_began_on, AS_DAY) X(treatment_ended_on, AS_DAY) \
	X(in_hospital_since, AS_DAY) X(clinical_contact, AS_TEXT) \
	X(clinical_phone, AS_TEXT) X(alert_phone, AS_TEXT) X(matters, AS_TEXT) X(about_me, AS_TEXT) X(about_by, AS_TEXT) X(about_on, AS_DAY) \
	X(knows_cancer, AS_WORD(knowings)) X(paper_seen, AS_ASKED) X(keep_apart, AS_FLAG) \
	X(restricted, AS_FLAG) X(no_more_contact_on, AS_DAY) X(quiet_until, AS_DAY) \
	X(died_on, AS_DAY) X(died_about, AS_TEXT) X(died_sure, AS_WORD(surenesses)) X(merged_into, AS_ID) \
	X(created_on, AS_DAY)
// clang-format on
#define SELECT_PERSON SELECT_WITH_ID("person", PERSON_COLUMNS)

static const struct column columns[] = { COLUMNS_WITH_ID(PERSON_COLUMNS) };
static const struct kept people = KEPT("person", columns, PERSON_COLUMNS);

enum status person_add(struct change *c, const struct person *x, struct person_id *ret)
{
	return row_add(c, &people, x, &ret->n);
}

enum status person_get(struct store *st, struct person_id id, struct arena *a, struct person *ret)
{
	return row_get(st, &people, id.n, a, ret);
}

enum status person_update(struct change *c, const struct person *x)
{
	return row_update(c, &people, x);
}

void person_fill(const struct person *from, struct person *into)
{
	row_fill(&people, from, into);
}

enum status people_after(struct store *st, struct person_id after, size_t limit, struct arena *a,
                         struct person_list *ret)
{
	sqlite3_stmt *q;
	enum status rc = stmt_borrow(
		st, &q, SQL(SELECT_PERSON "WHERE id > :after ORDER BY id LIMIT :limit"));

	if (rc != OK)
		return rc;
	stmt_bind_int(q, ":after", after.n);
	stmt_bind_int(q, ":limit", (int64_t)limit);
	return rows_read(st, q, &people, a, ret);
}
