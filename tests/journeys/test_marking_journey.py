"""Coding words in Read by real mouse and keys: whatever they are made of, the quotation is what was selected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lettered import Line
from marked_files import CAFE, DARK_FIST, FAMILY, FLAGS, LINES, PARAGRAPHS, lettered_file, text_file
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.home import Home, home
from reader.library.codebook_edits import create_code
from reader.library.coder_edits import rename_coder
from reader.library.library import Library
from reader.library.verdicts import Selection
from ui.annotating.annotating import annotating
from ui.frame.window import Window
from ui.manifesto.text_view import TextView
from ui.read.place import ReadPlace
from ui.scenes.homes import copied, copied_to, read_into, samples
from ui.scenes.stage import Stage

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
Open = Callable[[str, str], ReadPlace]
_CLOCK = [1_000_000]  # that of the mouse, in milliseconds; it goes on from test to test


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A library with both of our files."""
    files = tmp_path_factory.mktemp("marked")
    return read_into(copied(samples()), [(text_file(files), {}), (lettered_file(files), {})])


@pytest.fixture
def folder(tmp_path: Path, marked: Home) -> Home:
    return copied_to(home(tmp_path / "home"), marked)


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    with Library.open(folder, durable=False) as library:
        library.apply(create_code(library, "Harbour", colour="#3a6ea5"))
        library.apply(create_code(library, "Lamps", colour="#b4552d"))
        library.apply(rename_coder(library, library.coder, "Ines Example"))
    made = stage.open(folder)
    stage.settle(made)
    made.activateWindow()
    return made


@pytest.fixture
def read(stage: Stage, window: Window) -> Open:
    """Opens a file of ours, by its name, in one of the two views."""

    def read(file: str, view: str) -> ReadPlace:
        found = next(each for each in window.session.library.documents() if each.file_name == file)
        window.places.go("read")
        window.places.read.open_passage(found.id, None, view)
        stage.settle(window)
        return window.places.read

    return read


def press(place: ReadPlace, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(place.views.currentWidget(), key, modifiers)


def clicks(port: QWidget, point: QPoint, times: int) -> None:
    """So many presses of the left button within the time of a double click; every second is a double click to Qt."""
    kinds = QMouseEvent.Type
    QTest.mouseMove(port, point)
    for number in range(times):
        down = kinds.MouseButtonDblClick if number % 2 else kinds.MouseButtonPress
        for kind, buttons in ((down, LEFT), (kinds.MouseButtonRelease, Qt.MouseButton.NoButton)):
            event = QMouseEvent(kind, QPointF(point), QPointF(port.mapToGlobal(point)), LEFT, buttons, NONE)
            event.setTimestamp(_CLOCK[0])
            _CLOCK[0] += 20
            QApplication.sendEvent(port, event)
    _CLOCK[0] += 10_000


def middle(one: QPoint, other: QPoint) -> QPoint:
    return QPoint((one.x() + other.x()) // 2, (one.y() + other.y()) // 2)


def drag(port: QWidget, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(port, LEFT, pos=begin)
    QTest.mouseMove(port, middle(begin, end))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, pos=end)


def coded(window: Window, place: ReadPlace) -> str:
    """Put a code on what is selected; the quotation on the disk, which its offsets hold too."""
    press(place, Qt.Key.Key_1)
    with Library.open(window.session.home) as library:
        assert place.manifesto is not None
        codings = {each.annotation.id: each.annotation.anchor for each in library.coded(place.manifesto.document.id)}
        one = codings[annotating(window.session).chosen]
        blocks = {block.id: block for block in library.blocks(place.manifesto.document.id)}
        if not one.last_block:
            assert blocks[one.block].text[one.start : one.end] == one.quote
        else:
            assert one.quote.startswith(blocks[one.block].text[one.start :])
            assert one.quote.endswith(blocks[one.last_block].text[: one.end])
    press(place, Qt.Key.Key_Escape)
    return one.quote


def caret(view: TextView, words: str, *, end: bool = False) -> QPoint:
    """Where a text cursor stands before or after these words, as Qt itself finds and places them."""
    found = view.document().find(words)
    assert found.selectedText() == words, words
    cursor = QTextCursor(view.document())
    cursor.setPosition(found.selectionEnd() if end else found.selectionStart())
    view.setTextCursor(cursor)  # brings it into sight
    rect = view.cursorRect(cursor)
    return QPoint(rect.left(), rect.center().y())


# As they stand in the text: each begins or ends at a letter that has more than one unit or code point, or beside one.
PASSAGES = (
    "pier 🏮 by 2027",
    "🏮",
    f"{FAMILY} and keep",
    f"2027 {FAMILY}",
    CAFE,
    f"{CAFE} tables",
    f"stay out {DARK_FIST}",
    f"{DARK_FIST} all",
    "זכות לבית",
    "אנחנו נבנה עוד",
    "says שלום עולם to",
    "שלום",
    "עולם to all",
    f"land {FLAGS} at",
    "quay, and",
    "office of the fish",
    "fish market opens at five",
    "boats are in.",
)


@pytest.fixture
def text(read: Open) -> TextView:
    return read("harbour-for-all.txt", "text").views.text


def spelled(view: TextView, words: str) -> str:
    """The words as they stand in this document, which may keep ligatures."""
    kept = words.replace("office", "o\ufb03ce").replace("fish", "\ufb01sh").replace("five", "\ufb01ve")
    return kept if view.document().find(kept).hasSelection() else words


def test_words_dragged_over_in_the_text_are_quoted_as_they_are(window: Window, text: TextView) -> None:
    place = window.places.read
    quoted = []
    for words in PASSAGES:
        wanted = spelled(text, words)
        end, begin = caret(text, wanted, end=True), caret(text, wanted)
        drag(text.viewport(), begin, end)
        quoted.append((coded(window, place), wanted))
    assert [got for got, _ in quoted] == [wanted for _, wanted in quoted]


def letters_of(words: str) -> int:
    """How many letters people see: an emoji with its joiners is one, so is a letter with its accent."""
    for cluster in (FAMILY, DARK_FIST, FLAGS[:2], FLAGS[2:], "e\u0301"):
        words = words.replace(cluster, "x")
    return len(words)


def test_words_selected_letter_by_letter_with_the_keys_are_quoted_as_they_are(window: Window, text: TextView) -> None:
    place = window.places.read
    for words in PASSAGES:
        wanted = spelled(text, words)
        QTest.mouseClick(text.viewport(), LEFT, pos=caret(text, wanted))
        press(place, Qt.Key.Key_Escape)
        cursor = text.textCursor()
        cursor.setPosition(text.document().find(wanted).selectionStart())
        text.setTextCursor(cursor)
        backwards = text.document().findBlock(cursor.position()).text().startswith("לכל")
        for _ in range(letters_of(wanted)):
            press(place, Qt.Key.Key_Left if backwards else Qt.Key.Key_Right, SHIFT)
        assert coded(window, place) == wanted


def test_words_selected_word_by_word_with_the_keys_are_quoted_as_they_are(window: Window, text: TextView) -> None:
    place = window.places.read
    whole = [words for words in PASSAGES if words not in ("boats are in.",)]
    for words in whole:
        wanted = spelled(text, words)
        cursor = text.textCursor()
        cursor.setPosition(text.document().find(wanted).selectionStart())
        text.setTextCursor(cursor)
        backwards = text.document().findBlock(cursor.position()).text().startswith("לכל")
        for _ in wanted.split():
            press(place, Qt.Key.Key_Left if backwards else Qt.Key.Key_Right, CONTROL | SHIFT)
        assert coded(window, place) == wanted


def test_clicks_in_the_text_take_word_sentence_and_paragraph(window: Window, text: TextView) -> None:
    place = window.places.read
    for word in (CAFE, "זכות", "שלום", FAMILY, "market"):
        paragraph = text.document().findBlock(text.document().find(word).selectionStart()).text()
        sentence = next(part for part in sentences_of(paragraph) if word in part)
        within = middle(caret(text, word), caret(text, word, end=True)) if word == FAMILY else None
        point = within or caret(text, word[:2], end=True)
        for times, wanted in ((2, word), (3, sentence), (4, paragraph)):
            clicks(text.viewport(), point, times)
            assert coded(window, place) == wanted
            window.session.undo()


def sentences_of(paragraph: str) -> list[str]:
    parts = paragraph.replace("! ", "!\n").replace(". ", ".\n").splitlines()
    return [part for part in parts if part]


def test_a_selection_grows_by_keys_and_goes_over_paragraphs(window: Window, text: TextView) -> None:
    place = window.places.read
    paragraph = text.document().findBlock(text.document().find("2027").selectionStart()).text()
    cursor = text.textCursor()
    cursor.setPosition(text.document().find(FAMILY).selectionStart())
    text.setTextCursor(cursor)
    for wanted in (FAMILY, sentences_of(paragraph)[0], paragraph):
        press(place, Qt.Key.Key_F8)
        assert coded(window, place) == wanted
    press(place, Qt.Key.Key_F8, SHIFT)
    assert text.textCursor().selectedText() == sentences_of(paragraph)[0]
    cursor.setPosition(text.document().find("Nobody").selectionStart())
    text.setTextCursor(cursor)
    press(place, Qt.Key.Key_Right, ALT | SHIFT)
    press(place, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert coded(window, place) == f"Nobody walks home in the dark.\n{PARAGRAPHS[2]}"


def test_words_within_what_is_selected_already_can_be_dragged_over(window: Window, text: TextView) -> None:
    place = window.places.read
    end, begin = caret(text, "walks", end=True), caret(text, "walks")
    clicks(text.viewport(), begin, 4)
    assert len(coded(window, place)) > len("walks")
    drag(text.viewport(), begin, end)
    assert coded(window, place) == "walks"


def test_who_goes_on_by_keys_from_coded_words_selects_and_changes_them_no_more(window: Window, text: TextView) -> None:
    place, session = window.places.read, window.session
    place.views.show_cursor(True)
    wanted = spelled(text, "2027")
    drag(text.viewport(), caret(text, wanted), caret(text, wanted, end=True))
    press(place, Qt.Key.Key_1)
    press(place, Qt.Key.Key_Left)
    assert annotating(session).chosen, "the cursor still stands at its words"
    press(place, Qt.Key.Key_Down)
    assert not annotating(session).chosen
    assert not place.marking.bar.open
    press(place, Qt.Key.Key_Right, CONTROL | SHIFT)
    press(place, Qt.Key.Key_2)
    assert place.manifesto is not None
    first, second = annotating(session).codings(place.manifesto.document.id)
    assert {first.quote, second.quote} == {wanted, text.textCursor().selectedText()}


# Pages


@pytest.fixture
def page(stage: Stage, window: Window, read: Open) -> ReadPlace:
    place = read("lettered.pdf", "page")
    stage.settle(window)
    return place


def at(place: ReadPlace, line: Line, number: int) -> QPoint:
    """Where the middle of a letter of a line on the first page is seen."""
    pages = place.views.pages
    sheet, (x, y) = pages.where.sheet(1), line.middle(number)
    return sheet.topLeft() + QPoint(round(x * pages.zoom), round(y * pages.zoom))


def words_of(line: Line) -> list[tuple[int, int, str]]:
    """The words of a line: their first and last letter, and what they say."""
    found: list[tuple[int, int, str]] = []
    begin = 0
    for number, letter in enumerate((*line.letters, " ")):
        if letter == " ":
            if number > begin:
                word = "".join(line.letters[begin:number]).replace("ﬁ", "fi").replace("ﬃ", "ffi")
                found.append((begin, number - 1, word))
            begin = number + 1
    return found


def test_words_dragged_over_on_the_page_are_quoted_as_they_are(window: Window, page: ReadPlace) -> None:
    port = page.views.pages.viewport()
    count = 0
    for line in LINES:
        words = words_of(line)[1:]  # the first of one line is the end of a word
        for first, last in ((0, 1), (1, 3), (0, len(words) - 2), (len(words) - 3, len(words) - 2)):
            drag(port, at(page, line, words[first][0]), at(page, line, words[last][1]))
            assert coded(window, page) == " ".join(word for _, _, word in words[first : last + 1])
            count += 1
    assert count == 16
    joined = (at(page, LINES[0], words_of(LINES[0])[-1][0]), at(page, LINES[1], words_of(LINES[1])[0][1]))
    drag(port, *joined)
    assert coded(window, page) == "harbour", "a hyphen at the end of a line is no part of the word"


def test_words_selected_with_the_keys_on_the_page_are_quoted_as_they_are(window: Window, page: ReadPlace) -> None:
    port = page.views.pages.viewport()
    for line in LINES:
        on = Qt.Key.Key_Left if line.backwards else Qt.Key.Key_Right
        back = Qt.Key.Key_Right if line.backwards else Qt.Key.Key_Left
        words = words_of(line)[1:-1]
        for number, (first, last, word) in enumerate(words):
            QTest.mouseClick(port, LEFT, pos=at(page, line, first))
            press(page, Qt.Key.Key_Escape)  # what was clicked has a code already
            for _ in range(last - first + 1 + word.count("ffi") * 2 + word.count("fi") - word.count("ffi")):
                press(page, on, SHIFT)
            assert coded(window, page) == word
            if number + 1 < len(words):
                following = words[number + 1][2].rstrip(".,!")
                press(page, on, SHIFT | CONTROL)
                assert coded(window, page) == f"{word} {following}"
            press(page, back, SHIFT)
            assert len(page.views.selected) == 1


def test_clicks_on_the_page_take_word_sentence_and_paragraph(window: Window, page: ReadPlace) -> None:
    port, line = page.views.pages.viewport(), LINES[2]
    first, _, _ = next(each for each in words_of(line) if each[2] == "fish")
    paragraph = f"Fish comes fresh. The fish hall opens at five {DARK_FIST} each day."
    for times, wanted in ((2, "fish"), (3, paragraph.removeprefix("Fish comes fresh. ")), (4, paragraph)):
        clicks(port, at(page, line, first + 1), times)
        assert coded(window, page) == wanted


def test_a_selection_on_the_page_goes_over_pages(window: Window, page: ReadPlace) -> None:
    text = "We end this page in the middle of a sentence that goes on over the page. The end."
    assert page.manifesto is not None
    number = next(at for at, block in enumerate(page.manifesto.shown) if block.text.startswith("We end"))
    block = page.manifesto.shown[number]
    assert block.text == text
    assert {piece.page for piece in block.pieces} == {1, 2}
    page.marking.select(Selection(block.id, 0, block.id, 2))
    press(page, Qt.Key.Key_Right, ALT | SHIFT)
    assert coded(window, page) == "We end this page in the middle of a sentence that goes on over the page."
    press(page, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert coded(window, page) == text
