#ifndef DEMO_STORY_H
#define DEMO_STORY_H

#include "demo.h"

/* Somebody whose story is told by hand: what is not said here is drawn. */
struct cast {
	const char *family, *given;
	enum sex sex;
	day born;
	const char *cancer;
	enum stage stage;
	const char *source, *referrer;
	const char *phone, *note; /* note: of what is safe */
	bool no_voicemail;
	int spoken;   /* last, days before DEMO_DAY; 0: never */
	int first_by; /* first contact by, days from DEMO_DAY; 0: as the rule has it */
};

void story_begin(struct demo *d, struct life *l, const struct cast *who); /* fills in l */
void story_spoken(struct life *l, day first, day last);
/* A number of theirs, and that all is safe but what is said. */
void story_safe(struct demo *d, const struct life *l, const char *phone, const char *note,
                enum asked voicemail);

#endif
