"""The codebook: a tree of codes beside a place, and what is written of the one in use."""
