# The demonstration file: made at build time by the program of src/demo/ from data/demo/, relative to
# a Monday, and embedded as the library clew_demo.
file(GLOB demo_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/demo/*.c)
file(GLOB demo_data CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/data/demo/*)
add_executable(clew-demo ${demo_sources})
target_include_directories(clew-demo PRIVATE ${PROJECT_SOURCE_DIR}/src/demo)
target_link_libraries(clew-demo PRIVATE clew_compile clew_casework)

set(demo_file ${PROJECT_BINARY_DIR}/demo.db)
add_custom_command(OUTPUT ${demo_file}
  COMMAND ${CMAKE_COMMAND} -E rm -f ${demo_file}
  COMMAND clew-demo ${PROJECT_SOURCE_DIR}/data/demo ${demo_file}
  DEPENDS clew-demo ${demo_data}
  COMMENT "Making the demonstration file")

file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/demo_image.c @ONLY CONTENT
"/* Made by .cmake/demo.cmake. */
#include \"casework/demo.h\"

__asm__(\".section .rodata\\n.balign 16\\n.global clew_demo_at, clew_demo_end\\n\"
        \"clew_demo_at:\\n.incbin \\\"${demo_file}\\\"\\nclew_demo_end:\\n.byte 0\\n.previous\\n\");
extern const char clew_demo_at[], clew_demo_end[];

struct str demo_image(void)
{
	return (struct str){ clew_demo_at, (size_t)(clew_demo_end - clew_demo_at) };
}
")
set_source_files_properties(${PROJECT_BINARY_DIR}/demo_image.c PROPERTIES
                            OBJECT_DEPENDS ${demo_file} COMPILE_OPTIONS -Wno-pedantic)
add_library(clew_demo STATIC ${PROJECT_BINARY_DIR}/demo_image.c)
target_link_libraries(clew_demo PRIVATE clew_compile)
# casework asks for it but comes later on the link line: take it in where it stands.
target_link_options(clew_demo INTERFACE -Wl,--undefined=demo_image)
