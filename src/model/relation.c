#include "model/relation.h"

const struct words relation_kinds = WORDS("kind of relation", RELATION_KINDS);

const struct relation relation_blank = {
	.name = "",
	.phone = "",
	.speaks_about = "",
};
