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

/* About a person and one row of theirs; of money also the concern it is for. */
static bool is_row_of_theirs(const struct screen_ops *form)
{
	return form == &strengths_screen || form == &goal_screen || form == &worse_screen ||
	       form == &money_screen || form == &review_screen || form == &point_form_screen ||
	       form == &relation_screen;
}

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
	int64_t person = 0, service = 0;

	if (kept_anew(&v, &rest))
		return v;
	if (form == &consent_form_screen) {
		v.id[0] = number(&rest);
		v.id[1] = number(&rest);
		v.id[2] = number(&rest);
		return v;
	}
	if (form == &view_screen) {
		v.id[0] = number(&rest);
		return v;
	}
	if (form == &time_step_screen) {
		v.id[1] = number(&rest);
		v.id[2] = number(&rest);
		return v;
	}
	if (form == &assessment_screen) {
		number(&rest); /* the reference; behind it the one that is corrected */
		v.id[1] = number(&rest);
		return v;
	}
	if (is_row_of_theirs(form)) {
		v.id[0] = number(&rest);
		v.id[1] = number(&rest);
		v.text = rest.at ? rest.at : "";
		return v;
	}
	if (form != &signpost_screen && form != &unmet_screen && form != &service_form_screen)
		return v;
	person = number(&rest);
	service = number(&rest);
	v.text = rest.at ? rest.at : "";
	v.id[0] = form == &service_form_screen ? service : person;
	v.id[1] = form == &signpost_screen ? service : 0;
	return v;
}
