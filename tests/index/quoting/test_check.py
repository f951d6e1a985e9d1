"""Each quotation of an essay is exact, exact but for what its author marks, altered, or in none of the manifestos."""

from __future__ import annotations

import pytest
from indexed import blocks

from index.quoting.checking import Checked, Finding, Verdict, check
from index.quoting.differences import Departure, Kind
from index.quoting.essay import Essay, essay_of, essay_of_text
from index.quoting.manifestos import Text
from index.quoting.quotations import quotations
from reader.identity import with_ids
from reader.model import Block, Manifesto, Reference
from reader.model import Kind as BlockKind

HARBOUR = """
# The quay
We will mend 1,200 lamps along the quay, and paint every one of them red. It’s a promise – and we’ll keep it.
Our “Lamps First” plan costs £8.5 million over four years. Who pays? The port does.
- build 40 boat sheds a year
- open a school for co-operative fishing by 2031
Nets belong to those who mend them, not to those who own the boats, and no levy will change that.
# A HARBOUR FOR ALL
The breakwater held.
The storm of last winter showed what it is worth.
"""
HILL = """
# The hill
We will plant ten thousand larches on the north slope, and fence every one of them against sheep.
Nets belong to those who mend them, not to those who own the boats, and no levy will change that.
"""


def text_of(name: str, written: str) -> Text:
    return Text(name, "en", with_ids(name, blocks(written)))


@pytest.fixture(scope="module")
def manifestos() -> list[Text]:
    return [text_of("harbour", HARBOUR), text_of("hill", HILL)]


def checked(essay: Essay | str, texts: list[Text]) -> Checked:
    given = essay_of_text(essay) if isinstance(essay, str) else essay
    return check(quotations(given), texts)


def only(essay: Essay | str, texts: list[Text]) -> Finding:
    (finding,) = checked(essay, texts).findings
    return finding


def changes(finding: Finding) -> list[tuple[str, str]]:
    """What an altered quotation has, and what the manifesto has in its place."""
    (source, *_others) = finding.sources
    return [
        (finding.quotation.words[slice(*part.quoted)], source.words[slice(*part.source)])
        for part in source.parts
        if part.kind is Kind.CHANGED
    ]


EXACT = (
    "They say “We will mend 1,200 lamps along the quay”.",
    'They say "We will mend 1,200 lamps along the quay."',
    "They say ‘mend 1,200 lamps along the quay, and paint every one of them red’.",
    "They ask: “Who pays?” And: “The port does.”",
    "A plan that “costs £8.5 million over four years”.",
    "“along the quay, and paint every one\nof them red”",
    "“We will mend 1,200 lamps along the quay …”",
    "“The breakwater held. The storm of last winter”",
)


@pytest.mark.parametrize("essay", EXACT)
def test_words_that_stand_in_a_manifesto_are_exact(essay: str, manifestos: list[Text]) -> None:
    for finding in checked(essay, manifestos).findings:
        assert finding.verdict is Verdict.EXACT
        assert [source.document for source in finding.sources] == ["harbour"]


NEARLY = {
    "“we will mend 1,200 lamps along the quay”": {Departure.CASE},
    "“paint every one of them red. it's a promise”": None,
    "“It's a promise - and we'll keep it.”": {Departure.STYLE},
    "“It’s a promise—and we’ll keep it.”": {Departure.STYLE},
    "“Our ‘Lamps First’ plan costs £8.5 million”": {Departure.STYLE},
    "“Our Lamps First plan costs £8.5 million”": {Departure.STYLE},
    "“a school for cooperative fishing by 2031”": {Departure.STYLE},
    "“a school for co-oper-\native fishing by 2031”": {Departure.STYLE},
    "“build 40 boat sheds a year, open a school”": {Departure.STYLE},
    "“• build 40 boat sheds a year\n• open a school”": {Departure.STYLE},
    "“A harbour for all”": {Departure.CASE},
    "“[W]e will mend 1,200 lamps”": {Departure.BRACKETS},
    "“they [w]ill mend 1,200 lamps along the quay”": None,
    "“mend[ing] 1,200 lamps along the quay”": {Departure.BRACKETS},
    "“[The party] will mend 1,200 lamps along the quay”": {Departure.BRACKETS},
    "“We will mend 1,200 lamps [sic] along the quay”": {Departure.BRACKETS},
    "“paint every one of [the lamps] red”": {Departure.BRACKETS},
    "“Nets belong to those who mend [nets], not to those who own the boats”": {Departure.BRACKETS},
}


@pytest.mark.parametrize("essay", sorted(essay for essay, what in NEARLY.items() if what))
def test_what_brackets_case_and_style_change_is_no_alteration(essay: str, manifestos: list[Text]) -> None:
    finding = only(essay, manifestos)
    assert finding.verdict is Verdict.NEARLY
    assert set(finding.sources[0].departures) == NEARLY[essay]


@pytest.mark.parametrize("essay", sorted(essay for essay, what in NEARLY.items() if not what))
def test_case_within_a_quotation_and_words_before_brackets_are_altered(essay: str, manifestos: list[Text]) -> None:
    assert only(essay, manifestos).verdict is Verdict.ALTERED


SHORTENED = (
    "“We will mend 1,200 lamps [...] and paint every one of them red”",
    "“We will mend 1,200 lamps […] and paint every one of them red”",
    "“We will mend … every one of them red”",
    "“We will mend ... every one of them red”",
    "“We will mend . . . every one of them red”",
    "“We will mend (...) every one of them red”",
    "“We will mend 1,200 lamps. . . . It’s a promise”",
    "“We will mend 1,200 lamps […] [a] promise – and we’ll keep it”",
    "“Nets belong to those who mend them … and no levy will change that”",
    "“Who pays? … build 40 boat sheds a year”",
)


@pytest.mark.parametrize("essay", SHORTENED)
def test_dots_say_that_words_are_left_out(essay: str, manifestos: list[Text]) -> None:
    finding = only(essay, manifestos)
    assert finding.verdict is Verdict.SHORTENED
    assert finding.sources[0].document == "harbour"


ALTERED = {
    "“We will mend 1,500 lamps along the quay”": [("1,500", "1,200")],
    "“We may mend 1,200 lamps along the quay”": [("may", "will")],
    "“We will mend 1,200 old lamps along the quay”": [("old", "")],
    "“We will mend lamps along the quay, and paint every one”": [("", "1,200")],
    "“costs $8.5 million over four years”": [("$", "£")],
    "“The port does!”": [("!", "")],
    "“We will mend 1,200 lamps along the quay and paint every one”": [("", ",")],
    "“Nets belong to those who mend them and no levy will change that”": [
        ("", ", not to those who own the boats,"),
    ],
}


@pytest.mark.parametrize("essay", sorted(ALTERED))
def test_an_altered_quotation_shows_what_differs_word_by_word(essay: str, manifestos: list[Text]) -> None:
    finding = only(essay, manifestos)
    assert finding.verdict is Verdict.ALTERED
    assert changes(finding) == ALTERED[essay]


def test_a_change_beside_dots_is_an_alteration_all_the_same(manifestos: list[Text]) -> None:
    finding = only("“We will mend 1,200 lamps … and paint every one of them blue”", manifestos)
    assert finding.verdict is Verdict.ALTERED
    assert changes(finding) == [("blue", "red")]


def test_parts_that_stand_in_another_order_are_an_altered_quotation(manifestos: list[Text]) -> None:
    essay = "“and no levy will change that … We will mend 1,200 lamps along the quay”"
    finding = only(essay, [manifestos[0]])
    assert finding.verdict is Verdict.ALTERED
    assert finding.sources[0].apart


ABSENT = (
    "“We shall move the lighthouse to the moon and let it to gulls”",
    "“for the gulls, and not for the herrings”",
    "“Lorem ipsum dolor sit amet, consectetur”",
)


@pytest.mark.parametrize("essay", ABSENT)
def test_words_from_elsewhere_are_in_none_of_the_manifestos(essay: str, manifestos: list[Text]) -> None:
    finding = only(essay, manifestos)
    assert finding.verdict is Verdict.ABSENT
    assert finding.sources == ()


def test_one_or_two_words_are_too_short_unless_they_stand_there_word_for_word(manifestos: list[Text]) -> None:
    verdicts = [
        one.verdict for one in checked("The “so-called” “reform” of “the quay” and “lamps”.", manifestos).findings
    ]
    assert verdicts == [Verdict.SHORT, Verdict.SHORT, Verdict.EXACT, Verdict.EXACT]


def test_short_words_are_not_found_within_longer_ones(manifestos: list[Text]) -> None:
    assert only("“lamp”", manifestos).verdict is Verdict.SHORT


def test_every_manifesto_that_has_the_words_is_named_and_no_other(manifestos: list[Text]) -> None:
    both = only("Hill says “Nets belong to those who mend them”.", manifestos)
    assert [source.document for source in both.sources] == ["harbour", "hill"]
    wrong = only("The Hill Party says “We will mend 1,200 lamps along the quay”.", manifestos)
    assert [source.document for source in wrong.sources] == ["harbour"]


def test_the_order_of_the_manifestos_does_not_change_what_is_found(manifestos: list[Text]) -> None:
    essay = " and ".join((*ALTERED, *SHORTENED, *EXACT, *ABSENT))
    one, other = checked(essay, manifestos), checked(essay, manifestos[::-1])
    assert [each.verdict for each in one.findings] == [each.verdict for each in other.findings]


def test_block_quotations_are_checked_without_marks_and_without_their_source(manifestos: list[Text]) -> None:
    quoted = "> We will mend 1,200 lamps along the quay,\n> and paint every one of them red. (Harbour, 2030, p. 4)"
    finding = only(f"As they put it:\n\n{quoted}\n\nFine.", manifestos)
    assert finding.quotation.block
    assert finding.verdict is Verdict.EXACT
    signed = "> The port does.\n\n> — Harbour manifesto"
    assert [one.verdict for one in checked(signed, manifestos).findings] == [Verdict.EXACT]


def test_a_block_quotation_in_marks_is_one_quotation(manifestos: list[Text]) -> None:
    essay = essay_of(Manifesto("An essay", "en", (Block(BlockKind.QUOTE, "“The breakwater held.”"),)))
    assert only(essay, manifestos).verdict is Verdict.EXACT


def test_a_quotation_within_one_that_is_found_is_part_of_it_and_else_checked_by_itself(manifestos: list[Text]) -> None:
    assert len(checked("“Our ‘Lamps First’ plan costs £8.5 million”", manifestos).findings) == 1
    critic = "“The mayor has never seen a net, says that ‘the breakwater held’ and goes home”"
    assert [one.verdict for one in checked(critic, manifestos).findings] == [Verdict.ABSENT, Verdict.NEARLY]


def test_a_quotation_over_paragraphs_is_one(manifestos: list[Text]) -> None:
    essay = "“We will mend 1,200 lamps along the quay, and paint every one of them red.\n\n“It’s a promise”"
    assert only(essay, manifestos).verdict is Verdict.EXACT


def test_the_number_of_a_note_among_the_words_is_no_alteration() -> None:
    block = Block(BlockKind.PARAGRAPH, "Crime has fallen on every quay since then.", references=(Reference(5, "12"),))
    noted = [Text("a", "en", with_ids("a", [block]))]
    assert only("“Crime has fallen on every quay”", noted).verdict is Verdict.EXACT
    finding = only("“Crime12 has fallen on every quay”", noted)
    assert finding.verdict is Verdict.NEARLY
    assert set(finding.sources[0].departures) == {Departure.NOTE}


def test_running_heads_and_contents_are_no_part_of_a_manifesto() -> None:
    made = (
        Block(BlockKind.CONTENTS, "A harbour of our own"),
        Block(BlockKind.PARAGRAPH, "The quay is mended by those who"),
        Block(BlockKind.FURNITURE, "Harbour Party 2030"),
        Block(BlockKind.PARAGRAPH, "use it every day of the year."),
    )
    texts = [Text("a", "en", with_ids("a", made))]
    assert only("“The quay is mended by those who use it every day”", texts).verdict is Verdict.EXACT
    assert only("“A harbour of our own”", texts).verdict is Verdict.ABSENT


def test_ligatures_accents_and_ways_of_encoding_them_are_seen_through(manifestos: list[Text]) -> None:
    texts = [text_of("a", "Every café on the front ﬁnds its own coﬀee by the sea.")]
    assert only("“Every cafe\u0301 on the front finds its own coffee”", texts).verdict is Verdict.EXACT
    assert only("“Every cafe on the front finds its own coffee”", texts).verdict is Verdict.ALTERED


def test_an_essay_without_quotations_has_no_findings(manifestos: list[Text]) -> None:
    assert checked("Nothing is quoted here: the workers’ plan isn't known.", manifestos).findings == ()
    assert checked("“…” and “” and '—'", manifestos).findings == ()


def test_without_manifestos_all_is_absent() -> None:
    assert only("“We will mend 1,200 lamps along the quay”", []).verdict is Verdict.ABSENT
