"""Checked quotations as a publication, as rows and as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from index.citations.citing import Citations, citations
from index.citations.styles import Opened
from index.exports.provenance import origin, sources
from index.exports.publication import Block, Heading, Paragraph, Publication, Quotation, Role, Run, Runs, text
from index.exports.registry import Exportable
from index.exports.sheets import Sheet, Value
from index.naming import told_apart
from index.quoting.checking import FOUND, Finding, Source, Verdict, counted
from index.quoting.differences import Kind, Part
from index.quoting.report import Report, sources_of
from index.quoting.words import differences, elsewhere, left_out, note_on, summary, verdict_of, warnings, where
from reader.wording import tr

_COLUMNS = (
    *("number", "verdict", "in words", "quoted", "start", "end", "manifesto", "title", "party", "year", "page"),
    *("section", "words", "differences", "other places", "sha-256"),
)


@dataclass(frozen=True, slots=True)
class Check:
    """A check as it is written out. `style` is that of its citations, None for none in the text.

    `made` is the moment of the export (`reader.library.clock.now`), `program` the program with its version.
    """

    report: Report
    made: str
    program: str
    style: Opened | None = None


def exportable(report: Report, made: Callable[[], Check]) -> Exportable:
    """The report for the registry; the check is `made` when a document is written, since opening a style is slow."""
    return Exportable(
        _title(report),
        publication=lambda: publication(made()),
        sheets=lambda: (sheet(report),),
        values=lambda: values(report),
    )


def _title(report: Report) -> str:
    called = report.essay.title
    return tr("Quotations in “{title}”", title=called) if called else tr("Quotations checked")


# As a document


def publication(check: Check) -> Publication:
    """Each quotation in the order of the essay, with its verdict, what the manifestos have, and where."""
    report = check.report
    cited = _cited(check)
    each = iter(cited.each if cited else ())
    blocks: list[Block] = [Paragraph((Run(f"{summary(report.checked)}.", strong=True),), Role.ABOUT)]
    blocks += [Paragraph(text(one), Role.WARNING) for one in warnings(report)]
    names = told_apart(list(report.documents.values()))
    for number, finding in enumerate(report.checked.findings, 1):
        blocks.append(Heading(tr("{number}. {verdict}", number=number, verdict=verdict_of(finding))))
        blocks.append(Paragraph(_quoted(finding)))
        if note := note_on(finding):
            blocks.append(Paragraph(text(note), Role.ABOUT))
        for source in sources_of(finding):
            blocks.append(_quotation(report, source, names, (next(each), cited) if cited else None))
            if said := differences(finding, source) if finding.verdict is Verdict.ALTERED else []:
                blocks.append(Paragraph(text(f"{'; '.join(said)}."), Role.ABOUT))
    blocks += [*origin(check.made, check.program), sources(list(report.documents.values()))]
    foot = tr("Made with {program}", program=check.program)
    return Publication(_title(report), tuple(blocks), foot=foot, bibliography=cited.bibliography if cited else ())


def _cited(check: Check) -> Citations | None:
    if check.style is None:
        return None
    report = check.report
    every = [source for finding in report.checked.findings for source in sources_of(finding)]
    return citations(check.style, [(report.documents[one.document], report.place(one)) for one in every])


def _quoted(finding: Finding) -> Runs:
    """The quotation as the essay has it; what is altered stands out."""
    words = finding.quotation.words
    parts = finding.sources[0].parts if finding.sources else ()
    changed = [part.quoted for part in parts if part.kind is Kind.CHANGED and part.quoted[0] < part.quoted[1]]
    runs: list[Run] = [Run("“")]
    at = 0
    for start, end in changed:
        runs += [*text(words[at:start]), Run(words[start:end], strong=True)]
        at = end
    return (*runs, *text(words[at:]), Run("”"))


def _quotation(
    report: Report, source: Source, names: dict[str, str], cited: tuple[Runs, Citations] | None
) -> Quotation:
    document = report.documents[source.document]
    place = ", ".join(filter(None, (names[document.id], where(report, source), elsewhere(source))))
    runs: Runs = ()
    if cited:
        runs = (Run("", note=cited[0]),) if cited[1].notes else cited[0]
    return Quotation(there(source), place, runs, document.language)


def there(source: Source) -> Runs:
    """The manifesto's words; what the quotation has otherwise is marked, what it leaves out by dots is shortened."""
    if not source.parts:
        return text(source.words)
    runs: list[Run] = []
    at = 0
    for part in source.parts:
        start, end = part.source
        runs += [*text(source.words[at:start]), *_run(source.words[start:end], part)]
        at = max(at, end)
    return (*runs, *text(source.words[at:]))


def _run(words: str, part: Part) -> Runs:
    if part.kind is Kind.LEFT_OUT:
        return text(left_out(words))
    return (Run(words, marked=True),) if part.kind is Kind.CHANGED and words else text(words)


# As a table, and for programs


def sheet(report: Report) -> Sheet:
    """A line for each quotation and manifesto that has it; one that none has is a line by itself."""
    return Sheet("Quotations", _COLUMNS, tuple(_lines(report)))


def _lines(report: Report) -> Iterator[tuple[Value, ...]]:
    for number, finding in enumerate(report.checked.findings, 1):
        quotation = finding.quotation
        about = (number, finding.verdict.value, verdict_of(finding), quotation.words, quotation.start, quotation.end)
        if not finding.sources:
            yield (*about, *(None,) * (len(_COLUMNS) - len(about)))
        for source in finding.sources:
            document, place = report.documents[source.document], report.place(source)
            said = "; ".join(differences(finding, source)) or None
            yield (
                *about,
                *(document.name, document.called, document.party, document.year),
                *(place.pages or None, place.section or None, source.words, said, source.others, document.id),
            )


def values(report: Report) -> dict[str, Any]:
    """The check as values that `json` can write; docs/command-line.md tells of them."""
    counts = counted(report.checked)
    return {
        "title": report.essay.title,
        "summary": summary(report.checked),
        "counts": {verdict.value: counts[verdict] for verdict in Verdict},
        "unclosed": list(report.checked.unclosed),
        "quotations": [_value(report, one) for one in report.checked.findings],
    }


def _value(report: Report, finding: Finding) -> dict[str, Any]:
    quotation = finding.quotation
    return {
        "verdict": finding.verdict.value,
        "words": quotation.words,
        "start": quotation.start,
        "end": quotation.end,
        "block": quotation.block,
        "sources": [_source(report, one) for one in finding.sources] if finding.verdict in FOUND else [],
        "nearest": _source(report, finding.nearest) if finding.nearest else None,
    }


def _source(report: Report, source: Source) -> dict[str, Any]:
    document, place = report.documents[source.document], report.place(source)
    return {
        "document": document.id,
        "name": document.name,
        "pages": place.pages,
        "section": place.section,
        "words": source.words,
        "spans": [{"block": span.block, "start": span.start, "end": span.end} for span in source.spans],
        "parts": [
            {"kind": part.kind.name.lower(), "quoted": list(part.quoted), "source": list(part.source)}
            for part in source.parts
        ],
        "departures": sorted(one.name.lower() for one in source.departures),
        "share": round(source.share, 4),
        "others": source.others,
        "apart": source.apart,
    }
