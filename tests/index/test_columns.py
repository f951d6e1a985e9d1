"""Tables that set record and promise side by side."""

from __future__ import annotations

import pytest

from index.topics.cells import led_in, sentence_spans
from index.topics.model import StatementKind
from index.topics.statements import Setting, kind_of
from reader.identity import with_ids
from reader.lead_ins import lead_ins
from reader.model import Block, Kind

PLEDGE, RECORD, CRITICISM, CONTEXT = StatementKind


def rows(*texts: str) -> tuple[Block, ...]:
    return with_ids("", tuple(Block(Kind.PARAGRAPH, text) for text in texts))


def kinds(head: str, row: str) -> list[StatementKind]:
    blocks = rows(head, row)
    lead = lead_ins(blocks, "en").get(blocks[1].id, "")
    found = []
    for start, end in sentence_spans(row, lead, "en"):
        cell = led_in(Setting(lead_in=lead), row, start)
        found.append(kind_of(row[start:end], cell))
    return found


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("What we did | What comes next", "Forty new lifeboats | Ten more by 2030", [RECORD, PLEDGE]),
        ("Delivered | Next steps", "A hut on each beach | Showers in each hut", [RECORD, PLEDGE]),
        ("What went wrong | What we’ll do", "Piers left to rot | A fund for piers", [CRITICISM, PLEDGE]),
        ("Subject | Our record | Our promise", "Piers | Two rebuilt | Two more", [CONTEXT, RECORD, PLEDGE]),
        ("What we did | What comes next", "Two huts. Six boats. | Three huts.", [RECORD, RECORD, PLEDGE]),
    ],
)
def test_the_head_of_a_column_sets_the_kind_of_its_cells(head: str, row: str, expected: list[StatementKind]) -> None:
    assert kinds(head, row) == expected


@pytest.mark.parametrize("head", ["Year | Cost", "Piers | £20m", "What we did for 40 piers and 3 boats last year too"])
def test_other_tables_are_read_as_they_are(head: str) -> None:
    blocks = rows(head, "Forty piers | Ten boats")
    assert lead_ins(blocks, "en") == {}
    assert sentence_spans(blocks[1].text, "", "en") == [(0, len(blocks[1].text))]


def test_the_head_holds_for_all_rows_and_no_further() -> None:
    head = "What we did | What comes next"
    blocks = rows(head, "A boat | A pier", "A hut | A wall", "The coast is long.", "A rope | A net")
    assert [lead_ins(blocks, "en").get(block.id, "") for block in blocks] == ["", head, head, "", ""]
