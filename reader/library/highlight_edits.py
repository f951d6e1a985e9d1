"""Takes what people marked in PDF files as annotations, as one edit that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from reader.edits import Change, Edit
from reader.library.coder_edits import new_coder
from reader.library.coding import New, add_annotations
from reader.library.highlights import FoundHighlight
from reader.library.library import Library
from reader.library.memo_edits import cleaned
from reader.library.memos import of_annotations_in
from reader.library.verdicts import Anchor
from reader.wording import tr, tr_count


def take_highlights(library: Library, documents: Iterable[str]) -> Edit:
    """All highlights that were found in the files of these documents become notes, their comments the memos on them.

    Who made them is a coder by that name; what nobody's name is on is said by the coder at work. What was taken before
    and is still there is left out.
    """
    found = [
        (document, one)
        for document in documents
        for file in library.highlighted_files(document)
        for one in file.highlights
    ]
    coders, ids = _coders(library, [one for _, one in found])
    names = {one.id: one.name.casefold() for one in library.coders()} | {
        change.id: str((change.after or {})["name"]).casefold() for change in coders
    }
    there = {document: _there(library, document) for document in {document for document, _ in found}}
    new: list[New] = []
    for document, one in found:
        coder = ids[one.author.casefold()]
        for at, anchor in enumerate(one.anchors or (None,)):
            memo = cleaned(one.comment) if at == 0 else ""
            key = (names[coder], _place(anchor), memo)
            if key not in there[document]:
                there[document].add(key)
                new.append(New(document, anchor, memo=memo, coder=coder, made=one.made))
    used = {one.coder for one in new}
    label = tr_count("Take one highlight", "Take {count} highlights", len(new))
    edit = add_annotations(library, label, new)
    return Edit(label, (*(one for one in coders if one.id in used), *edit.changes))


def described(highlights: Sequence[FoundHighlight]) -> str:
    """How many there are and by whom, for the middle of a sentence: "14 highlights by A. Reader"."""
    authors = list(dict.fromkeys(one.author for one in highlights if one.author))
    count = len(highlights)
    if not authors:
        return tr_count("one highlight", "{count} highlights", count)
    if len(authors) == 1:
        return tr_count("one highlight by {who}", "{count} highlights by {who}", count, who=authors[0])
    if len(authors) == 2:
        return tr("{count} highlights by {who} and {other}", count=count, who=authors[0], other=authors[1])
    return tr("{count} highlights by {who} and {others} others", count=count, who=authors[0], others=len(authors) - 1)


def _coders(library: Library, found: Iterable[FoundHighlight]) -> tuple[list[Change], dict[str, str]]:
    """The coders that are missing, and the id of each author by name, case folded."""
    ids = {"": library.coder} | {one.name.casefold(): one.id for one in library.coders()}
    made = []
    for one in found:
        if one.author.casefold() not in ids:
            made.append(new_coder(one.author))
            ids[one.author.casefold()] = made[-1].id
    return made, ids


def _there(library: Library, document: str) -> set[tuple[str, tuple[object, ...], str]]:
    """The annotations of the document: whose, where, and with which memo."""
    written = library.read(partial(of_annotations_in, document=document))
    memos = {memo.subject: memo.text for memo in written}
    return {
        (
            one.annotation.coder.name.casefold(),
            _place(one.annotation.anchor if one.annotation.anchor.block else None),
            memos.get(one.annotation.id, ""),
        )
        for one in library.coded(document)
    }


def _place(anchor: Anchor | None) -> tuple[object, ...]:
    return () if anchor is None else (anchor.quote, anchor.before, anchor.after)
