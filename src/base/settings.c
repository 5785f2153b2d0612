#include "base/settings.h"

#include "base/buf.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/str.h"

#include <stdlib.h>
#include <unistd.h>

static const char *text(const char *name, struct arena *a)
{
	return arena_strdup(a, getenv(name));
}

static bool set(const char *name)
{
	return !text_empty(getenv(name));
}

static const char *absolute(const char *name, struct arena *a)
{
	const char *path = text(name, a);

	return path[0] == '/' ? path : "";
}

/* The XDG folder of that name, else its place in the home; "" when there is neither. */
static const char *folder(const char *name, const char *home, const char *place, struct arena *a)
{
	const char *path = absolute(name, a);

	if (!text_empty(path) || text_empty(home))
		return path;
	return arena_printf(a, "%s/%s", home, place);
}

static const char *below(const char *path, const char *name, struct arena *a)
{
	return text_empty(path) ? "" : arena_printf(a, "%s/%s", path, name);
}

/* The first eight characters of what the system calls this start of the machine. */
static const char *boot(struct arena *a)
{
	struct buf id = { 0 };
	const char *name = "";

	if (file_read("/proc/sys/kernel/random/boot_id", 64, &id) == OK && id.n >= 8)
		name = arena_str(a, (struct str){ id.at, 8 });
	buf_done(&id);
	return name;
}

/* Where somebody sits, and by which clock: for the record of who signed in. */
static const char *place(struct arena *a)
{
	const char *tty = ttyname(STDIN_FILENO), *id = boot(a);
	struct str remote = str_of(getenv("SSH_CONNECTION")), from = { 0 };

	str_cut(&remote, ' ', &from);
	if (tty && str_starts(str_of(tty), "/dev/"))
		tty += 5;
	return arena_printf(a, "%s%s%.64s, %s%s%s", text_empty(tty) ? "no terminal" : tty,
	                    from.n ? " from " : "", from.n ? arena_str(a, from) : "",
	                    clock_zone(clock_now(), a), text_empty(id) ? "" : ", boot ", id);
}

struct settings settings_read(struct arena *a)
{
	const char *home = absolute("HOME", a);
	const char *data = folder("XDG_DATA_HOME", home, ".local/share", a);
	const char *state = folder("XDG_STATE_HOME", home, ".local/state", a);
	const char *file = text("CLEW_FILE", a);

	return (struct settings){
		.case_file = text_empty(file) ? below(data, "clew/clew.db", a) : file,
		.login = text("CLEW_LOGIN", a),
		.state_folder = below(state, "clew", a),
		.home = home,
		.term = text("TERM", a),
		.editor = text("EDITOR", a),
		.place = place(a),
		.no_color = set("NO_COLOR"),
		.accessible = set("ACCESSIBLE"),
		.remote = set("SSH_CONNECTION"),
	};
}
