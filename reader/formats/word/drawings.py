"""Reads what is drawn in a Word document and is no text box: diagrams (SmartArt), WordArt, the titles of charts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from lxml import etree

from reader.formats.word.package import RELATIONSHIPS, Package
from reader.model import Kind
from reader.parts import Part

_MICROSOFT = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/"
_DIAGRAM = _DRAWING + "diagram}"
_TEXT = _DRAWING + "main}"

DIAGRAM = f"{_DIAGRAM}relIds"
WORD_ART = f"{_MICROSOFT}textpath"
CHARTS = (f"{_DRAWING}chart}}chart", "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart")
# What stands in a paragraph for such a drawing.
DRAWN = (DIAGRAM, WORD_ART, *CHARTS)

_SHOWN_POINTS = ("node", "asst")


def drawn_parts(node: etree._Element, package: Package) -> Iterator[Part]:
    """The parts in a drawing of one of the `DRAWN`: a paragraph for each in a diagram, a caption for a chart."""
    if node.tag == WORD_ART:
        shape = node.getparent()
        # Word draws its watermarks so: they are marks on the page, no words of the text.
        if shape is None or "watermark" not in (shape.get("id") or "").casefold():
            yield Part(Kind.PARAGRAPH, node.get("string") or "")
    elif node.tag == DIAGRAM:
        data = package.linked(node.get(f"{RELATIONSHIPS}dm"))
        for point in () if data is None else _points(data):
            yield from (Part(Kind.PARAGRAPH, text) for text in _paragraphs(point))
    else:
        chart = package.linked(node.get(f"{RELATIONSHIPS}id"))
        yield Part(Kind.CAPTION, "" if chart is None else " ".join(_title(chart)))


def _points(data: etree._Element) -> list[etree._Element]:
    """The points of a diagram that show words, each with those below it right after it."""
    points = {point.get("modelId", ""): point for point in data.iter(f"{_DIAGRAM}pt")}
    below: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for link in data.iter(f"{_DIAGRAM}cxn"):
        if link.get("type", "parOf") == "parOf":
            place = link.get("srcOrd", "")
            below[link.get("srcId", "")].append((int(place) if place.isdecimal() else 0, link.get("destId", "")))
    ordered: dict[str, None] = {}
    waiting = [*reversed(points), *(name for name, point in points.items() if point.get("type") == "doc")]
    while waiting:
        name = waiting.pop()
        if name not in ordered:
            ordered[name] = None
            waiting.extend(child for _, child in sorted(below[name], reverse=True))
    return [points[name] for name in ordered if name in points and _shows_words(points[name])]


def _shows_words(point: etree._Element) -> bool:
    settings = point.find(f"{_DIAGRAM}prSet")
    invites = settings is not None and settings.get("phldr") in ("1", "true")
    return point.get("type", "node") in _SHOWN_POINTS and not invites


def _title(chart: etree._Element) -> Sequence[str]:
    """The lines of a chart's title, not those of its axes."""
    for node in chart.iter("{*}title"):
        around = node.getparent()
        if around is not None and etree.QName(around).localname == "chart":
            return list(_paragraphs(node)) or [value.text or "" for value in node.iter("{*}v")]
    return ()


def _paragraphs(node: etree._Element) -> Iterator[str]:
    for paragraph in node.iter(f"{_TEXT}p"):
        lines = paragraph.iter(f"{_TEXT}t", f"{_TEXT}br")
        yield "".join("\n" if one.tag == f"{_TEXT}br" else one.text or "" for one in lines)
