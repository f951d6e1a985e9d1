"""Reading through the real window: from search to the passage, to its original page, and back."""

from __future__ import annotations

import pytest
from pixels import box, picture
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from reader.home import Home
from reader.library.records import Document
from reader.model import Block, Rect
from ui.frame.window import Window
from ui.read.place import ReadPlace
from ui.scenes.stage import Stage, manifesto_of
from ui.theme import paper

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    made = stage.open(folder)
    stage.settle(made)
    made.activateWindow()
    return made


def press(place: ReadPlace, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(place.views.currentWidget(), key, modifiers)


def over_two_columns(blocks: list[Block]) -> Block:
    """A passage that begins in one column of its page and ends in the next."""
    return next(
        block
        for block in blocks
        if block.is_passage
        and len({piece.page for piece in block.pieces}) == 1
        and any(
            piece.rect and block.pieces[0].rect and piece.rect.x0 > block.pieces[0].rect.x1 for piece in block.pieces
        )
    )


@pytest.fixture
def lantern(window: Window) -> Document:
    """The sample that is a PDF of two columns."""
    return manifesto_of(window, "Maren Oldacre")


@pytest.fixture
def marked(stage: Stage, window: Window, lantern: Document) -> Block:
    """A passage over two columns, opened on its page, which is all in sight."""
    passage = over_two_columns(window.session.library.blocks(lantern.id))
    window.places.open_passage(lantern.id, passage.id)
    stage.settle(window)
    read = window.places.read
    press(read, Qt.Key.Key_T, CONTROL)
    read.views.pages.set_zoom(0.8)
    read.views.pages.go_to_page(passage.page or 1)
    stage.settle(window)
    return passage


def rects(block: Block) -> list[Rect]:
    return [piece.rect for piece in block.pieces if piece.rect]


def drag(read: ReadPlace, start: QPoint, end: QPoint) -> None:
    port = read.views.pages.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, QPoint((start.x() + end.x()) // 2, (start.y() + end.y()) // 2))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def first_and_last_word(read: ReadPlace, passage: Block) -> tuple[QPoint, QPoint]:
    """Points on the viewport within the first and the last word of the passage, told from where its marks are."""
    pages, lines = read.views.pages, rects(passage)
    tinted = box(picture(pages.viewport()), paper.PASSAGE_ON_PAPER)
    left, top = min(line.x0 for line in lines), min(line.y0 for line in lines)

    def at(x: float, y: float) -> QPoint:
        return tinted.topLeft() + QPoint(round((x - left) * pages.zoom) + 3, round((y - top) * pages.zoom))

    first, last = lines[0], lines[-1]
    return at(first.x0 + 4, (first.y0 + first.y1) / 2), at(last.x1 - 6, (last.y0 + last.y1) / 2)


def selected_on_mark() -> str:
    """The colour of paper that is marked and selected: tints lie on each other as ink does."""
    mark, chosen = QColor(paper.PASSAGE_ON_PAPER), QColor(paper.SELECTED_ON_PAPER)
    both = ((mark.red(), chosen.red()), (mark.green(), chosen.green()), (mark.blue(), chosen.blue()))
    return "#" + "".join(f"{round(one * other / 255):02x}" for one, other in both)


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_words_selected_with_the_mouse_over_two_columns_are_copied_in_reading_order(
    stage: Stage, window: Window, marked: Block
) -> None:
    read = window.places.read
    drag(read, *first_and_last_word(read, marked))
    selected = box(picture(read.views.pages.viewport()), selected_on_mark())
    assert selected.width() == pytest.approx(
        (max(line.x1 for line in rects(marked)) - min(line.x0 for line in rects(marked))) * read.views.pages.zoom, abs=8
    )
    press(read, Qt.Key.Key_C, CONTROL)
    assert clipboard().text() == marked.text
    press(read, Qt.Key.Key_T, CONTROL)
    assert read.views.text.textCursor().selectedText() == marked.text, "the same words stay selected in the text"


def test_words_are_selected_by_keys_and_copied_with_their_citation(
    stage: Stage, window: Window, marked: Block, lantern: Document
) -> None:
    read = window.places.read
    press(read, Qt.Key.Key_B, CONTROL)
    assert read.manifesto is not None
    marks = read.manifesto.rects(read.manifesto.numbers[marked.id])
    assert all(read.views.pages.shows(mark) for mark in marks), "both columns of the passage are in sight"
    for _ in range(4):
        press(read, Qt.Key.Key_Right, CONTROL | SHIFT)
    press(read, Qt.Key.Key_C)
    stage.settle(window)
    words = " ".join(marked.text.split()[:4])
    assert (
        clipboard()
        .text()
        .startswith(f"“{words}” (Oldacre, 2024, p. {marked.label})\n\nOldacre, M. (2024) {lantern.title}")
    )
    assert f". Selected: {words}." in read.views.pages.accessibleDescription()
    press(read, Qt.Key.Key_Left, CONTROL | SHIFT)
    press(read, Qt.Key.Key_C, CONTROL)
    assert clipboard().text() == " ".join(marked.text.split()[:3])


def test_without_a_selection_the_opened_passage_is_copied_with_its_citation(
    stage: Stage, window: Window, marked: Block
) -> None:
    press(window.places.read, Qt.Key.Key_C)
    stage.settle(window)
    assert clipboard().text().startswith(f"“{marked.text}” (Oldacre, ")


@pytest.mark.parametrize("view", ["text", "page"])
def test_the_page_is_copied_as_a_picture_with_the_passage_marked_and_cited(
    stage: Stage, window: Window, marked: Block, lantern: Document, view: str
) -> None:
    read = window.places.read
    read.open_passage(lantern.id, marked.id, view)
    stage.settle(window)
    press(read, Qt.Key.Key_P, CONTROL | SHIFT)
    stage.settle(window)
    image: QImage = clipboard().imageData()
    zoom = image.dotsPerMeterX() * 0.0254 / 72
    tinted, lines = box(image, paper.PASSAGE_ON_PAPER), rects(marked)
    assert tinted.height() == pytest.approx(
        (max(line.y1 for line in lines) - min(line.y0 for line in lines)) * zoom, abs=6
    )
    assert tinted.width() == pytest.approx(
        (max(line.x1 for line in lines) - min(line.x0 for line in lines)) * zoom, abs=10
    )
    below = image.copy(0, paper.PICTURE_GAP + round(842 * zoom) + 4, image.width(), image.height())
    assert not box(below, paper.INK_ON_PAPER).isEmpty(), "the citation stands under the page"
    assert clipboard().text().startswith(f"“{marked.text}” (Oldacre, ")
    assert f"p. {marked.label})</p>" in clipboard().html()


def test_a_page_is_gone_to_by_the_number_that_is_printed_on_it(stage: Stage, window: Window, lantern: Document) -> None:
    labelled = next(page for page in window.session.library.pages(lantern.id) if page.label == "3")
    assert labelled.number != 3
    window.places.go("read")
    read = window.places.read
    read.open_passage(lantern.id, None, "page")
    stage.settle(window)
    for view in (read.views.pages, read.views.text):
        read.views.go_to_page(1)
        press(read, Qt.Key.Key_G, CONTROL)
        QTest.keyClicks(read.header.page_field, "3")
        QTest.keyClick(read.header.page_field, Qt.Key.Key_Return)
        stage.settle(window)
        assert read.views.page() == labelled.number
        assert view.hasFocus()
        press(read, Qt.Key.Key_T, CONTROL)


def test_a_passage_over_two_columns_is_marked_in_both_and_the_place_is_kept(stage: Stage, window: Window) -> None:
    document = manifesto_of(window, "Maren Oldacre")
    passage = over_two_columns(window.session.library.blocks(document.id))
    window.places.open_passage(document.id, passage.id)
    stage.settle(window)
    place = window.places.read
    assert place.views.currentWidget() is place.views.text
    press(place, Qt.Key.Key_T, CONTROL)
    stage.settle(window)
    pages = place.views.pages
    assert place.views.currentWidget() is pages
    pages.set_zoom(0.8)
    pages.go_to_page(passage.pieces[0].page or 1)
    stage.settle(window)
    tinted = box(picture(pages.viewport()), paper.PASSAGE_ON_PAPER)
    lines = [piece.rect for piece in passage.pieces if piece.rect]
    across = (max(line.x1 for line in lines) - min(line.x0 for line in lines)) * pages.zoom
    assert tinted.width() == pytest.approx(across, abs=12), "from the first column into the second"
    press(place, Qt.Key.Key_B, CONTROL)
    press(place, Qt.Key.Key_T, CONTROL)
    stage.settle(window)
    assert place.manifesto is not None
    assert place.views.currentWidget() is place.views.text
    assert place.manifesto.shown[place.views.here().block].id == passage.id


def test_what_is_searched_opens_in_read_and_back_leads_to_the_results(stage: Stage, window: Window) -> None:
    window.places.search_for("detectives gangs")
    stage.settle(window)
    search = window.places.search
    assert search.passages.list.hit is not None
    QTest.keyClick(search.field, Qt.Key.Key_Down)
    QTest.keyClick(search.passages.list, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    read = window.places.read
    assert read.manifesto is not None
    assert read.views.marked is not None
    assert read.manifesto.shown[read.views.marked].id == search.passages.list.hit.block
    window.places.go_back()
    assert window.places.here == "search"
    assert search.passages.list.hit is not None


def test_find_leads_through_the_manifesto_and_the_words_can_be_copied(stage: Stage, window: Window) -> None:
    window.places.open_passage(manifesto_of(window, "Sadiq Khan").id)
    stage.settle(window)
    place = window.places.read
    press(place, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(place.find_bar.field, "neighbourhood police")
    assert place.find_bar.count.startswith("1 of ")
    QTest.keyClick(place.find_bar.field, Qt.Key.Key_Return)
    assert place.find_bar.count.startswith("2 of ") or place.find_bar.count == "1 of 1"
    QTest.keyClick(place.find_bar.field, Qt.Key.Key_Escape)
    assert place.views.text.hasFocus(), "back in the text, at what was found"
    for _ in range(13):
        press(place, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press(place, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().casefold() == "neighbourhood"


def test_read_is_left_and_found_again_after_a_restart(stage: Stage, window: Window, folder: Home) -> None:
    document = manifesto_of(window, "Maren Oldacre")
    passage = over_two_columns(window.session.library.blocks(document.id))
    window.places.open_passage(document.id, passage.id)
    stage.settle(window)
    press(window.places.read, Qt.Key.Key_T, CONTROL)
    stage.settle(window)
    stage.close()
    again = stage.open(folder)
    stage.settle(again)
    read = again.places.read
    assert again.places.here == "read"
    assert read.manifesto is not None
    assert read.manifesto.document.id == document.id
    assert read.views.currentWidget() is read.views.pages
    assert read.views.page() == passage.page
