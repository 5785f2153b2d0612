#ifndef MODEL_PERSON_H
#define MODEL_PERSON_H

#include "base/day.h"
#include "base/word.h"
#include "model/happening.h"
#include "model/ids.h"

/* Kinds of care number: NHS (England, Wales), CHI (Scotland), H&C (Northern Ireland). */
#define NUMBER_KINDS(X)                    \
	X(NUMBER_NHS, "nhs", "NHS number") \
	X(NUMBER_CHI, "chi", "CHI number") \
	X(NUMBER_HC, "hc", "H&C number")   \
	X(NUMBER_DOUBTFUL, "doubtful", "number to be checked")
enum number_kind { NUMBER_KIND_NONE, NUMBER_KINDS(WORD_ENUM) };
extern const struct words number_kinds;

#define SEXES(X)                                               \
	X(SEX_FEMALE, "female", "female")                      \
	X(SEX_MALE, "male", "male")                            \
	X(SEX_INDETERMINATE, "indeterminate", "indeterminate") \
	X(SEX_NOT_KNOWN, "not_known", "not known")
enum sex { SEX_NONE, SEXES(WORD_ENUM) };
extern const struct words sexes;

/* Where they are: the last two are of people who care for somebody. */
#define STAGES(X)                                                                  \
	X(STAGE_SUSPECTED, "suspected", "waiting to know")                         \
	X(STAGE_DIAGNOSED, "diagnosed", "diagnosed")                               \
	X(STAGE_AWAITING_TREATMENT, "awaiting_treatment", "waiting for treatment") \
	X(STAGE_IN_TREATMENT, "in_treatment", "in treatment")                      \
	X(STAGE_TREATMENT_ENDED, "treatment_ended", "treatment ended")             \
	X(STAGE_FOLLOW_UP, "follow_up", "being followed up")                       \
	X(STAGE_RECURRENCE, "recurrence", "it has come back")                      \
	X(STAGE_LIVING_WITH, "living_with", "living with it")                      \
	X(STAGE_END_OF_LIFE, "end_of_life", "comfort and support")                 \
	X(STAGE_DIED, "died", "died")                                              \
	X(STAGE_CARING, "caring", "caring for somebody")                           \
	X(STAGE_BEREAVED, "bereaved", "bereaved")
enum stage { STAGE_NONE, STAGES(WORD_ENUM) };
extern const struct words stages;

/* Do they know that it is cancer? None: not asked, which is taken for no. */
#define KNOWINGS(X)                         \
	X(KNOWS_YES, "yes", "yes")          \
	X(KNOWS_PARTLY, "partly", "partly") \
	X(KNOWS_NO, "no", "no")
enum knowing { KNOWING_NONE, KNOWINGS(WORD_ENUM) };
extern const struct words knowings;

/*
 * Somebody the service is there for. Fields are named as their columns; strings belong to whoever
 * filled it in and are "" where nothing is known, days DAY_NONE.
 */
struct person {
	struct person_id id;
	int64_t ver;
	const char *family_name; /* never empty */
	const char *given_name;
	const char *known_as;
	const char *pronouns;
	day born_on;
	const char *care_number; /* ten digits, or empty */
	enum number_kind care_number_kind;
	enum sex sex;
	const char *gender;
	const char *ethnicity; /* code of data/words/ethnicities.tsv */
	const char *religion;
	const char *language;
	const char *interpreter;
	const char *access_needs;
	const char *address;
	const char *postcode;
	const char *council; /* GSS code */
	int deprivation;     /* 1..10, 1 the most deprived tenth; or NUMBER_NONE */
	enum asked lives_alone;
	const char *gp_practice;
	const char *gp_name;
	const char *gp_code; /* of the practice (ODS) */
	const char *work;
	const char *cancer_group;
	const char *cancer_site; /* ICD-10: "C50", "C18.7" */
	day diagnosed_on;
	day urgent_referral_on;
	enum stage stage;
	day stage_since;
	day stage_ends_on; /* planned end of the treatment or stay in hand */
	day in_hospital_since;
	const char *treatment; /* in words: "radiotherapy" */
	day treatment_began_on;
	day treatment_ended_on;
	const char *clinical_contact;
	const char *clinical_phone;
	const char *alert_phone; /* the number on their alert card */
	const char *matters;     /* what matters to them, in their words */
	const char *about_me;    /* what they want known of them, in their words */
	const char *about_by;    /* who helped them to write it */
	day about_on;
	enum knowing knows_cancer;
	enum asked paper_seen;  /* will anybody else see what is on paper */
	bool keep_apart;        /* no link, hint, merge or volunteer's hit */
	bool restricted;        /* to a named list */
	day no_more_contact_on; /* asked us to stop */
	day quiet_until;
	day died_on;
	const char *died_about; /* when the day is not known */
	enum sureness died_sure;
	struct person_id merged_into; /* 0; else everything of theirs stands there now */
	day created_on;               /* never DAY_NONE */
};

/* Nothing known: copy it to begin a new one. */
extern const struct person person_blank;

struct person_list {
	size_t n;
	struct person *at;
};

/* "Carter, Jane"; the family name alone where no other is known. Belongs to a. */
const char *person_name(const struct person *p, struct arena *a);

/* "J C" of "Carter, Jane “Janie”" or "Carter, Jane 1981"; "C" of "Carter". Belongs to a. */
const char *person_initials(const char *name, struct arena *a);

/* Whole years on that day, on the day of death at most; NUMBER_NONE when the birth day is unknown
 * or ahead. */
int person_age(const struct person *p, day today);

/* "her" of "she/her": as one speaks of them; "them" where no pronouns are known. Belongs to a. */
const char *person_them(const struct person *p, struct arena *a);

/* Did they die, be it reported only or on a day that is not known? */
bool person_died(const struct person *p);

#endif
