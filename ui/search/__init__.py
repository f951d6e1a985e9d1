"""The Search place: words looked for in every manifesto, grouped by manifesto, the passage beside the list."""
