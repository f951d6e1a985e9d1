"""Recognises headings that are set like the text around them, by what the whole document does."""

from __future__ import annotations

from collections.abc import Sequence

from reader.formats.pdf.paragraphs import Group, ends_sentence
from reader.formats.pdf.typography import Typography
from reader.model import Kind

# Fewer such lines in a document are accidents: signatures, addresses, lines of verse.
_ENOUGH = 8
_LONGEST = 12  # words


def mark_plain_headings(groups: Sequence[Group], typography: Typography) -> None:
    """Set kind HEADING on the short lines between paragraphs of the document, if it has enough of them."""
    body = [group for group in groups if group.kind is not Kind.FURNITURE]
    found = [
        group
        for before, group, after in zip([None, *body], body, [*body[1:], None], strict=False)
        if _reads_as_heading(group, typography) and _stands_between(before, group, after)
    ]
    if len(found) >= _ENOUGH:
        for group in found:
            group.kind = Kind.HEADING


def _reads_as_heading(group: Group, typography: Typography) -> bool:
    if group.kind is not Kind.PARAGRAPH or group.is_row or len(group.lines) > 1 or group.first.marker is not None:
        return False
    text = group.text
    if group.words > _LONGEST or ends_sentence(text) or text.endswith((",", "-", "–")):
        return False
    return text[:1].isupper() and text[-1:].isalnum() and group.style.size >= 0.95 * typography.size


def _stands_between(before: Group | None, group: Group, after: Group | None) -> bool:
    """Whether the paragraph before has ended and a paragraph of several lines in the same type follows below."""
    if after is None or after.kind is not Kind.PARAGRAPH or len(after.lines) < 2 or not after.text[:1].isupper():
        return False
    if before is not None and before.kind is not Kind.HEADING and not ends_sentence(before.text):
        return False
    below = (
        after.first.baseline > group.first.baseline and abs(after.first.x0 - group.first.x0) < 0.5 * group.first.size
    )
    longest = max(line.x1 for line in after.lines)
    return below and group.first.x1 < longest - 2 * group.first.size and after.style.size == group.style.size
