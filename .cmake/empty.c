extern int clew_empty; /* a library needs one source */
