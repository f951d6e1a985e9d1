"""The essay with its quotations: each is tinted, and its number and verdict stand behind it in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from index.quoting.checking import FOUND, Finding, Verdict
from index.quoting.report import Report
from reader.model import Block, Kind
from reader.wording import tr
from ui import theme
from ui.manifesto.text_paint import tinted
from ui.manifesto.typesetting import Typesetting
from ui.search.quotes.lines import short_verdict
from ui.theme import fonts
from ui.theme.tokens import MEASURE, THREE, TWO

_PARTED = re.compile(r"\n\s*\n")
_UNDERLINES = {
    Verdict.NEARLY: QTextCharFormat.UnderlineStyle.DotLine,
    Verdict.SHORTENED: QTextCharFormat.UnderlineStyle.DashUnderline,
    Verdict.ALTERED: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Verdict.ABSENT: QTextCharFormat.UnderlineStyle.SingleUnderline,
}


class EssayView(QTextEdit):
    """Shows a text that is read and never written to. The quotation in use is tinted more than others."""

    finding_chosen = Signal(int)  # its number, from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Your text"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._report: Report | None = None
        self._ranges: list[tuple[int, int]] = []  # of each quotation as shown, with its label, in Qt's units
        self._chosen = -1
        theme.changed.connect(self._fill)

    def show_report(self, report: Report) -> None:
        """Show this essay from its beginning."""
        self._report, self._chosen = report, -1
        self._fill()

    def choose(self, number: int) -> None:
        """Bring the quotation with this number into sight, and mark it as the one in use."""
        self._chosen = number if 0 <= number < len(self._ranges) else -1
        self._mark_chosen()
        if self._chosen >= 0:
            for place in reversed(self._ranges[number]):  # its end first, so that its beginning is in sight for sure
                cursor = self.textCursor()
                cursor.setPosition(place)
                self.setTextCursor(cursor)

    @property
    def chosen(self) -> int:
        """The number of the quotation in use, -1 for none."""
        return self._chosen

    def shown_of(self, number: int) -> str:
        """A quotation as it is shown, with its label."""
        return self._over(number).selectedText()

    def _over(self, number: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        start, end = self._ranges[number]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _fill(self) -> None:
        self.clear()
        self._ranges = []
        if self._report is None:
            return
        cursor = QTextCursor(self.document())
        paragraph, plain = Typesetting(theme.tokens()).formats(Block(Kind.PARAGRAPH, ""))
        plain.setForeground(QColor(theme.tokens().colours.ink))
        cursor.setBlockFormat(paragraph)
        findings = self._report.checked.findings
        starts, ends = dict[int, int](), dict[int, int]()
        for at, words in _stretches(self._report.essay.text, findings):
            for number in (number for number, one in enumerate(findings) if one.quotation.end == at):
                cursor.insertText(_label(number, findings[number]), _of_label(findings[number]))
                ends[number] = cursor.position()
            for number in (number for number, one in enumerate(findings) if one.quotation.start == at):
                starts[number] = cursor.position()
            inside = [one for one in findings if one.quotation.start <= at < one.quotation.end]
            _insert(cursor, words, _of_words(plain, inside[-1]) if inside else plain)
        self._ranges = [(starts[number], ends[number]) for number in range(len(findings))]
        self._mark_chosen()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _mark_chosen(self) -> None:
        self.setExtraSelections([tinted(self._over(self._chosen), current=True)] if self._chosen >= 0 else [])

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone: the theme's faces and colours are of no use elsewhere."""
        copied = QMimeData()
        copied.setText(self.textCursor().selection().toPlainText())
        return copied

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.textCursor().hasSelection():
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        inside = [number for number, (start, end) in enumerate(self._ranges) if start <= at < end]
        if inside:
            self.finding_chosen.emit(inside[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = max(TWO, (self.width() - round(MEASURE * theme.tokens().scale)) // 2)
        begins = THREE - round(self.document().documentMargin())  # where the words above begin
        self.setViewportMargins(begins, TWO, side, 0)
        super().resizeEvent(event)


def _stretches(text: str, findings: tuple[Finding, ...]) -> Iterator[tuple[int, str]]:
    """The text in pieces that end wherever a quotation begins or ends, each with the code points before it."""
    edges = {0, len(text)}
    for one in findings:
        edges |= {one.quotation.start, one.quotation.end}
    ordered = sorted(edges)
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        yield start, text[start:end]


def _insert(cursor: QTextCursor, words: str, characters: QTextCharFormat) -> None:
    """Add words; empty lines part paragraphs, whose gap the typesetting has, and a single line end is a line's."""
    for at, paragraph in enumerate(_PARTED.split(words)):
        if at:
            cursor.insertBlock()
        cursor.insertText(paragraph.replace("\n", "\u2028"), characters)


def _label(number: int, finding: Finding) -> str:
    """What stands behind a quotation, on one line."""
    return f" {number + 1} {short_verdict(finding)}".replace(" ", "\u00a0")


def _of_words(plain: QTextCharFormat, finding: Finding) -> QTextCharFormat:
    made = QTextCharFormat(plain)
    if finding.verdict in FOUND:
        made.setBackground(QColor(theme.tokens().colours.mark))
    if (line := _UNDERLINES.get(finding.verdict)) is not None:
        made.setUnderlineStyle(line)
        made.setUnderlineColor(QColor(theme.tokens().colours.secondary))
    return made


def _of_label(finding: Finding) -> QTextCharFormat:
    made = QTextCharFormat()
    tokens = theme.tokens()
    warns = finding.verdict in (Verdict.ALTERED, Verdict.ABSENT)
    made.setFont(fonts.interface(tokens.small, bold=warns))
    made.setForeground(QColor(tokens.colours.warning if warns else tokens.colours.secondary))
    return made
