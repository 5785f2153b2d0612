#ifndef MODEL_SAFE_H
#define MODEL_SAFE_H

#include "model/person.h"
#include "model/safe_contact.h"

/*
 * The rules of reaching a person, in one place: every call, text, letter and
 * visit asks here first. *Not asked* is no for every channel but ringing.
 */
#define CHANNELS(X)                                                            \
	X(CHANNEL_RING, "ring", "call")                                        \
	X(CHANNEL_OTHER_MAY_ANSWER, "other_may_answer", "who else may answer") \
	X(CHANNEL_VOICEMAIL, "voicemail", "voicemail")                         \
	X(CHANNEL_TEXT, "text", "text")                                        \
	X(CHANNEL_EMAIL, "email", "e-mail")                                    \
	X(CHANNEL_POST, "post", "post")                                        \
	X(CHANNEL_VISIT, "visit", "visit")
enum channel { CHANNEL_NONE, CHANNELS(WORD_ENUM) };
extern const struct words channels;

/* What of a person the rules look at. */
struct safe_person {
	bool died; /* sure or reported */
	bool no_more_contact;
	enum knowing knows_cancer;
	enum asked knows_referral; /* of the open referral */
};

struct safe_person safe_person_of(const struct person *p, enum asked knows_referral);

/*
 * May the channel be used for this person? Nobody who died or asked us to stop is reached at all.
 * Ringing is allowed until they say no: saying only one's name.
 */
bool safe_allows(const struct safe_contact *c, const struct safe_person *p, enum channel channel);

/* What a refusal says besides. */
struct safe_words {
	const char *person; /* as one calls them: "Jane" */
	const char *set_by; /* who set what is safe: "P Shah", "" when not known */
	day today;
};

/*
 * Why not, as a sentence: "No post to Jane: set 3 Oct by P Shah." · "No text to Jane: not asked
 * yet." · "No visit: Jane died." NULL when it is allowed. Belongs to a.
 */
const char *safe_refusal(const struct safe_contact *c, const struct safe_person *p,
                         enum channel channel, const struct safe_words *words, struct arena *a);

/* How strongly the line is meant. */
enum safe_strength {
	SAFE_PLAIN,  /* everything was asked and nothing is to be minded: no line */
	SAFE_WISH,   /* ! */
	SAFE_DANGER, /* !! its line is left with Enter before a number is shown */
};
enum safe_strength safe_strength(const struct safe_contact *c, const struct safe_person *p);

/*
 * The contact-safety line, composed from what was answered and the one free sentence:
 * "! text first · no voicemail · no post · partner not told",
 * "! not asked yet: ring only, say only your name, no message, no text, no post" when nothing was
 * asked, else what was not is named: "not asked: e-mail, visit". "" for SAFE_PLAIN.
 * For staff's eyes only: never on paper that leaves, in files or window titles. Belongs to a.
 */
const char *safe_line(const struct safe_contact *c, const struct safe_person *p, struct arena *a);

/*
 * "! may not know: ask what they understand first", while it is not known that they know of the
 * referral and of the illness; "" when they do, or died.
 */
const char *safe_knows_line(const struct safe_person *p);

/* Both lines as one, the second behind the first. Belongs to a. */
const char *safe_whole(const struct safe_contact *c, const struct safe_person *p, struct arena *a);

/*
 * Is it time to ask again: never set, or set 90 days ago or more, or a partner, an address or a
 * number changed since?
 */
#define SAFE_ASK_AGAIN_DAYS 90
bool safe_ask_again(const struct safe_contact *c, day today);

/*
 * Why it is time, as a part of the line: "ask again: a number changed", "ask again: set over 90 days
 * ago"; "" where it is not, or where nothing was asked yet, which the line says. Belongs to a.
 */
const char *safe_ask_text(const struct safe_contact *c, const struct safe_person *p, day today,
                          struct arena *a);

#endif
