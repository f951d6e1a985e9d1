"""The columns of the comparison."""
