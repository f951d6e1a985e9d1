"""What can go wrong under somebody who annotates: a sentence in the window, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from jumping_clock import JumpingClock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from small_disks import fill, mounted, read_only, skip_without_mounting

from reader.errors import LibraryNotWritable
from reader.home import Home
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import rename_coder
from reader.library.coding import delete_annotations
from reader.library.library import Library
from reader.library.memos import MemoOf, of_kind
from ui.annotating.annotating import annotating
from ui.frame.window import Window
from ui.scenes.stage import Stage, manifesto_of, wait

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
_DISK = 24 << 20  # bytes


@pytest.fixture
def coded(folder: Home) -> Home:
    """A library with three codes and somebody to use them."""
    with Library.open(folder, durable=False) as library:
        for name in ("Officers", "Victims", "Housing"):
            library.apply(create_code(library, name))
        library.apply(rename_coder(library, library.coder, "Anna"))
    return folder


@pytest.fixture
def reading(coded: Home, stage: Stage) -> Callable[[], Window]:
    """Opens a window on it, with Read in front."""

    def opened() -> Window:
        window = stage.open(coded)
        document = manifesto_of(window, "Maren Oldacre")
        window.places.go("read")
        window.places.read.open_passage(document.id, None, "text")
        stage.settle(window)
        window.activateWindow()
        return window

    return opened


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.focusWidget() or window, key, modifiers)


def type_(window: Window, text: str) -> None:
    for letter in text:
        QTest.keyClicks(window.focusWidget(), letter)


def select(window: Window, number: int) -> str:
    """Select the first word of a passage by keys; gives its words."""
    read = window.places.read
    assert read.manifesto is not None
    document = read.manifesto.document.id
    passage = [one for one in window.session.library.blocks(document) if one.is_passage][number]
    text = read.views.text
    window.activateWindow()
    wait(window.isActiveWindow)
    text.setFocus()
    press(window, Qt.Key.Key_Escape)
    cursor = text.document().find(passage.text)
    cursor.setPosition(cursor.selectionStart())
    text.setTextCursor(cursor)
    press(window, Qt.Key.Key_F8)
    assert read.marking.bar.open
    return text.textCursor().selectedText()


def on_disk(home: Home) -> list[tuple[str, str]]:
    """Code or note, and words, as another process finds them, in the order in which they were made."""
    with Library.open(home) as library:
        assert library._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        book = library.codebook()
        found = sorted(library.noted(), key=lambda one: one.made)
        return [("".join(book.path(one.target)[-1:]) or "Note", one.quote) for one in found]


def marked(window: Window) -> list[str]:
    """The names of what the window shows."""
    manifesto = window.places.read.manifesto
    assert manifesto is not None
    return [one.name for one in annotating(window.session).codings(manifesto.document.id)]


@pytest.fixture
def small_disk(coded: Home) -> Iterator[None]:
    skip_without_mounting()
    with mounted(coded.library, _DISK):
        yield


FULL = "The disk of the library is full. Make room on it and try again; nothing that was saved before is lost."


def test_a_full_disk_is_said_and_what_was_typed_waits_for_room(
    small_disk: None, coded: Home, stage: Stage, reading: Callable[[], Window]
) -> None:
    window = reading()
    first = select(window, 0)
    press(window, Qt.Key.Key_1)
    for number in range(1, 60):  # until there is no room in SQLite's own files either
        ballast = fill(coded.library, 0)
        select(window, number // 3)
        press(window, Qt.Key(Qt.Key.Key_1 + number % 3))
        if window.strip.sentence == FULL:
            break
    there = on_disk(coded)
    assert there[0] == ("Officers", first)
    assert marked(window) == [name for name, _ in there], "no mark is drawn of what was refused"
    window.strip.clear()
    words = select(window, 20)
    press(window, Qt.Key.Key_M)
    type_(window, "Ask the mayor")
    press(window, Qt.Key.Key_Return)
    bar = window.places.read.marking.bar
    assert window.strip.sentence == FULL
    assert (bar.memo.isVisible(), bar.memo.toPlainText()) == (True, "Ask the mayor")
    select(window, 21)
    select(window, 20)
    press(window, Qt.Key.Key_M)
    assert (bar.memo.isVisible(), bar.memo.toPlainText()) == (True, "Ask the mayor")
    assert on_disk(coded) == there
    ballast.unlink()
    press(window, Qt.Key.Key_Return)
    assert on_disk(coded) == [*there, ("Note", words)]
    with Library.open(coded) as library:
        assert [memo.text for memo in library.read(lambda each: of_kind(each, MemoOf.ANNOTATION))] == ["Ask the mayor"]
    window.session.undo()
    assert on_disk(coded) == there


def test_a_folder_that_can_only_be_read_is_said_before_anything_is_typed(
    coded: Home, stage: Stage, reading: Callable[[], Window]
) -> None:
    skip_without_mounting()
    first = reading()
    select(first, 1)
    press(first, Qt.Key.Key_1)
    there = on_disk(coded)
    stage.close()
    with read_only(coded.library), pytest.raises(LibraryNotWritable) as said:
        reading()
    assert str(said.value) == (
        f"The library in “{coded.library}” cannot be written to. Check the permissions of that folder, or choose "
        "another one with --library."
    )
    assert on_disk(coded) == there
    again = reading()
    assert marked(again) == ["Officers"]


def test_two_windows_that_annotate_one_manifesto_lose_nothing_of_each_other(
    coded: Home, reading: Callable[[], Window]
) -> None:
    one, other = reading(), reading()
    other.session.library.session = "another"  # windows of one library are in processes of their own
    select(one, 1)
    press(one, Qt.Key.Key_1)
    select(other, 1)
    press(other, Qt.Key.Key_2)
    select(one, 2)
    press(one, Qt.Key.Key_3)
    for window in (one, other):
        window.session.watcher.look()
        assert marked(window) == ["Officers", "Victims", "Housing"]
    chosen = annotating(one.session).chosen
    with Library.open(coded, session="a third") as library:
        library.apply(delete_annotations(library, [chosen]))
    press(one, Qt.Key.Key_Right, SHIFT)
    QTest.keyRelease(one.focusWidget(), Qt.Key.Key_Shift)
    gone = "It is not in the library any more. Look at what is there now and do it again if it is wanted."
    assert one.strip.sentence == gone
    one.session.watcher.look()
    assert marked(one) == ["Officers", "Victims"]
    one.strip.clear()
    press(one, Qt.Key.Key_Z, CONTROL)
    assert one.strip.sentence.startswith("Another window or program was the last to change this: ")
    assert one.strip.sentence.endswith(" Undo once more to go on.")
    assert [name for name, _ in on_disk(coded)] == ["Officers", "Victims"], "it is asked first"
    press(one, Qt.Key.Key_Z, CONTROL)
    assert marked(one) == ["Officers", "Victims", "Housing"]
    assert [name for name, _ in on_disk(coded)] == ["Officers", "Victims", "Housing"]


def test_what_was_coded_last_is_the_last_after_the_clock_was_put_back(
    coded: Home, stage: Stage, reading: Callable[[], Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = JumpingClock(monkeypatch)
    window = reading()
    for key, hours in ((Qt.Key.Key_1, 1), (Qt.Key.Key_2, -1), (Qt.Key.Key_3, -1)):
        select(window, 1)
        press(window, key)
        clock.jump(hours=hours)
    assert marked(window) == ["Officers", "Victims", "Housing"]
    stage.close()
    clock.start_again(monkeypatch)
    window = reading()
    select(window, 2)
    press(window, Qt.Key.Key_Q)
    assert marked(window)[-1] == "Housing"
    select(window, 1)
    for left in (["Officers", "Victims"], ["Officers"], []):
        press(window, Qt.Key.Key_U)
        assert marked(window) == [*left, "Housing"]
    for back in (["Officers"], ["Officers", "Victims"], ["Officers", "Victims", "Housing"]):
        press(window, Qt.Key.Key_Z, CONTROL)
        assert marked(window) == [*back, "Housing"]
    press(window, Qt.Key.Key_Z, CONTROL)
    assert marked(window) == ["Officers", "Victims", "Housing"]


def test_a_memo_that_is_being_written_is_kept_when_the_window_is_closed(
    coded: Home, stage: Stage, reading: Callable[[], Window]
) -> None:
    window = reading()
    words = select(window, 1)
    press(window, Qt.Key.Key_M)
    type_(window, "Ask the mayor")
    stage.close()
    assert on_disk(coded) == [("Note", words)]
