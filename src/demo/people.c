#include "demo.h"

#include "model/contact_point.h"
#include "model/safe_contact.h"
#include "store/contact_points.h"
#include "store/safe_contacts.h"

/* Ten digits whose check digit holds, in the range that is never issued. */
static const char *draw_number(struct demo *d)
{
	for (;;) {
		int digits[10] = { 9, 9, 9 }, sum = 0;
		char text[11];

		for (int i = 3; i < 9; i++)
			digits[i] = draw(d, 0, 9);
		for (int i = 0; i < 9; i++)
			sum += digits[i] * (10 - i);
		digits[9] = (11 - sum % 11) % 11;
		if (digits[9] == 10)
			continue;
		for (int i = 0; i < 10; i++)
			text[i] = (char)('0' + digits[i]);
		text[10] = '\0';
		return arena_strdup(d->a, text);
	}
}

static void draw_name(struct demo *d, struct person *p)
{
	struct table t;

	draw_row(d, d->names, &t);
	p->family_name = draw_part(d, table_field(&t, "family"));
	p->given_name = draw_part(d, table_field(&t, p->sex == SEX_FEMALE ? "female" : "male"));
	p->ethnicity = draw_of_100(d, 92) ? arena_str(d->a, table_field(&t, "ethnicity")) : "";
	if (table_field(&t, "language").n > 0 && draw_of_100(d, 35)) {
		p->language = arena_str(d->a, table_field(&t, "language"));
		p->interpreter = draw_of_100(d, 60) ? "interpreter" : "";
	}
}

static void draw_place(struct demo *d, struct person *p)
{
	static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
	struct table t;

	draw_row(d, d->streets, &t);
	p->address = arena_printf(d->a, "%d %s", draw(d, 1, 94),
	                          draw_part(d, table_field(&t, "streets")));
	p->postcode = arena_printf(d->a, "%s %d%c%c", arena_str(d->a, table_field(&t, "outcode")),
	                           draw(d, 1, 9), letters[draw(d, 0, 19)], letters[draw(d, 0, 19)]);
	p->council = arena_str(d->a, table_field(&t, "council"));
	p->gp_practice = draw_words(d, "gp");
}

static int number_in(const struct table *t, const char *column)
{
	long long n;

	return str_int(table_field(t, column), &n) ? (int)n : 0;
}

static void draw_illness(struct demo *d, struct life *l)
{
	struct person *p = &l->person;
	struct table t;
	struct str sex;

	draw_row(d, d->cancers, &t);
	sex = table_field(&t, "sex");
	p->sex = sex.n > 0 ? (enum sex)words_find(&sexes, sex)
	                   : (draw_of_100(d, 55) ? SEX_FEMALE : SEX_MALE);
	p->born_on = l->received - 365 * draw(d, number_in(&t, "from"), number_in(&t, "to")) -
	             draw(d, 0, 364);
	if (l->standing == STAND_CARER)
		return;
	p->cancer_group = arena_str(d->a, table_field(&t, "group"));
	p->treatment = draw_part(d, table_field(&t, "treatments"));
	p->diagnosed_on = l->received - draw(d, 4, 40);
	p->urgent_referral_on = p->diagnosed_on - draw(d, 12, 45);
	l->cancer_concerns = arena_str(d->a, table_field(&t, "concerns"));
}

void invent_person(struct demo *d, struct life *l)
{
	struct person *p = &l->person;

	draw_illness(d, l);
	draw_name(d, p);
	draw_place(d, p);
	if (draw_of_100(d, 85)) {
		p->care_number = draw_number(d);
		p->care_number_kind = NUMBER_NHS;
	}
	if (draw_of_100(d, 60))
		p->pronouns = p->sex == SEX_MALE ? "he/him" : "she/her";
	p->lives_alone = draw_of_100(d, 88) ? (draw_of_100(d, 38) ? SAID_YES : SAID_NO) : NOT_ASKED;
	p->work = p->born_on < l->received - 66 * 365 ? "retired" : draw_words(d, "work");
	p->access_needs = draw_of_100(d, 12) ? draw_words(d, "access") : "";
	p->matters = draw_of_100(d, 60) ? draw_words(d, "matters") : "";
	p->clinical_contact = draw_of_100(d, 70) ? draw_words(d, "nurse") : "";
	p->clinical_phone =
		p->clinical_contact[0] ? arena_printf(d->a, "0113 496 0%d", draw(d, 400, 439)) : "";
	p->alert_phone = "0113 496 0199";
	p->knows_cancer = draw_of_100(d, 94)   ? KNOWS_YES
	                  : draw_of_100(d, 50) ? KNOWS_PARTLY
	                                       : KNOWING_NONE;
	p->paper_seen = draw_of_100(d, 50) ? SAID_NO : NOT_ASKED;
}

/* ---- what is safe, and their numbers ---- */

static enum asked draw_asked(struct demo *d, int yes, int no)
{
	int n = draw(d, 0, 99);

	return n < yes ? SAID_YES : n < yes + no ? SAID_NO : NOT_ASKED;
}

static void draw_rules(struct demo *d, struct safe_contact *s)
{
	bool easy = draw_of_100(d, 45);

	s->ring = SAID_YES;
	s->other_may_answer = easy ? SAID_YES : draw_asked(d, 70, 25);
	s->voicemail = easy ? SAID_YES : draw_asked(d, 60, 35);
	s->text = easy ? SAID_YES : draw_asked(d, 75, 15);
	s->email = easy ? SAID_YES : draw_asked(d, 50, 20);
	s->post = easy ? SAID_YES : draw_asked(d, 75, 20);
	s->visit = easy ? SAID_YES : draw_asked(d, 70, 20);
	s->partner_told = easy ? SAID_YES : draw_asked(d, 75, 6);
	if (easy)
		return;
	s->text_first = s->text == SAID_YES && draw_of_100(d, 25);
	s->visit_in_two = draw_of_100(d, 4);
	s->hours = draw_of_100(d, 20) ? draw_words(d, "hours") : "";
	s->say = s->other_may_answer == SAID_YES && draw_of_100(d, 30) ? draw_words(d, "say") : "";
	s->note = draw_of_100(d, 15) ? draw_words(d, "note.safe") : "";
	s->danger = draw_of_100(d, 3);
}

static void put_phone(struct demo *d, const struct life *l, const char *number, const char *label,
                      const char *whose)
{
	struct contact_point x = contact_point_blank;
	struct contact_point_id id;

	x.person = l->person.id;
	x.kind = CONTACT_POINT_PHONE;
	x.value = number;
	x.label = label;
	x.whose = whose;
	DO(d, contact_point_add(d->c, &x, &id));
}

static const char *whose(struct demo *d, const struct person *p)
{
	if (draw_of_100(d, 60))
		return p->sex == SEX_MALE ? "his alone" : "hers alone";
	return draw_of_100(d, 30) ? "shared at home" : "";
}

void put_safe(struct demo *d, const struct life *l)
{
	struct safe_contact s = safe_contact_blank;

	put_phone(d, l, arena_printf(d->a, "07700 900%03d", 200 + d->phones++), "mobile",
	          whose(d, &l->person));
	if (draw_of_100(d, 30))
		put_phone(d, l, arena_printf(d->a, "0113 496 0%03d", 500 + d->landlines++), "home",
		          "");
	if (l->standing == STAND_NEW ? draw_of_100(d, 70) : draw_of_100(d, 12))
		return; /* not asked yet */
	s.person = l->person.id;
	draw_rules(d, &s);
	s.set_on = l->received + draw(d, 0, 3);
	if (s.set_on > DEMO_DAY - 1)
		s.set_on = DEMO_DAY - 1;
	s.set_by = l->worker.n ? l->worker : account_named(d, "mary");
	DO(d, safe_contact_put(d->c, &s));
}
