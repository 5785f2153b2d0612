#include "jane.h"

#include "test.h"

#include "casework/people.h"

void jane_referral(struct new_referral *ret)
{
	struct new_referral r = { .about = person_details_blank(),
		                  .referral = referral_blank,
		                  .worker = "priya" };
	struct person *p = &r.about.person;
	struct safe_contact *safe = &r.about.safe;

	p->family_name = "Carter";
	p->given_name = "Jane";
	p->known_as = "Janie";
	p->pronouns = "she/her";
	assert_true(day_parse_iso(STR("1981-03-12"), &p->born_on));
	p->care_number = "9994004123";
	p->care_number_kind = NUMBER_NHS;
	p->postcode = "LS6 2AB";
	p->council = "E08000035";
	p->lives_alone = SAID_YES;
	p->work = "her own interior design business";
	p->cancer_group = "breast";
	p->stage = STAGE_DIAGNOSED;
	p->knows_cancer = KNOWS_YES;
	safe->ring = SAID_YES;
	safe->other_may_answer = SAID_YES;
	safe->voicemail = SAID_NO;
	safe->text = SAID_YES;
	safe->text_first = true;
	safe->email = SAID_YES;
	safe->post = SAID_NO;
	safe->visit = SAID_YES;
	safe->partner_told = SAID_NO;
	safe->say = "Priya, from the Leeds office.";
	r.about.phones[0].value = "07700900123";
	r.about.phones[0].label = "mobile";
	r.about.phones[0].whose = "hers";
	r.referral.source = "specialist_nurse";
	r.referral.referrer = "Sister Amy Cole, St James's";
	r.referral.return_phone = "0113 496 0155";
	r.referral.reason = "Money and how to go on working";
	r.referral.knows_referral = SAID_YES;
	*ret = r;
}

struct person_id jane_received(struct workplace *w)
{
	struct new_referral in;
	struct received r;

	jane_referral(&in);
	if (casework_receive_referral(w->session, &in, &w->arena, &r) != OK)
		fail_msg("%s", session_fault(w->session));
	return r.person;
}
