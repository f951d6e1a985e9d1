"""What is shown leaves the window as it is shown: comparison, worksheet, search, rows; on paper too."""

from __future__ import annotations

import csv
import io
import json
import threading
from pathlib import Path

import pymupdf
import pytest
from in_compare import opened, press
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from waiting import wait

from index.citations.styles import opened as opened_style
from index.exports import planning, worksheets
from index.exports.publication import Paragraph, Quotation, Table, plain
from index.exports.registry import Paper
from index.exports.sources import source
from index.row_words import speaking
from index.sensitive import note_on_all, note_on_some
from reader.home import Home
from reader.library import plans
from reader.library.collected import collections
from reader.library.edits import make_set
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Kind
from ui import assets
from ui.frame import export_dialog, pages
from ui.frame.export_dialog import ExportDialog
from ui.frame.export_ways import Opened
from ui.frame.pages import printers
from ui.frame.window import Window
from ui.plans.panel import PlanPanel
from ui.scenes.stage import Stage
from ui.session.long_work import LongWork
from ui.shared.collecting import collect
from ui.shared.exporting import write_to
from ui.shared.offer import Offer

STYLES = assets.root() / "citation-styles"


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    return opened(stage, folder)


def dialog(stage: Stage, window: Window, action: str = "export") -> ExportDialog:
    """The dialog that the action opens, its pages made."""
    window.session.actions.action(action).trigger()
    assert window.exporting is not None
    stage.settle(window)
    return window.exporting


def saved(stage: Stage, window: Window, path: Path) -> str:
    """The file with what is shown now."""
    dialog(stage, window).save(path)
    stage.settle(window)
    assert window.strip.sentence == f"Saved as “{path.name}”."
    return path.read_text("utf-8")


def test_exactly_what_is_shown_is_written_with_what_was_chosen(stage: Stage, window: Window, tmp_path: Path) -> None:
    library, place, actions = window.session.library, window.places.compare, window.session.actions
    window.session.apply(make_set(library, "Mayors", [each.id for each in library.documents()]))
    (mayors,) = library.sets()
    first, _, third = mayors.documents
    place.show_set([third, first])
    stage.settle(window)
    actions.action("compare.pledges").trigger()
    stage.settle(window)
    values = json.loads(saved(stage, window, tmp_path / "shown.json"))
    shown = place.table.presentation
    assert shown is not None
    comparison = shown.loaded.comparison
    assert [column["document"] for column in values["columns"]] == [third, first]
    assert [[[one["block"] for one in cell["passages"]] for cell in row["cells"]] for row in values["rows"]] == [
        [[match.block for match in cell.matches] for cell in row.cells] for row in comparison.rows
    ]
    actions.action("compare.fold").trigger()
    stage.settle(window)
    text = saved(stage, window, tmp_path / "shown.md")
    assert "pledges only, best match first" in text
    assert f"Folded to counts:** {comparison.rows[0].subtopic.name}" in text
    assert all(name in text for name in (first, third))


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are drawn for printers with a ninth of their dots, which here nobody looks at closely."""
    monkeypatch.setattr(pages, "_DPI", pages._DPI // 3)


@pytest.mark.usefixtures("coarse")
def test_from_a_comparison_to_a_printed_worksheet_it_is_three_clicks(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    # The first opens the menu; the second is this one.
    made = dialog(stage, window, "compare.worksheet")
    assert made.choices.worksheet is not None
    assert (made.choices.paper, made.choices.worksheet.extracts) == (Paper.A4, 2)
    count = made.preview.count
    assert count > 1
    # The third prints; here into a file, as there is no printer.
    paper = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper.setOutputFileName(str(tmp_path / "paper.pdf"))
    made.print_pages(paper)
    stage.settle(window)
    assert window.strip.sentence == f"{count} pages were sent to the printer."
    with pymupdf.open(tmp_path / "paper.pdf") as printed:
        assert printed.page_count == count
        assert sorted(round(side) for side in printed[0].rect[2:]) == [595, 842]
        drawn = printed[0].get_pixmap(dpi=40, colorspace=pymupdf.csGRAY)
        assert min(drawn.samples) < 128


@pytest.mark.usefixtures("coarse")
def test_printing_that_is_stopped_leaves_no_half_file(stage: Stage, window: Window, tmp_path: Path) -> None:
    made = dialog(stage, window, "compare.worksheet")
    paper = QPrinter(QPrinter.PrinterMode.HighResolution)
    paper.setOutputFileName(str(tmp_path / "paper.pdf"))
    steps: list[str] = []

    def stop_on_the_second_page(work: LongWork) -> None:
        steps.append(work.sentence)
        if work.done == 1 and not work.over:
            window.strip.cancelled.emit()

    window.session.working.connect(stop_on_the_second_page)
    made.print_pages(paper)
    stage.settle(window)
    assert f"Printing page 2 of {made.preview.count}" in steps
    assert window.strip.sentence.startswith("Printing was stopped.")
    assert not (tmp_path / "paper.pdf").exists()


def test_an_export_that_is_stopped_leaves_no_file(stage: Stage, window: Window, tmp_path: Path) -> None:
    begun, may_end = threading.Event(), threading.Event()

    def slow() -> bytes:
        begun.set()
        may_end.wait(30)
        return b"Too late."

    write_to(window.session, tmp_path / "essay.docx", slow)
    wait(lambda: begun.is_set() and window.strip.shows_work)
    (cancel,) = (each for each in window.strip.findChildren(QPushButton) if each.text() == "Cancel")
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert window.strip.sentence == "Stopped. “essay.docx” was not written."
    assert not window.strip.shows_work
    may_end.set()
    stage.settle(window)
    assert not list(tmp_path.glob("*essay*"))


def test_pages_are_seen_before_they_are_printed_and_follow_the_choices(stage: Stage, window: Window) -> None:
    made = dialog(stage, window, "print")
    before = made.preview.count
    assert made.choices.format == "pdf"
    made.preview.turn(1)
    stage.settle(window)
    assert (made.preview.page, made.preview.sheet.accessibleName()) == (2, f"Page 2 of {before}")
    made.large.setChecked(True)
    stage.settle(window)
    assert made.preview.page == 1
    assert made.preview.count > before


@pytest.mark.skipif(bool(printers()), reason="a printer is set up here")
def test_without_a_printer_it_says_so_and_offers_a_pdf(stage: Stage, window: Window) -> None:
    made = dialog(stage, window, "print")
    assert made.no_printer.isVisible()
    assert not made.print_button.isVisible()
    assert made.save_button.hasFocus()


def test_printers_are_asked_away_from_the_window_which_may_take_long(
    stage: Stage, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[threading.Thread] = []

    def slow() -> list[str]:
        asked.append(threading.current_thread())
        return ["Copier in the hall"]

    monkeypatch.setattr(export_dialog, "printers", slow)
    made = dialog(stage, window, "print")
    assert [thread is threading.main_thread() for thread in asked] == [False]
    assert made.printer.currentText() == "Copier in the hall"
    assert not made.no_printer.isVisible()
    assert made.print_button.hasFocus()


def test_a_search_leaves_as_it_is_narrowed(stage: Stage, window: Window, tmp_path: Path) -> None:
    window.places.go("search")
    assert window.places.offer() == "Search for something first: what is found can then be exported."
    party = window.session.library.documents()[0].party
    window.places.search.restore({"query": "police", "faces": {"passages": {"party": party}}})
    window.places.search.arrived()
    stage.settle(window)
    text = saved(stage, window, tmp_path / "hits.csv")
    lines = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {line["party"] for line in lines} == {party}
    assert window.places.search.said.startswith(f"{len(lines)} passages in one manifesto")
    assert f"narrowed to {party}: " in saved(stage, window, tmp_path / "hits.md")


def test_passages_that_speak_of_violence_are_announced_before_them_whatever_is_exported(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    comparison = saved(stage, window, tmp_path / "policing.md")
    assert comparison.index(note_on_some()) < comparison.index("> ")
    dialog(stage, window, "compare.worksheet").save(tmp_path / "sheet.md")
    stage.settle(window)
    assert "Some of the extracts below speak of violence and abuse." in (tmp_path / "sheet.md").read_text("utf-8")
    window.places.search_for("stalkers")
    stage.settle(window)
    assert note_on_all(2) in saved(stage, window, tmp_path / "hits.md")
    hit = window.places.search.passages.list.hit
    assert hit is not None
    collect(window.session, hit.document, [(hit.block, 0, len(hit.text))])
    window.places.go("plans")
    stage.settle(window)
    plan = saved(stage, window, tmp_path / "plan.md")
    assert plan.index(note_on_all(1)) < plan.index("> ")


def test_a_chart_leaves_as_picture_and_as_figures(stage: Stage, window: Window, tmp_path: Path) -> None:
    window.session.actions.action("compare.charts").trigger()
    stage.settle(window)
    made = dialog(stage, window)
    assert {made.format.itemData(at) for at in range(made.format.count())} >= {"png", "svg", "csv", "pdf", "docx"}
    made.save(tmp_path / "chart.html")
    stage.settle(window)
    text = (tmp_path / "chart.html").read_text("utf-8")
    assert 'alt="Topics by manifesto. 3 manifestos: ' in text
    assert "<table" in text


def test_a_plan_leaves_by_the_same_dialog_beside_other_places(stage: Stage, window: Window, tmp_path: Path) -> None:
    window.session.actions.action("compare.plan").trigger()
    stage.settle(window)
    panel = window.places.compare.host.panel("plan")
    assert isinstance(panel, PlanPanel)
    panel.choice.export_wished.emit()
    assert (
        window.strip.sentence
        == "There is nothing in this plan yet: K adds a passage to it, Shift+K a row of the comparison."
    )
    document = window.session.library.documents()[0].id
    block = next(one for one in window.session.library.blocks(document) if one.kind is Kind.PARAGRAPH)
    collect(window.session, document, [(block.id, 0, len(block.text))])
    stage.settle(window)
    panel.choice.export_wished.emit()
    assert window.exporting is not None
    stage.settle(window)
    assert window.exporting.what.currentText() == "The plan"
    window.exporting.save(tmp_path / "essay")
    stage.settle(window)
    assert (tmp_path / "essay.docx").read_bytes().startswith(b"PK"), "a name without a suffix is given one"


def test_a_file_about_which_nobody_was_asked_stays_as_it_is(stage: Stage, window: Window, tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_text("mine", encoding="utf-8")
    dialog(stage, window).save(tmp_path / "mine")
    stage.settle(window)
    assert (tmp_path / "mine.docx").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "mine").read_bytes().startswith(b"PK")


def test_nothing_is_offered_where_nothing_can_leave(stage: Stage, window: Window) -> None:
    window.places.go("library")
    stage.settle(window)
    assert not window.session.actions.action("export").isEnabled()
    window.places.go("compare")
    stage.settle(window)
    assert window.session.actions.action("export").isEnabled()
    window.session.actions.action("compare.edit-topic").trigger()
    stage.settle(window)
    window.export(Opened.EXPORT)
    assert "Close the topic" in window.strip.sentence


def test_a_row_is_copied_as_a_table_and_as_cells(stage: Stage, window: Window) -> None:
    place = window.places.compare
    press(place, Qt.Key.Key_Down)
    press(place, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    stage.settle(window)
    copied, presentation = QGuiApplication.clipboard().mimeData(), place.table.presentation
    assert presentation is not None
    row = presentation.loaded.comparison.rows[0]
    assert copied.html().count("<tr>") == 2
    assert row.subtopic.name in copied.html()
    heads, cells = copied.text().splitlines()
    assert heads.split("\t")[1:] == [document.name for document in presentation.documents]
    said = [one.text for match in row.cells[0].matches for one in speaking(match, row.subtopic.id)]
    assert all(" ".join(text.split()) in cells for text in said)
    window.session.actions.action("compare.fold").trigger()
    stage.settle(window)
    QGuiApplication.clipboard().setText("before")
    press(place, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().mimeData().text().splitlines() == [heads, cells]
    window.session.actions.action("compare.fold").trigger()
    window.session.actions.action("compare.copy-table").trigger()
    again = QGuiApplication.clipboard().mimeData().text().splitlines()
    assert len(again) == 1 + len(presentation.loaded.comparison.rows)


def test_every_quotation_of_worksheet_and_plan_stands_at_its_page(stage: Stage, window: Window) -> None:
    """Cuts, and what introduces a list, are the only differences."""
    library, offer = window.session.library, window.places.offer()
    assert isinstance(offer, Offer)
    assert offer.shown is not None
    columns = offer.shown.comparison.columns
    sheet = worksheets.publication(worksheets.Worksheet(offer.shown, extracts=6)).blocks
    answers = [plain(block.runs) for block in sheet if isinstance(block, Paragraph)]
    places = {one.partition("]: ")[0]: one.partition("]: ")[2] for one in answers if one.startswith("Extract [")}
    rows = [row for block in sheet if isinstance(block, Table) for row in block.rows]
    cells = [(row.cells[at], column.document) for row in rows for at, column in enumerate(columns)]
    quoted = [(part, document) for cell, document in cells for part in cell if isinstance(part, Quotation)]
    assert len(quoted) == len(places) > 20
    for one, document in quoted:
        place = places[f"Extract {one.place.partition(']')[0]}"]
        assert stands_at(library, document, plain(one.words), place.removeprefix(source(document)))
    for block in [match.block for match in offer.shown.comparison.rows[0].cells[1].matches]:
        text = library.block(columns[1].document.id, block)
        assert text is not None
        collect(window.session, columns[1].document.id, [(block, 0, len(text.text))])
    (plan,) = library.read(collections)
    parts = library.read(lambda connection: plans.parts(connection, plan.id))
    made = planning.publication(planning.Plan("Plan", tuple(parts), opened_style("harvard", STYLES), "Hustings 0"))
    said = [block for block in made.blocks if isinstance(block, Quotation)]
    assert len(said) == len(parts) > 2
    assert all(stands_at(library, columns[1].document, plain(one.words), plain(one.cited)) for one in said)


def stands_at(library: Library, document: Document, words: str, place: str) -> bool:
    """Whether each piece of a quotation is printed where it is said to be."""
    pieces = [piece.strip() for piece in words.split("[…]")]
    blocks = library.blocks(document.id)
    there = [block for block in blocks if pieces[-1] in block.text and str(block.label or block.page or "") in place]
    return bool(there) and all(any(piece in block.text for block in blocks) for piece in pieces)
