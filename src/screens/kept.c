#include "screens.h"

#include "desk.h"

#include "base/words.h"
#include "casework/drafts.h"

#include <stdio.h>

/* The next number of about, 0 when there is none. */
static int64_t number(struct str *about)
{
	struct str word;
	long long n = 0;

	if (!str_cut(about, ' ', &word) || !str_int(word, &n))
		return 0;
	return n;
}

static bool is_sheet(const struct visit *v)
{
	if (v->where == &note_screen)
		return v->id[1] == 0; /* else a note of before, put to somebody */
	return (v->where == &safety_screen || v->where == &reminder_screen) && v->id[0] == 0;
}

void sheet_about(int64_t sheet, char *about, size_t room)
{
	about[0] = '\0';
	if (sheet != 0)
		snprintf(about, room, "new %lld", (long long)sheet);
}

int64_t sheet_free(struct desk *d, const struct screen_ops *form)
{
	struct arena a = { 0 };
	struct draft kept;
	char about[32] = "";
	int64_t sheet = 0;

	while (casework_draft(d->session, form->name, about, &a, &kept) == OK) {
		if (sheet == 0)
			desk_say(d, _("Kept, unfinished: %s."), kept.title);
		sheet_about(++sheet, about, sizeof(about));
	}
	arena_reset(&a);
	return sheet;
}

void visit_anew(struct desk *d, struct visit *v)
{
	if (is_sheet(v))
		v->id[3] = sheet_free(d, v->where);
}

/*
 * What each draft was kept under, word by word: a digit is a number and which of id[] it is, - is passed
 * over, and t is the rest of it.
 */
static const struct kept_under {
	const struct screen_ops *form;
	const char *words;
} kept_under[] = {
	{ &consent_form_screen, "012" }, { &view_screen, "0" },
	{ &time_step_screen, "12" },     { &assessment_screen, "-1" },
	{ &strengths_screen, "01t" },    { &goal_screen, "01t" },
	{ &worse_screen, "01t" },        { &money_screen, "01t" },
	{ &review_screen, "01t" },       { &point_form_screen, "01t" },
	{ &relation_screen, "01t" },     { &signpost_screen, "01t" },
	{ &unmet_screen, "023t" },       { &went_on_screen, "012" },
	{ &service_form_screen, "-0t" }, { &snippet_form_screen, "-0t" },
};

/* One of several that were begun anew, about nobody yet: "new 2". */
static bool kept_anew(struct visit *v, struct str *about)
{
	bool referral = v->where == &referral_screen && v->id[0] == 0;

	if (!referral && !is_sheet(v))
		return false;
	number(about); /* the word before it */
	v->id[referral ? 1 : 3] = number(about);
	return true;
}

struct visit visit_kept(const struct screen_ops *form, struct person_id p, const char *about)
{
	struct visit v = visit_person(form, p);
	struct str rest = str_of(about);
	const char *words = "";

	if (kept_anew(&v, &rest))
		return v;
	for (size_t i = 0; i < COUNT_OF(kept_under); i++)
		if (kept_under[i].form == form)
			words = kept_under[i].words;
	for (; *words; words++) {
		if (*words == 't')
			v.text = rest.at ? rest.at : "";
		else if (*words == '-')
			number(&rest);
		else
			v.id[*words - '0'] = number(&rest);
	}
	return v;
}
