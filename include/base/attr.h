#ifndef BASE_ATTR_H
#define BASE_ATTR_H

/* What gcc and clang can check for us. */
#define MUST_USE               __attribute__((warn_unused_result))
#define NORETURN               __attribute__((noreturn))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
