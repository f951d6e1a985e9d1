"""Passages as cards."""
