# Shared by the lints. Each is called as: sh tests/lint/NAME.sh [TREE]; it looks at TREE (this one when
# none is named), prints "FILE:LINE: what is wrong, and the rule" for each finding, and fails if
# there was one.
LC_ALL=C
export LC_ALL
lint=$(cd "$(dirname "$0")" && pwd -P)
cd "${1:-$lint/../..}"

# The C files under the folders named, those that there are.
c_files() {
	for folder; do
		if [ -d "$folder" ]; then
			find "$folder" -name '*.[ch]'
		fi
	done | sort
}

# Their code, by code.awk.
code() {
	c_files "$@" | xargs -r awk -f "$lint/code.awk"
}

# Print what came in; fail if anything did.
report() {
	if findings=$(grep .); then
		printf '%s\n' "$findings"
		exit 1
	fi
}
