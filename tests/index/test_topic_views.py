"""The cache of topic views: quick, true to what was made, and never an obstacle."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from indexed import Indexed, Written

from index import cache
from index.topics import evaluate
from index.topics import views as module
from index.topics.evaluate import AllViews
from index.topics.model import Match, Reason, Statement, StatementKind, Subtopic, Topic, TopicQuery
from index.topics.packing import pack, unpack
from index.topics.views import Views, topic_digest
from reader.home import Home, home
from reader.identity import with_ids
from reader.library import connection, edits
from reader.library.library import Library
from reader.model import Block, Kind, Manifesto

TOPIC = Topic("t", 1, "T", "#000000", "d", (TopicQuery("lifeboat"),), (), (Subtopic("a", "A"),))


@pytest.fixture
def made(tmp_path: Path) -> Indexed:
    return Indexed(tmp_path, Written("# Sea\nA lifeboat sails. It is red.\nA road."), Written("A road."))


@pytest.fixture
def kept(made: Indexed) -> Iterator[Views]:
    with Views(made.home) as views, Library.open(made.home) as library:
        views.make(library, TOPIC, [document.id for document in made.documents])
        yield views


def ids(made: Indexed) -> list[str]:
    return [document.id for document in made.documents]


def test_what_is_not_there_is_named_as_missing_in_the_order_asked(made: Indexed) -> None:
    with Views(made.home) as views:
        assert views.cached(TOPIC, ["b", "a"]) == ({}, ["b", "a"])


def test_views_once_made_are_read_as_they_were_evaluated(made: Indexed, kept: Views) -> None:
    found, missing = kept.cached(TOPIC, [*ids(made), "unknown"])
    assert found == made.views(TOPIC)
    assert list(found) == ids(made)
    assert missing == ["unknown"]
    assert len(found[ids(made)[0]]) == 1
    assert found[ids(made)[1]] == ()


def test_an_item_of_a_list_keeps_what_introduces_the_list(tmp_path: Path) -> None:
    made = Indexed(
        tmp_path, Written("Much is wrong. We will not:\n- Sell a lifeboat.\n- Close a road.\nA lifeboat sails.")
    )
    with Views(made.home) as views, Library.open(made.home) as library:
        views.make(library, TOPIC, ids(made))
        (matches,) = views.cached(TOPIC, ids(made))[0].values()
    assert [(match.text, match.lead_in) for match in matches] == [
        ("Sell a lifeboat.", "We will not:"),
        ("A lifeboat sails.", ""),
    ]


def test_another_wording_of_the_topic_has_views_of_its_own_and_another_name_has_not(made: Indexed, kept: Views) -> None:
    assert kept.cached(replace(TOPIC, name="U", colour="#ffffff", definition="e"), ids(made))[1] == []
    for other in (
        replace(TOPIC, queries=(TopicQuery("lifeboats"),)),
        replace(TOPIC, exclude=("red",)),
        replace(TOPIC, subtopics=()),
        replace(TOPIC, queries=tuple(replace(query, within=9) for query in TOPIC.queries)),
        replace(TOPIC, queries=tuple(replace(query, row_weight=0.3) for query in TOPIC.queries)),
    ):
        assert kept.cached(other, ids(made))[1] == ids(made)


def test_views_made_by_other_rules_are_made_again(made: Indexed, kept: Views, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ENGINE", module.ENGINE + 1)
    assert kept.cached(TOPIC, ids(made))[1] == ids(made)


@pytest.mark.parametrize("field", ["party", "candidate", "language"])
def test_a_corrected_document_has_no_view_until_it_is_looked_at_anew(made: Indexed, kept: Views, field: str) -> None:
    first = made.documents[0].id
    with Library.open(made.home) as library:
        library.apply(edits.set_fields(library, first, {field: "Welsh"}))
        assert kept.cached(TOPIC, ids(made))[1] == [first]
        library.undo()
    assert kept.cached(TOPIC, ids(made))[1] == []


def test_a_topic_that_asks_about_the_year_is_looked_for_again_when_that_is_corrected(made: Indexed) -> None:
    asking = replace(TOPIC, id="u", queries=(TopicQuery("lifeboat Year:2017"),))
    first = made.documents[0].id
    with Views(made.home) as views, Library.open(made.home) as library:
        for topic in (TOPIC, asking):
            views.make(library, topic, ids(made))
        library.apply(edits.set_fields(library, first, {"year": "2017"}))
        assert views.cached(TOPIC, ids(made))[1] == []
        assert views.cached(asking, ids(made))[1] == [first]
        assert len(views.make(library, asking, [first])[first]) == 1


@pytest.mark.parametrize("with_log", [True, False])
@pytest.mark.parametrize("before", [True, False])
def test_a_view_that_is_made_while_a_person_corrects_the_party_is_not_shown(
    made: Indexed, monkeypatch: pytest.MonkeyPatch, before: bool, with_log: bool
) -> None:
    monkeypatch.setattr(connection, "elsewhere", lambda _: not with_log)
    evaluate_in, first = evaluate.evaluate_in, made.documents[0].id
    ours = replace(TOPIC, queries=(TopicQuery("lifeboat party:labour"),))

    def correct() -> None:
        with Library.open(made.home) as other:
            other.apply(edits.set_fields(other, first, {"party": "Green"}))

    def meanwhile(*given: Any) -> AllViews:
        if before:
            correct()
        views = evaluate_in(*given)
        if not before:
            correct()
        return views

    with Views(made.home) as views, Library.open(made.home) as library:
        monkeypatch.setattr(evaluate, "evaluate_in", meanwhile)
        views.make(library, ours, ids(made))
        monkeypatch.setattr(evaluate, "evaluate_in", evaluate_in)
        assert views.cached(ours, ids(made))[1] == [first]
        library.undo()  # what was kept with a log is of the party that it has again
        assert (views.cached(ours, [first])[1] == []) == with_log
        views.make(library, ours, [first])
        assert [len(found) for found in views.cached(ours, [first])[0].values()] == [1]


def test_whatever_bytes_of_the_cache_change_the_answers_stay_the_same(made: Indexed, kept: Views) -> None:
    kept.close()
    path = cache.views_in(cache.folder(made.home))
    whole, expected = path.read_bytes(), made.views(TOPIC)
    with Library.open(made.home) as library:
        for seed in range(150):
            chance, damaged = random.Random(seed), bytearray(whole)  # noqa: S311  # damage, repeatable
            for _ in range(chance.choice((1, 1, 8))):
                # Most of the file is empty: every other byte is one of those that are not.
                at = chance.choice(used(whole)) if chance.random() < 0.5 else chance.randrange(len(damaged))
                damaged[at] ^= 1 << chance.randrange(8)
            path.write_bytes(damaged[: chance.choice((len(damaged), len(damaged), chance.randrange(len(damaged))))])
            with Views(made.home) as views:
                found, missing = views.cached(TOPIC, ids(made))
                assert {**found, **(views.make(library, TOPIC, missing) if missing else {})} == expected, seed
                assert views.cached(TOPIC, ids(made)) == (expected, []), seed


def used(content: bytes) -> list[int]:
    return [place for place, byte in enumerate(content) if byte]


def test_a_document_read_anew_has_no_view_before_the_index_has_its_new_reading(made: Indexed, kept: Views) -> None:
    first = made.documents[0]
    text = with_ids(first.id, [Block(Kind.PARAGRAPH, "A lifeboat sails at night.")])
    with Library.open(made.home) as library:
        library.store_again(first.id, Manifesto("Read anew", "en", text), {})
        assert kept.cached(TOPIC, ids(made))[1] == [first.id]
        # Whoever needs it makes it, although the index knows the old text alone.
        assert kept.make(library, TOPIC, [first.id]) == {}
        assert kept.cached(TOPIC, ids(made))[1] == [first.id]
        made.index_again()
        (match,) = kept.make(library, TOPIC, [first.id])[first.id]
    assert match.text == "A lifeboat sails at night."
    assert kept.cached(TOPIC, ids(made))[1] == []


def test_a_view_of_an_earlier_reading_is_no_view(made: Indexed, kept: Views) -> None:
    first = made.documents[0]
    with Library.open(made.home) as library:
        blocks = tuple(library.blocks(first.id))
        library.store_again(first.id, Manifesto("Read anew", "en", blocks), {})
    found, missing = kept.cached(TOPIC, ids(made))
    assert (list(found), missing) == ([ids(made)[1]], [first.id])


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 500])
def test_a_file_that_is_no_cache_is_thrown_away(made: Indexed, kept: Views, damage: bytes) -> None:
    kept.close()
    for path in cache.folder(made.home).glob("views.sqlite3*"):
        path.unlink()
    (cache.views_in(cache.folder(made.home))).write_bytes(damage)
    with Views(made.home) as views, Library.open(made.home) as library:
        assert views.cached(TOPIC, ids(made))[1] == ids(made)
        views.make(library, TOPIC, ids(made))
        assert views.cached(TOPIC, ids(made))[1] == []


def test_a_cache_that_turns_out_damaged_in_use_is_thrown_away(made: Indexed, kept: Views) -> None:
    kept.close()
    path = cache.views_in(cache.folder(made.home))
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xab" * (len(whole) - 4096)
    path.write_bytes(whole)
    with Views(made.home) as views:
        assert views.cached(TOPIC, ids(made))[1] == ids(made)
        views.keep(TOPIC, {ids(made)[1]: ()})
        assert views.cached(TOPIC, ids(made))[1] == ids(made)[:1]


def test_a_cache_of_another_layout_is_made_anew(made: Indexed, kept: Views) -> None:
    kept.close()
    with sqlite3.connect(cache.views_in(cache.folder(made.home))) as connection:
        connection.execute("DROP TABLE views")
        connection.execute("CREATE TABLE views (something)")
        connection.execute(f"PRAGMA user_version = {module.SCHEMA + 1}")
    connection.close()
    with Views(made.home) as views:
        assert views.cached(TOPIC, ids(made))[1] == ids(made)
        views.keep(TOPIC, {ids(made)[1]: ()})


def test_two_writers_and_a_reader_do_not_disturb_one_another(tmp_path: Path) -> None:
    place = home(tmp_path)
    failed: list[str] = []

    def work(name: str, place: Home) -> None:
        with Views(place) as views:
            for number in range(40):
                views.keep(TOPIC, {f"{name}{number}": ()})
                if views.cached(TOPIC, [f"{name}{number}"])[1]:
                    failed.append(f"{name}{number}")

    threads = [threading.Thread(target=work, args=(name, place)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    with Views(place) as views:
        assert views.cached(TOPIC, [f"{name}{number}" for name in "abc" for number in range(40)])[1] == []


def test_reading_views_does_not_load_the_search_engine(made: Indexed, kept: Views) -> None:
    code = (
        "import sys; from pathlib import Path; from reader.home import home; from index.topics.views import Views\n"
        "from index.topics.files import load_topics; from index.comparison import compare\n"
        f"Views(home(Path({str(made.home.library)!r}))).close()\n"
        "sys.exit('whoosh' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # our own code


def test_a_topics_digest_depends_on_its_words_alone() -> None:
    assert topic_digest(TOPIC) == topic_digest(replace(TOPIC, version=9))
    assert len(topic_digest(TOPIC)) == 24


words = st.text(max_size=40)
reasons = st.builds(
    Reason, words, st.sampled_from(["text", "section", "lead-in"]), st.integers(0, 9), st.integers(0, 9)
)


@st.composite
def a_match(draw: st.DrawFn) -> Match:
    text = draw(words)
    rows = tuple(draw(st.lists(words, max_size=3, unique=True)))
    named = st.lists(st.sampled_from(rows), unique=True).map(tuple) if rows else st.just(())
    bounds = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=3))
    kinds = st.sampled_from(StatementKind)
    statements = tuple(
        Statement(min(pair), max(pair), text[min(pair) : max(pair)], draw(kinds), draw(st.booleans()), draw(named))
        for pair in bounds
    )
    page = draw(st.none() | st.integers(1, 500))
    return Match(
        "doc",
        draw(words),
        draw(st.integers(0, 10_000)),
        text,
        "paragraph",
        page,
        draw(st.none() | words),
        tuple(draw(st.lists(words, max_size=3))),
        draw(st.floats(0, 1)),
        rows,
        tuple(draw(st.lists(reasons, max_size=3))),
        statements,
    )


@given(st.lists(a_match(), max_size=4))
def test_packed_matches_come_back_as_they_were(matches: list[Match]) -> None:
    assert unpack("doc", pack(matches)) == tuple(matches)


def test_views_are_made_again_when_the_users_parties_change(made: Indexed, kept: Views) -> None:
    assert kept.cached(TOPIC, ids(made))[1] != ids(made)
    made.home.settings.mkdir(parents=True, exist_ok=True)
    (made.home.settings / "parties.toml").write_text('[[party]]\nname = "A"\nnames = ["a"]\n', encoding="utf-8")
    assert kept.cached(TOPIC, ids(made))[1] == ids(made)
