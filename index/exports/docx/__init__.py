"""Publications as Word documents."""
