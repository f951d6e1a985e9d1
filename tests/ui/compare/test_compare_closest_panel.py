"""The panel of closest passages: it follows the card, and tells shared and used wording by more than colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from indexed import Indexed, Written
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from waiting import wait

from index.topics.model import Match
from reader.library.collected import collections, items
from reader.library.records import Document
from ui.compare.cards.card import Density
from ui.compare.cards.entries import Entry, EntryKind, PassageShown
from ui.compare.panels.closest_lines import other_lines
from ui.compare.panels.closest_panel import ClosestPanel
from ui.compare.table.subject import Subject
from ui.session.session import Session

QUAY = "We will put two officers on foot patrol on the quay every evening until midnight."
LATER = "We will put three officers on foot patrol on the quay every evening until dawn."
RIVAL = "Officers on the quay should walk: patrol by car sees nothing."
ELSE = "Nets are mended in spring."

Ask = Callable[[str], None]


@pytest.fixture
def indexed(tmp_path: Path) -> Indexed:
    fields = {"year": "2019"}
    return Indexed(
        tmp_path,
        Written(f"# Streets\n{QUAY}\n{ELSE}", "Quay Party", fields=fields),
        Written(f"# Safety\n{LATER}", "Quay Party", fields={"year": "2023"}),
        Written(f"# Order\n{RIVAL}", "Rival Party"),
        Written("# Sea\nEelgrass grows along the breakwater.", "Sea Party"),
    )


@pytest.fixture
def session(themed: QApplication, indexed: Indexed) -> Iterator[Session]:
    opened = Session(indexed.home)
    yield opened
    opened.close()


@pytest.fixture
def panel(session: Session) -> Iterator[ClosestPanel]:
    made = ClosestPanel(session)
    made.resize(400, 700)
    made.show()
    yield made
    made.close()


@pytest.fixture
def ask(session: Session, panel: ClosestPanel, indexed: Indexed) -> Ask:
    """Chooses the card of the first manifesto's passage with these words, "" for none."""

    def choose(words: str) -> None:
        document = session.library.documents()[0]
        entry = None
        if words:
            block = next(one for one in session.library.blocks(document.id) if one.text == words)
            match = Match(document.id, block.id, 0, words, "paragraph", 1, "i", block.section, 1.0, (), (), ())
            shown = PassageShown(match, session.topics[0], Density.SHORT, False, False)
            entry = Entry(EntryKind.CARD, "", "", document.name, words, passage=shown)
        panel.show_subject(Subject(session.topics[0], tuple(session.library.documents()), None, entry, document))
        wait(lambda: panel.settled)

    return choose


def test_shared_wording_closest_passages_and_silence_stand_below_the_passage(panel: ClosestPanel, ask: Ask) -> None:
    ask(QUAY)
    passage, reuse, close, silent = panel.near.lines.lines
    assert passage.words == QUAY
    assert reuse.head == "Also in Quay Party 2023"
    assert [reuse.words[slice(*span)] for span in reuse.struck] == ["two", "midnight."]
    assert [reuse.words[slice(*span)] for span in reuse.underlined] == ["three", "dawn."]
    assert "[only here: two] [only there: three]" in reuse.spoken
    assert (close.head, close.words) == ("Rival Party", RIVAL)
    assert {"Officers", "quay", "patrol"} <= {close.words[slice(*span)] for span in close.tinted}
    assert (silent.head, silent.words, silent.target) == ("Nothing close in Sea Party.", "", None)


def test_the_passage_marks_what_it_shares_with_the_line_in_use(panel: ClosestPanel, ask: Ask) -> None:
    ask(QUAY)
    panel.near.setCurrentIndex(panel.near.lines.index(2))
    passage = panel.near.lines.lines[0]
    assert {passage.words[slice(*span)] for span in passage.tinted} == {"officers", "patrol", "quay"}


def test_another_card_takes_the_place_of_the_one_before_even_while_that_is_looked_for(
    panel: ClosestPanel, ask: Ask, session: Session
) -> None:
    ask(QUAY)
    ask(ELSE)
    assert panel.near.lines.lines[0].words == ELSE
    assert [line.head for line in panel.near.lines.lines[1:]] == [
        "Nothing close in Quay Party 2023.",
        "Nothing close in Rival Party.",
        "Nothing close in Sea Party.",
    ]


def test_without_a_passage_the_panel_says_what_belongs_there(panel: ClosestPanel, ask: Ask) -> None:
    ask("")
    assert "Choose a passage" in panel.said


def test_all_shared_wording_is_listed_with_the_names_of_both(panel: ClosestPanel, ask: Ask) -> None:
    ask("")
    panel.show_shared()
    (pair,) = panel.shared.lines.lines
    assert pair.head == "Quay Party 2019, p. i — Quay Party 2023, p. i"
    assert pair.where == "Struck through: only in Quay Party 2019. Underlined: only in Quay Party 2023."
    opened: list[tuple[str, str]] = []
    panel.passage_activated.connect(lambda document, block: opened.append((document, block)))
    QTest.keyClick(panel.shared, Qt.Key.Key_Return)
    QTest.keyClick(panel.shared, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pair.target is not None
    assert pair.other is not None
    assert opened == [(pair.target.document, pair.target.block), (pair.other.document, pair.other.block)]


def test_keys_open_copy_and_collect_the_line_in_use(panel: ClosestPanel, ask: Ask, session: Session) -> None:
    ask(QUAY)
    panel.near.setCurrentIndex(panel.near.lines.index(2))
    session.settings.change(citation_style="harvard")
    QTest.keyClick(panel.near, Qt.Key.Key_C)
    wait(lambda: not session.busy)
    assert QGuiApplication.clipboard().text().startswith(f"“{RIVAL}” (Rival Party, no date, p. i)")
    QTest.keyClick(panel.near, Qt.Key.Key_K)
    (chosen,) = session.library.read(collections)
    (item,) = session.library.read(lambda connection: items(connection, chosen.id))
    assert item.anchor.quote == RIVAL
    session.settings.change(single_keys=False)
    QGuiApplication.clipboard().setText("something else")
    QTest.keyClick(panel.near, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "something else"


def test_of_a_manifesto_in_another_language_is_not_said_that_nothing_in_it_is_close() -> None:
    asked = Document("a", "A", party="Quay Party", language="en")
    others = [
        Document("b", "B", party="Hafenpartei", year="2021", language="de"),
        Document("c", "C", party="Sea Party", language="en"),
        Document("d", "D", party="Lost Party"),
    ]
    assert [line.head for line in other_lines(asked, others, {}, ())] == [
        "Hafenpartei 2021 is in German: passages are compared by their words.",
        "Nothing close in Sea Party.",
        "Nothing close in Lost Party.",
    ]
