#ifndef MODEL_HANDOVER_NOTE_FORM_H
#define MODEL_HANDOVER_NOTE_FORM_H

#include "base/field.h"

/* reader, who (of reader *one person*), words. */
extern const struct field handover_note_form[];

/* What is missing. Problems are by field. */
void handover_note_problems(const struct values *v, struct arena *a, struct problems *problems);

#endif
