"""Charts as figures and as pictures, for whatever shows or exports them."""
