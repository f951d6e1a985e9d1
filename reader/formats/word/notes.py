"""Says in sentences what of a Word document was not read, for the reader of the document."""

from __future__ import annotations

from lxml import etree

from reader.formats.word.drawings import CHARTS
from reader.formats.word.package import W

_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"


def notes_on(body: etree._Element) -> tuple[str, ...]:
    """The notes: files that stand in the document, and charts, whose figures are not read."""
    notes = []
    files = sum(_is_file(node) for node in body.iter(f"{W}altChunk", f"{W}subDoc", _OBJECT))
    charts = len(list(body.iter(*CHARTS)))
    if files:
        notes.append(
            "Another file stands in the document; it was not read."
            if files == 1
            else f"{files} other files stand in the document; they were not read."
        )
    if charts:
        notes.append(
            "Of a chart only the title was read." if charts == 1 else f"Of {charts} charts only the titles were read."
        )
    return tuple(notes)


def _is_file(node: etree._Element) -> bool:
    """Whether the node stands for a file; older programs put each formula in as one."""
    return not node.get("ProgID", "").startswith("Equation")
