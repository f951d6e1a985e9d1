"""A plan as a publication: headings, the writer's own words, and quotations that nobody can take for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from index.citations.citing import Citations, Place, citations
from index.citations.places import labels_of, pages_of, section_of
from index.citations.styles import Opened
from index.citations.works import doubt_sentence
from index.exports.publication import Block, Heading, Paragraph, Publication, Quotation, Role, Run, Runs, plain, text
from index.exports.registry import Exportable
from index.exports.sheets import Sheet
from index.lessons.naming import named
from index.sensitive import note_before
from index.topics.model import Topic
from reader.lead_ins import before_words
from reader.library.collected import Evidence
from reader.library.plans import Part, PartKind, extent
from reader.wording import tr


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan with its parts, as it is written out. `style` is that of its citations, `program` who made the file.

    `sensitive` are the passages (document and block) that speak of violence and abuse, `topics` those of now by id:
    they name what a lesson shows.
    """

    name: str
    parts: tuple[Part, ...]
    style: Opened
    program: str
    sensitive: frozenset[tuple[str, str]] = frozenset()
    topics: Mapping[str, Topic] = field(default_factory=dict)


def exportable(name: str, made: Callable[[], Plan]) -> Exportable:
    """The plan of this name for the registry; `made` when it is written, since opening a style is slow."""
    return Exportable(
        name,
        publication=lambda: publication(made()),
        sheets=lambda: (sheet(made()),),
        values=lambda: values(made()),
    )


def publication(plan: Plan) -> Publication:
    """The plan with its citations, in notes or in the text as the style has it, and what it cites at its end."""
    quoted = [part.quoted for part in plan.parts if part.quoted is not None]
    cited = citations(plan.style, [(one.document, cited_place(one)) for one in quoted])
    each = iter(cited.each)
    blocks: list[Block] = []
    stand = [(one.document.id, one.block.id) for one in quoted if one.block is not None]
    if note := note_before(stand, plan.sensitive):
        blocks.append(Paragraph(text(note), Role.NOTICE))
    for part in plan.parts:
        if part.quoted is not None:
            if part.quoted.item.sentence:
                blocks.append(Paragraph(text(part.quoted.item.sentence), Role.OWN))
            blocks.append(_quotation(part.quoted, next(each), cited))
        elif part.item is not None:
            blocks.extend(_of_lesson(part, plan.topics))
        elif part.kind is PartKind.HEADING:
            blocks.append(Heading(part.text))
        else:
            blocks.extend(Paragraph(text(line), Role.OWN) for line in part.text.split("\n"))
    blocks.extend(_doubts(quoted))
    words = extent(plan.parts)
    foot = tr(
        "{own:,} words of the writer’s own, {quoted:,} quoted. Made with {program}",
        own=words.own,
        quoted=words.quoted,
        program=plan.program,
    )
    return Publication(plan.name, tuple(blocks), foot=foot, bibliography=cited.bibliography)


def _of_lesson(part: Part, topics: Mapping[str, Topic]) -> list[Block]:
    """What a lesson shows: a slide whole, of all else its name."""
    item = part.item
    if item is None:
        return []
    if part.kind is PartKind.SLIDE:
        title: list[Block] = [Heading(item.title)] if item.title else []
        return [*title, *(Paragraph(text(line), Role.OWN) for line in item.text.split("\n") if line)]
    name = named(part.kind, item, topics)
    return [Paragraph(text(tr("Shown in the lesson: {name}", name=name)), Role.ABOUT)]


def _quotation(one: Evidence, cited: Runs, of: Citations) -> Quotation:
    words = (*text(before_words(one.lead_in, one.document.language)), *text(one.words))
    return Quotation(words, cited=(Run("", note=cited),) if of.notes else cited, language=one.document.language)


def cited_place(one: Evidence) -> Place:
    """Where the words stand: printed pages, else section and paragraph; nothing where they were not found again."""
    if one.block is None:
        return Place()
    pages = pages_of(labels_of(one.block.pieces, one.spans))
    return Place(pages, "" if pages else section_of(one.block.section, one.paragraph))


def _doubts(quoted: Sequence[Evidence]) -> list[Block]:
    """What the citations say that nobody has confirmed, and quotations that are not where they were."""
    documents = {one.document.id: one.document for one in quoted}
    doubted = [(one, doubt_sentence(one)) for one in documents.values()]
    lines = [f"{one.name}: {sentence}" for one, sentence in doubted if sentence]
    lines += [_not_found(one) for one in quoted if one.block is None]
    if not lines:
        return []
    return [Heading(tr("To check before this is handed in")), *(Paragraph(text(line), Role.WARNING) for line in lines)]


def _not_found(one: Evidence) -> str:
    return tr("{manifesto}: not found when it was read again: “{words}”", manifesto=one.document.name, words=one.words)


def sheet(plan: Plan) -> Sheet:
    """A line for each part."""
    columns = ("kind", "text", "lead-in", "in own words", "manifesto", "page", "citation", "sha-256")
    quoted = [part.quoted for part in plan.parts if part.quoted is not None]
    each = iter(citations(plan.style, [(one.document, cited_place(one)) for one in quoted]).each)
    rows = []
    for part in plan.parts:
        one = part.quoted
        if one is None:
            rows.append((part.kind.value, _words(part, plan.topics), *[None] * 6))
            continue
        place = cited_place(one)
        about = (one.document.name, place.pages or place.section, plain(next(each)), one.document.id)
        rows.append(
            (part.kind.value, one.words, before_words(one.lead_in, one.document.language), one.item.sentence, *about)
        )
    return Sheet(plan.name, columns, tuple(rows))


def values(plan: Plan) -> dict[str, Any]:
    """The plan as values that `json` can write; docs/command-line.md tells of them."""
    words = extent(plan.parts)
    quoted = [part.quoted for part in plan.parts if part.quoted is not None]
    each = iter(citations(plan.style, [(one.document, cited_place(one)) for one in quoted]).each)
    parts = [
        {"kind": part.kind.value, **_item_values(part, plan.topics)}
        if part.quoted is None
        else {"kind": part.kind.value, **_values(part.quoted, plain(next(each)))}
        for part in plan.parts
    ]
    return {"name": plan.name, "words": {"own": words.own, "quoted": words.quoted}, "parts": parts}


def _words(part: Part, topics: Mapping[str, Topic]) -> str:
    """The words of a part that is no quotation; the name of one that has none."""
    if part.item is None:
        return part.text
    if part.kind is PartKind.SLIDE:
        return part.item.written
    return named(part.kind, part.item, topics)


def _item_values(part: Part, topics: Mapping[str, Topic]) -> dict[str, Any]:
    item = part.item
    if item is None:
        return {"text": part.text}
    shown: dict[str, Any] = {"text": _words(part, topics), "skipped": item.skipped}
    if part.kind is not PartKind.SLIDE:
        shown |= {"target": item.target, "documents": list(item.documents)}
    return shown | ({"count": item.count, "seed": item.seed} if part.kind is PartKind.QUIZ else {})


def _values(one: Evidence, cited: str) -> dict[str, Any]:
    block, made = one.block, one.item
    return {
        "text": made.sentence,
        "quote": one.words,
        "lead_in": one.lead_in,
        "citation": cited,
        "document": made.document,
        "block": block.id if block is not None else made.anchor.block,
        "start": one.spans[0][0] if one.spans else made.anchor.start,
        "end": one.spans[-1][1] if one.spans else made.anchor.end,
        "page": block.page if block is not None else None,
        "label": block.label if block is not None else None,
        "section": list(block.section) if block is not None else [],
        "found": block is not None,
        "collected": made.made,
    }
