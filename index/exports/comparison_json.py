"""A comparison as JSON, for scripts.

The whole:
    {"format": "hustings-comparison", "format_version": 2,
     "topic": {"id", "version", "name", "definition", "languages": [code]},
     "columns": [COLUMN], "rows": [{"subtopic": {"id", "name"}, "cells": [CELL]}], "warnings": [sentence],
     "accuracy": ACCURACY or null}
Accuracy is what the latest sample for this version of the topic says, judged blind by people:
    {"sample": id, "documents": [id], "seed", "coder", "drawn", "judged": number of passages,
     "precision": {"value", "low", "high", "judged"}, "recall": the same}
A column, in the order shown; fields of the manifesto that are not known are "":
    {"document", "name", "title", "party", "candidate", "office", "election", "year", "nation", "language", "source",
     "extent": "whole" | "chapter" | "extract", "pages", "readable_pages", "words",
     "share": {"passages", "words", "per_thousand": words, "passages_per_thousand": both a number or null,
               "without_words_in": "German" where the topic has no words in its language: no figure counts; else "",
               "uncertain": how many passages are to be checked, in none of these figures},
     "silence": sentence or null, "silence_reason": REASON or null, "silence_confirmed": VERDICT or null}
    and "left_out": the passages that people said are not about the topic; "uncertain": those that only weak words or a
    heading's loan brings in, to be checked before they are quoted: they stand in no row and count in no share; "shown":
    how many passages a filter lets through, null without one. The words of a share are those of the sentences that
    carry the topic; shares count the whole view, whatever a filter lets through.
A cell, in the order of the columns:
    {"document", "passages": [as in `index.exports.topic_views`], "silence", "silence_reason", "silence_confirmed"}
REASON is "nothing", "partial" (pages could not be read), "extent" (no whole manifesto), "uncertain" (some are to be
checked), "language" (the topic has no words in its language: nobody looked) or "filter" (passages are there, and not
among those chosen to be shown).
Keys are only ever added; where one changes its meaning, `format_version` rises: in 1, shares counted the words of whole
passages.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from index.comparison import Cell, Column, Comparison, Silence
from index.exports.samples import accuracy_values
from index.exports.topic_views import Json, passage, verdict
from index.topics.languages import languages_of
from reader.library.row_marks import RowMark

if TYPE_CHECKING:
    from index.sampled import Outcome

FORMAT_VERSION = 2
_FIELDS = ("title", "party", "candidate", "office", "election", "year", "nation", "language", "source", "extent")


def comparison_values(comparison: Comparison, sampled: Outcome | None = None) -> Json:
    """The comparison as values that `json` can write; `sampled` tells how right its topic is."""
    topic = comparison.topic
    documents = [column.document.id for column in comparison.columns]
    return {
        "format": "hustings-comparison",
        "format_version": FORMAT_VERSION,
        "topic": {
            "id": topic.id,
            "version": topic.version,
            "name": topic.name,
            "definition": topic.definition,
            "languages": list(languages_of(topic)),
        },
        "columns": [_column(column) for column in comparison.columns],
        "rows": [
            {
                "subtopic": {"id": row.subtopic.id, "name": row.subtopic.name},
                "cells": [_cell(document, cell) for document, cell in zip(documents, row.cells, strict=True)],
            }
            for row in comparison.rows
        ],
        "warnings": list(comparison.warnings),
        "accuracy": None if sampled is None else accuracy_values(sampled),
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
        **_silence(column.silence),
        "left_out": [passage(match) for match in column.left_out],
        "uncertain": [passage(match) for match in column.uncertain],
        "shown": column.shown,
    }


def _cell(document: str, cell: Cell) -> Json:
    return {
        "document": document,
        "passages": [passage(match) for match in cell.matches],
        **_silence(cell.silence),
        "mark": None if cell.mark is None else _mark(cell.mark),
    }


def _mark(given: RowMark) -> Json:
    """What a person marks the cell as, why, who and when."""
    return {"mark": given.mark.value, "reason": given.reason, **verdict(given.said)}


def _silence(silence: Silence | None) -> Json:
    """What is said of it, and who confirmed it; null for a silence that only the program found."""
    confirmed = silence.confirmed if silence else None
    return {
        "silence": silence.sentence if silence else None,
        "silence_reason": silence.reason.value if silence else None,
        "silence_confirmed": verdict(confirmed) if confirmed else None,
    }
