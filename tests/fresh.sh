#!/bin/sh
# The README's two commands on a Debian that has nothing: a root made by debootstrap, a clean copy of
# the last commit in it.
#	sh tests/fresh.sh [--suite bookworm|trixie] [--shell]
# Root only, by sudo if need be. Mounts live in a namespace of their own and are gone with it. The bare
# root and what apt fetched stay in /var/tmp/clew-fresh, so that the next run is quicker; it can be
# deleted at any time. --shell: a shell in there instead, to look around.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
keep=/var/tmp/clew-fresh

say() {
	printf 'fresh: %s\n' "$*" >&2
}

# Where this machine gets its own Debian from.
mirror() {
	apt-get indextargets --format '$(LABEL) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
		awk '$1 == "Debian" && $2 == "main" { print $3; exit }'
}

# Inside the mount and process namespace: $1 is the new root.
inside() {
	new=$1
	mount --make-rprivate /
	mount --bind "$new" "$new"
	mount -t proc proc "$new/proc"
	mkdir -p "$keep/$suite-archives/partial" "$new/var/cache/apt/archives"
	mount --bind "$keep/$suite-archives" "$new/var/cache/apt/archives"
	if $shell; then
		bare "$new" bash
		return
	fi

	say "sh src/run.sh --demo </dev/null"
	bare "$new" sh src/run.sh --demo </dev/null >"$new/tmp/demo.txt" || {
		say "src/run.sh --demo failed with status $?"
		return 1
	}
	head -n 12 "$new/tmp/demo.txt"
	if ! head -n 1 "$new/tmp/demo.txt" | grep -qE '^[A-Z][a-z]+day [0-9]+ [A-Z][a-z]+ [0-9]{4} .*[1-9][0-9]* open' ||
		! grep -q 'Today as text' "$new/tmp/demo.txt"; then
		say "src/run.sh --demo without a terminal did not print Today as text"
		return 1
	fi

	say "sh tests/run.sh"
	bare "$new" sh tests/run.sh </dev/null >"$new/tmp/tests.txt" || {
		tail -n 60 "$new/tmp/tests.txt"
		say "tests/run.sh failed"
		return 1
	}
	tail -n 3 "$new/tmp/tests.txt"
	if ! tail -n 1 "$new/tmp/tests.txt" | grep -qE '^[1-9][0-9]* passed, 0 failed$'; then
		say "tests/run.sh did not end with: N passed, 0 failed"
		return 1
	fi
}

# A command in the new root as somebody who has just signed in there: nothing of this machine's
# environment, only how to reach the network.
bare() {
	in=$1
	shift
	chroot "$in" /usr/bin/env -i HOME=/root TERM="${TERM:-linux}" \
		PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
		sh -c 'cd /root/clew && exec "$@"' sh "$@"
}

suite=bookworm
shell=false
while [ $# -gt 0 ]; do
	case $1 in
	--suite)
		suite=$2
		shift
		;;
	--shell) shell=true ;;
	--inside)
		inside "$2"
		exit
		;;
	*)
		say "usage: sh tests/fresh.sh [--suite NAME] [--shell]"
		exit 2
		;;
	esac
	shift
done

if [ "$(id -u)" != 0 ]; then
	set -- --suite "$suite"
	if $shell; then
		set -- "$@" --shell
	fi
	exec sudo sh "$0" "$@"
fi
command -v debootstrap >/dev/null || {
	say "debootstrap is missing: apt-get install debootstrap"
	exit 1
}
from=$(mirror)
if [ -z "$from" ]; then
	say "apt's sources name no Debian archive, so there is nowhere to take $suite from"
	exit 1
fi

mkdir -p "$keep"
new=$(mktemp -d "$keep/$suite-XXXXXX")
trap 'rm -rf --one-file-system "$new"' EXIT
trap 'exit 130' INT HUP TERM

bare_root=$keep/$suite.tar
if [ ! -f "$bare_root" ]; then
	say "making a bare $suite"
	if ! debootstrap --variant=minbase "$suite" "$new" "$from" >"$keep/debootstrap.log" 2>&1; then
		tail -n 5 "$keep/debootstrap.log" >&2
		say "debootstrap failed: all of it is in $keep/debootstrap.log"
		exit 1
	fi
	rm -rf "$new/var/cache/apt/archives" "$new/var/lib/apt/lists"
	tar -C "$new" -cf "$bare_root.part" .
	mv "$bare_root.part" "$bare_root"
else
	tar -C "$new" -xpf "$bare_root"
fi
# mktemp's mode is for its owner alone; a root is for everybody.
chmod 755 "$new"
cp -L /etc/resolv.conf "$new/etc/resolv.conf"
apt-config dump | grep -iE '^Acquire::https?::Proxy' >"$new/etc/apt/apt.conf.d/90proxy" || :

mkdir -p "$new/root/clew"
if [ -n "$(git -c safe.directory="*" -C "$root" status --porcelain)" ]; then
	say "note: what is not committed is not in the copy"
fi
git -c safe.directory="*" -C "$root" archive HEAD | tar -C "$new/root/clew" -xf -

set -- --suite "$suite"
if $shell; then
	set -- "$@" --shell
fi
# Not exec: the trap has to clear up.
unshare --mount --pid --fork --kill-child sh "$0" "$@" --inside "$new"
if ! $shell; then
	say "$suite: both commands work"
fi
