"""The Library place: what is loaded, what is known of it, named sets, and files that could not be read."""
