"""Searches find the passages that a query asks for, with the words that matched."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from indexed import Indexed, Written

from index import generations
from index.query import NotUnderstood
from index.results import Hit, Results
from index.search import IndexNotReady, Searcher
from index.shard import Shard
from index.writing import Add, Commit
from reader.home import Home
from reader.library import edits, judging
from reader.library.codebook_edits import create_code
from reader.library.coding import apply_code, code_document
from reader.library.library import Library
from reader.library.verdicts import Selection
from reader.model import Block, Kind, Manifesto, Piece

HARBOUR = """
# Harbour
We will mend the quay and light the women’s ferry stop.
We will spend £151m on the anti-social end of the harbour.
## Ferries
This council will:
- run a ferry at night
- light each stop
Ferries run late.
"""
LANES = """
# Lanes
Lighting of lanes is a lamp society matter; lamps are lit by ferry men.
No stop, and no search for lost lamps. Door-to-door lamp repairs.
"""
CYMRU = """
# Harbwr
Byddwn yn goleuo’r harbwr ac i’r dŵr. Lights is an English word.
"""


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    return Indexed(
        tmp_path_factory.mktemp("searched"),
        Written(HARBOUR, party="Harbour Party", fields={"year": "2017", "candidate": "Ann Quay"}),
        Written(LANES, party="Lamp Society", fields={"year": "2021"}),
        Written(CYMRU, party="Plaid Harbwr", language="cy"),
    )


@pytest.fixture(scope="module")
def searcher(indexed: Indexed) -> Iterator[Searcher]:
    with Searcher(indexed.home) as opened:
        yield opened


SAYINGS = """
# Ferries
We will run a ferry at night. The ferry is old.
The ferry was cut by the last government. We will mend the quay.
We have doubled the number of ferry stops.
This council will:
- light each ferry stop
The ferry sails past the island.
"""


def texts(results: Results) -> set[str]:
    return {hit.text.split()[0] + " " + hit.text.split()[-1] for hit in results.hits}


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("quay", {"We stop."}),
        ("lights ferries", {"We stop.", "Lighting men."}),
        ("ferry night", {"run night"}),
        (
            "ferry OR lane",
            {"We stop.", "run night", "Ferries late.", "Ferries Ferries", "Lighting men.", "Lanes Lanes"},
        ),
        ("ferry -quay", {"run night", "Ferries late.", "Ferries Ferries", "Lighting men."}),
        ('"stop and search"', set()),
        ('"no search"', {"No repairs."}),
        ('"search stop"~2', {"No repairs."}),
        ('"search stop"~1', set()),
        ("=ferries", {"Ferries late.", "Ferries Ferries"}),
        ("=ferries OR =lamp", {"Ferries late.", "Ferries Ferries", "Lighting men.", "No repairs."}),
        ("ligh* kind:list_item", {"light stop"}),
        ("section:ferries", {"This will:", "run night", "light stop", "Ferries late."}),
        ('section:"harbour ferries"', set()),
        ("lead:council", {"run night", "light stop"}),
        ("lead:counc*", {"run night", "light stop"}),
        ("ferry party:harbour", {"We stop.", "run night", "Ferries late.", "Ferries Ferries"}),
        ("ferry party:lamp", {"Lighting men."}),
        ('ferry party:"ann quay" kind:heading', {"Ferries Ferries"}),
        ("ferry year:2018-2022", {"Lighting men."}),
        ("ferry year:2018", set()),
        ("party:lamp", {"Lanes Lanes", "Lighting men.", "No repairs."}),
        ("party:lamp -lamp", {"Lanes Lanes"}),
        ("(ferry OR lamp) NOT (night OR matter)", {"We stop.", "Ferries late.", "Ferries Ferries", "No repairs."}),
        ("antisocial", {"We harbour."}),
        ("anti-social", {"We harbour."}),
        ("151 million", {"We harbour."}),
        ("women", {"We stop."}),
        ("door-to-door", {"No repairs."}),
        ("the quay", {"We stop."}),
        ("harbwr language:cy", {"Harbwr Harbwr", "Byddwn word."}),
        ("dwr", {"Byddwn word."}),
        ("lights language:cy", {"Byddwn word."}),
        ("light language:cy", set()),
        ("zebra", set()),
        ("quay OR zebra", {"We stop."}),
        ("quay zebra", set()),
    ],
)
def test_what_is_found(searcher: Searcher, query: str, found: set[str]) -> None:
    results = searcher.search(query)
    assert texts(results) == found
    assert results.total == len(results.hits) == len({hit.block for hit in results.hits})


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("women", ["women’s"]),
        ("the quay", ["quay"]),
        ("=ferry quay", ["quay", "ferry"]),
        ('"light the"', ["light the"]),
        ("quay -zebra", ["quay"]),
        ("quay section:harbour", ["quay"]),
    ],
)
def test_the_words_that_matched_are_marked(searcher: Searcher, query: str, words: list[str]) -> None:
    (hit,) = searcher.search(query).hits
    assert marked(hit) == words


def test_a_hit_says_where_it_stands(searcher: Searcher, indexed: Indexed) -> None:
    (hit,) = searcher.search("ferry night").hits
    assert hit.document == indexed.documents[0].id
    assert (hit.kind, hit.page, hit.label, hit.section) == ("list_item", 1, "i", ("Harbour", "Ferries"))
    assert hit.score > 0


def test_the_passage_with_more_of_the_words_comes_first(searcher: Searcher) -> None:
    hits = searcher.search("quay OR ferry OR women").hits
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len(set(marked(hits[0]))) == 3


def test_the_page_of_a_hit_is_that_of_its_first_mark(tmp_path: Path) -> None:
    text = "Lamps on the quay are lit. Ferries run late."
    pieces = (Piece(0, 27, 3, "iii"), Piece(27, len(text), 4, None))
    block = Block(Kind.PARAGRAPH, text, section=("Nights",), pieces=pieces)
    indexed = Indexed(tmp_path, Written("# Empty"))
    file = tmp_path / "pages.txt"
    file.write_text(text)
    with Library.open(indexed.home) as library:
        document = library.store(file, Manifesto("Pages", "en", (block,)), {})
    generation = generations.current(indexed.home)
    assert generation is not None
    with Shard(indexed.home, generation, 1, []) as shard:
        shard.do(Add(document.id, "en"))
        shard.do(Commit())
    with Searcher(indexed.home) as searcher:
        places = {query: [(hit.page, hit.label) for hit in searcher.search(query).hits] for query in ("lamp", "ferry")}
        assert places == {"lamp": [(3, "iii")], "ferry": [(4, None)]}
        assert [(hit.page, hit.marks) for hit in searcher.search("section:nights").hits] == [(3, ())]


def test_documents_and_limit_narrow_the_search(searcher: Searcher, indexed: Indexed) -> None:
    second = indexed.documents[1].id
    assert {hit.document for hit in searcher.search("ferry", documents=[second]).hits} == {second}
    assert searcher.search("ferry", documents=[]).total == 0
    assert searcher.search("ferry", documents=["no such document"]).total == 0
    few = searcher.search("ferry", limit=2)
    assert (len(few.hits), few.total) == (2, 5)
    assert searcher.search("ferry", passages_only=True).total == 4
    assert searcher.search("Ferries NOT late", limit=1, passages_only=True).hits[0].kind != "heading"


def test_the_count_is_the_same_however_few_hits_are_asked_for(tmp_path: Path) -> None:
    lines = ["A ferry sails.", "A kraken rises."] + ["A ferry sails past the long quay."] * 300
    made = Indexed(tmp_path, Written("\n".join(lines)), Written("Harbwr.", language="cy"))
    with Searcher(made.home) as searcher:
        counts = {limit: searcher.search("ferry OR kraken", limit=limit).total for limit in (1, 2, 10, 1000)}
    assert set(counts.values()) == {302}


@pytest.mark.parametrize(
    ("query", "better"),
    [
        ("fery", "ferry"),
        ("fery xyzzy", ""),
        ("fery dwr", ""),
        ('"lihgt each"', '"light each"'),
        ("qaay -zebra", "quay -zebra"),
        ("quay zebra", ""),
        ("ferry night harbour", ""),
        ("xyzzy", ""),
    ],
)
def test_another_spelling_is_suggested_where_nothing_is_found(searcher: Searcher, query: str, better: str) -> None:
    results = searcher.search(query)
    assert results.total == 0
    assert results.suggestion == better
    if better:
        assert searcher.search(better).total


def test_a_query_that_asks_for_nothing_is_answered_with_a_sentence(searcher: Searcher) -> None:
    for query in ("", "-ferry", "kind:poem", "(("):
        with pytest.raises(NotUnderstood):
            searcher.search(query)


def test_removed_documents_are_not_shown_and_come_back_with_undo(tmp_path: Path) -> None:
    indexed = Indexed(tmp_path, Written(HARBOUR), Written(LANES))
    with Searcher(indexed.home) as searcher, Library.open(indexed.home) as library:
        library.apply(edits.remove(library, indexed.documents[0].id))
        assert texts(searcher.search("ferry")) == {"Lighting men."}
        library.undo()
        assert searcher.search("ferry").total == 5


def test_a_corrected_party_counts_at_once(tmp_path: Path) -> None:
    indexed = Indexed(tmp_path, Written(LANES, party="Lamp Society"))
    with Searcher(indexed.home) as searcher, Library.open(indexed.home) as library:
        library.apply(edits.set_fields(library, indexed.documents[0].id, {"party": "Lantern League"}))
        assert searcher.search("lamp party:lantern").total == 2
        assert searcher.search("lamp party:society").total == 0


def test_an_empty_library_finds_nothing_and_a_missing_index_says_so(tmp_path: Path) -> None:
    empty = Indexed(tmp_path / "empty")
    with Searcher(empty.home) as searcher:
        assert searcher.search("ferry") == Results("ferry", (), 0)
    indexed = Indexed(tmp_path / "full", Written(LANES))
    generation = generations.current(indexed.home)
    assert generation is not None
    generations.condemn(indexed.home, generation)
    with Searcher(indexed.home) as searcher, pytest.raises(IndexNotReady):
        searcher.search("ferry")


@pytest.fixture
def untidy_whoosh() -> Iterator[None]:
    """Whoosh leaves files open when it fails to read them; they are closed here, where nobody minds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        gc.collect()


@pytest.mark.usefixtures("untidy_whoosh")
@pytest.mark.parametrize("damage", ["cut", "overwritten", "gone", "toc"])
def test_a_damaged_index_is_taken_out_of_use(tmp_path: Path, damage: str) -> None:
    indexed = Indexed(tmp_path, Written(HARBOUR))
    generation = generations.current(indexed.home)
    assert generation is not None
    for file in (generation / "0").glob("*.toc" if damage == "toc" else "*.seg"):
        content = file.read_bytes()
        if damage == "gone":
            file.unlink()
        elif damage == "cut":
            file.write_bytes(content[: len(content) // 2])
        else:
            file.write_bytes(b"\x00" * len(content))
    with Searcher(indexed.home) as searcher:
        with pytest.raises(IndexNotReady):
            searcher.search("ferry")
        assert generations.current(indexed.home) is None
        with pytest.raises(IndexNotReady):
            searcher.search("ferry")


def test_an_item_of_a_list_is_found_with_what_introduces_the_list(searcher: Searcher) -> None:
    (item,) = searcher.search('"ferry at night"').hits
    assert item.lead_in == "This council will:"
    assert {hit.lead_in for hit in searcher.search("late").hits} == {""}


def _starts(home: Home, query: str) -> set[str]:
    with Searcher(home) as opened:
        results = opened.search(query)
    assert results.total == len(results.hits)
    return {" ".join(hit.text.split()[:3]) for hit in results.hits}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:pledge ferry", {"We will run", "light each ferry"}),
        ("kind:pledge quay", {"The ferry was"}),
        ("kind:criticism ferry", {"The ferry was"}),
        ("kind:record ferry", {"We have doubled"}),
        ("kind:context ferry", {"We will run", "The ferry sails"}),
        ("kind:pledge", {"We will run", "The ferry was", "This council will:", "light each ferry"}),
        ("kind:pledge kind:list_item", {"light each ferry"}),
        ("ferry -kind:pledge -kind:context", {"The ferry was", "We have doubled", "Ferries"}),
        ("kind:record OR quay", {"We have doubled", "The ferry was"}),
        ("stop (kind:record OR kind:pledge)", {"We have doubled", "light each ferry"}),
        ("kind:pledge party:lamp ferry", set()),
    ],
)
def test_a_kind_of_sentence_is_that_of_the_sentence_with_the_words(tmp_path: Path, query: str, found: set[str]) -> None:
    assert _starts(Indexed(tmp_path, Written(SAYINGS)).home, query) == found


def test_kinds_of_sentences_follow_what_people_say_and_who_the_author_is(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written("# Ferries\nLabour will run a ferry.\nThe ferry is old.", party="Labour"))
    document = made.documents[0].id
    assert _starts(made.home, "kind:pledge ferry") == {"Labour will run"}
    with Library.open(made.home) as library:
        old = next(block for block in library.blocks(document) if block.text == "The ferry is old.")
        library.apply(judging.set_statement_kind(library, document, old.id, 0, len(old.text), "pledge"))
    assert _starts(made.home, "kind:pledge ferry") == {"Labour will run", "The ferry is"}
    assert _starts(made.home, "kind:context ferry") == set()
    with Library.open(made.home) as library:
        library.apply(edits.set_fields(library, document, {"party": "Conservative"}))
    assert _starts(made.home, "kind:pledge ferry") == {"The ferry is"}


def test_kinds_of_sentences_are_counted_in_the_documents_that_are_asked_about(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(SAYINGS), Written(SAYINGS + "We will run a second ferry.\n"))
    with Searcher(made.home) as opened:
        assert opened.search("kind:pledge ferry", limit=1).total == 5
        assert opened.search("kind:pledge ferry", documents=[made.documents[0].id]).total == 2
        assert opened.search("kind:pledge feryr").suggestion == "kind:pledge ferry"


def _coded(made: Indexed) -> None:
    """Codes: Boats > Ferries on the ferry at night and on the quay, Lamps on all of the second manifesto."""
    harbour, lanes = (document.id for document in made.documents)
    with Library.open(made.home) as library:
        ids: dict[str, str] = {}
        for name, above in (("Boats", ""), ("Ferries", "Boats"), ("Lamps", ""), ("Boat sheds", "Lamps")):
            edit = create_code(library, name, ids.get(above, ""), key={"Lamps": "7.1"}.get(name, ""))
            library.apply(edit)
            ids[name] = edit.changes[0].id
        blocks = {block.text: block for block in library.blocks(harbour)}
        for text, words, code in (
            ("run a ferry at night", "ferry", "Ferries"),
            ("We will mend the quay and light the women’s ferry stop.", "mend the quay", "Boats"),
        ):
            start = text.index(words)
            place = Selection(blocks[text].id, start, blocks[text].id, start + len(words))
            library.apply(apply_code(library, harbour, place, ids[code]))
        library.apply(code_document(library, lanes, ids["Lamps"]))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("code:ferries", {"run a ferry"}),
        ("code:Boats", {"run a ferry", "We will mend"}),  # with what is under it
        ('code:"boats > Ferries"', {"run a ferry"}),
        ("code:7.1", {"Lanes", "Lighting of lanes", "No stop, and"}),  # by its key; the whole manifesto has it
        ("code:lamps search", {"No stop, and"}),
        ("code:boat", {"run a ferry", "We will mend"}),  # no code has this name, two have a word that begins so
        ("code:sheds", set()),
        ("ferry -code:*", {"Ferries", "Ferries run late."}),
        ("code:ferries OR late", {"run a ferry", "Ferries run late."}),
        ("code:boats party:lamp", set()),
    ],
)
def test_a_code_is_asked_for_by_name_path_or_key_with_all_under_it(tmp_path: Path, query: str, found: set[str]) -> None:
    made = Indexed(tmp_path, Written(HARBOUR), Written(LANES, party="Lamp Society"))
    _coded(made)
    assert _starts(made.home, query) == found


def test_codes_are_looked_for_as_they_are_now(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(HARBOUR), Written(LANES))
    with Searcher(made.home) as opened, pytest.raises(NotUnderstood, match="no codes yet"):
        opened.search("code:boats")
    _coded(made)
    assert _starts(made.home, "code:boats") == {"run a ferry", "We will mend"}
    with Searcher(made.home) as opened:
        with pytest.raises(NotUnderstood, match="no code “nets”"):
            opened.search("code:nets")
        assert opened.search("code:boats", coder="somebody else").total == 0
        assert opened.search("code:boats ferrry").suggestion == "code:boats ferry"
    with Library.open(made.home) as library:
        library.undo()
        library.undo()
    assert _starts(made.home, "code:boats") == {"run a ferry"}
