"""A lesson as one HTML file: a plain document for reading and printing, which a script shows slide after slide.

The document is the lesson. The script (`assets/templates/lesson.js`) copies what it shows from there and makes no
markup of words. Where names can be hidden, the hidden form of each slide stands in a <template> beside the open one.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256

from index.exports.lessons.page_frame import frame
from index.exports.lessons.page_words import attribute, paragraph, text
from index.exports.registry import Layout, Paper
from index.lessons.notices import speaks_of_violence
from index.lessons.slides import (
    Cell,
    ChartSlide,
    Extract,
    Lesson,
    NoticeSlide,
    QuestionSlide,
    QuotationSlide,
    RowSlide,
    Slide,
    TextSlide,
    Who,
)
from reader.wording import tr

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_PAPERS = {Paper.A4: "A4", Paper.LETTER: "letter"}
_SCRIPTS = ("lesson-fit.js", "lesson-course.js", "lesson.js", "lesson-keys.js")


def html(lesson: Lesson, hidden: Lesson | None, layout: Layout) -> str:
    """The file, for a browser without any network. `hidden` is the same lesson without names, None where names stay."""
    templates = layout.resources.templates
    style = (templates / "lesson.css").read_text("utf-8") + _of_page(lesson, layout)
    script = "".join((templates / name).read_text("utf-8") for name in _SCRIPTS)
    return "\n".join(_lines(lesson, hidden, style, script)) + "\n"


def _lines(lesson: Lesson, hidden: Lesson | None, style: str, script: str) -> Iterator[str]:
    secret = {slide.id: slide for slide in hidden.slides} if hidden is not None else {}
    yield "<!DOCTYPE html>"
    yield f"<html{attribute('lang', lesson.language)}>"
    yield '<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<title>{text(lesson.title)}</title>\n<link rel="icon" href="data:,">'
    yield f"<style>{style}</style>\n</head>"
    yield f"<body{attribute('data-title', hidden.title) if hidden is not None else ''}>"
    yield '<main id="lesson">'
    yield f"<h1>{text(lesson.title)}</h1>"
    if lesson.hides:
        yield f'<p class="quiet">{text(tr("Names hidden; style may still tell"))}</p>'
    for number, slide in enumerate(lesson.slides, 1):
        yield from _section(lesson, slide, secret.get(slide.id), number, can_hide=hidden is not None)
    if lesson.program:
        yield f'<p class="quiet">{text(tr("Made with {program}", program=lesson.program))}</p>'
    yield "</main>"
    yield from frame(can_hide=hidden is not None, hides=lesson.hides)
    yield f"<script>{script}</script>\n</body>\n</html>"


def _policy(style: str, script: str) -> str:
    """Nothing but this style, this script and the pictures in the file itself."""
    sums = [b64encode(sha256(part.encode()).digest()).decode() for part in (style, script)]
    return (
        f"default-src 'none'; img-src data:; style-src 'sha256-{sums[0]}'; script-src 'sha256-{sums[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _of_page(lesson: Lesson, layout: Layout) -> str:
    """What of the style belongs to this lesson: the colours of its manifestos, and its paper."""
    colours = {who.key: who.colour for who in lesson.who if _COLOUR.fullmatch(who.colour)}
    bars = "".join(f".of-{key} {{ border-color: {colour}; }}\n" for key, colour in colours.items() if key.isalnum())
    side = " landscape" if layout.landscape else ""
    large = "@media print { body { font-size: 16pt; } }\n" if layout.large else ""
    return f"{bars}{large}@page {{ size: {_PAPERS[layout.paper]}{side}; margin: 15mm; }}\n"


def _section(lesson: Lesson, slide: Slide, secret: Slide | None, number: int, *, can_hide: bool) -> Iterator[str]:
    # Where names can be hidden, a slide without a hidden form is left out while they are: a chart. Questions are not.
    named = can_hide and secret is None
    flags = (" data-violence" if speaks_of_violence(slide) else "") + (" data-named" if named else "")
    yield f'<section class="slide {_KINDS[type(slide)]}" id="s{number}"{flags}>'
    yield from _Drawn(lesson, number).slide(slide)
    if secret is not None and not isinstance(slide, QuestionSlide):
        inner = "\n".join(_Drawn(lesson, number, secret=True).slide(secret))
        yield f'<template class="hidden-form">\n{inner}\n</template>'
    if slide.notes:
        yield f'<aside class="notes"><h3>{text(tr("Notes"))}</h3>'
        yield from (f"<p>{text(line)}</p>" for line in slide.notes.split("\n"))
        yield "</aside>"
    yield "</section>"


_KINDS: Mapping[type[Slide], str] = {
    RowSlide: "row",
    TextSlide: "text",
    QuotationSlide: "quotation",
    ChartSlide: "chart",
    NoticeSlide: "notice",
    QuestionSlide: "question",
}


class _Drawn:
    """Draws slides: a heading, columns of items that may be cut, and what stands below them."""

    def __init__(self, lesson: Lesson, number: int, *, secret: bool = False) -> None:
        self._hides, self._number, self._secret = lesson.hides, number, secret

    def slide(self, slide: Slide) -> Iterator[str]:
        if isinstance(slide, RowSlide):
            yield self._heading(slide.title, slide.topic)
            yield f'<div class="columns count-{len(slide.columns)}">'
            for who, cell in zip(slide.columns, slide.cells, strict=True):
                yield from self._column(self._who(who), "\n".join(self._cell(cell)), who)
            yield "</div>"
        elif isinstance(slide, QuotationSlide):
            yield self._heading(tr("Quotation"), shown=False)
            own = f'<p class="own">{text(slide.sentence)}</p>\n' if slide.sentence else ""
            item = self._item(slide.extract, slide.cited)
            yield '<div class="columns count-1">'
            yield from self._column(self._who(slide.who) + own, item, slide.who)
            yield "</div>"
        elif isinstance(slide, TextSlide):
            yield self._heading(slide.title or tr("Slide {number}", number=self._number), shown=bool(slide.title))
            lines = [line for line in slide.text.split("\n") if line.strip()]
            yield from self._alone("\n".join(f'<div class="item">{paragraph(line)}</div>' for line in lines))
        elif isinstance(slide, NoticeSlide):
            yield self._heading(slide.text)
            yield from self._alone(f'<div class="item">{paragraph(slide.advice)}</div>')
        elif isinstance(slide, ChartSlide):
            yield from self._chart(slide)
        else:
            yield from self._question(slide)

    def _heading(self, title: str, topic: str = "", *, shown: bool = True) -> str:
        named = "" if shown else ' class="aside"'
        over = f'<p class="topic">{text(topic)}</p>\n' if topic else ""
        return f"<header>\n{over}<h2{named}>{text(title)}</h2>\n</header>"

    def _alone(self, items: str) -> Iterator[str]:
        yield f'<div class="columns count-1">\n<div class="column">\n{items}\n</div>\n</div>'

    def _column(self, head: str, items: str, who: Who) -> Iterator[str]:
        # The order of keys is that of the manifestos: a file that hides them for good does without.
        key = "" if self._hides else attribute("data-who", who.key)
        yield f'<div class="column"{key}>\n{head}\n{items}\n</div>'

    def _who(self, who: Who) -> str:
        colour = f" of-{who.key}" if who.colour and who.key.isalnum() and not (self._hides or self._secret) else ""
        about = f'\n<p class="about"><bdi>{text(who.about)}</bdi></p>' if who.about and who.about != who.name else ""
        return f'<div class="head{colour}">\n<h3><bdi>{text(who.name)}</bdi></h3>{about}\n</div>'

    def _cell(self, cell: Cell) -> Iterator[str]:
        for extract in cell.extracts:
            yield self._item(extract, extract.place)
        if cell.silence:
            yield f'<div class="item silence">{paragraph(cell.silence)}</div>'

    def _item(self, one: Extract, under: str) -> str:
        short = (
            f'\n<template class="short">{paragraph(one.words, one.marks, one.language)}</template>' if one.cut else ""
        )
        place = f"\n<figcaption>{text(under)}</figcaption>" if under else ""
        whole = paragraph(one.rest, one.rest_marks, one.language)
        return f'<figure class="item">{short}\n<blockquote>{whole}</blockquote>{place}\n</figure>'

    def _chart(self, slide: ChartSlide) -> Iterator[str]:
        yield self._heading(slide.title)
        source = b64encode(slide.png).decode("ascii")
        caption = f"\n<figcaption>{text(slide.caption)}</figcaption>" if slide.caption else ""
        alt = attribute("alt", slide.alt) or ' alt=""'
        yield f'<figure class="picture">\n<img src="data:image/png;base64,{source}"{alt}>{caption}\n</figure>'

    def _question(self, slide: QuestionSlide) -> Iterator[str]:
        yield self._heading(tr("Who said it?"), tr("{number} of {of}", number=slide.number, of=slide.of))
        yield from self._alone(self._item(slide.extract, ""))
        yield '<ol class="answers">'
        for at, who in enumerate(slide.answers):
            # The answers to a file that hides names for good stand on a page of their own.
            right = " data-right" if at == slide.right and not self._hides else ""
            yield f"<li{right}><bdi>{text(who.name)}</bdi></li>"
        yield "</ol>"
        if not self._hides:
            name = slide.answers[slide.right].name
            yield f'<details class="right"><summary>{text(tr("Answer"))}</summary>'
            yield f"<p><bdi>{text(tr('It was {name}.', name=name))}</bdi> <bdi>{text(slide.source)}</bdi></p></details>"
