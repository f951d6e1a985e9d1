"""Words that people choose: by manifestos, where they stand, what stands near them; and how easy a text is to read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from indexed import Indexed, Written

from index.query import NotUnderstood
from index.search import Searcher
from index.words.asked import asked, several
from index.words.collocates import Window, collocates, together
from index.words.corpus import Corpus
from index.words.crosstab import crosstab
from index.words.dispersion import MOST_PLACES, dispersion
from index.words.readability import LEAST_WORDS, Readability, readability
from index.words.terms import Unit
from reader.library.library import Library

HARBOUR = Written(
    """
# Ferries
Ferries cross the bay. A ferry crosses it at night.
- Every ferry stop has a lamp. Trams stop elsewhere.
# Lamps
The harbour lamp burns beside the ferry.
"""
)
LAMP = Written("The lamp burns. No tram stops here, and no lamp. The ferry stop is dark.")
GATH = Written("Mae’r gath yn yr harbwr. Cath yw hi.", language="cy")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    return Indexed(tmp_path_factory.mktemp("chosen"), HARBOUR, LAMP, GATH)


@pytest.fixture
def corpus(made: Indexed) -> Iterator[Corpus]:
    with Library.open(made.home) as library:
        yield Corpus(library, tuple(library.documents()))


def typed(text: str) -> list[str]:
    return [one.typed for one in several(text)]


def test_choices_are_parted_by_commas_and_lines_but_not_inside_quotation_marks() -> None:
    assert typed('ferry, "lamp, and tram"; ferr*\n=stop, ferry') == ["ferry", '"lamp, and tram"', "ferr*", "=stop"]


def test_words_side_by_side_are_a_phrase_and_or_joins_them() -> None:
    assert typed("ferry stop, ferry OR tram") == ['"ferry stop"', "ferry OR tram"]


@pytest.mark.parametrize(
    "text", ["ferry AND (tram OR bus)", "ferry party:lamp", "section:ferry", "ferry -tram", "kind:pledge"]
)
def test_what_is_no_word_or_phrase_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(NotUnderstood, match=r"cannot be counted.*Write a word"):
        asked(text)
    with pytest.raises(NotUnderstood):
        several(" , ")


@pytest.mark.parametrize(
    "text", ["ferry", "=ferry", '"ferry stop"', "ferr*", "f?rry", "ferry OR tram", "the", '"lamp ferry"~3', "cath"]
)
def test_the_cells_of_a_crosstab_are_what_a_search_finds_in_each_manifesto(
    made: Indexed, corpus: Corpus, text: str
) -> None:
    row = crosstab(corpus, several(text)).rows[0]
    assert row.count > 0
    with Searcher(made.home) as searcher:
        for cell in row.cells:
            found = searcher.search(row.asked.query, documents=[cell.document.id])
            assert (cell.count, cell.passages) == (sum(len(hit.marks) for hit in found.hits), found.total)
        assert searcher.search(row.asked.query).total == row.passages


def test_a_row_adds_up_and_says_in_how_many_manifestos_it_stands(corpus: Corpus) -> None:
    ferry, tram, none = crosstab(corpus, several("ferry, tram, zebra")).rows
    assert ([cell.count for cell in ferry.cells], ferry.count, ferry.manifestos) == ([4, 1, 0], 5, 2)
    assert ferry.log_likelihood is not None
    assert ferry.log_likelihood > 0
    assert tram.manifestos == 2
    assert (none.count, none.dispersion, none.cells[0].log_likelihood) == (0, None, None)
    assert none.log_likelihood == 0


def test_one_manifesto_alone_is_compared_with_nothing(corpus: Corpus) -> None:
    alone = Corpus(corpus.library, corpus.documents[:1])
    row = crosstab(alone, several("ferry")).rows[0]
    assert (row.log_likelihood, row.dispersion_normalised) == (None, None)
    assert (row.cells[0].log_likelihood, row.cells[0].log_ratio) == (None, None)


def test_the_places_of_a_word_are_where_it_stands_from_the_beginning_to_the_end(corpus: Corpus) -> None:
    (spread,) = dispersion(corpus, several("ferry"))
    first = spread.parts[0]
    blocks = {block.id: block.text for block in corpus.library.blocks(first.document.id)}
    assert [blocks[one.block][one.start : one.end] for one in first.places] == ["Ferries", "ferry", "ferry", "ferry"]
    assert [one.at for one in first.places] == sorted(one.at for one in first.places)
    whole = "".join(block.text for block in corpus.library.blocks(first.document.id))
    assert first.places[0].at == pytest.approx(len("Ferries") / len(whole))  # after its heading
    assert first.places[-1].at == pytest.approx(whole.rindex("ferry") / len(whole))
    assert spread.manifestos == 2
    assert spread.deviation is not None


def test_places_beyond_what_anybody_can_see_are_counted_and_not_kept(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MOST_PLACES > 1_000
    monkeypatch.setattr("index.words.dispersion.MOST_PLACES", 2)
    (spread,) = dispersion(corpus, several("ferry"))
    assert [part.count for part in spread.parts] == [4, 1, 0]
    assert [len(part.places) for part in spread.parts] == [2, 0, 0]


def test_collocates_are_near_the_node_and_lead_to_their_passages(corpus: Corpus) -> None:
    found = collocates(corpus, asked("ferry"), "en", Window(1, 1), least=1)
    near = {row.shown: (row.together, row.count, row.passages) for row in found.rows}
    assert found.nodes == 5
    assert near["stop"] == (2, 3, 2)
    assert "night" not in near
    stop = next(row for row in found.rows if row.shown == "stop")
    held = list(together(found, stop))
    assert [one.passage.text[slice(*one.collocates[0])] for one in held] == ["stop", "stop"]
    assert [one.passage.text[slice(*one.nodes[0])] for one in held] == ["ferry", "ferry"]


def test_stems_are_collocates_too_and_a_phrase_can_be_the_node(corpus: Corpus) -> None:
    found = collocates(corpus, asked("tram"), "en", Window(), Unit.STEMS, least=1)
    assert ("stop", 3, 4) in {(row.shown, row.together, row.count) for row in found.rows}
    phrase = collocates(corpus, asked('"ferry stop"'), "en", Window(1, 1), least=1)
    assert phrase.nodes == 2
    assert {row.shown for row in phrase.rows} >= {"Every", "is", "has"}
    assert "ferry" not in {row.shown for row in phrase.rows}


def test_a_long_passage_full_of_nodes_does_not_take_for_ever(tmp_path: Path) -> None:
    shelf = Indexed(tmp_path, Written("The tram and a lamp. " * 4_000, "Trams"))
    with Library.open(shelf.home) as library:
        begun = perf_counter()
        found = collocates(Corpus(library, tuple(library.documents())), asked("tram"), "en", Window(1, 1), least=1)
        assert perf_counter() - begun < 10
    assert found.nodes == 4_000


def test_a_window_can_end_with_the_sentence(corpus: Corpus) -> None:
    whole = collocates(corpus, asked("trams"), "en", Window(5, 0), least=1)
    within = collocates(corpus, asked("trams"), "en", Window(5, 0, in_sentence=True), least=1)
    assert "lamp" in {row.shown for row in whole.rows}
    assert "lamp" not in {row.shown for row in within.rows}


def test_what_stands_nowhere_has_no_collocates(corpus: Corpus) -> None:
    assert collocates(corpus, asked("zebra"), "en", Window(), least=1).rows == ()


def test_readability_is_fleschs_sum_of_sentences_and_syllables(corpus: Corpus) -> None:
    document = corpus.documents[0]
    known = Readability(document, "en", 1, 200, 10, 300)
    assert known.score == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)
    german = Readability(document, "de", 1, 200, 10, 300)
    assert german.score == pytest.approx(180 - 20 - 58.5 * 1.5)


def test_a_text_without_a_formula_or_too_short_for_one_says_so(corpus: Corpus) -> None:
    english, _, welsh = readability(corpus)
    assert english.words == corpus.documents[0].words
    assert (english.score, english.why_not) == (None, f"Fewer than {LEAST_WORDS} words.")
    assert (welsh.score, welsh.syllables_per_word) == (None, None)
    assert welsh.why_not == "No published formula for this language."


def test_what_is_said_on_a_topic_is_measured_by_its_passages_alone(corpus: Corpus) -> None:
    first = corpus.text(corpus.documents[0]).passages[0]
    english, *_ = readability(corpus, [{first.block}, (), ()])
    assert (english.passages, english.sentences, english.words) == (1, 2, 10)
    # Fer-ries cross the bay. A fer-ry cross-es it at night.
    assert english.syllables == 13


@pytest.fixture
def text_of_a_hundred_words(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, Written("We will build a new school in the old town. " * 12))


def test_a_plain_text_is_easy(text_of_a_hundred_words: Indexed) -> None:
    with Library.open(text_of_a_hundred_words.home) as library:
        (found,) = readability(Corpus(library, tuple(library.documents())))
    assert found.score == pytest.approx(206.835 - 1.015 * 10 - 84.6 * 1.0)
    assert found.why_not == ""
