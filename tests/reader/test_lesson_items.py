"""What a lesson shows beside words and quotations: in one order with them, each step undone by one undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.coder_edits import add_coder
from reader.library.collected import collections
from reader.library.collecting import collect, delete_collection
from reader.library.damage import is_damaged
from reader.library.lesson_edits import (
    add_items,
    draw_questions,
    show_documents,
    skip_items,
    write_note,
    write_row_note,
    write_slide,
)
from reader.library.lesson_notes import notes_of, row_notes
from reader.library.library import Library
from reader.library.memo_edits import write_memo
from reader.library.memos import MemoOf
from reader.library.planning import add_part, order_parts, remove_parts
from reader.library.plans import LessonItem, Part, PartKind, extent, parts, size
from reader.library.verdicts import Span
from reader.model import Block, Kind, Manifesto

WALL, NETS = "The harbour wall will be mended.", "Nets are paid for by the council."
ROW = (PartKind.ROW, LessonItem("quay/lamps", ("d1", "d2")))
SLIDE = (PartKind.SLIDE, LessonItem(title="  Who  pays? ", text="Ask first.\n\n Then vote. "))


@pytest.fixture
def plan(library: Library, write_file: Callable[..., Path]) -> str:
    """A plan of two quotations."""
    blocks = tuple(Block(Kind.PARAGRAPH, words) for words in (WALL, NETS))
    document = library.store(write_file(), Manifesto("A plan", "en", blocks, format="Plain text"), {})
    spans = [Span(block.id, 0, len(block.text)) for block in library.blocks(document.id)]
    library.apply(collect(library, "", document.id, spans))
    return library.read(collections)[0].id


def held(library: Library, plan: str) -> list[Part]:
    return library.read(lambda connection: parts(connection, plan))


def kinds(library: Library, plan: str) -> str:
    return " ".join(part.kind.value for part in held(library, plan))


def notes(library: Library, plan: str) -> dict[str, str]:
    return library.read(lambda connection: notes_of(connection, plan))


def item(library: Library, plan: str, at: int) -> LessonItem:
    found = held(library, plan)[at].item
    assert found is not None
    return found


def test_rows_and_slides_stand_among_the_parts_in_one_order(library: Library, plan: str) -> None:
    edit, _ = add_items(library, plan, [ROW, SLIDE], after=held(library, plan)[0].id)
    library.apply(edit)
    assert kinds(library, plan) == "quotation row slide quotation"
    assert item(library, plan, 1) == LessonItem("quay/lamps", ("d1", "d2"))
    assert item(library, plan, 2) == LessonItem(title="Who pays?", text="Ask first.\nThen vote.")
    library.apply(add_part(library, plan, held(library, plan), 2, PartKind.HEADING, "Quay"))
    assert kinds(library, plan) == "quotation row heading slide quotation"
    library.apply(order_parts(library, plan, held(library, plan)[::-1]))
    assert kinds(library, plan) == "quotation slide heading row quotation"
    assert library.read(lambda connection: size(connection, plan)) == 5
    assert extent(held(library, plan)).own == 4
    for expected in ("quotation row heading slide quotation", "quotation row slide quotation", "quotation quotation"):
        library.undo()
        assert kinds(library, plan) == expected


def test_what_is_collected_or_shown_next_stands_after_the_item_in_use(library: Library, plan: str) -> None:
    edit, (row,) = add_items(library, plan, [ROW])
    library.apply(edit)
    quoted = held(library, plan)[0].quoted
    assert quoted is not None
    assert quoted.block is not None
    library.apply(add_items(library, plan, [SLIDE], after=row)[0])
    library.apply(collect(library, plan, quoted.document.id, [Span(quoted.block.id, 0, 3)], row))
    assert kinds(library, plan) == "quotation quotation row quotation slide"
    library.apply(collect(library, plan, quoted.document.id, [Span(quoted.block.id, 0, 5)]))
    assert kinds(library, plan) == "quotation quotation row quotation slide quotation"


def test_a_lesson_begins_without_a_plan(library: Library) -> None:
    edit, _ = add_items(library, "", [ROW])
    library.apply(edit)
    (plan,) = library.read(collections)
    assert kinds(library, plan.id) == "row"
    library.undo()
    assert library.read(collections) == []


def test_items_are_written_skipped_and_given_other_manifestos(library: Library, plan: str) -> None:
    edit, (row, slide, quiz) = add_items(
        library, plan, [ROW, SLIDE, (PartKind.QUIZ, LessonItem("quay", count=5, seed=1))]
    )
    library.apply(edit)
    library.apply(write_slide(library, slide, "Who?", ""))
    library.apply(show_documents(library, row, ["d2", "d1", "d2"]))
    library.apply(draw_questions(library, quiz, 5, 2))
    library.apply(skip_items(library, [row, slide], skipped=True))
    assert [item(library, plan, at) for at in (2, 3, 4)] == [
        LessonItem("quay/lamps", ("d2", "d1"), skipped=True),
        LessonItem(title="Who?", skipped=True),
        LessonItem("quay", count=5, seed=2),
    ]
    assert not skip_items(library, [row], skipped=True).changes
    library.undo()
    assert not item(library, plan, 2).skipped
    assert library.undo_label() == "Draw other questions"


def test_notes_stand_on_every_kind_of_part_and_go_and_come_back_with_it(library: Library, plan: str) -> None:
    library.apply(add_items(library, plan, [ROW])[0])
    first, _, row = held(library, plan)
    library.apply(write_note(library, plan, first, "Read it aloud.\n"))
    library.apply(write_note(library, plan, row, "Hands up."))
    assert notes(library, plan) == {first.id: "Read it aloud.", row.id: "Hands up."}
    library.apply(remove_parts(library, [first, row]))
    assert notes(library, plan) == {}
    assert library.memos(MemoOf.PART) == library.memos(MemoOf.ITEM) == []
    library.undo()
    assert len(notes(library, plan)) == 2
    library.apply(delete_collection(library, plan))
    assert library.read(lambda one: one.execute("SELECT count(*) FROM memos").fetchone()) == (0,)
    assert library.read(lambda one: one.execute("SELECT count(*) FROM lesson_items").fetchone()) == (0,)
    library.undo()
    assert notes(library, plan) == {first.id: "Read it aloud.", row.id: "Hands up."}
    assert kinds(library, plan) == "quotation quotation row"


def test_a_part_has_one_note_whoever_wrote_it(library: Library, plan: str) -> None:
    part = held(library, plan)[0]
    library.apply(write_memo(library, MemoOf.PART, part.id, "Mine"))
    coder = add_coder(library, "Ann")
    library.apply(coder)
    library.work_as(coder.changes[0].id)
    library.apply(write_memo(library, MemoOf.PART, part.id, "Hers"))
    assert notes(library, plan) == {part.id: "Mine\n\nHers"}
    assert not write_note(library, plan, part, "Mine\n\nHers").changes
    library.apply(write_note(library, plan, part, "Ours"))
    assert [memo.text for memo in library.memos(MemoOf.PART)] == ["Ours"]
    library.apply(write_note(library, plan, part, ""))
    assert notes(library, plan) == {}


def test_a_quotation_without_a_place_gets_one_with_its_note(library: Library, plan: str) -> None:
    first = held(library, plan)[0]
    with library._writing() as connection:  # what an earlier version collected beside this one may lack a place
        connection.execute("DELETE FROM plan_parts WHERE id = ?", (first.id,))
    lost = held(library, plan)[-1]
    assert not write_note(library, plan, lost, "").changes
    library.apply(write_note(library, plan, lost, "Here"))
    placed = held(library, plan)[-1]
    assert placed.quoted == first.quoted
    assert notes(library, plan) == {placed.id: "Here"}


def test_rows_that_are_shown_without_a_lesson_keep_their_notes_too(library: Library) -> None:
    library.apply(write_row_note(library, "quay/lamps", "Ask who pays."))
    assert library.read(row_notes) == {"quay/lamps": "Ask who pays."}
    library.undo()
    assert library.read(row_notes) == {}


def test_an_item_that_holds_no_item_is_damage(library: Library, plan: str) -> None:
    library.apply(add_items(library, plan, [SLIDE])[0])
    assert not is_damaged(library.home.database)
    for value in ('{"title": 3}', '{"wrong": ""}', "x", '{"seed": "1"}'):
        with library._writing() as connection:
            connection.execute("UPDATE lesson_items SET value = ?", (value,))
        assert is_damaged(library.home.database), value
