#include "model/concern.h"

const struct words concern_answers = WORDS("answer to a concern", CONCERN_ANSWERS);
const struct words need_levels = WORDS("level of need", NEED_LEVELS);
const struct words red_replies = WORDS("reply to an answer that needs a person", RED_REPLIES);
