#ifndef MODEL_RULE_FILE_H
#define MODEL_RULE_FILE_H

#include "base/arena.h"
#include "base/status.h"
#include "base/word.h"

/*
 * Rules are data: four files in data/rules/, each of which a service may load its own in place of.
 * Their format is clew-rules(5). Reading is strict: a file with a fault is not taken.
 */
#define RULE_FILES(X)                                                    \
	X(RULES_DUE, "due", "when what falls due")                       \
	X(RULES_HAPPENED, "happened", "what follows from what happened") \
	X(RULES_QUIET, "quiet", "when somebody has gone quiet")          \
	X(RULES_TRY_AGAIN, "try-again", "trying again, and then")
enum rule_file { RULE_FILE_NONE, RULE_FILES(WORD_ENUM) };
extern const struct words rule_files;
#define RULE_FILE_COUNT 4

#define RULE_BYTES_MOST 65536
#define RULE_FAULTS     100 /* told of one file; what is more is counted */

struct rule_fault {
	size_t line; /* from 1; 0: the whole file */
	const char *text;
};

struct rule_faults {
	size_t n;
	struct rule_fault *at;
	size_t more; /* beyond RULE_FAULTS */
};

/* As it comes with clew; lasts as long as the program. */
struct str rule_file_shipped(enum rule_file file);

/*
 * What is wrong with text as that file, every fault with its line. E_INVALID when there is any. Faults
 * belong to a. rows: how many rules it has, when it is in order.
 */
MUST_USE enum status rule_file_check(enum rule_file file, struct str text, struct arena *a,
                                     struct rule_faults *faults, size_t *rows);

/* Which of them text is, told by its columns; none when by none. */
enum rule_file rule_file_of(struct str text);

/* "line 12: there is no kind “calls”". Belongs to a. */
const char *rule_fault_text(const struct rule_fault *fault, struct arena *a);

#endif
