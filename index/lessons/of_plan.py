"""A plan as a lesson: its words and quotations, and its rows, charts and quizzes as they are now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.citations.citing import citations
from index.citations.styles import Opened
from index.comparison import Comparison, compare
from index.exports.planning import cited_place
from index.exports.publication import Picture, plain
from index.lessons.building import row_slides, speakers_of
from index.lessons.naming import named, row_of
from index.lessons.notices import with_notice
from index.lessons.quoted import quotation_slide
from index.lessons.slides import ChartSlide, Lesson, QuestionSlide, RowSlide, Slide, TextSlide, renamed, speakers
from index.said import said_of
from index.sensitive import sensitive_passages
from index.topics.model import Match, Topic
from index.topics.views import Views
from reader.errors import UserError
from reader.library.collected import Collection
from reader.library.lesson_notes import notes_of, row_notes
from reader.library.library import Library
from reader.library.plans import LessonItem, Part, PartKind, parts
from reader.library.records import Document
from reader.wording import spoken, tr

Drawn = Callable[[LessonItem, Sequence[Document]], Picture | None]
Asked = Callable[[str, LessonItem, Sequence[Document]], tuple[QuestionSlide, ...]]


class NotIndexed(UserError):
    """A manifesto of the lesson is in the library but not in the index yet."""


def no_picture(_item: LessonItem, _documents: Sequence[Document]) -> Picture | None:
    """For whoever cannot draw: charts are left out, and named among what cannot be shown."""
    return None


def no_questions(_id: str, _item: LessonItem, _documents: Sequence[Document]) -> tuple[QuestionSlide, ...]:
    """For whoever asks none: quizzes are left out, and named among what cannot be shown."""
    return ()


@dataclass(frozen=True, slots=True)
class Materials:
    """What a lesson is made with. `topics` are those of now by id, `style` that of citations, `program` who makes it.

    `advice` is what the teacher wrote for the notice, "" for nothing. `drawn` draws a chart of these manifestos,
    `asked` makes the questions of a quiz, whose ids begin with the one it is given; what they cannot make is left out.
    """

    topics: Mapping[str, Topic]
    style: Opened
    program: str
    advice: str = ""
    drawn: Drawn = no_picture
    asked: Asked = no_questions


@dataclass(frozen=True, slots=True)
class Planned:
    """The lesson of a plan. `skipped` are the rows that are set to be skipped, as they would be shown.

    `documents` are the manifestos of both by their ids; `missing` names the parts that cannot be shown as they were
    meant: their topic, row or a manifesto is gone, or nothing here can draw them.
    """

    lesson: Lesson
    skipped: tuple[RowSlide, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def lesson_of(library: Library, views: Views, plan: Collection, made_with: Materials) -> Planned:
    """The plan as a lesson; views that the cache lacks are made, which loads the search engine.

    Raises NotIndexed, and what `Views.make` and `citations` raise.
    """
    found = library.read(lambda connection: parts(connection, plan.id))
    maker = _Maker(library, views, made_with, library.read(lambda connection: notes_of(connection, plan.id)))
    maker.look(found)
    cited = _cited(found, made_with.style)
    slides: list[Slide] = []
    skipped: list[RowSlide] = []
    for part in found:
        if part.item is None or not part.item.skipped:
            slides += maker.slides(part, cited.get(part.key, ""))
        elif part.kind is PartKind.ROW:
            skipped += [one for one in maker.slides(part, "") if isinstance(one, RowSlide)]
    everybody = _everybody([*slides, *skipped], maker.documents)
    named_anew = {who.document: who for who in speakers_of(list(everybody.values()))}
    shown = with_notice([renamed(slide, named_anew) for slide in slides], made_with.advice)
    lesson = Lesson(plan.name, shown, spoken(), made_with.program)
    left_out = tuple(one for one in (renamed(slide, named_anew) for slide in skipped) if isinstance(one, RowSlide))
    return Planned(lesson, left_out, everybody, tuple(maker.missing))


def lacking(
    library: Library, views: Views, plan: Collection, topics: Mapping[str, Topic]
) -> dict[str, tuple[str, ...]]:
    """By topic (id) the manifestos (ids) whose views a lesson needs and the cache lacks, for whoever has them made."""
    found = library.read(lambda connection: parts(connection, plan.id))
    there = {document.id for document in library.documents()}
    needed = {name: _manifestos(found) for name, topic in topics.items() if topic.sensitive}
    for part in found:
        if part.kind is PartKind.ROW and part.item is not None and part.item.topic in topics:
            needed.setdefault(part.item.topic, set()).update(part.item.documents)
    missing = {name: views.cached(topics[name], sorted(ids & there))[1] for name, ids in needed.items()}
    return {name: tuple(ids) for name, ids in missing.items() if ids}


def part_of(found: Sequence[Part], slide: str) -> Part | None:
    """The part of a plan that the slide with this id shows, for notes on it; None for the notice and what is gone."""
    key = slide.partition("/")[0]
    return next((part for part in found if part.key == key), None)


def _manifestos(found: Sequence[Part]) -> set[str]:
    """The ids of the manifestos that these parts show or quote."""
    shown = {one for part in found if part.item is not None for one in part.item.documents}
    return shown | {part.quoted.document.id for part in found if part.quoted is not None}


class _Maker:
    """Makes the slides of parts, each comparison once."""

    def __init__(self, library: Library, views: Views, made_with: Materials, notes: Mapping[str, str]) -> None:
        self._library, self._views, self._with = library, views, made_with
        self._notes, self._row_notes = notes, library.read(row_notes)
        self._compared: dict[tuple[str, tuple[str, ...]], Comparison] = {}
        self._sensitive: frozenset[tuple[str, str]] = frozenset()
        self.documents = {document.id: document for document in library.documents()}
        self.missing: list[str] = []

    def look(self, found: Sequence[Part]) -> None:
        """See which passages of the manifestos in these parts speak of violence. Raises NotIndexed."""
        wanted = _manifestos(found)
        there = [document for document in self.documents.values() if document.id in wanted]
        topics = [topic for topic in self._with.topics.values() if topic.sensitive]
        for topic in topics:
            made_views(self._library, self._views, topic, there)  # of views that are not made nothing would be known
        self._sensitive = sensitive_passages(self._library, self._views, topics, there)

    def slides(self, part: Part, cited: str) -> tuple[Slide, ...]:
        """The slides of a part, none for what cannot be shown."""
        note = self._notes.get(part.id, "")
        if part.quoted is not None:
            return (quotation_slide(part.key, part.quoted, cited, self._sensitive, note),)
        if part.item is not None:
            return tuple(self._of_item(part, part.item, note))
        if part.kind is PartKind.HEADING:
            return (TextSlide(part.id, part.text, notes=note),)
        return (TextSlide(part.id, "", part.text, note),)

    def _of_item(self, part: Part, item: LessonItem, note: str) -> Iterator[Slide]:
        if part.kind is PartKind.SLIDE:
            yield TextSlide(part.id, item.title, item.text, note)
            return
        documents = [self.documents[one] for one in item.documents if one in self.documents]
        topic = self._with.topics.get(item.topic)
        made = self._made(part, item, topic, documents, note) if topic is not None and documents else ()
        name = named(part.kind, item, self._with.topics)
        if not made:
            self.missing.append(tr("{name}: cannot be shown", name=name))
        elif len(documents) < len(item.documents):
            self.missing.append(tr("{name}: a manifesto is not in the library any more", name=name))
        yield from made

    def _made(
        self, part: Part, item: LessonItem, topic: Topic, documents: Sequence[Document], note: str
    ) -> Sequence[Slide]:
        if part.kind is PartKind.ROW:
            return self._rows(part.id, item, topic, documents, note or self._row_notes.get(item.target, ""))
        if part.kind is PartKind.QUIZ:
            return self._with.asked(part.id, item, documents)
        drawn = self._with.drawn(item, documents)
        if drawn is None:
            return ()
        title = named(part.kind, item, self._with.topics)
        return (ChartSlide(part.id, title, drawn.png, drawn.svg.decode(), drawn.alt, drawn.caption, note),)

    def _rows(
        self, name: str, item: LessonItem, topic: Topic, documents: Sequence[Document], note: str
    ) -> Sequence[Slide]:
        row = row_of(topic, item.shown)
        comparison = self._comparison(topic, documents)
        rows = tuple(one for one in comparison.rows if row is not None and one.subtopic.id == row.id)
        made = row_slides(replace(comparison, rows=rows), sensitive=self._sensitive)
        return [
            replace(slide, id=name + slide.id.removeprefix(item.target), notes=note if at == 0 else "")
            for at, slide in enumerate(made)
        ]

    def _comparison(self, topic: Topic, documents: Sequence[Document]) -> Comparison:
        ids = tuple(document.id for document in documents)
        if (topic.id, ids) not in self._compared:
            views = made_views(self._library, self._views, topic, documents)
            said = said_of(self._library, topic.id, documents, views)
            self._compared[topic.id, ids] = compare(topic, documents, views, best_first=True, said=said)
        return self._compared[topic.id, ids]


def made_views(
    library: Library, views: Views, topic: Topic, documents: Sequence[Document]
) -> Mapping[str, tuple[Match, ...]]:
    """The topic's views of these manifestos; those that the cache lacks are made. Raises NotIndexed."""
    found, missing = views.cached(topic, [document.id for document in documents])
    if missing:
        found = {**found, **views.make(library, topic, missing)}
    for document in documents:
        if document.id not in found:
            raise NotIndexed(
                tr("“{name}” is in the library but cannot be searched yet.", name=document.name),
                tr("Wait until it has been read, then try again."),
            )
    return found


def _everybody(slides: Sequence[Slide], documents: Mapping[str, Document]) -> dict[str, Document]:
    """The manifestos that speak on these slides, by their ids, in the order in which they come."""
    ids = dict.fromkeys(who.document for slide in slides for who in speakers(slide))
    return {one: documents[one] for one in ids if one in documents}


def _cited(found: Sequence[Part], style: Opened) -> dict[str, str]:
    """The citation of each quotation by the key of its part; a style may shorten what was cited before."""
    quoted = [(part.key, part.quoted) for part in found if part.quoted is not None]
    each = citations(style, [(one.document, cited_place(one)) for _, one in quoted]).each if quoted else ()
    return {key: plain(runs) for (key, _), runs in zip(quoted, each, strict=True)}
