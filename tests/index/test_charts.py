"""The figures of the charts, and the same as CSV."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from indexed import Indexed, Written

from index.charts import heatmap, salience, strip
from index.comparison import Share
from index.exports.as_csv import as_csv
from index.exports.charts import heatmap_sheet, salience_sheet, strips_sheet
from index.topics.model import Topic, TopicQuery
from reader.library.library import Library
from reader.library.records import Document, Extent

BOATS = Topic("boats", 2, "Boats", "#000000", "d", (TopicQuery("boat"),))
SHEEP = Topic("sheep", 1, "Sheep", "#000000", "d", (TopicQuery("sheep"),))
TEXT = "Ten words are here, and not one of them sails.\nA boat.\nThe last boat of all sails at night."


def document(name: str, **fields: object) -> Document:
    known = {"title": name, "party": name, "words": 4000} | fields
    return Document(id=name, **known)  # type: ignore[arg-type]  # the fields are those of Document


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def test_a_strip_shows_where_in_its_document_each_passage_stands(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(TEXT))
    with Library.open(made.home) as library:
        lengths = library.lengths(made.documents[0].id)
    shown = strip(BOATS, made.documents[0], lengths, made.matches(BOATS))
    whole = len(TEXT.replace("\n", ""))
    assert [(mark.match.text, round(mark.start * whole), round(mark.end * whole)) for mark in shown.marks] == [
        ("A boat.", 46, 53),
        ("The last boat of all sails at night.", 53, whole),
    ]
    assert strip(BOATS, made.documents[0], [], made.matches(BOATS)).marks == ()
    lines = read(as_csv(strips_sheet(BOATS, [shown])))
    assert lines[0] == [
        "topic",
        "topic version",
        "manifesto",
        "party",
        "election",
        "year",
        "page",
        "begins",
        "ends",
        "note",
        "extent",
    ]
    assert [line[6:] for line in lines[1:]] == [
        ["1", "0.5169", "0.5955", "", "whole"],
        ["1", "0.5955", "1.0", "", "whole"],
    ]


def test_a_heatmap_tells_silence_from_a_view_that_is_not_made(tmp_path: Path) -> None:
    made = Indexed(tmp_path, Written(TEXT))
    matches = made.matches(BOATS)
    long, part = document("Long"), document("Part", extent=Extent.EXTRACT)
    chart = heatmap([BOATS, SHEEP], [long, part], {"boats": {"Long": matches, "Part": matches}, "sheep": {"Part": ()}})
    (boats_long, boats_part), (sheep_long, sheep_part) = chart.cells
    assert (boats_long, boats_part) == (Share(2, 10, 2.5, 0.5), Share(2, 10, None))
    assert (sheep_long, sheep_part) == (None, Share(0, 0, None))
    assert read(as_csv(heatmap_sheet(chart))) == [
        [
            "topic",
            "topic version",
            "manifesto",
            "party",
            "election",
            "year",
            "passages",
            "words",
            "words per 1,000",
            "note",
            "extent",
            "less certain",
        ],
        ["Boats", "2", "Long", "Long", "", "", "2", "10", "2.5", "", "whole", "0"],
        ["Boats", "2", "Part", "Part", "", "", "2", "10", "", "", "extract", "0"],
        ["Sheep", "1", "Long", "Long", "", "", "", "", "", "", "whole", ""],
        ["Sheep", "1", "Part", "Part", "", "", "0", "0", "", "", "extract", "0"],
    ]


def test_salience_follows_a_party_from_election_to_election(tmp_path: Path) -> None:
    matches = Indexed(tmp_path, Written(TEXT)).matches(BOATS)
    documents = [
        document("c", party="Quay  party", year="2024"),
        document("a", party="Quay Party", year="2010-05"),
        document("b", party="Quay Party", year="2017"),
        document("d", party="Quay Party", year=""),
        document("e", party="Lamp Party", year="2017"),
        document("f", party="", year="2017"),
        document("g", party="Quay Party", year="2001"),
    ]
    (series,) = salience(BOATS, documents, {"a": matches, "b": (), "c": matches, "d": (), "e": (), "f": ()})
    assert series.party == "Quay  party"
    assert [(point.year, point.document.id, point.share.per_thousand) for point in series.points] == [
        (2010, "a", 2.5),
        (2017, "b", 0.0),
        (2024, "c", 2.5),
    ]
    assert [line[2:7] for line in read(as_csv(salience_sheet(BOATS, [series])))[1:]] == [
        ["a", "Quay Party", "", "2010-05", "2"],
        ["b", "Quay Party", "", "2017", "0"],
        ["c", "Quay  party", "", "2024", "2"],
    ]


def test_only_whole_manifestos_for_one_kind_of_election_in_one_nation_are_joined() -> None:
    documents = [
        document("a", party="Quay", year="2011", election="Town election 2011", nation="Wales"),
        document("b", party="Quay", year="2016", election="Town election 2016", nation="Wales"),
        document("c", party="Quay", year="2015", election="General election 2015"),
        document("d", party="Quay", year="2017", election="General election 2017"),
        document("e", party="Quay", year="2019", election="General election 2019", extent=Extent.CHAPTER),
        document("f", party="Quay", year="2021", election="General election 2021", extent=Extent.EXTRACT),
        document("g", party="Quay", year="2016", election="Town election 2016", nation="Scotland"),
    ]
    shown = salience(BOATS, documents, {one.id: () for one in documents})
    assert {one.party: [point.document.id for point in one.points] for one in shown} == {
        "Quay (General election)": ["c", "d"],
        "Quay (Town election, Wales)": ["a", "b"],
    }


def test_titles_that_look_like_formulas_stay_text() -> None:
    chart = heatmap([BOATS], [document("=cmd()", party="-1")], {})
    assert read(as_csv(heatmap_sheet(chart)))[1][2:4] == ["'=cmd()", "'-1"]
