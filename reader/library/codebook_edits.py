"""Changing the codebook, as edits that can be applied and undone; each says how many passages it touches."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reader.edits import Change, Edit, Row, Value
from reader.errors import CannotNest, NameTaken, StaleEdit
from reader.library import annotation_rows, code_looks
from reader.library.coder_edits import checked_colour
from reader.library.codes import Code, Codebook
from reader.library.coding import New, Place, add_annotations, annotations_gone, retargeted
from reader.library.library import Library
from reader.library.memo_edits import memos_gone, memos_moved
from reader.library.memos import MemoOf
from reader.library.packing import compact
from reader.library.verdicts import About

# What a person writes of a code; its place in the tree is changed by `nest_code`.
_WRITTEN = ("name", "colour", "definition", "include", "exclude", "example", "key", "codable", "topic")
_LINES = ("name", "key")


def passages_of(library: Library, codes: Iterable[str], *, below: bool = False) -> int:
    """How many annotations these codes (ids) have, of all coders and also in removed documents.

    `below`: with those of all codes under them.
    """
    names = set(codes)
    if below:
        book = library.codebook()
        names |= {under for code in names for under in book.below(code)}
    # A code has far fewer annotations than its kind, by which SQLite would look.
    query = "SELECT count(*) FROM annotations WHERE +kind = 'code' AND target IN (SELECT value FROM json_each(?))"
    asked = compact(sorted(names))
    (count,) = library.read(lambda connection: connection.execute(query, (asked,)).fetchone())
    return int(count)


def create_code(library: Library, name: str, parent: str = "", **fields: str | bool) -> Edit:
    """A new code, last under its parent ("" for the top); its id is that of the first change.

    `fields` are those of `Code`. Raises NameTaken where the parent has a code of that name, or another has its key.
    """
    code = Code(str(uuid.uuid4()), parent, name)
    written = {field: fields[field] for field in _WRITTEN if field in fields}
    if len(written) != len(fields):
        raise ValueError(f"no such fields: {sorted(set(fields) - set(written))}")
    return add_codes(library, "", [replace(code, **written)])  # type: ignore[arg-type]  # fields of Code by their names


def code_as_new(library: Library, document: str, place: Place, name: str, parent: str = "") -> Edit:
    """A new code, whose id is that of the first change, put on these words in the same edit.

    Raises as `create_code` and `apply_code` do.
    """
    made = create_code(library, name, parent)
    code = Code(made.changes[0].id, parent, " ".join(name.split()))
    what = "a manifesto" if place is None else "a passage"
    coded = add_annotations(library, f"Code {what} as new “{code.name}”", [New(document, place, code.id)], [code])
    return Edit(coded.label, (*made.changes, *coded.changes))


def add_codes(library: Library, label: str, codes: Sequence[Code]) -> Edit:
    """Many codes in one edit, as an import makes them: their ids are new, their parents among them or there already.

    Under each parent they stand after what is there, in the order given. One without a colour gets one that few have
    and keeps it. Raises as `create_code` does.
    """
    book = library.codebook()
    known = list(book.codes)
    looks = code_looks.Looks(book)
    ends: dict[str, int] = {}
    changes = []
    for code in codes:
        new = _cleaned(code)
        if new.parent and all(one.id != new.parent for one in known):
            raise _gone()
        _check(new, known)
        last = max((one.position for one in book.children(new.parent)), default=-1)
        ends[new.parent] = ends.get(new.parent, last) + 1
        known.append(new)
        new = replace(new, colour=looks.coloured(new))
        changes.append(Change("codes", new.id, None, _row(replace(new, position=ends[new.parent]))))
    what = f"Create code “{known[-1].name}”" if len(changes) == 1 else f"Create {len(changes)} codes"
    return Edit(label or what, (*changes, *_looks_kept(book)) if changes else ())


def rename_code(library: Library, code: str, name: str) -> Edit:
    """Raises NameTaken as `create_code` does, StaleEdit where the code is gone."""
    return change_code(library, code, name=name)


def change_code(library: Library, code: str, **fields: str | bool) -> Edit:
    """Write these fields of a code: name, colour, definition, include, exclude, example, key, codable, topic.

    No colour ("") stands for one that few codes have. The edit has no changes when they say that already. Raises as
    `rename_code`, NotSupported for what is no colour.
    """
    if unknown := set(fields) - set(_WRITTEN):
        raise ValueError(f"no such fields: {sorted(unknown)}")
    book = library.codebook()
    old = _known(book, code)
    new = _cleaned(replace(old, **fields))  # type: ignore[arg-type]  # fields of Code by their names
    if old.colour and not new.colour:
        new = replace(new, colour=code_looks.Looks(book).coloured(new))
    _check(new, book.codes)
    wanted = {name: value for name, value in _row(new).items() if value != _row(old)[name]}
    before = {name: _row(old)[name] for name in wanted}
    did = "Rename" if "name" in wanted else "Change"
    label = f"{did} code “{old.name}”{_touching(passages_of(library, [code]))}"
    return Edit(label, (Change("codes", code, before, wanted),) if wanted else ())


def nest_code(library: Library, code: str, parent: str, place: int | None = None) -> Edit:
    """Move a code with all under it below another ("" for the top), as the `place`-th there from 0; last without.

    Raises CannotNest where that is the code itself or stands under it, NameTaken, StaleEdit.
    """
    book = library.codebook()
    moved = replace(_known(book, code), parent=parent)
    if parent and book.get(parent) is None:
        raise _gone()
    if parent == code or parent in book.below(code):
        raise CannotNest(f"“{moved.name}” cannot stand under itself.", "Choose another place.")
    _check(moved, book.codes)
    there = [one for one in book.children(parent) if one.id != code]
    there.insert(len(there) if place is None else max(0, place), moved)
    count = passages_of(library, [code], below=True)
    changes = tuple(_ordered(book, parent, there))
    return Edit(f"Move code “{moved.name}”{_touching(count)}", (*changes, *_looks_kept(book)) if changes else ())


def merge_codes(library: Library, codes: Iterable[str], into: str) -> Edit:
    """Let these codes (ids) become one, with their passages, memos and the codes under them.

    Where a coder has several of them on the same words, one is left, with the memos of all. Raises NameTaken where
    codes under them have the same name, StaleEdit where a code is gone.
    """
    book = library.codebook()
    kept = _known(book, into)
    gone = [_known(book, code) for code in dict.fromkeys(codes) if code != into]
    names = [code.id for code in gone]
    count = passages_of(library, names)
    changes = retargeted(library, library.read(lambda at: annotation_rows.of_targets(at, names, About.CODE)), into)
    changes += memos_moved(library, MemoOf.CODE, dict.fromkeys(names, into))
    changes += _adopted(book, set(names), kept)
    changes += [Change("codes", name, library.row("codes", name), None) for name in names]
    changes += _looks_kept(book, names)
    label = f"Merge {len(names) + 1} codes as “{kept.name}”{_touching(count)}"
    return Edit(label, tuple(changes) if gone else ())


def delete_code(library: Library, code: str) -> Edit:
    """A code goes with all under it, all their passages and the memos on them. Raises StaleEdit where it is gone."""
    book = library.codebook()
    found = _known(book, code)
    names = [code, *book.below(code)]
    passages = [one.annotation.id for one in library.read(lambda at: annotation_rows.of_targets(at, names, About.CODE))]
    changes = annotations_gone(library, passages) + memos_gone(library, MemoOf.CODE, names)
    changes += [Change("codes", name, library.row("codes", name), None) for name in names]
    changes += _looks_kept(book, names)
    label = f"Delete code “{found.name}”" if len(names) == 1 else f"Delete {len(names)} codes"
    return Edit(f"{label}{_touching(len(passages))}", tuple(changes))


def _adopted(book: Codebook, gone: set[str], into: Code) -> list[Change]:
    """The changes by which codes under those that go stand under the one that stays.

    That one, and what it stands under, goes up to the next that stays.
    """
    up = {into.id, *book.above(into.id)}
    moving = [one for name in gone for one in book.children(name) if one.id not in gone]
    higher = [one for one in moving if one.id in up]
    lower = [one for one in moving if one.id not in up]
    changes = []
    for one in higher:
        above = next((name for name in reversed(book.above(one.id)) if name not in gone), "")
        changes += _adopt(book, gone, above, [one])
    return changes + _adopt(book, gone, into.id, lower)


def _adopt(book: Codebook, gone: set[str], parent: str, new: Sequence[Code]) -> list[Change]:
    there = [one for one in book.children(parent) if one.id not in gone]
    for one in new:
        _check(replace(one, parent=parent), [code for code in [*there, *book.children(parent)] if code.id not in gone])
        there.append(replace(one, parent=parent))
    return list(_ordered(book, parent, there)) if new else []


def _ordered(book: Codebook, parent: str, wanted: Sequence[Code]) -> Iterable[Change]:
    """The changes by which these codes stand under a parent in this order."""
    for place, code in enumerate(wanted):
        old = book.get(code.id) or code
        before: dict[str, Value] = {"parent": old.parent or None, "position": old.position}
        after: dict[str, Value] = {"parent": parent or None, "position": place}
        if before != after:
            yield Change("codes", code.id, before, after)


def _looks_kept(book: Codebook, gone: Iterable[str] = ()) -> list[Change]:
    """The changes by which codes keep the colours that they had by their places, before these places change."""
    colours = code_looks.kept(book, gone)
    return [Change("codes", code, {"colour": ""}, {"colour": colour}) for code, colour in colours.items()]


def _known(book: Codebook, code: str) -> Code:
    found = book.get(code)
    if found is None:
        raise _gone()
    return found


def _gone() -> StaleEdit:
    return StaleEdit("This code is not in the codebook any more.", "Look at what is there now and choose another.")


def _cleaned(code: Code) -> Code:
    """The code as it is kept: names and keys on one line, colours as the library writes them."""
    texts = {name: " ".join(getattr(code, name).split()) for name in _LINES}
    return replace(code, **texts, colour=checked_colour(code.colour))  # type: ignore[arg-type]  # texts by their names


def _check(code: Code, codes: Iterable[Code]) -> None:
    """Raises NameTaken where a code has no name, or name or key are those of another."""
    if not code.name:
        raise NameTaken("A code needs a name.", "Type one.")
    for one in codes:
        if one.id != code.id and one.parent == code.parent and one.name.casefold() == code.name.casefold():
            raise NameTaken(f"There is a code “{one.name}” there already.", "Choose another name, or merge the two.")
        if one.id != code.id and code.key and one.key.casefold() == code.key.casefold():
            raise NameTaken(f"“{one.key}” is the key of “{one.name}” already.", "Choose another key.")


def _row(code: Code) -> Mapping[str, Value]:
    row: Row = {
        "id": code.id,
        "parent": code.parent or None,
        "name": code.name,
        "colour": code.colour,
        "definition": code.definition,
        "position": code.position,
        "include": code.include,
        "exclude": code.exclude,
        "example": code.example,
        "key": code.key,
        "codable": int(code.codable),
        "topic": code.topic,
    }
    return row


def _touching(passages: int) -> str:
    """How many passages an edit touches, for its label."""
    if not passages:
        return ""
    return " (1 passage)" if passages == 1 else f" ({passages} passages)"
