"""The sheet of a lesson as it leaves: what it shows of each manifesto, in which order, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.exports.publication import Block, ColumnHead, Heading, Paragraph, Publication, Role, Table, TableRow, text
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.lessons.sheet import LessonSheet, Listed, Shown
from index.lessons.standing import Absent
from reader.facts import Stood
from reader.wording import tr, tr_count


def exportable(sheet: LessonSheet) -> Exportable:
    """The sheet for the registry."""
    return Exportable(
        title(sheet),
        publication=lambda: publication(sheet),
        sheets=lambda: sheets(sheet),
        values=lambda: values(sheet),
    )


def title(sheet: LessonSheet) -> str:
    """What the sheet is called."""
    return tr("What the lesson “{title}” shows", title=sheet.title)


def publication(sheet: LessonSheet) -> Publication:
    """The manifestos with their figures, the slides in their order, and what is skipped, absent or missing."""
    blocks: list[Block] = [
        Paragraph(text(_about()), Role.ABOUT),
        *_manifestos(sheet.manifestos),
        Heading(tr("In this order")),
        *(Paragraph(text(f"{one.number}. {listed_sentence(one)}")) for one in sheet.slides),
        Heading(tr("Rows that are skipped")),
        *_lines([listed_sentence(one) for one in sheet.skipped], tr("None.")),
        Heading(tr("Parties of the election that the lesson does not show")),
        *_lines([absent_sentence(one) for one in sheet.absent], tr("The lesson shows no manifesto.")),
    ]
    if sheet.missing:
        blocks += [Heading(tr("What cannot be shown")), *_lines(sheet.missing, "")]
    foot = tr("Made with {program}", program=sheet.program)
    return Publication(title(sheet), tuple(blocks), foot=foot)


def _about() -> str:
    return tr("These are counts of what stands on the slides. What is said in class is not in them.")


def _lines(said: Sequence[str], nothing: str) -> list[Paragraph]:
    return [Paragraph(text(one)) for one in said] or [Paragraph(text(nothing), Role.ABOUT)]


def _manifestos(manifestos: Sequence[Shown]) -> list[Block]:
    if not manifestos:
        return []
    heads = (
        tr("Slides"),
        tr("Passages"),
        tr("Words shown"),
        tr("Words in full"),
        tr("Silent rows"),
        tr("Words in all"),
    )
    rows = tuple(
        TableRow(_called(one), tuple((Paragraph(text(f"{count:,}")),) for count in figures_of(one)))
        for one in manifestos
    )
    caption = tr("The manifestos, in the order in which they come.")
    return [Table(caption, tr("Manifesto"), tuple(map(ColumnHead, heads)), rows, figures=True)]


def figures_of(one: Shown) -> tuple[int, ...]:
    """Slides, passages, words shown first, words of the whole passages, silent rows, words of the document."""
    return one.slides, one.passages, one.words, one.whole, one.silent, one.document.words


def _called(one: Shown) -> str:
    if not one.extent:
        return one.name
    part = tr("chapter") if one.extent == "chapter" else tr("extract")
    return tr("{name} (no whole manifesto: {part})", name=one.name, part=part)


def listed_sentence(one: Listed) -> str:
    """ "Policing: Officers (Labour 3, Green 0)"; what shows no passages by its name alone."""
    if not one.passages:
        return one.called
    counts = ", ".join(f"{name} {count}" for name, count in one.passages)
    return f"{one.called} ({counts})"


def absent_sentence(one: Absent) -> str:
    """Who stood in an election and is not shown, as far as the program knows."""
    if not one.election:
        return tr("For some manifestos it is not known for which election they were written.")
    if not one.known:
        return tr("{election}: who stood in it is not known to the program.", election=one.election)
    if not one.stood:
        return tr("{election}: of those known to the program, none.", election=one.election)
    names = ", ".join(map(stood_words, one.stood))
    return tr_count(
        "{election}: known to the program is 1: {names}.",
        "{election}: known to the program are {count}: {names}.",
        len(one.stood),
        election=one.election,
        names=names,
    )


def stood_words(one: Stood) -> str:
    """ "SNP (Scotland)", "Susan Hall (Conservative)"."""
    name, more = (one.candidate, one.party) if one.candidate else (one.party, one.nation)
    return f"{name} ({more})" if more else name


def sheets(sheet: LessonSheet) -> tuple[Sheet, ...]:
    """A line for each manifesto."""
    columns = ("manifesto", "source", "sha-256", "extent", "slides", "passages", "words shown first", "words", "silent")
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (one.name, one.source, one.document.id, one.document.extent, *figures_of(one)[:5]) for one in sheet.manifestos
    )
    return (Sheet(sheet.title, columns, rows),)


def values(sheet: LessonSheet) -> dict[str, Any]:
    """The sheet as values that `json` can write; docs/command-line.md tells of them."""
    return {
        "title": sheet.title,
        "manifestos": [
            {
                "document": one.document.id,
                "name": one.name,
                "source": one.source,
                "extent": one.document.extent,
                "slides": one.slides,
                "passages": one.passages,
                "words_shown_first": one.words,
                "words": one.whole,
                "silent": one.silent,
                "words_of_document": one.document.words,
            }
            for one in sheet.manifestos
        ],
        "slides": [_listed_values(one) for one in sheet.slides],
        "skipped": [_listed_values(one) for one in sheet.skipped],
        "absent": [
            {
                "election": one.election,
                "known": one.known,
                "stood": [{"party": who.party, "nation": who.nation, "candidate": who.candidate} for who in one.stood],
            }
            for one in sheet.absent
        ],
        "missing": list(sheet.missing),
    }


def _listed_values(one: Listed) -> dict[str, Any]:
    passages = [{"name": name, "passages": count} for name, count in one.passages]
    return {"number": one.number, "id": one.id, "name": one.called, "passages": passages}
