"""Passages of several manifestos in one list: what was found close, used again, or collected."""
