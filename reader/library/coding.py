"""Codes and notes on words and manifestos, as edits that can be applied and undone.

One coder has a code on the same words once; all else may overlap as it will.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TypeAlias

from reader.edits import Change, Edit, Value
from reader.errors import AlreadyThere, NotCodable, StaleEdit
from reader.library import annotation_rows, documents, units
from reader.library.anchoring import Anchors, Finder
from reader.library.annotation_rows import new_annotation
from reader.library.codes import Code
from reader.library.library import Library
from reader.library.memo_edits import check_there, cleaned, memos_gone, memos_moved, new_memo
from reader.library.memos import MemoOf
from reader.library.units import UnitMark, overlap
from reader.library.verdicts import About, Anchor, Annotation, Placed, Selection, Span
from reader.model import Block

# Words that were selected, an anchor that was made before, or the whole document.
Place: TypeAlias = Selection | Anchor | None
# What a coder has once: a code (id) in a document at a place, which is where it stands now or, for lost words, stood.
_Key: TypeAlias = tuple[str, str, str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class New:
    """A code or note to be made. `code` is its id, "" for a note; `coder` is "" for the one at work, `made` for now."""

    document: str
    place: Place
    code: str = ""
    memo: str = ""
    coder: str = ""
    made: str = ""


def apply_code(library: Library, document: str, place: Place, code: str, memo: str = "") -> Edit:
    """Put a code (id) on these words; the id of the annotation is that of the first change.

    The edit has no changes where this coder's code stands on the very words already. Raises StaleEdit where words or
    code are gone, NotCodable where the code only groups others.
    """
    return add_annotations(library, f"Code a passage as “{_name(library, code)}”", [New(document, place, code, memo)])


def code_document(library: Library, document: str, code: str) -> Edit:
    """Give a whole document a code, as an attribute. Else as `apply_code`."""
    check_there(library, document)
    return add_annotations(library, f"Code a manifesto as “{_name(library, code)}”", [New(document, None, code)])


def make_note(library: Library, document: str, place: Place, memo: str = "") -> Edit:
    """Mark words without a code, with what there is to say of them. Raises StaleEdit where they are gone."""
    return add_annotations(library, "Make a note" if memo else "Mark a passage", [New(document, place, memo=memo)])


def add_annotations(library: Library, label: str, new: Iterable[New], making: Iterable[Code] = ()) -> Edit:
    """Many codes and notes in one edit, as an import makes them. Codes that are there already are left out.

    `making`: codes that are not in the library yet, whose changes whoever asks puts before these. Each annotation is
    the first of the changes that belong to it. Raises as `apply_code` does.
    """
    at_work, changes = library.coder, []
    texts: dict[str, _Text] = {}
    checked = {"", *(code.id for code in making if code.codable)}
    for one in new:
        text = texts.setdefault(one.document, _Text(library, one.document))
        if one.code not in checked:
            _check_codable(library, one.code)
            checked.add(one.code)
        coder = one.coder or at_work
        anchor = text.anchor(one.place)
        spans = text.finder.find(anchor) if anchor.block else ()
        key = _key(coder, one.document, one.code, spans, anchor)
        if one.code and key in text.having(one.code):
            continue
        about = About.CODE if one.code else About.NOTE
        row = new_annotation(one.document, anchor, about, one.code, "", coder, made=one.made)
        changes.append(row)
        if memo := cleaned(one.memo):
            changes.append(new_memo(MemoOf.ANNOTATION, row.id, memo, coder, one.made))
        if one.code:
            text.having(one.code).add(key)
            changes += text.marks_against(coder, spans)
    return Edit(label, tuple(changes))


def delete_annotations(library: Library, annotations: Iterable[str]) -> Edit:
    """Take codes and notes (ids) away, with the memos on them. Raises StaleEdit where one is gone."""
    gone = list(dict.fromkeys(annotations))
    label = "Delete a code or note" if len(gone) == 1 else f"Delete {len(gone)} codes and notes"
    return Edit(label, tuple(annotations_gone(library, gone)))


def annotations_gone(library: Library, annotations: Sequence[str]) -> list[Change]:
    """The changes that take annotations away, with the memos on them. Raises StaleEdit where one is gone."""
    memos = memos_gone(library, MemoOf.ANNOTATION, annotations)
    return [*memos, *(Change("annotations", one, library.row("annotations", one), None) for one in annotations)]


def recode(library: Library, annotations: Iterable[str], code: str) -> Edit:
    """Give annotations (ids) another code (id); notes become codes.

    Where a coder has that code on the same words, the two become one, with the memos of both. Raises StaleEdit where an
    annotation or the code is gone, NotCodable.
    """
    wanted = list(dict.fromkeys(annotations))
    found = {one.annotation.id: one for one in library.read(lambda at: annotation_rows.named(at, wanted))}
    if any(name not in found for name in wanted):
        raise _gone()
    _check_codable(library, code)
    moving = [found[name] for name in wanted if found[name].annotation.target != code]
    what = "a passage" if len(moving) == 1 else f"{len(moving)} passages"
    return Edit(f"Recode {what} as “{_name(library, code)}”", tuple(retargeted(library, moving, code)))


def also_code(library: Library, annotations: Iterable[str], code: str) -> Edit:
    """Put one more code (id) on the words of annotations (ids), by the coder at work. Raises as `recode` does."""
    wanted = list(dict.fromkeys(annotations))
    found = library.read(lambda at: annotation_rows.named(at, wanted))
    if len(found) < len(wanted):
        raise _gone()
    said = [one.annotation for one in found]
    new = [New(one.document, one.anchor if one.anchor.block else None, code) for one in said]
    what = "a passage" if len(new) == 1 else f"{len(new)} passages"
    return add_annotations(library, f"Code {what} as “{_name(library, code)}” too", new)


def retargeted(library: Library, annotations: Sequence[Placed], code: str) -> list[Change]:
    """The changes that give annotations another code, as `recode` says."""
    held = {
        _key_of(one, code): one.annotation.id
        for one in library.read(lambda at: annotation_rows.of_targets(at, [code], About.CODE))
    }
    changes: list[Change] = []
    merged: dict[str, str] = {}
    for one in annotations:
        said = one.annotation
        kept = held.setdefault(_key_of(one, code), said.id)
        if kept == said.id:
            old: dict[str, Value] = {"kind": said.about.value, "target": said.target}
            changes.append(Change("annotations", said.id, old, {"kind": About.CODE.value, "target": code}))
        else:
            merged[said.id] = kept
            changes.append(Change("annotations", said.id, library.row("annotations", said.id), None))
    return [*memos_moved(library, MemoOf.ANNOTATION, merged), *changes] if merged else changes


def move_ends(library: Library, annotation: str, place: Selection) -> Edit:
    """Let an annotation (id) stand on these words of its document instead.

    Raises StaleEdit where it or the words are gone, AlreadyThere where the coder has the code on them already.
    """
    found = library.read(lambda at: annotation_rows.named(at, [annotation]))
    if not found:
        raise _gone()
    said = found[0].annotation
    text = _Text(library, said.document)
    anchor = text.anchor(place)
    label = "Move the ends of a passage"
    if anchor == said.anchor or text.finder.find(anchor) == found[0].spans:
        return Edit(label, ())
    if said.about is About.CODE:
        key = _key(said.coder.id, said.document, said.target, text.finder.find(anchor), anchor)
        if key in text.having(said.target):
            raise AlreadyThere("These words have this code already.", "Delete one of the two, or choose other words.")
    # The kind is named too, so that a change tells what it is one of.
    old = {**asdict(said.anchor), "kind": said.about.value}
    new = {**asdict(anchor), "kind": said.about.value}
    return Edit(label, (Change("annotations", annotation, old, new),))


class _Text:
    """One document, of which no more is read than is needed."""

    def __init__(self, library: Library, document: str) -> None:
        self._library = library
        self._document = document
        self._having: dict[str, set[_Key]] = {}

    @cached_property
    def _blocks(self) -> list[Block]:
        return self._library.read(lambda connection: documents.bare_blocks(connection, self._document))

    @cached_property
    def _anchors(self) -> Anchors:
        return Anchors(self._blocks)

    @cached_property
    def finder(self) -> Finder:
        return Finder(self._blocks)

    def having(self, code: str) -> set[_Key]:
        """Where this code stands in it, by any coder; what is added here counts from then on."""
        if code not in self._having:
            placed = self._library.read(lambda at: annotation_rows.of_code(at, self._document, code))
            self._having[code] = {_key_of(one, code) for one in placed}
        return self._having[code]

    @cached_property
    def _marks(self) -> list[tuple[Annotation, tuple[Span, ...]]]:
        """That units have no code, with where these stand."""
        return self._library.read(lambda connection: units.marks(connection, self._document, UnitMark.NO_CODE))

    def anchor(self, place: Place) -> Anchor:
        if place is None:
            return Anchor()
        return place if isinstance(place, Anchor) else self._anchors.of(place)

    def marks_against(self, coder: str, spans: Sequence[Span]) -> list[Change]:
        """The changes that take back that units have no code when this coder's code comes on words of theirs."""
        against = [
            (said, there)
            for said, there in self._marks
            if said.coder.id == coder and any(overlap(one, span) for one in there for span in spans)
        ]
        for one in against:
            self._marks.remove(one)
        return [Change("annotations", one.id, self._library.row("annotations", one.id), None) for one, _ in against]


def _key(coder: str, document: str, code: str, spans: Sequence[Span], anchor: Anchor) -> _Key:
    lost = (anchor.block, anchor.start, anchor.last_block, anchor.end, anchor.quote)
    return coder, document, code, tuple(spans) or lost


def _key_of(one: Placed, code: str) -> _Key:
    said = one.annotation
    return _key(said.coder.id, said.document, code, one.spans, said.anchor)


def _name(library: Library, code: str) -> str:
    return str(library.row("codes", code)["name"])


def _check_codable(library: Library, code: str) -> None:
    """Raises StaleEdit where the code is gone, NotCodable."""
    row = library.row("codes", code)
    if not row["codable"]:
        raise NotCodable(f"“{row['name']}” only groups other codes.", "Choose one of those, or make it codable.")


def _gone() -> StaleEdit:
    return StaleEdit("It is not in the library any more.", "Look at what is there now and do it again if it is wanted.")
