#include "leeds_desk.h"

#include "casework/signposts.h"

#include "test.h"

#include "fixture.h"

#include <stdlib.h>

int leeds_desk_setup(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));

	assert_non_null(d);
	d->w = workplace_open();
	d->l = leeds_fill(d->w);
	*state = d;
	return 0;
}

int leeds_desk_teardown(void **state)
{
	struct desk *d = *state;

	workplace_close(d->w);
	free(d);
	return 0;
}

int64_t leeds_number(struct desk *d, const char *sql)
{
	return store_int(d->w->session->store, sql);
}

const char *leeds_text(struct desk *d, const char *sql)
{
	return store_text(d->w->session->store, sql, &d->w->arena);
}

int64_t leeds_buddies(struct desk *d, const char *column)
{
	return leeds_number(d, arena_printf(&d->w->arena,
	                                    "SELECT coalesce(%s, -1) FROM service"
	                                    " WHERE name LIKE 'LS6%%'",
	                                    column));
}

void leeds_told(struct desk *d, struct person_id person, const char *concern)
{
	struct new_signpost x = { .person = person,
		                  .service = d->l.buddies,
		                  .concern = concern,
		                  .kind = SIGNPOST_TOLD,
		                  .check_on = d->w->session->today + 18,
		                  .note = "" };
	struct signpost_saved saved;

	assert_int_equal(casework_signpost(d->w->session, &x, &d->w->arena, &saved), OK);
}
