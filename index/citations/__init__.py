"""Citations: what is known of a manifesto as bibliographies want it, in the styles of CSL."""
