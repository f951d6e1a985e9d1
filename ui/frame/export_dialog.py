"""How what is shown leaves: as which file or on which paper, beside the pages as they will be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from index.exports.annotated_pdf import copy_name
from index.exports.lessons.as_formats import format_called, formats_of, on_pages
from index.exports.registry import Exportable, Format, Paper
from index.exports.worksheets import LANGUAGES
from reader.wording import tr
from ui.annotating.annotating import annotating
from ui.annotating.name_question import NameQuestion
from ui.frame.export_ways import Opened
from ui.frame.page_preview import PagePreview
from ui.frame.pages import printer_called, printers
from ui.frame.printing import print_shown
from ui.session.session import Session
from ui.shared.annotated_copies import Copies, write_copies
from ui.shared.choice_box import ChoiceBox
from ui.shared.exporting import Choices, ForClass, export, file_name, thing_of
from ui.shared.file_asking import ask_for_folder
from ui.shared.lesson_offer import Way
from ui.shared.named import name_box
from ui.shared.offer import Offer
from ui.shared.overlay import Overlay
from ui.shared.saving import ask_and_save
from ui.theme.text import Role, Text
from ui.theme.tokens import COLUMN_WIDTH, HALF, STEP, TWO

_WIDTH = 944
_FORM = COLUMN_WIDTH + TWO
_MOST_EXTRACTS = 6
# Stands among the formats for copies of the PDFs themselves, which no writer makes.
COPIES = "copies"
WORKSHEET = "worksheet"
_PAPERS = {"A4": Paper.A4, "Letter": Paper.LETTER}


class ExportDialog(QWidget):
    """Choices on the left, the pages on the right; Save asks for a file, Print prints at once. Esc leaves."""

    def __init__(self, window: QWidget, session: Session, offer: Offer, opened: Opened) -> None:
        super().__init__()
        self._session, self._offer, self._over = session, offer, window
        self._printing = False
        self.what = _choice(tr("What to export"), {offer.what: None})
        if offer.shown is not None:
            self.what.addItem(tr("A worksheet for a class"), WORKSHEET)
        for words, way in _ways().items() if offer.lesson is not None else ():
            self.what.addItem(words, way)
        self.format = _choice(tr("Format"), {})
        self.paper = _choice(tr("Paper"), _PAPERS)
        self.turn = _choice(tr("Orientation"), _turns())
        self.large = QCheckBox(tr("Large print"))
        self.for_excel = QCheckBox(tr("For Excel (with a byte order mark)"))
        self.name = NameQuestion(annotating(session))
        self.name.setContentsMargins(0, STEP, 0, STEP)
        self.extracts = _choice(
            tr("Extracts in each cell"), {str(number): number for number in range(1, _MOST_EXTRACTS + 1)}
        )
        self.extracts.setCurrentIndex(ForClass().extracts - 1)
        self.supported = QCheckBox(tr("Glossary and sentence starters"))
        self.language = _choice(tr("Language"), {name: code for code, name in LANGUAGES.items()})
        self.seed = QSpinBox()
        self.seed.setRange(1, 9_999)
        self.seed.setAccessibleName(tr("Number that draws the letters"))
        self.beside = Text(_beside(), Role.SMALL).wrapped()
        self.printer = _choice(tr("Printer"), {})
        self._printers_known = False
        self.no_printer = Text(_no_printer(), Role.SMALL).wrapped()
        self.save_button, self.print_button = QPushButton(tr("Save…")), QPushButton(tr("Print"))
        self.close_button = QPushButton(tr("Close"))
        self.preview = PagePreview(session)
        self._sheet_rows: list[QWidget] = []
        self._compose(_titled(opened))
        self._connect()
        self._overlay = Overlay(window, self, _titled(opened), _WIDTH)
        self._begin(opened)
        self._overlay.closed.connect(self._leave)
        session.closing.connect(self.preview.close_pages)
        self._overlay.open()

    @property
    def choices(self) -> Choices:
        """What is chosen now."""
        made = ForClass(self.language.currentData(), self.supported.isChecked(), self.extracts.currentData())
        return Choices(
            self.format.currentData() or "",
            self.paper.currentData(),
            self.turn.currentData(),
            self.large.isChecked(),
            self.for_excel.isChecked(),
            made if self.what.currentData() == WORKSHEET else None,
            self._way,
            self.seed.value(),
        )

    @property
    def _way(self) -> Way | None:
        """As what the lesson leaves, None where it is something else that leaves."""
        chosen = self.what.currentData()
        return Way(chosen) if chosen in set(Way) else None

    @property
    def _thing(self) -> Exportable:
        return thing_of(self._offer, self.choices)

    @property
    def _copies(self) -> Copies | None:
        """The copies of PDFs that are to be written, where these were chosen."""
        return self._offer.copies if self.format.currentData() == COPIES else None

    def save(self, path: Path) -> None:
        """Write the file as chosen, or copies of several PDFs into this folder, and leave."""
        if self._copies is not None:
            write_copies(self._session, self._copies, path)
        else:
            export(self._session, self._offer, self.choices, path)
        self._overlay.dismiss()

    def print_pages(self, printer: QPrinter) -> None:
        """Print the pages that are shown, and leave."""
        if self.preview.path is None:
            return
        self._printing = True
        print_shown(self._session, self.preview, self.preview.path, printer)
        self._overlay.dismiss()

    # How it is put together

    def _compose(self, title: str) -> None:
        form = QVBoxLayout()
        form.setSpacing(HALF)
        form.addWidget(Text(title, Role.TITLE))
        form.addSpacing(STEP)
        for name, box in (
            (tr("What"), self.what),
            (tr("Format"), self.format),
            (tr("Paper"), self.paper),
            (tr("Orientation"), self.turn),
        ):
            form.addWidget(_labelled(name, box))
        form.addWidget(self.large)
        form.addWidget(self.for_excel)
        for row in (
            _labelled(tr("Extracts in each cell"), self.extracts),
            _labelled(tr("Language"), self.language),
            self.supported,
        ):
            self._sheet_rows.append(row)
            form.addWidget(row)
        self._seed_row = _labelled(tr("Number that draws the letters"), self.seed)
        form.addWidget(self._seed_row)
        form.addWidget(self.beside)
        form.addStretch()
        form.addWidget(self.name)
        self._printer_row = _labelled(tr("Printer"), self.printer)
        form.addWidget(self._printer_row)
        form.addWidget(self.no_printer)
        form.addSpacing(STEP)
        form.addLayout(self._buttons())
        left = QWidget()
        left.setFixedWidth(_FORM)
        left.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(TWO, STEP, TWO, STEP)
        whole.setSpacing(TWO)
        whole.addWidget(left)
        whole.addWidget(self.preview, 1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        row.addStretch()
        row.addWidget(self.close_button)
        return row

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._renew)
        for box in (self.paper, self.turn, self.extracts, self.language):
            box.currentIndexChanged.connect(self._show_pages)
        self.seed.valueChanged.connect(self._show_pages)
        for check in (self.large, self.supported):
            check.toggled.connect(self._show_pages)
        self.format.currentIndexChanged.connect(self._on_format)
        self.name.left.connect(lambda: self._overlay.dismiss())
        self.name.resized.connect(lambda: self._overlay.fit())
        self.save_button.clicked.connect(self._ask)
        self.close_button.clicked.connect(lambda: self._overlay.dismiss())
        self.print_button.clicked.connect(self._print)

    def _begin(self, opened: Opened) -> None:
        unsure = self._offer.anew is not None and not annotating(self._session).coder.confirmed
        self.name.setVisible(unsure)
        if unsure:
            self.name.offer(self._take_name)
        if opened is Opened.WORKSHEET:
            self.what.setCurrentIndex(self.what.count() - 1)
        self._renew()
        if opened is not Opened.EXPORT and (pages := on_pages(self._thing)) is not None:
            self.format.setCurrentIndex(self.format.findData(pages.id))
        self.setFocusProxy(self.format if opened is Opened.EXPORT else self.save_button)
        # Printers in a network may take seconds to answer.
        self._asked = self._session.run(printers, partial(self._offer_printers, opened))

    def _offer_printers(self, opened: Opened, names: list[str]) -> None:
        """These are set up here; whoever came to print and has touched nothing goes on to Print."""
        self._printers_known = True
        for name in names:
            self.printer.addItem(name, name)
        self._show_printing()
        if opened is not Opened.EXPORT and not self.print_button.isHidden() and self.save_button.hasFocus():
            self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_printing(self) -> None:
        """Offer printers for pages, or say that there are none; copies of PDFs are printed by other programs."""
        there = bool(self.printer.count()) and self._has_pages
        self._printer_row.setVisible(there)
        self.print_button.setVisible(there)
        self.no_printer.setVisible(self._printers_known and self._has_pages and not self.printer.count())

    @property
    def _has_pages(self) -> bool:
        """Whether what is chosen is set on pages, which can be seen and printed."""
        return self._copies is None and on_pages(self._thing) is not None

    def _renew(self) -> None:
        """Another thing: it has formats of its own."""
        before, formats = self.format.currentData(), formats_of(self._thing)
        with QSignalBlocker(self.format):
            self.format.clear()
            for each in formats:
                self.format.addItem(_named(each), each.id)
            if self._offer.copies is not None:
                self.format.addItem(tr("PDF with highlights (.pdf)"), COPIES)
            self.format.setCurrentIndex(max(0, self.format.findData(before)))
        for row in self._sheet_rows:
            row.setVisible(self.what.currentData() == WORKSHEET)
        for part in (self._seed_row, self.beside):
            part.setVisible(self._way is Way.HIDDEN)
        self._show_for_excel()
        self._show_pages()
        self._overlay.fit()

    def _on_format(self) -> None:
        self._show_for_excel()
        if self.paper.isEnabled() is not self._has_pages:
            self._show_pages()

    def _show_for_excel(self) -> None:
        self.for_excel.setVisible(self.format.currentData() == "csv")

    def _take_name(self) -> None:
        """The coder at work has kept a name: what leaves is made again under it."""
        focused = self.name.isAncestorOf(self.focusWidget() or self)
        self.name.hide()
        if self._offer.anew is not None:
            self._offer = replace(self._offer, thing=self._offer.anew())
        self._show_pages()
        self._overlay.fit()
        if focused:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _has_name(self) -> bool:
        """Whether all has a name that a person chose: what stands in the field is kept, if it can be one."""
        return self.name.isHidden() or self.name.answer()

    def _show_pages(self) -> None:
        for part in (self.paper, self.turn, self.large, self.print_button):
            part.setEnabled(self._has_pages)
        self._show_printing()
        if self._has_pages:
            self.preview.show_thing(self._thing, self.choices.layout)
        elif self._copies is not None:
            self.preview.show_none(_of_copies(self._copies))
        else:
            self.preview.show_none(tr("This has no pages: it is a table of values."))

    def _printer(self) -> QPrinter:
        return printer_called(self.printer.currentData(), self.paper.currentData())

    def _print(self) -> None:
        # Pages under another name have to be made first, and are seen before they are printed.
        asked = not self.name.isHidden()
        if self._has_name and not asked:
            self.print_pages(self._printer())

    def _ask(self) -> None:
        if not self._has_name:
            return
        if self._copies is not None:
            self._ask_for_copies(self._copies)
            return
        chosen = format_called(self.format.currentData())
        kinds = f"{chosen.name} ({' '.join('*' + suffix for suffix in chosen.suffixes)})"
        ask_and_save(self._session, self._over, tr("Export"), file_name(self._offer, self.choices), kinds, self.save)

    def _ask_for_copies(self, copies: Copies) -> None:
        if copies.several:
            if (folder := ask_for_folder(self._session.settings, self._over, tr("A folder for the PDFs"))) is not None:
                self.save(folder)
            return
        kinds = f"{format_called('pdf').name} (*.pdf)"
        ask_and_save(self._session, self._over, tr("Export"), copy_name(copies.documents[0]), kinds, self.save)

    def _leave(self) -> None:
        self._asked.forget()
        if not self._printing:
            self.preview.close_pages()
        self._overlay.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.preview.keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            printing = self.print_button.isVisible() and self.print_button.hasFocus()
            (self.print_button if printing else self.save_button).click()
        else:
            super().keyPressEvent(event)


def _turns() -> dict[str, bool | None]:
    """How pages can be turned: what `Choices.landscape` is."""
    return {tr("Automatic"): None, tr("Portrait"): False, tr("Landscape"): True}


def _ways() -> dict[str, Way]:
    """As what a lesson can leave."""
    return {
        tr("Lesson"): Way.LESSON,
        tr("Lesson, names hidden"): Way.HIDDEN,
        tr("What the lesson shows"): Way.SHEET,
    }


def _of_copies(copies: Copies) -> str:
    """What is said in the place of pages."""
    said = tr("The pages of the manifesto as they are, with codes and notes on them as highlights.")
    many = len(copies.documents)
    return f"{said}\n\n{tr('{count} PDFs are written into a folder.', count=many)}" if copies.several else said


def _titled(opened: Opened) -> str:
    titles = {Opened.EXPORT: tr("Export"), Opened.PRINT: tr("Print"), Opened.WORKSHEET: tr("Worksheet")}
    return titles[opened]


def _beside() -> str:
    return tr("No name is left in the file. A page of answers is written beside it.")


def _no_printer() -> str:
    return tr("No printer is set up on this computer. Save a PDF and print it elsewhere.")


def _choice(name: str, values: Mapping[str, object]) -> ChoiceBox:
    box = ChoiceBox()
    name_box(box, name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for words, value in values.items():
        box.addItem(words, value)
    return box


def _labelled(name: str, box: QWidget) -> QWidget:
    label = Text(name, Role.SMALL)
    label.setBuddy(box)
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, HALF)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(box)
    return row


def _named(one: Format) -> str:
    return f"{one.name} ({one.suffixes[0]})"
