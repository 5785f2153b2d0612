#ifndef VAULT_KEY_H
#define VAULT_KEY_H

#include <stdint.h>

/* The file's data key: 32 random bytes. Sub-keys are derived from it; it is never written in clear. */
#define KEY_BYTES 32

struct key {
	uint8_t bytes[KEY_BYTES];
};

#endif
