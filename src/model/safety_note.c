#include "model/safety_note.h"

const struct words safety_abouts = WORDS("what a safety note is about", SAFETY_ABOUTS);
