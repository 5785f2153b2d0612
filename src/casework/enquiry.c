#include "casework/enquiry.h"

#include "act.h"

#include "base/text.h"
#include "base/words.h"
#include "model/concerns.h"
#include "model/none.h"
#include "store/enquiries.h"

static const char *topic_label(const char *code, struct arena *a)
{
	return text_empty(code) ? _("something else") : concern_label(code, a);
}

static const char *summary(const struct enquiry *x, struct arena *a)
{
	const char *text = topic_label(x->topic, a);

	if (!text_empty(x->area))
		text = arena_printf(a, "%s, %s", text, x->area);
	if (x->minutes == 1)
		return arena_printf(a, _("%s, 1 minute"), text);
	return x->minutes == NUMBER_NONE ? text
	                                 : arena_printf(a, _("%s, %d minutes"), text, x->minutes);
}

static enum status add_in(struct change *c, const struct enquiry *x, const struct new_enquiry *in)
{
	struct enquiry_id id;
	enum status rc = enquiry_add(c, x, &id);

	for (size_t i = 0; rc == OK && i < in->services_n; i++)
		rc = enquiry_service_add(c, id, in->services[i]);
	return rc;
}

enum status casework_enquire(struct session *s, const struct new_enquiry *in, struct arena *a,
                             const char **said)
{
	struct enquiry x = enquiry_blank;
	struct change c = { 0 };
	const char *about;
	enum status rc;

	if (in->gave == ENQUIRY_GIFT_NONE)
		return session_fail(s, E_INVALID, "%s",
		                    _("What they were given is needed. Nothing was saved."));
	x.on_day = s->today;
	x.at_minute = s->minute;
	x.gave = in->gave;
	x.topic = in->topic;
	x.area = in->area;
	x.minutes = in->minutes;
	x.by_account = s->account.id;
	about = summary(&x, a);
	rc = act_begin(s, OP_ENQUIRE, &c, (struct person_id){ 0 },
	               arena_printf(a, _("enquiry: %s"), about));
	if (rc == OK)
		rc = add_in(&c, &x, in);
	rc = act_end(s, &c, rc);
	if (rc == OK)
		*said = arena_printf(a, _("Saved, without a name: %s."), about);
	return rc;
}

enum status casework_enquiries(struct session *s, struct arena *a, struct enquiry_rows *ret)
{
	struct enquiry_rows rows = { 0 };
	struct enquiry_list list = { 0 };
	enum status rc = casework_may(s, OP_ENQUIRE);

	if (rc == OK)
		rc = session_store(s, enquiries_since(s->store, s->today - ENQUIRIES_DAYS + 1,
		                                      ENQUIRIES_SHOWN, a, &list));
	for (size_t i = 0; rc == OK && i < list.n; i++) {
		struct enquiry_row *row = ARENA_PUSH(a, &rows);

		row->enquiry = list.at[i];
		row->topic = topic_label(list.at[i].topic, a);
		rows.today += list.at[i].on_day == s->today;
		rc = session_store(
			s, enquiry_services_text(s->store, list.at[i].id, a, &row->services));
	}
	if (rc == OK)
		*ret = rows;
	return rc;
}
