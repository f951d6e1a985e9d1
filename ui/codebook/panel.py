"""The codebook: a tree of codes found by typing, what can be done with them, and what is written of the one in use."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.library import noted
from reader.library.codes import Code
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.codebook.acts import CodeActs
from ui.codebook.commands import commands
from ui.codebook.editor import CodeFields
from ui.codebook.empty import EmptyCodebook
from ui.codebook.kinds_table import KindsTable
from ui.codebook.lines import CodeLine, lines_of, passages
from ui.codebook.lower import LowerPart
from ui.codebook.panel_keys import own_key
from ui.codebook.starting import ask_for_file_of_codes, ask_for_topics
from ui.codebook.tree_page import TreePage
from ui.codebook.wishes import wishes
from ui.session.session import Session
from ui.session.shown_coders import shown_coder
from ui.shared.explained import explain
from ui.shared.keyed_list import PLAIN, Offers
from ui.shared.own_keys import OwnKeys
from ui.theme.parts import Line, Splitter, Surface
from ui.theme.tokens import COLUMN_WIDTH, STEP

_PAUSE_MS = 300  # without coding, after which passages are counted anew
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


class CodebookPanel(OwnKeys, Surface):
    """The codebook of the library, in whatever place it stands."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explain(self, "codebook")
        self.setAccessibleName(tr("Codebook"))
        self._session = session
        self._annotating = annotating(session)
        self._commands = commands(session)
        self._use = ""  # the code that is to be in use when the codes are shown next
        self._stale = self._waiting = True
        self.acts = CodeActs(session)
        self.page = TreePage(session.settings)
        self.tree, self.field = self.page.tree, self.page.field
        self.fields = CodeFields(session, self.acts)
        self.kinds = KindsTable(session)
        self.empty = EmptyCodebook(
            (
                (tr("New code"), tr("Name a code (N)"), self.begin),
                (tr("From topics…"), tr("A code for each topic and each of its rows"), self.begin_from_topics),
                (tr("From a search"), tr("Look for something, and code all that is found"), self._wish_search),
                (
                    tr("From a file…"),
                    tr("A codebook as CSV or .qdc, or the categories of the Manifesto Project as its CSV"),
                    self.begin_from_file,
                ),
            ),
        )
        self.below = LowerPart(self.fields)
        self._stack, self._body = QStackedWidget(), QStackedWidget()
        self._coming = QTimer(self, singleShot=True, interval=0)
        self._coming.timeout.connect(self.reload)
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._counting.timeout.connect(self.reload)
        self._lay_out()
        self._connect()

    # What the host asks of a panel

    @property
    def settled(self) -> bool:
        """Whether what is shown is what was last asked for."""
        return not self._coming.isActive() and not self._counting.isActive() and self.kinds.settled

    def show_subject(self, subject: object) -> None:  # noqa: ARG002  # the codebook is the same for every subject
        """Show the codes where they may have changed out of sight."""
        if self._stale:
            self.reload()

    def take_focus(self) -> None:
        """Give the keys to the tree; to the first step where there are no codes."""
        if self._body.currentWidget() is self.empty:
            self.empty.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if not self.tree.currentIndex().isValid():
                self.tree.use("")
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Show the codes as they are now; once a name that is being written has been kept."""
        self._stop()
        if self.tree.writing:
            self._waiting = True
            return
        self._stale = self._waiting = False
        shared, counts = self._annotating, self._session.library.read(noted.counts)
        shown = shown_coder(self._session)
        own = {code: by.get(shown, 0) if shown else sum(by.values()) for code, by in counts.items()}
        typed, use = self.field.text(), self._use
        self._use = ""
        lines = lines_of(shared.codebook, own, typed)
        there = bool(len(shared.codebook))
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self.tree.show_lines(lines, use, unfold=bool(typed.strip()))
        self.page.extent.setText(self._extent_of(lines, sum(own.values())))
        self._body.setCurrentIndex(0 if there else 1)
        if had_focus and not there:
            self.take_focus()

    def _extent_of(self, lines: tuple[CodeLine, ...], count: int) -> str:
        every = len(self._annotating.codebook)
        if not lines and every:
            return tr("None of the {count:,} codes fits what is typed. Esc shows them again.", count=every)
        if len(lines) < every:
            return tr("{shown:,} of {count:,} codes", shown=len(lines), count=every)
        return tr("Codes: {count:,}. {passages} coded.", count=every, passages=passages(count))

    # What people do

    def begin(self, *, under: bool = False) -> None:
        """Let a new code be named: beside the one in use, or `under` it."""
        self.field.clear()
        self.reload()
        line = self.tree.line
        self._body.setCurrentIndex(0)
        self.tree.begin("" if line is None else line.id if under else line.parent)

    def merge(self) -> None:
        """Let the chosen codes become one: the one in use."""
        chosen, line = self.tree.chosen, self.tree.line
        if len(chosen) < 2 or line is None:
            self._session.say(tr("Choose several codes first, with Shift or Ctrl: they become the one chosen last."))
        else:
            self.acts.merge([one.id for one in chosen], line.id)

    def delete(self) -> None:
        """Delete the chosen codes with their passages."""
        chosen = self.tree.chosen
        if chosen:
            self._use = self._after([one.id for one in chosen])
            self.acts.delete([one.id for one in chosen])

    def move_code(self, by: int) -> None:
        """Move the code in use up or down among those beside it."""
        line = self.tree.line
        if line is None:
            return
        beside = [one.id for one in self.acts.book.children(line.parent)]
        at = beside.index(line.id) + by
        if 0 <= at < len(beside):
            self.acts.move([line.id], line.parent, at + (by > 0))

    def nest(self) -> None:
        """Let the code in use stand under the one above it."""
        line = self.tree.line
        beside = [one.id for one in self.acts.book.children(line.parent)] if line is not None else []
        if line is None or beside.index(line.id) == 0:
            self._session.say(tr("There is no code above it that it could stand under."))
        else:
            self.acts.move([line.id], beside[beside.index(line.id) - 1], None)

    def unnest(self) -> None:
        """Let the code in use stand after the one that it stands under."""
        line = self.tree.line
        if line is None or not line.parent:
            return
        book = self.acts.book
        above = book.parent(line.parent)
        place = [one.id for one in book.children(above)].index(line.parent)
        self.acts.move([line.id], above, place + 1)

    def find_passages(self) -> None:
        """Look for the passages of the code in use."""
        code = self._code()
        if code is not None:
            wishes(self._session).passages_wished.emit(self._query(code))

    def begin_topic(self) -> None:
        """Begin a topic that looks for what the code in use is about."""
        from index.annotations.topics_and_codes import topic_of
        from reader.library.code_looks import unused_colour

        code = self._code()
        if code is None:
            return
        draft = topic_of(code, self.acts.book, unused_colour(topic.colour for topic in self._session.topics))
        codes, found = {code.id, *self.acts.book.below(code.id)}, self._session.library.noted()
        blocks = {(one.document, span.block): None for one in found if one.target in codes for span in one.spans}
        wishes(self._session).topic_wished.emit(draft, tuple(blocks))

    def show_kinds(self) -> None:
        """Show whose passages of the code in use are pledges, record, criticism, context."""
        code = self._code()
        if code is not None:
            self.kinds.show_code(code)
            self._stack.setCurrentWidget(self.kinds)
            self.kinds.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_tree(self) -> None:
        """Go back to the codes."""
        self._stack.setCurrentIndex(0)
        self.take_focus()

    def begin_from_topics(self) -> None:
        """Let topics be chosen of which codes are made."""
        ask_for_topics(self._session, self.acts, self)

    def begin_from_file(self) -> None:
        """Let a file be chosen of which codes are made."""
        ask_for_file_of_codes(self._session, self)

    # Following

    def _go_to_tree(self) -> None:
        self.reload()
        self.take_focus()

    def _code(self) -> Code | None:
        line = self.tree.line
        if line is None:
            self._session.say(tr("Choose a code first."))
        return self.acts.book.get(line.id) if line is not None else None

    def _query(self, code: Code, party: str = "") -> str:
        path = self.acts.book.written_path(code.id).replace('"', " ")
        return f'code:"{path}"' + (f' party:"{party}"' if party else "")

    def _find_of_party(self, party: str) -> None:
        code = self._code()
        if code is not None:
            wishes(self._session).passages_wished.emit(self._query(code, party))

    def _wish_search(self) -> None:
        wishes(self._session).search_wished.emit()

    def _after(self, gone: list[str]) -> str:
        """The code to be in use when these are gone: the next that stays, else the last before."""
        every = [line.id for line in self.tree.codes.lines]
        going = {one for code in gone for one in (code, *self.acts.book.below(code))}
        first = every.index(gone[0])
        staying = [code for code in (*every[first:], *reversed(every[:first])) if code not in going]
        return staying[0] if staying else ""

    def _create(self, parent: str, name: str) -> None:
        self._use = self.acts.create(name, parent)

    def _move(self, codes: tuple[str, ...], parent: str, row: int) -> None:
        self.acts.move(codes, parent, row if row >= 0 else None)

    def _hear(self) -> None:
        """Something has changed, of which several signals may tell: show it once, or when it is seen again."""
        self._stale = True
        if self.isVisible():
            self._coming.start()

    def _hear_of_marks(self, document: str) -> None:
        """Passages are counted anew when nobody has coded for a moment: nobody reads figures while they press keys."""
        self._hear() if not document else self._count_soon()

    def _count_soon(self) -> None:
        self._stale = True
        if self.isVisible() and not self._coming.isActive():
            self._counting.start()

    def _follow_naming(self) -> None:
        if self._waiting or self._stale:
            self._coming.start()
        self._body.setCurrentIndex(0 if len(self.acts.book) else 1)
        if not len(self.acts.book):
            self.take_focus()

    def _follow_choice(self) -> None:
        """Say what would be done with what is chosen, and show what is written of the code in use."""
        chosen, line = self.tree.chosen, self.tree.line
        several = len(chosen) > 1
        merging = self.acts.merging(chosen, line) if several and line is not None else ""
        self.page.offer(merging, self.acts.deleting(chosen) if chosen else "")
        code = self.acts.book.get(line.id) if line is not None and len(chosen) == 1 else None
        self.below.show_code(code, len(chosen))

    def _offers(self) -> Offers:
        """What can be done with what is chosen, and how many passages that touches."""
        chosen, line = self.tree.chosen, self.tree.line
        found: Offers = [(tr("New code"), self.begin)]
        if line is not None:
            found += [
                (tr("New code under it"), partial(self.begin, under=True)),
                (self.acts.renaming(line), self.tree.rename),
                (tr("Move up"), partial(self.move_code, -1)),
                (tr("Move down"), partial(self.move_code, 1)),
                (tr("Nest under the one above"), self.nest),
                (tr("Take out of the one above"), self.unnest),
                (tr("Find its passages"), self.find_passages),
                (tr("Kinds by party"), self.show_kinds),
                (tr("Topic from the code"), self.begin_topic),
            ]
        if len(chosen) > 1 and line is not None:
            found.append((self.acts.merging(chosen, line), self.merge))
        if chosen:
            found.append((self.acts.deleting(chosen), self.delete))
        found.append((tr("Codes from topics…"), self.begin_from_topics))
        found.append((tr("Codes from a search"), self._wish_search))
        found.append((tr("Codes from a file…"), self.begin_from_file))
        return found

    # Making

    def _lay_out(self) -> None:
        split = Splitter(Qt.Orientation.Vertical)
        split.addWidget(self.page)
        split.addWidget(self.below)
        split.setSizes([3 * COLUMN_WIDTH, 2 * COLUMN_WIDTH])
        split.setStretchFactor(0, 3)  # both give way in a low window
        split.setStretchFactor(1, 2)
        self._body.addWidget(split)
        self._body.addWidget(self.empty)
        self._stack.addWidget(self._body)
        self._stack.addWidget(self.kinds)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(Line())
        around.addSpacing(STEP)
        around.addWidget(self._stack, 1)

    def _connect(self) -> None:
        tree = self.tree
        tree.offers = self._offers
        tree.keys = {
            (Qt.Key.Key_N, PLAIN): ("", self.begin),
            (Qt.Key.Key_N, _SHIFT): ("", partial(self.begin, under=True)),
            (Qt.Key.Key_F2, PLAIN): ("", tree.rename),
            (Qt.Key.Key_M, PLAIN): ("", self.merge),
            (Qt.Key.Key_Delete, PLAIN): ("", self.delete),
            (Qt.Key.Key_Up, _ALT): ("", partial(self.move_code, -1)),
            (Qt.Key.Key_Down, _ALT): ("", partial(self.move_code, 1)),
            (Qt.Key.Key_Return, PLAIN): ("", self.find_passages),
            (Qt.Key.Key_T, PLAIN): ("", self.begin_topic),
            (Qt.Key.Key_P, PLAIN): ("", self.show_kinds),
            **{(Qt.Key.Key_Greater, key): ("", self.nest) for key in (PLAIN, _SHIFT)},
            **{(Qt.Key.Key_Less, key): ("", self.unnest) for key in (PLAIN, _SHIFT)},
        }
        tree.codes.renamed.connect(self.acts.rename)
        tree.codes.begun.connect(self._create)
        tree.codes.moved.connect(self._move)
        tree.chosen_changed.connect(self._follow_choice)
        tree.naming_ended.connect(self._follow_naming)
        self.page.typed.connect(self._coming.start)
        self.page.taken.connect(self._go_to_tree)
        self.page.new_wished.connect(self.begin)
        self.page.merge_wished.connect(self.merge)
        self.page.delete_wished.connect(self.delete)
        self.kinds.left.connect(self.show_tree)
        self.kinds.passages_wished.connect(self._find_of_party)
        self._annotating.codebook_changed.connect(self._hear)
        self._annotating.coders_changed.connect(self._hear)
        self._annotating.changed.connect(self._hear_of_marks)
        self._session.closing.connect(self._stop)

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does anywhere in the panel, so that the place beside never has it."""
        letters, codes = self._session.settings.now.single_keys, self._stack.currentWidget() is self._body
        return own_key(self.tree.keys, event, letters=letters, codes=codes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._commands.enter(self)
        if self._stale:
            self._coming.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._commands.leave(self)
        self._stop()

    def _stop(self) -> None:
        self._coming.stop()
        self._counting.stop()
