#ifndef STORE_HANDLE_H
#define STORE_HANDLE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/status.h"
#include "image.h"
#include "store/change.h"
#include "store/store.h"
#include "vault/key.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct images;
struct names;
struct service_index;

/* What may be written at the moment; anything else that writes is a bug and ends the program. */
enum leave {
	LEAVE_NONE,   /* nothing: no change and no jot is open */
	LEAVE_READ,   /* nothing: one view of the file is held for long */
	LEAVE_CHANGE, /* every table; KEPT rows leave their image */
	LEAVE_JOT,    /* LIVE tables */
	LEAVE_FREE,   /* making and migrating the file: no images */
};

/* One prepared statement, kept as long as the store. */
struct stmt {
	const char *sql; /* the literal: its address is the key */
	sqlite3_stmt *q;
	const char **columns; /* names, resolved once; belong to the store's arena */
	int column_count;
	int hint; /* columns are mostly read in order */
	int next; /* the parameter bound last: they are mostly bound in order */
	bool lent;
	bool begun;                    /* stepped since it was borrowed */
	const char *damage;            /* of a row that was read; what the next step gives */
	const char *refuse;            /* of a value that was bound; what the next step gives */
	struct images_mark image_mark; /* row images there were before the statement began */
};

#define STMTS_RECENT 4

struct store {
	struct store *next; /* all open ones: a statement finds its store by its connection */
	sqlite3 *db;
	char *path; /* NULL in memory */
	enum store_mode mode;
	enum store_kind kind;
	struct key key;
	struct arena arena; /* lives as long as the store */

	struct stmt **stmts; /* open addressing, by the literal's address */
	size_t stmt_count, stmt_room;
	struct stmt *recent[STMTS_RECENT]; /* last asked for: some are read side by side */
	unsigned next_recent;

	struct names *names; /* NULL: not read since they changed */
	struct arena names_arena;
	struct service_index *services; /* the same of the directory */
	struct arena services_arena;

	struct buf fault;
	enum leave leave;
	bool lost; /* the engine ended the transaction in hand by itself */
	struct change *change;
	uint64_t words[8192]; /* hashes of what derive_service() wrote in it */
	struct stamp stamp;   /* of whoever is signed in */
	struct images *images;
	long wait_ms;  /* how long the queue is waited in: QUEUE_WAIT_MS, less in tests */
	int commit_ms; /* how long those who read are waited for when saving */
	int lock_fd;   /* of FILE.lock, -1 while closed */
};

struct store *stores_open(void); /* the first of them */

/* The store of a statement, and the statement's own record. A foreign one is a bug: die(). */
struct store *store_of(sqlite3_stmt *q);
struct stmt *stmt_of(sqlite3_stmt *q);

void stmts_done(struct store *st); /* finalizes all */

/* What the engine's result means, with its sentence; also finds out whether it rolled back. */
enum status store_fail_engine(struct store *st, int rc);

/* Run literal SQL that gives no rows and is not worth keeping: BEGIN, schema, pragmas. */
MUST_USE enum status store_exec(struct store *st, const char *sql);

#endif
