#ifndef MODEL_CONSENT_FORM_H
#define MODEL_CONSENT_FORM_H

#include "base/field.h"
#include "model/consent.h"
#include "model/notice.h"
#include "model/when.h"

/* What somebody says to one purpose. Begin with a copy of new_consent_blank. */
struct new_consent {
	struct person_id person;
	struct share_with with;
	enum consent_answer answer;
	enum consent_how how;
	day on_day;   /* DAY_NONE: today */
	day until_on; /* DAY_NONE: as the purpose has it */
	const char *note;
	struct assessment_id assessment; /* in which it was asked, of everybody at once; 0: none */
	const char *words;               /* it was asked in; NULL: those of the purpose */
};
extern const struct new_consent new_consent_blank;

/* answer, how, to_whom, on_day, until_on, note. */
extern const struct field consent_form[];

/*
 * What was typed; person, purpose and service are the caller's (a name that is typed over the
 * service's is somebody else). Problems by field.
 */
void consent_fill(struct new_consent *x, const struct values *v, const struct when_from *from,
                  struct arena *a, struct problems *problems);

/* The words of a purpose as they are read out, with whoever gets the details in them. Belongs to a. */
const char *consent_words(const char *words, const char *to_whom, struct arena *a);

/* A file is to leave: to_whom, purpose, path. */
extern const struct field export_form[];

/* The whole directory leaves: path. A calendar does: path, to_whom, purpose; without names: path. */
extern const struct field package_form[];
extern const struct field calendar_form[];
extern const struct field calendar_plain_form[];

/* The privacy notice was given: person and version are casework's. how, language, on_day. */
extern const struct field notice_form[];
void notice_fill(struct notice *x, const struct values *v, const struct when_from *from,
                 struct arena *a, struct problems *problems);

#endif
