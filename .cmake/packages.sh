# What clew is built from, by its Debian names, in this one place; read by src/run.sh, tests/run.sh and
# .ci/run after they have set root to the top of the tree. Debian 12 and 13 call them the same.

packages_build="gcc libc6-dev cmake ninja-build pkgconf tzdata
libsqlite3-dev libsodium-dev libutf8proc-dev libncurses-dev libcsv-dev"
packages_test="libcmocka-dev libvterm-dev mandoc pmccabe python3 systemd tmux"
packages_check="clang libclang-rt-dev clang-format clang-tidy cppcheck debootstrap git"

say() {
	printf 'clew: %s\n' "$*" >&2
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

# Those of the named packages that are not installed, on one line.
packages_missing() {
	for p; do
		printf 'want %s\n' "$p"
	done | {
		cat
		# "all" and the machine's own architecture look alike; held and installed both count.
		dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null
	} | awk '$1 == "want" { want[$2] }
		$1 == "installed" { have[$2] }
		END { for (p in want) if (!(p in have)) printf "%s ", p }'
}

# Install what is missing. Without anything missing this needs neither root nor network.
packages_need() {
	if ! command -v dpkg-query >/dev/null; then
		say "this is not a Debian system: make sure that these are there: $(echo "$@")"
		return 0
	fi
	missing=$(packages_missing "$@")
	if [ -z "$missing" ]; then
		return 0
	fi
	say "installing $missing"
	if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
		say "that needs root, and sudo is not here. As root: apt-get install $missing"
		return 1
	fi
	log=$(mktemp)
	# An update that fails may still leave lists good enough to install from.
	as_root apt-get update >"$log" 2>&1 || say "apt-get update failed; trying with what is known"
	# shellcheck disable=SC2086 -- a list of names
	if ! as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y --no-install-recommends $missing </dev/null >>"$log" 2>&1; then
		tail -n 15 "$log" >&2
		rm -f "$log"
		say "some packages could not be installed. By hand: apt-get install $missing"
		return 1
	fi
	rm -f "$log"
}

# Configure and build .build/KIND by .cmake/KIND.cmake: nothing is printed unless it fails.
# Further arguments go to the first cmake. One at a time: a second one waits.
build() {
	kind=$1
	shift
	dir=$root/.build/$kind
	mkdir -p "$dir" || {
		say "the program is built in $root/.build, which cannot be written"
		return 1
	}
	(
		flock 9
		# A tree that was moved or copied: its old build names places that are gone.
		if [ -f "$dir/CMakeCache.txt" ] &&
			! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$dir/CMakeCache.txt"; then
			rm -rf "$dir/CMakeCache.txt" "$dir/CMakeFiles" "$dir/build.ninja"
		fi
		if [ ! -f "$dir/build.ninja" ] && [ ! -f "$dir/Makefile" ]; then
			say "building in .build/$kind: this takes a minute the first time"
			cmake -G Ninja -C "$root/.cmake/${kind%%-*}.cmake" "$@" \
				-S "$root" -B "$dir" >"$dir.log" 2>&1 || exit 1
		fi
		cmake --build "$dir" >"$dir.log" 2>&1
	) 9>"$root/.build/lock" && return 0
	# ninja prints a failed command's own words after it; the last ones are enough to see why.
	tail -n 40 "$dir.log" >&2
	say "the build failed: all of it is in .build/$kind.log"
	return 1
}
