#!/bin/sh
# clew account: who may sign in; and what takes a reason or a recipient before it leaves.
. "$root/tests/cli/lib.sh"
mkdir mine && chmod 700 mine && make_file mine/cases || exit 1
printf 'family_name,given_name,worker,referred_on,source\r\nCarter,Jane,priya,2026-11-02,gp\r\n' >people.csv
as_priya mine/cases import people people.csv >/dev/null 2>&1

account() { # STATUS ARGUMENTS… into out and why
	want=$1
	shift
	exits "$want" as_priya mine/cases account "$@" >out 2>why
}

# Somebody with that passphrase; a second line may follow it.
as() { # STATUS LOGIN LINES ARGUMENTS…
	want=$1 login=$2 lines=$3
	shift 3
	printf '%b\n' "$lines" | exits "$want" "$clew" --file mine/cases --as "$login" \
		--passphrase-fd 0 "$@" >out 2>why
}

bens='seven green umbrellas'

add_ben() {
	printf '%s\n' "$passphrase" "$bens" | "$clew" --file mine/cases --as priya --passphrase-fd 0 \
		account add Ben --name 'Ben Ojo' --role link_worker >out 2>why && [ ! -s out ] &&
		as 0 ben "$bens" find carter
}

# A code is alone on its line; nothing else is open to it than a passphrase of one's own.
add_mary() {
	account 0 add mary --name 'Mary Bell' --role volunteer && [ "$(wc -l <out)" = 1 ] &&
		code=$(cat out) && as 4 mary "$code" today && says why 'choose your own passphrase' &&
		as 0 mary "$code\nfour kettles boiling over" account passphrase &&
		as 4 mary "$code" today && as 0 mary 'four kettles boiling over' today
}

listed() {
	account 0 list && says out 'ben  Ben Ojo  link worker  here ' \
		'mary  Mary Bell  volunteer  here ' 'priya  Priya Shah  coordinator and link worker'
}

added_wrongly() {
	account 2 add && says why 'used like this' && account 2 add x --name X &&
		account 2 add x --name X --role chief && says why 'chief is no role' &&
		account 1 add ben --name 'Ben Two' --role volunteer && says why 'Ben Ojo has that login' &&
		account 1 add 'b n' --name 'Ben Two' --role volunteer && says why 'small letters' &&
		account 0 list && [ "$(wc -l <out)" = 3 ]
}

roles() {
	account 0 role ben volunteer && account 0 list && says out 'ben  Ben Ojo  volunteer' &&
		account 0 role ben link_worker && account 2 role ben && account 1 role nobody volunteer &&
		says why 'there is no account nobody' && account 4 role priya volunteer &&
		says why 'Nobody changes the roles of their own account'
}

not_without_a_reason() {
	account 2 add ann --name 'Ann Reid' --role coordinator &&
		says why 'to be coordinator' '--why' 'Nothing was saved' &&
		account 0 list && ! grep -q 'Ann Reid' out
}

two_give_it() {
	account 0 role ben link_worker,auditor --why 'Reads the record' &&
		says why 'auditor waits for a second person' && account 0 list &&
		says out 'ben  Ben Ojo  link worker  here '
}

others_may_not() {
	for use in list 'code mary' 'disable mary'; do
		# shellcheck disable=SC2086 -- several arguments
		as 4 ben "$bens" account $use && [ ! -s out ] || return 1
	done
}

forgotten() {
	account 0 code mary && code=$(cat out) && as 4 mary 'four kettles boiling over' today &&
		as 1 mary "$code\nshort" account passphrase && says why 'at least 12 characters' &&
		as 0 mary "$code\nfour kettles boiling over" account passphrase &&
		account 4 code priya && says why 'Nobody gives a code to their own account'
}

forgiven() {
	for wrong in 1 2 3 4 5; do
		as 4 ben "wrong umbrella $wrong" today || return 1
	done
	as 3 ben "$bens" today && says why 'too many wrong tries' && account 0 unlock ben &&
		as 0 ben "$bens" find carter && account 1 unlock nobody
}

closed() {
	account 0 disable mary && as 4 mary 'four kettles boiling over' today && account 0 list &&
		says out 'mary  Mary Bell  volunteer  closed' && account 1 code mary &&
		says why 'is closed' && account 0 enable mary &&
		as 0 mary "$(cat out)\nfive kettles boiling over" account passphrase &&
		account 4 disable priya && says why 'Nobody closes their own account' && account 1 disable nobody
}

left() {
	account 0 leaver ben && says out 'Key to the file' && account 2 leaver && account 1 leaver nobody
}

used_wrongly() {
	account 2 && account 2 everything && account 2 list all && account 2 passphrase new
}

recovered() {
	key=$(grep -A 2 AGE-SECRET-KEY made | tr -d ' \n') &&
		as 2 '' "$key" account recover now && as 1 ben "$key" account recover &&
		says why 'no coordinator' && as 1 priya "$(echo "$key" | tr 234 567)" account recover &&
		says why 'holds a mistake' && [ ! -s out ] && as 0 priya "$key" account recover && code=$(cat out) &&
		as 4 priya "$passphrase" today && as 0 priya "$code\n$passphrase" account passphrase &&
		account 0 list
}

with_a_reason() { # show, or print plan
	as 4 ben "$bens" "$@" CL-000001 && [ ! -s out ] && says why "a colleague's person" \
		'--reason rang, here' && as 2 ben "$bens" "$@" CL-000001 --reason curious && [ ! -s out ]
}

shown_with_a_reason() {
	with_a_reason show && as 0 ben "$bens" show CL-000001 --reason rang && says out 'Carter' &&
		as_priya mine/cases audit show CL-000001 >out && says out 'Ben Ojo, link worker'
}

leaves_for_somebody() {
	for use in people 'people --to-whom GP' 'people --purpose keep' \
		'people --to-whom GP --purpose fun' 'all --out folder'; do
		# shellcheck disable=SC2086 -- several arguments
		as 2 priya "$passphrase" export $use && [ ! -s out ] && [ ! -e folder ] || return 1
	done
	as 4 mary 'five kettles boiling over' export people --to-whom GP --purpose keep &&
		[ ! -s out ] && as 0 ben "$bens" export people --to-whom GP --purpose keep &&
		! grep -q Carter out &&
		as 0 priya "$passphrase" export people --to-whom GP --purpose keep && says out Carter
}

tell 'somebody is added with a passphrase' add_ben
tell 'somebody is added with a one-time code, which opens nothing else' add_mary
tell 'the list says who was here' listed
tell 'what cannot be added is said, and nothing was' added_wrongly
tell 'roles change, but not of oneself' roles
tell 'it is not asked for without a reason, and nothing is saved' not_without_a_reason
tell 'what two people give waits for the second' two_give_it
tell 'who is no coordinator is refused' others_may_not
tell 'who forgot gets a code' forgotten
tell 'wrong tries are forgiven' forgiven
tell 'an account is closed, and opened again' closed
tell 'what somebody leaves behind is said' left
tell 'what it is used wrongly for is said' used_wrongly
tell "a colleague's person is shown with a reason alone" shown_with_a_reason
tell "people's details leave for somebody and something alone" leaves_for_somebody
tell 'the recovery key from paper opens the file' recovered
done_telling
