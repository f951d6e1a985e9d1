"""What the names of paragraph styles say in the office programs: headings, quotations, captions, contents, lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reader.model import Kind


class Role(NamedTuple):
    """What a paragraph of a style is; `level` is a heading's, or the least depth of a list item."""

    kind: Kind
    level: int | None = None


# The outline level that stands for body text in Word and Rich Text; lower ones, from 0, are headings.
BODY_LEVEL = 9

# Built-in names are English inside the files whatever language the program speaks; other writers translate them.
_HEADING = re.compile(
    r"(?:heading|h|überschrift|titre|título|titulo|encabezado|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis"
    r"|заголовок|pennawd) ?(\d)"
)
_LIST = re.compile(r"list (?:bullet|number)(?: (\d))?")
_CONTENTS = re.compile(
    r"(?:toc|contents|index|table index|illustration index|user index|verzeichnis) ?(?:\d+|heading)|table of figures"
)
_NAMED = {
    "title": Role(Kind.HEADING, 1),
    "quote": Role(Kind.QUOTE),
    "intense quote": Role(Kind.QUOTE),
    "block text": Role(Kind.QUOTE),
    "block quotation": Role(Kind.QUOTE),
    "block quote": Role(Kind.QUOTE),
    "blockquote": Role(Kind.QUOTE),
    "quotations": Role(Kind.QUOTE),
    "caption": Role(Kind.CAPTION),
    "illustration": Role(Kind.CAPTION),
    "image caption": Role(Kind.CAPTION),
    "table caption": Role(Kind.CAPTION),
    "figure": Role(Kind.CAPTION),
    "table": Role(Kind.CAPTION),
    "drawing": Role(Kind.CAPTION),
}


def role_of(name: str) -> Role | None:
    """What the style's name says of its paragraphs, None for an ordinary one ("Normal", "Text body")."""
    plain = " ".join(name.replace("_", " ").casefold().split())
    if heading := _HEADING.fullmatch(plain):
        return Role(Kind.HEADING, max(1, int(heading[1])))
    if item := _LIST.fullmatch(plain):
        return Role(Kind.LIST_ITEM, int(item[1] or 1))
    return Role(Kind.CONTENTS) if _CONTENTS.fullmatch(plain) else _NAMED.get(plain)


def inherited_role(styles: Iterable[tuple[str, int | None]]) -> Role | None:
    """What the paragraphs of a style are, None for ordinary ones.

    `styles` are the name of the style and of those that it is based on, each with the level of its headings: 0 for body
    text, None where the style does not say. The first that says anything counts.
    """
    for name, level in styles:
        role = role_of(name)
        if role:
            return role
        if level is not None:
            return Role(Kind.HEADING, level) if level else None
    return None


def level_of_outline(outline: int | None) -> int | None:
    """The level of headings of an outline level of Word or Rich Text: 0 for body text, None where none is said."""
    if outline is None:
        return None
    return outline + 1 if outline < BODY_LEVEL else 0
