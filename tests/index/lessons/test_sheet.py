"""The sheet of a lesson counts what is shown of whom, and names what is skipped, absent or gone."""

from __future__ import annotations

import pytest

from index.exports.lesson_sheet import exportable, publication, values
from index.exports.publication import Heading, Paragraph, Table, plain
from index.exports.registry import Layout, format_called
from index.lessons.sheet import LessonSheet, sheet_of
from index.lessons.slides import Cell, Extract, Lesson, NoticeSlide, QuotationSlide, RowSlide, TextSlide, Who
from index.lessons.standing import absent
from reader.facts import Facts, Stood, facts
from reader.library.records import Document, Extent
from ui import assets

OWN = """
[[party]]
name = "Lamp Party"
names = ["lamp party", "party of lamps"]
[[party]]
name = "Real Lamp Party"
names = ["real lamp party"]
[[party]]
name = "Net League"
names = ["net league"]
nation = "Wales"
[[standing]]
election = "Quay election 2031"
parties = ["Lamp Party", "Real Lamp Party", "Net League", "Tide"]
[[race]]
election = "Lamp keeper election 2031"
day = 2031-05-01
office = "keeper"
place = "Quay"
candidates = [["Ann Other", "Lamp Party"], ["Sam Doe", "Independent"], ["Jo Roe", "Independent"]]
"""


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    folder = tmp_path_factory.mktemp("settings")
    (folder / "parties.toml").write_text(OWN, encoding="utf-8")
    return facts(folder)


def document(name: str, party: str, **fields: str) -> Document:
    more = {"election": "Quay election 2031", "title": f"{party}'s plan"} | fields
    return Document(id=name, party=party, words=9_000, page_count=9, readable_pages=9, **more)  # type: ignore[arg-type]  # its fields


X, Y = document("x", "Lamp Party"), document("y", "Tide", extent=Extent.EXTRACT)
WHO = (Who("a", "Lamp Party", document="x"), Who("b", "Tide", document="y"))


def extract(of: str, block: str, words: str, rest: str = "") -> Extract:
    return Extract(words, rest or words, document=of, block=block)


FILL = extract("x", "1", "We fill lamps. […]", "We fill lamps. They burn all night.")
GAS = extract("y", "5", "Gas.")
SLIDES = (
    TextSlide("1", "", "Look here\nand there."),
    NoticeSlide("notice", "What follows speaks of it.", "", "2"),
    RowSlide("2", "Lamps", "Oil", WHO, (Cell((FILL,)), Cell((), "Nothing found."))),
    RowSlide(
        "3", "Lamps", "Gas", WHO, (Cell((FILL, extract("x", "2", "No gas."))), Cell((extract("y", "5", "Gas."),)))
    ),
    QuotationSlide("4", WHO[0], extract("x", "1", "We fill lamps.")),
)
SKIPPED = RowSlide("5", "Lamps", "Wicks", WHO, (Cell((FILL,) * 3), Cell(())))


@pytest.fixture(scope="module")
def sheet(known: Facts) -> LessonSheet:
    return sheet_of(Lesson("Light", SLIDES, program="Hustings 0"), {"x": X, "y": Y}, known, [SKIPPED], ["Gone."])


def test_each_passage_counts_once_however_often_it_is_shown(sheet: LessonSheet) -> None:
    lamp, tide = sheet.manifestos
    assert (lamp.slides, lamp.passages, lamp.words, lamp.whole, lamp.silent, lamp.extent) == (3, 3, 8, 12, 0, "")
    assert (tide.slides, tide.passages, tide.words, tide.whole, tide.silent, tide.extent) == (2, 1, 1, 1, 1, "extract")
    assert [(one.number, one.called, one.passages) for one in sheet.slides] == [
        (1, "Look here", ()),
        (2, "Notice: What follows speaks of it.", ()),
        (3, "Lamps: Oil", (("Lamp Party", 1), ("Tide", 0))),
        (4, "Lamps: Gas", (("Lamp Party", 2), ("Tide", 1))),
        (5, "Quotation: Lamp Party", (("Lamp Party", 1),)),
    ]


def test_the_sheet_leaves_in_words_figures_and_values(sheet: LessonSheet) -> None:
    made = publication(sheet)
    said = [plain(block.runs) if isinstance(block, Paragraph) else block.text if isinstance(block, Heading) else ""
            for block in made.blocks]  # fmt: skip
    assert "3. Lamps: Oil (Lamp Party 1, Tide 0)" in said
    assert said[said.index("Rows that are skipped") + 1] == "Lamps: Wicks (Lamp Party 3, Tide 0)"
    assert "Quay election 2031: known to the program are 2: Real Lamp Party, Net League (Wales)." in said
    assert said[-1] == "Gone."
    assert "balanced" not in " ".join(said)
    (table,) = (block for block in made.blocks if isinstance(block, Table))
    assert [row.head for row in table.rows] == ["Lamp Party", "Tide (no whole manifesto: extract)"]
    assert values(sheet)["manifestos"][1]["silent"] == 1
    assert values(sheet)["absent"][0]["stood"][1] == {"party": "Net League", "nation": "Wales", "candidate": ""}
    thing = exportable(sheet)
    for form in ("docx", "pdf", "html", "md", "csv", "json"):
        assert format_called(form).write(thing, Layout(assets.for_exports()))


def test_a_lesson_of_words_alone_has_a_sheet(known: Facts) -> None:
    empty = sheet_of(Lesson("Light", SLIDES[:1]), {}, known)
    said = [plain(block.runs) for block in publication(empty).blocks if isinstance(block, Paragraph)]
    assert said[1:] == ["1. Look here", "None.", "The lesson shows no manifesto."]


def test_parties_are_known_however_people_wrote_them(known: Facts) -> None:
    (found,) = absent([document("x", "The Real Lamp Party of Quay"), document("y", "party of LAMPS")], known)
    assert found.stood == (Stood("Net League", "Wales"), Stood("Tide"))
    everybody = [document(name, name) for name in ("Lamp Party", "Real Lamp Party", "Net League", "Tide")]
    assert absent(everybody, known)[0].stood == ()


def test_where_a_nation_speaks_parties_of_another_are_not_missed(known: Facts) -> None:
    (scottish,) = absent([document("x", "Lamp Party", nation="Scotland")], known)
    (welsh,) = absent([document("x", "Lamp Party", nation="Wales")], known)
    assert [one.party for one in scottish.stood] == ["Real Lamp Party", "Tide"]
    assert [one.party for one in welsh.stood] == ["Real Lamp Party", "Net League", "Tide"]


def test_candidates_are_missed_by_name_and_what_is_not_known_is_said(known: Facts) -> None:
    keeper = document("x", "", candidate="Sam Doe", election="Lamp keeper election 2031")
    race, other, nothing = absent(
        [keeper, document("y", "Tide", election="Another election"), document("z", "Tide", election="")], known
    )
    assert race.stood == (Stood("Lamp Party", "", "Ann Other"), Stood("Independent", "", "Jo Roe"))
    assert (other.election, other.known, nothing.election, nothing.known) == ("Another election", False, "", False)
    independent = document("x", "Independent", candidate="Sam Doe", election="Lamp keeper election 2031")
    assert absent([independent], known) == (race,)
