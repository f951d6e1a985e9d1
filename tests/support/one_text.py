"""One small manifesto, written as Word, OpenDocument, Rich Text, web page, Markdown and e-book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from office_files import word_paragraph, write_opendocument, write_word, write_zip

from reader.model import Kind

Write = Callable[[Path], Path]

FIRST = "We will light every lane, and mend what the storms have broken."
LAST = "Nobody walks home in the dark: that is a promise of 💡 and £40."

EXPECTED = [
    (Kind.HEADING, 1, None, "A plan for Little Harbour"),
    (Kind.PARAGRAPH, None, None, FIRST),
    (Kind.PARAGRAPH, None, "1", "All 41 of them."),
    (Kind.HEADING, 2, None, "Lamps"),
    (Kind.PARAGRAPH, None, None, "We will"),
    (Kind.LIST_ITEM, 1, "•", "mend the lamps"),
    (Kind.LIST_ITEM, 2, "•", "old ones first"),
    (Kind.LIST_ITEM, 1, "•", "buy new ones"),
    (Kind.LIST_ITEM, 1, "1.", "look"),
    (Kind.LIST_ITEM, 1, "2.", "act"),
    (Kind.QUOTE, None, None, "Light is a right."),
    (Kind.PARAGRAPH, None, None, "Year | Lamps"),
    (Kind.PARAGRAPH, None, None, "2031 | forty"),
    (Kind.HEADING, 4, None, "Bulbs"),
    (Kind.PARAGRAPH, None, None, LAST),
]


def as_word(path: Path) -> Path:
    names = (("h1", "heading 1"), ("h2", "heading 2"), ("h6", "heading 6"), ("q", "Quote"))
    style = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/></w:style>'
    level = '<w:lvl w:ilvl="{}"><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    pattern = '<w:abstractNum w:abstractNumId="{0}">{1}</w:abstractNum>'
    bullets = level.format(0, "bullet", "\uf0b7") + level.format(1, "bullet", "o")
    lists = "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (1, 2))
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'
    row = f"<w:tr><w:tc>{word_paragraph('{}')}</w:tc><w:tc>{word_paragraph('{}')}</w:tc></w:tr>"
    return write_word(
        path,
        word_paragraph("A plan for Little Harbour", "h1")
        + word_paragraph(FIRST).replace("</w:p>", "<w:r><w:footnoteReference w:id='7'/></w:r></w:p>")
        + word_paragraph("Lamps", "h2")
        + word_paragraph("We will")
        + word_paragraph("mend the lamps", "", item.format(0, 1))
        + word_paragraph("old ones first", "", item.format(1, 1))
        + word_paragraph("buy new ones", "", item.format(0, 1))
        + word_paragraph("look", "", item.format(0, 2))
        + word_paragraph("act", "", item.format(0, 2))
        + word_paragraph("Light is a right.", "q")
        + f"<w:tbl>{row.format('Year', 'Lamps')}{row.format('2031', 'forty')}</w:tbl>"
        + word_paragraph("Bulbs", "h6")
        + word_paragraph(LAST),
        styles="".join(style.format(*one) for one in names),
        numbering=pattern.format(1, bullets) + pattern.format(2, level.format(0, "decimal", "%1.")) + lists,
        footnotes=f"<w:footnote w:id='7'>{word_paragraph('All 41 of them.')}</w:footnote>",
    )


def as_opendocument(path: Path) -> Path:
    def p(text: str, style: str = "Standard") -> str:
        return f'<text:p text:style-name="{style}">{text}</text:p>'

    def h(text: str, level: int) -> str:
        return f'<text:h text:outline-level="{level}">{text}</text:h>'

    def item(*inside: str) -> str:
        return f"<text:list-item>{''.join(inside)}</text:list-item>"

    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    note = f"<text:note><text:note-body>{p('All 41 of them.')}</text:note-body></text:note>"
    inner = f"<text:list>{item(p('old ones first'))}</text:list>"
    return write_opendocument(
        path,
        h("A plan for Little Harbour", 1)
        + p(FIRST + note)
        + h("Lamps", 2)
        + p("We will")
        + f"<text:list text:style-name='B'>{item(p('mend the lamps'), inner)}{item(p('buy new ones'))}</text:list>"
        + f"<text:list text:style-name='N'>{item(p('look'))}{item(p('act'))}</text:list>"
        + p("Light is a right.", "Quotations")
        + f"<table:table>{row('Year', 'Lamps')}{row('2031', 'forty')}</table:table>"
        + h("Bulbs", 6)
        + p(LAST),
        automatic='<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/></text:list-style>'
        '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>',
        styles='<style:style style:name="Quotations" style:family="paragraph"/>',
    )


def as_rich_text(path: Path) -> Path:
    last = "".join(char if ord(char) < 128 else _units(char) for char in LAST)
    path.write_text(
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset2 Symbol;}}"
        r"{\stylesheet{Normal;}{\s1 heading 1;}{\s2 heading 2;}{\s6 heading 6;}{\s8 Quote;}}"
        r"\pard\s1 A plan for Little Harbour\par"
        rf"\pard\plain {FIRST}{{\super\chftn{{\footnote\pard\chftn All 41 of them.}}}}\par"
        r"\pard\s2 Lamps\par\pard We will\par"
        r"\pard{\listtext\f1\'b7\tab}\ls1\ilvl0 mend the lamps\par\pard{\listtext o\tab}\ls1\ilvl1 old ones first\par"
        r"\pard{\listtext\f1\'b7\tab}\ls1\ilvl0 buy new ones\par"
        r"\pard{\listtext 1.\tab}\ls2\ilvl0 look\par\pard{\listtext 2.\tab}\ls2\ilvl0 act\par"
        r"\pard\s8 Light is a right.\par"
        r"\trowd\pard\intbl Year\cell Lamps\cell\row\trowd\pard\intbl 2031\cell forty\cell\row"
        rf"\pard\s6 Bulbs\par\pard {last}\par}}",
        encoding="ascii",
    )
    return path


def _units(char: str) -> str:
    """A character as Rich Text numbers it, with a stand-in for old programs."""
    content = char.encode("utf-16-be")
    units = (int.from_bytes(content[at : at + 2], "big", signed=True) for at in range(0, len(content), 2))
    return "".join(f"\\u{unit}?" for unit in units)


HTML = f"""
<h1>A plan for Little Harbour</h1>
<p>{FIRST}<sup><a href="#fn1" id="ref1">1</a></sup></p>
<h2>Lamps</h2>
<p>We will</p>
<ul><li>mend the lamps<ul><li>old ones first</li></ul></li><li>buy new ones</li></ul>
<ol><li>look</li><li>act</li></ol>
<blockquote><p>Light is a right.</p></blockquote>
<table><tr><th>Year</th><th>Lamps</th></tr><tr><td>2031</td><td>forty</td></tr></table>
<h6>Bulbs</h6>
<p>{LAST}</p>
<ol><li id="fn1">All 41 of them. <a href="#ref1">↩</a></li></ol>
"""


def as_web_page(path: Path) -> Path:
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>{HTML}</body></html>'
    path.write_text(page, encoding="utf-8")
    return path


def as_markdown(path: Path) -> Path:
    path.write_text(
        f"# A plan for Little Harbour\n\n{FIRST}[^all]\n\n## Lamps\n\nWe will\n\n"
        "- mend the lamps\n  - old ones first\n- buy new ones\n\n1. look\n2. act\n\n> Light is a right.\n\n"
        f"| Year | Lamps |\n|------|-------|\n| 2031 | forty |\n\n###### Bulbs\n\n{LAST}\n\n[^all]: All 41 of them.\n",
        encoding="utf-8",
    )
    return path


def as_e_book(path: Path) -> Path:
    page = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{HTML}</body></html>'
    return write_zip(
        path,
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
            '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="one"/></spine></package>',
            "one.xhtml": page,
        },
    )


WRITERS: dict[str, Write] = {
    "docx": as_word,
    "odt": as_opendocument,
    "rtf": as_rich_text,
    "html": as_web_page,
    "md": as_markdown,
    "epub": as_e_book,
}
