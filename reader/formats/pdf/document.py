"""Reads a whole PDF: pages, outline, metadata, title, and the blocks that the page rules make."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pymupdf

from reader.errors import NoText
from reader.formats.pdf.opening import BROKEN, damaged, open_pdf
from reader.formats.registry import OnPage
from reader.hyphens import Hyphens
from reader.language import language_of
from reader.markers import marker_at_start
from reader.model import Block, Kind, Manifesto, OutlineEntry, Page, Piece, Rect
from reader.sections import with_sections

_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP


def read_pdf(path: Path, format_name: str, on_page: OnPage) -> Manifesto:
    """The manifesto in a PDF. Raises Encrypted, Damaged, NoText."""
    document = open_pdf(path)
    raw: list[tuple[int, list[dict[str, Any]], Any]] = []
    failed = []
    count = document.page_count
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            raw.append((number, page.get_text("dict", flags=_FLAGS)["blocks"], page.rect))
        except BROKEN:
            failed.append(number)
        on_page(number, count)
    if not raw:
        raise damaged(path)
    sizes: Counter[float] = Counter()
    for _, blocks, _rect in raw:
        for block in blocks:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    sizes[round(span["size"], 1)] += len(span["text"].strip())
    if not sizes or not sum(sizes.values()):
        raise NoText(
            f"“{path.name}” holds pictures of pages but no text.",
            "Read it with a text recognition (OCR) program first, then add the result.",
        )
    body = sizes.most_common(1)[0][0]
    found: list[Block] = []
    hyphens = Hyphens(
        "".join(s["text"] for s in line["spans"]) for _, bs, _ in raw for b in bs for line in b.get("lines", ())
    )
    for number, blocks, rect in raw:
        for block in blocks:
            made = _block(block, number, rect, body, hyphens)
            if made:
                found.append(made)
    pages = tuple(Page(n, str(n), r.width, r.height, bool(bs)) for n, bs, r in raw)
    outline = tuple(OutlineEntry(level, title, max(1, page)) for level, title, page in document.get_toc())
    title = (document.metadata or {}).get("title") or next((b.text for b in found if b.kind is Kind.HEADING), path.stem)
    return Manifesto(
        title,
        language_of(" ".join(b.text for b in found)),
        with_sections(found),
        pages,
        outline,
        {k: str(v) for k, v in (document.metadata or {}).items() if v},
        (),
        format_name,
    )


def _block(block: dict[str, Any], number: int, rect: Any, body: float, hyphens: Hyphens) -> Block | None:
    lines = [
        ("".join(s["text"] for s in line["spans"]).strip(), Rect(*line["bbox"]), max(s["size"] for s in line["spans"]))
        for line in block.get("lines", ())
        if line["spans"]
    ]
    lines = [one for one in lines if one[0]]
    if not lines:
        return None
    marker = marker_at_start(lines[0][0])
    if marker:
        lines[0] = (lines[0][0][marker.end :], *lines[0][1:])
    text, pieces = "", []
    for at, (line, box, _) in enumerate(lines):
        joint = hyphens.joint(line, lines[at + 1][0] if at + 1 < len(lines) else "")
        kept = line[:-1] if joint.drop else line
        if kept:
            pieces.append(Piece(len(text), len(text) + len(kept), number, str(number), box))
        text += kept + (joint.glue if at + 1 < len(lines) else "")
    if not text:
        return None
    size = max(one[2] for one in lines)
    kind, level = Kind.PARAGRAPH, None
    if marker:
        kind, level = Kind.LIST_ITEM, 1
    elif size > body * 1.15 and len(text) < 150:
        kind, level = Kind.HEADING, 1 if size > body * 1.8 else 2
    elif (lines[0][1].y0 > rect.height * 0.93 or lines[0][1].y1 < rect.height * 0.06) and len(text) < 80:
        kind = Kind.FURNITURE
    return Block(kind, text, level, pieces=tuple(pieces), marker=marker.text if marker else None)
