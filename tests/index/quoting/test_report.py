"""A check names manifesto and page, finds what is nearest to words from elsewhere, and leaves in every format."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.exports.markdown import markdown
from index.exports.quoting import Check, exportable, publication, sheet, values
from index.exports.registry import formats_of
from index.quoting.checking import Verdict
from index.quoting.essay import essay_of_text
from index.quoting.report import Report, checked_against, sources_of
from index.quoting.words import differences, elsewhere, summary, verdict_of, warnings, where
from reader.library.library import Library

ESSAY = """The Harbour Party says “We will mend every lamp along the quay, and paint them red.” It says too that “we may
mend every lamp along the quay”, that “We will mend every lamp […] and paint them red”, and that
“the gulls shall be taught to sing at the mayor's wedding in June”. Hill “says so”, and that “lamps along the quay of
the harbour shall be mended by gulls for a fee”. It has 'Nets for all'."""
HARBOUR = "# Lamps\nWe will mend every lamp along the quay, and paint them red.\nNets for all.\n- Nets for all, again."
HILL = "# Trees\nWe will plant ten thousand larches on the north slope."


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    folder = tmp_path_factory.mktemp("quoted")
    return Indexed(folder, Written(HARBOUR, "Harbour"), Written(HILL, "Hill", fields={"year": "2030"}))


@pytest.fixture(scope="module")
def report(indexed: Indexed) -> Report:
    with Library.open(indexed.home) as library:
        return checked_against(indexed.home, library, essay_of_text(ESSAY, "On lamps"), indexed.documents)


def test_the_summary_counts_what_became_of_all_quotations(report: Report) -> None:
    assert summary(report.checked) == (
        "7 quotations: 2 exact, 1 shortened, 1 altered, 2 in none of these manifestos, 1 too short to be checked"
    )
    assert warnings(report) == []


def test_each_is_told_with_manifesto_page_and_difference(report: Report) -> None:
    exact, altered, shortened, absent, short, alike, nets = report.checked.findings
    assert verdict_of(exact) == "Exact"
    assert [where(report, source) for source in exact.sources] == ["p. i"]
    assert differences(altered, altered.sources[0]) == ["“may” in place of “will”"]
    assert verdict_of(shortened) == "Shortened"
    assert (verdict_of(absent), absent.nearest) == ("In none of these manifestos", None)
    assert verdict_of(short) == "Too short to be checked"
    assert elsewhere(nets.sources[0]) == "and in 1 more place there"
    (near,) = sources_of(alike)
    assert alike.sources == ()
    assert near.words == "We will mend every lamp along the quay, and paint them red."


def test_it_leaves_as_a_document_as_rows_and_as_values(report: Report) -> None:
    check = Check(report, "2030-05-01T10:00:00", "Hustings")
    assert {"docx", "html", "md", "csv", "json"} <= {each.id for each in formats_of(exportable(report, lambda: check))}
    written = markdown(publication(check))
    assert written.startswith("# Quotations in “On lamps”")
    assert "“we **may**" in written
    assert "“may” in place of “will”." in written
    rows = sheet(report).rows
    assert [row[1] for row in rows] == ["exact", "altered", "shortened", "absent", "short", "absent", "exact"]
    kept = values(report)
    assert kept["counts"]["exact"] == 2
    assert kept["quotations"][1]["sources"][0]["pages"] == "i"
    assert ESSAY[kept["quotations"][0]["start"] :].startswith("“We will mend")


def test_without_an_index_words_are_found_all_the_same(indexed: Indexed, tmp_path: Path) -> None:
    bare = replace(indexed.home, caches=tmp_path)
    with Library.open(indexed.home) as library:
        made = checked_against(bare, library, essay_of_text(ESSAY), indexed.documents)
    assert made.checked.count(Verdict.EXACT) == 2
    assert made.checked.findings[5].nearest is None


def test_without_manifestos_that_is_said(indexed: Indexed) -> None:
    with Library.open(indexed.home) as library:
        made = checked_against(indexed.home, library, essay_of_text("“unclosed\n\nA “b c d” e"), [])
    assert len(warnings(made)) == 2


def test_progress_is_told_of_each_manifesto_and_can_end_the_check(indexed: Indexed) -> None:
    heard: list[tuple[int, int]] = []
    with Library.open(indexed.home) as library:
        checked_against(
            indexed.home, library, essay_of_text(ESSAY), indexed.documents, lambda *steps: heard.append(steps)
        )
    assert heard == [(0, 2), (1, 2)]


# What must hold of an essay with ten exact, five altered, five invented and three shortened quotations

INVENTED = (
    "Every household shall be given a brass telescope and a lesson in astronomy",
    "We shall move the capital to a barge anchored off an island",
    "Kangaroos will be licensed as postal workers by midsummer",
    "The moon is to be leased to the highest bidder for ninety years",
    "No minister may own more than four umbrellas while in office",
)
MARKS = ("“”", '""', "‘’", "''")


def made_up(passages: list[tuple[str, str]], marks: str, seed: int) -> tuple[str, list[tuple[Verdict, str]]]:
    """An essay of 23 quotations of these passages (document and words), and what is true of each."""
    drawn = random.Random(seed)  # noqa: S311  # the same essay each time
    kinds = [Verdict.EXACT] * 10 + [Verdict.ALTERED] * 5 + [Verdict.ABSENT] * 5 + [Verdict.SHORTENED] * 3
    drawn.shuffle(kinds)
    invented = list(INVENTED)
    said, truth = [], []
    for kind in kinds:
        document, text = drawn.choice(passages)
        words = text.rstrip(".").split()
        count = min(len(words), drawn.randint(9, 20))
        start = drawn.randint(0, len(words) - count)
        words = words[start : start + count]
        if kind is Verdict.ALTERED:
            words[drawn.randint(2, count - 3)] = "marmalade"
        elif kind is Verdict.SHORTENED:
            words = [*words[:3], "[...]", *words[-3:]]
        elif kind is Verdict.ABSENT:
            words = invented.pop().split()
        said.append(f"It is said that {marks[0]}{' '.join(words)}{marks[1]}, and people don't doubt it.")
        truth.append((kind, document))
    return "\n\n".join(said), truth


def assert_all_right(report: Report, truth: list[tuple[Verdict, str]]) -> None:
    for finding, (verdict, document) in zip(report.checked.findings, truth, strict=True):
        assert finding.verdict is verdict, finding.quotation.words
        assert verdict is Verdict.ABSENT or document in [source.document for source in finding.sources]


def plain_passages(library: Library) -> list[tuple[str, str]]:
    """Passages of some length in which no mark or bracket stands that an essay would write in another way."""
    return [
        (document.id, block.text)
        for document in library.documents()
        for block in library.blocks(document.id, first_pieces=True)
        if block.is_passage and 10 <= len(block.text.split()) <= 60 and not re.search(r"[\"“”‘’'\[\]…]", block.text)
    ]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    """Manifestos of sentences that are all different."""
    deeds = ("mend", "paint", "light", "guard", "sweep", "widen", "chart", "dredge", "fence", "plant")
    things = ("quays", "lamps", "nets", "sheds", "buoys", "ropes", "slips", "tides", "gates", "larches")
    texts = [
        "\n".join(
            f"By {2030 + number} we will {deed} the {thing} of {place}, so that {number + 3} crews may work by day."
            for number, (deed, thing) in enumerate(zip(deeds, things[shift:] + things[:shift], strict=True))
        )
        for shift, place in enumerate(("Aberwen", "Brackpool", "Carnwick"))
    ]
    return Indexed(tmp_path_factory.mktemp("shelf"), *map(Written, texts))


@pytest.mark.parametrize("marks", MARKS)
def test_of_a_made_up_essay_every_verdict_is_right(shelf: Indexed, marks: str) -> None:
    with Library.open(shelf.home) as library:
        text, truth = made_up(plain_passages(library), marks, 7)
        assert_all_right(checked_against(shelf.home, library, essay_of_text(text), shelf.documents), truth)


@pytest.mark.parametrize("marks", MARKS)
def test_of_many_manifestos_only_those_that_may_have_it_are_looked_through(
    shelf: Indexed, marks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.quoting.report.FEW", 0)
    monkeypatch.setattr("index.quoting.candidates.DOCUMENTS", 1)  # of those that have it all, one is enough here
    heard: list[tuple[int, int]] = []
    many = dict.fromkeys(map(str, range(25)), shelf.documents[0])
    with Library.open(shelf.home) as library:
        text, truth = made_up(plain_passages(library), marks, 11)
        made = checked_against(shelf.home, library, essay_of_text(text), shelf.documents)
        assert [one.verdict for one in made.checked.findings] == [verdict for verdict, _ in truth]
        checked_against(
            shelf.home,
            library,
            essay_of_text("“By 2030 we will mend the quays of Aberwen”"),
            shelf.documents,
            lambda *steps: heard.append(steps),
        )
    assert heard[-1] == (0, 1)
    assert "most likely to have it were looked through" in warnings(replace(made, documents=many))[-1]
