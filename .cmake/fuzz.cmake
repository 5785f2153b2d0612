# libFuzzer programs from tests/fuzz/, under both sanitizers; clang only.
set(CMAKE_C_COMPILER clang CACHE STRING "")
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CLEW_SANITIZE ON CACHE BOOL "")
set(CLEW_FUZZ ON CACHE BOOL "")
