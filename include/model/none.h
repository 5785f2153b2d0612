#ifndef MODEL_NONE_H
#define MODEL_NONE_H

/* A number that may be missing (a score, minutes, an age, pence) is -1 when it is. */
#define NUMBER_NONE (-1)

#endif
