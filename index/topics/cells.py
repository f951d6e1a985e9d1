"""The sentences of a passage, and of each cell of a table's row where its columns say what their cells are."""

from __future__ import annotations

from dataclasses import replace

from index.topics.lead_in_kinds import kind_of_lead_in
from index.topics.statements import Setting
from reader.cells import CELL_GLUE
from reader.model import Kind
from reader.sentences import sentences


def sentence_spans(text: str, lead_in: str, language: str) -> list[tuple[int, int]]:
    """The spans of the sentences (code points, end exclusive); none goes over two cells of such a row."""
    if not _by_columns(text, lead_in):
        return sentences(text, language)
    spans: list[tuple[int, int]] = []
    at = 0
    for cell in text.split(CELL_GLUE):
        spans += [(at + start, at + end) for start, end in sentences(cell, language)]
        at += len(cell) + len(CELL_GLUE)
    return spans


def led_in(setting: Setting, text: str, start: int) -> Setting:
    """The setting of a passage's sentence that begins at `start`: in a cell, what heads its column introduces it."""
    if not _by_columns(text, setting.lead_in):
        return setting
    cell = text[:start].count(CELL_GLUE)
    head = setting.lead_in.split(CELL_GLUE)[cell] + ":"
    if kind_of_lead_in(head, setting.voices) is None:
        return replace(setting, lead_in="", before=None)
    return replace(setting, block=Kind.LIST_ITEM, lead_in=head, first=True, before=None)


def _by_columns(text: str, lead_in: str) -> bool:
    columns = lead_in.count(CELL_GLUE)
    return columns > 0 and text.count(CELL_GLUE) == columns
