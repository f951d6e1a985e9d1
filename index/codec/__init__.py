"""How a segment of the index lies on the disk: a codec for Whoosh, small and read in bulk."""
