"""What became of each quotation, as lines of a list of passages."""

from __future__ import annotations

from collections.abc import Iterator

from index.naming import told_apart
from index.quoting.checking import Finding, Source, Verdict
from index.quoting.report import Report
from index.quoting.words import elsewhere, note_on, verdict_of, where
from reader.wording import tr
from ui.passages.line import PassageLine, Target
from ui.search.quotes.joint import joint


def lines_of(report: Report) -> tuple[PassageLine, ...]:
    """A line for each quotation, and one for each further manifesto that has its words."""
    return tuple(line for number in range(len(report.checked.findings)) for line in _lines(report, number))


def number_of(line: PassageLine) -> int:
    """Which finding a line is of."""
    return int(line.id.split()[0])


def _lines(report: Report, number: int) -> Iterator[PassageLine]:
    finding = report.checked.findings[number]
    head = tr("{number} · {verdict}", number=number + 1, verdict=verdict_of(finding))
    if not finding.sources:
        yield _absent(report, number, finding, head)
    for at, source in enumerate(finding.sources):
        if at:
            head = tr("{number} · Also in {manifesto}", number=number + 1, manifesto=_named(report, source))
        yield _line(report, finding, source, f"{number} {at}", head, first=not at)


def _line(report: Report, finding: Finding, source: Source, name: str, head: str, *, first: bool) -> PassageLine:
    made = joint(finding, source)
    document = report.documents[source.document]
    told = [_named(report, source)] if first else []
    told += [where(report, source), elsewhere(source)]
    if source.apart:
        told.append(tr("Its parts stand far from each other, or in another order."))
    return PassageLine(
        name,
        head,
        " · ".join(filter(None, told)),
        made.text,
        tinted=made.marked,
        struck=made.mine,
        underlined=made.theirs,
        colour=document.colour,
        said=made.said if made.mine or made.theirs else "",
        target=target_of(source),
    )


def _absent(report: Report, number: int, finding: Finding, head: str) -> PassageLine:
    near = finding.nearest
    words = f"“{finding.quotation.words}”"
    if near is None:
        return PassageLine(f"{number} 0", head, note_on(finding), words)
    place = ", ".join(filter(None, (_named(report, near), where(report, near))))
    return PassageLine(
        f"{number} 0",
        head,
        " ".join((note_on(finding), f"{place}.")),
        near.words,
        colour=report.documents[near.document].colour,
        target=target_of(near),
    )


def legend(report: Report) -> str:
    """What the lines under and through words mean, "" where there are none."""
    if any(one.verdict is Verdict.ALTERED for one in report.checked.findings):
        return tr("Struck through: only in your text. Underlined: only in the manifesto.")
    return ""


def _named(report: Report, source: Source) -> str:
    return told_apart(list(report.documents.values()))[source.document]


def target_of(source: Source) -> Target | None:
    """What is opened of a source: its first words."""
    if not source.spans:
        return None
    span = source.spans[0]
    return Target(source.document, span.block, span.start, span.end)


def short_verdict(finding: Finding) -> str:
    """The verdict as it stands in the essay, behind the quotation."""
    return {
        Verdict.EXACT: tr("exact"),
        Verdict.NEARLY: tr("nearly exact"),
        Verdict.SHORTENED: tr("shortened"),
        Verdict.ALTERED: tr("altered"),
        Verdict.ABSENT: tr("in none"),
        Verdict.SHORT: tr("too short"),
    }[finding.verdict]
