"""Chooses at random among what there is in a library, for those who do random things in it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import TypeVar

from reader.errors import UserError
from reader.library import collected, plans
from reader.library.library import Library
from reader.library.records import Document
from reader.library.verdicts import Selection
from reader.model import Block

T = TypeVar("T")

# What made-up sentences are made of.
WORDS = "harbour lamp net boat wall coast 🏘️ tŷ ﬁsh winter council street home school night year".split()  # noqa: SIM905 - as in a text


class Hand:
    """Chooses at random among what there is in a library."""

    def __init__(self, library: Library, chance: random.Random) -> None:
        self.library = library
        self.chance = chance

    def one(self, among: Iterable[T]) -> T:
        """Any of these. Raises StaleEdit's like, a UserError, where there is none."""
        every = list(among)
        if not every:
            raise UserError("There is nothing to choose from.", "Make something first.")
        return self.chance.choice(every)

    def some(self, among: Iterable[T]) -> list[T]:
        every = list(among)
        return self.chance.sample(every, self.chance.randint(1, min(4, len(every)))) if every else []

    @property
    def text(self) -> str:
        return " ".join(self.chance.choices(WORDS, k=3))

    @property
    def document(self) -> Document:
        return self.one(self.library.documents())

    def blocks(self, document: Document) -> list[Block]:
        return self.library.blocks(document.id)

    def selection(self, document: Document) -> Selection:
        """Some words of a document, often over several blocks."""
        blocks = self.blocks(document)
        first = self.chance.randrange(len(blocks))
        last = min(len(blocks) - 1, first + self.chance.choice((0, 0, 1, 2)))
        start = self.chance.randrange(len(blocks[first].text))
        low = start + 1 if first == last else 1
        return Selection(blocks[first].id, start, blocks[last].id, self.chance.randint(low, len(blocks[last].text)))

    @property
    def code(self) -> str:
        return self.one(self.library.codebook().codes).id

    @property
    def codes(self) -> list[str]:
        return [code.id for code in self.some(self.library.codebook().codes)]

    @property
    def annotations(self) -> list[str]:
        return [one.id for one in self.some(self.library.noted())]

    @property
    def plan(self) -> str:
        return self.one(self.library.read(collected.collections)).id

    def parts(self, plan: str) -> list[plans.Part]:
        return self.library.read(lambda connection: plans.parts(connection, plan))

    @property
    def item(self) -> plans.Part:
        """What a lesson shows beside words and quotations."""
        return self.one(part for part in self.parts(self.plan) if part.item is not None)

    @property
    def scheme(self) -> str:
        return self.one(self.library.schemes()).id

    @property
    def unit(self) -> str:
        return self.one(self.library.units(self.scheme)).unit.id

    @property
    def set(self) -> str:
        return self.one(self.library.sets()).id

    @property
    def some_documents(self) -> list[str]:
        return [document.id for document in self.some(self.library.documents())]
