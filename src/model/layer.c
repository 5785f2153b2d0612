extern int clew_model; /* the layer's first file replaces this one */
