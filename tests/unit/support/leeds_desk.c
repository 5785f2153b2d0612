#include "leeds_desk.h"

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
