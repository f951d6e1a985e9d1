"""Plans: headings, quotations and one's own sentences in an order, each step undone by one undo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library.collected import collections
from reader.library.collecting import collect, delete_collection, make_collection, write_sentence
from reader.library.library import Library
from reader.library.planning import add_part, order_parts, remove_parts, write_part
from reader.library.plans import Extent, Part, PartKind, extent, parts, size
from reader.library.verdicts import Span
from reader.model import Block, Kind, Manifesto

WALL = "The harbour wall will be mended."
NETS = "Nets are paid for by the council."


@pytest.fixture
def plan(library: Library, write_file: Callable[..., Path]) -> str:
    """A plan of two quotations."""
    blocks = tuple(Block(Kind.PARAGRAPH, words) for words in (WALL, NETS))
    document = library.store(write_file(), Manifesto("A plan", "en", blocks, format="Plain text"), {})
    made = make_collection(library, "Essay")
    library.apply(made)
    spans = [Span(block.id, 0, len(block.text)) for block in library.blocks(document.id)]
    library.apply(collect(library, made.changes[0].id, document.id, spans))
    return made.changes[0].id


def held(library: Library, plan: str) -> list[Part]:
    return library.read(lambda connection: parts(connection, plan))


def shown(library: Library, plan: str) -> list[str]:
    return [part.quoted.words if part.quoted else f"{part.kind}: {part.text}" for part in held(library, plan)]


def test_headings_and_own_sentences_stand_between_quotations(library: Library, plan: str) -> None:
    library.apply(add_part(library, plan, held(library, plan), 0, PartKind.HEADING, "The  quay"))
    library.apply(add_part(library, plan, held(library, plan), 2, PartKind.OWN, "Both \n\n would pay."))
    assert shown(library, plan) == ["heading: The quay", WALL, "own: Both\nwould pay.", NETS]
    library.undo()
    assert shown(library, plan) == ["heading: The quay", WALL, NETS]
    library.redo()
    library.apply(order_parts(library, plan, held(library, plan)[::-1]))
    assert shown(library, plan) == [NETS, "own: Both\nwould pay.", WALL, "heading: The quay"]
    library.undo()
    assert shown(library, plan) == ["heading: The quay", WALL, "own: Both\nwould pay.", NETS]


def test_what_is_written_and_taken_out_comes_back(library: Library, plan: str) -> None:
    library.apply(add_part(library, plan, held(library, plan), 2, PartKind.OWN, "So."))
    library.apply(write_part(library, held(library, plan)[2].id, "So it is."))
    library.apply(remove_parts(library, [held(library, plan)[0], held(library, plan)[2]]))
    assert shown(library, plan) == [NETS]
    library.undo()
    assert shown(library, plan) == [WALL, NETS, "own: So it is."]
    library.undo()
    assert shown(library, plan) == [WALL, NETS, "own: So."]


def test_words_are_counted_for_whom_they_belong_to(library: Library, plan: str) -> None:
    library.apply(add_part(library, plan, held(library, plan), 0, PartKind.HEADING, "Not counted"))
    library.apply(add_part(library, plan, held(library, plan), 1, PartKind.OWN, "Four words of mine"))
    quoted = held(library, plan)[2].quoted
    assert quoted is not None
    library.apply(write_sentence(library, quoted.item.id, "In my own words"))
    assert extent(held(library, plan)) == Extent(8, len(f"{WALL} {NETS}".split()))


def test_a_quotation_whose_place_is_gone_stands_at_the_end_and_finds_one_when_ordered(
    library: Library, plan: str
) -> None:
    first = held(library, plan)[0]
    with library._writing() as connection:  # what an earlier version collected beside this one may lack a place
        connection.execute("DELETE FROM plan_parts WHERE id = ?", (first.id,))
    assert shown(library, plan) == [NETS, WALL]
    library.apply(order_parts(library, plan, held(library, plan)[::-1]))
    assert shown(library, plan) == [WALL, NETS]
    assert all(part.id for part in held(library, plan))


def test_a_plan_that_is_deleted_takes_its_parts_along_and_brings_them_back(library: Library, plan: str) -> None:
    library.apply(add_part(library, plan, held(library, plan), 0, PartKind.HEADING, "The quay"))
    library.apply(delete_collection(library, plan))
    assert library.read(collections) == []
    assert library.read(lambda one: one.execute("SELECT count(*) FROM plan_parts").fetchone()) == (0,)
    library.undo()
    assert shown(library, plan) == ["heading: The quay", WALL, NETS]


def test_what_is_collected_stands_after_the_part_that_is_named_and_moves_nothing_before_it(
    library: Library, plan: str
) -> None:
    wall = held(library, plan)[0]
    assert wall.quoted is not None
    assert wall.quoted.block is not None
    document, block = wall.quoted.document.id, wall.quoted.block.id
    library.apply(collect(library, plan, document, [Span(block, 0, 3), Span(block, 4, 11)], wall.id))
    assert shown(library, plan) == [WALL, "The", "harbour", NETS]
    assert held(library, plan)[0] == wall
    library.undo()
    assert shown(library, plan) == [WALL, NETS]
    library.apply(collect(library, plan, document, [Span(block, 0, 3)], "a part of another plan"))
    assert shown(library, plan) == [WALL, NETS, "The"]
    assert library.read(lambda connection: size(connection, plan)) == 3
