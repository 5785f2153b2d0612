#include "model/safe.h"

#include "base/words.h"

const struct words channels = WORDS("channel", CHANNELS);

struct safe_person safe_person_of(const struct person *p, enum asked knows_referral)
{
	return (struct safe_person){
		.died = person_died(p),
		.no_more_contact = day_valid(p->no_more_contact_on),
		.knows_cancer = p->knows_cancer,
		.knows_referral = knows_referral,
	};
}

static enum asked answer(const struct safe_contact *c, enum channel channel)
{
	switch (channel) {
	case CHANNEL_RING:
		return c->ring;
	case CHANNEL_OTHER_MAY_ANSWER:
		return c->other_may_answer;
	case CHANNEL_VOICEMAIL:
		return c->voicemail;
	case CHANNEL_TEXT:
		return c->text;
	case CHANNEL_EMAIL:
		return c->email;
	case CHANNEL_POST:
		return c->post;
	case CHANNEL_VISIT:
		return c->visit;
	case CHANNEL_NONE:
		break;
	}
	return SAID_NO;
}

bool safe_allows(const struct safe_contact *c, const struct safe_person *p, enum channel channel)
{
	enum asked said = answer(c, channel);

	if (p->died || p->no_more_contact)
		return false;
	return said == SAID_YES || (channel == CHANNEL_RING && said == NOT_ASKED);
}

/* "No post to Jane", "Nobody but Jane may be spoken to". */
static const char *refusal_head(enum channel channel, const char *person, struct arena *a)
{
	if (channel == CHANNEL_OTHER_MAY_ANSWER)
		return arena_printf(a, _("Nobody but %s may be spoken to"), person);
	return arena_printf(a, _("No %s to %s"), words_label(&channels, (int)channel), person);
}

static const char *set_text(const struct safe_contact *c, const struct safe_words *words,
                            struct arena *a)
{
	struct date date;

	if (!day_valid(c->set_on))
		return _("they said no");
	date = day_to_date(c->set_on);
	if (date.year != day_to_date(words->today).year)
		return arena_printf(a, _("set %s"), day_birth(c->set_on, a));
	return arena_printf(a, _("set %d %s"), date.mday, month_short(date.month));
}

const char *safe_refusal(const struct safe_contact *c, const struct safe_person *p,
                         enum channel channel, const struct safe_words *words, struct arena *a)
{
	const char *head = refusal_head(channel, words->person, a);
	const char *what = words_label(&channels, (int)channel);

	if (safe_allows(c, p, channel))
		return NULL;
	if (channel == CHANNEL_OTHER_MAY_ANSWER)
		what = _("contact");
	if (p->died)
		return arena_printf(a, _("No %s: %s died."), what, words->person);
	if (p->no_more_contact)
		return arena_printf(a, _("No %s: %s asked us to stop."), what, words->person);
	if (answer(c, channel) == NOT_ASKED)
		return arena_printf(a, _("%s: not asked yet."), head);
	if (text_empty(words->set_by))
		return arena_printf(a, "%s: %s.", head, set_text(c, words, a));
	return arena_printf(a, _("%s: %s by %s."), head, set_text(c, words, a), words->set_by);
}

/* The parts of the line, put together with " · ". */
struct parts {
	struct arena *a;
	const char *line;
};

static void add(struct parts *p, const char *part)
{
	if (text_empty(part))
		return;
	p->line =
		*p->line ? arena_printf(p->a, "%s · %s", p->line, part) : arena_strdup(p->a, part);
}

static bool nothing_asked(const struct safe_contact *c)
{
	for (int channel = CHANNEL_RING; channel <= CHANNEL_VISIT; channel++)
		if (answer(c, (enum channel)channel) != NOT_ASKED)
			return false;
	return true;
}

static void add_channels(struct parts *p, const struct safe_contact *c)
{
	static const struct {
		enum channel channel;
		const char *no;
	} parts[] = {
		{ CHANNEL_RING, _("do not ring") },
		{ CHANNEL_OTHER_MAY_ANSWER, _("speak only to them") },
		{ CHANNEL_VOICEMAIL, _("no voicemail") },
		{ CHANNEL_TEXT, _("no text") },
		{ CHANNEL_EMAIL, _("no e-mail") },
		{ CHANNEL_POST, _("no post") },
		{ CHANNEL_VISIT, _("no visit") },
	};
	const char *not_asked = "";

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		enum asked said = answer(c, parts[i].channel);

		if (said == SAID_NO)
			add(p, parts[i].no);
		else if (said == NOT_ASKED && parts[i].channel != CHANNEL_RING)
			not_asked = arena_printf(p->a, "%s%s%s", not_asked, *not_asked ? ", " : "",
			                         words_label(&channels, (int)parts[i].channel));
	}
	if (*not_asked)
		add(p, arena_printf(p->a, _("not asked: %s"), not_asked));
}

static const char *compose(const struct safe_contact *c, struct arena *a)
{
	struct parts p = { a, "" };

	if (nothing_asked(c))
		add(&p,
		    _("not asked yet: ring only, say only your name, no message, no text, no post"));
	if (c->text_first && c->text == SAID_YES)
		add(&p, _("text first"));
	if (!nothing_asked(c))
		add_channels(&p, c);
	if (c->visit_in_two)
		add(&p, _("two of you"));
	if (c->withhold_number)
		add(&p, _("withhold your number"));
	if (c->partner_told == SAID_NO)
		add(&p, _("partner not told"));
	if (!text_empty(c->hours))
		add(&p, arena_printf(a, _("only %s"), c->hours));
	add(&p, c->note);
	return p.line;
}

static const char *stopped(const struct safe_person *p)
{
	if (p->died)
		return _("! died: no contact");
	return p->no_more_contact ? _("! asked us to stop: no contact") : NULL;
}

const char *safe_line(const struct safe_contact *c, const struct safe_person *p, struct arena *a)
{
	const char *line = stopped(p);

	if (line)
		return line;
	line = compose(c, a);
	if (c->danger)
		return arena_printf(a, "!! %s",
		                    *line ? line : _("danger: ask the safety lead first"));
	return *line ? arena_printf(a, "! %s", line) : "";
}

enum safe_strength safe_strength(const struct safe_contact *c, const struct safe_person *p)
{
	struct arena a = { 0 };
	bool any = *safe_line(c, p, &a) != '\0';

	arena_reset(&a);
	if (c->danger)
		return SAFE_DANGER;
	return any ? SAFE_WISH : SAFE_PLAIN;
}

const char *safe_knows_line(const struct safe_person *p)
{
	if (p->died || (p->knows_cancer == KNOWS_YES && p->knows_referral == SAID_YES))
		return "";
	return _("! may not know: ask what they understand first");
}

const char *safe_whole(const struct safe_contact *c, const struct safe_person *p, struct arena *a)
{
	const char *safe = safe_line(c, p, a), *knows = safe_knows_line(p);

	if (text_empty(knows))
		return safe;
	return text_empty(safe) ? knows : arena_printf(a, "%s · %s", safe, knows + 2);
}

bool safe_ask_again(const struct safe_contact *c, day today)
{
	return !day_valid(c->set_on) || today - c->set_on >= SAFE_ASK_AGAIN_DAYS ||
	       !text_empty(c->ask_because);
}

const char *safe_ask_text(const struct safe_contact *c, const struct safe_person *p, day today,
                          struct arena *a)
{
	if (stopped(p) || !day_valid(c->set_on) || !safe_ask_again(c, today))
		return "";
	if (!text_empty(c->ask_because))
		return arena_printf(a, _("ask again: %s"), c->ask_because);
	return _("ask again: set over 90 days ago");
}
