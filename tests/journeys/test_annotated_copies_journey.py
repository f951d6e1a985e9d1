"""Codes leave the window as highlights in copies of the PDFs: the one that is read, or all of those in Notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from annotating import do, select
from marked_pdf import OTHER, annotations_in, write_sheet
from PySide6.QtWidgets import QFileDialog
from waiting import wait

from reader.home import Home, home
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code, delete_annotations
from reader.library.library import Library
from reader.library.records import Document
from reader.model import Block, Kind, Manifesto
from ui.frame.export_dialog import COPIES, ExportDialog
from ui.frame.window import Window
from ui.scenes.homes import copied_to, filled
from ui.scenes.stage import Stage
from ui.session.long_work import LongWork


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Two PDFs and a text of invented parties with the same words, indexed, and a code on a passage of each."""
    folder = tmp_path_factory.mktemp("files")
    files = [write_sheet(folder / name) for name in ("one.pdf", "two.pdf")]
    with files[1].open("ab") as second:
        second.write(b"\n% another file\n")
    (folder / "three.txt").write_text(f"Homes for all\n\n{OTHER}\n", encoding="utf-8")
    made = filled([(path, {"party": "Lamps"}) for path in (*files, folder / "three.txt")])
    with Library.open(made) as library:
        code = do(library, create_code(library, "Homes"))
        for document in library.documents():
            place = select(library, document, "Another paragraph")
            do(library, apply_code(library, document.id, place, code, "Whose?"))
    return made


@pytest.fixture
def window(stage: Stage, coded: Home, tmp_path: Path) -> Window:
    opened = stage.open(copied_to(home(tmp_path / "home"), coded))
    stage.settle(opened)
    return opened


def documents(window: Window) -> dict[str, Document]:
    return {one.file_name: one for one in window.session.library.documents()}


def dialog(stage: Stage, window: Window) -> ExportDialog:
    window.session.actions.action("export").trigger()
    stage.settle(window)
    made = window.exporting
    assert made is not None
    if not made.name.isHidden():
        made.name.field.setText("Ines Example")
        made.name.keep.click()
    return made


def test_the_manifesto_that_is_read_leaves_as_its_own_pdf_with_highlights(
    stage: Stage, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.places.open_passage(documents(window)["one.pdf"].id)
    stage.settle(window)
    made = dialog(stage, window)
    made.format.setCurrentIndex(made.format.findData(COPIES))
    stage.settle(window)
    assert not made.paper.isEnabled()
    assert not made.no_printer.isVisible()
    assert not made.print_button.isVisible()
    assert "as highlights" in made.preview.sheet.sentence
    out = tmp_path / "out" / "one, annotated.pdf"
    asked: list[str] = []

    def answer(*said: str) -> tuple[str, str]:
        asked.append(Path(said[2]).name)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    made.save_button.click()
    stage.settle(window)
    assert asked == [out.name]
    assert window.strip.sentence == f"Saved as “{out.name}”."
    (found,) = annotations_in(out.read_bytes())
    assert (found["/Subtype"], found["/T"], found["/Contents"]) == ("/Highlight", "Ines Example", "Homes\nWhose?")


def test_the_rows_of_notes_leave_as_a_pdf_for_each_manifesto_and_nothing_is_written_over(
    stage: Stage, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.places.go("notes")
    stage.settle(window)
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "one, annotated.pdf").write_bytes(b"mine")
    made = dialog(stage, window)
    made.format.setCurrentIndex(made.format.findData(COPIES))
    assert "2 PDFs" in made.preview.sheet.sentence  # the third is none
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    made.save_button.click()
    stage.settle(window)
    assert window.strip.sentence == "Saved 2 PDFs in “copies”."
    assert sorted(path.name for path in folder.iterdir()) == [
        "one, annotated (2).pdf",
        "one, annotated.pdf",
        "two, annotated.pdf",
    ]
    assert (folder / "one, annotated.pdf").read_bytes() == b"mine"
    assert all(
        len(annotations_in(path.read_bytes())) == 1 for path in folder.iterdir() if path.name != "one, annotated.pdf"
    )


def test_copies_that_are_stopped_leave_no_half_file(stage: Stage, window: Window, tmp_path: Path) -> None:
    window.places.go("notes")
    stage.settle(window)
    made = dialog(stage, window)
    made.format.setCurrentIndex(made.format.findData(COPIES))
    stopped: list[str] = []

    def stop_after_the_first(work: LongWork) -> None:
        if work.done == 1 and not work.over:
            stopped.append(work.sentence)
            work.cancel()

    window.session.working.connect(stop_after_the_first)
    made.save(tmp_path / "copies")
    wait(lambda: bool(stopped))
    stage.settle(window)
    assert window.strip.sentence == "Stopped: one PDF is in “copies”."
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["one, annotated.pdf"]


def test_what_is_on_no_page_is_told_and_where_there_is_no_pdf_none_is_offered(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    there, session = documents(window), window.session
    library = session.library
    for name, offered in (("three.txt", False), ("one.pdf", True)):
        window.places.open_passage(there[name].id)
        stage.settle(window)
        made = dialog(stage, window)
        assert made.format.findData("csv") >= 0
        assert (made.format.findData(COPIES) >= 0) is offered
        made.close_button.click()
    lost = Manifesto("One", "en", (Block(Kind.PARAGRAPH, "Quite other words now."),), format="PDF")
    assert library.store_again(there["one.pdf"].id, lost, {}) is not None
    made = dialog(stage, window)
    made.format.setCurrentIndex(made.format.findData(COPIES))
    made.save(tmp_path / "copy.pdf")
    stage.settle(window)
    assert window.strip.sentence == "Saved as “copy.pdf”. One code or note is on no words of a page and was left out."
    assert annotations_in((tmp_path / "copy.pdf").read_bytes()) == []
    session.apply(delete_annotations(library, [one.id for one in library.noted()]))
    assert "Code or note a passage" in str(window.places.offer())
