"""A comparison as JSON, for scripts.

The whole:
    {"format": "hustings-comparison", "format_version": 1,
     "topic": {"id", "version", "name", "definition"},
     "columns": [COLUMN], "rows": [{"subtopic": {"id", "name"}, "cells": [CELL]}], "warnings": [sentence]}
A column, in the order shown; fields of the manifesto that are not known are "":
    {"document", "name", "title", "party", "candidate", "office", "election", "year", "nation", "language", "source",
     "extent": "whole" | "chapter" | "extract", "pages", "readable_pages", "words",
     "share": {"passages", "words", "per_thousand": words, "passages_per_thousand": both a number or null},
     "silence": sentence or null}
A cell, in the order of the columns:
    {"document", "passages": [as in `index.exports.topic_views`], "silence": sentence or null}
Keys are only ever added; where one changes its meaning, `format_version` rises.
"""

from __future__ import annotations

import json
from dataclasses import asdict

from index.comparison import Cell, Column, Comparison
from index.exports.topic_views import Json, passage

FORMAT_VERSION = 1
_FIELDS = ("title", "party", "candidate", "office", "election", "year", "nation", "language", "source", "extent")


def comparison_json(comparison: Comparison) -> str:
    """The comparison as JSON text, indented, ending in a newline."""
    return json.dumps(comparison_values(comparison), ensure_ascii=False, indent=2) + "\n"


def comparison_values(comparison: Comparison) -> Json:
    """The comparison as values that `json` can write."""
    topic = comparison.topic
    documents = [column.document.id for column in comparison.columns]
    return {
        "format": "hustings-comparison",
        "format_version": FORMAT_VERSION,
        "topic": {"id": topic.id, "version": topic.version, "name": topic.name, "definition": topic.definition},
        "columns": [_column(column) for column in comparison.columns],
        "rows": [
            {
                "subtopic": {"id": row.subtopic.id, "name": row.subtopic.name},
                "cells": [_cell(document, cell) for document, cell in zip(documents, row.cells, strict=True)],
            }
            for row in comparison.rows
        ],
        "warnings": list(comparison.warnings),
    }


def _column(column: Column) -> Json:
    document, share = column.document, column.share
    return {
        "document": document.id,
        "name": document.name,
        **{field: str(getattr(document, field)) for field in _FIELDS},
        "pages": document.page_count,
        "readable_pages": document.readable_pages,
        "words": document.words,
        "share": asdict(share),
        "silence": column.silence.sentence if column.silence else None,
    }


def _cell(document: str, cell: Cell) -> Json:
    return {
        "document": document,
        "passages": [passage(match) for match in cell.matches],
        "silence": cell.silence.sentence if cell.silence else None,
    }
