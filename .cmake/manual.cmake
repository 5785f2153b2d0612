# clew-keys(7) is printed from the key tables by the program of src/manual/.
add_executable(clew-keys src/manual/main.c)
target_include_directories(clew-keys PRIVATE ${PROJECT_SOURCE_DIR}/src/screens)
target_link_libraries(clew-keys PRIVATE clew_compile clew_screens clew_demo)
set(keys_manual ${PROJECT_BINARY_DIR}/clew-keys.7)
add_custom_command(OUTPUT ${keys_manual} COMMAND clew-keys > ${keys_manual} DEPENDS clew-keys)
add_custom_target(manual ALL DEPENDS ${keys_manual})
install(FILES ${keys_manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man7)
