"""The topic editor."""
