#ifndef MODEL_CONTACT_H
#define MODEL_CONTACT_H

#include "base/day.h"
#include "base/word.h"
#include "model/ids.h"

/* What happened, in the order of the digits 1 to 9. */
#define CONTACT_OUTCOMES(X)                                                 \
	X(CONTACT_SPOKE, "spoke", "spoke with them")                        \
	X(CONTACT_NO_ANSWER, "no_answer", "no answer")                      \
	X(CONTACT_MESSAGE, "message", "message")                            \
	X(CONTACT_SOMEBODY_ELSE, "somebody_else", "somebody else answered") \
	X(CONTACT_WRONG_NUMBER, "wrong_number", "wrong or dead number")     \
	X(CONTACT_TEXT_OR_EMAIL, "text_or_email", "text or e-mail sent")    \
	X(CONTACT_THEY_RANG, "they_rang", "they rang us")                   \
	X(CONTACT_FACE_TO_FACE, "face_to_face", "face to face")             \
	X(CONTACT_ASKED_TO_STOP, "asked_to_stop", "asked us to stop")
enum contact_outcome { CONTACT_OUTCOME_NONE, CONTACT_OUTCOMES(WORD_ENUM) };
extern const struct words contact_outcomes;

#define CONTACT_DIRECTIONS(X)            \
	X(CONTACT_IN, "in", "from them") \
	X(CONTACT_OUT, "out", "from us")
enum contact_direction { CONTACT_DIRECTION_NONE, CONTACT_DIRECTIONS(WORD_ENUM) };
extern const struct words contact_directions;

#define CONTACT_MODES(X)                                  \
	X(CONTACT_BY_PHONE, "phone", "phone")             \
	X(CONTACT_BY_VIDEO, "video", "video")             \
	X(CONTACT_IN_PERSON, "in_person", "in person")    \
	X(CONTACT_HOME_VISIT, "home_visit", "home visit") \
	X(CONTACT_BY_TEXT, "text", "text")                \
	X(CONTACT_BY_EMAIL, "email", "e-mail")            \
	X(CONTACT_BY_LETTER, "letter", "letter")
enum contact_mode { CONTACT_MODE_NONE, CONTACT_MODES(WORD_ENUM) };
extern const struct words contact_modes;

#define CONTACT_REACHES(X)                                      \
	X(REACHED_YES, "yes", "spoke")                          \
	X(REACHED_MESSAGE_LEFT, "message_left", "message left") \
	X(REACHED_NO, "no", "not reached")                      \
	X(REACHED_OTHER_PERSON, "other_person", "somebody else answered")
enum contact_reached { CONTACT_REACHED_NONE, CONTACT_REACHES(WORD_ENUM) };
extern const struct words contact_reaches;

/* Something said, written or tried between us and a person. */
struct contact {
	struct contact_id id;
	int64_t ver;
	struct person_id person;
	struct referral_id referral;
	day on_day;
	int at_minute; /* local, MINUTE_NONE when not known */
	enum contact_outcome outcome;
	enum contact_direction direction;
	enum contact_mode mode;
	enum contact_reached reached;
	const char *who_with;
	int minutes; /* it took; NUMBER_NONE when not counted */
	const char *note;
	struct account_id by_account;
	struct person_id moved_from; /* whose record it was put into by mistake */
};

/* Nothing known: copy it to begin a new one. */
extern const struct contact contact_blank;

struct contact_list {
	size_t n;
	struct contact *at;
};

/*
 * What an outcome says by itself: whether the person was reached, who turned to whom, and by what.
 * The forms begin with these and let direction and mode be corrected.
 */
/*
 * Do we reach out for it? Then it is not offered of somebody who died or asked us to stop; that they
 * rang us, or that one met (the family), still is.
 */
bool contact_goes_out(enum contact_outcome outcome);
enum contact_reached contact_reached_by(enum contact_outcome outcome);
enum contact_direction contact_usual_direction(enum contact_outcome outcome);
enum contact_mode contact_usual_mode(enum contact_outcome outcome);

bool contact_is_reached(const struct contact *c); /* spoken with the person */
bool contact_is_attempt(const struct contact *c); /* we turned to them, reached or not */

#endif
