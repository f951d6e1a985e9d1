"""A hundred sentences coded by keyboard alone, as a trained coder does it: by keys, by digits and by typing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.home import Home, home
from reader.library import units
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import rename_coder
from reader.library.library import Library
from reader.library.units import UnitState
from ui.coding.place import CodingPlace
from ui.frame.window import Window
from ui.scenes.homes import copied, copied_to, read_into, samples
from ui.scenes.stage import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def sentence(number: int) -> str:
    return f"In harbour number {number} we will mend the wall before winter comes."


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A library with a manifesto of a hundred sentences, five to a paragraph."""
    file = tmp_path_factory.mktemp("harbours") / "harbours.txt"
    texts = [" ".join(sentence(at) for at in range(first, first + 5)) for first in range(1, 101, 5)]
    file.write_text("\n\n".join(texts), encoding="utf-8")
    return read_into(copied(samples()), [(file, {})])


@pytest.fixture
def window(stage: Stage, harbours: Home, tmp_path: Path) -> Window:
    """A window on a library of that manifesto, which is open in Read."""
    opened = stage.open(copied_to(home(tmp_path / "home"), harbours))
    document = next(one for one in opened.session.library.documents() if one.file_name == "harbours.txt")
    opened.places.open_passage(document.id)
    stage.settle(opened)
    opened.activateWindow()
    opened.places.read.views.currentWidget().setFocus()
    return opened


def codebook(window: Window, *names: str) -> None:
    library = window.session.library
    window.session.apply(rename_coder(library, library.coder, "Anna"))
    for name in names:
        window.session.apply(create_code(library, name))


def begin(window: Window, stage: Stage) -> CodingPlace:
    """F6 and Return: all sentences of the manifesto that is being read."""
    hands = Hands(lambda: stage.settle(window))
    hands.press(Qt.Key.Key_F6)
    hands.press(Qt.Key.Key_Return)
    assert window.places.here == "coding"
    place = window.places.coding
    assert place.course is not None
    assert len(place.course.units) == 100
    return place


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def write(letters: str) -> None:
    """Press these keys one after the other, each where the focus is then."""
    for letter in letters:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)


def states(window: Window) -> Counter[UnitState]:
    """What another process finds on the disk."""
    with Library.open(window.session.home) as library:
        scheme, coder = library.schemes()[0].id, library.coder
        return Counter(library.read(lambda connection: units.states(connection, scheme, coder)).values())


def coded(window: Window) -> list[tuple[str, str]]:
    with Library.open(window.session.home) as library:
        book = library.codebook()
        return [(book.path(one.target)[-1], one.quote) for one in library.noted()]


def test_a_hundred_sentences_take_one_press_each_where_codes_are_on_keys(window: Window, stage: Stage) -> None:
    codebook(window, "Walls", "Lamps", "Nets")
    place = begin(window, stage)
    presses, said = 0, []
    for number in range(100):
        key = "123x?1231"[number % 9]
        write(key)
        presses += 1
        said.append(key)
    assert presses <= 2 * 100
    names = {"1": "Walls", "2": "Lamps", "3": "Nets"}
    assert coded(window) == [(names[key], sentence(at)) for at, key in enumerate(said, 1) if key in names]
    counts = Counter(said)
    assert states(window) == {
        UnitState.CODED: 100 - counts["x"] - counts["?"],
        UnitState.NO_CODE: counts["x"],
        UnitState.UNSURE: counts["?"],
    }
    assert place.desk.progress.text() == "100 of 100 seen, 11 unsure"


def test_codes_that_are_digits_are_their_digits_and_one_key(window: Window, stage: Stage) -> None:
    names = (
        "504 Welfare State Expansion",
        "605 Law and Order",
        "605.1 Law and Order: Positive",
        "000 No category",
        "H Heading",
    )
    codebook(window, *names)
    place = begin(window, stage)
    typed = ("504", "605", "6051", "000")
    presses = 0
    for number in range(100):
        digits = typed[number % 4]
        write(digits)
        press(Qt.Key.Key_Return)
        presses += len(digits) + 1
        assert place.desk.unit.hasFocus()
    assert presses <= 5 * 100
    wanted = (names[0], names[1], names[2], names[3])
    assert coded(window) == [(wanted[at % 4], sentence(at + 1)) for at in range(100)]
    assert states(window) == {UnitState.CODED: 100}


def test_codes_are_found_by_typing_in_five_presses(window: Window, stage: Stage) -> None:
    codebook(window, *(f"{name} in the harbour" for name in ("Walls", "Lamps", "Nets", "Boats", "Homes", "Fish")))
    begin(window, stage)
    for number in range(100):
        write(("nets", "boat")[number % 2])
        press(Qt.Key.Key_Return)
    assert Counter(name for name, _ in coded(window)) == {"Nets in the harbour": 50, "Boats in the harbour": 50}


def test_what_was_said_is_taken_back_where_it_was_said(window: Window, stage: Stage) -> None:
    codebook(window, "Walls", "Lamps")
    place = begin(window, stage)
    write("12?x")
    assert place.course is not None
    assert place.course.at == 4
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_Z, CONTROL)
    assert (place.course.at, place.course.state) == (2, UnitState.UNSEEN)  # shown where it was undone
    press(Qt.Key.Key_Y, CONTROL)
    assert place.course.state is UnitState.UNSURE
    write("?")  # not unsure any more, and still there
    assert (place.course.at, place.course.state) == (2, UnitState.UNSEEN)
    press(Qt.Key.Key_Up)
    write("u")
    assert (place.course.at, place.course.state) == (1, UnitState.UNSEEN)
    press(Qt.Key.Key_Up)
    assert place.desk.panel.state.text() == "Walls"
    press(Qt.Key.Key_Down, CONTROL)
    assert place.course.at == 1
    assert states(window) == {UnitState.CODED: 1, UnitState.UNSEEN: 99}


def test_units_are_split_and_joined_by_keys_until_they_are_locked(window: Window, stage: Stage) -> None:
    codebook(window, "Walls", "Lamps")
    place = begin(window, stage)
    course = place.course
    assert course is not None
    for _ in range(4):
        press(Qt.Key.Key_Right, CONTROL)
    press(Qt.Key.Key_Return, CONTROL)
    assert len(course.units) == 101
    write("1")
    write("2")
    assert coded(window) == [
        ("Walls", "In harbour number 1"),
        ("Lamps", "we will mend the wall before winter comes."),
    ]
    press(Qt.Key.Key_J, CONTROL)
    assert len(course.units) == 100
    write("1")
    assert coded(window)[-1] == ("Walls", f"{sentence(2)} {sentence(3)}")
    window.session.actions.action("coding.lock").trigger()
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_J, CONTROL)
    assert len(course.units) == 100
    assert place.desk.warning.text() == "The units are locked."
    press(Qt.Key.Key_Z, CONTROL)
    press(Qt.Key.Key_J, CONTROL)
    assert len(course.units) == 99


def test_who_leaves_goes_on_where_he_was_also_after_a_restart(window: Window, stage: Stage) -> None:
    codebook(window, "Walls")
    begin(window, stage)
    write("1" * 7)
    press(Qt.Key.Key_Escape)
    assert window.places.here == "read"
    chosen = window.session.home
    window.close()
    again = stage.open(chosen)
    stage.settle(again)
    hands = Hands(lambda: stage.settle(again))
    again.activateWindow()
    hands.press(Qt.Key.Key_F6)
    hands.press(Qt.Key.Key_Return)  # what was begun is proposed first
    course = again.places.coding.course
    assert course is not None
    assert course.at == 7
    write("1")
    assert states(again) == {UnitState.CODED: 8, UnitState.UNSEEN: 92}
    assert len(again.session.library.schemes()) == 1


def test_the_name_of_a_coder_is_asked_once_and_the_code_is_kept(window: Window, stage: Stage) -> None:
    for name in ("Walls", "Lamps"):
        window.session.apply(create_code(window.session.library, name))
    place = begin(window, stage)
    question = place.desk.panel.question
    write("2131x")  # who goes on typing has answered nothing
    assert question.field.text() == window.session.library.coders()[0].name
    press(Qt.Key.Key_Tab)
    assert question.field.hasFocus()
    write("Ines")
    press(Qt.Key.Key_Return)
    assert coded(window) == [("Lamps", sentence(1))]
    write("1")
    assert [name for name, _ in coded(window)] == ["Lamps", "Walls"]
    assert window.session.library.coders()[0].name == "Ines"
