#include "story.h"

#include <stddef.h>

const char story_services[] =
	"name,organisation,description,concerns,areas,attendance,access,cost,wait_weeks,phone,"
	"status,last_checked,checked_how\r\n"
	"Citizens Advice Leeds,Citizens Advice,\"Debt, benefits and housing advice.\","
	"practical.money;practical.housing,E08000035,venue,drop-in,free,2,0113 496 0101,active,"
	"2026-11-20,phone\r\n"
	"Bradford Money Help,Bradford Money Help,Debt advice.,practical.money,E08000032,venue,"
	"drop-in,free,1,01274 496 0102,active,2026-11-20,phone\r\n";

static void keys(const struct story_desk *d, const char *what)
{
	d->keys(d->at, what);
}

static void type(const struct story_desk *d, const char *text)
{
	d->type(d->at, text);
}

static void shows(const struct story_desk *d, const char *text)
{
	d->shows(d->at, text);
}

static void hides(const struct story_desk *d, const char *text)
{
	d->hides(d->at, text);
}

static void stands(const struct story_desk *d, const char *text)
{
	d->stands(d->at, text);
}

/* Each answer and Enter, which goes on to the next. */
static void answer(const struct story_desk *d, const char *const *answers)
{
	for (; *answers; answers++) {
		type(d, *answers);
		keys(d, "Enter");
	}
}

void story_is_referred(const struct story_desk *d)
{
	static const char *const who[] = {
		"1",       "Amy Cole, St James's", "0113 496 0155", "Jane",       "Carter",
		"12/3/81", "9990000018",           "07700 900123",  "hers alone", NULL
	};
	static const char *const more[] = { "y", "Runs her own interior design business", NULL };

	shows(d, "Nothing is due and nobody is waiting.");
	keys(d, "n");
	shows(d, "1 A referral");
	keys(d, "1");
	stands(d, "Who is ringing");
	answer(d, who);
	shows(d, "12 Mar 1981, 45 years old");
	shows(d, "NHS number");
	/* ring, no voicemail, no text, text first was not asked, no post, partner not told */
	keys(d, "y Enter n Enter n Enter Enter n Enter n Enter");
	type(d, "Priya, from the Leeds office.");
	keys(d, "Enter y Enter y Enter");
	type(d, "Money, and how to go on working");
	keys(d, "Tab Enter");
	type(d, "ls6 2ab");
	keys(d, "Enter");
	shows(d, "Leeds");
	keys(d, "Enter");
	answer(d, more);
	stands(d, "Cancer group");
	type(d, "breast");
	keys(d, "Ctrl-S");
	shows(d, "Saved CL-000001. First contact by Mon 30 Nov, you. c rings them now.");
	shows(d, "no voicemail");
	shows(d, "partner not told");
	shows(d, "lives alone");
	keys(d, "g t");
	shows(d, "NOT YET SPOKEN TO");
	shows(d, "! no voicemail");
	stands(d, "Carter, Jane");
}

void story_is_rung(const struct story_desk *d)
{
	keys(d, "c");
	shows(d, "07700 900123");
	shows(d, "Say only: “Priya, from the Leeds office.”");
	shows(d, "3 message (NOT SAFE)");
	stands(d, "1 spoke with them");
	keys(d, "3");
	shows(d, "No voicemail to Jane");
	keys(d, "2 Ctrl-S");
	shows(d, "Saved. Second try set for Wed 25 Nov");
	stands(d, "Carter, Jane");
	shows(d, "1 try");
	keys(d, "c 1");
	type(d, "Rang from her studio. The rent is due on the 1st.");
	keys(d, "Tab");
	type(d, "Assess by phone");
	keys(d, "Tab");
	type(d, "tomorrow 9:30");
	shows(d, "Tue 24 Nov 09:30");
	keys(d, "Tab Tab Ctrl-U");
	type(d, "25");
	keys(d, "Ctrl-S");
	shows(d, "Next, Tue 24 Nov 09:30: Assess by phone");
	hides(d, "NOT YET SPOKEN TO");
}

static void is_interrupted(const struct story_desk *d)
{
	keys(d, "g n");
	stands(d, "What was said");
	type(d, "John Doe's sister rang, ring her back");
	keys(d, "Ctrl-S");
	shows(d, "It is in Unfinished on Today.");
	shows(d, "matters most");
	keys(d, "g t");
	shows(d, "Kept, Carter, Jane 1981: Assessment begun, 1 raised, not ended. g g returns.");
	shows(d, "Call note: John Doe's sister rang");
	keys(d, "g g");
	shows(d, "“I cannot pay the rent while I am not earning.”");
	shows(d, "1 raised");
}

void story_is_assessed(const struct story_desk *d)
{
	keys(d, "a");
	stands(d, "Overall, this past week");
	shows(d, "partner not told");
	keys(d, "t");
	shows(d, "Overall, this past week                      10            ! a person today");
	keys(d, "Backspace");
	shows(d, "Taken back. Overall");
	keys(d, "7 / m o 9");
	shows(d, "Money, bills or debt 9. Words and Enter, or an arrow to go on.");
	type(d, "I cannot pay the rent while I am not earning.");
	keys(d, "Enter m");
	stands(d, "Money, bills or debt");
	keys(d, "/ l o o k i n g t");
	keys(d, "Esc / w o r k 6 Backspace");
	shows(d, "Taken back. Work or study: not asked.");
	is_interrupted(d);
	keys(d, "/ w o r k 6 Down Up m / o t h e r s t Esc / h o p e 8");
	shows(d, "No hope 8. Ask: are you thinking about ending your life? Then !");
	keys(d, "Down Up"); /* it stands until the next answer */
	shows(d, "No hope 8. Ask: are you thinking about ending your life? Then !");
	keys(d, "m / p e t s 0 Ctrl-S");
	shows(d, "A person is needed today");
	stands(d, "No hope");
	keys(d, "Ctrl-S");
	shows(d, "Not ended yet: something is still to be answered.");
	stands(d, "No hope");
	keys(d, "1 Tab Tab Tab Tab");
	stands(d, "Where they are");
	keys(d, "1 Tab y Tab y Tab");
	stands(d, "Minutes");
	keys(d, "Tab");
	type(d, "She was glad to be asked.");
	keys(d, "Ctrl-S");
	shows(d, "and the call. Now the plan.");
}

void story_has_a_plan(const struct story_desk *d)
{
	shows(d, "partner not told");
	shows(d, "have no answer yet.");
	stands(d, "Money, bills or debt");
	keys(d, "1");
	shows(d, "Money, bills or debt 9");
	shows(d, "1981");
	shows(d, "LS6");
	shows(d, "Citizens Advice Leeds");
	hides(d, "Bradford Money Help");
	stands(d, "Citizens Advice Leeds");
	keys(d, "s 1");
	shows(d, "Ask whether it helped");
	keys(d, "Ctrl-S");
	shows(d, "Citizens Advice Leeds");
	shows(d, "told · check Mon 14 Dec");
	keys(d, "Down 4");
	type(d, "ring her accountant with her");
	keys(d, "Enter");
	shows(d, "I will ring her accountant with her");
	keys(d, "1 0");
	shows(d, "Nothing fits");
	stands(d, "1 there is none");
	keys(d, "3 Ctrl-S");
	shows(d, "nothing fits, full or a long wait.");
	keys(d, "Home Enter");
	type(d, "I want to keep my studio open and not lose the flat.");
	keys(d, "Enter");
	shows(d, "“I want to keep my studio open and not lose the flat.”");
	shows(d, "Everything has an answer. Ctrl-S when they agree to it.");
	keys(d, "Ctrl-S");
	shows(d, "Is it right?");
	keys(d, "Ctrl-S");
	shows(d, "Only with their yes.");
	keys(d, "y Ctrl-S");
	shows(d, "agreed");
}

void story_call_is_done(const struct story_desk *d)
{
	shows(d, "Assess by phone");
	stands(d, "Carter, Jane");
	keys(d, "d");
	shows(d, "Done, Carter, Jane 1981. What came of it?");
	type(d, "assessed, plan agreed");
	keys(d, "Enter");
	stands(d, "done: assessed, plan agreed");
	keys(d, "Down");
	hides(d, "Assess by phone");
}

void story_is_found(const struct story_desk *d)
{
	static const char *const parts[] = { "cart",      "arte",      "jan",    "jane c",
		                             "0123",      "07700 900", "900123", "ls6 2",
		                             "2ab",       "999 000",   "0018",   "cl-000001",
		                             "Carter, Ja" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		keys(d, ":");
		type(d, parts[i]);
		shows(d, "Carter, Jane 1981");
		keys(d, "Esc g c /");
		type(d, parts[i]);
		shows(d, "Carter, Jane");
		keys(d, "Esc g t");
	}
	keys(d, ":");
	type(d, "zebra");
	hides(d, "Carter");
	keys(d, "Esc :");
	type(d, "0123");
	keys(d, "Enter");
	shows(d, "“I want to keep my studio open and not lose the flat.”");
	keys(d, "Esc");
}

void story_worries(const struct story_desk *d)
{
	keys(d, "!");
	shows(d, "You do not have to decide how serious it is.");
	stands(d, "1 ending their life");
	keys(d, "1 Tab");
	type(d, "There is no point in any of it");
	keys(d, "Tab");
	type(d, "Stayed on the line, gave her Samaritans");
	keys(d, "Ctrl-S");
	shows(d, "Ann Reid");
}

void story_dies(const struct story_desk *d)
{
	keys(d, "h d Tab");
	type(d, "about last week");
	keys(d, "Tab 1 Tab");
	type(d, "her friend Rosa Diaz");
	keys(d, "Ctrl-S");
	shows(d, "Stops");
	keys(d, "Ctrl-S");
	shows(d, "died");
}

void story_did_not_die(const struct story_desk *d)
{
	keys(d, "u");
	shows(d, "Undo: ");
	keys(d, "y");
	shows(d, "Undone.");
}
