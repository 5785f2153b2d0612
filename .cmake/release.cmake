# -O2 -g without -DNDEBUG: asserts stay on in what people use.
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(CMAKE_C_FLAGS_RELEASE "-O2 -g" CACHE STRING "")
