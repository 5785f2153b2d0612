#ifndef TESTS_DOOR_H
#define TESTS_DOOR_H

#include "casework/accounts.h"
#include "vault/keys.h"

/*
 * A case file with a key file in a folder of its own, slots that cost next to nothing: priya (Priya
 * Shah, coordinator and link worker), ann (Ann Reid, coordinator), ben (Ben Ojo, link worker) and mary
 * (Mary Bell, volunteer); each one's passphrase is "LOGIN has three words". The clock is the machine's.
 */
struct door {
	char folder[32], path[48];
	struct arena arena;
	char recovery[RECOVERY_ROOM];
};

struct door *door_open(void);
void door_close(struct door *d);
int door_setup(void **state);
int door_teardown(void **state);

/* Whatever comes of it; *ret is to be signed out of in any case. NULL: one's own passphrase. */
enum status door_try(struct door *d, const char *login, const char *passphrase,
                     struct session **ret);
/* It must come to OK. */
struct session *door_in(struct door *d, const char *login);

struct account_row door_row(struct door *d, struct session *s, const char *login);
struct account_id door_id(struct door *d, struct session *s, const char *login);

#endif
