#include "package_take.h"
#include "trouble_in.h"

#include "base/text.h"
#include "base/words.h"
#include "store/derive.h"
#include "store/services.h"

/* One service of a directory that is here already. */
struct merging {
	struct package_taking *t;
	const struct package_entry *x; /* as the directory has it now */
	struct package_entry here, to;
	struct body said, was; /* by the directory, now and the last time */
	bool known;            /* it said something before */
	const char *changed, *kept;
	bool codes; /* concerns or areas */
};

static void list(struct merging *m, const char **names, const char *name)
{
	struct str rest = str_of(*names), one;

	while (str_cut(&rest, ',', &one))
		if (str_is(str_trim(one), name))
			return;
	*names = arena_printf(&m->t->row, "%s%s%s", *names, **names ? ", " : "", name);
}

/* What of a value is to be done: it is here as it is there, or one of the two was changed. */
enum verdict { AS_IT_IS, TAKE_IT, KEEP_OURS };

static enum verdict judge(const struct merging *m, const char *now, const char *last,
                          const char *ours)
{
	if (m->known && text_equal(now, last ? last : ""))
		return AS_IT_IS;
	if (text_equal(now, ours))
		return AS_IT_IS;
	if (!m->known)
		return text_empty(ours) ? TAKE_IT : text_empty(now) ? AS_IT_IS : KEEP_OURS;
	return text_equal(ours, last ? last : "") ? TAKE_IT : KEEP_OURS;
}

/* What was found out here about it stands: closed, full. */
static bool found_out_here(const struct merging *m, const char *name)
{
	return !m->known && text_equal(name, "status") && m->here.service.status != SERVICE_ACTIVE;
}

static void merge_fields(struct merging *m)
{
	for (size_t i = 0; i < entry_fields; i++) {
		const char *name = entry_field_name(i);
		const char *now = entry_field_value(i, m->x, &m->t->row);
		const char *ours = entry_field_value(i, &m->here, &m->t->row);
		enum verdict v = judge(m, now, body_value(&m->was, name), ours);

		if (v == KEEP_OURS && !m->known && text_equal(name, "status") &&
		    !found_out_here(m, name))
			v = TAKE_IT;
		if (v == TAKE_IT && !(text_equal(name, "name") && text_empty(now))) {
			entry_field_copy(i, &m->to, m->x);
			m->codes = m->codes || text_equal(name, "concerns") ||
			           text_equal(name, "areas");
			list(m, &m->changed, name);
		} else if (v == KEEP_OURS) {
			list(m, &m->kept, name);
		}
	}
}

/* ---- parts ---- */

static bool any_of_kind(const struct part_list *all, enum part_kind kind)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].kind == kind)
			return true;
	return false;
}

static enum status merge_part(struct merging *m, const struct part_list *ours,
                              const struct part *part)
{
	const char *last = body_value(&m->was, part->name);
	const struct part *old = part_named(ours, part->name);
	enum status rc = OK;

	if (last && text_equal(last, part->value))
		return OK;
	if (old && text_equal(old->value, part->value))
		return OK;
	if (old && last && text_equal(old->value, last))
		rc = package_part_change(m->t, &m->here, old, m->x, part);
	else if (!old && !last && (m->known || !any_of_kind(ours, part->kind)))
		rc = package_part_add(m->t, &m->here, m->x, part);
	else {
		list(m, &m->kept, part_kind_label(part->kind));
		return OK;
	}
	list(m, &m->changed, part_kind_label(part->kind));
	return rc;
}

/* What it has no more goes here too, unless it was changed here. */
static enum status drop_parts(struct merging *m, const struct part_list *ours)
{
	enum status rc = OK;

	for (size_t i = ours->n; rc == OK && i-- > 0;) {
		const struct part *old = &ours->at[i];
		const char *last = body_value(&m->was, old->name);

		if (!last || body_value(&m->said, old->name))
			continue;
		if (text_equal(last, old->value)) {
			rc = package_part_remove(m->t, &m->here, old);
			list(m, &m->changed, part_kind_label(old->kind));
		} else {
			list(m, &m->kept, part_kind_label(old->kind));
		}
	}
	return rc;
}

static enum status merge_parts(struct merging *m)
{
	struct part_list theirs = parts_of_entry(m->x, &m->t->row);
	struct part_list ours = parts_of_entry(&m->here, &m->t->row);
	enum status rc = OK;

	for (size_t i = 0; rc == OK && i < theirs.n; i++)
		rc = merge_part(m, &ours, &theirs.at[i]);
	return rc == OK ? drop_parts(m, &ours) : rc;
}

/* ---- one service ---- */

/* What a new state does to those who wait is the same, whoever says so. */
static enum status write_service(struct merging *m)
{
	struct service *x = &m->to.service;
	size_t told = 0;
	enum status rc;

	if (x->status == m->here.service.status)
		return service_update(&m->t->c, x);
	rc = service_state_in(m->t->s, &m->t->c, x, &told);
	if (rc == OK)
		m->t->report.n_told += (int64_t)told;
	return rc;
}

static enum status write(struct merging *m, bool was_gone)
{
	struct package_taking *t = m->t;
	struct service_id id = m->here.service.id;
	enum status rc = OK;

	if (was_gone)
		m->to.service.gone_on = DAY_NONE;
	if (*m->changed || m->to.service.gone_on != m->here.service.gone_on)
		rc = write_service(m);
	if (rc == OK && m->codes)
		rc = service_concerns_put(&t->c, id, &m->to.concerns);
	if (rc == OK && m->codes)
		rc = service_areas_put(&t->c, id, &m->to.areas);
	return rc == OK && *m->changed ? derive_service(&t->c, id) : rc;
}

static enum status remember(struct merging *m)
{
	struct feed_entry e = feed_entry_blank;

	e.feed = m->t->feed.id;
	e.external_id = m->x->id;
	e.service = m->here.service.id;
	e.body = body_text_of(&m->said, &m->t->row);
	e.seen_on = m->t->s->today;
	return feed_entry_put(&m->t->c, &e);
}

/* "Money Buddies: kept as it is here: phone." */
static void say(struct merging *m, const char *what, const char *names)
{
	struct arena *a = &m->t->row;
	const char *name = text_safe(str_of(m->here.service.name), a);

	package_say(m->t, &(struct import_problem){
				  .file = "",
				  .line = m->x->line,
				  .column = "",
				  .value = "",
				  .reason = arena_printf(a, "%s: %s: %s.", name, what, names) });
}

/* Without --update nothing that is here is touched. */
static enum status hold(struct merging *m)
{
	merge_fields(m);
	if (!*m->changed && !m->known) {
		m->t->report.n_same++;
		return OK;
	}
	if (!*m->changed)
		list(m, &m->changed, _("what belongs to it"));
	m->t->report.n_held++;
	say(m, _("changed, not applied"), m->changed);
	return OK;
}

static void count(struct merging *m, bool was_gone)
{
	struct import_report *r = &m->t->report;

	if (*m->changed || was_gone)
		r->n_changed++;
	else if (*m->kept)
		r->n_held++;
	else
		r->n_same++;
	m->t->wrote = true;
	if (*m->changed)
		say(m, _("changed"), m->changed);
	if (*m->kept)
		say(m, _("kept as it is here"), m->kept);
}

enum status package_merge(struct package_taking *t, const struct package_entry *x,
                          const struct feed_entry *before, struct service_id id)
{
	struct merging m = { .t = t, .x = x, .known = before != NULL, .changed = "", .kept = "" };
	bool was_gone = before && before->gone_on != DAY_NONE;
	enum status rc;

	m.said = body_of_entry(x, &t->row);
	if (before && !was_gone && text_equal(body_text_of(&m.said, &t->row), before->body)) {
		t->report.n_same++;
		return OK;
	}
	if (before)
		m.was = body_parse(before->body, &t->row);
	rc = session_store(t->s, package_entry_here(t, id, &m.here));
	if (rc != OK)
		return rc;
	m.to = m.here;
	body_sort(&m.said, &t->row);
	body_sort(&m.was, &t->row);
	if (!t->options->update && !was_gone)
		return hold(&m);
	merge_fields(&m);
	rc = merge_parts(&m);
	if (rc == OK)
		rc = write(&m, was_gone);
	if (rc == OK)
		rc = remember(&m);
	if (rc != OK)
		return session_store(t->s, rc);
	count(&m, was_gone);
	return OK;
}
