#ifndef TESTS_PACKAGE_DESK_H
#define TESTS_PACKAGE_DESK_H

#include "package_made.h"
#include "session.h"

#include "casework/import_services.h"

/* A workplace and a folder with somebody's directory in it, as a test's state: for cmocka. */
struct package_desk {
	struct workplace *w;
	char folder[64], rejects[80];
	struct import_report report;
};

int package_desk_setup(void **state);
int package_desk_teardown(void **state);
void package_desk_put_at(const char *path, const char *text);
void package_desk_put(struct package_desk *d, const char *name, const char *text);
void package_desk_fill(struct package_desk *d, size_t services, unsigned how);
enum status package_desk_bring(struct package_desk *d, const char *path, struct import_options how);
enum status package_desk_take(struct package_desk *d);
enum status package_desk_update(struct package_desk *d);
int64_t package_desk_number(struct package_desk *d, const char *sql);
const char *package_desk_text(struct package_desk *d, const char *sql);
bool package_desk_said(const struct package_desk *d, const char *file, uint64_t line,
                       const char *words);

#endif
