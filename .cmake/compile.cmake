# One interface target that every target of ours links: language, warnings, hardening.
include(CheckCCompilerFlag)
include(CheckPIESupported)

check_pie_supported()
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(clew_compile INTERFACE)
target_compile_definitions(clew_compile INTERFACE _GNU_SOURCE)
# Asserts stay on in what people use, whatever CMake's own build types say.
target_compile_options(clew_compile INTERFACE -UNDEBUG)
target_include_directories(clew_compile INTERFACE ${PROJECT_SOURCE_DIR}/include)

function(clew_flags)
  foreach(flag ${ARGN})
    string(MAKE_C_IDENTIFIER "HAS${flag}" has)
    check_c_compiler_flag(${flag} ${has})
    if(${has})
      target_compile_options(clew_compile INTERFACE ${flag})
    endif()
  endforeach()
endfunction()

clew_flags(
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wcast-qual -Wcast-align
  -Wstrict-prototypes -Wmissing-prototypes -Wmissing-declarations -Wold-style-definition
  -Wredundant-decls -Wnested-externs -Wpointer-arith -Wwrite-strings -Wundef -Wvla -Wformat=2
  -Wnull-dereference -Wdouble-promotion -Wfloat-equal -Wswitch-enum -Wimplicit-fallthrough
  -fno-common -Wno-missing-field-initializers)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
  clew_flags(-Wlogical-op -Wduplicated-cond -Wduplicated-branches -Wformat-signedness
             -Wformat-overflow=2 -Wstringop-overflow=4 -Wtrampolines)
else()
  clew_flags(-Wcomma -Wassign-enum -Wconditional-uninitialized -Wunreachable-code -Wextra-semi-stmt)
endif()
if(CLEW_WERROR)
  target_compile_options(clew_compile INTERFACE -Werror)
endif()

if(CLEW_SANITIZE)
  set(sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(clew_compile INTERFACE ${sanitize} -O1)
  target_link_options(clew_compile INTERFACE ${sanitize})
  if(CLEW_FUZZ)
    target_compile_options(clew_compile INTERFACE -fsanitize=fuzzer-no-link)
  endif()
else()
  clew_flags(-fstack-protector-strong -fstack-clash-protection -ftrivial-auto-var-init=zero)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|i[3-6]86")
    clew_flags(-fcf-protection)
  endif()
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    target_compile_options(clew_compile INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3)
  endif()
  target_link_options(clew_compile INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack
                      -Wl,--as-needed)
endif()
