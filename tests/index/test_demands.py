"""A list of demands becomes a topic: each demand a row, with words that its own text offers."""

from __future__ import annotations

from pathlib import Path

import pytest
from indexed import Indexed, Written

from index.comparison import compare
from index.topics.demands import Demand, NoDemands, demands_in, offered, topic_from, topic_of
from index.topics.drafting import faults, finished
from index.topics.files import read_topic
from index.topics.own import keep

LISTS = {
    "lines": "Mend the quay lamps\nBan nets of nylon\n",
    "bullets": "• Mend the quay lamps\n• Ban nets\n  of nylon\n",
    "numbers": "We call on all parties to:\n\n1. Mend the quay lamps\n2. Ban nets of nylon\n",
    "dashes": "- Mend the quay lamps\n- Ban nets of nylon\n- Mend the quay lamps\n",
    "csv": "demand,words\nMend the quay lamps,\nBan nets of nylon,\n",
    "csv of a spreadsheet": "\ufeffWords;Demand\n;Mend the quay lamps\n;Ban nets of nylon\n",
}


@pytest.mark.parametrize("kind", sorted(LISTS))
def test_a_list_in_any_shape_gives_the_same_demands(kind: str) -> None:
    assert demands_in(LISTS[kind]) == (Demand("Mend the quay lamps"), Demand("Ban nets of nylon"))


def test_a_table_may_bring_its_own_words() -> None:
    table = 'demand,words,by\n"Mend the quay, and soon",quay lamp*; "harbour light",2031\nBan nets\n'
    assert demands_in(table) == (
        Demand("Mend the quay, and soon", ("quay lamp*", '"harbour light"')),
        Demand("Ban nets"),
    )


@pytest.mark.parametrize("text", ["", " \n • \n", "We call for:\n"])
def test_a_text_without_demands_says_what_to_do(text: str) -> None:
    with pytest.raises(NoDemands, match="no demands"):
        demands_in(text)


def test_a_table_whose_quotation_mark_never_closes_says_what_to_do() -> None:
    with pytest.raises(NoDemands, match="cannot be read as a table"):
        demands_in('demand,words\n"' + "Mend the quay. " * 20_000)


def test_too_long_a_list_and_words_that_are_no_query_are_told() -> None:
    with pytest.raises(NoDemands, match="200 demands at most; this one has 201"):
        demands_in("\n".join(f"demand {number}" for number in range(201)))
    with pytest.raises(NoDemands, match="The words “code:quay” of “Mend” are not understood"):
        topic_of("Ours", [Demand("Mend", ("code:quay",))], "#123456", lambda _: (0, 0))


HELD = {
    "lamp": 40,
    "children": 900,
    "quay": 90,
    "net": 30,
    "school": 300,
    "meal": 5,
    "free": 200,
    "levi": 1,
    "rough": 2,
    "sleep": 3,
}


def held(stem: str) -> tuple[int, int]:
    return HELD.get(stem, 0), 10_000


@pytest.mark.parametrize(
    ("demand", "queries"),
    [
        ("Mend the lamps of the quay", ("lamps quay",)),
        ("Free school meals for all children", ("school meals", "meals children")),
        ("Scrap the levy on every net by 2030", ("levy",)),
        ("End rough sleeping within a year", ("rough sleeping",)),
        ("Ban zeppelins", ("ban zeppelins",)),
        ("More must be done", ('"more must be done"',)),
        ("Lamps", ("lamps",)),
    ],
)
def test_the_rarest_words_of_a_demand_are_offered(demand: str, queries: tuple[str, ...]) -> None:
    assert sorted(offered(demand, "en", held)) == sorted(queries)


def test_demands_that_share_words_share_the_query_and_long_ones_are_cut() -> None:
    draft = topic_of(
        "Ours", [Demand("Lamps now"), Demand("Set lamps"), Demand("Lamps " + "for everybody " * 30)], "#123456", held
    )
    assert [(query.query, len(query.subtopics)) for query in draft.queries][:1] == [("lamps", 2)]
    assert all(len(row.name) <= 200 for row in draft.subtopics)


def test_a_list_is_kept_as_a_topic_and_shows_who_speaks_and_who_is_silent(tmp_path: Path) -> None:
    harbour = "We will mend every lamp along the quay.\nNets of nylon will be banned by 2031."
    hill = "We will plant larches on the slope.\nThe quay will have a new lamp each year."
    (tmp_path / "home").mkdir()
    shelf = Indexed(tmp_path / "home", Written(harbour), Written(hill))
    draft = topic_from(shelf.home, "Harbour charter", LISTS["bullets"], "#123456")
    assert faults(draft) == ()
    topic = finished(draft, None, [])
    assert read_topic(keep(tmp_path / "topics", topic)) == topic
    comparison = compare(topic, shelf.documents, shelf.views(topic))
    assert [row.subtopic.name for row in comparison.rows] == ["Mend the quay lamps", "Ban nets of nylon"]
    spoken = [[cell.silence is None for cell in row.cells] for row in comparison.rows]
    assert spoken == [[True, True], [True, False]]
