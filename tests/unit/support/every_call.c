#include "every_call.h"

#include "every_call_make.h"
#include "fixture.h"

int64_t theirs(struct calling *c, const char *table)
{
	int64_t id = store_int(c->s->store,
	                       arena_printf(c->a, "SELECT min(id) FROM %s WHERE person = %lld",
	                                    table, (long long)c->person.n));

	return id > 0 ? id : 0;
}

const struct every_call *every_call_at(size_t i)
{
	static const struct every_call_part *const parts[] = { &every_call_people,
		                                               &every_call_services,
		                                               &every_call_work };

	for (size_t part = 0; part < COUNT_OF(parts); part++) {
		if (i < parts[part]->n)
			return &parts[part]->calls[i];
		i -= parts[part]->n;
	}
	return NULL;
}
