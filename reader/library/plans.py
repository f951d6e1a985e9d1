"""A plan, for writing or a lesson: headings, quotations, one's own sentences, and what else is shown, in an order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.library.collected import Evidence, evidence, items
from reader.library.packing import compact

_PARTS = """
SELECT id, kind, text, item, '', '', position FROM plan_parts WHERE collection = ?1
UNION ALL SELECT id, kind, '', '', target, value, position FROM lesson_items WHERE collection = ?1
ORDER BY position, id
"""
_ITEMS = "SELECT id, kind, target, value FROM lesson_items WHERE collection = ? ORDER BY position, id"
_SIZE = """
SELECT (SELECT count(*) FROM plan_parts WHERE collection = ?1 AND kind != 'quotation')
    + (SELECT count(*) FROM lesson_items WHERE collection = ?1)
"""


class PartKind(StrEnum):
    HEADING = "heading"
    QUOTATION = "quotation"
    OWN = "own"
    ROW = "row"  # of a comparison
    CHART = "chart"
    SLIDE = "slide"  # of one's own words
    QUIZ = "quiz"  # who said it?

    @property
    def table(self) -> str:
        """The table in which parts of this kind are rows."""
        return "lesson_items" if self in _LESSON else "plan_parts"


_LESSON = frozenset((PartKind.ROW, PartKind.CHART, PartKind.SLIDE, PartKind.QUIZ))


@dataclass(frozen=True, slots=True)
class LessonItem:
    """What a part of a lesson shows that is neither written nor quoted.

    `target` is topic and row ("policing/officers") of a row, topic and chart ("policing/strips") of a chart, the topic
    of a quiz, "" for a slide. `documents` are the ids of the manifestos that it shows, in their order. `title` and
    `text` are of a slide, its paragraphs on lines of their own. `count` and `seed` say how many questions a quiz has,
    and what they are drawn by. One that is `skipped` stays in the plan and is not shown; that judges nothing.
    """

    target: str = ""
    documents: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    count: int = 0
    seed: int = 0
    skipped: bool = False

    @property
    def topic(self) -> str:
        """The id of the topic, "" for a slide."""
        return self.target.partition("/")[0]

    @property
    def shown(self) -> str:
        """Which row of the topic, or which chart of it."""
        return self.target.partition("/")[2]

    @property
    def written(self) -> str:
        """The words of a slide as they are written: its title on the first line, and its text below."""
        return "\n".join(filter(None, (self.title, self.text)))

    def packed(self) -> str:
        """All but the target, as it is kept: what says nothing is left out."""
        said = {
            "documents": list(self.documents),
            "title": self.title,
            "text": self.text,
            "count": self.count,
            "seed": self.seed,
            "skipped": self.skipped,
        }
        return compact({name: value for name, value in said.items() if value})

    @classmethod
    def unpacked(cls, target: str, value: str) -> LessonItem:
        """Raises ValueError or TypeError where it was not packed so."""
        said = json.loads(value)
        made = cls(target, **{**said, "documents": tuple(said.get("documents", ()))})
        numbers = (made.count, made.seed)
        texts = (made.title, made.text, *made.documents)
        if not all(isinstance(one, str) for one in texts) or not all(type(one) is int for one in numbers):
            raise TypeError("a lesson holds texts and numbers")
        return made


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a plan. `text` is the person's own, "" for a quotation, whose words are those of `quoted`.

    What a lesson shows besides is its `item`. `id` is "" for a quotation that has no place of its own yet: it stands at
    the end.
    """

    id: str
    kind: PartKind
    text: str = ""
    quoted: Evidence | None = None
    item: LessonItem | None = None

    @property
    def key(self) -> str:
        """What tells the part from the others of its plan: the id of what was collected, else its own."""
        return self.quoted.item.id if self.quoted else self.id


@dataclass(frozen=True, slots=True)
class Extent:
    """How many words of a plan are the person's own, and how many are quoted."""

    own: int
    quoted: int


def parts(connection: sqlite3.Connection, plan: str) -> list[Part]:
    """The parts in their order; quotations of documents that have been removed are left out until they come back.

    Quotations are found in the documents as they are read now, which are looked through for that.
    """
    waiting = {one.item.id: one for one in evidence(connection, plan)}
    found = []
    for name, kind, text, item, target, value, _ in connection.execute(_PARTS, (plan,)):
        of = PartKind(kind)
        if of in _LESSON:
            found.append(Part(name, of, item=LessonItem.unpacked(target, value)))
        elif of is not PartKind.QUOTATION:
            found.append(Part(name, of, text))
        elif item in waiting:
            found.append(Part(name, of, quoted=waiting.pop(item)))
    return [*found, *(Part("", PartKind.QUOTATION, quoted=one) for one in waiting.values())]


def lesson_items(connection: sqlite3.Connection, plan: str) -> list[tuple[str, PartKind, LessonItem]]:
    """What a lesson shows besides its words and quotations, with ids, in order, without looking for quotations."""
    rows = connection.execute(_ITEMS, (plan,)).fetchall()
    return [(name, PartKind(kind), LessonItem.unpacked(target, value)) for name, kind, target, value in rows]


def size(connection: sqlite3.Connection, plan: str) -> int:
    """How many parts the plan has, without looking for its quotations."""
    (written,) = connection.execute(_SIZE, (plan,)).fetchone()
    return int(written) + len(items(connection, plan))


def extent(of: Sequence[Part]) -> Extent:
    """Words as white space parts them; a paraphrase is the person's own, headings count for nobody."""
    own = quoted = 0
    for part in of:
        if part.quoted is not None:
            quoted += len(part.quoted.words.split())
            own += len(part.quoted.item.sentence.split())
        elif part.kind is PartKind.OWN:
            own += len(part.text.split())
        elif part.item is not None:
            own += len(part.item.text.split())
    return Extent(own, quoted)
