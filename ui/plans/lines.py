"""A part of a plan as a list shows it: its words, where a quotation stands, what is guessed of that, what is spoken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index.citations.works import doubt_sentence
from index.lessons.naming import named
from index.topics.model import Topic
from reader.lead_ins import before_words
from reader.library.collected import Evidence
from reader.library.plans import LessonItem, Part, PartKind
from reader.wording import tr, tr_count
from ui.passages.line import Target
from ui.shared.citing import citation, labels_of, pages_named, section_named


@dataclass(frozen=True, slots=True)
class PartLine:
    """One part. `cited`, `doubt`, `own` (the quotation in the person's own words) and `target` are of quotations alone.

    `colour` is #rrggbb, or "" for none; `target` is None where nothing can be opened. Under what a lesson shows stands
    what it is and how much of it there is (`about`); one that is `skipped` is not shown. `note` is for whoever holds
    the lesson.
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
    about: str = ""
    skipped: bool = False
    note: str = ""

    @property
    def is_written(self) -> bool:
        """Whether something in it is the person's own, to be written here: rows, charts and quizzes are chosen."""
        return self.kind not in (PartKind.ROW, PartKind.CHART, PartKind.QUIZ)

    @property
    def can_be_skipped(self) -> bool:
        """Whether a lesson can pass over it and keep it."""
        return bool(self.about)

    @property
    def written(self) -> str:
        """What of it is the person's own and can be written here."""
        return self.own if self.kind is PartKind.QUOTATION else self.words

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        own = tr("In your own words: {words}", words=self.own) if self.own else ""
        note = tr("Note: {words}", words=self.note) if self.note else ""
        told = (
            part.strip().rstrip(".") for part in (self.words, self.cited, self.doubt, own, self.about, note) if part
        )
        return f"{_spoken(self.kind)}: {'. '.join(told)}."


def _spoken(kind: PartKind) -> str:
    """What it is called."""
    return {
        PartKind.HEADING: tr("Heading"),
        PartKind.OWN: tr("Your own sentence"),
        PartKind.QUOTATION: tr("Quotation"),
        PartKind.ROW: tr("Row of the comparison"),
        PartKind.CHART: tr("Chart"),
        PartKind.SLIDE: tr("Slide"),
        PartKind.QUIZ: tr("Quiz"),
    }[kind]


def _lost() -> str:
    return tr("These words were not found when the manifesto was read again: check them.")


def line_of(part: Part, topics: Mapping[str, Topic], note: str = "") -> PartLine:
    """The part as a line, with the note on it; the topics of now, by id, name what a lesson shows."""
    one = part.quoted
    if part.item is not None:
        return _shown(part, part.item, topics, note)
    if one is None:
        return PartLine(part.key, part.id, part.kind, part.text, note=note)
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
        note=note,
    )


def _shown(part: Part, item: LessonItem, topics: Mapping[str, Topic], note: str) -> PartLine:
    """A row, chart, slide or quiz."""
    words = item.written if part.kind is PartKind.SLIDE else named(part.kind, item, topics)
    about = [_spoken(part.kind)]
    if item.documents:
        about.append(tr_count("1 manifesto", "{count} manifestos", len(item.documents)))
    if item.skipped:
        about.append(tr("skipped"))
    return PartLine(part.key, part.id, part.kind, words, about=", ".join(about), skipped=item.skipped, note=note)


def place(one: Evidence) -> str:
    """Where the words stand: "p. 47", else heading and paragraph; "" where they were not found again."""
    if one.block is None:
        return ""
    named = pages_named(labels_of(one.block.pieces, one.spans))
    return named or section_named(one.block.section, one.paragraph)


def cited(one: Evidence) -> str:
    """Who said it, in what, when and where."""
    return citation(one.document, place(one))
