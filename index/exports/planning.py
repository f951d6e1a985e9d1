"""A plan as a publication: headings, the writer's own words, and quotations that nobody can take for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.citations.citing import Citations, Place, citations
from index.citations.places import labels_of, pages_of, section_of
from index.citations.styles import Opened
from index.citations.works import doubt_sentence
from index.exports.publication import Block, Heading, Paragraph, Publication, Quotation, Role, Run, Runs, plain, text
from index.exports.registry import Exportable
from index.exports.sheets import Sheet
from reader.lead_ins import before_words
from reader.library.collected import Evidence
from reader.library.plans import Part, PartKind, extent


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan with its parts, as it is written out. `style` is that of its citations, `program` who made the file."""

    name: str
    parts: tuple[Part, ...]
    style: Opened
    program: str


def exportable(plan: Plan) -> Exportable:
    """The plan for the registry."""
    return Exportable(plan.name, publication=lambda: publication(plan), sheets=lambda: (sheet(plan),))


def publication(plan: Plan) -> Publication:
    """The plan with its citations, in notes or in the text as the style has it, and what it cites at its end."""
    quoted = [part.quoted for part in plan.parts if part.quoted is not None]
    cited = citations(plan.style, [(one.document, cited_place(one)) for one in quoted])
    each = iter(cited.each)
    blocks: list[Block] = []
    for part in plan.parts:
        if part.quoted is not None:
            if part.quoted.item.sentence:
                blocks.append(Paragraph(text(part.quoted.item.sentence), Role.OWN))
            blocks.append(_quotation(part.quoted, next(each), cited))
        elif part.kind is PartKind.HEADING:
            blocks.append(Heading(part.text))
        else:
            blocks.extend(Paragraph(text(line), Role.OWN) for line in part.text.split("\n"))
    blocks.extend(_doubts(quoted))
    words = extent(plan.parts)
    foot = f"{words.own:,} words of the writer, {words.quoted:,} quoted. Made with {plan.program}"
    return Publication(plan.name, tuple(blocks), foot=foot, bibliography=cited.bibliography)


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
    lines += [f"Not found again in {one.document.name}: “{one.words}”" for one in quoted if one.block is None]
    if not lines:
        return []
    return [Heading("To check before this is handed in"), *(Paragraph(text(line), Role.WARNING) for line in lines)]


def sheet(plan: Plan) -> Sheet:
    """A line for each part."""
    columns = ("kind", "text", "lead-in", "in own words", "manifesto", "page", "citation", "sha-256")
    quoted = [part.quoted for part in plan.parts if part.quoted is not None]
    each = iter(citations(plan.style, [(one.document, cited_place(one)) for one in quoted]).each)
    rows = []
    for part in plan.parts:
        one = part.quoted
        if one is None:
            rows.append((part.kind.value, part.text, *[None] * 6))
            continue
        place = cited_place(one)
        about = (one.document.name, place.pages or place.section, plain(next(each)), one.document.id)
        rows.append(
            (part.kind.value, one.words, before_words(one.lead_in, one.document.language), one.item.sentence, *about)
        )
    return Sheet(plan.name, columns, tuple(rows))
