#include "package_made.h"

#include <dirent.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ROW_MOST 8192

struct made {
	const struct package_made *what;
	FILE *f;
	uint64_t state;
	size_t rows; /* of this table, and in all */
	size_t all;
	int cell;
	char *row;
	size_t n, room;
};

static uint64_t next(struct made *m)
{
	m->state += 0x9e3779b97f4a7c15u;
	uint64_t z = m->state;
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

static bool broken(const struct made *m, unsigned how, size_t every)
{
	return (m->what->how & how) != 0 && m->rows % every == every - 1;
}

/* ---- bytes ---- */

static void put_bytes(struct made *m, const char *at, size_t n)
{
	if (m->n + n > m->room) {
		m->room = 2 * (m->n + n) + ROW_MOST;
		m->row = realloc(m->row, m->room);
		if (!m->row)
			abort();
	}
	memcpy(m->row + m->n, at, n);
	m->n += n;
}

static void flush_wide(struct made *m)
{
	for (size_t i = 0; i < m->n; i++) {
		unsigned char c = (unsigned char)m->row[i];

		/* All that is written is below U+0800. */
		if (c >= 0xc0 && i + 1 < m->n) {
			unsigned u = (c & 0x1fu) << 6 | ((unsigned char)m->row[++i] & 0x3fu);

			fputc((int)(u & 0xff), m->f);
			fputc((int)(u >> 8), m->f);
		} else {
			fputc(c, m->f);
			fputc(0, m->f);
		}
	}
}

static void flush_western(struct made *m)
{
	for (size_t i = 0; i < m->n; i++) {
		unsigned char c = (unsigned char)m->row[i];

		if (c >= 0xc0 && i + 1 < m->n)
			c = (unsigned char)((c & 0x1fu) << 6 |
			                    ((unsigned char)m->row[++i] & 0x3fu));
		fputc(c, m->f);
	}
}

static void flush(struct made *m)
{
	if (m->what->how & PACKAGE_WIDE)
		flush_wide(m);
	else if (m->what->how & PACKAGE_WESTERN)
		flush_western(m);
	else
		fwrite(m->row, 1, m->n, m->f);
	m->n = 0;
}

static void put(struct made *m, const char *text)
{
	char separator = m->what->how & PACKAGE_SEMICOLONS ? ';' : ',';

	if (m->cell++ > 0)
		put_bytes(m, &separator, 1);
	if (strpbrk(text, ",;\"\n")) {
		put_bytes(m, "\"", 1);
		for (; *text; text++)
			put_bytes(m, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
		put_bytes(m, "\"", 1);
	} else {
		put_bytes(m, text, strlen(text));
	}
}

static void end_row(struct made *m)
{
	if (m->what->how & PACKAGE_ODD_COLUMNS)
		put(m, "lilac");
	put_bytes(m, "\r\n", m->what->how & PACKAGE_MARKED ? 0 : 2);
	if (m->what->how & PACKAGE_MARKED)
		put_bytes(m, "\n", 1);
	flush(m);
	m->cell = 0;
}

__attribute__((format(printf, 2, 3))) static void putf(struct made *m, const char *fmt, ...)
{
	char text[2048];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	put(m, text);
}

/* ---- rows ---- */

static void table(struct made *m, const char *name, const char *columns)
{
	char path[512], heading[64];
	const char *at = columns;

	snprintf(path, sizeof(path), "%s/%s.csv", m->what->folder, name);
	if (m->f)
		fclose(m->f);
	m->f = fopen(path, "w");
	if (!m->f)
		abort();
	m->rows = 0;
	if (m->what->how & PACKAGE_WIDE)
		fwrite("\xff\xfe", 1, 2, m->f);
	else if (m->what->how & PACKAGE_MARKED)
		fwrite("\xef\xbb\xbf", 1, 3, m->f);
	while (*at) {
		size_t n = strcspn(at, ",");

		snprintf(heading, sizeof(heading), "%.*s", (int)n, at);
		put(m, heading);
		at += n + (at[n] == ',');
	}
	if (m->what->how & PACKAGE_ODD_COLUMNS)
		put(m, "colour");
	put_bytes(m, "\r\n", 2);
	flush(m);
	m->cell = 0;
}

/* A row is the same whatever others there are. */
static void put_id(struct made *m, const char *kind, size_t n)
{
	m->state = m->what->seed + 1000003 * n;
	for (const char *at = kind; *at; at++)
		m->state = 31 * m->state + (unsigned char)*at;
	if (broken(m, PACKAGE_DOUBLE_IDS, 11) && n > 0)
		n--;
	putf(m, "%s-%08zx-4a11-9c3e", kind, n);
}

static void put_link(struct made *m, const char *kind, size_t n)
{
	if (broken(m, PACKAGE_BROKEN_KEYS, 7))
		putf(m, "%s-nobody", kind);
	else
		putf(m, "%s-%08zx-4a11-9c3e", kind, n);
}

static void done_row(struct made *m)
{
	end_row(m);
	m->rows++;
	m->all++;
}

static const char *pick(struct made *m, const char *const *from, size_t n)
{
	return from[next(m) % n];
}
#define PICK(m, list) pick((m), (list), sizeof(list) / sizeof((list)[0]))

static const char *const words[] = { "advice",    "support",     "lunch",     "walking",
	                             "carers",    "money",       "transport", "counselling",
	                             "housing",   "garden",      "café",      "exercise",
	                             "telephone", "befriending", "drop-in",   "grants" };
static const char *const towns[] = { "Leeds",      "Bradford",  "Wakefield", "Kirklees",
	                             "Calderdale", "Sheffield", "Rotherham", "Barnsley" };
static const char *const outcodes[] = { "LS1", "LS6", "BD1", "WF1", "HD1", "HX1", "S1", "S60" };

static void put_description(struct made *m)
{
	if (broken(m, PACKAGE_HUGE_CELLS, 50)) {
		char *huge = malloc(1000001);

		if (!huge)
			abort();
		memset(huge, 'x', 1000000);
		huge[1000000] = '\0';
		put(m, huge);
		free(huge);
		return;
	}
	putf(m,
	     "A %s and %s group for people living with cancer, and for whoever looks after them. "
	     "There is %s, %s and somebody to talk to. People come for %s or %s; nobody has to stay, "
	     "and nobody is asked to speak. Ring first if you use a wheelchair, so that the ramp is out.",
	     PICK(m, words), PICK(m, words), PICK(m, words), PICK(m, words), PICK(m, words),
	     PICK(m, words));
}

static bool missing(const struct made *m, size_t i)
{
	return (m->what->how & PACKAGE_SHRUNK) && i % 20 == 19;
}

static size_t organisations(const struct made *m)
{
	return m->what->services / 4 + 1;
}

static void make_organisations(struct made *m)
{
	table(m, "organizations",
	      "id,name,alternate_name,description,email,website,legal_status,uri");
	for (size_t i = 0; i < organisations(m); i++) {
		put_id(m, "org", i);
		putf(m, "%s Trust %zu", PICK(m, towns), i);
		put(m, "");
		put(m, "A charity.");
		putf(m, "office%zu@example.org", i);
		putf(m, "https://org%zu.example", i);
		put(m, "charity");
		put(m, "");
		done_row(m);
	}
	table(m, "organization_identifiers",
	      "id,organization_id,identifier_scheme,identifier_type,identifier");
	for (size_t i = 0; i < organisations(m); i++) {
		put_id(m, "oid", i);
		put_link(m, "org", i);
		put(m, "GB-CHC");
		put(m, "charity");
		putf(m, "%zu", 1000000 + i);
		done_row(m);
	}
}

static void make_services(struct made *m)
{
	table(m, "services",
	      "id,organization_id,program_id,name,alternate_name,description,url,email,status,"
	      "interpretation_services,application_process,fees_description,accreditations,"
	      "eligibility_description,minimum_age,maximum_age,assured_date,assurer_email,alert,"
	      "last_modified");
	for (size_t i = 0; i < m->what->services; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "ser", i);
		put_link(m, "org", i % organisations(m));
		put(m, "");
		putf(m, "%s %s %zu", PICK(m, towns), PICK(m, words), i);
		put(m, "");
		put_description(m);
		putf(m, "https://service%zu.example%s", i,
		     (m->what->how & PACKAGE_CHANGED) && i % 10 == 0 ? "/new" : "");
		putf(m, "hello%zu@example.org", i);
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "dormant" : "active");
		put(m, "Through Language Line");
		put(m, "Ring, or ask your nurse");
		put(m, i % 3 ? "Free" : "£2 a session");
		put(m, "");
		put(m, "Anybody with a diagnosis, and carers");
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "grown up" : "18");
		put(m, "");
		putf(m, "2026-%02zu-%02zu", 1 + i % 9, 1 + i % 28);
		put(m, "");
		put(m, "");
		put(m, "2026-09-01T10:00:00.000Z");
		done_row(m);
	}
}

static void make_places(struct made *m)
{
	size_t n = m->what->services;

	table(m, "locations",
	      "id,location_type,url,organization_id,name,alternate_name,description,transportation,"
	      "latitude,longitude");
	for (size_t i = 0; i < n; i++) {
		put_id(m, "loc", i);
		put(m, i % 9 == 0 ? "virtual" : "physical");
		put(m, "");
		put(m, "");
		putf(m, "%s Hall %zu", PICK(m, towns), i);
		put(m, "");
		put(m, "");
		put(m, "Bus 56 stops outside");
		putf(m, "53.%04zu", i % 10000);
		putf(m, "-1.%04zu", i % 10000);
		done_row(m);
	}
	table(m, "service_at_location", "id,service_id,location_id,description");
	for (size_t i = 0; i < n; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "sal", i);
		put_link(m, "ser", i);
		put_link(m, "loc", i);
		put(m, "");
		done_row(m);
	}
	table(m, "addresses",
	      "id,location_id,attention,address_1,address_2,city,region,state_province,"
	      "postal_code,country,address_type");
	for (size_t i = 0; i < n; i++) {
		put_id(m, "adr", i);
		put_link(m, "loc", i);
		put(m, "");
		putf(m, "%zu High Street", 1 + i % 200);
		put(m, "");
		put(m, PICK(m, towns));
		put(m, "");
		put(m, "West Yorkshire");
		putf(m, "%s %zuAB", PICK(m, outcodes), 1 + i % 9);
		put(m, "GB");
		put(m, "physical");
		done_row(m);
	}
	table(m, "accessibility", "id,location_id,description,details,url");
	for (size_t i = 0; i < n; i++) {
		put_id(m, "acc", i);
		put_link(m, "loc", i);
		put(m, "Wheelchair entrance");
		put(m, "");
		put(m, "");
		done_row(m);
	}
}

static void make_reach(struct made *m)
{
	size_t n = m->what->services;

	table(m, "phones",
	      "id,location_id,service_id,organization_id,contact_id,service_at_location_id,number,"
	      "extension,type,description");
	for (size_t i = 0; i < 2 * n; i++) {
		if (missing(m, i / 2))
			continue;
		put_id(m, "pho", i);
		put(m, "");
		put_link(m, "ser", i / 2);
		put(m, "");
		put(m, "");
		put(m, "");
		putf(m, "0113 496 %04zu", i % 10000);
		put(m, "");
		put(m, "voice");
		put(m, i % 2 ? "Evenings" : "");
		done_row(m);
	}
	table(m, "contacts",
	      "id,organization_id,service_id,service_at_location_id,location_id,name,title,"
	      "department,email");
	for (size_t i = 0; i < n; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "con", i);
		put(m, "");
		put_link(m, "ser", i);
		put(m, "");
		put(m, "");
		putf(m, "Ann Worker %zu", i);
		put(m, "Coordinator");
		put(m, "");
		putf(m, "ann%zu@example.org", i);
		done_row(m);
	}
	table(m, "languages", "id,service_id,location_id,phone_id,name,code,note");
	for (size_t i = 0; i < n; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "lan", i);
		put_link(m, "ser", i);
		put(m, "");
		put(m, "");
		put(m, i % 5 ? "English" : "Urdu");
		put(m, i % 5 ? "en" : "ur");
		put(m, "");
		done_row(m);
	}
}

static void make_times(struct made *m)
{
	static const char *const days[] = { "MO", "TU,TH", "WE", "MO,WE,FR", "SA" };
	size_t n = m->what->services;

	table(m, "schedules",
	      "id,service_id,location_id,service_at_location_id,valid_from,valid_to,dtstart,timezone,"
	      "until,count,wkst,freq,interval,byday,byweekno,bymonthday,byyearday,description,"
	      "opens_at,closes_at,schedule_link,attending_type,notes");
	for (size_t i = 0; i < n; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "sch", i);
		put_link(m, "ser", i);
		put(m, "");
		put(m, "");
		put(m, "2026-01-05");
		put(m, "2027-01-05");
		for (int k = 0; k < 5; k++)
			put(m, "");
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "SOMETIMES" : "WEEKLY");
		put(m, "1");
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "XX" : PICK(m, days));
		put(m, "");
		put(m, "");
		put(m, "");
		put(m, "");
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "" : "10:00");
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "" : "12:30");
		put(m, "");
		put(m, "venue");
		put(m, "");
		done_row(m);
	}
	table(m, "cost_options",
	      "id,service_id,valid_from,valid_to,option,currency,amount,amount_description");
	for (size_t i = 0; i < n; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "cos", i);
		put_link(m, "ser", i);
		put(m, "");
		put(m, "");
		put(m, "a session");
		put(m, "GBP");
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "a little" : i % 3 ? "0" : "2.00");
		put(m, "");
		done_row(m);
	}
}

static void make_rest(struct made *m)
{
	size_t n = m->what->services;

	table(m, "service_areas", "id,service_id,name,description,extent,extent_type,uri");
	for (size_t i = 0; i < n; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "are", i);
		put_link(m, "ser", i);
		put(m, broken(m, PACKAGE_WRONG_WORDS, 5) ? "Atlantis" : PICK(m, towns));
		for (int k = 0; k < 4; k++)
			put(m, "");
		done_row(m);
	}
	table(m, "required_documents", "id,service_id,document,uri");
	for (size_t i = 0; i < n; i++) {
		if (missing(m, i))
			continue;
		put_id(m, "doc", i);
		put_link(m, "ser", i);
		put(m, "Proof of address");
		put(m, "");
		done_row(m);
	}
}

static void make_tags(struct made *m)
{
	static const char *const terms[] = { "Debt advice",    "Carers support groups",
		                             "Counselling",    "Community transport",
		                             "Basket weaving", "Walking groups",
		                             "Housing advice", "Benefits advice" };
	size_t n = m->what->services;

	table(m, "taxonomies", "id,name,description,uri,version");
	put_id(m, "tax", 0);
	put(m, "esdServiceType");
	put(m, "Services");
	put(m, "");
	put(m, "");
	done_row(m);
	table(m, "taxonomy_terms",
	      "id,code,name,description,parent_id,taxonomy,language,taxonomy_id,term_uri");
	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		putf(m, "ter-%08zx-4a11-9c3e", i);
		putf(m, "esdServiceType:%zu", 200 + i);
		put(m, terms[i]);
		put(m, terms[i]);
		put(m, "");
		put(m, "");
		put(m, "en");
		put(m, "tax-00000000-4a11-9c3e");
		put(m, "");
		done_row(m);
	}
	table(m, "attributes", "id,link_id,taxonomy_term_id,link_type,link_entity,value");
	for (size_t i = 0; i < 2 * n; i++) {
		if (missing(m, i / 2))
			continue;
		put_id(m, "att", i);
		put_link(m, "ser", i / 2);
		putf(m, "ter-%08zx-4a11-9c3e", (i * 3 + i / 2) % 8);
		put(m, "");
		put(m, "service");
		put(m, "");
		done_row(m);
	}
	table(m, "funding", "id,organization_id,service_id,source");
	for (size_t i = 0; i < organisations(m); i++) {
		put_id(m, "fun", i);
		put_link(m, "org", i);
		put(m, "");
		put(m, "The Lottery");
		done_row(m);
	}
}

static void make_description(const struct made *m)
{
	char path[512];
	FILE *f;

	snprintf(path, sizeof(path), "%s/datapackage.json", m->what->folder);
	f = fopen(path, "w");
	if (!f)
		abort();
	fputs("{\"name\":\"human_services_data\",\"resources\":["
	      "{\"name\":\"services\",\"path\":\"services.csv\"},"
	      "{\"name\":\"organizations\",\"path\":\"organizations.csv\"}]}\n",
	      f);
	fclose(f);
}

size_t package_make(const struct package_made *what)
{
	struct made m = { .what = what, .state = what->seed };

	if (mkdir(what->folder, 0700) != 0 && access(what->folder, W_OK) != 0)
		abort();
	make_organisations(&m);
	make_services(&m);
	make_places(&m);
	make_reach(&m);
	make_times(&m);
	make_rest(&m);
	make_tags(&m);
	fclose(m.f);
	free(m.row);
	make_description(&m);
	return m.all;
}

void package_unmake(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *e;
	char path[1024];

	while (dir && (e = readdir(dir))) {
		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, e->d_name);
		unlink(path);
	}
	if (dir)
		closedir(dir);
	rmdir(folder);
}
