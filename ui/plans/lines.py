"""A part of a plan as a list shows it: its words, where a quotation stands, what is guessed of that, what is spoken."""

from __future__ import annotations

from dataclasses import dataclass

from index.citations.works import doubt_sentence
from reader.lead_ins import before_words
from reader.library.collected import Evidence
from reader.library.plans import Part, PartKind
from reader.wording import tr
from ui.passages.line import Target
from ui.shared.citing import citation, labels_of, pages_named, section_named


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part. `cited`, `doubt`, `own` (the quotation in the person's own words) and `target` are of quotations alone.

    `colour` is #rrggbb, or "" for none; `target` is None where nothing can be opened.
    """

    key: str
    id: str
    kind: PartKind
    words: str
    cited: str = ""
    doubt: str = ""
    own: str = ""
    colour: str = ""
    target: Target | None = None

    @property
    def written(self) -> str:
        """What of it is the person's own and can be written here."""
        return self.own if self.kind is PartKind.QUOTATION else self.words

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        own = tr("In your own words: {words}", words=self.own) if self.own else ""
        told = (part.strip().rstrip(".") for part in (self.words, self.cited, self.doubt, own) if part)
        return f"{_spoken(self.kind)}: {'. '.join(told)}."


def _spoken(kind: PartKind) -> str:
    """What it is called."""
    return {
        PartKind.HEADING: tr("Heading"),
        PartKind.OWN: tr("Your own sentence"),
        PartKind.QUOTATION: tr("Quotation"),
    }[kind]


def _lost() -> str:
    return tr("These words were not found when the manifesto was read again: check them.")


def line_of(part: Part) -> PartLine:
    """The part as a line."""
    one = part.quoted
    if one is None:
        return PartLine(part.key, part.id, part.kind, part.text)
    document, block = one.document, one.block
    return PartLine(
        part.key,
        part.id,
        part.kind,
        before_words(one.lead_in, document.language) + one.words,
        cited=cited(one),
        doubt=doubt_sentence(document) if block is not None else _lost(),
        own=one.item.sentence,
        colour=document.colour,
        target=Target(document.id, block.id, one.spans[0][0], one.spans[-1][1]) if block is not None else None,
    )


def place(one: Evidence) -> str:
    """Where the words stand: "p. 47", else heading and paragraph; "" where they were not found again."""
    if one.block is None:
        return ""
    named = pages_named(labels_of(one.block.pieces, one.spans))
    return named or section_named(one.block.section, one.paragraph)


def cited(one: Evidence) -> str:
    """Who said it, in what, when and where."""
    return citation(one.document, place(one))
