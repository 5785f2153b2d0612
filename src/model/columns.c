#include "model/columns.h"

#include <assert.h>
#include <string.h>

const struct words column_tables = WORDS("table", COLUMN_TABLES);

#define NEEDED true
#define FREE   false

/* The other names are what spreadsheets and directories call them, in their folded form. */
/* clang-format off */
#define REF { "ref", FREE, "reference|clewref|clewreference|clref|clientref|clientid|personref|caseref|casenumber" }
#define REF_NEEDED { "ref", NEEDED, "reference|clewref|clewreference|clref|clientref|clientid|personref|caseref|casenumber" }

static const struct column people[] = {
	REF,
	{ "given_name", FREE, "firstname|firstnames|forename|forenames|givennames|christianname|first|patientfirstname|clientfirstname" },
	{ "family_name", NEEDED, "surname|lastname|familynames|last|patientsurname|clientsurname|patientlastname" },
	{ "known_as", FREE, "preferredname|likestobecalled|alsoknownas|aka|nickname|calledname" },
	{ "date_of_birth", FREE, "dob|birthdate|dateofbirthddmmyyyy|born|bornon|birthday|patientdob" },
	{ "sex", FREE, "gender|sexatbirth|mf" },
	{ "ethnicity", FREE, "ethnicgroup|ethnicorigin|ethniccategory|ethniccode" },
	{ "nhs_number", FREE, "nhsno|nhs|nhsnum|nhsnumber10digits|chi|chinumber|chino|hcn|hcnumber|hscnumber|hcno|carenumber" },
	{ "postcode", FREE, "postalcode|homepostcode|patientpostcode|pcode|postcodeofresidence" },
	{ "council_area", FREE, "council|localauthority|la|lacode|borough|district|localcouncil|gsscode|area" },
	{ "phone", FREE, "tel|telno|telephone|telephoneno|telephonenumber|phoneno|phonenumber|mobile|mobileno|mobilenumber|mob|contactnumber|contactno|hometelephone|homephone|hometel|contacttelephone" },
	{ "safe_ring", FREE, "oktoring|oktocall|safetoring|safetocall|safetophone|cancall" },
	{ "safe_voicemail", FREE, "oktoleavevoicemail|oktoleavemessage|oktoleaveamessage|safetoleavevoicemail|safetoleavemessage|voicemailok|canleavemessage|canleavevoicemail" },
	{ "safe_text", FREE, "oktotext|safetotext|textok|smsok|cantext" },
	{ "safe_email", FREE, "oktoemail|safetoemail|emailok|canemail" },
	{ "safe_post", FREE, "oktopost|oktowrite|safetowrite|safetopost|postok|canwrite" },
	{ "contact_safety", FREE, "safecontact|contactnotes|contactinstructions|howtocontact|contactpreference|contactpreferences" },
	{ "email", FREE, "emailaddress|mail|emailaddr" },
	{ "language", FREE, "firstlanguage|preferredlanguage|mainlanguage|spokenlanguage|languagespoken" },
	{ "interpreter", FREE, "interpreterneeded|interpreterrequired|needsinterpreter|interpreteryn" },
	{ "lives_alone", FREE, "livesalone|livingalone|livesaloneyn|livesonown" },
	{ "gp_practice", FREE, "gp|gpsurgery|gpname|surgery|practice|practicename|doctor|registeredgp|gppracticename" },
	{ "cancer_group", FREE, "diagnosis|cancer|cancertype|typeofcancer|cancersite|primarysite|tumoursite|tumourgroup|tumorsite|primarydiagnosis|site" },
	{ "diagnosed_on", FREE, "dateofdiagnosis|diagnosisdate|datediagnosed|diagnosed" },
	{ "stage", FREE, "journeystage|pathwaystage|treatmentstage|stageofjourney|wherenow" },
	{ "stage_since", FREE, "stagedate|stagefrom|datestagechanged" },
	{ "referred_on", FREE, "datereferred|referraldate|dateofreferral|referred|referralreceived|datereferralreceived|datereceived|receivedon|referralreceivedon" },
	{ "source", FREE, "referralsource|sourceofreferral|referredby|referrer|referrername|referredfrom" },
	{ "reason", FREE, "reasonforreferral|referralreason|presentingissue|whyreferred|reasonreferred" },
	{ "state", FREE, "referralstate|referralstatus|status|casestatus" },
	{ "worker", FREE, "linkworker|caseworker|keyworker|allocatedto|assignedto|supportworker|workername" },
};

static const struct column referrals[] = {
	REF_NEEDED,
	{ "referral_no", FREE, "referralnumber|referralid|referral" },
	{ "received_on", NEEDED, "datereferred|referraldate|dateofreferral|referredon|datereceived|referralreceived|datereferralreceived|received" },
	{ "source", FREE, "referralsource|sourceofreferral|referredby|referrer|referredfrom" },
	{ "reason", FREE, "reasonforreferral|referralreason|presentingissue|whyreferred" },
	{ "urgency", FREE, "priority|urgent|howurgent" },
	{ "state", FREE, "referralstate|referralstatus|status|casestatus" },
	{ "first_contact_on", FREE, "dateoffirstcontact|firstcontact|firstcontactdate|datefirstcontact|datefirstseen|firstseen" },
	{ "closed_on", FREE, "dateclosed|closed|closuredate|dischargedate|closedate|dateofclosure" },
	{ "outcome", FREE, "closurereason|reasonclosed|referraloutcome|dischargereason|reasonforclosure" },
	{ "worker", FREE, "linkworker|caseworker|keyworker|allocatedto|assignedto|supportworker" },
};

static const struct column contacts[] = {
	REF_NEEDED,
	{ "at", NEEDED, "date|when|contactdate|dateofcontact|datetime|contactedon|contacton|dateandtime" },
	{ "mode", NEEDED, "how|method|contactmethod|contacttype|type|typeofcontact|channel|methodofcontact" },
	{ "direction", FREE, "inout|inorout|incomingoutgoing|inboundoutbound" },
	{ "reached", NEEDED, "outcome|result|answered|contactmade|contactoutcome|spokento" },
	{ "minutes", FREE, "duration|durationminutes|length|lengthminutes|mins|timespent|durationmins|lengthofcontact" },
	{ "note", FREE, "notes|comment|comments|details|summary|contactnotes|casenote" },
};

static const struct column concerns[] = {
	REF_NEEDED,
	{ "assessed_on", NEEDED, "assessmentdate|dateofassessment|dateassessed|hnadate|dateofhna|date|ehnadate" },
	{ "list", FREE, "concernlist|checklist|tool|questionnaire|assessmenttool" },
	{ "concern", NEEDED, "concerncode|need|issue|problem|concernname|item" },
	{ "domain", FREE, "category|area|group|concernarea|concerncategory" },
	{ "score", FREE, "rating|severity|distress|concernscore|scoreoutof10|concernrating" },
	{ "answer", FREE, "response" },
	{ "top", FREE, "topconcern|matters|priority|top3|topthree|mattersmost" },
	{ "own_words", FREE, "words|description|details|inownwords|comment|comments|intheirwords" },
	{ "level", FREE, "levelofneed|needlevel" },
	{ "previous_score", FREE, "lastscore|previous|previousrating|priorscore" },
};

static const struct column actions[] = {
	REF_NEEDED,
	{ "concern", FREE, "concerncode|need|issue|problem" },
	{ "kind", NEEDED, "type|actiontype|typeofaction" },
	{ "what", NEEDED, "action|actions|description|plannedaction|actionplanned|agreedaction|task" },
	{ "owner", FREE, "who|bywhom|whowill|responsible|responsibility|actionowner|persontodo" },
	{ "due_on", FREE, "due|duedate|bywhen|targetdate|reviewdate|by" },
	{ "status", FREE, "state|progress|actionstatus" },
	{ "outcome", FREE, "result|actionoutcome" },
	{ "amount_awarded", FREE, "amount|awarded|award|grantamount|moneygained|gain|amountgained" },
};

static const struct column signposts[] = {
	REF_NEEDED,
	{ "concern", FREE, "concerncode|need|issue|reason|problem" },
	{ "service", NEEDED, "servicename|signpostedto|referredto|onwardreferral|agency|provider|organisation|serviceid" },
	{ "kind", NEEDED, "type|how|signposttype|method|signpostorreferral" },
	{ "given_on", NEEDED, "date|datesignposted|datereferred|signpostdate|signpostedon|dateofsignpost|dategiven|referredon" },
	{ "status", FREE, "state|progress|signpoststatus" },
	{ "outcome", FREE, "result|signpostoutcome" },
	{ "outcome_on", FREE, "outcomedate|dateofoutcome|dateoutcomeknown" },
	{ "helped", FREE, "didithelp|helpful|washelpful" },
};

static const struct column unmet_needs[] = {
	REF,
	{ "concern", NEEDED, "concerncode|need|unmetneed|issue|problem" },
	{ "level", FREE, "levelofneed|severity|needlevel" },
	{ "council_area", FREE, "council|localauthority|la|lacode|borough|district|area|gsscode" },
	{ "reason", NEEDED, "why|whyunmet|reasonunmet|barrier" },
	{ "noted_on", NEEDED, "date|datenoted|dateidentified|noted|identifiedon" },
};

static const struct column reminders[] = {
	REF,
	{ "due_on", NEEDED, "due|duedate|date|when|remindon|followup|followupdate|dateoffollowup|bywhen|by" },
	{ "kind", NEEDED, "type|remindertype|tasktype" },
	{ "note", FREE, "notes|what|task|description|reminder|details|comment|comments" },
	{ "worker", FREE, "linkworker|caseworker|keyworker|allocatedto|assignedto|owner|who|supportworker" },
	{ "done_on", FREE, "done|completed|completedon|datedone|datecompleted|completiondate" },
};

/* Also Open Referral's services.csv, its older UK shape, and the flat file of council directories. */
static const struct column services[] = {
	{ "id", FREE, "importid|serviceid|externalid|uid|uuid|identifier|recordid" },
	{ "name", NEEDED, "servicename|service|nameofservice|activity|activityname|title|listing" },
	{ "organisation", FREE, "organization|organisationname|organizationname|provider|providername|providedby|charity|agency|runby|org" },
	{ "description", FREE, "about|summary|servicedescription|details|whattheydo|whattheyoffer|abouttheservice|information" },
	{ "concerns", FREE, "servicetaxonomies|taxonomies|taxonomy|taxonomyterms|taxonomyterm|categories|category|servicetype|servicetypes|needs|needsmet|tags|keywords|topics" },
	{ "areas", FREE, "servicearea|serviceareas|area|areascovered|areacovered|coverage|catchment|catchmentarea|geography|boroughs|councils|localauthority|nations" },
	{ "attendance", FREE, "attendingtype|delivery|deliverymethod|mode|format|howdelivered" },
	{ "access", FREE, "attendingaccess|applicationprocess|howtoaccess|howtogetin|howtorefer|referralprocess|referralroute|referral|accessroute|needsreferral" },
	{ "min_age", FREE, "minimumage|agefrom|agemin|fromage|lowerage|youngest" },
	{ "max_age", FREE, "maximumage|ageto|agemax|toage|upperage|oldest" },
	{ "cost", FREE, "fees|feesdescription|costs|price|charge|charges|costoption|costdescription|fee|howmuch" },
	{ "wait_weeks", FREE, "waittime|wait|waitingtime|waitinglist|waitinweeks|waitingtimeweeks|weekswait" },
	{ "phone", FREE, "contactphone|tel|telno|telephone|telephoneno|telephonenumber|phonenumber|phoneno|phones|contactnumber|contacttelephone|number" },
	{ "email", FREE, "contactemail|emailaddress|mail|serviceemail" },
	{ "url", FREE, "website|web|webaddress|websiteaddress|webpage|link|weblink|linksurl|homepage|site|serviceurl" },
	{ "address", FREE, "locationaddress1|address1|addressline1|locationaddress|street|streetaddress|venue|venueaddress|location|fulladdress" },
	{ "postcode", FREE, "locationpostcode|postalcode|pcode|venuepostcode|zip" },
	{ "status", FREE, "servicestatus|state|temporarilyclosed" },
	{ "last_checked", FREE, "assureddate|lastassured|datechecked|checked|checkedon|lastreviewed|lastverified|verifiedon|reviewdate" },
	{ "checked_how", FREE, "howchecked|checkedby|checkmethod|verifiedhow|assureremail" },
};
/* clang-format on */

#define COLUMNS(table)                 \
	{                              \
		COUNT_OF(table), table \
	}

static const struct columns all[] = {
	[COLUMNS_NONE] = { 0, NULL },
	[COLUMNS_PEOPLE] = COLUMNS(people),
	[COLUMNS_REFERRALS] = COLUMNS(referrals),
	[COLUMNS_CONTACTS] = COLUMNS(contacts),
	[COLUMNS_CONCERNS] = COLUMNS(concerns),
	[COLUMNS_ACTIONS] = COLUMNS(actions),
	[COLUMNS_SIGNPOSTS] = COLUMNS(signposts),
	[COLUMNS_UNMET_NEEDS] = COLUMNS(unmet_needs),
	[COLUMNS_REMINDERS] = COLUMNS(reminders),
	[COLUMNS_SERVICES] = COLUMNS(services),
};

struct columns columns_of(enum column_table what)
{
	assert((size_t)what < COUNT_OF(all));
	return all[what];
}

int column_named(enum column_table what, struct str name)
{
	struct columns columns = columns_of(what);

	for (size_t i = 0; i < columns.n; i++) {
		if (str_is(name, columns.at[i].name))
			return (int)i;
	}
	return -1;
}

/* Small letters and digits of text, into out, ended by NUL: all by which headings are compared. */
#define FOLDED 64
static struct str fold(struct str text, char out[FOLDED])
{
	size_t n = 0;

	for (size_t i = 0; i < text.n && n < FOLDED; i++) {
		char c = text.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			out[n++] = c;
	}
	return (struct str){ out, n };
}

static bool goes_by(const struct column *c, struct str folded)
{
	struct str rest = { c->also, c->also ? strlen(c->also) : 0 };
	struct str one;

	while (str_cut(&rest, '|', &one)) {
		if (str_equal(one, folded))
			return true;
	}
	return false;
}

static int column_folded_named(enum column_table what, struct str folded)
{
	struct columns columns = columns_of(what);
	char name[FOLDED];

	for (size_t i = 0; i < columns.n; i++) {
		if (str_equal(fold(str_of(columns.at[i].name), name), folded))
			return (int)i;
	}
	return -1;
}

int column_meant(enum column_table what, struct str heading)
{
	struct columns columns = columns_of(what);
	char key[FOLDED];
	struct str folded = fold(heading, key);
	int named = folded.n > 0 ? column_folded_named(what, folded) : -1;

	if (named >= 0 || folded.n == 0)
		return named;
	for (size_t i = 0; i < columns.n; i++) {
		if (goes_by(&columns.at[i], folded))
			return (int)i;
	}
	return -1;
}

static void list_heading(struct heading_list *list, struct arena *a, struct str text, size_t cell)
{
	struct heading *h = ARENA_PUSH(a, list);

	h->text = text;
	h->cell = cell;
}

static bool own_name(enum column_table what, struct str heading)
{
	char key[FOLDED];

	return column_folded_named(what, fold(heading, key)) >= 0;
}

static void place_heading(struct column_map *map, const struct str *headings, size_t cell,
                          struct arena *a)
{
	int column = column_meant(map->what, headings[cell]);
	int before;

	if (column < 0) {
		if (str_trim(headings[cell]).n > 0)
			list_heading(&map->unknown, a, headings[cell], cell);
		return;
	}
	before = map->cell[column];
	if (before >= 0 &&
	    (own_name(map->what, headings[before]) || !own_name(map->what, headings[cell]))) {
		list_heading(&map->doubled, a, headings[cell], cell);
		return;
	}
	if (before >= 0)
		list_heading(&map->doubled, a, headings[before], (size_t)before);
	map->cell[column] = (int)cell;
}

static void find_missing(struct column_map *map)
{
	struct columns columns = columns_of(map->what);

	map->missing_n = 0;
	for (size_t i = 0; i < map->n; i++) {
		if (columns.at[i].needed && map->cell[i] < 0)
			map->missing[map->missing_n++] = columns.at[i].name;
	}
}

struct column_map columns_map(enum column_table what, const struct str *headings, size_t n,
                              struct arena *a)
{
	struct column_map map = { .what = what, .n = columns_of(what).n };

	map.cell = ARENA_ARRAY(a, map.n, int);
	map.missing = ARENA_ARRAY(a, map.n, const char *);
	for (size_t i = 0; i < map.n; i++)
		map.cell[i] = -1;
	if (n >= 2 && str_is(headings[n - 2], "line") && str_is(headings[n - 1], "reason"))
		n -= 2;
	for (size_t cell = 0; cell < n; cell++)
		place_heading(&map, headings, cell, a);
	find_missing(&map);
	return map;
}

static void unlist(struct heading_list *list, size_t cell)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].cell != cell)
			list->at[n++] = list->at[i];
	list->n = n;
}

void column_map_set(struct column_map *map, int column, int cell)
{
	assert(column >= 0 && (size_t)column < map->n);
	for (size_t i = 0; i < map->n; i++) {
		if (map->cell[i] == cell)
			map->cell[i] = -1;
	}
	map->cell[column] = cell;
	unlist(&map->unknown, (size_t)cell);
	unlist(&map->doubled, (size_t)cell);
	find_missing(map);
}
