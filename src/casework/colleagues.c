#include "colleagues.h"

#include "act.h"
#include "standing.h"

#include "base/clock.h"
#include "base/words.h"
#include "store/accounts.h"
#include "store/people.h"

const char *colleague_first(const char *name, struct arena *a)
{
	struct str rest = str_of(name), first;

	return str_cut(&rest, ' ', &first) ? arena_str(a, first) : name;
}

const char *colleague_when(const struct session *s, int64_t at, struct arena *a)
{
	return arena_printf(a, "%s %s", day_short(clock_day(at), s->today, a),
	                    minute_text(clock_minute(at), a));
}

const char *colleague_came(const struct session *s, int64_t at, struct arena *a)
{
	day on = clock_day(at);
	const char *time = minute_text(clock_minute(at), a);

	if (on == s->today)
		return time;
	if (s->today - on >= 7 || on > s->today)
		return day_plain(on, on, a);
	return arena_printf(a, "%s %s", weekday_short(day_weekday(on)), time);
}

enum status colleague_name(struct session *s, struct account_id id, struct arena *a,
                           const char **ret)
{
	struct account x;
	enum status rc = id.n ? account_get(s->store, id, a, &x) : E_NOT_FOUND;

	if (rc == E_NOT_FOUND)
		*ret = _("somebody");
	else if (rc != OK)
		return session_store(s, rc);
	else
		*ret = x.name;
	return OK;
}

enum status colleague_person(struct session *s, struct person_id id, struct arena *a,
                             const char **ret)
{
	struct person p;
	enum standing standing = STANDING_OWN;
	enum via via;
	enum status rc;

	*ret = "";
	if (id.n == 0)
		return OK;
	rc = session_store(s, person_get(s->store, id, a, &p));
	if (rc == OK && p.restricted)
		rc = standing_find(s, id, &standing, &via);
	if (rc == OK)
		*ret = standing == STANDING_SEALED
		               ? arena_printf(a, _("restricted, %s"), person_ref(id, a))
		               : act_name_seen(s, &p, a);
	return rc;
}

int64_t colleague_midnight(const struct session *s)
{
	return s->now - (int64_t)s->minute * 60;
}
