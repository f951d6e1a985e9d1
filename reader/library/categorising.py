"""Putting lines of a concordance into one's own categories, as edits that can be applied and undone.

A category is a code under one that only groups them, so that all that works on codes works on categories: the
codebook, Notes, agreement, exports. A coder has a line in one category of a group.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from functools import partial
from typing import TypeAlias

from reader.edits import Change, Edit
from reader.library import annotation_rows
from reader.library.codebook_edits import add_codes
from reader.library.codes import Code
from reader.library.coding import New, add_annotations, annotations_gone
from reader.library.library import Library
from reader.library.verdicts import About, Placed, Selection
from reader.wording import tr

# The words of a line: document, block, and code points in it, end exclusive.
Words: TypeAlias = tuple[str, str, int, int]


def categories(library: Library, group: str) -> tuple[Code, ...]:
    """The categories of a group (a code's id), in their order; none where the group is not there."""
    return tuple(code for code in library.codebook().children(group) if code.codable) if group else ()


def categorised(library: Library, group: str, coder: str = "") -> dict[Words, str]:
    """The words that are in a category (id) of the group, by this coder, or by anybody for "".

    Of what several said of the same words, that of the coder at work counts, else what was said last.
    """
    said = _said(library, group)
    shown = [one for one in said if coder in ("", one.annotation.coder.id)]
    mine = [one for one in shown if one.annotation.coder.id == library.coder]
    return {words: one.annotation.target for one in (*shown, *mine) if (words := _words(one)) is not None}


def categorise(library: Library, words: Words, code: str, group: str) -> Edit:
    """Put words into a category (id) of the group, in place of the one that this coder had them in.

    The edit has no changes where they are in it already. Raises StaleEdit where words or category are gone.
    """
    name = str(library.row("codes", code)["name"])
    label = tr("Put a line into “{name}”", name=name)
    added = add_annotations(library, label, [_new(words, code)])
    if not added.changes:
        return added
    return Edit(label, (*_taken_off(library, words, group), *added.changes))


def categorise_anew(library: Library, words: Words, name: str, group: str, group_name: str) -> tuple[str, Edit]:
    """Put words into a new category of the group; where that is gone, of the one called `group_name`, or a new one.

    Gives the group's id too. Raises NameTaken where the group has such a category, StaleEdit where the words are gone.
    """
    called, book = " ".join(name.split()), library.codebook()
    made: list[Code] = []
    if book.get(group) is None:
        named = " ".join(group_name.split()).casefold()
        group = next((code.id for code in book.children() if code.name.casefold() == named), "")
    if not group:
        group = str(uuid.uuid4())
        made.append(Code(group, "", group_name, codable=False))
    made.append(Code(str(uuid.uuid4()), group, called))
    codes = add_codes(library, "", made)
    added = add_annotations(library, "", [_new(words, made[-1].id)], made)
    label = tr("Put a line into new “{name}”", name=called)
    return group, Edit(label, (*codes.changes, *_taken_off(library, words, group), *added.changes))


def uncategorise(library: Library, words: Words, group: str) -> Edit:
    """Take words out of the category of the group that this coder had them in; no changes where there is none."""
    return Edit(tr("Take a line out of its category"), tuple(_taken_off(library, words, group)))


def names_of(library: Library, group: str) -> Mapping[str, str]:
    """What the categories of a group (ids) are called."""
    return {code.id: code.name for code in categories(library, group)}


def _taken_off(library: Library, words: Words, group: str) -> list[Change]:
    mine = [one for one in _said(library, group) if one.annotation.coder.id == library.coder]
    return annotations_gone(library, [one.annotation.id for one in mine if _words(one) == words])


def _said(library: Library, group: str) -> list[Placed]:
    codes = [code.id for code in categories(library, group)]
    return library.read(partial(annotation_rows.of_targets, targets=codes, about=About.CODE)) if codes else []


def _words(one: Placed) -> Words | None:
    if len(one.spans) != 1:
        return None
    (span,) = one.spans
    return one.annotation.document, span.block, span.start, span.end


def _new(words: Words, code: str) -> New:
    document, block, start, end = words
    return New(document, Selection(block, start, block, end), code)
