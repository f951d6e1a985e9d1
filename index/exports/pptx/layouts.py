"""The layouts of presentations: those of python-pptx, made wide and quiet, and two for three and four columns."""

from __future__ import annotations

import copy
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PresentationType
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

WIDTH, HEIGHT = Inches(13.333), Inches(7.5)
_TITLE, _COMPARISON = 0, 4
# By the number of columns beside each other the layout for them. Those for three and four were for vertical text.
COLUMNS = {1: _COMPARISON, 2: _COMPARISON, 3: 9, 4: 10}
_GAP = Inches(0.25)
_FIRST = 20  # the placeholders of other columns have numbers of their own: 10 to 12 are date, foot and page


def places(columns: int) -> list[tuple[int, int]]:
    """The numbers of the placeholders for the names and the bodies of so many columns."""
    if columns <= len(_COMPARED):
        return _COMPARED[:columns]
    return [(_FIRST + 2 * column, _FIRST + 2 * column + 1) for column in range(columns)]


_COMPARED = [(1, 2), (3, 4)]


def wide() -> PresentationType:
    """The presentation that python-pptx brings, stretched from 4 to 3 to 16 to 9, its type and bullets quieter."""
    presentation = Presentation()
    stretch = WIDTH / (presentation.slide_width or WIDTH)
    presentation.slide_width, presentation.slide_height = Emu(WIDTH), Emu(HEIGHT)
    master = presentation.slide_master
    subtitle = presentation.slide_layouts[_TITLE].placeholders[1]
    for shapes in (master.shapes, *(layout.shapes for layout in presentation.slide_layouts)):
        for shape in shapes:
            if shape.element.find(f".//{qn('a:xfrm')}") is not None:
                shape.left, shape.width = Emu(int(shape.left * stretch)), Emu(int(shape.width * stretch))
    subtitle.left, subtitle.width = presentation.slide_layouts[_TITLE].placeholders[0].left, Emu(WIDTH * 3 // 4)
    for level in master.element.iter(qn("a:lvl1pPr")):
        if level.getparent().tag == qn("p:titleStyle"):
            level.set("algn", "l")
            level.find(qn("a:defRPr")).set("sz", "3200")
        elif level.getparent().tag == qn("p:bodyStyle"):
            level.set("marL", "0")
            level.set("indent", "0")
            bullet = level.find(qn("a:buChar"))
            if bullet is not None:
                bullet.getparent().replace(bullet, bullet.makeelement(qn("a:buNone"), {}))
    for columns, number in COLUMNS.items():
        if columns > len(_COMPARED):
            _set_columns(presentation.slide_layouts[number], presentation.slide_layouts[_COMPARISON], columns)
    _without_picture(presentation)
    return presentation


def _set_columns(layout: SlideLayout, compared: SlideLayout, columns: int) -> None:
    """Make of a layout one for so many columns, after the one for two."""
    made: Any = layout.element
    made.attrib.pop("type", None)
    made.find(qn("p:cSld")).set("name", f"{columns} columns")
    tree = made.find(f".//{qn('p:spTree')}")
    for old in tree.findall(qn("p:sp")):
        tree.remove(old)
    compared_shapes: Any = compared.placeholders  # python-pptx types these as if they could be empty
    named = {shape.placeholder_format.idx: shape for shape in compared_shapes}
    left = named[1].left
    width = (WIDTH - 2 * left - (columns - 1) * _GAP) // columns
    tree.append(copy.deepcopy(named[0].element))
    for column, numbers in enumerate(places(columns)):
        for was, number in zip(_COMPARED[0], numbers, strict=True):
            shape: Any = copy.deepcopy(named[was].element)
            shape.find(f".//{qn('p:cNvPr')}").set("id", str(number))
            shape.find(f".//{qn('p:ph')}").set("idx", str(number))
            tree.append(shape)
            own: Any = layout.placeholders
            placed = next(one for one in own if one.placeholder_format.idx == number)
            placed.left, placed.width = Emu(left + column * (width + _GAP)), Emu(width)


def _without_picture(presentation: PresentationType) -> None:
    """Leave out the picture of another presentation's first slide."""
    package = presentation.part.package
    for name, relation in list(package._rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(name)
