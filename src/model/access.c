#include "model/access.h"

const struct words vias = WORDS("why somebody may", VIAS);
const struct words access_kinds = WORDS("kind of access", ACCESS_KINDS);
const struct words access_reasons = WORDS("reason for opening", ACCESS_REASONS);
const struct words access_reviews = WORDS("review of access", ACCESS_REVIEWS);

const struct access access_blank = {
	.note = "",
	.review_note = "",
};

static enum standing is(enum standing standing, enum via why, enum via *via)
{
	*via = why;
	return standing;
}

static enum standing standing_sealed(const struct ties *t, enum via *via)
{
	if (t->named)
		return is(t->own ? STANDING_OWN : STANDING_ASSIGNED, VIA_NAMED, via);
	if (t->cover_given)
		return is(STANDING_ASSIGNED, VIA_COVER, via);
	if (t->anyway)
		return is(STANDING_ASSIGNED, VIA_ANYWAY, via);
	return is(STANDING_SEALED, VIA_NONE, via);
}

enum standing standing_of(const struct ties *t, enum via *via)
{
	if (t->restricted)
		return standing_sealed(t, via);
	if (t->own)
		return is(STANDING_OWN, VIA_OWN, via);
	if (t->cover)
		return is(STANDING_ASSIGNED, VIA_COVER, via);
	if (t->shift)
		return is(STANDING_ASSIGNED, VIA_SHIFT, via);
	if (t->intake)
		return is(STANDING_ASSIGNED, VIA_INTAKE, via);
	if (t->nobodys)
		return is(STANDING_ASSIGNED, VIA_NOBODYS, via);
	if (t->reason)
		return is(STANDING_ASSIGNED, VIA_REASON, via);
	if (t->anyway)
		return is(STANDING_ASSIGNED, VIA_ANYWAY, via);
	return is(STANDING_OTHER, VIA_NONE, via);
}
