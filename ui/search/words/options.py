"""The choices above a table of words: forms or stems, stop words, which manifestos, how wide a window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QWidget

from index.naming import told_apart
from index.topics.model import Topic
from index.words.collocates import Window
from index.words.corpus import languages
from index.words.terms import Unit
from index.words.wishes import Counted, Wish
from reader.language import language_name
from reader.library.records import Document, ManifestoSet
from reader.wording import tr, tr_count
from ui.annotating.flow_layout import FlowLayout
from ui.search.words.kinds import Kind
from ui.shared.choice_box import ChoiceBox
from ui.shared.named import name_box
from ui.theme.text import Role, Text
from ui.theme.tokens import STEP
from ui.theme.words import caption, give_tip, one_line

_LEAST = (1, 2, 3, 5, 10, 20, 50)
_USUAL_LEAST = {Counted.NGRAMS: 3, Counted.COLLOCATES: 3, Counted.KEYNESS: 2}
_LENGTHS = (2, 3, 4, 5)
_WINDOWS = (1, 2, 3, 5, 10)
_BOTH, _BEFORE, _AFTER = "both", "before", "after"
_LETTERS = 12


class Options(QWidget):
    """A row of choices, of which those of the table in front are there."""

    changed = Signal()
    picked = Signal()  # from a list: the keys may go to the table
    stop_words_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self, STEP)
        self.setContentsMargins(STEP, 0, 0, 0)
        self._row.hanging = STEP  # the words of a box stand so far to the right of its edge
        self._parts: dict[str, tuple[QWidget, ...]] = {}
        self._kind: Kind | None = None
        self._groups: dict[str, tuple[str, ...]] = {}
        self._several_languages = False
        self.here = self._box("here", tr("Key words of"), label=tr("Key words of"))
        self.against = self._box("against", tr("Compared with"), label=tr("against"))
        self.unit = self._box("unit", tr("What counts as one word"))
        self.language = self._box("language", tr("Language of the list"))
        self.length = self._box("length", tr("Length of a run"))
        self.reach = self._box("reach", tr("How wide the window is"))
        self.side = self._box("side", tr("On which side"))
        self.least = self._box("least", tr("How often at least"))
        self.topic = self._box("topic", tr("What is measured"))
        self.sentence = self._tick("sentence", tr("Within the sentence"))
        self.drawn = self._tick("drawn", tr("As a table"))
        self.stop = self._tick("stop", tr("Without stop words"))
        self.stop_words = QPushButton(tr("Stop words…"))
        give_tip(self.stop_words, tr("See and change the words that are left out."))
        self.stop_words.clicked.connect(self.stop_words_wished)
        self._row.addWidget(self.stop_words)
        self._parts["stop"] = (self.stop, self.stop_words)
        self._fill()

    # What is chosen

    def wish(self, table: Counted, typed: str, documents: Sequence[str], topics: Sequence[Topic], coder: str) -> Wish:
        """What is asked with these choices."""
        width, side = int(self.reach.currentData()), str(self.side.currentData())
        window = Window(0 if side == _AFTER else width, 0 if side == _BEFORE else width, self.sentence.isChecked())
        topic = next((one for one in topics if one.id == self.topic.currentData()), None)
        options = self._kind.options if self._kind else frozenset[str]()
        return Wish(
            table,
            tuple(documents),
            typed=typed,
            language=str(self.language.currentData() or "") if "language" in options else "",
            unit=Unit(self.unit.currentData()),
            length=int(self.length.currentData()),
            least=int(self.least.currentData()),
            without_stop_words="stop" in options and self.stop.isChecked(),
            here=self._groups.get(str(self.here.currentData()), ()) if "here" in options else (),
            against=self._groups.get(str(self.against.currentData()), ()) if "against" in options else (),
            window=window if "reach" in options else Window(),
            topic=topic if "topic" in options else None,
            coder=coder,
        )

    def show_for(self, kind: Kind) -> None:
        """Show the choices of this table."""
        anew, self._kind = kind is not self._kind, kind
        for name, widgets in self._parts.items():
            there = name in kind.options and (name != "language" or self._several_languages)
            for widget in widgets:
                widget.setVisible(there)
        if anew:
            with QSignalBlocker(self.least):
                self.least.setCurrentIndex(self.least.findData(_USUAL_LEAST.get(kind.table, 1)))
        self.setVisible(any(name in kind.options for name in self._parts))
        self.updateGeometry()

    def offer(self, documents: Sequence[Document], sets: Sequence[ManifestoSet], topics: Sequence[Topic]) -> None:
        """Offer the languages, manifestos, groups of them and topics that there are; what was chosen stays."""
        codes = languages(documents)
        self._several_languages = len(codes) > 1
        _refill(self.language, [(language_name(code) or tr("Unknown language"), code) for code in codes])
        self._groups = _groups(documents, sets)
        names = told_apart(documents)
        choices = [(_called(key, names, sets), key) for key in self._groups]
        _refill(self.here, choices)
        _refill(self.against, [(tr("all others"), ""), *choices])
        _refill(
            self.topic,
            [(tr("All of the text"), ""), *((tr("What is said on {topic}", topic=one.name), one.id) for one in topics)],
        )

    def state(self) -> dict[str, Any]:
        """What is chosen, as plain JSON values."""
        boxes = {name: getattr(self, name).currentData() for name in ("unit", "length", "reach", "side")}
        ticks = {name: getattr(self, name).isChecked() for name in ("sentence", "drawn", "stop")}
        return {**boxes, **ticks}

    def restore(self, state: Mapping[str, Any]) -> None:
        """What `state` told of, as far as it makes sense."""
        for name in ("unit", "length", "reach", "side"):
            box: ChoiceBox = getattr(self, name)
            with QSignalBlocker(box):
                if (at := box.findData(state.get(name))) >= 0:
                    box.setCurrentIndex(at)
        for name in ("sentence", "drawn", "stop"):
            tick: QCheckBox = getattr(self, name)
            with QSignalBlocker(tick):
                if isinstance(state.get(name), bool):
                    tick.setChecked(state[name])

    # Making

    def _fill(self) -> None:
        _refill(
            self.unit, [(tr("Each form by itself"), Unit.WORDS.value), (tr("All inflections as one"), Unit.STEMS.value)]
        )
        _refill(self.length, [(tr("{count} words", count=length), length) for length in _LENGTHS])
        _refill(
            self.reach,
            [(tr_count("1 word away", "up to {count} words away", width), width) for width in _WINDOWS],
        )
        self.reach.setCurrentIndex(_WINDOWS.index(5))
        _refill(self.side, [(tr("on both sides"), _BOTH), (tr("before it"), _BEFORE), (tr("after it"), _AFTER)])
        _refill(self.least, [(tr_count("once or more", "{count} times or more", least), least) for least in _LEAST])
        _refill(self.topic, [(tr("All of the text"), "")])
        self.stop.setChecked(True)

    def _box(self, name: str, called: str, label: str = "") -> ChoiceBox:
        box = ChoiceBox(self)
        name_box(box, called)
        box.setFrame(False)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(lambda _: self.changed.emit())
        box.picked.connect(self.picked)
        parts: list[QWidget] = [box]
        if label:
            words = Text(label, Role.SECONDARY, self)
            words.setMinimumHeight(box.sizeHint().height())
            parts.insert(0, words)
        for part in parts:
            self._row.addWidget(part)
        self._parts[name] = tuple(parts)
        return box

    def _tick(self, name: str, words: str) -> QCheckBox:
        tick = QCheckBox(caption(words), self)
        tick.setMinimumHeight(self.unit.sizeHint().height())
        tick.toggled.connect(lambda _: self.changed.emit())
        self._row.addWidget(tick)
        self._parts[name] = (tick,)
        return tick


def _refill(box: ChoiceBox, choices: Iterable[tuple[str, Any]]) -> None:
    """Let a box offer these; what was chosen stays where it is still there."""
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for words, value in choices:
            box.addItem(one_line(words), value)
        box.setCurrentIndex(max(0, box.findData(chosen)))


def _groups(documents: Sequence[Document], sets: Sequence[ManifestoSet]) -> dict[str, tuple[str, ...]]:
    """The manifestos, the parties with several of them, and the sets, each with its manifestos (ids)."""
    known = {document.id for document in documents}
    groups: dict[str, tuple[str, ...]] = {document.id: (document.id,) for document in documents}
    parties: dict[str, list[str]] = {}
    for document in documents:
        if document.party:
            parties.setdefault(document.party, []).append(document.id)
    groups |= {f"party:{party}": tuple(ids) for party, ids in parties.items() if len(ids) > 1}
    there = {made.id: tuple(one for one in made.documents if one in known) for made in sets}
    return groups | {f"set:{name}": ids for name, ids in there.items() if ids and len(ids) < len(known)}


def _called(key: str, names: Mapping[str, str], sets: Sequence[ManifestoSet]) -> str:
    kind, _, value = key.partition(":")
    if kind == "party" and value:
        return tr("All of {party}", party=value)
    if kind == "set" and value:
        return next((made.name for made in sets if made.id == value), "")
    return names[key]
