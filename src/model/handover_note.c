#include "model/handover_note.h"

const struct words note_readers = WORDS("whom a note is for", NOTE_READERS);

const struct handover_note handover_note_blank = {
	.words = "",
};
