#ifndef BASE_WORDS_H
#define BASE_WORDS_H

/* Words a person reads. Marked now, translated once there is a second language. */
#define _(text) (text)

#endif
