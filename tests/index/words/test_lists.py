"""Lists of words: every count is what a search for the word marks, in the passages that it finds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from indexed import Indexed, Written

from index.search import Searcher
from index.words.corpus import Corpus, languages
from index.words.frequency import FrequencyList, frequencies
from index.words.keyness import keyness
from index.words.stop_lists import (
    StopListInvalid,
    as_file,
    folded,
    listed,
    own_file,
    own_words,
    shipped,
    stop_words,
)
from index.words.terms import Unit
from reader.library.library import Library
from reader.library.records import Document

HARBOUR = Written(
    """
# The harbour
The Harbour will be dredged, and the harbour’s ferries mended. We will co-ordinate the ferries.
- A childcare place for every child, and child-care places near the quay.
- Anti-social behaviour costs £151m; antisocial ferries cost 1,300 and 1 300 more.
The U.K. is one; A & E is another. No ferry, no ferry, no ferry, no harbour.
""",
    "Harbour",
)
LAMP = Written(
    """
We light the lamps. The lamp’s light lights the quay, and women’s lamps light it too.
A non-stop ferry, or a non stop lamp: per cent by per cent, 5% of it.
""",
    "Lamp",
)
LATERNE = Written("Die Bürger:innen zünden Laternen an. Der Bürger zündet eine Laterne an.", "Laterne", "de")
PHARE = Written("La pêche n’est pas un péché. Les pêcheurs pêchent, l’eau monte, les eaux baissent.", "Phare", "fr")
LLUSERN = Written("Bydd y gath a’r cath yn mynd i’r harbwr yng Nghaerdydd. Caerdydd yw’r harbwr.", "Llusern", "cy")
ALL = (HARBOUR, LAMP, LATERNE, PHARE, LLUSERN)


@dataclass(frozen=True, slots=True)
class Shelf:
    """An indexed library that is open, with its manifestos and its search."""

    library: Library
    documents: tuple[Document, ...]
    searcher: Searcher

    @property
    def corpus(self) -> Corpus:
        return Corpus(self.library, self.documents)

    def searched(self, query: str) -> tuple[int, int]:
        """How many marks a search makes, in how many passages."""
        found = self.searcher.search(query, limit=10_000)
        return sum(len(hit.marks) for hit in found.hits), found.total


def opened(folder: Path, manifestos: Sequence[Written]) -> Iterator[Shelf]:
    made = Indexed(folder, *manifestos)
    with Library.open(made.home) as library, Searcher(made.home) as searcher:
        yield Shelf(library, tuple(library.documents()), searcher)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    yield from opened(tmp_path_factory.mktemp("lists"), ALL)


def counts(found: FrequencyList) -> dict[str, int]:
    return {row.shown: row.count for row in found.rows}


def disagreeing(shelf: Shelf, found: FrequencyList) -> list[tuple[object, ...]]:
    """The rows whose query finds other than they count."""
    return [
        (row, found.query(row), there)
        for row in found.rows
        if (there := shelf.searched(found.query(row))) != (row.count, row.passages)
    ]


@pytest.mark.parametrize("language", ["cy", "de", "en", "fr"])
@pytest.mark.parametrize("unit", sorted(Unit))
@pytest.mark.parametrize("length", [1, 2, 3])
def test_every_count_is_what_a_search_marks_in_the_passages_that_it_finds(
    shelf: Shelf, language: str, unit: Unit, length: int
) -> None:
    found = frequencies(shelf.corpus, language, unit, length=length)
    assert found.rows or length > 1
    assert disagreeing(shelf, found) == []


WORDS = st.sampled_from(
    [
        "quay",
        "the",
        "ferry",
        "ferries",
        "child-care",
        "childcare",
        "no",
        "No.",
        "A",
        "women’s",
        "£5m,",
        "non",
        "stop",
        "1",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=3))
def test_that_holds_for_any_words(tmp_path_factory: pytest.TempPathFactory, passages: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    for shelf in opened(folder, [Written("\n".join(f"So {passage}" for passage in passages))]):
        for length in (1, 2):
            for unit in Unit:
                assert disagreeing(shelf, frequencies(shelf.corpus, "en", unit, length=length)) == []


def test_words_are_shown_as_they_are_printed_and_counted_whatever_their_case(shelf: Shelf) -> None:
    found = counts(frequencies(shelf.corpus, "en"))
    assert found["harbour"] == 3
    assert found["women"] == 1
    assert found["ferries"] == 3
    assert "The" not in found
    assert counts(frequencies(shelf.corpus, "fr"))["péché"] == 2  # a search overlooks accents, and so does the list


def test_stems_join_inflections(shelf: Shelf) -> None:
    found = counts(frequencies(shelf.corpus, "en", Unit.STEMS))
    assert found["ferry"] == 7
    assert "ferries" not in found


def test_a_word_of_two_parts_counts_as_its_parts_and_for_the_word_in_one_piece(shelf: Shelf) -> None:
    found = counts(frequencies(shelf.corpus, "en"))
    assert (found["childcare"], found["child"], found["care"]) == (2, 2, 1)
    assert "coordinate" not in found  # it stands nowhere in one piece


def test_rows_say_in_how_many_passages_and_manifestos_a_word_stands_and_how_often_in_a_thousand(shelf: Shelf) -> None:
    found = frequencies(shelf.corpus, "en")
    row = next(one for one in found.rows if one.shown == "quay")
    assert (row.count, row.passages, row.manifestos) == (2, 2, 2)
    words = sum(document.words for document in shelf.documents[:2])
    assert found.per_thousand(row) == pytest.approx(2000 / words)


def test_runs_that_overlap_themselves_count_as_a_search_marks_them(shelf: Shelf) -> None:
    found = counts(frequencies(shelf.corpus, "en", length=2))
    assert found["no ferry"] == 3
    assert found["non stop"] == 2


def test_stop_words_are_left_out_and_so_are_runs_that_begin_or_end_with_one(shelf: Shelf) -> None:
    stopped = folded(("The", "will", "we"))
    assert not {"the", "will", "we"} & counts(frequencies(shelf.corpus, "en", stopped=stopped)).keys()
    runs = counts(frequencies(shelf.corpus, "en", length=2, stopped=stopped))
    assert "the quay" not in runs
    assert "no ferry" in runs


def test_runs_that_stand_often_are_found_however_few_counters_the_first_pass_has(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = frequencies(shelf.corpus, "en", length=2)
    monkeypatch.setattr("index.words.tallying._COUNTERS", 7)
    assert frequencies(shelf.corpus, "en", length=2).rows == whole.rows


def test_a_list_is_of_one_language_and_its_queries_say_which(shelf: Shelf) -> None:
    found = frequencies(shelf.corpus, "de")
    assert [document.party for document in found.corpus.documents] == ["Laterne"]
    assert found.query(found.rows[0]).endswith(" -kind:heading language:de")
    alone = frequencies(shelf.corpus.only("de"), "de")
    assert alone.query(alone.rows[0]).endswith(" -kind:heading")
    assert languages(shelf.documents)[0] == "en"


def test_small_words_can_be_searched_by_their_stems(shelf: Shelf) -> None:
    assert shelf.searched("the -kind:heading language:en") == (8, 4)
    assert shelf.searched("the party:lamp") == (3, 1)


def test_key_words_are_those_of_one_against_the_others_with_the_surest_first(shelf: Shelf) -> None:
    harbour, lamp = (Corpus(shelf.library, (document,)) for document in shelf.documents[:2])
    found = keyness(lamp, harbour, "en", sure=3.84)
    assert [row.shown for row in found.rows if row.is_over][:1] == ["light"]
    assert all(row.log_likelihood >= 3.84 for row in found.rows)
    light = found.rows[0]
    assert (light.count, light.others) == (3, 0)
    here, others = found.per_thousand(light)
    assert (here, others) == (3000 / shelf.documents[1].words, 0)
    assert [row.shown for row in keyness(harbour, lamp, "en", sure=3.84).rows if not row.is_over][:1] == ["light"]
    assert keyness(lamp, Corpus(shelf.library, ()), "en").rows == ()


def test_the_stop_list_is_the_programs_until_people_write_their_own(tmp_path: Path) -> None:
    assert "the" in shipped("en")
    assert stop_words(tmp_path, "en") == shipped("en")
    assert own_words(tmp_path, "en") is None
    written = listed("the, of\nQuay # whatever it is\n\nof")
    assert written == ("the", "of", "Quay")
    own_file(tmp_path, "en").write_text(as_file(written), encoding="utf-8")
    assert stop_words(tmp_path, "en") == ("the", "of", "Quay")
    assert stop_words(tmp_path, "de") == shipped("de")


def test_a_stop_list_that_is_no_text_is_named_with_what_to_do(tmp_path: Path) -> None:
    own_file(tmp_path, "en").write_bytes(b"the\n\xff\xfe")
    with pytest.raises(StopListInvalid, match=r"stop-words-en\.txt in the settings folder, line 2"):
        stop_words(tmp_path, "en")


def test_counting_can_be_ended_before_each_manifesto(shelf: Shelf) -> None:
    seen: list[int] = []

    def heed() -> None:
        seen.append(len(seen))
        if len(seen) > 1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        frequencies(Corpus(shelf.library, shelf.documents, heed), "en")
    assert len(seen) == 2
