"""Finds a document's title: what the file says of itself where that is sensible, else the largest words in front."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from pathlib import Path

from reader.evidence import is_a_title
from reader.formats.pdf.lines import Line
from reader.formats.pdf.pages import Side
from reader.formats.pdf.rows import rows_of

# What programs write into the title field by themselves.
_BY_MACHINE = re.compile(
    r"^(?:unbenannt|sin t[ií]tulo|dokument|microsoft|print|cover|final|test|page|adobe|scan|draft|proof|booklet|none)\b"
    r"|\.(?:indd|docx?|pdf|qxp?|ai|pages|pptx?|odt|rtf|tex|dvi|html?|eps|psd)\b|^[\W\d_]*$|_.*_",
    re.IGNORECASE,
)
_FIRST_PAGES = 3
_LONGEST = 14  # words
# A page with more words is no cover.
_ON_A_COVER = 60


def title_of(metadata: dict[str, str], sides: Sequence[Side], path: Path, seen_by_ocr: Container[int] = ()) -> str:
    """The title; the file's own name where nothing better is found.

    On the pages that were `seen_by_ocr` sizes are vague: their largest words are the title on a cover alone.
    """
    said = " ".join(metadata.get("title", "").split())
    if is_a_title(said) and not _BY_MACHINE.search(said) and said.casefold() != path.stem.casefold():
        return said
    for side in sides[:_FIRST_PAGES]:
        if side.page in seen_by_ocr and sum(len(line.text.split()) for line in side.lines) > _ON_A_COVER:
            continue
        title = _largest(side.lines)
        if title:
            return title
    return path.stem


def _largest(lines: Sequence[Line]) -> str:
    """The largest lines of a page in their order, joined while they are nearly of one size."""
    worded = [line for line in lines if sum(char.isalpha() for char in line.text) >= 3]
    if not worded:
        return ""
    size = max(line.size for line in worded)
    words: list[str] = []
    for row in rows_of(line for line in worded if line.size >= 0.72 * size):
        for line in row:
            words.extend(line.text.split())
    return " ".join(words) if len(words) <= _LONGEST else ""
