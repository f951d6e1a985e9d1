"""What can be done with the card that the keys act on: open it, copy it, see all of it, see why it is there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from index.citations.places import Quotation
from index.comparison import MORE, UNCERTAIN
from index.topics.model import Match, Topic
from reader.sections import paragraph_number
from ui.annotating.on_passage import Passage, PassageBar
from ui.compare.cards.asking import question
from ui.compare.cards.card import explanation
from ui.compare.cards.card_layout import Spot
from ui.compare.cards.entries import Entry, EntryKind, Reading, read_differently
from ui.compare.cards.quoting import place_of
from ui.compare.cards.verdict_actions import ON_CARDS, ON_SILENCES
from ui.compare.table.columns_area import ColumnsArea
from ui.compare.table.look import Look
from ui.session.session import Session
from ui.shared.collecting import collect
from ui.shared.copying import copy_cited
from ui.shared.in_plan import InPlan
from ui.shared.menus import offer

Place = tuple[str, str, str]


class CardCommands(QObject):
    """Does to the chosen card what actions, keys and clicks ask for, and keeps which cards are opened up."""

    passage_opened = Signal(str, str)  # document, block
    search_wished = Signal(str)  # a query
    fold_wished = Signal(str)  # the id of a row
    nearest_wished = Signal()

    def __init__(self, session: Session, area: ColumnsArea) -> None:
        super().__init__(area)
        self._session = session
        self._area = area
        self._topic: Topic | None = None
        self._look = Look()
        self._expanded: set[Place] = set()
        self._explained: set[Place] = set()
        self._slots = {
            "compare.open": self.open,
            "compare.copy": self.copy,
            "compare.collect": self.collect,
            "compare.code": self.code,
            "compare.expand": self.expand,
            "compare.why": self.explain,
            "compare.search": self.search,
        }
        for name, slot in self._slots.items():
            session.actions.connect(name, slot)
        session.actions.connect("compare.next-row", lambda: area.go_to_row(1))
        session.actions.connect("compare.previous-row", lambda: area.go_to_row(-1))
        area.entry_activated.connect(self.open)
        area.expand_wished.connect(self.expand)
        area.spot_clicked.connect(self._click)
        area.menu_wished.connect(self._show_menu)
        area.head_clicked.connect(self.fold_wished)
        self.coding = PassageBar(
            session,
            area,
            keys=lambda: area.view(area.active()),
            chosen=self._passage,
            at=area.chosen_rect,
            copy=self.copy,
            collect=self.collect,
        )
        area.entry_chosen.connect(self.coding.look)
        area.resized.connect(self.coding.follow)
        area.common_scroll.bar.valueChanged.connect(self.coding.follow)
        plan = InPlan(session, self)
        plan.changed.connect(area.show_plan)
        area.show_plan(plan.passages)

    def reading(self, topic: Topic, look: Look) -> Reading:
        """How the cards of this topic are to be shown now."""
        if topic.id != (self._topic.id if self._topic else topic.id):
            self._expanded.clear()
            self._explained.clear()
        self._topic, self._look = topic, look
        return Reading(look.density, frozenset(self._expanded), frozenset(self._explained), look.folded)

    def open(self) -> None:
        """Open the passage in Read; search in a silent cell or go to what is to be checked; unfold; see near misses."""
        entry = self._area.entry()
        if entry is None:
            return
        if entry.kind in (EntryKind.FOLDED, EntryKind.HEADING):
            self._fold(entry)
        elif entry.kind in (EntryKind.MANIFESTO, EntryKind.FIGURES):
            self.passage_opened.emit(entry.document, "")
        elif entry.kind is EntryKind.NEAREST:
            self.nearest_wished.emit()
        elif entry.onward:
            if entry.onward in self._look.folded:
                self.fold_wished.emit(entry.onward)
            self._area.show_row(entry.onward)
        elif entry.passage is None:
            self.search()
        else:
            self.passage_opened.emit(entry.passage.match.document, entry.passage.match.block)

    def copy(self) -> None:
        """Copy the words of the card with their citation."""
        entry, document = self._area.entry(), self._area.document()
        if entry is not None and entry.kind in (EntryKind.FOLDED, EntryKind.HEADING) and entry.row:
            self._session.actions.action("compare.copy-row").trigger()
            return
        card = entry.card if entry is not None else None
        if card is None or document is None:
            self._session.say("Choose a passage first, with the arrow keys or a click.")
            return
        block = self._session.library.block(card.match.document, card.match.block)
        pieces = block.pieces if block is not None else ()
        number = 0 if card.match.page is not None else self._paragraph(card.match)
        where = place_of(card.match, card.quoted, pieces, number)
        copy_cited(self._session, self._area, [Quotation(document, where, card.quote)])

    def collect(self) -> None:
        """Add the passage to the plan."""
        entry = self._area.entry()
        if entry is None or entry.passage is None:
            self._session.say("Choose a passage first, with the arrow keys or a click.")
            return
        match = entry.passage.match
        collect(self._session, match.document, [(match.block, 0, len(match.text))])

    def code(self) -> None:
        """Open the bar on the passage."""
        self.coding.open()

    def _passage(self) -> Passage | None:
        entry = self._area.entry()
        passage = entry.passage if entry is not None else None
        return Passage(passage.match.document, passage.match.block) if passage is not None else None

    def _paragraph(self, match: Match) -> int:
        """The number of the passage under its heading, 0 where the library no longer has it."""
        blocks = self._session.library.blocks(match.document, first_pieces=True)
        at = next((at for at, block in enumerate(blocks) if block.id == match.block), None)
        return 0 if at is None else paragraph_number(blocks, at)

    def expand(self) -> None:
        """Show the whole passage, or as much as before; unfold a row."""
        entry = self._area.entry()
        if entry is not None and entry.kind in (EntryKind.FOLDED, EntryKind.HEADING):
            self._fold(entry)
            return
        card = entry.card if entry is not None else None
        if entry is not None and card is not None and (card.cut or entry.place in self._expanded):
            self._expanded ^= {entry.place}
            self._show_again(entry)
            self._announce(self._words() if entry.place in self._expanded else "Shortened again.")

    def explain(self) -> None:
        """Show or hide why the passage is in the view."""
        entry = self._area.entry()
        if entry is not None and entry.passage is not None and self._topic is not None:
            self._explained ^= {entry.place}
            self._show_again(entry)
            shown = entry.place in self._explained
            if shown:
                self._area.show_end()
            self._announce(explanation(entry.passage.match, self._topic) if shown else "No longer explained.")

    def search(self) -> None:
        """Search the manifesto of the chosen column for what the row is about."""
        entry, document = self._area.entry(), self._area.document()
        if document is None or self._topic is None:
            return
        subtopic = entry.subtopic if entry is not None and entry.row not in (MORE.id, UNCERTAIN.id) else ""
        self.search_wished.emit(question(self._topic.name, subtopic, document))

    def _fold(self, entry: Entry) -> None:
        if entry.row:
            self.fold_wished.emit(entry.row)

    def _show_again(self, entry: Entry) -> None:
        if self._topic is not None:
            self._area.replace(read_differently(entry, self._topic, self.reading(self._topic, self._look)))

    def _words(self) -> str:
        """What the chosen card shows of its passage now."""
        entry = self._area.entry()
        card = entry.card if entry is not None else None
        return " ".join(paragraph.text for paragraph in card.paragraphs) if card is not None else ""

    def _announce(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._area.view(self._area.active()), sentence))

    def _click(self, spot: Spot) -> None:
        actions = {
            Spot.PAGE: "compare.open",
            Spot.CUT: "compare.expand",
            Spot.COPY: "compare.copy",
            Spot.PLAN: "compare.collect",
            Spot.SIMILAR: "compare.closest",
            Spot.WHY: "compare.why",
        }
        self._session.actions.action(actions[spot]).trigger()

    def _show_menu(self, point: QPoint) -> None:
        entry = self._area.entry()
        if entry is None:
            return
        menu = QMenu(self._area)
        names = (
            [*self._slots, "compare.copy-row", *ON_CARDS]
            if entry.passage is not None
            else ["compare.search", "compare.nearest", "compare.copy-row", *ON_SILENCES]
        )
        for name in names:
            menu.addAction(self._session.actions.action(name))
        offer(menu, point)
