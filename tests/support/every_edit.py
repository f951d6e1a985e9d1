"""Everything that people can do in a library, as random steps."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

import every_plan_edit
from chosen_at_random import WORDS, Hand
from hypothesis import strategies as st

from reader.edits import Edit
from reader.errors import UserError
from reader.identity import with_ids
from reader.library import (
    codebook_edits,
    coder_edits,
    coding,
    edits,
    judging,
    row_marks,
    sample_edits,
    unit_edits,
)
from reader.library.library import Library
from reader.library.memo_edits import write_memo
from reader.library.memos import MemoOf
from reader.library.records import FIELDS
from reader.library.samples import every as samples_of
from reader.library.units import Base, UnitMark
from reader.library.verdicts import Verdict
from reader.model import Block, Kind, Manifesto

Making: TypeAlias = Callable[[Hand], Edit | None]

_NAMES = "Sea Town Coast Crime Port Hill".split()  # noqa: SIM905 - as in a text


@dataclass(frozen=True)
class _Topic:
    id: str = "harbour"
    version: int = 1
    name: str = "Harbour"


def manifesto(chance: random.Random) -> Manifesto:
    """A manifesto of made-up sentences."""
    blocks = [Block(Kind.HEADING, f"Part {chance.random()}", level=1)]
    for _ in range(4):
        sentences = (" ".join(chance.choices(WORDS, k=chance.randint(3, 7))).capitalize() for _ in range(3))
        blocks.append(Block(Kind.PARAGRAPH, " ".join(f"{sentence}." for sentence in sentences)))
    return Manifesto("A plan", "en", tuple(blocks), format="Plain text")


def _memo(hand: Hand) -> Edit:
    kind = hand.one(MemoOf)
    subjects: dict[MemoOf, Callable[[], str]] = {
        MemoOf.ANNOTATION: lambda: hand.one(hand.annotations),
        MemoOf.CODE: lambda: hand.code,
        MemoOf.DOCUMENT: lambda: hand.document.id,
        MemoOf.LIBRARY: lambda: "",
        MemoOf.PART: lambda: hand.one(one.id for one in hand.parts(hand.plan) if one.item is None and one.id),
        MemoOf.ITEM: lambda: hand.item.id,
        MemoOf.ROW: lambda: "harbour/nets",
    }
    return write_memo(hand.library, kind, subjects[kind](), hand.one((hand.text, f"{hand.text}\n- a", "")))


def _move_ends(hand: Hand) -> Edit:
    one = hand.one(hand.library.noted())
    document = hand.library.document(one.document)
    assert document is not None
    return coding.move_ends(hand.library, one.id, hand.selection(document))


def _bulk(hand: Hand) -> Edit:
    document = hand.document
    coder = coder_edits.new_coder(f"Reader {hand.chance.random()}")
    new = [
        coding.New(
            document.id, hand.selection(document), hand.one((hand.code, "")), hand.text, hand.one((coder.id, ""))
        )
        for _ in range(4)
    ]
    made = coding.add_annotations(hand.library, "Take highlights", new)
    return Edit(made.label, (coder, *made.changes))


def _split(hand: Hand) -> Edit:
    unit = hand.one(hand.library.units(hand.scheme))
    span = hand.one(unit.spans)
    return unit_edits.split_unit(hand.library, unit.unit.id, span.block, hand.chance.randint(span.start, span.end))


def _join(hand: Hand) -> Edit:
    pairs = list(pairwise(hand.library.units(hand.scheme)))
    one, other = hand.one(pairs)
    return unit_edits.join_units(hand.library, [one.unit.id, other.unit.id])


def _rows(hand: Hand) -> Edit:
    document = hand.document
    block = hand.one(hand.blocks(document)).id
    return judging.set_rows(hand.library, document.id, block, _Topic(), hand.some(("nets", "money", "lamps")))


def _kind(hand: Hand) -> Edit:
    document = hand.document
    block = hand.one(hand.blocks(document))
    end = hand.chance.randint(1, len(block.text))
    return judging.set_statement_kind(hand.library, document.id, block.id, 0, end, hand.one(("pledge", "record")))


def _verdict(hand: Hand) -> Edit:
    document = hand.document
    return judging.set_verdict(
        hand.library, document.id, hand.one(hand.blocks(document)).id, _Topic(), hand.one(Verdict)
    )


def _sample(hand: Hand) -> Edit:
    document = hand.document
    trial = sample_edits.OnTrial("harbour", 1, "Harbour", "", 1, (document.id,))
    drawn = [(document.id, block.id, "rest") for block in hand.blocks(document)[:3]]
    return sample_edits.keep(hand.library, trial, drawn, {"rest": 3}, seed=1, size=3)[1]


def _judge(hand: Hand) -> Edit:
    item = hand.one(hand.one(hand.library.read(samples_of)).items)
    return sample_edits.judge(hand.library, item, "Harbour", on_topic=hand.one((True, False)))


def _field(hand: Hand) -> Edit:
    name = hand.one(name for name in FIELDS if name != "extent")
    return edits.set_fields(hand.library, hand.document.id, {name: hand.text})


def _fields_of_code(hand: Hand) -> Edit:
    return codebook_edits.change_code(
        hand.library,
        hand.code,
        definition=hand.text,
        key=hand.one(("", "1", "605.1")),
        codable=hand.one((True, True, False)),
    )


def _bring_back(hand: Hand) -> Edit:
    gone = hand.library.read(lambda at: at.execute("SELECT id FROM documents WHERE removed = 1").fetchall())
    return edits.restore(hand.library, hand.one(gone)[0])


# Every kind of edit by its name.
MAKING: dict[str, Making] = {
    **every_plan_edit.MAKING,
    "apply code": lambda hand: coding.apply_code(
        hand.library, (at := hand.document).id, hand.selection(at), hand.code, hand.one(("", hand.text))
    ),
    "code document": lambda hand: coding.code_document(hand.library, hand.document.id, hand.code),
    "make note": lambda hand: coding.make_note(hand.library, (at := hand.document).id, hand.selection(at), hand.text),
    "bulk": _bulk,
    "delete annotations": lambda hand: coding.delete_annotations(hand.library, hand.annotations),
    "recode": lambda hand: coding.recode(hand.library, hand.annotations, hand.code),
    "move ends": _move_ends,
    "memo": _memo,
    "create code": lambda hand: codebook_edits.create_code(
        hand.library, hand.one(_NAMES), hand.one(["", *(code.id for code in hand.library.codebook().codes)])
    ),
    "rename code": lambda hand: codebook_edits.rename_code(hand.library, hand.code, hand.one(_NAMES)),
    "change code": _fields_of_code,
    "nest code": lambda hand: codebook_edits.nest_code(
        hand.library, hand.code, hand.one(("", hand.code)), hand.one((None, 0, 1))
    ),
    "merge codes": lambda hand: codebook_edits.merge_codes(hand.library, hand.codes, hand.code),
    "delete code": lambda hand: codebook_edits.delete_code(hand.library, hand.code),
    "add coder": lambda hand: coder_edits.add_coder(hand.library, f"Coder {hand.chance.randrange(9)}"),
    "rename coder": lambda hand: coder_edits.rename_coder(hand.library, hand.one(hand.library.coders()).id, hand.text),
    "colour coder": lambda hand: coder_edits.colour_coder(
        hand.library, hand.one(hand.library.coders()).id, hand.one(("", "#102030"))
    ),
    "make scheme": lambda hand: unit_edits.make_scheme(
        hand.library,
        f"Units {hand.chance.randrange(9)}",
        hand.one(Base),
        hand.some_documents,
        headings=hand.one((True, False)),
        sample=hand.one((None, unit_edits.Drawn(4, hand.chance.randrange(99)))),
    ),
    "rename scheme": lambda hand: unit_edits.rename_scheme(hand.library, hand.scheme, hand.text),
    "delete scheme": lambda hand: unit_edits.delete_scheme(hand.library, hand.scheme),
    "lock": lambda hand: unit_edits.lock(hand.library, hand.scheme),
    "split unit": _split,
    "join units": _join,
    "mark unit": lambda hand: unit_edits.mark_unit(hand.library, hand.unit, hand.one((*UnitMark, None))),
    "verdict": _verdict,
    "rows": _rows,
    "kind": _kind,
    "silence": lambda hand: judging.confirm_silence(hand.library, hand.document.id, _Topic(), hand.one(("", "nets"))),
    "mark row": lambda hand: row_marks.mark_row(
        hand.library, hand.document.id, _Topic(), hand.one(("nets", "money")), hand.one(row_marks.Mark), hand.text
    ),
    "unmark row": lambda hand: row_marks.unmark_row(hand.library, hand.document.id, _Topic(), "nets"),
    "withdraw": lambda hand: judging.withdraw(
        hand.library, [one.annotation.id for one in hand.some(hand.library.all_annotations())]
    ),
    "make set": lambda hand: edits.make_set(hand.library, hand.text, hand.some_documents),
    "rename set": lambda hand: edits.rename_set(hand.library, hand.set, hand.text),
    "change set": lambda hand: edits.change_set(hand.library, hand.set, hand.some_documents),
    "order sets": lambda hand: edits.order_sets(hand.library, [one.id for one in hand.library.sets()][::-1]),
    "delete set": lambda hand: edits.delete_set(hand.library, hand.set),
    "field": _field,
    "confirm": lambda hand: edits.confirm(hand.library, hand.document.id, hand.some(FIELDS)),
    "remove document": lambda hand: edits.remove(hand.library, hand.document.id),
    "bring back": _bring_back,
    "sample": _sample,
    "judge": _judge,
    "remove sample": lambda hand: sample_edits.remove(hand.library, hand.one(hand.library.read(samples_of)), "Harbour"),
}
# What is no edit: another coder takes over, a document is read anew, edits are undone and done again.
OTHERWISE = ("work as", "read again", "undo", "redo")
# Steps that others build on, those that most can go wrong in, and reading anew are taken more often than the rest.
_OFTEN = ("apply code", "make note", "create code", "make scheme", "collect", "read again", "work as") * 3
_LESSONS = ("add to lesson", "add to lesson", "note")
_MORE = ("nest code", "merge codes", "recode", "move ends", "mark unit", "split unit", "join units", "undo", "redo")
# A step's name, and a seed for what is left to chance in it.
STEPS = st.tuples(st.sampled_from((*MAKING, *OTHERWISE, *_OFTEN, *_LESSONS, *_MORE)), st.integers(0, 2**32))


def read_anew(library: Library, seed: int) -> bool:
    """A document is read anew: blocks are joined or split, rarely lost, and what is guessed of it is another."""
    hand = Hand(library, random.Random(seed))  # noqa: S311  # no secret hangs on it
    if not library.documents():
        return False
    document = hand.document
    blocks = list(hand.blocks(document))
    for _ in range(hand.chance.randint(1, 3)):
        at = hand.chance.randrange(1, len(blocks))
        text, way = blocks[at].text, hand.chance.random()
        cut = text.find(" ", hand.chance.randrange(len(text)))
        if way < 0.45 and at + 1 < len(blocks):
            blocks[at : at + 2] = [replace(blocks[at], text=f"{text} {blocks[at + 1].text}", pieces=())]
        elif way < 0.9 and 0 < cut < len(text) - 1:
            blocks[at : at + 1] = [replace(blocks[at], text=part, pieces=()) for part in (text[:cut], text[cut + 1 :])]
        elif len(blocks) > 3:
            del blocks[at]
    named = with_ids(document.id, blocks)
    guessed = {"title": hand.text, "party": hand.text, "year": str(hand.chance.randint(1900, 2000))}
    library.store_again(document.id, Manifesto("A plan", "en", named, format="Plain text"), guessed)
    return True


def step(library: Library, name: str, seed: int) -> bool:
    """Take one step, by its name and what chance it is left to; whether it did anything."""
    hand = Hand(library, random.Random(seed))  # noqa: S311  # no secret hangs on it
    if name == "work as":
        library.work_as(hand.one(library.coders()).id)
        return True
    if name == "read again":
        return read_anew(library, seed)
    if name == "undo":
        return library.undo() is not None
    if name == "redo":
        return library.redo() is not None
    try:
        edit = MAKING[name](hand)
    except UserError:
        return False  # there is nothing to do it with, or it is refused
    if edit is not None:
        library.apply(edit)
        return bool(edit.changes)
    return False
