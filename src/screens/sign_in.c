#include "sign_in.h"

#include "desk.h"
#include "screens.h"

#include "base/clock.h"
#include "base/words.h"
#include "casework/nameless.h"
#include "ui/keys.h"

/*
 * Who is it, and the passphrase; behind a one-time code a passphrase of one's own, and on shared
 * machines a PIN for the day. Also over the lock: whoever waits there is only signed out when somebody
 * else has come in.
 */

static void look_for_names(struct screen *s)
{
	struct sign_in_state *v = s->state;
	const struct desk *d = s->desk;
	const char *fault = NULL;

	v->names = (struct sign_in_names){ 0 };
	v->said = NULL;
	v->mendable = false;
	if (casework_sign_in_names(d->path, &s->keep, &v->names, &fault) != OK) {
		v->said = fault;
		v->mendable = casework_sign_in_can_mend(d->path);
	}
	v->desk = nameless_listed(d->path, clock_now());
	list_resize(&v->view, v->names.n);
	for (size_t i = 0; d->waiting && i < v->names.n; i++)
		if (text_equal(v->names.at[i].login, d->waiting->account.login))
			v->view.at = i;
	v->asking = v->names.n == 1 && !v->names.typed;
}

static enum status sign_in_begin(struct screen *s)
{
	struct sign_in_state *v = s->state;

	v->passphrase.secret = v->pin.secret = true;
	choose_begin(&v->choose);
	if (s->desk->path)
		look_for_names(s);
	return OK;
}

static const char *login_of(const struct sign_in_state *v)
{
	if (v->names.typed)
		return line_text(&v->login);
	return v->view.at < v->names.n ? v->names.at[v->view.at].login : "";
}

static void forget(struct line *l)
{
	line_done(l);
	*l = (struct line){ .secret = true };
}

/* ---- the wait after wrong tries: counted down, nobody types wrongly again meanwhile ---- */

/* Seconds still to wait; the next tick is asked for. */
static int64_t wait_left(struct screen *s)
{
	struct sign_in_state *v = s->state;
	int64_t now = desk_now_ms(s->desk), left = v->wait_until - now;

	if (v->wait_until == 0 || left <= 0) {
		v->wait_until = v->left = 0;
		return 0;
	}
	v->left = (left + 999) / 1000;
	s->desk->wake_ms = v->wait_until - (v->left - 1) * 1000;
	return v->left;
}

static enum outcome tick(struct screen *s)
{
	struct sign_in_state *v = s->state;

	if (v->wait_until != 0 && wait_left(s) == 0)
		v->said = _("Now: your passphrase once more, and Enter.");
	return REDRAW;
}

/* ---- in ---- */

static enum outcome come_in(struct screen *s)
{
	struct sign_in_state *v = s->state;

	s->desk->arrived = v->session;
	v->session = NULL;
	return STAY;
}

/* What is still asked of somebody whose passphrase was right. */
static enum outcome go_on(struct screen *s)
{
	struct sign_in_state *v = s->state;

	v->said = NULL;
	if (v->session->account.code_until != 0 && !session_read_only(v->session)) {
		v->stage = STAGE_CHOOSE;
		return REDRAW;
	}
	if (v->session->service.shared && v->session->service.pin_minutes > 0) {
		v->stage = STAGE_PIN;
		return REDRAW;
	}
	return come_in(s);
}

static enum outcome refused(struct screen *s, struct session *session, enum status rc)
{
	struct sign_in_state *v = s->state;

	v->said = arena_strdup(&s->keep, session_fault(session));
	if (rc == E_DENIED)
		v->wrong++;
	if (rc == E_BUSY && session->wait > 0) {
		v->wait_until = desk_now_ms(s->desk) + (int64_t)session->wait * 1000;
		wait_left(s);
	}
	casework_sign_out(session);
	return REDRAW;
}

static enum outcome try_it(struct screen *s)
{
	struct sign_in_state *v = s->state;
	struct desk *d = s->desk;
	struct session *session = NULL;
	struct sign_in how = { .path = d->path,
		               .login = login_of(v),
		               .passphrase = buf_str(&v->passphrase.text),
		               .read_only = d->read_only,
		               .place = d->from,
		               .counts_in = d->counts_in,
		               .own_wrong = v->wrong };
	enum status rc = casework_sign_in(&how, &session);

	if (rc == OK && d->today != DAY_NONE)
		rc = session_set_today(session, d->today);
	forget(&v->passphrase);
	if (rc != OK)
		return refused(s, session, rc);
	v->session = session;
	return go_on(s);
}

/* What is typed there is on record as nobody's, and nobody comes back to it. */
static enum outcome sit_at_desk(struct screen *s)
{
	struct sign_in_state *v = s->state;
	struct desk *d = s->desk;
	struct session *session = NULL;
	const struct sign_in how = { .path = d->path, .read_only = d->read_only, .place = d->from };
	enum status rc = casework_sign_in_nameless(&how, &session);

	if (rc != OK)
		return refused(s, session, rc);
	v->session = session;
	return come_in(s);
}

static enum outcome mend(struct screen *s)
{
	struct sign_in_state *v = s->state;
	const char *fault = NULL;

	if (casework_sign_in_mend(s->desk->path, &s->keep, &fault) != OK) {
		v->said = fault;
		return REDRAW;
	}
	look_for_names(s);
	v->said = _(
		"The copy before it stands in its place. Whoever had changed their passphrase since "
		"uses the one before.");
	return REDRAW;
}

static enum outcome enter(struct screen *s)
{
	struct sign_in_state *v = s->state;
	struct desk *d = s->desk;

	if (!d->path) {
		d->arrived = d->waiting;
		return STAY;
	}
	if (v->mendable)
		return mend(s);
	if (v->names.n == 0)
		return STAY;
	if (v->asking && !line_empty(&v->passphrase))
		return wait_left(s) > 0 ? REDRAW : try_it(s);
	v->asking = true;
	return REDRAW;
}

/* Another name: what was typed for the one before is not for this one. */
static enum outcome other_name(struct sign_in_state *v)
{
	forget(&v->passphrase);
	v->said = NULL;
	v->wait_until = v->left = 0;
	v->wrong = 0;
	v->asking = !v->names.typed;
	return REDRAW;
}

/* Nobody is listed: two lines, the login and the passphrase. */
static enum outcome take_login(struct screen *s, const struct input *in)
{
	struct sign_in_state *v = s->state;
	struct line *l = v->asking ? &v->passphrase : &v->login;

	if (key_matches("Up", in) || key_matches("Down", in) || key_matches("Tab", in))
		return v->asking ? other_name(v) : enter(s);
	return line_take(l, in) == LINE_PASS ? PASS : REDRAW;
}

static enum outcome take_who(struct screen *s, enum act act, const struct input *in)
{
	struct sign_in_state *v = s->state;

	if (in->kind == INPUT_KEY && text_equal(in->key, "Enter"))
		return enter(s);
	if (v->names.typed)
		return take_login(s, in);
	if (list_take(&v->view, act))
		return other_name(v);
	v->asking = true;
	return line_take(&v->passphrase, in) == LINE_PASS ? PASS : REDRAW;
}

static enum outcome take_choose(struct screen *s, const struct input *in)
{
	struct sign_in_state *v = s->state;

	switch (choose_take(&v->choose, in)) {
	case CHOOSE_PASS:
		return PASS;
	case CHOOSE_REDRAW:
		return REDRAW;
	case CHOOSE_CHOSEN:
		break;
	}
	session_tick(v->session);
	if (!choose_store(&v->choose, v->session, &s->keep))
		return REDRAW;
	choose_end(&v->choose);
	return go_on(s);
}

static enum outcome take_pin(struct screen *s, const struct input *in)
{
	struct sign_in_state *v = s->state;
	bool done = in->kind == INPUT_KEY && text_equal(in->key, "Enter");

	if (!done)
		return line_take(&v->pin, in) == LINE_PASS ? PASS : REDRAW;
	if (!line_empty(&v->pin) && session_pin_set(v->session, buf_str(&v->pin.text)) != OK) {
		v->said = arena_strdup(&s->keep, session_fault(v->session));
		forget(&v->pin);
		return REDRAW;
	}
	forget(&v->pin);
	return come_in(s);
}

static enum outcome sign_in_take(struct screen *s, enum act act, const struct input *in)
{
	struct sign_in_state *v = s->state;

	if (in->kind == INPUT_TICK)
		return tick(s);
	if (in->kind == INPUT_KEY && text_equal(in->key, "Ctrl-C")) {
		s->desk->leave = true;
		return STAY;
	}
	switch (v->stage) {
	case STAGE_WHO:
		return act == ACT_TODAY && v->desk ? sit_at_desk(s) : take_who(s, act, in);
	case STAGE_CHOOSE:
		return take_choose(s, in);
	case STAGE_PIN:
		return take_pin(s, in);
	}
	return PASS;
}

static void sign_in_end(struct screen *s)
{
	struct sign_in_state *v = s->state;

	line_done(&v->passphrase);
	line_done(&v->login);
	line_done(&v->pin);
	choose_end(&v->choose);
	casework_sign_out(v->session);
	s->desk->wake_ms = 0;
}

static unsigned sign_in_has(const struct screen *s)
{
	const struct sign_in_state *v = s->state;

	if (v->stage != STAGE_WHO)
		return 0;
	return (v->desk ? NEEDS_DESK : 0) | (v->names.n > 1 && !v->names.typed ? NEEDS_ROW : 0);
}

static bool sign_in_typing(const struct screen *s)
{
	(void)s;
	return true;
}

void desk_say_missed(struct desk *d)
{
	struct session *s = d->session;
	struct missed_tries m;
	const char *when = "";

	if (s && s->clock_set != 0) {
		desk_say(d, "%s", session_clock_text(s, &d->frame));
		s->clock_set = 0;
	}
	if (!s || s->missed.count == 0)
		return;
	m = s->missed;
	s->missed = (struct missed_tries){ 0 };
	if (m.last_at != 0)
		when = arena_printf(&d->frame, _("%s%s %s"), m.count > 1 ? _(", the last ") : ", ",
		                    day_short(clock_day(m.last_at), s->today, &d->frame),
		                    minute_text(clock_minute(m.last_at), &d->frame));
	if (m.count == 1)
		desk_say(d, _("1 wrong try since you were last here%s."), when);
	else
		desk_say(d, _("%d wrong tries since you were last here%s."), m.count, when);
}

static const struct binding sign_in_bindings[] = {
	{ "Enter", ACT_OPEN, 0, "Sign in", "sign in" },
	{ "Up", ACT_UP, NEEDS_ROW, "The name above", NULL },
	{ "Down", ACT_DOWN, NEEDS_ROW, "The name below", "another name" },
	{ "F2", ACT_TODAY, NEEDS_DESK, "The Desk, no name needed", "Desk, no name" },
	{ "Tab", ACT_NONE, NEEDS_HIDDEN, "From the login to the passphrase, where it is typed",
	  NULL },
	{ "Ctrl-C", ACT_QUIT, 0, "Leave clew", "leave" },
	{ 0 },
};

const struct screen_ops sign_in_screen = {
	.name = "sign-in",
	.title = "Sign in",
	.state_size = sizeof(struct sign_in_state),
	.bindings = sign_in_bindings,
	.begin = sign_in_begin,
	.render = sign_in_render,
	.take = sign_in_take,
	.typing = sign_in_typing,
	.has = sign_in_has,
	.end = sign_in_end,
};
