extern int clew_exchange; /* the layer's first file replaces this one */
