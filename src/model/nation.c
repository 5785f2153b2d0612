#include "model/nation.h"

const struct words nations = WORDS("nation", NATIONS);
