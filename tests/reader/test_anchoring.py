"""What people said is found again in another reading of the same pages, or nothing is claimed of it."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import StaleEdit
from reader.identity import with_ids
from reader.library.anchoring import Anchors, Finder, anchor
from reader.library.folding import folded
from reader.library.verdicts import Selection, Span
from reader.model import Block, Kind

_STARTS = "bra clo der fin gra hol jun kel lam mor nor pel qui ros ste tra ul vim wen yar".split()  # noqa: SIM905 - as in a text
_ENDS = "ling ster mond vale wick ford ton ber mere shaw field stead".split()  # noqa: SIM905 - as above
_BOILERPLATE = "We will keep this promise in every year of the council".split()  # noqa: SIM905 - as above
_DOCUMENT = "0" * 64
# Not st.randoms: a manifesto all of whose words are the same tells no place from another.
_CHANCE = st.integers(0, 2**32).map(random.Random)


@dataclass(frozen=True)
class _Word:
    """A word of a manifesto and its number in it, by which it is known in every reading."""

    number: int
    text: str


def _manifesto(chance: random.Random) -> list[list[_Word]]:
    """Paragraphs of made-up words, with one sentence that comes again and again."""
    paragraphs = []
    number = 0
    for _ in range(chance.randint(6, 20)):
        texts = [chance.choice(_STARTS) + chance.choice(_ENDS) for _ in range(chance.randint(6, 40))]
        if chance.random() < 0.3:
            texts[3:3] = _BOILERPLATE
        paragraphs.append([_Word(number + place, text) for place, text in enumerate(texts)])
        number += len(texts)
    return paragraphs


def _blocks(paragraphs: list[list[_Word]]) -> tuple[tuple[Block, ...], list[dict[int, tuple[int, int]]]]:
    """The paragraphs as blocks, and for each block where each word of it stands."""
    blocks, places = [], []
    for paragraph in paragraphs:
        text, here = "", {}
        for word in paragraph:
            text += " " if text else ""
            here[word.number] = (len(text), len(text) + len(word.text))
            text += word.text
        blocks.append(Block(Kind.PARAGRAPH, text))
        places.append(here)
    return with_ids(_DOCUMENT, blocks), places


def _recut(paragraphs: list[list[_Word]], chance: random.Random) -> list[list[_Word]]:
    """The same words in other paragraphs."""
    words = [word for paragraph in paragraphs for word in paragraph]
    cuts = sorted({0, len(words), *(chance.randrange(len(words)) for _ in range(chance.randint(0, 25)))})
    return [words[start:end] for start, end in pairwise(cuts)]


def _respelt(paragraphs: list[list[_Word]], chance: random.Random) -> list[list[_Word]]:
    """The same letters read differently: hyphens at the ends of lines, ligatures, capitals."""

    def read(word: str) -> str:
        way = chance.random()
        if way < 0.05:
            return f"{word[:3]}- {word[3:]}"
        if way < 0.1:
            return word.replace("fi", "ﬁ").replace("st", "ﬆ")
        return word.upper() if way < 0.15 else word

    return [[_Word(word.number, read(word.text)) for word in paragraph] for paragraph in paragraphs]


def _words_in(spans: tuple[Span, ...], blocks: tuple[Block, ...], places: list[dict[int, tuple[int, int]]]) -> set[int]:
    by_id = {block.id: here for block, here in zip(blocks, places, strict=True)}
    return {
        number
        for span in spans
        for number, (start, end) in by_id[span.block].items()
        if span.start < end and start < span.end
    }


@given(_CHANCE)
@settings(max_examples=30, deadline=None)
def test_what_was_said_is_found_when_the_same_words_are_cut_and_spelt_otherwise(chance: random.Random) -> None:
    paragraphs = _manifesto(chance)
    blocks, places = _blocks(paragraphs)
    again, new_places = _blocks(_respelt(_recut(paragraphs, chance), chance))
    finder = Finder(again)
    for block, here in zip(blocks, places, strict=True):
        numbers = sorted(here)
        first = chance.choice(numbers[:-4])
        last = chance.choice(numbers[numbers.index(first) + 4 :])
        for start, end in ((numbers[0], numbers[-1]), (first, last)):
            said = anchor(blocks, block.id, here[start][0], here[end][1])
            assert _words_in(finder.find(said), again, new_places) == set(range(start, end + 1))


@given(_CHANCE)
@settings(max_examples=30, deadline=None)
def test_when_pages_are_dropped_the_rest_is_found_and_of_what_is_gone_nothing_is_claimed(chance: random.Random) -> None:
    paragraphs = _manifesto(chance)
    blocks, places = _blocks(paragraphs)
    first = chance.randrange(1, len(paragraphs) - 2)
    dropped = range(first, chance.randrange(first + 1, len(paragraphs)))
    left = [paragraph for number, paragraph in enumerate(paragraphs) if number not in dropped]
    again, new_places = _blocks(left)
    finder = Finder(again)
    for number, (block, here) in enumerate(zip(blocks, places, strict=True)):
        said = anchor(blocks, block.id, 0, len(block.text))
        expected = set() if number in dropped else set(here)
        assert _words_in(finder.find(said), again, new_places) == expected


@given(_CHANCE, st.integers(0, 3))
@settings(max_examples=20, deadline=None)
def test_words_of_which_some_letters_were_misread_are_found(chance: random.Random, misread: int) -> None:
    paragraphs = _manifesto(chance)
    blocks, _ = _blocks(paragraphs)
    chosen = chance.randrange(len(paragraphs))
    text = blocks[chosen].text
    for _ in range(misread):
        place = chance.randrange(1, len(text) - 1)
        text = text[:place] + "x" + text[place + 1 :]
    changed = [block if number != chosen else Block(block.kind, text) for number, block in enumerate(blocks)]
    again = with_ids(_DOCUMENT, changed)
    spans = Finder(again).find(anchor(blocks, blocks[chosen].id, 0, len(blocks[chosen].text)))
    assert [span.block for span in spans] == [again[chosen].id]
    assert spans[0].end - spans[0].start >= 0.8 * len(text)


@given(_CHANCE)
@settings(max_examples=20, deadline=None)
def test_in_the_same_text_everything_stands_where_it_was_said(chance: random.Random) -> None:
    blocks, _ = _blocks(_manifesto(chance))
    block = chance.choice(blocks)
    start = chance.randrange(len(block.text))
    end = chance.randrange(start + 1, len(block.text) + 1)
    assert Finder(blocks).find(anchor(blocks, block.id, start, end)) == (Span(block.id, start, end),)


@given(_CHANCE)
@settings(max_examples=30, deadline=None)
def test_words_over_several_blocks_are_found_however_they_are_cut_and_spelt(chance: random.Random) -> None:
    paragraphs = _manifesto(chance)
    blocks, places = _blocks(paragraphs)
    again, new_places = _blocks(_respelt(_recut(paragraphs, chance), chance))
    made, finder = Anchors(blocks), Finder(again)
    every = [(number, block.id, *here[number]) for block, here in zip(blocks, places, strict=True) for number in here]
    for _ in range(5):
        first = chance.randrange(len(every) - 6)
        last = chance.randrange(first + 5, len(every))
        said = made.of(Selection(every[first][1], every[first][2], every[last][1], every[last][3]))
        assert (said.last_block or said.block) == every[last][1]
        numbers = set(range(every[first][0], every[last][0] + 1))
        assert _words_in(Finder(blocks).find(said), blocks, places) == numbers
        assert _words_in(finder.find(said), again, new_places) == numbers


def test_a_selection_that_begins_or_ends_at_an_edge_has_no_part_of_the_block_beyond() -> None:
    blocks = _read("Lamps", "Nets", "Boats")
    made = Anchors(blocks)
    said = made.of(Selection(blocks[0].id, 5, blocks[2].id, 0))
    assert (said.block, said.start, said.end, said.last_block, said.quote) == (blocks[1].id, 0, 4, "", "Nets")
    with pytest.raises(ValueError, match="no code points"):
        made.of(Selection(blocks[2].id, 1, blocks[0].id, 3))
    with pytest.raises(ValueError, match="no code points"):
        made.of(Selection(blocks[0].id, 5, blocks[1].id, 0))
    with pytest.raises(StaleEdit):
        made.of(Selection(blocks[0].id, 0, "gone", 1))


def test_what_is_printed_on_every_page_is_no_part_of_words_around_it() -> None:
    page = Block(Kind.FURNITURE, "Little Harbour 7")
    blocks = with_ids(_DOCUMENT, [Block(Kind.PARAGRAPH, "Lamps and"), page, Block(Kind.PARAGRAPH, "nets.")])
    said = Anchors(blocks).of(Selection(blocks[0].id, 6, blocks[2].id, 4))
    assert said.quote == "and\nnets"
    assert Finder(blocks).find(said) == (Span(blocks[0].id, 6, 9), Span(blocks[2].id, 0, 4))
    with pytest.raises(ValueError, match="running heads"):
        Anchors(blocks).of(Selection(blocks[0].id, 6, blocks[1].id, 4))
    (span,) = Finder(blocks).find(Anchors(blocks).of(Selection(blocks[1].id, 0, blocks[1].id, 6)))
    assert span == Span(blocks[1].id, 0, 6)


@given(_CHANCE)
@settings(max_examples=10, deadline=None)
def test_pages_of_words_are_found_by_their_ends_when_much_between_is_misread(chance: random.Random) -> None:
    paragraphs = [*_manifesto(chance), *_manifesto(chance), *_manifesto(chance)]
    words = [word for paragraph in paragraphs for word in paragraph]
    paragraphs = _recut([[_Word(number, word.text) for number, word in enumerate(words)]], chance)
    blocks, _ = _blocks(paragraphs)
    first, last = 1, len(words) - 2
    misread = [
        [
            _Word(word.number, word.text[::-1] if 60 < word.number < last - 60 and chance.random() < 0.5 else word.text)
            for word in paragraph
        ]
        for paragraph in _recut(paragraphs, chance)
    ]
    again, new_places = _blocks(misread)
    ends: dict[int, tuple[str, int, int]] = {}
    for block, here in zip(blocks, _blocks(paragraphs)[1], strict=True):
        ends |= {number: (block.id, *place) for number, place in here.items()}
    said = Anchors(blocks).of(Selection(ends[first][0], ends[first][1], ends[last][0], ends[last][2]))
    assert len(folded(said.quote)) > 1_000
    assert _words_in(Finder(again).find(said), again, new_places) == set(range(first, last + 1))


def _read(*texts: str) -> tuple[Block, ...]:
    return with_ids(_DOCUMENT, [Block(Kind.PARAGRAPH, text) for text in texts])


def _found(old: tuple[Block, ...], number: int, new: tuple[Block, ...]) -> list[str]:
    """The texts at which the whole of a block of the old reading is found in the new one."""
    texts = {block.id: block.text for block in new}
    spans = Finder(new).find(anchor(old, old[number].id, 0, len(old[number].text)))
    return [texts[span.block][span.start : span.end] for span in spans]


def test_equal_texts_are_told_apart_by_what_stands_beside_them() -> None:
    old = _read("Lamps for the harbour wall", "Pay for it", "Nets for the fishing fleet", "Pay for it", "Thanks to all")
    new = _read("Nets for the fishing fleet", "Pay for it", "Thanks to all")
    spans = Finder(new).find(anchor(old, old[3].id, 0, 10))
    assert spans == (Span(new[1].id, 0, 10),)
    # The first of them went with its page; what now stands under its id is the other.
    assert new[1].id == old[1].id


def test_a_short_text_is_not_taken_for_another_that_reads_the_same() -> None:
    old = _read("Our plan for the harbour and the boats", "Fire", "Engines stand ready by day and by night")
    new = _read("Nobody likes to hire and fire people, and to open fire is worse", "It is a fire")
    assert _found(old, 1, new) == []


def test_nearly_the_same_with_another_number_is_another_promise() -> None:
    old = _read("A", "We will take on 300 wardens for the harbour and all of its boats in summer", "B")
    new = _read("C", "We will take on 500 wardens for the harbour and all of its boats in summer", "D")
    assert _found(old, 1, new) == []
    assert _found(old, 1, _read("C", new[1].text.replace("500", "300").replace("boats", "boatx"), "D")) != []


def test_a_running_head_between_two_halves_of_a_passage_does_not_part_them() -> None:
    old = _read("The wall will be mended before winter comes, and the lamps on it lit each night.")
    halves = [
        Block(Kind.PARAGRAPH, "The wall will be mended before winter"),
        Block(Kind.FURNITURE, "Little Harbour 7"),
        Block(Kind.PARAGRAPH, "comes, and the lamps on it lit each night."),
    ]
    assert _found(old, 0, with_ids(_DOCUMENT, halves)) == [halves[0].text, halves[2].text]


def test_the_stop_at_the_end_and_the_quotes_around_are_found_with_the_words() -> None:
    old = _read("“The lamps on the harbour wall will be lit.”", "And the boats painted.")
    new = _read("It says: “The lamps on the harbour wall will be lit.” And the boats painted.")
    assert _found(old, 0, new) == ["“The lamps on the harbour wall will be lit.”"]


def test_words_written_with_combining_marks_are_found_whole() -> None:
    old = _read("Tŷ newydd i bob teulu yn y pentre", "Diolch am ddarllen")
    new = _read("Ty\u0302 newydd i bob teulu yn y pentre a mwy", "Diolch am ddarllen")
    assert _found(old, 0, new) == ["Ty\u0302 newydd i bob teulu yn y pentre"]


def test_signs_without_letters_are_found_only_where_they_stand() -> None:
    old = _read("☞ ☞", "Lamps")
    assert _found(old, 0, _read("Lamps", "☞ ☞")) == ["☞ ☞"]
    assert _found(old, 0, _read("☞ ☞ ☞", "Lamps")) == []


def test_a_symbol_is_found_between_the_words_between_which_it_stood() -> None:
    old = _read("Lamps on the wall", "Homes 🏘️ for all and 🏘️ again", "Boats in spring")
    first, second = (Anchors(old).at(old[1].id, at, at + 2) for at in (6, 21))
    new = _read("Lamps on the wall Homes 🏘️ for all and 🏘️ again Boats in spring")
    assert [Finder(new).find(one) for one in (first, second)] == [(Span(new[0].id, at, at + 2),) for at in (24, 39)]
    assert Finder(_read("Nets 🏘️ are something else")).find(first) == ()


def test_nothing_is_anchored_where_there_is_no_text() -> None:
    blocks = _read("Lamps")
    with pytest.raises(StaleEdit):
        anchor(blocks, "gone", 0, 1)
    with pytest.raises(ValueError, match="code points"):
        anchor(blocks, blocks[0].id, 3, 6)


def test_folding_keeps_letters_and_digits_alone() -> None:
    assert folded("Ofﬁcers’ £1,000 — Tŷ, co-\u00ad operate ½") == "officers1000tycooperate12"


def test_nearly_the_same_words_in_their_place_go_before_the_very_words_in_another() -> None:
    promise = "We will light every lane of Little Harbour before the winter comes"
    around = ("On lamps and on lanes", "The money is there", "On what we did last year", "Thanks to everyone")
    old = _read(around[0], promise, around[1], around[2], promise, around[3])
    new = _read(around[0], promise.replace("winter", "wlnter"), around[1], around[2], promise, around[3])
    assert _found(old, 1, new) == [new[1].text]
    assert _found(old, 4, new) == [promise]
    assert Finder(new).find(anchor(old, old[4].id, 0, 10))[0].block == new[4].id
