"""Reads a file that was just made and compares it, word by word, with what it was made from."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from lxml import etree, html

from index.exports.as_csv import unguarded
from index.exports.publication import Publication, Quotation, plain
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.exports.xlsx import fitting
from index.exports.xml_text import clean
from reader.errors import NotAsWritten
from reader.wording import tr

_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# How workbooks write characters that XML cannot hold.
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ENDS = re.compile("[\r\n]+")
# What files of words have no place for, and what stands in for it.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")


def check(form: str, content: bytes, thing: Exportable) -> None:
    """Compare the file of this format (its id). Raises NotAsWritten where it holds other words than the thing."""
    if form == "csv" and thing.sheets is not None:
        same = _same(_of_csv(content), _cells(thing.sheets()[0]))
    elif form == "xlsx" and thing.sheets is not None:
        same = _same(_of_xlsx(content), (row for sheet in thing.sheets() for row in _fitted(sheet)))
    elif form in ("docx", "html") and thing.publication is not None:
        quoted = _of_docx(content) if form == "docx" else _of_html(content)
        pairs = zip_longest(quoted, _quoted(thing.publication()))
        same = all(
            read is not None and words is not None and _holdable(read).startswith(_holdable(words))
            for read, words in pairs
        )
    elif form == "qdc" and thing.sheets is not None:
        names = [[row[1], row[3] or ""] for row in _cells(thing.sheets()[0])][1:]
        same = all(
            said == clean(name) and text.startswith(clean(definition))
            for (said, text), (name, definition) in zip(_of_qdc(content), names, strict=True)
        )
    else:
        return
    if not same:
        raise NotAsWritten(
            tr("“{name}” could not be written: the file would say something else.", name=thing.name),
            tr("Choose another format, and tell the makers of the program."),
        )


def _same(read: Iterable[list[str]], wanted: Iterable[list[str]]) -> bool:
    return all(one == other for one, other in zip_longest(read, wanted))


def _cells(sheet: Sheet) -> Iterator[list[str]]:
    """The cells of all rows as a file in UTF-8 has them, the head first."""
    for row in (sheet.columns, *sheet.rows):
        yield [_text(value) for value in row]


def _text(value: Value) -> str:
    return "" if value is None else str(value).encode("utf-8", "backslashreplace").decode()


def _of_csv(content: bytes) -> Iterator[list[str]]:
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    yield head
    yield from ([unguarded(cell) for cell in row] for row in rows)


def _fitted(sheet: Sheet) -> Iterator[list[str]]:
    """The same as workbooks have them, in which figures have sixteen digits."""
    yield list(map(fitting, sheet.columns))
    for row in sheet.rows:
        yield [f"{value:.16G}" if isinstance(value, float) else fitting(_text(value)) for value in row]


def _of_xlsx(content: bytes) -> Iterator[list[str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        shared = [
            _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(one.itertext()))
            for one in etree.fromstring(book.read("xl/sharedStrings.xml"))
        ]
        pages = sum(name.startswith("xl/worksheets/sheet") for name in book.namelist())
        for number in range(1, pages + 1):
            page = etree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))
            width = 0
            for row in page.iter(f"{_SPREADSHEET}row"):
                cells = {_column(cell.get("r", "")): _value(cell, shared) for cell in row}
                width = width or len(cells)  # the head has all of them
                yield [cells.get(column, "") for column in range(1, width + 1)]


def _column(place: str) -> int:
    """The number of a column from 1: that of "AB7" is 28."""
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _value(cell: etree._Element, shared: list[str]) -> str:
    value = cell.findtext(f"{_SPREADSHEET}v") or ""
    return shared[int(value)] if cell.get("t") == "s" and value else value


def _of_qdc(content: bytes) -> list[tuple[str, str]]:
    codes = etree.fromstring(content).iter("{*}Code")
    return [(code.get("name", ""), code.findtext("{*}Description") or "") for code in codes]


def _holdable(words: str) -> str:
    """What Word and web pages can hold of words: no control characters, and line ends of one kind."""
    return _CONTROLS.sub("", _ENDS.sub("\n", words))


def _quoted(made: Publication) -> Iterator[str]:
    return (clean(plain(block.words)) for block in made.blocks if isinstance(block, Quotation))


def _of_docx(content: bytes) -> Iterator[str]:
    import docx

    from index.exports.docx.styles import QUOTE

    paragraphs = docx.Document(io.BytesIO(content)).paragraphs
    return (one.text for one in paragraphs if one.style is not None and one.style.name == QUOTE)


def _of_html(content: bytes) -> Iterator[str]:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    for one in html.document_fromstring(content, parser).iter("blockquote"):
        for line in one.iter("br"):
            line.tail = f"\n{line.tail or ''}"
        yield str(one.text_content())
