#!/bin/sh
# The service and the timer for systemd: sound, and what the service does.
. "$root/tests/cli/lib.sh"
unit=clew-today.service
cp "$root/data/systemd/clew-today.timer" . &&
	sed "s|@CMAKE_INSTALL_FULL_BINDIR@|$PWD/bin|" "$root/data/systemd/$unit.in" >$unit &&
	mkdir bin || exit 1

sound() {
	XDG_RUNTIME_DIR=$PWD systemd-analyze verify --user --man=no ./$unit ./clew-today.timer \
		>out 2>&1 || {
		cat out
		return 1
	}
	[ ! -s out ]
}

# The service's own command, as systemd would run it, with a clew that answers so.
told() { # COUNT STATUS
	printf '#!/bin/sh\n[ "$*" = "today --count" ] && echo %s\nexit %s\n' "$1" "$2" >bin/clew
	chmod +x bin/clew
	command=$(sed -n "s|^ExecStart=/bin/sh -c '\(.*\)' .*|\1|p" $unit | sed 's/\$\$/$/g')
	CLEW_TELL=echo /bin/sh -c "$command" "$PWD/bin/clew"
}

some() {
	[ "$(told 3 0)" = 'clew: 3 due today' ]
}

none() {
	[ -z "$(told 0 0)" ] && [ -z "$(told '' 1)" ]
}

if command -v systemd-analyze >/dev/null; then
	tell 'systemd finds nothing wrong with them' sound
else
	n=$((n + 1))
	echo "ok $n - systemd finds nothing wrong with them # SKIP systemd-analyze is not installed"
fi
tell 'who has something due is told how many' some
tell 'who has nothing due, or was not counted, is left alone' none
done_telling
