extern int clew_cli; /* the layer's first file replaces this one */
