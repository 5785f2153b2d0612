extern int clew_store; /* the layer's first file replaces this one */
