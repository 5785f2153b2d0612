#ifndef MODEL_NATION_H
#define MODEL_NATION_H

#include "base/word.h"

/* The stored word is also the name of the nation's files under data/. */
#define NATIONS(X)                                 \
	X(NATION_ENGLAND, "england", "England")    \
	X(NATION_WALES, "wales", "Wales")          \
	X(NATION_SCOTLAND, "scotland", "Scotland") \
	X(NATION_NORTHERN_IRELAND, "northern-ireland", "Northern Ireland")
enum nation { NATION_NONE, NATIONS(WORD_ENUM) };
extern const struct words nations;

#endif
