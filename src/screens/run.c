#include "screens/run.h"

#include "desk.h"
#include "screens.h"
#include "tabs.h"

#include "base/words.h"

#include <stdio.h>

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
		          .counts_in = start->counts_in,
		          .printer = start->printer };
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
