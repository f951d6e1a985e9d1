"""Everything people can do, in one table."""
