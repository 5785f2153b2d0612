#ifndef MODEL_RULE_READ_H
#define MODEL_RULE_READ_H

#include "base/attr.h"
#include "base/table.h"
#include "model/rule_file.h"

/* One file of rules as it is read, row by row; faults are added as they are met. */
struct rule_reading {
	struct table t;
	struct arena *a;
	struct rule_faults *faults;
	size_t rows;
};

/* Begins at the header. False, with a fault, when a column is missing, twice, or not of columns. */
bool rule_reading_begin(struct rule_reading *r, struct str text, const char *const *columns,
                        size_t n);
bool rule_reading_next(struct rule_reading *r);

void rule_wrong(struct rule_reading *r, const char *fmt, ...) PRINTF_LIKE(2, 3);
/* 0..most; a fault and -1 when it is none. */
int rule_number(struct rule_reading *r, const char *column, int most);
/* A word of the set; a fault and 0 when it is none. */
int rule_word(struct rule_reading *r, const char *column, const struct words *words);
/* Something, not over 200 bytes, nothing that cannot be shown; a fault and "" when it is none. */
const char *rule_text_cell(struct rule_reading *r, const char *column);
/* small letters, digits, - and _; a fault and "" when it is none. */
const char *rule_id(struct rule_reading *r, const char *column);

/* The parts that know their own file. ret may be NULL: only to check. */
struct due_rules;
struct case_rules;
struct rule_list;
void due_rules_take(struct rule_reading *r, struct str text, struct due_rules *ret);
void quiet_rules_take(struct rule_reading *r, struct str text, struct case_rules *ret);
void happened_rules_take(struct rule_reading *r, struct str text, struct rule_list *ret);

#endif
