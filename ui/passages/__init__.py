"""Passages of several manifestos in one list: what was found close, or used again."""
