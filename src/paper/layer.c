extern int clew_paper; /* the layer's first file replaces this one */
