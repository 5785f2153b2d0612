#!/bin/sh
# Whatever leaves is on record: a file that writes a page or a table out records the disclosure, or stands in
# disclosures.txt with why nothing of anybody leaves there. The row itself is added in casework/sharing.c alone.
set -eu
. "$(dirname "$0")/lib.sh"

code src/casework src/screens src/cli | awk -F '\t' -v known="$lint/disclosures.txt" '
BEGIN {
	while ((getline line <known) > 0) {
		split(line, part, "\t")
		if (line !~ /^#/ && line != "")
			spared[part[1]]
	}
}

/(^|[^a-z_])(file_put_open|csv_write_put|csv_write_fd|memfd_create|fopen) *\(/ && !($1 in writes) { writes[$1] = $2 }
/(^|[^a-z_])(disclosures?_in|export_who_in|casework_released_paper|casework_export) *\(/ { records[$1] }
/(^|[^a-z_])disclosure_add *\(/ && $1 != "src/casework/sharing.c" {
	printf "%s:%d: what leaves is recorded by disclosure_in(), which asks first whether it may\n", $1, $2
}

END {
	for (file in writes)
		if (!(file in records) && !(file in spared))
			printf "%s:%d: writes something out and records no disclosure; if it is about nobody, disclosures.txt says why\n",
			       file, writes[file]
}' | sort | report
