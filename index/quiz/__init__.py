"""Who said it? Passages of a topic with their names hidden, drawn fairly from the manifestos of a set."""
