#!/bin/sh
# A caseload spreadsheet is taken in; what is refused is named, and the exit status tells.
. "$root/tests/cli/lib.sh"
make_file cases || exit 1

# Excel's kind: Windows-1252, semicolons, the day first.
printf 'Surname;First name;DOB;NHS number;Shoe size\r\nBront\353;Ann;3/4/81;943 476 5919;7\r\n' >good.csv
printf 'Surname,DOB\r\nCarter,31/02/1981\r\nDiaz,01/02/1970\r\n' >part.csv
printf 'Surname,DOB\r\nCarter,31/02/1981\r\n' >bad.csv
printf 'Name of cat\r\nTom\r\n' >cats.csv
printf 'Surname\r\n"Carter\r\n' >quote.csv

import() { # STATUS ARGUMENTS…
	want=$1
	shift
	exits "$want" as_priya cases import "$@" >report 2>why
}

dry() {
	import 0 people good.csv --dry-run && says report '1 new, 0 changed' 'dry run' &&
		import 0 people good.csv --dry-run && says report '1 new'
}

taken() {
	import 0 people good.csv && says report '1 new' 'Windows-1252, separated by semicolons' 'Shoe size.'
}

again() {
	import 0 people good.csv && says report '0 new, 0 changed, 1 the same' 'Nothing was changed.'
}

mkdir leeds
printf 'id,name,status\r\ns1,Lunch club,active\r\ns2,,active\r\n' >leeds/services.csv
printf 'id,service_id,number\r\np1,s1,0113 496 0001\r\np2,s9,0113 496 0002\r\n' >leeds/phones.csv

package() {
	import 5 services leeds --rejects leeds-left && says report '1 new, 0 changed' \
		'HSDS 3 package, 2 files' 'Directory: leeds, new here.' \
		'services.csv, line 3, name: There is no name. The row was refused.' \
		'phones.csv, line 3, service_id s9: No service here has that id. The row was refused.' &&
		says leeds-left/phones.csv 'p2,s9,0113 496 0002,3,'
}

package_again() {
	import 5 services leeds --update && says report '1 the same' 'Nothing was changed.' &&
		printf 'id,name,status\r\ns3,Walks,active\r\n' >leeds/services.csv &&
		rm leeds/phones.csv && import 0 services leeds --update --dry-run &&
		says report '1 new' '1 not there any more: flagged here, not deleted.'
}

no_package() {
	ln -s /etc/passwd leeds/locations.csv && import 1 services leeds &&
		says why 'locations.csv is a link' 'Nothing was imported.'
}

in_part() {
	import 5 people part.csv --rejects left.csv && says report '1 new' '1 refused' \
		'line 2, date_of_birth: 31/02/1981 is not a date. The row was refused.' 'left.csv' &&
		says left.csv 'Carter,31/02/1981,2,'
}

mended() {
	sed 's/31.02.1981,2/28\/02\/1981,2/' left.csv >mended.csv && import 0 people mended.csv &&
		says report '1 new'
}

kept() {
	cp left.csv before && import 1 people part.csv --rejects left.csv && cmp left.csv before
}

refused() {
	import 1 people bad.csv && says report '0 new' '1 refused' '--rejects FILE'
}

no_column() {
	import 1 people cats.csv && says why 'family_name' 'Nothing was imported.'
}

mistake() {
	import 1 people quote.csv && says why 'Line 2' 'Nothing was imported.' &&
		! grep -q 'Line 2: Line 2\|imported\. Nothing' why
}

printf 'Client;Born;Cat\r\nBlack;3/4/71;Tom\r\n' >odd.csv
printf 'Born;Client\r\n4/4/72;White\r\n' >odder.csv
odd='Client=family_name, Born=date_of_birth'

unmapped() {
	import 1 people odd.csv && says why 'family_name' 'it has: Client, Born, Cat' '--columns'
}

mapped_dry() {
	import 0 people odd.csv --columns "$odd" --map clinic --dry-run && says report '1 new' &&
		import 1 people odd.csv --map clinic && says why 'No mapping is kept as clinic'
}

mapped() {
	import 0 people odd.csv --columns "$odd" --map clinic &&
		says report '1 new' 'left out: Cat.' '--columns "Cat=NAME"' '--map clinic, the next time'
}

mapped_again() {
	import 0 people odder.csv --map clinic && says report '1 new' &&
		as_priya cases export people --to-whom us --purpose keep >people && says people 'White' '1972-04-04' '1971-04-03'
}

no_such_column() {
	import 1 people odd.csv --columns 'Client=surnames' &&
		says why 'surnames is no column of people. They are: ref, given_name, family_name'
}

no_such_heading() {
	import 1 people odd.csv --columns 'Kunde=family_name' &&
		says why 'no heading Kunde. It has: Client, Born, Cat'
}

no_pair() {
	import 1 people odd.csv --columns 'Client' && says why 'Client is not a heading, = and a column'
}

tell "a dry run changes nothing" dry
tell "a spreadsheet is taken in as it is" taken
tell "the same file again changes nothing" again
tell "rows that were refused exit 5, are named and kept" in_part
tell "mended, they are taken" mended
tell "refused rows of before are not written over" kept
tell "nothing but refused rows exits 1" refused
tell "a file without the columns that are needed is refused" no_column
tell "a mistake in quoting is named with its line" mistake
tell "a file that is not there exits 1" import 1 people nowhere.csv
tell "what is no kind of import exits 2" import 2 dogs good.csv
tell "a misspelt option exits 2" import 2 people good.csv --dryrun
tell "a file of other headings is told how to be read" unmapped
tell "a dry run keeps no mapping" mapped_dry
tell "--columns says which heading is which" mapped
tell "--map uses what was kept" mapped_again
tell "a column that is none is named, with those there are" no_such_column
tell "a heading that is not there is named" no_such_heading
tell "what is no pair is named" no_pair
tell 'a package is taken in; what is refused is named by file and line' package
tell 'the same again changes nothing; what is gone is flagged' package_again
tell 'a link in a package is not followed' no_package
done_telling
