#!/bin/sh
# The released program is hardened: sh tests/hardened.sh PROGRAM
set -eu
program=$1
bad=0

# holds WHAT COMMAND...: the command finds it
holds() {
	what=$1
	shift
	if ! "$@"; then
		echo "$program: $what"
		bad=1
	fi
}
header() {
	readelf -hW "$program" | grep -q "$1"
}
segment() {
	readelf -lW "$program" | grep -qE "$1"
}
dynamic() {
	readelf -dW "$program" | grep -qE "$1"
}
none() {
	! "$@"
}
symbol() {
	readelf -sW "$program" | grep -qE "$1"
}
landing() {
	objdump -d --disassemble=main "$program" | grep -q endbr64
}

holds "is not position independent (PIE)" header 'DYN (Position'
holds "has no read-only relocations (RELRO)" segment 'GNU_RELRO'
holds "binds late: RELRO is not full" dynamic 'BIND_NOW|FLAGS.* NOW'
holds "has a stack that can be executed" segment 'GNU_STACK.* RW '
holds "has no stack protector" symbol '__stack_chk_fail'
holds "is not fortified" symbol '__[a-z]+_chk@'
holds "names a place for its libraries (RPATH)" none dynamic 'R(UN)?PATH'
holds "relocates its text" none dynamic 'TEXTREL'
if [ "$(uname -m)" = x86_64 ]; then
	# By its code: Debian's own crt1.o carries no CET note, so that no program linked with it does.
	holds "has no landing pads for indirect branches (CET)" landing
fi
exit $bad
