"""A publication as PDF/UA-1, set by Typst: tagged, in reading order, with the language of each quotation.

Words go to Typst as data in JSON, so that nothing in them can be markup, a file to read or a formula.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import typst

from index.exports.publication import (
    Answer,
    Block,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Publication,
    Quotation,
    Run,
    Table,
    bands,
    is_wide,
    plain,
)
from index.exports.registry import Layout, Paper
from reader.wording import tr

PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_NO_LETTER = "could not be displayed with font"
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
# In the narrow columns of tables a word as long as a digest is broken; elsewhere lines are longer than any word.
_LONG_WORD = re.compile(r"(\w{12})(?=\w{8})")
_MAY_BREAK = "\\1\u200b"
# Points of type: for reading, for large print; in tables of few, some and many columns.
_SIZE, _LARGE = 12, 16
_TABLES = ((2, 10), (4, 9), (99, 8))
# A column that is narrower than this many in a row cannot be read.
_MOST_COLUMNS, _MOST_LARGE = 6, 3
# Width of the page between its margins, in points, on its end and on its side.
_UPRIGHT, _FLAT = 510, 757


def pdf(publication: Publication, layout: Layout) -> bytes:
    """The file. Raises typst.TypstError where the template that ships with the program cannot be read."""
    return typeset("publication.typ", _values(publication, layout), layout)


def typeset(template: str, values: dict[str, Any], layout: Layout) -> bytes:
    """What this template makes of the values. Raises typst.TypstError where it cannot be read."""
    data = json.dumps(_typeable(values))
    try:
        return _compiled(template, data, layout, "ua-1")
    except typst.TypstError as error:
        if _NO_LETTER not in str(error):
            raise
    # The standard refuses a file with a letter that no font here can draw. Such a file keeps the words and its tags.
    return _compiled(template, data, layout, "1.7")


def _typeable(value: Any) -> Any:
    """The value without characters that Typst refuses, wherever they stand in it."""
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    if isinstance(value, dict):
        return {name: _typeable(one) for name, one in value.items()}
    # The bytes of a picture are numbers.
    return (
        value
        if not isinstance(value, list) or all(isinstance(one, int) for one in value[:1])
        else [_typeable(one) for one in value]
    )


def _compiled(template: str, data: str, layout: Layout, standard: Literal["ua-1", "1.7"]) -> bytes:
    templates = layout.resources.templates
    return typst.compile(
        templates / template,
        root=templates,  # it can read nothing else
        font_paths=sorted({font.parent for font in layout.resources.fonts}),  # Typst looks for them in folders
        format="pdf",
        pdf_standards=standard,
        sys_inputs={"made": data},
    )


def _values(publication: Publication, layout: Layout) -> dict[str, Any]:
    landscape = is_wide(publication) if layout.landscape is None else layout.landscape
    language, region = language_values(publication.language)
    return {
        "title": publication.title or tr("Untitled"),
        "subtitle": publication.subtitle,
        "foot": publication.foot,
        "lang": language or "en",
        "region": region,
        "size": _LARGE if layout.large else _SIZE,
        "paper": PAPERS[layout.paper],
        "landscape": landscape,
        "blocks": [value for block in publication.blocks for value in _block(block, layout, landscape=landscape)],
        "bibliography": [run_values(entry) for entry in publication.bibliography],
        "references": tr("References"),
    }


def _block(block: Block, layout: Layout, *, landscape: bool) -> Iterator[dict[str, Any]]:
    if isinstance(block, Heading):
        yield {"kind": "heading", "text": block.text, "level": block.level}
    elif isinstance(block, Table):
        most = _MOST_LARGE if layout.large else _MOST_COLUMNS
        yield from (_table(band, layout) for band in bands(block, most))
    elif isinstance(block, Picture):
        percent = 100 * block.width / (_FLAT if landscape else _UPRIGHT)
        svg = block.svg.decode()
        yield {"kind": "picture", "svg": svg, "alt": block.alt, "caption": block.caption, "percent": percent}
    elif isinstance(block, PageBreak):
        yield {"kind": "break"}
    else:
        yield _inner(block)


def _table(table: Table, layout: Layout) -> dict[str, Any]:
    size = _LARGE if layout.large else _SIZE
    if not (layout.large or table.reading):
        size = next(size for most, size in _TABLES if len(table.columns) <= most)
    columns = [{"name": head.name, "lines": list(head.lines), "colour": head.colour} for head in table.columns]
    rows: list[dict[str, Any]] = [
        {"head": row.head, "cells": [[_inner(part) for part in cell] for cell in row.cells]} for row in table.rows
    ]
    for run in (run for row in rows for cell in row["cells"] for part in cell for run in _all_runs(part)):
        run["text"] = _LONG_WORD.sub(_MAY_BREAK, run["text"])
    return {
        "kind": "table",
        "caption": table.caption,
        "corner": table.corner,
        "columns": columns,
        "rows": rows,
        "figures": table.figures,
        "size": size,
        "first": 1.6 if table.figures else 0.7,
    }


def _all_runs(part: dict[str, Any]) -> list[dict[str, Any]]:
    """The runs of what stands in a cell."""
    return [*part.get("runs", ()), *part.get("words", ())]


def _inner(block: Paragraph | Quotation | Answer) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "role": block.role.name, "runs": run_values(block.runs)}
    if isinstance(block, Answer):
        return {"kind": "answer", "lines": block.lines, "start": block.start}
    language, region = language_values(block.language)
    return {
        "kind": "quotation",
        "words": run_values(block.words),
        "cited": run_values(block.cited),
        "gap": " " if plain(block.cited) else "",
        "place": block.place,
        "lang": language,
        "region": region,
    }


def run_values(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """Runs as templates want them."""
    return [
        {
            "text": run.text,
            "strong": run.strong,
            "italic": run.italic,
            "marked": run.marked,
            "link": run.link if run.link.startswith(("https://", "http://")) else "",
            "note": run_values(run.note),
        }
        for run in runs
    ]


def language_values(tag: str) -> tuple[str, str | None]:
    """Language and region of a tag ("en-GB"), as Typst wants them; "" for what it would refuse."""
    language, _, region = tag.partition("-")
    if not (language.isascii() and language.isalpha() and len(language) in (2, 3)):
        return "", None
    return language.lower(), region.upper() if len(region) == 2 and region.isascii() and region.isalpha() else None
