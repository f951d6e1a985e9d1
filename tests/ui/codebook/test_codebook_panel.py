"""The codebook: codes made, named, nested, ordered, merged and deleted by keys; written of; found by typing; undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from full import files_of_at_most
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from shelf import shelve
from waiting import wait

from reader.home import Home
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code
from reader.library.library import Library
from reader.library.memos import MemoOf
from reader.library.verdicts import Selection
from ui.codebook.panel import CodebookPanel
from ui.codebook.starting import take_codes_in
from ui.codebook.wishes import wishes
from ui.session.session import Session

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TITLE = "Mend the quay"
FULL = "The disk of the library is full. Make room on it and try again; nothing that was saved before is lost."


@pytest.fixture
def panel(session: Session) -> Iterator[CodebookPanel]:
    made = CodebookPanel(session)
    made.show_subject(None)
    made.resize(400, 900)
    made.show()
    made.activateWindow()
    made.take_focus()
    yield made
    made.close()


@pytest.fixture
def codes(session: Session, folder: Home) -> dict[str, str]:
    """Sea, with Nets and Boats under it; Lamps. One passage has Nets, one Boats, two Lamps."""
    document = shelve(folder, TITLE, year="2024")
    ids: dict[str, str] = {}
    for name, parent in (("Sea", ""), ("Nets", "Sea"), ("Boats", "Sea"), ("Lamps", "")):
        edit = create_code(session.library, name, ids.get(parent, ""))
        session.apply(edit)
        ids[name] = edit.changes[0].id
    block = session.library.blocks(document)[0].id
    for name, start in (("Nets", 0), ("Boats", 5), ("Lamps", 0), ("Lamps", 9)):
        session.apply(apply_code(session.library, document, Selection(block, start, block, start + 4), ids[name]))
    return ids


def shown(panel: CodebookPanel) -> list[str]:
    """The codes as the tree shows them, those under others indented, with their counts."""
    wait(lambda: panel.settled)
    model = panel.tree.codes

    def below(index: QModelIndex, depth: int) -> Iterator[str]:
        for row in range(model.rowCount(index)):
            child = model.index(row, 0, index)
            line = panel.tree.codes.lines[child.internalId() - 1]
            yield f"{'  ' * depth}{line.name} {line.all}"
            yield from below(child, depth + 1)

    return list(below(QModelIndex(), 0))


def press(panel: CodebookPanel, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(panel.tree, key, modifiers)


def name(panel: CodebookPanel, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type a name into the field that is open in the tree."""
    field = next(one for one in panel.tree.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(field, words)
    QTest.keyClick(field, key)


def use(panel: CodebookPanel, code: str) -> None:
    shown(panel)
    panel.tree.use(code)


def test_an_empty_codebook_says_what_codes_are_for_and_how_to_begin(panel: CodebookPanel) -> None:
    assert shown(panel) == []
    assert panel.empty.isVisible()
    assert "names what a passage is about" in panel.empty.sentence
    assert [button.text() for button in panel.empty.buttons] == [
        *("New code", "From topics…", "From a search", "From a file…"),
    ]
    panel.empty.buttons[0].click()
    name(panel, "Sea")
    assert shown(panel) == ["Sea 0"]
    assert not panel.empty.isVisible()


def test_n_makes_the_first_code_although_the_place_beside_has_that_key_too(panel: CodebookPanel) -> None:
    wait(lambda: panel.settled and panel.empty.buttons[0].hasFocus())
    of_the_place: list[str] = []
    beside = QShortcut(QKeySequence("N"), panel)
    beside.activated.connect(lambda: of_the_place.append("N"))
    QTest.keyClick(panel.empty.buttons[0], Qt.Key.Key_N)
    assert of_the_place == []
    name(panel, "Sea")
    assert shown(panel) == ["Sea 0"]


@pytest.mark.parametrize(("shows", "least"), [("nothing", 4), ("codes", 10), ("kinds", 2)])
def test_no_key_of_the_codebook_reaches_the_place_beside_wherever_in_it_the_focus_is(
    panel: CodebookPanel, request: pytest.FixtureRequest, shows: str, least: int
) -> None:
    if shows != "nothing":
        use(panel, request.getfixturevalue("codes")["Nets"])
    if shows == "kinds":
        panel.show_kinds()
        wait(lambda: panel.settled)
    keys = [(Qt.Key(ord(sign)), SHIFT if sign == ">" else NONE, sign.lower()) for sign in "CKMNOPTX123.,+-=<>"]
    keys += [(Qt.Key.Key_Delete, NONE, "\x7f"), (Qt.Key.Key_F2, NONE, ""), (Qt.Key.Key_Up, ALT, "")]
    found = panel.findChildren(QWidget)
    reached = [one for one in found if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reached) >= least
    passed_on = []
    for widget in reached:
        widget.setFocus()
        for key, held, text in keys:
            pressed = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, text)
            pressed.ignore()
            QApplication.sendEvent(widget, pressed)
            if not pressed.isAccepted():
                passed_on.append((type(widget).__name__, key.name))
    assert passed_on == []


@pytest.mark.parametrize("letters", [True, False])
def test_letters_act_at_buttons_and_not_beside_other_figures(
    panel: CodebookPanel, session: Session, codes: dict[str, str], letters: bool
) -> None:
    session.settings.change(single_keys=letters)
    use(panel, codes["Nets"])
    button = next(one for one in panel.page.findChildren(QPushButton) if one.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_P)
    assert panel.kinds.isVisible() is letters
    QTest.keyClick(panel.kinds, Qt.Key.Key_N)
    assert not panel.tree.writing


def test_below_the_codes_stands_what_to_do_while_none_or_several_are_chosen(
    panel: CodebookPanel, codes: dict[str, str]
) -> None:
    shown(panel)
    panel.tree.clearSelection()
    panel.tree.setCurrentIndex(QModelIndex())
    assert panel.below.instead.isVisible()
    assert panel.below.instead.sentences.startswith("No code is chosen")
    panel.tree.selectAll()
    assert panel.below.instead.sentences.startswith("4 codes are chosen")
    use(panel, codes["Nets"])
    assert panel.fields.isVisible()


def test_codes_are_made_beside_and_under_others_and_a_name_that_is_discarded_makes_none(panel: CodebookPanel) -> None:
    panel.begin()
    name(panel, "Sea")
    shown(panel)
    press(panel, Qt.Key.Key_N, SHIFT)
    name(panel, "Nets")
    shown(panel)
    press(panel, Qt.Key.Key_N)
    name(panel, "Boats")
    shown(panel)
    press(panel, Qt.Key.Key_N)
    name(panel, "Nothing", Qt.Key.Key_Escape)
    assert shown(panel) == ["Sea 0", "  Nets 0", "  Boats 0"]
    press(panel, Qt.Key.Key_N)
    name(panel, "nets")  # there is one of that name
    assert shown(panel) == ["Sea 0", "  Nets 0", "  Boats 0"]


def test_codes_are_renamed_ordered_nested_and_all_is_undone(
    panel: CodebookPanel, session: Session, codes: dict[str, str]
) -> None:
    first = ["Sea 2", "  Nets 1", "  Boats 1", "Lamps 2"]
    assert shown(panel) == first
    use(panel, codes["Boats"])
    press(panel, Qt.Key.Key_Up, ALT)
    assert shown(panel) == ["Sea 2", "  Boats 1", "  Nets 1", "Lamps 2"]
    press(panel, Qt.Key.Key_Less)
    assert shown(panel) == ["Sea 1", "  Nets 1", "Boats 1", "Lamps 2"]
    press(panel, Qt.Key.Key_Greater, SHIFT)
    assert shown(panel) == ["Sea 2", "  Nets 1", "  Boats 1", "Lamps 2"]
    press(panel, Qt.Key.Key_F2)
    name(panel, "Ships")
    assert shown(panel) == ["Sea 2", "  Nets 1", "  Ships 1", "Lamps 2"]
    assert panel.tree.line is not None
    assert panel.tree.line.name == "Ships"
    for _ in range(4):
        session.undo()
    assert shown(panel) == first


def test_merging_and_deleting_say_first_how_many_passages_they_touch(
    panel: CodebookPanel, session: Session, codes: dict[str, str]
) -> None:
    told: list[tuple[str, bool]] = []
    session.noticed.connect(lambda sentence, undo: told.append((sentence, undo)))
    use(panel, codes["Lamps"])
    assert panel.page.delete.text() == "Delete: 2 passages"
    assert not panel.page.merge.isVisible()
    index = panel.tree.codes.index_of(codes["Boats"])
    panel.tree.selectionModel().setCurrentIndex(index, panel.tree.selectionModel().SelectionFlag.Select)
    assert panel.page.merge.text() == "Merge 2 codes into “Boats”: 3 passages"
    press(panel, Qt.Key.Key_M)
    assert shown(panel) == ["Sea 4", "  Nets 1", "  Boats 3"]
    assert told[-1] == ("Merged 2 codes: 3 passages.", True)
    use(panel, codes["Sea"])
    assert panel.page.delete.text() == "Delete 3 codes: 4 passages"
    press(panel, Qt.Key.Key_Delete)
    assert shown(panel) == []
    assert panel.empty.isVisible()
    session.undo()
    session.undo()
    assert shown(panel) == ["Sea 2", "  Nets 1", "  Boats 1", "Lamps 2"]


def test_a_code_is_dragged_under_another_and_between_others(panel: CodebookPanel, codes: dict[str, str]) -> None:
    shown(panel)
    model = panel.tree.codes
    lamps, sea = model.index_of(codes["Lamps"]), model.index_of(codes["Sea"])
    model.dropMimeData(model.mimeData([lamps]), Qt.DropAction.MoveAction, 1, 0, sea)
    assert shown(panel) == ["Sea 4", "  Nets 1", "  Lamps 2", "  Boats 1"]
    lamps = model.index_of(codes["Lamps"])
    model.dropMimeData(model.mimeData([lamps]), Qt.DropAction.MoveAction, 3, 0, model.index_of(codes["Sea"]))
    assert shown(panel) == ["Sea 4", "  Nets 1", "  Boats 1", "  Lamps 2"]
    sea = model.index_of(codes["Sea"])
    model.dropMimeData(model.mimeData([sea]), Qt.DropAction.MoveAction, -1, 0, model.index_of(codes["Nets"]))
    assert shown(panel) == ["Sea 4", "  Nets 1", "  Boats 1", "  Lamps 2"]  # it cannot stand under itself


def test_typing_finds_codes_and_shows_what_they_stand_under(panel: CodebookPanel, codes: dict[str, str]) -> None:
    shown(panel)
    QTest.keyClicks(panel.field, "boat")
    assert shown(panel) == ["Sea 2", "  Boats 1"]
    assert panel.page.extent.text() == "2 of 4 codes"
    QTest.keyClicks(panel.field, "yard")
    assert shown(panel) == []
    assert panel.page.extent.text() == "None of the 4 codes fits what is typed. Esc shows them again."
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert len(shown(panel)) == 4


def test_each_field_is_one_edit_when_it_is_left(panel: CodebookPanel, session: Session, codes: dict[str, str]) -> None:
    edits: list[str] = []
    session.edit_applied.connect(lambda edit, _who: edits.append(edit.label))
    use(panel, codes["Nets"])
    definition = panel.fields.texts["definition"]
    definition.setFocus()
    QTest.keyClicks(definition, "What is fished with.")
    assert edits == []
    panel.fields.key.setFocus()
    QTest.keyClicks(panel.fields.key, "n")
    panel.tree.setFocus()
    shown(panel)
    assert edits == ["Change code “Nets” (1 passage)"] * 2
    code = session.library.codebook().get(codes["Nets"])
    assert code is not None
    assert (code.definition, code.key) == ("What is fished with.", "n")
    use(panel, codes["Boats"])
    panel.fields.key.setFocus()
    QTest.keyClicks(panel.fields.key, "N")
    panel.tree.setFocus()
    assert panel.fields.key.text() == ""  # another code has this key
    panel.fields.memo.setFocus()
    QTest.keyClicks(panel.fields.memo, "Are rafts boats?")
    use(panel, codes["Nets"])  # what is written of a code is kept where another is chosen
    use(panel, codes["Boats"])
    assert panel.fields.memo.written == "Are rafts boats?"


def test_what_a_full_disk_refuses_stays_in_its_field_and_is_kept_later(
    panel: CodebookPanel, session: Session, codes: dict[str, str]
) -> None:
    sentences: list[str] = []
    session.noticed.connect(lambda sentence, _undo: sentences.append(sentence))
    shown(panel)
    use(panel, codes["Nets"])
    fields = (panel.fields.texts["definition"], panel.fields.memo)
    with files_of_at_most(0):
        for field in fields:
            field.setFocus()
            QTest.keyClicks(field, "What is fished with")
            panel.tree.setFocus()
    assert set(sentences) == {FULL}
    assert [field.written for field in fields] == ["What is fished with"] * 2
    for field in fields:
        field.setFocus()
        panel.tree.setFocus()
    code = session.library.codebook().get(codes["Nets"])
    assert code is not None
    assert code.definition == "What is fished with"
    assert [memo.text for memo in session.library.memos(MemoOf.CODE, code.id)] == ["What is fished with"]


def test_what_is_being_written_is_kept_when_the_window_is_closed(
    panel: CodebookPanel, session: Session, codes: dict[str, str]
) -> None:
    shown(panel)
    use(panel, codes["Nets"])
    panel.fields.memo.setFocus()
    QTest.keyClicks(panel.fields.memo, "Are floats nets?")
    session.close()
    with Library.open(session.home) as library:
        assert [memo.text for memo in library.memos(MemoOf.CODE, codes["Nets"])] == ["Are floats nets?"]


def test_a_code_leads_to_its_passages_its_kinds_and_a_topic(
    panel: CodebookPanel, session: Session, codes: dict[str, str]
) -> None:
    queries: list[str] = []
    topics: list[tuple[str, list[str], int]] = []
    wishes(session).passages_wished.connect(queries.append)
    wishes(session).topic_wished.connect(
        lambda topic, passages: topics.append((topic.name, [row.name for row in topic.subtopics], len(passages)))
    )
    use(panel, codes["Nets"])
    press(panel, Qt.Key.Key_Return)
    assert queries == ['code:"Sea > Nets"']
    use(panel, codes["Sea"])
    press(panel, Qt.Key.Key_T)
    assert topics == [("Sea", ["Nets", "Boats"], 1)]
    press(panel, Qt.Key.Key_P)
    wait(lambda: panel.settled)
    assert [row[-1] for row in panel.kinds.rows] == ["2"]
    panel.kinds.back.click()
    assert panel.tree.isVisible()


def test_the_palette_offers_what_can_be_done_while_a_codebook_is_in_sight(
    panel: CodebookPanel, session: Session, codes: dict[str, str]
) -> None:
    use(panel, codes["Lamps"])
    offered = [spec.id for spec in session.actions.offered()]
    assert {"codebook.new", "codebook.delete", "codebook.merge"} <= set(offered)
    session.actions.action("codebook.up").trigger()
    assert shown(panel) == ["Lamps 2", "Sea 2", "  Nets 1", "  Boats 1"]
    panel.hide()
    assert not [spec.id for spec in session.actions.offered() if spec.id.startswith("codebook.")]


def test_codes_are_made_of_a_file_once(
    panel: CodebookPanel, session: Session, codes: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("code,definition\nSea > Wrecks,What sank\nLamps,Light\n", encoding="utf-8")
    told: list[str] = []
    session.taken_in.connect(lambda found: told.append(found.summary))
    take_codes_in(session, file)
    wait(lambda: bool(told))
    assert shown(panel) == ["Sea 2", "  Nets 1", "  Boats 1", "  Wrecks 0", "Lamps 2"]
    assert "1 new code" in told[0]
    session.undo()
    assert len(shown(panel)) == 4


def test_codes_are_made_of_topics_and_their_rows_once(
    panel: CodebookPanel, session: Session, codes: dict[str, str]
) -> None:
    topic = next(one for one in session.topics if one.subtopics)
    panel.acts.from_topics([topic])
    made = shown(panel)[4:]
    assert made == [f"{topic.name} 0", *(f"  {row.name} 0" for row in topic.subtopics)]
    panel.acts.from_topics([topic])
    assert shown(panel)[4:] == made
    session.undo()
    assert len(shown(panel)) == 4
