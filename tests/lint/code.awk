# C source as the lints read it. For every line that has any, one record:
#	FILE <tab> LINE <tab> CODE <tab> LITERALS
# CODE is the line without comments, its string and character literals emptied ("" and ' '); LITERALS
# are its strings, each after a \001. Line numbers are those of the file.

FNR == 1 {
	file = FILENAME
	sub(/^\.\//, "", file)
	comment = 0
}

{
	code = strings = ""
	n = length($0)
	i = 1
	while (i <= n) {
		c = substr($0, i, 1)
		two = substr($0, i, 2)
		if (comment) {
			if (two == "*/") {
				comment = 0
				i++
			}
		} else if (two == "/*") {
			comment = 1
			i++
		} else if (two == "//") {
			break
		} else if (c == "\"" && code !~ /^[ \t]*#[ \t]*include/) {
			text = ""
			for (i++; i <= n && (c = substr($0, i, 1)) != "\""; i++) {
				if (c == "\\") {
					text = text c
					c = substr($0, ++i, 1)
				}
				text = text c
			}
			code = code "\"\""
			strings = strings "\001" text
		} else if (c == "'") {
			for (i++; i <= n && (c = substr($0, i, 1)) != "'"; i++)
				if (c == "\\")
					i++
			code = code "' '"
		} else {
			code = code c
		}
		i++
	}
	if (code ~ /[^ \t]/ || strings != "")
		print file "\t" FNR "\t" tabs_to_blanks(code) "\t" strings
}

function tabs_to_blanks(s)
{
	gsub(/\t/, " ", s)
	return s
}
