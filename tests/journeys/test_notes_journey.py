"""Notes: found by typing, recoded at once, undone; to the text and back to the row; by manifesto; yesterday's copy."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from annotating import do
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from index.annotations.filtering import By
from index.exports import coded
from index.exports.registry import Layout, format_called, formats_of
from index.naming import told_apart
from reader.home import Home
from reader.library import backups
from reader.library.backups import Reason
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code, make_note
from reader.library.library import Library
from reader.library.unit_edits import make_scheme
from reader.library.units import Base
from reader.library.verdicts import Selection
from ui import assets
from ui.annotating.annotating import MINE, annotating
from ui.frame.application import newest
from ui.frame.copies import Copies
from ui.frame.export_dialog import COPIES
from ui.frame.history import History
from ui.frame.taken_in import LeftOutRows
from ui.frame.window import Window
from ui.notes.place import NotesPlace
from ui.scenes.stage import Stage, wait
from ui.shared.choosing import ChoiceList
from ui.theme.rows import NOTE_ROLE

NONE = Qt.KeyboardModifier.NoModifier
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(stage: Stage, folder: Home) -> Window:
    """Three passages of each manifesto under Safety, one of each under Homes, and a note."""
    with Library.open(folder) as library:
        safety = do(library, create_code(library, "Safety", colour="#2f6fab"))
        homes = do(library, create_code(library, "Homes"))
        do(library, create_code(library, "Money"))
        for document in library.documents():
            passages = [one for one in library.blocks(document.id) if one.is_passage]
            for at, block in enumerate(passages[2:6]):
                place = Selection(block.id, 0, block.id, len(block.text))
                do(library, apply_code(library, document.id, place, homes if at == 3 else safety))
        words = Selection(passages[8].id, 0, passages[8].id, len(passages[8].text))
        do(library, make_note(library, document.id, words, "Ask Eilidh about this"))
    opened = stage.open(folder)
    QTest.keyClick(opened, Qt.Key.Key_5, CONTROL)
    stage.settle(opened)
    return opened


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def notes(window: Window) -> NotesPlace:
    assert window.places.here == "notes"
    return window.places.notes


def codes(window: Window) -> list[str]:
    return [row.path for row in notes(window).model.found]


def test_rows_are_found_by_typing_recoded_in_one_step_and_undone(stage: Stage, window: Window) -> None:
    place = notes(window)
    assert place.said == "13 codes and notes"
    assert codes(window).count("Safety") == 9
    press(window, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(window.focusWidget(), "eilidh")
    assert [row.memo for row in place.model.found] == ["Ask Eilidh about this"]
    assert place.said == "1 of 13 codes and notes"
    place.facets.field.setText("safety")
    assert codes(window) == ["Safety"] * 9
    press(window, Qt.Key.Key_Return)
    assert place.table.hasFocus()
    place.table.choose([row.id for row in place.model.found[:3]])
    press(window, Qt.Key.Key_R)
    assert place.batch.picker is not None
    QTest.keyClicks(place.batch.picker.field, "mon")
    QTest.keyClick(place.batch.picker.field, Qt.Key.Key_Return)
    stage.settle(window)
    assert codes(window) == ["Safety"] * 6
    undo = window.session.actions.action("undo")
    assert undo.text().startswith("Undo recoding")
    assert "3 passages as “Money”" in undo.text()
    press(window, Qt.Key.Key_Z, CONTROL)
    stage.settle(window)
    assert codes(window) == ["Safety"] * 9
    press(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    stage.settle(window)
    place.facets.field.clear()
    assert codes(window).count("Money") == 3


def test_rows_get_one_more_code_and_are_deleted_in_one_step_each(stage: Stage, window: Window) -> None:
    place = notes(window)
    place.facets.field.setText("homes")
    place.table.setFocus()
    place.table.choose([row.id for row in place.model.found])
    press(window, Qt.Key.Key_T)
    assert place.batch.picker is not None
    QTest.keyClicks(place.batch.picker.field, "money")
    QTest.keyClick(place.batch.picker.field, Qt.Key.Key_Return)
    stage.settle(window)
    place.facets.field.clear()
    assert sorted(set(codes(window))) == ["", "Homes", "Money", "Safety"]
    assert (codes(window).count("Money"), codes(window).count("Homes")) == (3, 3)
    place.facets.field.setText("money")
    place.table.choose([row.id for row in place.model.found])
    press(window, Qt.Key.Key_Delete)
    stage.settle(window)
    assert window.session.library.undo_label() == "Delete 3 codes and notes"
    place.facets.field.clear()
    assert len(codes(window)) == 13
    window.session.undo()
    window.session.undo()
    stage.settle(window)
    assert codes(window).count("Money") == 0


def test_return_reads_the_passage_and_back_is_at_the_row_also_after_a_restart(
    stage: Stage, window: Window, folder: Home
) -> None:
    place = notes(window)
    place.table.sort_by(0, descending=True)
    row = place.model.found[4]
    place.table.choose([row.id])
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.places.here == "read"
    read = window.places.read
    assert read.manifesto is not None
    assert read.manifesto.document.id == row.document
    assert read.views.marked == read.manifesto.numbers[row.spans[0].block]
    press(window, Qt.Key.Key_Left, ALT)
    stage.settle(window)
    assert place.table.hasFocus()
    assert place.table.current == row
    place.facets.group(By.CODE)
    place.facets.changed.emit()
    window.close()
    again = stage.open(folder)
    again.places.go("notes")
    stage.settle(again)
    assert again.places.notes.table.current == row
    assert again.places.notes.table.sorting == (0, True)
    assert again.places.notes.model.group_lines


def test_the_context_beside_shows_the_words_where_they_stand(stage: Stage, window: Window) -> None:
    place = notes(window)
    row = place.model.found[5]
    place.table.choose([row.id])
    stage.settle(window)
    assert row.words in place.context.text.toPlainText().replace("\u2029", "\n")
    press(window, Qt.Key.Key_F9)
    assert place.context.isHidden()


def test_a_cell_of_the_matrix_leads_to_its_passages(stage: Stage, window: Window) -> None:
    place = notes(window)
    press(window, Qt.Key.Key_M, ALT)
    stage.settle(window)
    figures = place.matrix.figures
    assert figures.rows == [("Safety", "3", "3", "3"), ("Homes", "1", "1", "1"), ("Money", "", "", "")]
    assert place.matrix.table.hasFocus()
    place.matrix.table.setCurrentIndex(figures.index(0, 2))
    press(window, Qt.Key.Key_Return)
    stage.settle(window)
    assert place.view == "table"
    second = window.session.library.documents()[1].id
    assert [(row.path, row.document) for row in place.model.found] == [("Safety", second)] * 3


def test_the_report_reads_by_party_and_leaves_as_what_it_shows(stage: Stage, window: Window) -> None:
    place = notes(window)
    place.facets.field.setText("homes")
    press(window, Qt.Key.Key_R, ALT)
    stage.settle(window)
    lines = place.report.list.lines.lines
    assert [line.head for line in lines[::2]] == [
        f"{document.party}: one passage" for document in window.session.library.documents()
    ]
    assert all("Homes" not in line.where and line.words for line in lines[1::2])  # only one code: it need not be named
    offer = window.places.offer()
    assert not isinstance(offer, str)
    for name in ("csv", "html"):
        written = format_called(name).made(offer.thing, Layout(assets.for_exports())).decode()
        assert all(row.words[:40] in written for row in place.model.found if '"' not in row.words[:40])
    press(window, Qt.Key.Key_M, ALT)
    stage.settle(window)
    offer = window.places.offer()
    assert not isinstance(offer, str)
    assert "Homes,1,1,1" in format_called("csv").made(offer.thing, Layout(assets.for_exports())).decode()


def test_what_is_found_leaves_for_excel_under_a_name_that_was_kept(
    stage: Stage, window: Window, tmp_path: Path
) -> None:
    place = notes(window)
    place.facets.field.setText("homes")
    window.session.actions.action("export").trigger()
    stage.settle(window)
    dialog = window.exporting
    assert dialog is not None
    assert [dialog.format.itemData(at) for at in range(dialog.format.count())] == [
        *(one.id for one in formats_of(coded.from_home(window.session.home, lambda: pytest.fail("nothing is read")))),
        COPIES,
    ]
    assert dialog.name.isVisible()
    assert dialog.name.field.text() == window.session.library.coders()[0].name
    assert not dialog.for_excel.isVisible()
    dialog.format.setCurrentIndex(dialog.format.findData("csv"))
    assert dialog.for_excel.isVisible()
    QTest.mouseClick(dialog.for_excel, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog.for_excel.height() // 2))
    dialog.name.field.setFocus()
    dialog.name.field.setText("")
    QTest.keyClick(dialog.name.field, Qt.Key.Key_Return)
    assert dialog.name.isVisible()  # no name is none
    QTest.keyClicks(dialog.name.field, "Ines Example")
    QTest.keyClick(dialog.name.field, Qt.Key.Key_Return)
    assert not dialog.name.isVisible()
    dialog.save(tmp_path / "homes.csv")
    stage.settle(window)
    written = (tmp_path / "homes.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [(row["code"], row["coder"]) for row in rows] == [("Homes", "Ines Example")] * 3
    window.session.actions.action("export").trigger()
    assert window.exporting is not None
    assert not window.exporting.name.isVisible()


def test_codes_come_in_from_a_file_and_what_is_left_out_is_listed(
    stage: Stage, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Home
) -> None:
    row = notes(window).model.found[0]
    path = tmp_path / "codes.csv"
    path.write_text(f"document,start,end,code\n{row.document},0,4,Wide\n{row.document},9,2,Wide\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.session.actions.action("import").trigger()
    stage.settle(window)
    assert window.strip.sentence == "Taken in: 1 code or note, 1 new code of the codebook (1 row was left out)."
    listed = window.findChild(LeftOutRows)
    assert isinstance(listed, LeftOutRows)
    assert listed.table.hasFocus()
    assert [listed.table.model().index(0, column).data() for column in (0, 1)] == ["3", "Wide"]
    assert [one.reason for one in backups.copies(folder.database)] == [Reason.IMPORT]
    QTest.keyClick(listed.table, Qt.Key.Key_Escape)
    stage.settle(window)
    assert codes(window).count("Wide") == 1
    window.session.undo()
    stage.settle(window)
    assert codes(window).count("Wide") == 0
    assert window.session.library.codebook().find("Wide") is None


def test_quasi_sentences_are_laid_on_the_manifesto_that_is_chosen_and_undone_with_their_units(
    stage: Stage, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = window.session.library
    document = library.documents()[1]
    passages = [one for one in library.blocks(document.id) if one.is_passage]
    path = tmp_path / "coded.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [("text", "cmp_code", "eu_code"), (passages[2].text, "504", ""), ("Not there", "1", "")]
        )
    before = len(library.noted())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.session.actions.action("import").trigger()
    stage.settle(window)
    choices = window.findChild(ChoiceList)
    assert isinstance(choices, ChoiceList)
    assert choices.list.hasFocus()
    first = choices.list.currentIndex()
    assert (first.data(), first.data(NOTE_ROLE)) == (told_apart(library.documents())[document.id], "1 of 2 found")
    QTest.keyClick(choices.list, Qt.Key.Key_Return)
    stage.settle(window)
    assert window.strip.sentence.startswith("Taken in: 1 code or note, 1 unit to be coded, ")
    (scheme,) = library.schemes()
    assert [one.unit.anchor.quote for one in library.units(scheme.id)] == [passages[2].text]
    window.session.undo()
    stage.settle(window)
    assert (library.schemes(), len(library.noted())) == ([], before)


def test_units_are_shown_with_the_codes_that_they_have(stage: Stage, window: Window) -> None:
    library, place = window.session.library, notes(window)
    press(window, Qt.Key.Key_U, ALT)
    stage.settle(window)
    assert place.units.sentence.text() == "There are no units yet: coding mode makes them."
    document = library.documents()[0].id
    window.session.apply(make_scheme(library, "Paragraphs", Base.PARAGRAPH, [document]))
    place.show_view("table")
    place.show_view("units")
    stage.settle(window)
    rows = place.units.figures.rows
    assert place.units.figures.heads == ("Unit", "State", "Safety", "Homes", "Money")
    assert [row[1:] for row in rows[:3]] == [("unseen", "", "", "")] * 2 + [("coded", "1", "0", "0")]
    offer = window.places.offer()
    assert not isinstance(offer, str)
    assert ",coded,1,0,0" in format_called("csv").made(offer.thing, Layout(assets.for_exports())).decode()


def test_notes_of_one_coder_alone_are_shown_where_that_was_chosen(stage: Stage, window: Window) -> None:
    shared = annotating(window.session)
    shared.add_coder("Ines Example")
    shared.show_coders(MINE)
    stage.settle(window)
    assert codes(window) == []
    assert notes(window).said == "of Ines Example alone"
    shared.show_coders("")
    stage.settle(window)
    assert len(codes(window)) == 13


def test_history_is_looked_through_and_undone_back_to_a_point(stage: Stage, window: Window) -> None:
    press(window, Qt.Key.Key_H, CONTROL)
    history = window.over
    assert isinstance(history, History)
    QTest.keyClicks(history.field, "make a note")
    assert history.table.model().rowCount() == 1
    history.field.clear()
    history.table.selectRow(4)
    assert history.go.text() == "Undo 5 edits, back to before this one"
    QTest.mouseClick(history.go, Qt.MouseButton.LeftButton)
    wait(lambda: window.session.library.journal()[-5].undone)
    stage.settle(window)
    assert [step.undone for step in window.session.library.journal()[-6:]] == [False, *[True] * 5]
    history.table.selectRow(0)
    QTest.mouseClick(history.go, Qt.MouseButton.LeftButton)
    wait(lambda: not window.session.library.journal()[-1].undone)
    press(window, Qt.Key.Key_Escape)
    stage.settle(window)
    assert len(codes(window)) == 13


def test_the_copy_of_yesterday_comes_back_in_a_new_window(
    qapp: QApplication, stage: Stage, window: Window, folder: Home
) -> None:
    kept = backups.keep(folder.database, Reason.DAILY)
    assert kept is not None
    kept.path.rename(kept.path.with_name("2024-03-05 08-15-00 daily.sqlite3"))
    place = notes(window)
    place.table.choose([row.id for row in place.model.found[:4]])
    press(window, Qt.Key.Key_Delete)
    stage.settle(window)
    assert len(codes(window)) == 9
    window.session.actions.action("copies").trigger()
    copies = window.over
    assert isinstance(copies, Copies)
    stage.settle(window)
    assert copies.table.model().index(0, 3).data() == "lacks one edit made since"
    QTest.mouseClick(copies.go, Qt.MouseButton.LeftButton)
    again = newest(window)
    assert again is not window
    stage.windows.append(again)
    stage.settle(again)
    assert "as it was on 5 March 2024" in again.strip.sentence
    again.places.go("notes")
    stage.settle(again)
    assert len(codes(again)) == 13
    assert backups.copies(folder.database)[0].reason is Reason.RESTORE
