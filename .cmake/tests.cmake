# Every test is found by its place, so that adding one is adding a file:
#   tests/unit/<layer>/<file>_test.c       one cmocka program, linked with everything; sees the
#                                          layer's private headers
#   tests/{script,migrate,faults,audit}/*_test.c the same, over the whole program
#   tests/e2e/*_test.c                     the real program on a pseudo-terminal; label pty
#   tests/{cli,faults}/NN-name.sh          TAP, in a folder of its own; $clew is the program
#   tests/e2e/NN-name.sh                   the same, with a terminal; label pty
#   tests/lint/*.sh                        each lint, and that it bites
#   tests/fuzz/<name>_fuzz.c               a libFuzzer program; built by .cmake/fuzz.cmake alone,
#                                          seeds in tests/fuzz/seeds/<name>/
# Without cmocka, clew still builds, untested.
if(CLEW_FUZZ)
  file(GLOB fuzzers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.c)
  foreach(fuzzer ${fuzzers})
    get_filename_component(name ${fuzzer} NAME_WE)
    add_executable(${name} ${fuzzer})
    target_link_libraries(${name} PRIVATE clew_compile clew_cli clew_screens clew_term clew_demo)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  endforeach()
  return()
endif()

find_package(cmocka QUIET)
if(NOT cmocka_FOUND)
  return()
endif()
enable_testing()
pkg_check_modules(VTERM QUIET IMPORTED_TARGET vterm)

file(GLOB_RECURSE support CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/support/*.c)
if(NOT VTERM_FOUND)
  list(FILTER support EXCLUDE REGEX "/vt\\.c$")
endif()
add_library(clew_test_support STATIC ${support} ${PROJECT_SOURCE_DIR}/.cmake/empty.c)
target_include_directories(clew_test_support PUBLIC ${PROJECT_SOURCE_DIR}/tests/unit/support
                           ${PROJECT_SOURCE_DIR}/src/screens)
target_compile_definitions(clew_test_support PUBLIC
                           CLEW_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(clew_test_support PUBLIC clew_cli clew_screens clew_term clew_demo cmocka
                      PRIVATE clew_compile)
if(VTERM_FOUND)
  target_link_libraries(clew_test_support PUBLIC PkgConfig::VTERM)
endif()

file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/*_test.c)
if(NOT VTERM_FOUND)
  list(FILTER tests EXCLUDE REGEX "/curses_test\\.c$")
endif()
foreach(test ${tests})
  file(RELATIVE_PATH name ${PROJECT_SOURCE_DIR}/tests/unit ${test})
  string(REGEX REPLACE "_test\\.c$" "" name ${name})
  string(REPLACE "/" "-" target "test-${name}")
  string(REGEX REPLACE "/.*" "" layer ${name})
  add_executable(${target} ${test})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src/${layer})
  target_link_libraries(${target} PRIVATE clew_compile clew_test_support)
  add_test(NAME unit/${name} COMMAND ${target})
endforeach()

function(clew_labels name)
  if(name MATCHES "^e2e/")
    set_tests_properties(${name} PROPERTIES LABELS pty)
  endif()
endfunction()

foreach(kind script migrate faults audit e2e)
  file(GLOB tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${kind}/*_test.c)
  if(kind STREQUAL "e2e" AND NOT VTERM_FOUND)
    set(tests "")
  endif()
  foreach(test ${tests})
    get_filename_component(name ${test} NAME_WE)
    string(REGEX REPLACE "_test$" "" name ${name})
    add_executable(${kind}-${name} ${test})
    target_compile_definitions(${kind}-${name} PRIVATE CLEW_PROGRAM="$<TARGET_FILE:clew>")
    target_link_libraries(${kind}-${name} PRIVATE clew_compile clew_test_support)
    if(kind STREQUAL "e2e")
      target_link_libraries(${kind}-${name} PRIVATE PkgConfig::VTERM)
    endif()
    add_dependencies(${kind}-${name} clew)
    add_test(NAME ${kind}/${name} COMMAND ${kind}-${name})
    clew_labels(${kind}/${name})
  endforeach()
endforeach()

foreach(kind cli faults e2e)
  file(GLOB tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${kind}/[0-9]*.sh)
  foreach(test ${tests})
    get_filename_component(name ${test} NAME_WE)
    add_test(NAME ${kind}/${name}
             COMMAND sh ${PROJECT_SOURCE_DIR}/tests/tap.sh ${test} $<TARGET_FILE:clew>)
    clew_labels(${kind}/${name})
  endforeach()
endforeach()

# A sanitizer or coverage build has nothing to add to what a lint sees.
if(NOT CLEW_SANITIZE)
  file(GLOB lints CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/lint/*.sh)
  list(FILTER lints EXCLUDE REGEX "/(lib|bites)\\.sh$")
  foreach(lint ${lints})
    get_filename_component(name ${lint} NAME_WE)
    add_test(NAME lint/${name} COMMAND sh ${lint})
    add_test(NAME lint/${name}-bites
             COMMAND sh ${PROJECT_SOURCE_DIR}/tests/lint/bites.sh ${name})
  endforeach()
endif()

# Measures; built when asked for: sh tests/bench/run.sh
file(GLOB bench CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/bench/*.c)
add_executable(clew-bench EXCLUDE_FROM_ALL ${bench}
               ${PROJECT_SOURCE_DIR}/tests/unit/support/package_made.c)
target_include_directories(clew-bench PRIVATE ${PROJECT_SOURCE_DIR}/src/store
                           ${PROJECT_SOURCE_DIR}/src/casework
                           ${PROJECT_SOURCE_DIR}/tests/unit/support)
target_link_libraries(clew-bench PRIVATE clew_compile clew_screens clew_term clew_demo clew::ncurses
                      util)
