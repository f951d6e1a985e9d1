"""A quotation of a plan as a slide."""

from __future__ import annotations

from collections.abc import Set

from index.citations.places import labels_of, pages_of
from index.exports.sources import source
from index.lessons.building import ENOUGH, WHOLE
from index.lessons.slides import Extract, QuotationSlide, Who
from index.shortening import shortened
from index.topics.model import Match, Statement, StatementKind
from reader.lead_ins import before_words
from reader.library.collected import Evidence
from reader.sentences import sentences
from reader.wording import tr


def quotation_slide(
    name: str, one: Evidence, cited: str, sensitive: Set[tuple[str, str]], notes: str = ""
) -> QuotationSlide:
    """`name` is the id of the slide, `cited` the citation, `sensitive` the passages that speak of violence."""
    document, block = one.document, one.block
    before = before_words(one.lead_in, document.language)
    extract = Extract(
        before + _shown_first(one),
        before + one.words,
        place=_place(one),
        language=document.language,
        document=document.id,
        block=block.id if block is not None else "",
        speaks_of_violence=block is not None and (document.id, block.id) in sensitive,
    )
    who = Who("", document.name, source(document), document.colour, document.id)
    return QuotationSlide(name, who, extract, one.item.sentence, cited, notes)


def _shown_first(one: Evidence) -> str:
    """Its first sentences, with those that limit them; all of it where it is short."""
    language = one.document.language[:2]
    spans = sentences(one.words, language)
    kind = StatementKind.CONTEXT
    parts = tuple(Statement(start, end, one.words[start:end], kind, carries=False) for start, end in spans)
    whole = Match(one.document.id, "", 0, one.words, "", None, None, (), 0, (), (), parts, language=language)
    return shortened(whole, up_to=WHOLE, enough=ENOUGH).text


def _place(one: Evidence) -> str:
    """Pages and section; "" where the words were not found again."""
    if one.block is None:
        return ""
    pages = pages_of(labels_of(one.block.pieces, one.spans))
    words = tr("pp. {pages}", pages=pages) if "–" in pages else tr("p. {page}", page=pages)
    return ", ".join([*([words] if pages else []), *one.block.section[-1:]])
