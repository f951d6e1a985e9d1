"""Coding mode: one unit of a manifesto after the other, in its context, with codes on keys."""
