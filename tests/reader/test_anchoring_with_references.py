"""What people said of a text is found again when the numbers of notes have left its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from annotating import do, select, words
from hypothesis import given
from hypothesis import strategies as st
from noted_text import as_words, block

from reader.identity import with_ids
from reader.library.anchoring import Anchors, Finder, anchor
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code
from reader.library.folding import Running
from reader.library.library import Library
from reader.library.verdicts import Span
from reader.model import Block, Kind, Manifesto

_DOCUMENT = "0" * 64
PRINTED = (
    "<1>Violent crime<2> rose by a third.<3> We will put 3,000 more officers<4> on our streets.",
    "The cost<5> of crime is £3m a year.<6><7>",
    "Crime<8> is not the only harm: fraud<*> is one of them, and <9>arson.",
    "We will end fraud.",
)
WAYS = {"bare": ("", ""), "bracketed": ("[", "]"), "spaced": (" ", "")}


def _old(way: str = "bare") -> tuple[Block, ...]:
    return with_ids(_DOCUMENT, [Block(Kind.PARAGRAPH, as_words(text, *WAYS[way])) for text in PRINTED])


def _new() -> tuple[Block, ...]:
    return with_ids(_DOCUMENT, [block(text) for text in PRINTED])


def _found(quote: str, number: int, way: str = "bare") -> str:
    """What is found in the new reading for these words of a block of the old one."""
    old, new = _old(way), _new()
    start = old[number].text.index(quote)
    spans = Finder(new).find(anchor(old, old[number].id, start, start + len(quote)))
    texts = {one.id: one.text for one in new}
    return "|".join(texts[span.block][span.start : span.end] for span in spans)


@pytest.mark.parametrize(
    ("quote", "number", "found"),
    [
        ("crime2", 0, "crime"),
        ("1Violent crime2 rose", 0, "Violent crime rose"),
        ("Violent crime", 0, "Violent crime"),
        ("rose by a third.3", 0, "rose by a third."),
        ("3 We will", 0, "We will"),
        ("officers4 on our streets", 0, "officers on our streets"),
        ("cost5", 1, "cost"),
        ("a year.67", 1, "a year."),
        ("Crime8", 2, "Crime"),
        ("fraud*", 2, "fraud"),
        ("9arson", 2, "arson"),
    ],
)
def test_a_quotation_with_the_number_of_a_note_is_found_without_it(quote: str, number: int, found: str) -> None:
    assert _found(quote, number).strip() == found


@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize("number", range(4))
def test_whole_passages_are_found_however_their_references_were_read(way: str, number: int) -> None:
    assert _found(_old(way)[number].text, number, way) == _new()[number].text


def test_words_over_two_blocks_are_found_without_the_numbers_at_their_ends() -> None:
    old, new = _old(), _new()
    made = Anchors(old).at(old[0].id, old[0].text.index("our"), len("The cost5"), old[1].id)
    start = new[0].text.index("our")
    assert Finder(new).find(made) == (Span(new[0].id, start, len(new[0].text)), Span(new[1].id, 0, len("The cost")))


def test_a_number_alone_that_left_the_words_is_not_found_in_others() -> None:
    assert _found("67", 1) == ""
    assert _found("2", 0) == ""


@given(st.data())
def test_any_words_of_the_old_reading_are_found_as_the_same_words_of_the_new_one(data: st.DataObject) -> None:
    number, way = data.draw(st.integers(0, 3)), data.draw(st.sampled_from(["bare", "bracketed"]))
    old, new = _old(way)[number].text, _new()[number].text
    words = [found.span() for found in re.finditer(r"\S+", old)]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    same = [found.span() for found in re.finditer(r"\S+", new)]
    assert _found(old[words[first][0] : words[last][1]], number, way) == new[same[first][0] : same[last][1]]


def test_annotations_on_words_with_numbers_of_notes_are_found_when_the_document_is_read_again(
    library: Library, write_file: Callable[..., Path]
) -> None:
    blocks = tuple(replace(one, id="") for one in _old())
    document = library.store(write_file(), Manifesto("A plan", "en", blocks, format="Plain text"), {})
    code = do(library, create_code(library, "Harm"))
    for quote in ("crime2", "by a third.3", "cost5", "fraud*", "end fraud"):
        library.apply(apply_code(library, document.id, select(library, document, quote), code))
    again = Manifesto("A plan", "en", with_ids(document.id, _new()), format="Plain text")
    assert library.store_again(document.id, again, {}) is not None
    assert [words(library, one) for one in library.coded(document.id)] == [
        ["crime"],
        ["by a third."],
        ["cost"],
        ["fraud"],
        ["end fraud"],
    ]
    assert library.lost_annotations() == []
    (read,) = library.documents()
    assert read.words == document.words


def test_a_running_text_has_the_letters_of_references_only_where_it_is_asked_for_them() -> None:
    blocks = _new()[:2]
    assert (
        Running(blocks).letters
        == "violentcrimerosebyathirdwewillput3000moreofficersonourstreetsthecostofcrimeis3mayear"
    )
    assert Running(blocks, noted=True).letters.startswith("1violentcrime2rose")
    assert Running(blocks, noted=True).letters.endswith("ayear67")
