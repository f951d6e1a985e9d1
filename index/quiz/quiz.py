"""A quiz of a topic: its questions as slides, and what it could be drawn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.analysis import language_code
from index.citations.citing import citations
from index.citations.places import Place, labels_of, pages_of, section_of
from index.citations.styles import Opened
from index.exports.publication import plain
from index.exports.sources import place, source
from index.lessons.building import speakers_of
from index.lessons.of_plan import made_views
from index.lessons.slides import Extract, QuestionSlide
from index.quiz.drawing import Candidate, Drawn, drawn, possible
from index.quiz.reasons import Reason, sentence
from index.quiz.usable import Sieve, Usable
from index.reuse import Wordings
from index.said import said_of
from index.sensitive import sensitive_passages
from index.topics.model import Topic
from index.topics.views import Views
from index.verdicts import Said, applied
from reader.errors import UserError
from reader.facts import Facts
from reader.library.library import Library
from reader.library.records import Document
from reader.wording import tr, tr_count

USUAL_COUNT = 10


class NotSwitchedOn(UserError):
    """The topic is sensitive, and quizzes on such topics are off until somebody switches them on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: `count` questions drawn by `seed`. `sensitive` lets passages in that speak of violence.

    `name` is what the ids of the questions begin with.
    """

    seed: int = 1
    count: int = USUAL_COUNT
    sensitive: bool = False
    name: str = "quiz"


@dataclass(frozen=True, slots=True)
class Quiz:
    """`questions` in the order in which they are asked, and for each manifesto, by name, what it was drawn from.

    `possible` is how many questions there can be when all manifestos are right equally often.
    """

    topic: Topic
    asked: Asked
    questions: tuple[QuestionSlide, ...]
    usable: tuple[Usable, ...]
    possible: int

    @property
    def left_out(self) -> Mapping[Reason, int]:
        """How many passages were left out for which reason."""
        counted: Counter[Reason] = Counter()
        for one in self.usable:
            counted.update(one.left_out)
        return counted

    @property
    def passages(self) -> int:
        """How many passages may be asked about."""
        return sum(len(one.candidates) for one in self.usable)


@dataclass(frozen=True, slots=True)
class Sources:
    """What quizzes are drawn from: a library and its views, the topics of now, the parties' facts, a citation style."""

    library: Library
    views: Views
    topics: Sequence[Topic]
    known: Facts
    style: Opened


@dataclass(frozen=True, slots=True)
class Pool:
    """What quizzes of a topic can be drawn from, looked through once: any number of seeds may follow."""

    topic: Topic
    sensitive: bool
    usable: tuple[Usable, ...]
    violent: frozenset[tuple[str, str]]

    @property
    def candidates(self) -> Mapping[str, tuple[Candidate, ...]]:
        """The passages that may be asked about, by manifesto (id)."""
        return {one.document.id: one.candidates for one in self.usable}


def quiz_of(sources: Sources, topic: Topic, documents: Sequence[Document], asked: Asked) -> Quiz:
    """The quiz of a topic in these manifestos, as people corrected its views. Raises what the other two do."""
    return quiz_from(sources, pool_of(sources, topic, documents, sensitive=asked.sensitive), asked)


def pool_of(sources: Sources, topic: Topic, documents: Sequence[Document], *, sensitive: bool) -> Pool:
    """The passages of these manifestos that may be asked about; views that are missing are made.

    The order of documents does not matter. Raises NotSwitchedOn, NotIndexed, and what `Views.make` does.
    """
    if topic.sensitive and not sensitive:
        raise NotSwitchedOn(
            tr("“{topic}” speaks of violence and abuse, so it is not asked about.", topic=topic.name),
            tr("Switch sensitive topics on where a quiz on it is meant."),
        )
    ordered = sorted(documents, key=lambda one: (one.name.casefold(), one.id))
    seen = made_views(sources.library, sources.views, topic, ordered)
    said = said_of(sources.library, topic.id, ordered, seen)
    of_violence = [one for one in sources.topics if one.sensitive]
    for one in of_violence:
        made_views(sources.library, sources.views, one, ordered)  # of views that are not made nothing would be known
    violent = sensitive_passages(sources.library, sources.views, of_violence, ordered)
    blocks = {one.id: sources.library.blocks(one.id, first_pieces=True) for one in ordered}
    wordings = Wordings(blocks, {one.id: language_code(one.language) for one in ordered})
    sieve = Sieve(ordered, sources.known, wordings, frozenset() if sensitive else violent)
    usable = tuple(sieve.usable(one, applied(topic, seen[one.id], said.get(one.id, Said()))) for one in ordered)
    return Pool(topic, sensitive, usable, violent)


def quiz_from(sources: Sources, pool: Pool, asked: Asked) -> Quiz:
    """The quiz that this seed draws; what is sensitive was decided with the pool. Raises what `citations` does."""
    chosen = drawn(pool.candidates, asked.seed, asked.count)
    taking_part = [one.document for one in pool.usable if one.candidates]
    questions = _questions(sources, pool, taking_part, chosen, asked.name)
    return Quiz(pool.topic, asked, questions, pool.usable, possible(pool.candidates))


def possible_in(pool: Pool) -> int:
    """How many questions there can be when all manifestos are right equally often."""
    return possible(pool.candidates)


def left_out(quiz: Quiz) -> str:
    """Why passages were left out, over all manifestos, in one sentence; "" where none was."""
    why = sentence(quiz.left_out)
    return tr("Left out: {why}.", why=why) if why else ""


def summary(quiz: Quiz) -> tuple[str, ...]:
    """What there is to know of how it was drawn: too few passages, who takes no part, why passages were left out."""
    found: list[str] = []
    if len(quiz.questions) < quiz.asked.count:
        found.append(
            tr_count(
                "1 question could be drawn of the {wanted} that were asked for, each manifesto as often as the others.",
                "{count} questions could be drawn of the {wanted} that were asked for, "
                "each manifesto as often as the others.",
                len(quiz.questions),
                wanted=quiz.asked.count,
            )
        )
    names = {who.document: who.name for who in speakers_of([one.document for one in quiz.usable])}
    for one in quiz.usable:
        why = sentence(one.left_out)
        usable = tr_count(
            "{name}: 1 passage can be asked about", "{name}: {count:,} passages can be asked about",
            len(one.candidates), name=names[one.document.id],
        )  # fmt: skip
        apart = "" if one.candidates else tr("so it takes no part")
        found.append("; ".join(filter(None, (usable, apart, why and tr("left out: {why}", why=why)))) + ".")
    return tuple(found)


def _questions(
    sources: Sources, pool: Pool, taking_part: Sequence[Document], chosen: Sequence[Drawn], name: str
) -> tuple[QuestionSlide, ...]:
    """The slides of what was drawn; answers stand in the order of their names."""
    everybody = speakers_of(taking_part)
    documents = {one.id: one for one in taking_part}
    made: list[QuestionSlide] = []
    for number, (one, cited) in enumerate(zip(chosen, _cited(sources, documents, chosen), strict=True), 1):
        match = one.candidate.match
        answers = tuple(who for who in everybody if who.document in one.answers)
        right = next(at for at, who in enumerate(answers) if who.document == match.document)
        # The section is in the citation where there are no pages; on a wall there is no room for it twice.
        where = ", ".join(filter(None, (source(documents[match.document]), place(replace(match, section=())))))
        extract = _extract(
            one, speaks_of_violence=pool.topic.sensitive or (match.document, match.block) in pool.violent
        )
        made.append(
            QuestionSlide(
                f"{name}/{number}", number, len(chosen), extract, answers, right, f"{where}. {cited}", _note(one)
            )
        )
    return tuple(made)


def _extract(one: Drawn, *, speaks_of_violence: bool) -> Extract:
    match, words = one.candidate.match, one.candidate.words
    return Extract(
        words,
        words,
        place=place(match),
        language=match.language,
        document=match.document,
        block=match.block,
        speaks_of_violence=speaks_of_violence,
    )


def _note(one: Drawn) -> str:
    """What the teacher should know before it is asked."""
    phrases = "”, “".join(one.candidate.telling)
    return tr("This may tell whose it is: “{words}”", words=phrases) if phrases else ""


def _cited(sources: Sources, documents: Mapping[str, Document], chosen: Sequence[Drawn]) -> list[str]:
    """The citation of each passage with its page, else its section."""
    places: list[tuple[Document, Place]] = []
    for one in chosen:
        match = one.candidate.match
        block = sources.library.block(match.document, match.block)
        pages = pages_of(labels_of(block.pieces, [one.candidate.span])) if block is not None else ""
        places.append((documents[match.document], Place(pages, "" if pages else section_of(match.section))))
    return [plain(runs) for runs in citations(sources.style, places).each] if places else []
