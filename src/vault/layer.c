extern int clew_vault; /* the layer's first file replaces this one */
