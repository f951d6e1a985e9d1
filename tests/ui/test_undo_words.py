"""Undo and Redo name what they do."""

from __future__ import annotations

import pytest

from ui.frame.undo_words import doing


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Recode 14 passages as “Sea”", "recoding 14 passages as “Sea”"),
        ("Merge 2 codes (14 passages)", "merging 2 codes (14 passages)"),
        ("Split a unit", "splitting a unit"),
        ("Add 14 highlights", "adding 14 highlights"),
        ("Not about this", "not about this"),
        ("VAWG renamed", "VAWG renamed"),
    ],
)
def test_an_edit_is_named_as_what_is_being_undone(label: str, said: str) -> None:
    assert doing(label) == said
