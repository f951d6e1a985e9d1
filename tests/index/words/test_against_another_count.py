"""Crosstab, keyness, dispersion and collocates of ten real manifestos equal an independent calculation, all figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from counted_apart import Apart, apart, beside, doublings, four_cells, goodness, unevenness

from index.folding import fold
from index.words.asked import several
from index.words.collocates import Window, collocates, together
from index.words.corpus import Corpus
from index.words.crosstab import crosstab
from index.words.dispersion import dispersion
from index.words.frequency import frequencies
from index.words.keyness import keyness
from index.words.statistics import LEAST_KEYNESS
from reader.formats.registry import read
from reader.guess import guess_fields
from reader.home import home
from reader.library.library import Library

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "corpus" / "uk-2017"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="real manifestos are not at hand (../shared/corpus)")

CHOSEN = '=police, =crime, ="social care", =tuition, ="human rights", =nurses'


# The soak counts all ten; the gate the shortest, one of them in Welsh.
FEW = ("alliance-2017.pdf", "dup-2017.pdf", "plaid-cymru-2017.pdf", "libdem-wales-cy-2017.pdf")


@pytest.fixture(
    scope="module", params=[pytest.param(FEW, id="few"), pytest.param((), id="all", marks=pytest.mark.soak)]
)
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(home(tmp_path_factory.mktemp("uk-2017")), durable=False) as opened:
        for file in sorted(FOLDER.iterdir()):
            if request.param and file.name not in request.param:
                continue
            manifesto = read(file)
            opened.store(file, manifesto, guess_fields(file, manifesto))
        yield opened


@pytest.fixture(scope="module")
def corpus(library: Library) -> Corpus:
    return Corpus(library, tuple(library.documents()))


@pytest.fixture(scope="module")
def other(library: Library) -> Apart:
    return apart(library, library.documents(), "en")


def test_the_manifestos_have_the_words_that_the_program_says(corpus: Corpus, other: Apart) -> None:
    assert len(corpus.documents) in (4, 10)
    assert list(corpus.only("en").sizes) == other.sizes


def test_the_frequency_list(corpus: Corpus, other: Apart) -> None:
    tables = other.table()
    found = frequencies(corpus, "en")
    assert len(found.rows) > 2_000
    for row in found.rows:
        held = [table[fold(row.shown)] for table in tables]
        assert (row.count, row.manifestos) == (sum(held), sum(map(bool, held))), row


def test_the_crosstab(corpus: Corpus, other: Apart) -> None:
    found = crosstab(corpus.only("en"), several(CHOSEN))
    sizes = other.sizes
    for row in found.rows:
        places = other.runs(re.sub('[="]', "", row.asked.typed).split())
        counts = [len(one) for one in places]
        assert [cell.count for cell in row.cells] == counts
        assert [cell.passages for cell in row.cells] == [len({block for block, _, _ in one}) for one in places]
        assert row.log_likelihood == pytest.approx(goodness(counts, sizes))
        assert row.dispersion == pytest.approx(unevenness(counts, sizes))
        assert row.dispersion_normalised == pytest.approx(unevenness(counts, sizes) / (1 - min(sizes) / sum(sizes)))
        for cell, count, size in zip(row.cells, counts, sizes, strict=True):
            rest, others = sum(counts) - count, sum(sizes) - size
            assert cell.per_thousand == pytest.approx(1000 * count / size)
            assert cell.log_likelihood == pytest.approx(goodness((count, rest), (size, others)))
            assert cell.log_ratio == pytest.approx(doublings(count, size, rest, others))


def test_the_crosstab_counts_what_a_plain_expression_finds_in_the_text(corpus: Corpus, other: Apart) -> None:
    for row in crosstab(corpus.only("en"), several("=police, =tuition, =nurses")).rows:
        word = re.compile(rf"(?<![^\W_]){row.asked.typed[1:]}(?![^\W_])", re.IGNORECASE)
        held = [sum(len(word.findall(text)) for _, text, _ in passages) for passages in other.passages]
        assert [cell.count for cell in row.cells] == held


def test_keyness_of_each_manifesto_against_the_rest(corpus: Corpus, other: Apart) -> None:
    tables, sizes = other.table(), other.sizes
    english = corpus.only("en").documents
    compared = 0
    for number in range(len(english)):
        rest = tuple(one for one in english if one is not english[number])
        found = keyness(Corpus(corpus.library, english[number : number + 1]), Corpus(corpus.library, rest), "en")
        mine, others = sizes[number], sum(sizes) - sizes[number]
        for row in found.rows:
            word = fold(row.shown)
            a, b = tables[number][word], sum(table[word] for at, table in enumerate(tables) if at != number)
            assert (row.count, row.others) == (a, b)
            assert row.log_likelihood == pytest.approx(goodness((a, b), (mine, others)))
            assert row.log_ratio == pytest.approx(doublings(a, mine, b, others))
            compared += 1
        sure = {
            word
            for word in set().union(*tables)
            if (a := tables[number][word]) + (b := sum(one[word] for one in tables) - tables[number][word]) > 1
            and goodness((a, b), (mine, others)) >= LEAST_KEYNESS
        }
        listed = {fold(row.shown) for row in frequencies(corpus, "en").rows}  # the others only stand in longer words
        assert {fold(row.shown) for row in found.rows} == sure & listed
    assert compared > 50


def test_dispersion(library: Library, corpus: Corpus, other: Apart) -> None:
    sizes = other.sizes
    for spread in dispersion(corpus.only("en"), several(CHOSEN)):
        places = other.runs(re.sub('[="]', "", spread.asked.typed).split())
        assert [[(one.block, one.start, one.end) for one in part.places] for part in spread.parts] == places
        assert spread.deviation == pytest.approx(unevenness([len(one) for one in places], sizes))
        for part in spread.parts:
            whole = "".join(block.text for block in library.blocks(part.document.id))
            before, at = {}, 0
            for block in library.blocks(part.document.id):
                before[block.id] = at
                at += len(block.text)
            for one in part.places:
                assert one.at == pytest.approx((before[one.block] + one.start) / len(whole))


@pytest.mark.parametrize("node", ["police", "crime", "housing"])
@pytest.mark.parametrize(("left", "right"), [(5, 5), (1, 3), (0, 2)])
def test_collocates(corpus: Corpus, other: Apart, node: str, left: int, right: int) -> None:
    found = collocates(corpus, several(f"={node}")[0], "en", Window(left, right), least=1)
    nodes, near, places, table = beside(other, node, left, right)
    assert (found.nodes, found.near, found.places) == (nodes, near, places)
    for row in found.rows:
        word = fold(row.shown)
        inside, whole, held = table[word]
        assert (row.together, row.count, row.passages) == (inside, whole, held)
        expected = near * whole / places
        assert row.expected == pytest.approx(expected)
        sure = four_cells(inside, near - inside, whole - inside, places - near - whole + inside)
        assert row.log_likelihood == pytest.approx(sure, abs=1e-6)
        assert 2**row.mutual_information == pytest.approx(inside / expected)
        assert 2 ** (row.log_dice - 14) == pytest.approx(2 * inside / (nodes + whole))
    first = found.rows[0]
    passages = list(together(found, first))
    assert (sum(len(one.collocates) for one in passages), len(passages)) == (first.together, first.passages)
