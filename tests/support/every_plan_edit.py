"""What people can do with plans and lessons, as random edits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from chosen_at_random import Hand

from reader.edits import Edit
from reader.library import collected, lesson_edits, plans
from reader.library.collecting import collect, delete_collection, make_collection, rename_collection, write_sentence
from reader.library.planning import add_part, order_parts, remove_parts, write_part
from reader.library.plans import PartKind
from reader.library.verdicts import Span


def _collect(hand: Hand) -> Edit:
    document = hand.document
    block = hand.one(hand.blocks(document))
    start = hand.chance.randrange(len(block.text))
    plan = hand.one(["", *(one.id for one in hand.library.read(collected.collections))])
    if not plan and hand.library.read(collected.collections):
        plan = hand.plan
    return collect(hand.library, plan, document.id, [Span(block.id, start, len(block.text))])


def _add_part(hand: Hand) -> Edit:
    plan = hand.plan
    there = hand.parts(plan)
    kind = hand.one((PartKind.HEADING, PartKind.OWN))
    return add_part(hand.library, plan, there, hand.chance.randint(0, len(there)), kind, hand.text)


def _order_parts(hand: Hand) -> Edit:
    plan = hand.plan
    there = hand.parts(plan)
    return order_parts(hand.library, plan, hand.chance.sample(there, len(there)))


def _sentence(hand: Hand) -> Edit:
    part = hand.one(part for part in hand.parts(hand.plan) if part.quoted is not None)
    assert part.quoted is not None
    return write_sentence(hand.library, part.quoted.item.id, hand.text)


def _write_part(hand: Hand) -> Edit:
    return write_part(
        hand.library,
        hand.one(part for part in hand.parts(hand.plan) if part.kind in (PartKind.HEADING, PartKind.OWN)).id,
        hand.text,
    )


def _add_items(hand: Hand) -> Edit:
    plan = hand.plan
    targets = {PartKind.ROW: "harbour/nets", PartKind.CHART: "harbour/strips", PartKind.QUIZ: "harbour"}
    kinds = (*targets, PartKind.SLIDE)
    after = hand.one(["", *(part.key for part in hand.parts(plan))])
    shown = [
        (kind, plans.LessonItem(targets.get(kind, ""), tuple(hand.some_documents), hand.text, count=3))
        for kind in hand.some(kinds)
    ]
    return lesson_edits.add_items(hand.library, plan, shown, after)[0]


def _note(hand: Hand) -> Edit:
    plan = hand.plan
    return lesson_edits.write_note(hand.library, plan, hand.one(hand.parts(plan)), hand.one((hand.text, "")))


# Every kind of edit of plans by its name.
MAKING: Mapping[str, Callable[[Hand], Edit]] = {
    "make plan": lambda hand: make_collection(hand.library, hand.text),
    "rename plan": lambda hand: rename_collection(hand.library, hand.plan, hand.text),
    "delete plan": lambda hand: delete_collection(hand.library, hand.plan),
    "collect": _collect,
    "write sentence": _sentence,
    "add part": _add_part,
    "write part": _write_part,
    "order parts": _order_parts,
    "remove parts": lambda hand: remove_parts(hand.library, hand.some(hand.parts(hand.plan)) or [hand.one(())]),
    "add to lesson": _add_items,
    "write slide": lambda hand: lesson_edits.write_slide(hand.library, hand.item.id, hand.text, f"{hand.text}\nb"),
    "show documents": lambda hand: lesson_edits.show_documents(hand.library, hand.item.id, hand.some_documents),
    "draw questions": lambda hand: lesson_edits.draw_questions(hand.library, hand.item.id, 4, hand.one((1, 2))),
    "skip": lambda hand: lesson_edits.skip_items(hand.library, [hand.item.id], skipped=hand.one((True, False))),
    "note": _note,
    "note on row": lambda hand: lesson_edits.write_row_note(hand.library, "harbour/nets", hand.one((hand.text, ""))),
}
