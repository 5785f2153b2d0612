#ifndef VAULT_READY_H
#define VAULT_READY_H

#include "base/die.h"

/* Before the first use of libsodium; later calls cost nothing. Dies when it does not start. */
void crypto_ready(void);

#endif
