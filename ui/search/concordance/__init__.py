"""The concordance: a line for each place where the words stand, aligned on the hit, sorted, thinned, categorised."""
