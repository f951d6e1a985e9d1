"""The charts as figures: what is drawn, written, spoken, saved and put in the table is the same."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from index.charts import Heatmap, Mark, Point, Series, Strip
from index.comparison import Share
from index.exports.as_csv import as_csv
from index.exports.charts import heatmap_sheet
from index.topics.model import Match, Topic
from reader.library.records import Document
from ui.charts.figure import Box, Dot, Figure, Spot, Stroke, Words
from ui.charts.figure_view import Chart, FigureView
from ui.charts.gathering import Gathered
from ui.charts.heatmap_figure import heatmap_figure
from ui.charts.measures import Measured, written
from ui.charts.picture import pictured
from ui.charts.salience_figure import salience_figure
from ui.charts.strip_figure import strip_figure
from ui.compare.charts.tables import heatmap_table, strips_table
from ui.theme.contrast import SECONDARY_CONTRAST, contrast, luminance
from ui.theme.scale import heat
from ui.theme.tokens import DARK, LIGHT, TWO, Colours, tokens_for

pytestmark = pytest.mark.usefixtures("themed")

TOKENS = tokens_for(dark=False)
LAMPS = Topic("lamps", 2, "Lamps & lanterns", "#000000", "", ())
FERRIES = Topic("ferries", 1, "Ferries", "#000000", "", ())
QUAY = Document("q", "Quay", party="Quay Party", year="2019", words=2000)
PART = Document("p", "Part", party="Part Party", year="2024", words=900)
CHART = Heatmap(
    (LAMPS, FERRIES),
    (QUAY, PART),
    ((Share(7, 46, 23.4), Share(3, 40, None)), (Share(0, 0, 0.0), None)),
)


def texts(figure: Figure) -> list[str]:
    return [shape.text for shape in figure.shapes if isinstance(shape, Words)]


def match(block: str) -> Match:
    return Match("q", block, 0, f"Words of {block}.", "paragraph", 4, None, (), 0.5, (), (), ())


def test_manifestos_of_one_party_are_told_apart_by_their_years() -> None:
    later = replace(QUAY, id="later", year="2023")
    strips = [Strip(QUAY, (Mark(match("a"), 0.1, 0.2),)), Strip(later, ())]
    figure = strip_figure(LAMPS, strips, 800, TOKENS)
    assert texts(figure)[:2] == ["Quay Party · 2019", "Quay Party · 2023"]
    assert [spot.spoken.split(",")[0].split(":")[0] for spot in figure.spots] == texts(figure)[:2]
    chart = Heatmap((LAMPS,), (QUAY, later), ((None, None),))
    assert heatmap_table(chart, Measured.WORDS)[0] == ("Topic", "Quay Party · 2019", "Quay Party · 2023")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_step_of_the_scale_can_be_read_and_told_from_the_steps_far_from_it(colours: Colours) -> None:
    steps = [heat(step / 100, colours) for step in range(101)]
    assert all(contrast(ink, ground) >= SECONDARY_CONTRAST for ground, ink in steps)
    brightness = [luminance(ground) for ground, _ in steps]
    assert brightness == sorted(brightness, reverse=colours is LIGHT)
    assert contrast(steps[0][0], steps[-1][0]) > 5


def test_the_heatmap_writes_the_figures_of_its_table_into_its_cells() -> None:
    figure = heatmap_figure(CHART, Measured.WORDS, 800, TOKENS)
    _, rows = heatmap_table(CHART, Measured.WORDS)
    assert rows == [("Lamps & lanterns", "23.4", "—"), ("Ferries", "0.0", "…")]
    assert [text for text in texts(figure) if text in {"23.4", "—", "0.0", "…"}] == ["23.4", "—", "0.0", "…"]
    hatched = [shape for shape in figure.shapes if isinstance(shape, Box) and shape.hatched]
    assert len(hatched) == 1
    assert any("Hatched: a chapter, an extract or a short text" in text for text in texts(figure))
    assert any("Lamps & lanterns (version 2)" in text for text in texts(figure))
    passages = texts(heatmap_figure(CHART, Measured.PASSAGES, 800, TOKENS))
    assert {"7", "3", "0"} <= set(passages)


def test_a_chapter_is_hatched_in_every_chart_leaves_the_scale_to_whole_manifestos_and_is_called_one() -> None:
    chapter = replace(PART, extent="chapter", words=4000)
    chart = Heatmap((LAMPS,), (QUAY, chapter), ((Share(7, 46, 23.4), Share(30, 2000, 500.0)),))
    for measured, figures in ((Measured.WORDS, ["23.4", "500"]), (Measured.PASSAGES, ["7", "30"])):
        figure = heatmap_figure(chart, measured, 800, TOKENS)
        boxes = [shape for shape in figure.shapes if isinstance(shape, Box)]
        assert [box.hatched for box in boxes[:2]] == [False, True]
        assert boxes[0].colour == heat(1.0, TOKENS.colours)[0]
        assert [text for text in texts(figure) if text in figures] == figures
        assert figure.spots[1].spoken.startswith("Lamps & lanterns, Part Party (one chapter): ")
        assert any(text.startswith("Hatched: a chapter") for text in texts(figure))
        assert heatmap_table(chart, measured)[0] == ("Topic", "Quay Party", "Part Party (one chapter)")
    strips = [Strip(QUAY, (Mark(match("a"), 0.1, 0.2),)), Strip(chapter, (Mark(match("b"), 0.1, 0.2),))]
    figure = strip_figure(LAMPS, strips, 800, TOKENS)
    assert [shape.hatched for shape in figure.shapes if isinstance(shape, Box)] == [False, True]
    assert "Hatched: in a chapter or an extract, not in the whole." in texts(figure)
    assert figure.spots[1].spoken.startswith("Part Party (one chapter), passage 1 of 1")
    line = next(iter(csv.DictReader(io.StringIO(as_csv(heatmap_sheet(replace(chart, documents=(chapter, QUAY))))))))
    assert line["extent"] == "chapter"


@pytest.mark.parametrize("measured", list(Measured))
@pytest.mark.parametrize("width", [260.0, 640.0, 1600.0])
def test_no_caption_of_a_chart_is_cut_or_makes_it_wider_than_its_view(width: float, measured: Measured) -> None:
    series = (Series("Quay Party", (Point(2017, QUAY, Share(3, 40, 20.0)), Point(2019, QUAY, Share(3, 40, 20.0)))),)
    figures = [
        heatmap_figure(replace(CHART, documents=(QUAY,), cells=((None,), (None,))), measured, width, TOKENS),
        strip_figure(LAMPS, [Strip(QUAY, ())], width, TOKENS),
        salience_figure(LAMPS, series, measured, width, TOKENS),
    ]
    for figure in figures:
        captions = [shape for shape in figure.shapes if isinstance(shape, Words) and shape.wrapped]
        assert captions
        assert all(shape.rect.right() <= width for shape in captions)
        ends = [shape.rect.bottom() for shape in captions]
        assert ends == sorted(ends)
        assert ends[-1] <= figure.size.height()


def test_a_manifesto_in_a_language_without_words_has_no_figure_in_any_chart() -> None:
    unasked = Share(1, 9, None, without_words_in="German")
    chart = Heatmap((LAMPS,), (QUAY, PART), ((unasked, Share(3, 40, 20.0)),))
    for measured in Measured:
        figure = heatmap_figure(chart, measured, 800, TOKENS)
        assert figure.spots[0].spoken == "Lamps & lanterns, Quay Party: this topic has no German words"
        assert heatmap_table(chart, measured)[1][0][1] == "no German words"
        assert "Hatched: no German words in Lamps & lanterns." in texts(figure)
        assert not any("Hatched: a chapter, an extract or a short text" in text for text in texts(figure))
    strips = strip_figure(LAMPS, [Strip(QUAY, (), "German")], 800, TOKENS)
    assert [spot.spoken for spot in strips.spots] == ["Quay Party: This topic has no German words."]
    assert "This topic has no German words." in texts(strips)
    assert not [shape for shape in strips.shapes if isinstance(shape, Stroke)]
    points = (Point(2017, QUAY, Share(3, 40, 20.0)), Point(2019, QUAY, unasked), Point(2021, QUAY, Share(3, 40, 20.0)))
    figure = salience_figure(LAMPS, [Series("Quay Party", points)], Measured.PASSAGES, 800, TOKENS)
    assert [shape.hollow for shape in figure.shapes if isinstance(shape, Dot)] == [False, True, False]
    assert "Rings: this topic has no German words." in texts(figure)


@pytest.mark.parametrize(
    ("share", "told"), [(0.04, "< 0.1"), (99.94, "99.9"), (99.96, "100"), (100.0, "100"), (628.3, "628")]
)
def test_figures_have_a_decimal_below_a_hundred_only(share: float, told: str) -> None:
    assert written(Share(9, 90, share), Measured.WORDS) == told


def test_what_is_said_of_a_cell_is_honest_about_extracts_silence_and_what_is_not_worked_out() -> None:
    spoken = [spot.spoken for spot in heatmap_figure(CHART, Measured.WORDS, 800, TOKENS).spots]
    assert spoken == [
        "Lamps & lanterns, Quay Party: 23.4 words per 1,000, 7 passages",
        "Lamps & lanterns, Part Party: 3 passages; an extract or short text, no share",
        "Ferries, Quay Party: nothing found",
        "Ferries, Part Party: not worked out yet",
    ]


def test_the_keys_go_along_rows_and_to_the_nearest_value_of_the_next() -> None:
    figure = heatmap_figure(CHART, Measured.WORDS, 800, TOKENS)
    assert (figure.beside(0, 1), figure.beside(1, 1), figure.beside(0, -1)) == (1, 1, 0)
    assert (figure.above_or_below(1, 1), figure.above_or_below(3, -1), figure.above_or_below(3, 1)) == (3, 1, 3)
    assert figure.spot_at(figure.spots[2].rect.center()) == 2
    assert figure.spot_at(QPointF(0, 0)) is None


def test_svg_and_csv_hold_the_figures_of_the_table(themed: QApplication) -> None:
    figure = heatmap_figure(CHART, Measured.WORDS, 800, TOKENS)
    drawn = pictured(figure, TOKENS, "Topics", "2 manifestos").svg.decode()
    _, rows = heatmap_table(CHART, Measured.WORDS)
    written = re.findall(r"<text[^>]*>([^<]*)</text>", drawn)
    for figure_text in (text for row in rows for text in row[1:]):
        assert figure_text in written
    assert "Lamps &amp; lanterns" in drawn
    assert {"Topics", "2 manifestos"} <= set(written)
    lines = list(csv.DictReader(io.StringIO(as_csv(heatmap_sheet(CHART)))))
    shown = [line["words per 1,000"] or ("—" if line["passages"] else "…") for line in lines]
    assert shown == [text for row in rows for text in row[1:]]


def test_a_png_is_drawn_sharp_and_in_the_light_theme() -> None:
    figure = heatmap_figure(CHART, Measured.WORDS, 800, TOKENS)
    drawn = QImage.fromData(pictured(figure, TOKENS, "Topics", "2 manifestos").png)
    assert drawn.width() >= 3 * figure.size.width()
    assert drawn.pixelColor(1, 1).name() == LIGHT.surface


def test_a_strip_has_a_mark_for_each_passage_where_it_stands() -> None:
    strips = (Strip(QUAY, (Mark(match("a"), 0.25, 0.5), Mark(match("b"), 0.9999, 1.0))), Strip(PART, ()))
    figure = strip_figure(LAMPS, strips, 800, TOKENS)
    line = next(shape for shape in figure.shapes if isinstance(shape, Stroke))
    left, right = line.points[0].x(), line.points[1].x()
    boxes = [shape.rect for shape in figure.shapes if isinstance(shape, Box)]
    assert [round((box.left() - left) / (right - left), 2) for box in boxes] == [0.25, 1.0]
    assert boxes[1].width() >= 3
    assert boxes[1].right() <= right
    assert [spot.block for spot in figure.spots] == ["a", "b", ""]
    assert figure.spots[0].spoken == "Quay Party, passage 1 of 2, at 25%, page 4: Words of a."
    assert figure.spots[2].spoken == "Part Party: nothing found"


def series(*points: tuple[int, float | None]) -> Series:
    return Series("Quay Party", tuple(Point(year, QUAY, Share(2, 9, share)) for year, share in points))


def test_salience_stands_higher_where_there_is_more_and_hollow_where_no_share_can_be_told() -> None:
    figure = salience_figure(LAMPS, [series((2015, 10.0), (2019, 20.0), (2024, None))], Measured.WORDS, 800, TOKENS)
    low, high, unknown = (shape for shape in figure.shapes if isinstance(shape, Dot))
    assert low.at.x() < high.at.x() < unknown.at.x()
    assert high.at.y() < low.at.y() < unknown.at.y()
    assert (low.hollow, high.hollow, unknown.hollow) == (False, False, True)
    assert [text for text in texts(figure) if text in {"10.0", "20.0", "—"}] == ["10.0", "20.0", "—"]


def test_manifestos_of_one_year_stand_beside_each_other_and_no_line_joins_them() -> None:
    figure = salience_figure(LAMPS, [series((2015, 10.0), (2019, 20.0), (2019, 20.0))], Measured.WORDS, 800, TOKENS)
    dots = [shape.at for shape in figure.shapes if isinstance(shape, Dot)]
    assert len({(dot.x(), dot.y()) for dot in dots}) == 3
    assert not [shape for shape in figure.shapes if isinstance(shape, Stroke) and shape.width > 1]
    assert figure.size.width() > max(dot.x() for dot in dots)


def test_names_stay_in_sight_while_a_wide_heatmap_is_walked(qtbot: QtBot) -> None:
    documents = tuple(replace(QUAY, id=f"q{at}", party=f"Party {at}") for at in range(9))
    cells = tuple((Share(7, 46, 23.4),) * 9 for _ in range(2))
    view = FigureView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.show_figure(
        "Wide",
        lambda width, tokens: heatmap_figure(
            Heatmap((LAMPS, FERRIES), documents, cells), Measured.WORDS, width, tokens
        ),
    )
    figure, bar = view.chart.figure, view.horizontalScrollBar()
    named = figure.kept.toRect().translated(TWO, TWO)
    unmoved = view.viewport().grab(named).toImage()
    assert len({unmoved.pixel(x, y) for x in range(unmoved.width()) for y in range(unmoved.height())}) > 1
    view.chart.go_to(8)
    assert bar.value() > named.width()
    assert view.viewport().grab(named).toImage() == unmoved
    for at in range(7, -1, -1):
        view.chart.go_to(at)
        assert figure.spots[at].rect.left() + TWO - bar.value() >= named.right()
    assert bar.value() == 0


def test_a_click_on_names_that_cover_cells_opens_none_of_them(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.show_figure(heatmap_figure(CHART, Measured.WORDS, 200, TOKENS))
    chart.resize(chart.minimumSize())
    chart.move(-round(chart.figure.kept.width()), 0)
    opened: list[Spot] = []
    chart.activated.connect(opened.append)
    first, last = chart.figure.spots[0].rect, chart.figure.spots[1].rect
    for rect in (first, last):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=rect.translated(TWO, TWO).center().toPoint())
    assert [spot.document for spot in opened] == [PART.id]


def test_a_passage_stands_in_the_table_of_the_strips_with_what_its_lead_in_opposes() -> None:
    strip = Strip(QUAY, (Mark(replace(match("b"), lead_in="We will scrap:"), 0.0, 0.1), Mark(match("c"), 0.5, 0.6)))
    _, rows = strips_table(Gathered(LAMPS, CHART, (strip,), ()))
    assert [row[-1] for row in rows] == ["We will scrap: […] Words of b.", "Words of c."]
