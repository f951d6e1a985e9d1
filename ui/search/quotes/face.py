"""Quotes: an essay is pasted or dropped, and each of its quotations is found in the manifestos, or is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from index.quoting.report import Report
from index.quoting.words import summary, warnings
from reader.errors import UserError
from reader.wording import tr, tr_count
from ui import theme
from ui.search.face import Around, Asked
from ui.search.quotes.checking import Checking
from ui.search.quotes.essay_view import EssayView
from ui.search.quotes.finding_list import FindingList
from ui.search.quotes.lines import legend, number_of
from ui.search.scope import Scope
from ui.session.session import Session
from ui.session.signals import LibraryChange
from ui.shared.explained import explain
from ui.shared.file_asking import ask_for_file
from ui.shared.offer import Offer
from ui.shared.placeholder import Placeholder, Step
from ui.theme.parts import Line, Splitter, Surface
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, STEP, THREE
from ui.theme.words import caption
from ui.version import PROGRAM

_ROOMY = 820  # pixels at 100 %


class QuotesFace(Surface):
    """The text on the left, its quotations on the right; before anything is pasted, what to do."""

    def __init__(self, session: Session, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Quotes"))
        self.setAcceptDrops(True)
        explain(self, "quotes")
        self._session = session
        self._around = around
        self._checking = Checking(session, self)
        self.scope = Scope()
        self._summary = Text("", Role.STRONG).wrapped()
        self._note = Text("", Role.WARNING).wrapped()
        self._legend = Text("", Role.SMALL).wrapped()
        self._paste = QPushButton(caption(tr("Paste another")))
        self._file = QPushButton(caption(tr("Choose a file…")))
        self.essay = EssayView()
        self.list = FindingList(session)
        self.guidance = Placeholder()
        self._shown: Report | None = None
        self._outdated = False  # manifestos are different since the check
        self._wants_keys = False  # whoever gave the text waits for what is found
        self._checked = QWidget()
        self._head = QWidget()
        self._beside = Splitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show()

    # What the place asks for

    @property
    def settled(self) -> bool:
        return self._checking.settled

    @property
    def said(self) -> str:
        return self._summary.text() if self._checking.report is not None else self.guidance.sentences

    @property
    def passage(self) -> tuple[str, str] | None:
        target = self.list.line.target if self.list.line is not None else None
        return (target.document, target.block) if target is not None and self._checking.report is not None else None

    @property
    def answers(self) -> Mapping[str, Callable[[], object]]:
        return {
            "search.paste-essay": self.paste,
            "search.open-essay": self.ask_for_file,
            "search.open": self.list.open,
            "search.next": partial(self.list.step, 1),
            "search.previous": partial(self.list.step, -1),
            "search.code": self.list.code,
            "search.collect": self.list.collect,
        }

    def ask(self, asked: Asked) -> None:
        """It answers to what is pasted, not to the box."""

    def arrived(self) -> None:
        self.scope.offer(self._session.library)
        if self._outdated:
            self._check_again()
        self._show()

    def take_focus(self) -> None:
        there = self._checking.report is not None and self.list.lines.lines
        (self.list if there else self.guidance).setFocus(Qt.FocusReason.OtherFocusReason)

    def state(self) -> dict[str, Any]:
        """Which manifestos it is checked against; never what was pasted."""
        return {"scope": self.scope.kept}

    def restore(self, state: Mapping[str, Any]) -> None:
        self.scope.want(state.get("scope"))
        self.scope.offer(self._session.library)

    def offer(self) -> Offer | str:
        """The quotations with their verdicts; or why there is nothing to export."""
        report = self._checking.report
        if report is None or not report.checked.findings:
            return tr("Paste an essay with quotations first: what becomes of them can then be exported.")
        from index.exports.quoting import Check, exportable  # loads what no start needs
        from reader.library.clock import now
        from ui.shared.citation_style import opened_style

        style, moment = self._session.settings.now.citation_style, now()
        return Offer(
            tr("The checked quotations"),
            exportable(report, lambda: Check(report, moment, PROGRAM, opened_style(style))),
        )

    # Giving it a text

    def paste(self) -> None:
        """Check the text that is on the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    def ask_for_file(self) -> None:
        """Ask for a file with an essay, and check it."""
        chosen = ask_for_file(self._session.settings, self, tr("Check the quotations in"))
        if chosen is not None:
            self.check_file(chosen)

    def check_file(self, path: Path) -> None:
        """Check the essay in a file of any kind that can be read."""
        from index.quoting.opening import essay_in

        self._begin(lambda: essay_in(path))

    def check_text(self, text: str, markup: str = "") -> None:
        """Check this text, which may come with its markup."""
        from index.quoting.opening import essay_pasted

        self._begin(lambda: essay_pasted(text, markup))

    def _take(self, given: QMimeData | None) -> None:
        """Check what is pasted or dropped; None is a clipboard on which there never was anything."""
        files = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()] if given is not None else []
        if files:
            self.check_file(files[0])
        elif given is not None and (given.hasText() or given.hasHtml()):
            self.check_text(given.text(), given.html() if given.hasHtml() else "")
        else:
            self._session.say(tr("There is no text on the clipboard: copy an essay where you see it, then paste."))

    def _begin(self, read: Callable[[], Any]) -> None:
        self._wants_keys, self._outdated = True, False
        self._checking.begin(read, self.scope.documents)
        self._show()

    # Showing

    def _on_found(self) -> None:
        self._show()
        if self._wants_keys:
            self.take_focus()
        self._wants_keys = False
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said))

    def _on_refused(self, error: UserError) -> None:
        self._session.say_problem(error)
        self._show()

    def _show(self) -> None:
        """Bring forward what was found, or what to do."""
        report = self._checking.report
        there = report is not None
        if report is not None and report is not self._shown:
            again = self._shown is not None and self._shown.essay is report.essay
            last = self.essay.chosen if again else 0
            self._shown = report
            self._summary.setText(f"{summary(report.checked)}.")
            self._note.setText(" ".join(warnings(report)))
            self._note.setVisible(bool(self._note.text()))
            kept = tr("Your text is not kept; Export writes what was found.")
            self._legend.setText(" ".join(filter(None, (legend(report), kept))))
            self.essay.show_report(report)
            self.list.show_report(report)
            self._use(min(max(0, last), len(report.checked.findings) - 1))
        elif not there:
            self._guide()
        self._stack.setCurrentWidget(self._checked if there else self.guidance)

    def _use(self, number: int) -> None:
        """Have this quotation in use in list and text; the list says nothing of one that is in use there already."""
        self.list.choose(number)
        self.essay.choose(number)

    def _guide(self) -> None:
        count = len(self._session.library.documents())
        actions = self._session.actions
        if not count:
            add = Step.of(actions.action("add-files"))
            wanted = tr("Quotations are looked for in manifestos that you add.")
            self.guidance.say(tr("Nothing to check against yet"), wanted, add)
            return
        against = tr_count("the one manifesto here", "all {count:,} manifestos here", count)
        if not self._checking.settled:
            self.guidance.say(tr("Checking…"), tr("Each quotation is looked for in every manifesto."))
            return
        self.guidance.say(
            tr("Check the quotations of an essay"),
            tr(
                "Paste an essay, an article or a web page, or drop a file here. Each quotation in it is looked for in"
                " {against}: exact, shortened, altered, or in none of them. Your text is not kept.",
                against=against,
            ),
            Step.of(actions.action("search.open-essay")),
            Step.of(actions.action("search.paste-essay")),
        )

    def _check_again(self) -> None:
        self._outdated = False
        self._checking.again(self.scope.documents)

    def _on_library_changed(self, change: LibraryChange) -> None:
        if change.only_said:
            return
        self.scope.offer(self._session.library)
        self._look_again()
        self._show()

    def _look_again(self) -> None:
        """Manifestos are different: check anew at once, or when it comes into sight."""
        if self.isVisible():
            self._check_again()
        else:
            self._outdated = True

    # Making

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(STEP)
        row.addWidget(self._summary, 1)
        for widget in (self.scope, self._file, self._paste):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(THREE, STEP, THREE, STEP)
        head.setSpacing(HALF)
        head.addLayout(row)
        head.addWidget(self._note)
        head.addWidget(self._legend)
        self._beside.addWidget(self.essay)
        self._beside.addWidget(self.list)
        self._beside.setSizes([2 * COLUMN_WIDTH, 2 * COLUMN_WIDTH])
        for at in range(2):
            self._beside.setStretchFactor(at, 1)
            self._beside.setCollapsible(at, False)
        column = QVBoxLayout(self._checked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(Line())
        column.addWidget(self._beside, 1)
        self._stack.addWidget(self._checked)
        self._stack.addWidget(self.guidance)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _give_way(self) -> None:
        """Where there is little room what was found has it: keys and menus have what the buttons do."""
        roomy = self.width() >= _ROOMY * max(1.0, theme.tokens().scale)
        self._file.setVisible(roomy)
        self._paste.setVisible(roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _connect(self) -> None:
        theme.changed.connect(self._give_way)
        self._checking.found.connect(self._on_found)
        self._checking.refused.connect(self._on_refused)
        self._checking.stopped.connect(self._show)
        self._paste.clicked.connect(self.paste)
        self._file.clicked.connect(self.ask_for_file)
        self.scope.chosen.connect(self._check_again)
        self.scope.picked.connect(self.take_focus)
        self.essay.finding_chosen.connect(self.list.choose)
        self.list.line_chosen.connect(lambda line: self.essay.choose(number_of(line)))
        self.list.passage_activated.connect(self._around.passage_activated)
        self._session.library_changed.connect(self._on_library_changed)
        self._session.import_ended.connect(self._look_again)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._take(event.mimeData())
