# clew_embed(): turn files under data/ into one C table, name -> bytes, at build time.
# The table is read with embedded_file() (base/embedded.h); names are relative to data/.
# Bytes come in by the assembler's .incbin, so that large files cost the compiler nothing.
# data/demo/ is left out: the demonstration file is made from it and embedded instead; and data/systemd/,
# which is installed.
function(clew_embed target)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/data
       ${PROJECT_SOURCE_DIR}/data/*)
  list(FILTER files EXCLUDE REGEX "^(demo|systemd)/|(^|/)README")
  list(SORT files)
  set(deps "")
  set(assembly "")
  set(externs "")
  set(rows "")
  set(i 0)
  foreach(f ${files})
    set(path ${PROJECT_SOURCE_DIR}/data/${f})
    list(APPEND deps ${path})
    string(APPEND assembly
           "__asm__(\".section .rodata\\n.global embedded_${i}, embedded_${i}_end\\n\"\n"
           "        \"embedded_${i}:\\n.incbin \\\"${path}\\\"\\n\"\n"
           "        \"embedded_${i}_end:\\n.byte 0\\n.previous\\n\");\n")
    string(APPEND externs "extern const char embedded_${i}[], embedded_${i}_end[];\n")
    string(APPEND rows "\t{ \"${f}\", embedded_${i}, embedded_${i}_end },\n")
    math(EXPR i "${i} + 1")
  endforeach()
  set(out ${PROJECT_BINARY_DIR}/embedded.c)
  file(CONFIGURE OUTPUT ${out} @ONLY CONTENT
"/* Made by .cmake/embed.cmake from data/; sorted by name. */
#include \"base/embedded.h\"

${assembly}
${externs}
const struct embedded embedded_table[] = {
${rows}};
const size_t embedded_count = ${i};
")
  set_source_files_properties(${out} PROPERTIES OBJECT_DEPENDS "${deps}" COMPILE_OPTIONS "-Wno-pedantic")
  target_sources(${target} PRIVATE ${out})
endfunction()
