#include "model/happening.h"

const struct words happening_kinds = WORDS("what has happened", HAPPENING_KINDS);
const struct words surenesses = WORDS("how sure it is", SURENESSES);
