"""A lesson or a comparison on the wall, slide after slide, in a window of its own."""
