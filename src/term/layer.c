extern int clew_term; /* the layer's first file replaces this one */
