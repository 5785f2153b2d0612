extern int clew_casework; /* the layer's first file replaces this one */
