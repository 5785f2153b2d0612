#ifndef CASEWORK_IMPORT_PEOPLE_H
#define CASEWORK_IMPORT_PEOPLE_H

#include "casework/import.h"

/*
 * Take in a caseload spreadsheet: the columns of people (model/columns.h), whatever they are called
 * there.
 *
 * Who is the same person: the reference, if name or birth date agrees (else the row is refused);
 * then the care number; then folded names and birth date. Where no birth date is known on both
 * sides, names and postcode or phone; names alone only when nothing else is known of either. Two
 * who could be meant are refused.
 *
 * Somebody new gets a person, what is safe (not asked, where the file does not say), phone and
 * e-mail, and a referral received on the day the file says, else today. Somebody known is not
 * touched; with update, cells that are not empty win, empty ones never clear, "-" clears.
 */
MUST_USE enum status casework_import_people(struct session *s, const struct import_options *options,
                                            const struct progress *progress, struct arena *a,
                                            struct import_report *ret);

#endif
