#!/bin/sh
# Install what is missing, build clew and every test, run them all:
#	sh tests/run.sh [--nightly] [PATTERN]
# The last line is "N passed, N failed", counted in single test cases; the exit status says the same.
# --nightly runs the long counts too (tests see CLEW_NIGHTLY=1). PATTERN: only programs whose name
# matches, as ctest -R does: unit/base, lint, cli/03. CLEW_BUILD names another kind of build: asan.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
. "$root/.cmake/packages.sh"

pattern=.
most=300 # seconds for one program
while [ $# -gt 0 ]; do
	case $1 in
	--nightly) export CLEW_NIGHTLY=1 && most=900 ;;
	-*)
		say "usage: sh tests/run.sh [--nightly] [PATTERN]"
		exit 2
		;;
	*) pattern=$1 ;;
	esac
	shift
done

# A pseudo-terminal can be had.
pty_works() {
	script -qec true /dev/null </dev/null >/dev/null 2>&1
}

mounted=false
let_go() {
	if $mounted; then
		umount -l /dev/pts
	fi
}

# Tests of the real program in a real terminal need /dev/pts; a bare root may have none.
want_pty() {
	if pty_works; then
		return 0
	fi
	if [ "$(id -u)" = 0 ]; then
		mkdir -p /dev/pts
		if mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts /dev/pts; then
			mounted=true
			trap let_go EXIT
			trap 'exit 130' INT HUP TERM
			[ -e /dev/ptmx ] || ln -s pts/ptmx /dev/ptmx
		fi 2>/dev/null
	fi
	pty_works
}

nothing_runs() {
	echo "$1"
	echo "0 passed, 1 failed"
	exit 1
}

kind=${CLEW_BUILD:-dev}
# shellcheck disable=SC2086 -- lists of names
packages_need $packages_build $packages_test || nothing_runs "the tests could not be set up"
build "$kind" || nothing_runs "the tests could not be built"
dir=$root/.build/$kind

leave_out='^$'
if ! want_pty; then
	leave_out=pty
fi

# Tests see the same machine everywhere, and nobody's own files.
home=$(mktemp -d)
trap 'rm -rf "$home"; let_go' EXIT
trap 'exit 130' INT HUP TERM
unset CLEW_FILE CLEW_LOGIN XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME XDG_CACHE_HOME NO_COLOR ACCESSIBLE
export HOME="$home" LC_ALL=C.UTF-8 TZ=Europe/London TERM=xterm-256color CMOCKA_MESSAGE_OUTPUT=TAP

# (Before the run: a listing overwrites its log.)
if [ "$leave_out" = pty ]; then
	ctest --test-dir "$dir" -N -R "$pattern" -L pty | sed -n 's/^ *Test *#[0-9]*: /not run: /p'
	echo "not run: what needs a terminal, for there is no /dev/pts here and no right to mount it"
fi
log=$dir/Testing/Temporary/LastTest.log
rm -f "$log"
ctest --test-dir "$dir" --output-on-failure --no-tests=error -j "$(nproc)" --timeout "$most" \
	-R "$pattern" -LE "$leave_out" </dev/null 2>&1 || :

[ -f "$log" ] || nothing_runs "no test is called $pattern"
awk -f "$root/tests/count.awk" "$log"
