#include "demo.h"

#include "model/consent.h"
#include "model/cover.h"
#include "model/handover_note.h"
#include "store/access.h"
#include "store/consents.h"
#include "store/cover.h"
#include "store/handover_notes.h"

/* What several at one file have to do with each other. */

/* Grace has been unwell since Thursday: Ben sees to her people. */
static void put_cover(struct demo *d)
{
	struct cover x = cover_blank;
	int64_t id;

	x.away = account_named(d, "grace");
	x.by_account = account_named(d, "ben");
	x.from_on = DEMO_DAY - 4;
	x.back_on = DAY_NONE;
	x.reason = "unwell";
	x.started_by = account_named(d, "ann");
	DO(d, cover_add(d->c, &x, &id));
}

static void leave(struct demo *d, const char *by, const char *reader, struct person_id about,
                  const char *words)
{
	struct handover_note x = handover_note_blank;
	int64_t id;

	x.person = about;
	x.reader = reader ? NOTE_FOR_ONE : NOTE_FOR_VOLUNTEERS;
	if (reader)
		x.for_account = account_named(d, reader);
	x.words = words;
	x.left_by = account_named(d, by);
	x.left_at = ((DEMO_DAY - 3) * INT64_C(1440) + 16 * INT64_C(60) + 50) * 60;
	DO(d, handover_note_add(d->c, &x, &id));
}

/* The first of somebody's people who stand so. */
static const struct life *one_of(const struct demo *d, const struct life *lives, size_t n,
                                 const char *login, enum lot standing)
{
	struct account_id worker = account_named(d, login);

	for (size_t i = 0; i < n; i++)
		if (lives[i].worker.n == worker.n && lives[i].standing == standing)
			return &lives[i];
	return NULL;
}

void choose_restricted(struct demo *d, struct life *lives, size_t n)
{
	const struct life *l = one_of(d, lives, n, "tomasz", STAND_WELL);

	if (l)
		lives[l - lives].person.restricted = true;
}

static void put_named(struct demo *d, const struct life *l)
{
	DO(d, named_add(d->c, l->person.id, l->worker));
	DO(d, named_add(d->c, l->person.id, account_named(d, "ann")));
}

/* He let us talk to his brother, and then not any more. */
void put_taken_back(struct demo *d, const struct life *l)
{
	struct consent x = consent_blank;
	struct consent_id id;

	x.person = l->person.id;
	x.purpose = PURPOSE_FAMILY;
	x.answer = CONSENT_YES;
	x.how = CONSENT_BY_PHONE;
	x.to_whom = "his brother Gareth";
	x.on_day = DEMO_DAY - 48;
	x.until_on = DAY_NONE;
	x.by_account = l->worker;
	DO(d, consent_add(d->c, &x, &id));
	x.answer = CONSENT_WITHDRAWN;
	x.note = "They are not speaking now.";
	x.on_day = DEMO_DAY - 13;
	DO(d, consent_add(d->c, &x, &id));
}

void put_together(struct demo *d, const struct life *lives, size_t n)
{
	const struct life *new = one_of(d, lives, n, "grace", STAND_NEW);

	put_cover(d);
	if (new)
		leave(d, "grace", "ben", new->person.id,
		      "Not spoken to yet. She asked us to ring after four.");
	leave(d, "ann", NULL, (struct person_id){ 0 },
	      "The lift is out of order until Wednesday: meet people at the side door.");
	for (size_t i = 0; i < n; i++)
		if (lives[i].person.restricted)
			put_named(d, &lives[i]);
}
