"""Bullets that a converter left on lines of their own."""

from __future__ import annotations

from reader.formats.text import blocks_of
from reader.model import Kind


def items(text: str) -> list[str]:
    return [block.text for block in blocks_of(text) if block.kind is Kind.LIST_ITEM]


def test_a_bullet_after_the_first_line_of_its_item_goes_before_it() -> None:
    text = (
        "The plan has three parts:\nLight every lane of the town with new lamps and\n•\nmend whatever the storms have "
        "broken of them.\nPaint the boats.\n•\nOpen the quay to everybody who lives here and\n•\nclose it at night.\n"
    )
    assert items(text) == [
        "Light every lane of the town with new lamps and mend whatever the storms have broken of them.",
        "Paint the boats.",
        "Open the quay to everybody who lives here and close it at night.",
    ]


def test_a_bullet_before_its_item_stays_before_it() -> None:
    text = "The plan has three parts.\n•\nlight every lane;\n•\n\npaint the boats;\n•\nopen the quay.\n•\n"
    assert items(text) == ["light every lane;", "paint the boats;", "open the quay."]
