#ifndef MODEL_PLACES_H
#define MODEL_PLACES_H

#include "base/arena.h"
#include "model/nation.h"

#include <stdbool.h>

/* A centre of a district or a council, in thousandths of a degree: never a home. */
struct place {
	int latitude, longitude;
};

/* "ls62ab" is "LS6 2AB"; NULL when it is no whole postcode. Belongs to a. */
const char *postcode_normalise(const char *text, struct arena *a);
bool postcode_valid(const char *text);

/* "LS6" of "LS6 2AB", "ls62ab" or "ls6"; NULL when it is none of them. Belongs to a. */
const char *outcode_of(const char *text, struct arena *a);

/* False when that outcode is not in the list. */
bool outcode_centre(const char *outcode, struct place *ret);

/* As the crow flies, rounded to whole miles. */
int miles_between(struct place from, struct place to);

/*
 * "near" within one outcode or under a mile, else "about 4 miles"; "" when either outcode is not
 * known. Both are outcodes or postcodes. Belongs to a.
 */
const char *miles_text(const char *from, const char *to, struct arena *a);

/* A present local authority. Strings belong to the arena it came from. */
struct council {
	const char *code;     /* GSS: "E08000035" */
	const char *name;     /* "Leeds" */
	const char *official; /* "Leeds City Council" */
	const char *type;     /* "Metropolitan district", "County" */
	int miles;            /* from where one asked; 0 otherwise */
};

struct council_list {
	size_t n;
	struct council *at;
};

/*
 * The councils whose centres lie nearest to an outcode, likeliest first, at most `most`: to propose,
 * never to decide. Counties of two tiers are left out: their districts stand for them.
 */
struct council_list councils_near(const char *outcode, size_t most, struct arena *a);

/*
 * Those that probably border on a council: whose centres lie nearest to its own, at most `most`, none
 * of two tiers' counties. Which really do the data cannot say. n 0: it is no council.
 */
struct council_list councils_beside(const char *code, size_t most, struct arena *a);

/*
 * The councils somebody means: a present or former GSS code, then the whole name or official name,
 * then names with a word that begins so. n is 1 and certain when a code or a whole name matched.
 */
struct council_list council_find(const char *text, struct arena *a);

/* "Leeds"; the code itself when it is not known. Any area: council, county, region, nation, UK. */
const char *area_name(const char *code, struct arena *a);
#define council_name(code, a) area_name((code), (a))

/* Does the area lie in within, or is it the same: by the tree of council, county, region, nation. */
bool area_within(const char *area, const char *within);

/*
 * The code of the area somebody means: a code, the whole name of a council, county, region or nation,
 * "UK", or a beginning that only one council has. NULL when it is none, or could be two.
 */
const char *area_find(const char *text, struct arena *a);

/* The area itself and all it lies in: council, county, region, nation, UK. n 0: no code we know. */
struct area_path {
	size_t n;
	const char *at[8];
};

struct area_path area_path(const char *code, struct arena *a);

/* The nation of an area, NATION_NONE for the UK and for what is no code. */
enum nation area_nation(const char *code);

#endif
