# For the scripts of this folder: . "$root/tests/cli/lib.sh"
# tell NAME COMMAND… passes when the command succeeds; done_telling prints the plan.
n=0

tell() {
	n=$((n + 1))
	name=$1
	shift
	if "$@" >said 2>&1; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		sed 's/^/# /' said
	fi
}

# exits N COMMAND…: it ends with that exit status.
exits() {
	want=$1
	shift
	got=0
	"$@" || got=$?
	[ "$got" = "$want" ] || {
		echo "exit status $got, not $want"
		return 1
	}
}

says() { # FILE TEXT…: each of the texts is in the file
	file=$1
	shift
	for text in "$@"; do
		grep -qF -- "$text" "$file" || {
			echo "not said: $text"
			cat "$file"
			return 1
		}
	done
}

passphrase='quiet lantern harbour'

# A case file of priya's, made once a script.
make_file() {
	echo "$passphrase" | "$clew" --file "$1" --passphrase-fd 0 init --service Riverside \
		--nation england --shared no --login priya --name 'Priya Shah' \
		--safety-lead 'Ann Reid, 0113 496 0111' --deputy 'Ben Ojo, 0113 496 0112' >"${2:-made}"
}

# clew as priya on that file.
as_priya() {
	file=$1
	shift
	echo "$passphrase" | "$clew" --file "$file" --as priya --passphrase-fd 0 "$@"
}

done_telling() {
	echo "1..$n"
}
