"""What is said of checked quotations: verdicts, differences and counts, in words."""

from __future__ import annotations

from collections.abc import Sequence

from index.quoting.candidates import DOCUMENTS, FEW
from index.quoting.checking import Checked, Finding, Source, Verdict, counted
from index.quoting.differences import Departure, Kind
from index.quoting.report import Report
from reader.wording import tr, tr_count

# What a list shows of words that an author has left out, in words; more are counted.
_LEFT_OUT = 12
_SIGNS = " ,;:."


def verdict_of(finding: Finding) -> str:
    """The verdict as a heading: "Exact but for capitals", "Altered"."""
    departures = finding.sources[0].departures if finding.sources else frozenset()
    but_for = _list([word for departure, word in _departures().items() if departure in departures])
    match finding.verdict:
        case Verdict.EXACT:
            return tr("Exact")
        case Verdict.NEARLY:
            return tr("Exact but for {what}", what=but_for)
        case Verdict.SHORTENED:
            return tr("Shortened, and exact but for {what}", what=but_for) if but_for else tr("Shortened")
        case Verdict.ALTERED:
            alone = is_punctuation_alone(finding)
            return tr("Altered, though in punctuation alone") if alone else tr("Altered")
        case Verdict.ABSENT:
            return tr("In none of these manifestos")
        case Verdict.SHORT:
            return tr("Too short to be checked")


def is_punctuation_alone(finding: Finding) -> bool:
    """Whether no word of an altered quotation is another, and nothing stands in another order."""
    if not finding.sources or finding.sources[0].apart:
        return False
    return not any(
        character.isalnum() for quoted, source in changes(finding, finding.sources[0]) for character in quoted + source
    )


def changes(finding: Finding, source: Source) -> list[tuple[str, str]]:
    """What the quotation has where it differs, and what this manifesto has there; "" for nothing."""
    words = finding.quotation.words
    found = [part for part in source.parts if part.kind is Kind.CHANGED]
    return [(_one_line(words[slice(*part.quoted)]), _one_line(source.words[slice(*part.source)])) for part in found]


def differences(finding: Finding, source: Source) -> list[str]:
    """Each difference from this manifesto in words: "“may” in place of “will”"."""
    said = [_difference(*change) for change in changes(finding, source)]
    if source.apart:
        said.append(tr("its parts stand far from each other, or in another order"))
    return said


def _difference(quoted: str, source: str) -> str:
    quoted, source = _without_edges(quoted), _without_edges(source)
    if quoted and source:
        return tr("“{quoted}” in place of “{source}”", quoted=quoted, source=source)
    if quoted:
        return tr("“{quoted}” put in without a sign", quoted=quoted)
    return tr("“{source}” left out without a sign", source=source)


def _without_edges(words: str) -> str:
    """Words without signs around them; signs alone as they are."""
    return words.strip(_SIGNS) or words


def left_out(words: str) -> str:
    """What a list shows for words of a manifesto that a quotation leaves out: few of them whole, else how many."""
    count = len(words.split())
    if count <= _LEFT_OUT:
        return words
    return tr_count(" [1 word left out] ", " [{count:,} words left out] ", count)


def note_on(finding: Finding) -> str:
    """What is to be known beside the verdict, "" for nothing."""
    if finding.verdict is Verdict.SHORT:
        return tr("One or two words in marks may be no quotation; they stand in none of these manifestos side by side.")
    if finding.verdict is Verdict.ABSENT and finding.nearest is None:
        return tr("No passage is like it. It may come from elsewhere.")
    if finding.verdict is Verdict.ABSENT:
        return tr("It may come from elsewhere. The nearest passage:")
    return ""


def elsewhere(source: Source) -> str:
    """That the words stand in more places of this manifesto, "" where they do not."""
    if not source.others:
        return ""
    return tr_count("and in 1 more place there", "and in {count:,} more places there", source.others)


def summary(checked: Checked) -> str:
    """ "23 quotations: 10 exact, 3 shortened, 5 altered, 5 in none of these manifestos"."""
    if not checked.findings:
        return tr("No quotations found")
    counts = counted(checked)
    said = [_counted(verdict, counts[verdict]) for verdict in Verdict if counts[verdict]]
    return tr(
        "{quotations}: {counts}",
        quotations=tr_count("1 quotation", "{count:,} quotations", len(checked.findings)),
        counts=", ".join(said),
    )


def _counted(verdict: Verdict, count: int) -> str:
    return {
        Verdict.EXACT: tr("{count:,} exact", count=count),
        Verdict.NEARLY: tr("{count:,} exact but for brackets, capitals or marks", count=count),
        Verdict.SHORTENED: tr("{count:,} shortened", count=count),
        Verdict.ALTERED: tr("{count:,} altered", count=count),
        Verdict.ABSENT: tr("{count:,} in none of these manifestos", count=count),
        Verdict.SHORT: tr("{count:,} too short to be checked", count=count),
    }[verdict]


def warnings(report: Report) -> list[str]:
    """What to mind before the verdicts are relied on."""
    said = []
    if count := len(report.checked.unclosed):
        said.append(
            tr_count(
                "1 quotation mark is not closed, so that what it begins is not checked.",
                "{count:,} quotation marks are not closed, so that what they begin is not checked.",
                count,
            )
        )
    if len(report.documents) > FEW:
        most = tr(
            "For each quotation the {count} manifestos most likely to have it were looked through.", count=DOCUMENTS
        )
        said.append(most)
    if not report.documents:
        said.append(tr("There are no manifestos to check against."))
    return said


def where(report: Report, source: Source) -> str:
    """Page or section of a source: "p. 47", "‘The quay’, para. 3"; "" for neither."""
    place = report.place(source)
    if place.pages:
        several = "–" in place.pages
        return tr("pp. {pages}", pages=place.pages) if several else tr("p. {page}", page=place.pages)
    return place.section


def _departures() -> dict[Departure, str]:
    return {
        Departure.BRACKETS: tr("what stands in brackets"),
        Departure.CASE: tr("capitals"),
        Departure.STYLE: tr("the style of marks, dashes or spaces"),
        Departure.NOTE: tr("the number of a note"),
    }


def _list(words: Sequence[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])


def _one_line(words: str) -> str:
    return " ".join(words.split())
