#include "chain.h"

static void add_int(struct digest *d, int64_t value)
{
	uint64_t n = (uint64_t)value;
	uint8_t bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)(n >> (8 * i));
	digest_add(d, bytes, sizeof(bytes));
}

static void add_text(struct digest *d, struct str s)
{
	add_int(d, (int64_t)s.n);
	digest_add(d, s.at, s.n);
}

void chain_digest(const struct key *key, const uint8_t salt[SALT_BYTES], struct str body,
                  uint8_t ret[DIGEST_BYTES])
{
	struct digest d;

	digest_init(&d, key, "eventrow");
	digest_add(&d, salt, SALT_BYTES);
	digest_add(&d, body.at, body.n);
	digest_end(&d, ret);
}

void chain_begin(struct digest *d, const struct key *key, const uint8_t before[DIGEST_BYTES],
                 const struct chain_event *e)
{
	digest_init(d, key, "eventlnk");
	digest_add(d, before, DIGEST_BYTES);
	add_int(d, e->id);
	add_int(d, e->at);
	add_int(d, e->account);
	add_int(d, e->roles);
	add_int(d, e->session);
	add_int(d, e->person);
	add_int(d, e->rows);
	add_int(d, e->undoes);
	add_text(d, e->kind);
	add_text(d, e->what);
	add_text(d, e->via);
}

void chain_row(struct digest *d, const struct chain_row *row, const uint8_t digest[DIGEST_BYTES])
{
	add_int(d, row->seq);
	add_int(d, row->person);
	add_text(d, row->table);
	add_text(d, row->key);
	add_text(d, row->kind);
	digest_add(d, digest, DIGEST_BYTES);
}
