"""The list of quotations: gone through and opened as passages are; the manifesto's words are copied whole."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from index.quoting.places import cited
from index.quoting.report import Report, sources_of
from reader.wording import tr
from ui.passages.view import PassageList
from ui.search.quotes.lines import lines_of, number_of
from ui.session.session import Session
from ui.shared.copying import copy_cited


class FindingList(PassageList):
    """Shows what became of each quotation of a report."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, tr("Quotations"), parent)
        self._report: Report | None = None

    def show_report(self, report: Report) -> None:
        """Show its findings, the first in use."""
        self._report = report
        self.show_lines(lines_of(report))

    @property
    def number(self) -> int:
        """The number of the quotation in use, from 0; -1 for none."""
        return number_of(self.line) if self.line is not None else -1

    def choose(self, number: int) -> None:
        """Have the quotation with this number in use."""
        row = next((row for row, line in enumerate(self.lines.lines) if number_of(line) == number), None)
        if row is not None:
            self.setCurrentIndex(self.lines.index(row))

    def step(self, by: int) -> None:
        """Go to the next quotation, or the one before, over further manifestos of this one."""
        last = number_of(self.lines.lines[-1]) if self.lines.lines else -1
        self.choose(min(max(self.number + by, 0), last))

    def copy(self) -> None:
        """Copy the manifesto's words, all blocks of them, with their citation."""
        if self._report is None or self.line is None:
            return
        number, at = map(int, self.line.id.split())
        sources = sources_of(self._report.checked.findings[number])
        made = cited(self._session.library, sources[at]) if sources else None
        if made is not None:
            copy_cited(self._session, self, [made])
        else:
            self._session.say(tr("None of these manifestos has these words: there is nothing to cite."))
