"""Collected quotations: kept in order with one's own sentence, undone, and found again after a new reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from reader.edits import Edit
from reader.errors import NameTaken, StaleEdit
from reader.identity import with_ids
from reader.library import edits
from reader.library.collected import Collected, Evidence, collections, evidence, items
from reader.library.collecting import (
    FIRST_PLAN,
    collect,
    delete_collection,
    make_collection,
    rename_collection,
    write_sentence,
)
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Span
from reader.model import Block, Kind, Manifesto

WALL = "The harbour wall will be mended before winter comes. The lamps on it are lit each night."
NETS = "Nets for the whole fishing fleet are paid for by the council, year after year."


def _manifesto(*texts: str) -> Manifesto:
    return Manifesto("A plan", "en", tuple(Block(Kind.PARAGRAPH, text) for text in texts), format="Plain text")


@pytest.fixture
def document(library: Library, write_file: Callable[..., Path]) -> Document:
    return library.store(write_file(), _manifesto(WALL, NETS), {"party": "Lamp Society"})


def whole(library: Library, document: Document, *, at: int = 0) -> Span:
    block = library.blocks(document.id)[at]
    return Span(block.id, 0, len(block.text))


def put(library: Library, document: Document, *stretches: Span) -> Edit:
    lists = library.read(collections)
    edit = collect(library, lists[0].id if lists else "", document.id, stretches)
    library.apply(edit)
    return edit


def held(library: Library) -> list[Collected]:
    return library.read(lambda connection: items(connection, collections(connection)[0].id))


def found(library: Library) -> list[Evidence]:
    return library.read(lambda connection: evidence(connection, collections(connection)[0].id))


def test_the_first_thing_collected_makes_the_first_plan_and_one_undo_takes_both_back(
    library: Library, document: Document
) -> None:
    put(library, document, whole(library, document))
    assert [one.name for one in library.read(collections)] == [FIRST_PLAN]
    assert [one.anchor.quote for one in held(library)] == [WALL]
    library.undo()
    assert library.read(collections) == []
    library.redo()
    assert [one.anchor.quote for one in held(library)] == [WALL]


def test_the_very_same_words_are_collected_once_but_a_part_of_them_is_another_quotation(
    library: Library, document: Document
) -> None:
    first = whole(library, document)
    put(library, document, first)
    assert put(library, document, first).changes == ()
    put(library, document, replace(first, end=11))
    assert [one.anchor.quote for one in held(library)] == [WALL, WALL[:11]]


def test_a_sentence_in_own_words_is_kept_until_undo(library: Library, document: Document) -> None:
    put(library, document, whole(library, document))
    (wall,) = (one.id for one in held(library))
    library.apply(write_sentence(library, wall, "  Who pays,\nthough? "))
    assert held(library)[0].sentence == "Who pays, though?"
    library.undo()
    assert held(library)[0].sentence == ""


def test_after_a_new_reading_the_words_are_found_where_they_stand_now_and_lost_ones_keep_their_quote(
    library: Library, document: Document
) -> None:
    put(library, document, whole(library, document), whole(library, document, at=1))
    again = _manifesto(f"A preface. {WALL}", "Something else entirely stands here now.")
    library.store_again(document.id, replace(again, blocks=with_ids(document.id, again.blocks)), {})
    wall, nets = found(library)
    assert wall.block is not None
    assert (wall.words, wall.block.text[slice(*wall.spans[0])]) == (WALL, WALL)
    assert wall.spans[0][0] == len("A preface. ")
    assert (nets.block, nets.words) == (None, NETS)


def test_a_sentence_that_stands_in_several_sections_is_found_in_its_own_when_another_is_read_before_it(
    library: Library, write_file: Callable[..., Path]
) -> None:
    review = "We will review this."
    texts = ("Homes are built in every county.", review, "Trains run by night between the cities.", review, "Ends.")
    stored = library.store(write_file(), _manifesto(*texts), {})
    put(library, stored, whole(library, stored, at=3))
    again = _manifesto(review, *texts)
    library.store_again(stored.id, replace(again, blocks=with_ids(stored.id, again.blocks)), {})
    (one,) = found(library)
    assert one.block == library.blocks(stored.id)[4]


def test_words_that_were_split_over_two_passages_are_shown_with_both(library: Library, document: Document) -> None:
    put(library, document, whole(library, document))
    again = _manifesto(*(f"{part}." for part in WALL.rstrip(".").split(". ")), NETS)
    library.store_again(document.id, replace(again, blocks=with_ids(document.id, again.blocks)), {})
    (one,) = found(library)
    assert one.words.split("\n") == [block.text for block in library.blocks(document.id)[:2]]
    assert one.paragraph == 1


def test_what_a_removed_manifesto_said_is_away_while_it_is(library: Library, document: Document) -> None:
    put(library, document, whole(library, document))
    library.apply(edits.remove(library, document.id))
    assert found(library) == []
    library.undo()
    assert [one.words for one in found(library)] == [WALL]


def test_plans_have_names_of_their_own_and_a_deleted_one_comes_back_whole(library: Library, document: Document) -> None:
    put(library, document, whole(library, document))
    library.apply(make_collection(library, " Essay  plan "))
    first, essay = library.read(collections)
    assert essay.name == "Essay plan"
    with pytest.raises(NameTaken):
        make_collection(library, "essay plan")
    with pytest.raises(NameTaken):
        rename_collection(library, essay.id, "  ")
    library.apply(rename_collection(library, essay.id, "Evidence"))
    library.apply(delete_collection(library, first.id))
    assert [one.name for one in library.read(collections)] == ["Evidence"]
    library.undo()
    assert [one.anchor.quote for one in held(library)] == [WALL]


def test_a_passage_that_is_gone_cannot_be_collected(library: Library, document: Document) -> None:
    with pytest.raises(StaleEdit):
        collect(library, "", document.id, [Span("nowhere", 0, 3)])


def test_a_collected_item_of_a_list_knows_what_introduces_the_list(
    library: Library, write_file: Callable[..., Path]
) -> None:
    blocks = (Block(Kind.PARAGRAPH, "Much is wrong. We will not:"), Block(Kind.LIST_ITEM, "sell the lamps"))
    stored = library.store(write_file(), Manifesto("A plan", "en", blocks, format="Plain text"), {})
    put(library, stored, whole(library, stored, at=1))
    put(library, stored, whole(library, stored))
    assert [one.lead_in for one in found(library)] == ["We will not:", ""]
