# Unit tests: tests/unit/<layer>/<file>_test.c is one cmocka program, linked with everything
# (the screens and the terminal script included). Without cmocka, clew still builds.
find_package(cmocka QUIET)
if(NOT cmocka_FOUND)
  return()
endif()
enable_testing()
pkg_check_modules(VTERM QUIET IMPORTED_TARGET vterm)

file(GLOB_RECURSE support CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/support/*.c)
add_library(clew_test_support STATIC ${support} ${PROJECT_SOURCE_DIR}/.cmake/empty.c)
target_include_directories(clew_test_support PUBLIC ${PROJECT_SOURCE_DIR}/tests/unit/support)
target_compile_definitions(clew_test_support PUBLIC
                           CLEW_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_link_libraries(clew_test_support PUBLIC clew_cli clew_screens clew_term cmocka
                      PRIVATE clew_compile)

file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/unit/*_test.c)
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
