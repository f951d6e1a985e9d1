"""A publication as a Word document: headings, tables with heads, footnotes, each quotation in its language."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from functools import partial

import docx as python_docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun

from index.exports.docx import styles
from index.exports.docx.elements import element
from index.exports.docx.notes import Footnotes
from index.exports.publication import (
    Answer,
    Block,
    ColumnHead,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Publication,
    Quotation,
    Role,
    Run,
    Table,
    bands,
    is_wide,
    plain,
    text,
)
from index.exports.registry import Layout, Paper
from index.exports.xml_text import clean
from reader.wording import tr

_PAPERS = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}  # millimetres
_MARGIN = 18.0
_MOST_COLUMNS, _MOST_LARGE = 6, 3
# Points of type in tables of few, some and many columns.
_TABLES = ((2, 10.0), (4, 9.0), (99, 8.0))
_STYLES = {
    Role.BODY: "Normal",
    Role.ABOUT: styles.ABOUT,
    Role.WARNING: styles.ABOUT,
    Role.NOTICE: styles.NOTICE,
    Role.SILENCE: styles.ABOUT,
    Role.CONFIRMED_SILENCE: styles.ABOUT,
    Role.OWN: styles.OWN,
    Role.TASK: styles.TASK,
}
_Holder = Document | _Cell


def docx(publication: Publication, layout: Layout) -> bytes:
    """The file."""
    return _Word(publication, layout).written()


class _Word:
    """One document while it is written."""

    def __init__(self, publication: Publication, layout: Layout) -> None:
        self._publication = publication
        self._layout = layout
        self._document = python_docx.Document()
        self._notes = Footnotes(self._document)
        self._pictures = 0
        styles.set_styles(self._document, large=layout.large)
        self._set_page()

    def written(self) -> bytes:
        made = self._publication
        properties = self._document.core_properties
        properties.title, properties.language, properties.author = clean(made.title), made.language, ""
        properties.comments = ""
        self._document.add_paragraph(clean(made.title), style="Title")
        if made.subtitle:
            self._document.add_paragraph(clean(made.subtitle), style=styles.ABOUT)
        for block in made.blocks:
            self._block(block)
        if made.bibliography:
            self._document.add_heading(clean(tr("References")), 1)
        for entry in made.bibliography:
            self._write(self._document.add_paragraph(style=styles.REFERENCE), entry)
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _set_page(self) -> None:
        made, layout = self._publication, self._layout
        section = self._document.sections[0]
        short, long = _PAPERS[layout.paper]
        landscape = is_wide(made) if layout.landscape is None else layout.landscape
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(long), Mm(short)) if landscape else (Mm(short), Mm(long))
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)
        self._width = (long if landscape else short) - 2 * _MARGIN
        foot = section.footer.paragraphs[0]
        foot.style = styles.ABOUT
        foot.add_run(f"{clean(made.foot)}   " if made.foot else "")
        foot._p.append(element('<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
        language = self._document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
        if language is not None:
            language.set(qn("w:val"), made.language)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._document.add_heading(clean(block.text), min(block.level, 3))
        elif isinstance(block, Table):
            most = _MOST_LARGE if self._layout.large else _MOST_COLUMNS
            for band in bands(block, most):
                self._table(band)
        elif isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, PageBreak):
            self._document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        else:
            self._inner(block, self._document)

    def _inner(self, block: Paragraph | Quotation | Answer, into: _Holder, *, right: bool = False) -> None:
        if isinstance(block, Paragraph):
            paragraph = into.add_paragraph(style=_STYLES[block.role])
            if right:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            self._write(paragraph, block.runs, italic=block.role is Role.SILENCE)
        elif isinstance(block, Quotation):
            paragraph = into.add_paragraph(style=styles.QUOTE)
            self._write(paragraph, block.words, block.language)
            self._write(paragraph, (*text(" " if plain(block.cited) else ""), *block.cited))
            if block.place:
                into.add_paragraph(clean(block.place), style=styles.PLACE)
        else:
            for line in range(block.lines):
                into.add_paragraph(clean(block.start) if line == 0 else "", style=styles.ANSWER)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._document.add_paragraph(
                clean(table.caption), style=styles.ABOUT
            ).paragraph_format.keep_with_next = True
        made = self._document.add_table(len(table.rows) + 1, len(table.columns) + 1)
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        styles.set_table_lines(made)
        self._set_widths(made, table)
        head, *rows = made.rows
        head._tr.get_or_add_trPr().append(element("<w:tblHeader/>"))
        # Rows are looked up once: python-docx walks the whole table for each cell that is asked by its place.
        first, *others = head.cells
        first.paragraphs[0].add_run(clean(table.corner)).bold = True
        for column, cell in zip(table.columns, others, strict=True):
            self._head(column, cell, right=table.figures)
        for row, shown in zip(table.rows, rows, strict=True):
            named, *cells = shown.cells
            named.paragraphs[0].add_run(clean(row.head)).bold = True
            for parts, cell in zip(row.cells, cells, strict=True):
                for part in parts:
                    self._inner(part, cell, right=table.figures)
                if parts:
                    cell._tc.remove(cell.paragraphs[0]._p)
        self._set_type(made, table)
        self._document.add_paragraph()

    def _head(self, column: ColumnHead, cell: _Cell, *, right: bool) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.add_run(clean(column.name)).bold = True
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if column.colour:
            colour = column.colour.lstrip("#")
            bar = f'<w:top w:val="single" w:sz="24" w:space="0" w:color="{colour}"/>'
            cell._tc.get_or_add_tcPr().append(element(f"<w:tcBorders>{bar}</w:tcBorders>"))
        for line in column.lines:
            cell.add_paragraph(clean(line), style=styles.ABOUT)

    def _set_widths(self, made: WordTable, table: Table) -> None:
        parts = [1.6 if table.figures else 0.7, *[1.0] * len(table.columns)]
        widths = [Mm(self._width * part / sum(parts)) for part in parts]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for row in made.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width

    def _set_type(self, made: WordTable, table: Table) -> None:
        """Smaller type where many columns share the page; quotations in cells have no indent."""
        if self._layout.large or table.reading:
            return
        size = next(size for most, size in _TABLES if len(table.columns) <= most)
        for paragraph in made._tbl.iter(qn("w:p")):
            shown = WordParagraph(paragraph, made)  # type: ignore[arg-type]  # lxml's iter knows no element classes
            shown.paragraph_format.left_indent = Pt(0)
            for run in paragraph.iter(qn("w:r")):
                if run.find(qn("w:footnoteReference")) is None:
                    WordRun(run, shown).font.size = Pt(size)  # type: ignore[arg-type]  # the same

    def _picture(self, picture: Picture) -> None:
        paragraph = self._document.add_paragraph()
        width = min(Emu(int(Pt(picture.width))), Mm(self._width))
        shown = paragraph.add_run().add_picture(io.BytesIO(picture.png), width=width)
        self._pictures += 1
        properties = shown._inline.docPr
        properties.set("descr", clean(picture.alt))
        properties.set("name", clean(tr("Picture {number}", number=self._pictures)))
        if picture.caption:
            self._document.add_paragraph(clean(picture.caption), style=styles.ABOUT)

    def _write(
        self, paragraph: WordParagraph, runs: Iterable[Run], language: str = "", *, italic: bool = False
    ) -> None:
        for run in runs:
            if run.text:
                written = self._link(paragraph, run) if _is_link(run) else paragraph.add_run(clean(run.text))
                written.bold, written.italic = run.strong or None, (run.italic or italic) or None
                if run.marked:
                    written._r.get_or_add_rPr().append(element('<w:shd w:val="clear" w:color="auto" w:fill="FDF3C4"/>'))
                if language:
                    code = f'<w:lang w:val="{_tag(language)}"/>'
                    written._r.get_or_add_rPr().append(element(code))
            if run.note:
                self._notes.add(paragraph, partial(self._write_note, run.note))

    def _write_note(self, runs: Iterable[Run], paragraph: WordParagraph) -> None:
        """Notes have no links of their own: addresses stand in them as text."""
        for run in runs:
            written = paragraph.add_run(clean(run.text))
            written.bold, written.italic = run.strong or None, run.italic or None

    def _link(self, paragraph: WordParagraph, run: Run) -> WordRun:
        target = self._document.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        holder = element(f'<w:hyperlink r:id="{target}"/>')
        written = paragraph.add_run(clean(run.text))
        written.font.underline = True
        holder.append(written._r)
        paragraph._p.append(holder)
        return written


def _is_link(run: Run) -> bool:
    return run.link.startswith(("https://", "http://"))


def _tag(language: str) -> str:
    """A language tag that may stand in an attribute."""
    return re.sub(r"[^A-Za-z0-9-]", "", language)
