extern int clew_screens; /* the layer's first file replaces this one */
