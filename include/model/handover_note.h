#ifndef MODEL_HANDOVER_NOTE_H
#define MODEL_HANDOVER_NOTE_H

#include "base/word.h"
#include "model/ids.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Whom a note is left for. */
#define NOTE_READERS(X)                                  \
	X(NOTE_FOR_NEXT, "next", "whoever is here next") \
	X(NOTE_FOR_ONE, "account", "one person")         \
	X(NOTE_FOR_VOLUNTEERS, "volunteers", "the volunteers")
enum note_reader { NOTE_READER_NONE, NOTE_READERS(WORD_ENUM) };
extern const struct words note_readers;

/* What somebody left for whoever comes next. Shown until it is read; kept with who read it when. */
struct handover_note {
	int64_t id, ver;
	struct person_id person; /* whom it is about, 0: nobody */
	enum note_reader reader;
	struct account_id for_account; /* of NOTE_FOR_ONE, else 0 */
	const char *words;             /* never empty */
	struct account_id left_by;
	int64_t left_at; /* UTC seconds */
	bool closed;     /* read by whom it was for, or taken away */
};
extern const struct handover_note handover_note_blank;

struct handover_note_list {
	size_t n;
	struct handover_note *at;
};

#endif
