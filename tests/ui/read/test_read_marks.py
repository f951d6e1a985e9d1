"""Marks of codes: where they stand, how they stay apart, and what is painted of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from pixels import box, colours, picture
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot
from waiting import wait

from reader.library.code_looks import by_place, with_pattern
from reader.library.codes import Code, Codebook
from reader.library.verdicts import Coder, Span
from ui import theme
from ui.annotating.coding import Coding
from ui.manifesto.grains import Grain, Grains
from ui.manifesto.manifesto import OpenManifesto, Place
from ui.manifesto.marks import Marks
from ui.manifesto.stretching import Growing, Stretch
from ui.manifesto.text_view import TextView
from ui.theme import code_marks, paper
from ui.theme.contrast import BODY_CONTRAST, contrast
from ui.theme.parts import Surface
from ui.theme.tokens import Tokens, tokens_for
from ui.theme.topic_colours import TOPIC_COLOURS

COLOURS = ("#3a6ea5", "#7d5ba6", "#a34a7d", "#b4552d", "#3f8a58", "#2f8a8a")
CODES = tuple(
    Code(f"code {number}", "", f"Code {number}", colour=with_pattern(colour, number))
    for number, colour in enumerate(COLOURS)
)
BOOK = Codebook(CODES)


def coding(manifesto: OpenManifesto, number: int, block: int, start: int, end: int) -> Coding:
    span = Span(manifesto.shown[block].id, start, end)
    coder = Coder("ines", "Ines Example")
    return Coding(f"mark {number}", manifesto.document.id, CODES[number], coder, (span,), "", "2026-01-01")


def piece(dashes: tuple[int, ...], length: int) -> str:
    """The beginning of a line with these dashes, as painted: one sign for each thickness."""
    signs = "".join("-" * many if number % 2 == 0 else " " * many for number, many in enumerate(dashes or (1,)))
    return (signs * length)[:length]


def stands_out(look: code_marks.LineLook, ground: str, now: Tokens) -> float:
    return contrast(code_marks.line_on_text(look, now), ground)


@pytest.fixture
def deep(harbour: OpenManifesto) -> list[Coding]:
    """Five codes on overlapping words of one paragraph, and a sixth behind them."""
    spans = ((0, 40), (4, 30), (8, 24), (12, 22), (14, 20))
    overlapping = [coding(harbour, number, 1, start, end) for number, (start, end) in enumerate(spans)]
    return [*overlapping, coding(harbour, 5, 1, 45, 60)]


def test_overlapping_codes_have_lanes_of_their_own_and_what_stands_apart_begins_at_the_top(
    harbour: OpenManifesto, deep: list[Coding]
) -> None:
    marks = Marks(harbour, deep, BOOK)
    assert {mark.coding.name: mark.lane for mark in marks.all} == {
        "Code 0": 0,
        "Code 1": 1,
        "Code 2": 2,
        "Code 3": 3,
        "Code 4": 4,
        "Code 5": 0,
    }


def test_a_new_code_moves_no_other(harbour: OpenManifesto, deep: list[Coding]) -> None:
    before = {mark.id: mark.lane for mark in Marks(harbour, deep[1:], BOOK).all}
    after = {mark.id: mark.lane for mark in Marks(harbour, [*deep[1:], deep[0]], BOOK).all}
    assert before.items() <= after.items()


def test_the_shortest_code_at_a_point_comes_first(harbour: OpenManifesto, deep: list[Coding]) -> None:
    marks = Marks(harbour, deep, BOOK)
    assert [mark.coding.name for mark in marks.at(Place(1, 15))] == [f"Code {number}" for number in (4, 3, 2, 1, 0)]
    assert [mark.coding.name for mark in marks.at(Place(1, 50))] == ["Code 5"]
    assert marks.at(Place(0, 1)) == []
    following = marks.beside(Place(1, 14), on=True)
    assert following is not None
    assert following.coding.name == "Code 5"


def test_no_two_of_the_first_codes_look_alike_without_colours() -> None:
    looks = [code_marks.look_of(by_place(number)) for number in range(code_marks.NOTE.pattern)]
    assert len({look.pattern for look in looks} | {code_marks.NOTE.pattern}) == len(looks) + 1
    length = code_marks.SAMPLE // code_marks.thickness(theme.tokens())
    assert len({piece(dashes, length) for dashes in code_marks.PATTERNS}) == len(looks) + 1, "by a short piece as well"


@pytest.mark.parametrize("now", [tokens_for(dark=False), tokens_for(dark=True)], ids=["light", "dark"])
def test_every_code_s_line_stands_out_from_every_ground_that_words_may_have(now: Tokens) -> None:
    of_people = ("#ffff00", "#000000", "#ffffff", "#00ff00", "#800000")
    looks = [code_marks.LineLook(colour, 0) for _, colour in (*TOPIC_COLOURS, *((one, one) for one in of_people))]
    chosen = [code_marks.chosen_ground(look, now) for look in looks]
    assert all(contrast(now.colours.ink, ground) >= BODY_CONTRAST for ground in chosen)
    for ground in (now.colours.surface, paper.passage(now), *chosen):
        assert [code_marks.line_on_text(look, now) for look in looks if stands_out(look, ground, now) < 3.0] == []


def test_chosen_words_are_not_tinted_twice(themed: QApplication, qtbot: QtBot, harbour: OpenManifesto) -> None:
    view = TextView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.open(harbour)
    view.mark(1)
    marks = Marks(harbour, [coding(harbour, 0, 1, 4, 30)], BOOK)
    view.show_marks(marks, "", "ines")
    wait(lambda: view.settled)
    passage = paper.passage(theme.tokens())
    assert passage in colours(picture(view.viewport()))
    view.show_marks(marks, "mark 0", "ines")
    shown = colours(picture(view.viewport()))
    assert passage not in shown
    assert code_marks.chosen_ground(marks.all[0].look, theme.tokens()) in shown


@pytest.mark.parametrize("dark", [False, True])
def test_five_lines_stand_below_each_other_in_their_codes_colours(
    themed: QApplication, qtbot: QtBot, harbour: OpenManifesto, deep: list[Coding], dark: bool
) -> None:
    theme.apply(themed, dark=dark)
    try:
        paper, view = Surface(), TextView()  # what the text lies on in Read
        qtbot.addWidget(paper)
        QVBoxLayout(paper).addWidget(view)
        paper.resize(1000, 600)
        paper.show()
        view.keep_margin(True)
        view.open(harbour)
        marks = Marks(harbour, deep, BOOK)
        heights = view.document().size().height()
        view.show_marks(marks, "", "ines")
        wait(lambda: view.settled)
        words = view.viewport().geometry().translated(view.pos())
        painted = picture(paper).copy(words)
        solid = [mark for mark in marks.all if not code_marks.PATTERNS[mark.look.pattern]]
        now = theme.tokens()
        boxes = [
            box(painted, code_marks.line_on_text(mark.look, now)) for mark in marks.all if mark.lane or mark in solid
        ]
        five = [each for each in boxes if not each.isEmpty()][:5]
        assert len(five) == 5
        assert all(lower.top() > upper.bottom() for upper, lower in pairwise(five)), "none covers another"
        assert [label.mark.coding.name for label in view.marks.margin.labels] == [f"Code {at}" for at in range(6)]
        assert view.marks.margin.accessibleDescription().startswith("Code 0; Code 1")
        assert len(view.marks.strip.ticks) == 6
        assert view.document().size().height() == heights, "nothing was laid out anew"
    finally:
        theme.apply(themed, dark=False)


def test_letters_words_and_sentences_are_what_people_take_for_them(harbour: OpenManifesto) -> None:
    text = "Café, “don’t” – £5m 👨‍👩‍👧! Then: 🇬🇧🇨🇭."
    grains = Grains((replace(harbour.shown[1], text=text),))
    at = text.index("👨")
    assert grains.moved(Place(0, at), Grain.LETTER, on=True) == Place(0, at + 5)
    assert grains.moved(Place(0, at + 5), Grain.LETTER, on=False) == Place(0, at)
    for spelled in ("Café", "don’t", "£5m", "Then"):
        begin = text.index(spelled)
        assert grains.around(Place(0, begin + 1), Grain.WORD) == (Place(0, begin), Place(0, begin + len(spelled)))
    growing = Growing(grains)
    word = growing.grown(Stretch(Place(0, 1), Place(0, 1)))
    sentence = growing.grown(word)
    assert text[sentence.first.offset : sentence.last.offset].endswith("👨‍👩‍👧!")
    assert growing.shrunk(sentence) == word
