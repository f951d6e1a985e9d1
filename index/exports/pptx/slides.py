"""Slides on python-pptx's own layouts: their placeholders are filled, so that people can restyle them in one place."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Emu, Inches, Pt

from index.exports.pptx.layouts import COLUMNS, HEIGHT, WIDTH, places, wide
from index.exports.pptx.portions import Portion
from index.exports.publication import Answer, Paragraph, Picture, Quotation, Role, Run, Table, plain
from index.exports.xml_text import clean

_TITLE, _CONTENT, _COMPARISON, _TITLE_ONLY = 0, 1, 4, 5
_QUIET = RGBColor(0x4A, 0x4A, 0x4A)  # type: ignore[no-untyped-call]  # python-pptx gives it no types
_MARGIN = Inches(0.6)
# The most characters of a title in its usual size; longer ones are set smaller.
_LONG_TITLE = 60


class Slides:
    """A presentation while it is made, 16 to 9."""

    def __init__(self, title: str) -> None:
        self._presentation = wide()
        properties = self._presentation.core_properties
        properties.title = clean(title)
        # Whoever made the presentation that python-pptx brings has no part in this one.
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.created = properties.modified = datetime.now(UTC)

    def title(self, title: str, subtitle: str, notes: str) -> None:
        slide = self._slide(_TITLE, title, notes)
        if not subtitle:
            _remove(slide.placeholders[1])
            return
        frame = slide.placeholders[1].text_frame
        frame.text = clean(subtitle)
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT

    def content(self, title: str, portion: Portion, notes: str = "") -> None:
        """A slide with one portion over its width."""
        slide = self._slide(_CONTENT, title, notes)
        _fill(slide.placeholders[1].text_frame, portion)

    def side_by_side(self, title: str, columns: list[tuple[str, Portion]], notes: str = "") -> None:
        """A slide with two portions, each under the name of its column; one of them stands alone on the left."""
        slide = self._slide(_COMPARISON, title, notes)
        for (head, body), (name, portion) in zip(((1, 2), (3, 4)), columns, strict=False):
            slide.placeholders[head].text_frame.text = clean(name)
            _fill(slide.placeholders[body].text_frame, portion)
        if len(columns) == 1:
            for empty in (3, 4):
                _remove(slide.placeholders[empty])

    def columns(self, title: str, columns: list[tuple[str, Portion]], notes: str, still: str = "") -> None:
        """A slide with one portion beside the other, at most four, each under a name; `still` stands at the foot."""
        slide = self._slide(COLUMNS[len(columns)], title, notes)
        for (head, body), (name, portion) in zip(places(len(columns)), columns, strict=True):
            slide.placeholders[head].text_frame.text = clean(name)
            _fill(slide.placeholders[body].text_frame, portion)
        if still:
            line = slide.shapes.add_textbox(_MARGIN, Emu(HEIGHT - Inches(0.55)), Emu(WIDTH - 2 * _MARGIN), Inches(0.4))
            line.text_frame.text = clean(still)
            line.text_frame.paragraphs[0].font.size, line.text_frame.paragraphs[0].font.color.rgb = Pt(12), _QUIET

    def picture(self, title: str, picture: Picture, notes: str = "") -> None:
        slide = self._slide(_TITLE_ONLY, title, "\n".join(filter(None, [notes, picture.caption])))
        top = Inches(1.6)
        shown = slide.shapes.add_picture(io.BytesIO(picture.png), _MARGIN, top)
        scale = min((WIDTH - 2 * _MARGIN) / shown.width, (HEIGHT - top - _MARGIN) / shown.height)
        shown.width, shown.height = Emu(int(shown.width * scale)), Emu(int(shown.height * scale))
        shown.left = Emu((WIDTH - shown.width) // 2)
        _describe(shown, picture.alt)

    def table(self, title: str, table: Table, rows: slice) -> None:
        """A table of short cells, in these of its rows."""
        slide = self._slide(_TITLE_ONLY, title, table.caption)
        shown = table.rows[rows]
        top = Inches(1.6)
        frame = slide.shapes.add_table(
            len(shown) + 1, len(table.columns) + 1, _MARGIN, top, Emu(WIDTH - 2 * _MARGIN), Inches(0.4 * len(shown))
        )
        _describe(frame, table.caption)
        made = frame.table
        made.first_col = True
        lines = [[table.corner, *(head.name for head in table.columns)]]
        lines += [[row.head, *("; ".join(map(_words, cell)) for cell in row.cells)] for row in shown]
        for down, line in enumerate(lines):
            for across, words in enumerate(line):
                cell = made.cell(down, across)
                cell.text_frame.text = clean(words)
                for paragraph in cell.text_frame.paragraphs:
                    paragraph.font.size = Pt(12)

    def written(self) -> bytes:
        file = io.BytesIO()
        self._presentation.save(file)
        return file.getvalue()

    def _slide(self, layout: int, title: str, notes: str) -> Slide:
        slide: Slide = self._presentation.slides.add_slide(self._presentation.slide_layouts[layout])
        if slide.shapes.title is not None:
            slide.shapes.title.text_frame.text = clean(title)
            if len(title) > _LONG_TITLE:
                slide.shapes.title.text_frame.paragraphs[0].font.size = Pt(24)
        frame = slide.notes_slide.notes_text_frame if notes else None
        if frame is not None:
            frame.text = clean(notes)
        return slide


def _fill(frame: TextFrame, portion: Portion) -> None:
    frame.word_wrap = True
    first = True
    for part in portion.parts:
        paragraphs = list(_paragraphs(part))
        for runs, quiet, language in paragraphs:
            paragraph = frame.paragraphs[0] if first else _added(frame)
            first = False
            paragraph.space_after = Pt(portion.size // 2 if quiet or len(paragraphs) == 1 else 0)
            _write(paragraph, runs, portion.size if not quiet else max(portion.size - 4, 12), language, quiet=quiet)


def _added(frame: TextFrame) -> _Paragraph:
    more: Any = frame.add_paragraph  # python-pptx gives it no types
    made: _Paragraph = more()
    return made


def _paragraphs(part: Paragraph | Quotation | Answer) -> Iterable[tuple[tuple[Run, ...], bool, str]]:
    """The lines of a part: their runs, whether they are quiet, and their language."""
    if isinstance(part, Answer):
        yield (Run(part.start or " "),), True, ""
    elif isinstance(part, Paragraph):
        quiet = part.role in (Role.ABOUT, Role.WARNING)
        yield part.runs, quiet, ""
    else:
        cited = tuple(run for run in part.cited if run.text)
        yield (*part.words, *((Run(" "), *cited) if cited else ())), False, part.language
        notes = "".join(plain(run.note) for run in (*part.words, *part.cited))
        place = ". ".join(filter(None, [part.place, notes]))
        if place:
            yield (Run(place),), True, ""


def _write(paragraph: _Paragraph, runs: Iterable[Run], size: int, language: str, *, quiet: bool) -> None:
    for run in runs:
        written = paragraph.add_run()
        written.text = clean(run.text)
        written.font.size = Pt(size)
        written.font.bold, written.font.italic = run.strong or None, run.italic or None
        if quiet:
            written.font.color.rgb = _QUIET
        if language:
            written._r.get_or_add_rPr().set("lang", re.sub(r"[^A-Za-z0-9-]", "", language))


def _words(part: Paragraph | Quotation | Answer) -> str:
    if isinstance(part, Paragraph):
        return plain(part.runs)
    return plain(part.words) if isinstance(part, Quotation) else part.start


def _describe(shape: BaseShape, alt: str) -> None:
    """Set the alternative text, which python-pptx has no word for."""
    properties = shape.element.find(f".//{qn('p:cNvPr')}")
    if properties is not None:
        properties.set("descr", clean(alt))


def _remove(shape: BaseShape) -> None:
    holder: Any = shape.element.getparent()
    holder.remove(shape.element)
