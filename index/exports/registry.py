"""The formats in which things leave the program: one list for the window and the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.exports.publication import Picture, Publication
from index.exports.sheets import Sheet
from reader.wording import tr

if TYPE_CHECKING:
    from index.lessons.slides import Lesson


class Paper(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Resources:
    """What ships with the program for exports: the folder of templates, the font files of the reading face."""

    templates: Path
    fonts: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages are set. `landscape` None: as the tables need it. `large` sets type for readers with low vision.

    `for_excel` begins a CSV file with the mark by which Excel knows that it is UTF-8.
    """

    resources: Resources
    paper: Paper = Paper.A4
    landscape: bool | None = None
    large: bool = False
    for_excel: bool = False


@dataclass(frozen=True, slots=True)
class Exportable:
    """What can leave. Each form is made only when a format asks for it; one that is None cannot leave in that form.

    `name` is what a file of it is called at first, without a suffix. `lesson` gives a lesson and the same one without
    names, None where names are hidden for good (`lessons/as_formats.py` has its formats). What is `exact` is read back
    when it has been written, and is not handed over where any of its words became others.
    """

    name: str
    publication: Callable[[], Publication] | None = None
    sheets: Callable[[], tuple[Sheet, ...]] | None = None
    picture: Callable[[], Picture] | None = None
    values: Callable[[], dict[str, Any]] | None = None
    qdc: Callable[[], bytes] | None = None
    lesson: Callable[[], tuple[Lesson, Lesson | None]] | None = None
    gift: Callable[[], bytes] | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `suffixes` begin with a dot, the usual one first; `write` gives the whole file.

    `called` gives its name in the language of the window.
    """

    id: str
    called: Callable[[], str]
    suffixes: tuple[str, ...]
    needs: str
    write: Callable[[Exportable, Layout], bytes]

    @property
    def name(self) -> str:
        return self.called()

    def takes(self, thing: Exportable) -> bool:
        """Whether the thing can be written in this format."""
        return getattr(thing, self.needs) is not None

    def made(self, thing: Exportable, layout: Layout) -> bytes:
        """The whole file, read back where the thing is exact. Raises NotAsWritten."""
        content = self.write(thing, layout)
        if thing.exact:
            from index.exports.reading_back import check

            check(self.id, content, thing)
        return content


def formats_of(thing: Exportable) -> tuple[Format, ...]:
    """The formats in which this can leave, in the order in which they are offered."""
    return tuple(each for each in FORMATS if each.takes(thing))


def format_called(name: str) -> Format:
    """The format with this id. Raises KeyError."""
    return {each.id: each for each in FORMATS}[name]


def format_of_file(path: Path) -> Format | None:
    """The format that a file's name speaks of, None for none."""
    suffix = path.suffix.lower()
    return next((each for each in FORMATS if suffix in each.suffixes), None)


def _publication(thing: Exportable) -> Publication:
    if thing.publication is None:
        raise ValueError(f"{thing.name} has no text to write")
    return thing.publication()


def _sheets(thing: Exportable) -> tuple[Sheet, ...]:
    if thing.sheets is None:
        raise ValueError(f"{thing.name} has no rows to write")
    return thing.sheets()


def _picture(thing: Exportable) -> Picture:
    if thing.picture is None:
        raise ValueError(f"{thing.name} has no picture to write")
    return thing.picture()


# Writers are imported when first used: each brings a library that a start must not wait for.


def _docx(thing: Exportable, layout: Layout) -> bytes:
    from index.exports.docx.writing import docx

    return docx(_publication(thing), layout)


def _pptx(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # slides have a size of their own
    from index.exports.pptx.writing import pptx

    return pptx(_publication(thing))


def _pdf(thing: Exportable, layout: Layout) -> bytes:
    from index.exports.pdf.writing import pdf

    return pdf(_publication(thing), layout)


def _html(thing: Exportable, layout: Layout) -> bytes:
    from index.exports.html import html

    return html(_publication(thing), layout).encode()


def _markdown(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # it has no pages
    from index.exports.markdown import markdown

    return markdown(_publication(thing)).encode()


def _xlsx(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # it has no pages
    from index.exports.xlsx import xlsx

    return xlsx(_sheets(thing))


def _csv(thing: Exportable, layout: Layout) -> bytes:
    from index.exports.as_csv import as_csv

    encoding = "utf-8-sig" if layout.for_excel else "utf-8"
    return as_csv(_sheets(thing)[0]).encode(encoding, "backslashreplace")


def _png(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # it has a size of its own
    return _picture(thing).png


def _svg(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # it has a size of its own
    return _picture(thing).svg


def _json(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # it has no pages
    if thing.values is None:
        raise ValueError(f"{thing.name} has no values to write")
    return (json.dumps(thing.values(), ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _qdc(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # it has no pages
    if thing.qdc is None:
        raise ValueError(f"{thing.name} is no codebook")
    return thing.qdc()


def _gift(thing: Exportable, layout: Layout) -> bytes:  # noqa: ARG001  # it has no pages
    if thing.gift is None:
        raise ValueError(f"{thing.name} is no quiz")
    return thing.gift()


FORMATS: tuple[Format, ...] = (
    Format("docx", lambda: tr("Word document"), (".docx",), "publication", _docx),
    Format("pdf", lambda: "PDF", (".pdf",), "publication", _pdf),
    Format("pptx", lambda: tr("PowerPoint slides"), (".pptx",), "publication", _pptx),
    Format("html", lambda: tr("Web page"), (".html", ".htm"), "publication", _html),
    Format("md", lambda: "Markdown", (".md", ".markdown"), "publication", _markdown),
    Format("xlsx", lambda: tr("Excel workbook"), (".xlsx",), "sheets", _xlsx),
    Format("png", lambda: tr("PNG picture"), (".png",), "picture", _png),
    Format("svg", lambda: tr("SVG picture"), (".svg",), "picture", _svg),
    Format("csv", lambda: tr("CSV table"), (".csv",), "sheets", _csv),
    Format("json", lambda: tr("JSON for programs"), (".json",), "values", _json),
    Format("qdc", lambda: tr("REFI-QDA codebook"), (".qdc",), "qdc", _qdc),
    # Moodle takes the file by its suffix, and knows ".txt" alone.
    Format("gift", lambda: tr("Moodle GIFT questions"), (".txt", ".gift"), "gift", _gift),
)
