#include "screens/run.h"

#include "desk.h"
#include "screens.h"
#include "tabs.h"

#include "base/words.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Which terminal this is, for whoever wants to know who is in: "pts/4". Static. */
static const char *place(void)
{
	const char *name = ttyname(STDIN_FILENO);

	if (!name)
		return "";
	return strncmp(name, "/dev/", 5) == 0 ? name + 5 : name;
}

enum status screens_run(struct start *start, struct terminal *term)
{
	struct desk d = { .session = start->session,
		          .term = term,
		          .path = start->path,
		          .read_only = start->read_only,
		          .today = start->today,
		          .lock_after = start->lock_after,
		          .from = start->from,
		          .home = start->home,
		          .place = place() };
	struct visit first = visit_to(start->session ? tab_home(start->session) : &sign_in_screen);
	enum status rc = term->open(term);

	if (rc != OK) {
		snprintf(start->fault, sizeof(start->fault),
		         _("this terminal cannot show the screens (TERM is not known, or dumb). "
		           "clew today and clew find work without."));
	} else {
		desk_say_heads(&d);
		rc = desk_run(&d, &first);
		term->close(term);
		if (rc != OK && d.session)
			snprintf(start->fault, sizeof(start->fault), "%s",
			         session_fault(d.session));
	}
	desk_done(&d);
	start->session = NULL;
	return rc;
}
