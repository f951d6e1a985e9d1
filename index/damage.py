"""The one thing that can be wrong with the index: it is not what was written, and has to be built again."""

from __future__ import annotations


class IndexDamaged(Exception):
    """The current generation cannot be used."""
