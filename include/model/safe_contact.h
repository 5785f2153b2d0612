#ifndef MODEL_SAFE_CONTACT_H
#define MODEL_SAFE_CONTACT_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

/*
 * What is safe when reaching a person: one a person. Not asked is never taken for yes.
 * Strings belong to whoever filled it in, "" where nothing is set.
 */
struct safe_contact {
	struct person_id person;
	int64_t ver; /* 0: nothing was ever set */
	enum asked ring;
	enum asked other_may_answer;
	enum asked voicemail;
	enum asked text;
	enum asked email;
	enum asked post;
	enum asked visit;
	bool visit_in_two;
	bool text_first;
	enum asked partner_told;
	bool withhold_number;
	const char *hours;
	const char *say; /* what may be said if somebody else answers */
	const char *code_word;
	const char *speaks_for; /* who may be spoken to, and about what */
	const char *note;       /* one free sentence */
	bool danger;            /* shown with !! instead of ! */
	day set_on;
	struct account_id set_by;
	const char
		*ask_because; /* what changed since it was set: "a number changed"; "": nothing */
};

/* Nothing known: copy it to begin a new one. */
extern const struct safe_contact safe_contact_blank;

#endif
