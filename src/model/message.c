#include "model/message.h"

const struct words message_kinds = WORDS("kind of message", MESSAGE_KINDS);
