#!/bin/sh
# Layers include only what layers.txt lets them; outside headers stay in the layers named there,
# curses.h in term/curses.c alone; a .c file includes its own header first.
set -eu
. "$(dirname "$0")/lib.sh"

c_files include src | xargs -r awk '
FILENAME ~ /layers\.txt$/ {
	if ($0 ~ /^#/ || NF == 0)
		next
	split($0, column, /\t+/)
	layer = column[1]
	known[layer]
	may[layer] = " " layer " " column[2] " "
	outside[layer] = " " column[3] " "
	next
}

BEGIN {
	split("assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal" \
	      " stdalign stdarg stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string tgmath" \
	      " threads time uchar wchar wctype aio dirent dlfcn fcntl fnmatch ftw getopt glob grp" \
	      " iconv langinfo libgen libintl link malloc monetary netdb nl_types poll pwd regex sched" \
	      " search semaphore spawn strings syslog termios ucontext unistd utime wordexp pty" \
	      " features stdckdint", libc, " ")
	for (i in libc)
		is_libc[libc[i] ".h"]
}

FNR == 1 {
	path = FILENAME
	sub(/^\.\//, "", path)
	n = split(path, part, "/")
	layer = part[1] == "src" && n == 2 ? "main" : part[2]
	own = path
	sub(/\.c$/, ".h", own)
	sub(/^src\//, "", own)
	first = 1
	if (!(layer in known)) {
		printf "%s:1: \"%s\" is no layer: layers.txt names them all\n", path, layer
		known[layer]
		may[layer] = outside[layer] = ""
	}
}

/^[ \t]*#[ \t]*include/ {
	line = $0
	sub(/^[ \t]*#[ \t]*include[ \t]*/, "", line)
	header = line
	sub(/^[<"]/, "", header)
	sub(/[>"].*/, "", header)
	if (line ~ /^</)
		system_header()
	else
		project_header()
	first = 0
}

function wrong(sentence)
{
	printf "%s:%d: %s\n", path, FNR, sentence
}

function own_header(    name)
{
	name = own
	sub(/^[^\/]*\//, "", name)
	if (path !~ /\.c$/ || layer == "main")
		return ""
	if ((getline text <("include/" own)) >= 0) {
		close("include/" own)
		return own
	}
	if ((getline text <("src/" own)) >= 0) {
		close("src/" own)
		return name
	}
	return ""
}

function system_header()
{
	if (first && own_header() != "")
		wrong("its own header \"" own_header() "\" comes first, so that it is proved to stand alone")
	if (header in is_libc || header ~ /^(sys|linux|arpa|net|netinet|asm)\//)
		return
	if (index(outside[layer], " " header " ") == 0)
		wrong("layer " layer " must not include <" header ">: it belongs to " owners(header))
	else if (header == "curses.h" && path != "src/term/curses.c")
		wrong("only src/term/curses.c includes <curses.h>")
}

function owners(header,    l, list)
{
	for (l in outside)
		if (index(outside[l], " " header " "))
			list = list (list == "" ? "" : " and ") l
	return list == "" ? "no layer" : list
}

function project_header(    to)
{
	if (first && own_header() != "" && header != own_header())
		wrong("its own header \"" own_header() "\" comes first, so that it is proved to stand alone")
	if (header ~ /\.\.\//) {
		wrong("\"" header "\" climbs out of its folder: what others use is in include/")
		return
	}
	if (header !~ /\//)
		return
	to = header
	sub(/\/.*/, "", to)
	if (to == layer)
		return
	if (!(to in known))
		wrong("\"" header "\" is in no layer")
	else if (index(may[layer], " " to " ") == 0 && index(may[layer], " " header " ") == 0)
		wrong("layer " layer " must not include " to " (\"" header "\"): it may include" \
		      may_say(layer))
}

function may_say(layer,    list)
{
	list = may[layer]
	sub(/^ [^ ]* /, " ", list)
	sub(/ $/, "", list)
	return list == " -" ? " nothing but itself" : list
}
' "$lint/layers.txt" | report
