"""The styles of a Word document: its own named ones, so that whoever receives it can restyle it in one place."""

from __future__ import annotations

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.table import Table

from index.exports.docx.elements import element

QUOTE, PLACE, ABOUT, OWN, TASK, NOTICE, ANSWER, REFERENCE = (
    *("Quotation", "Place of a quotation", "About", "Own words", "Task", "Notice", "Answer", "Reference"),
)
_QUIET = RGBColor(0x4A, 0x4A, 0x4A)
_SIZE, _LARGE = 12, 16
_RULE = '<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'
_LINES = """<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="767676"/>
<w:between w:val="single" w:sz="4" w:space="1" w:color="767676"/></w:pBdr>"""


def set_styles(document: Document, *, large: bool) -> None:
    """Give the document its styles. `large` sets type for readers with low vision."""
    size = _LARGE if large else _SIZE
    body = _paragraph_style(document, "Normal")
    body.font.name, body.font.size = "Calibri", Pt(size)
    body.paragraph_format.space_after = Pt(6)
    for name, points in (("Title", size + 8), ("Heading 1", size + 4), ("Heading 2", size + 2), ("Heading 3", size)):
        heading = _paragraph_style(document, name)
        heading.font.name, heading.font.size, heading.font.color.rgb = "Calibri", Pt(points), RGBColor(0x1C, 0x1C, 0x1C)
        heading.font.bold = True
        border = heading.element.get_or_add_pPr().find(qn("w:pBdr"))
        if border is not None:
            border.getparent().remove(border)
        fonts = heading.element.get_or_add_rPr().rFonts
        if fonts is not None:
            for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{attribute}"), None)
    quote = _new(document, QUOTE, size)
    quote.font.name = "Georgia"
    quote.paragraph_format.left_indent = Pt(18)
    quote.paragraph_format.space_after = Pt(2)
    quote.paragraph_format.keep_with_next = True
    place = _new(document, PLACE, size - 2)
    place.font.color.rgb = _QUIET
    place.paragraph_format.left_indent = Pt(18)
    _new(document, ABOUT, size - 1).font.color.rgb = _QUIET
    _new(document, OWN, size)
    _new(document, TASK, size).font.bold = True
    rule = _RULE.format(side="left", eighths=24, space=8, colour="8A3B00")
    _new(document, NOTICE, size).element.get_or_add_pPr().append(element(f"<w:pBdr>{rule}</w:pBdr>"))
    reference = _new(document, REFERENCE, size)
    reference.paragraph_format.left_indent, reference.paragraph_format.first_line_indent = Pt(24), Pt(-24)
    _answer(document, size)
    _footnotes(document, size)


def _answer(document: Document, size: int) -> None:
    answer = _new(document, ANSWER, size)
    answer.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    answer.paragraph_format.line_spacing = Pt(2 * size)
    answer.paragraph_format.space_after = Pt(0)
    answer.element.get_or_add_pPr().append(element(_LINES))


def _footnotes(document: Document, size: int) -> None:
    note = cast(ParagraphStyle, document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH))
    note.element.set(qn("w:styleId"), "FootnoteText")
    note.base_style = document.styles["Normal"]
    note.font.size = Pt(size - 2)
    mark = cast(CharacterStyle, document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER))
    mark.element.set(qn("w:styleId"), "FootnoteReference")
    mark.font.superscript = True


def set_table_lines(table: Table) -> None:
    """A hair line between rows and nothing else, with room round the words."""
    rules = "".join(
        _RULE.format(side=side, eighths=4, space=0, colour="BFBFBF") for side in ("top", "bottom", "insideH")
    )
    room = "".join(f'<w:{side} w:w="80" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    properties = table._tbl.tblPr
    layout = properties.find(qn("w:tblLayout"))
    borders, margins = element(f"<w:tblBorders>{rules}</w:tblBorders>"), element(f"<w:tblCellMar>{room}</w:tblCellMar>")
    if layout is None:
        properties.extend((borders, margins))
    else:  # the schema's order: borders, layout, margins
        layout.addprevious(borders)
        layout.addnext(margins)


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    return cast(ParagraphStyle, document.styles[name])


def _new(document: Document, name: str, size: int) -> ParagraphStyle:
    style = cast(ParagraphStyle, document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size = Pt(size)
    return style
