extern int clew_ui; /* the layer's first file replaces this one */
