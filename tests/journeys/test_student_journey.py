"""A student's evening: from two files to a Word document with citations, with every key and click counted."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from typeset import Press

from reader.home import Home
from ui.compare.topic_tabs import TopicTabs
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.session.settings import Settings

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = ("harbour-2023.pdf", "quayside-2023.txt")
OWN = ("Both parties promise more officers.", "Neither of them says who pays.")

HARBOUR = (
    ("Harbour Party manifesto 2023", 20),
    ("Police and crime", 14),
    ("We will recruit 120 more police officers and pay for them from the harbour dues.", 10),
    ("We will open a police station in every ward that has lost one since 2010.", 10),
    ("We will publish what stop and search finds, ward by ward, every month.", 10),
)
QUAYSIDE = """Quayside Party manifesto 2023

Safer streets

We will put 80 more police officers on the quay within two years.

We will win back trust in the police by vetting every officer again.

We will keep the police station at the Old Dock open day and night.
"""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with two manifestos."""
    made = tmp_path / "manifestos"
    made.mkdir()
    press, y = Press(), 60.0
    for words, size in HARBOUR:
        y = press.column(50, y, 320, words, size) + 30
    press.document.save(made / NAMES[0])
    (made / NAMES[1]).write_text(QUAYSIDE, encoding="utf-8")
    return made


@pytest.mark.timeout(180)
def test_from_two_files_to_an_essay_it_is_a_few_keys_and_clicks(stage: Stage, folder: Home, files: Path) -> None:
    Settings(folder.settings).change(folder=str(files))
    window = stage.open(folder)
    hands = Hands(lambda: stage.settle(window))
    stage.settle(window)

    hands.in_file_dialog(lambda: hands.press(Qt.Key.Key_O, CONTROL), lambda dialog: hands.choose_files(dialog, *NAMES))
    assert window.strip.sentence == "Added 2 manifestos."
    hands.click_button(window.strip, "Compare only these")
    assert window.places.here == "compare"
    assert window.strip.sentence == ""
    compare = window.places.compare
    assert len(compare.table.area.shown) == 2
    assert "Order: as added" in [box.currentText() for box in compare.findChildren(QComboBox)]
    tabs = compare.findChild(TopicTabs)
    assert isinstance(tabs, TopicTabs)
    hands.click_tab(tabs, "Policing")

    passages = take(hands, window, Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Right)
    passages += take(hands, window, Qt.Key.Key_Up)
    assert window.rail.buttons[-1].accessibleDescription() == "Ctrl+6: 6 parts in “My plan”"

    hands.press(Qt.Key.Key_6, CONTROL)
    for words in OWN:
        hands.press(Qt.Key.Key_N)
        hands.write(words)
        hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_S, CONTROL | SHIFT)
    hands.in_file_dialog(lambda: hands.press(Qt.Key.Key_Return), hands.accept)
    assert window.strip.sentence == "Saved as “My plan.docx”."

    # Each of the six passages takes K, and an arrow or two to come to it.
    assert hands.clicks <= 4
    assert hands.keys <= 26
    assert hands.letters == sum(map(len, OWN))
    check(files / "My plan.docx", passages)


def take(hands: Hands, window: Window, way: Qt.Key) -> list[str]:
    """Add three passages of the column in use to the plan, going this way; their words."""
    taken: list[str] = []
    for _ in range(20):
        if len(taken) == 3:
            break
        entry = window.places.compare.table.area.entry()
        passage = entry.passage.match.text if entry is not None and entry.passage is not None else ""
        if passage and passage not in taken:
            hands.press(Qt.Key.Key_K)
            taken.append(passage)
        else:
            hands.press(way)
    return taken


def check(essay: Path, passages: list[str]) -> None:
    """Six quotations, each with its citation, and two sentences that nobody can take for quotations."""
    written = [(each.style.name, each.text) for each in docx.Document(str(essay)).paragraphs if each.style is not None]
    quoted = [text for style, text in written if style == "Quotation"]
    assert sorted(passages) == sorted(text.partition(" (")[0] for text in quoted)
    assert all("(Harbour Party, 2023, p. 1)" in text for text in quoted[:3])
    assert all("(Quayside Party, 2023, sect. ‘Safer streets’, para. " in text for text in quoted[3:])
    assert [text for style, text in written if style == "Own words"] == list(OWN)
    assert not {text for style, text in written if style != "Own words"} & set(OWN)
