#include "model/event.h"

const struct words event_kinds = WORDS("kind of event", EVENT_KINDS);
