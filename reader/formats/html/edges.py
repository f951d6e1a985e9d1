"""Trims what is left of a page's surroundings at both ends of its text, and keeps its imprint."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.formats.html.main_content import Content
from reader.formats.html.names import word_count
from reader.model import Kind
from reader.parts import Part

# A line of fewer words that ends no sentence is no paragraph of the text's own.
_WORDS = 12
_ENDS = re.compile(r"[.!?…:;][\"'”’)]*\s*$")
_IMPRINT = re.compile(r"\b(?:promoted|published|printed)\b[^|•·]{0,60}?\bby\b[^|•·]{3,300}", re.I)
_LONGEST_IMPRINT = 400


def trimmed(parts: Sequence[Part], content: Content) -> list[Part]:
    """The parts without the short lines before the first heading or paragraph and after the last paragraph or item.

    Only a page that had menus has such lines; of any other everything is kept. The imprint in a foot ("Promoted by
    ...") comes last, as furniture.
    """
    if not content.furniture:
        return list(parts)
    solid = [at for at, part in enumerate(parts) if _is_solid(part)]
    if not solid:
        return list(parts)
    first = next((at for at, part in enumerate(parts) if part.kind is Kind.HEADING or at == solid[0]), 0)
    kept = list(parts[first : _end(parts, solid[-1])])
    said = {" ".join(part.text.split()) for part in kept}
    return kept + [Part(Kind.FURNITURE, text) for text in _imprints(content) if text not in said]


def _is_solid(part: Part) -> bool:
    if part.kind in (Kind.LIST_ITEM, Kind.QUOTE) or part.is_row:
        return True
    return part.kind is Kind.PARAGRAPH and (word_count(part.text) >= _WORDS or bool(_ENDS.search(part.text)))


def _end(parts: Sequence[Part], last: int) -> int:
    """Where the text ends: a name or two may stand under its last paragraph, an empty heading may not."""
    end = last + 1
    while end < len(parts) and end - last <= 2 and parts[end].kind in (Kind.PARAGRAPH, Kind.CAPTION):
        end += 1
    return end if end == len(parts) or parts[end].kind is Kind.HEADING else last + 1


def _imprints(content: Content) -> list[str]:
    found: dict[str, None] = {}
    for node in content.furniture:
        for line in "\n".join(node.itertext()).split("\n"):
            if len(line) <= _LONGEST_IMPRINT and (imprint := _IMPRINT.search(line)):
                found.setdefault(" ".join(imprint[0].split()))
    return list(found)
