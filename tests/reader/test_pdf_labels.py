"""Page labels: numbers that rise by one from page to page in one place and style, and what only looks like them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typeset import Press, paragraph, read

Draw = Callable[[Press, int], None]
FOOT, NOTE_AT = 580, 556


def leaflet(count: int, *draw: Draw, width: float = 420) -> Press:
    """Pages of text, and on each what is drawn for its index."""
    press = Press(width)
    for page in range(count):
        if page:
            press.new_page()
        for left in range(0, int(width), 420):
            press.column(left + 40, 90, 340, paragraph(20 * page + left))
        for one in draw:
            one(press, page)
    return press


def labels(press: Press, folder: Path) -> list[str | None]:
    return [page.label for page in read(press, folder).pages]


def numbers(first: int, count: int) -> list[str]:
    return [str(first + page) for page in range(count)]


def at_foot(first: int, size: float = 8) -> Draw:
    return lambda press, page: press.line(205, FOOT, str(first + page), size)


def one_note(press: Press, page: int) -> None:
    press.line(40, NOTE_AT, f"{page + 6} Harbour Board, Returns of the year, sheet {page + 2}.", 7)


def two_notes(press: Press, page: int) -> None:
    for note in (1, 2):
        press.line(40, NOTE_AT - 22 + 9 * note, f"{2 * page + note} Harbour Board, sheet {page + note}.", 7)


def raised_note(press: Press, page: int) -> None:
    press.line(40, NOTE_AT - 3, str(page + 4), 5)
    press.line(46, NOTE_AT, "As above", 7)


@pytest.mark.parametrize("note", [one_note, two_notes, raised_note])
@pytest.mark.parametrize("first", [1, 12])
def test_numbers_of_notes_are_no_labels(tmp_path: Path, note: Draw, first: int) -> None:
    assert labels(leaflet(8, note, at_foot(first)), tmp_path) == numbers(first, 8)


@pytest.mark.parametrize("note", [one_note, two_notes, raised_note])
def test_where_only_notes_are_numbered_there_are_no_labels(tmp_path: Path, note: Draw) -> None:
    assert labels(leaflet(8, note), tmp_path) == [None] * 8


def chapter_alone(press: Press, page: int) -> None:
    press.line(205, 38, str(page // 3 + 1), 10, "hebo")


def chapter_named(press: Press, page: int) -> None:
    press.line(40, 38, f"Chapter {page + 1}", 9)


def chapter_beside_title(press: Press, page: int) -> None:
    press.line(40, 38, str(page + 1), 9)
    press.line(
        54, 38, ("Quays", "Lamps", "Ferries", "Wells", "Bridges", "Markets", "Orchards", "Boats", "Nets")[page], 9
    )


CHAPTERS = [chapter_alone, chapter_named, chapter_beside_title]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_chapter_numbers_at_the_head_are_no_labels(tmp_path: Path, chapter: Draw) -> None:
    assert labels(leaflet(9, chapter, at_foot(21)), tmp_path) == numbers(21, 9)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_where_only_chapters_are_numbered_there_are_no_labels(tmp_path: Path, chapter: Draw) -> None:
    assert labels(leaflet(9, chapter), tmp_path) == [None] * 9


def pledge_named(press: Press, page: int) -> None:
    press.line(40, 40, f"Pledge {page + 1}", 10, "hebo")


def pledge_large(press: Press, page: int) -> None:
    press.line(40, 50, str(page + 1), 22, "hebo")


def pledge_beside_words(press: Press, page: int) -> None:
    press.line(40, 40, str(page + 1), 12, "hebo")
    press.line(60, 40, f"{('Mend', 'Paint', 'Light', 'Clean')[page % 4]} the quays of ward {page + 7}", 12, "hebo")


@pytest.mark.parametrize("pledge", [pledge_named, pledge_large, pledge_beside_words])
@pytest.mark.parametrize("first", [None, 5])
def test_numbers_of_pledges_are_no_labels(tmp_path: Path, pledge: Draw, first: int | None) -> None:
    expected = [None] * 8 if first is None else numbers(first, 8)
    drawn = (pledge,) if first is None else (pledge, at_foot(first))
    assert labels(leaflet(8, *drawn), tmp_path) == expected


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("{:02} | The Plan 2017", "The Plan 2017 | {:02}", "{:02}"),
        ("{} The Plan, 2017", "Little Harbour – {}", "{}"),
        ("2017 | Page {} of 40", "Plan 2017-22, page {} of 40", "{}"),
    ],
)
@pytest.mark.parametrize("y", [24, FOOT])
def test_a_year_beside_the_number_is_no_label(tmp_path: Path, left: str, right: str, shown: str, y: int) -> None:
    press = leaflet(8, lambda press, page: press.line(40, y, (right if page % 2 else left).format(page + 4), 8))
    assert labels(press, tmp_path) == [shown.format(page + 4) for page in range(8)]


@pytest.mark.parametrize("text", ["The Plan 2017", "{}", "Costs of {}"])
def test_years_alone_are_no_labels(tmp_path: Path, text: str) -> None:
    press = leaflet(6, lambda press, page: press.line(40, FOOT, text.format(2018 + page), 8))
    assert labels(press, tmp_path) == [None] * 6


@pytest.mark.parametrize(
    "text", ["Manifesto {}", "Sida {}", "Page {} of 9", "[ {} ]", "{}/9", "Tudalen {} o 9 | Y Cei"]
)
def test_numbers_are_known_beside_words_for_pages_and_ornaments(tmp_path: Path, text: str) -> None:
    press = leaflet(6, lambda press, page: press.line(40, FOOT, text.format(page + 2), 8))
    assert labels(press, tmp_path) == numbers(2, 6)


def printed(shown: Sequence[str], *, outside: bool = False) -> Draw:
    """The texts at the feet of the pages, in turn on the left and right where they stand `outside`."""
    return lambda press, page: press.line(40 + 330 * (page % 2) if outside else 205, FOOT, shown[page], 8)


@pytest.mark.parametrize(
    "shown",
    [
        [*numbers(1, 6), *numbers(1, 6)],
        [*numbers(3, 4), "", *numbers(1, 3), "", *numbers(1, 2)],
        ["i", "ii", "iii", "iv", *numbers(1, 6)],
        ["", "II", "III", "IV", "V", *numbers(1, 7)],
        ["i", "ii", "iii", *numbers(4, 6)],
        ["", "ii", "iii", *numbers(1, 8), *numbers(1, 8)],
    ],
)
@pytest.mark.parametrize("outside", [False, True])
def test_parts_that_start_again_have_labels_of_their_own(tmp_path: Path, shown: list[str], outside: bool) -> None:
    press = leaflet(len(shown), printed(shown, outside=outside))
    assert labels(press, tmp_path) == [text or None for text in shown]


def both(press: Press, page: int) -> None:
    for side in (0, 1):
        press.line(205 + 420 * side, FOOT, str(2 * page + 6 + side), 8)


def right_only(press: Press, page: int) -> None:
    press.line(780, FOOT, str(2 * page + 7), 8)


def of_the_spread(press: Press, page: int) -> None:
    press.line(780, FOOT, str(page + 6), 8)


@pytest.mark.parametrize(
    ("draw", "expected"),
    [
        (both, [f"{number}|{number + 1}" for number in range(6, 18, 2)]),
        (right_only, ["7", *(f"[{number}]|{number + 1}" for number in range(8, 18, 2))]),
        (of_the_spread, numbers(6, 6)),
    ],
)
def test_spreads_carry_the_numbers_of_both_pages_or_their_own(tmp_path: Path, draw: Draw, expected: list[str]) -> None:
    assert labels(leaflet(6, draw, width=840), tmp_path) == expected


def test_a_picture_across_a_spread_takes_no_number_from_it(tmp_path: Path) -> None:
    def drawn(press: Press, page: int) -> None:
        if page == 2:
            press.line(250, 300, "One line that runs far across the middle of both of these pages" * 2, 16)
            press.line(250, 350, "and another line that runs far across the middle of both pages", 16)
        both(press, page)

    assert labels(leaflet(5, drawn, width=840), tmp_path) == [f"{at}|{at + 1}" for at in range(6, 16, 2)]


@pytest.mark.parametrize("missing", [{3}, {3, 4}, {1, 5}, {1, 3, 5, 7}])
@pytest.mark.parametrize("outside", [False, True])
def test_pages_without_a_number_inside_a_run_are_counted(tmp_path: Path, missing: set[int], outside: bool) -> None:
    """Chapters' first pages, pictures, and all left pages of a leaflet that prints numbers on its right ones."""
    shown = [str(page + 3) for page in range(9)]
    press = leaflet(9, printed(["" if at in missing else text for at, text in enumerate(shown)], outside=outside))
    assert labels(press, tmp_path) == [f"[{text}]" if at in missing else text for at, text in enumerate(shown)]


@pytest.mark.parametrize("shown", [["", "", *numbers(1, 5), ""], ["7", *[""] * 6, "14"], ["", "5", "9", "2", "11", ""]])
def test_pages_outside_a_run_get_none(tmp_path: Path, shown: list[str]) -> None:
    expected = [text or None for text in shown] if shown[2] == "1" else [None] * len(shown)
    assert labels(leaflet(len(shown), printed(shown)), tmp_path) == expected


def test_the_files_labels_decide_between_two_rows_of_numbers(tmp_path: Path) -> None:
    def other(press: Press, page: int) -> None:
        press.line(205, 20, str(page + 1), 8)

    press = leaflet(6, other, at_foot(9))
    press.document.set_page_labels([{"startpage": 0, "style": "D", "firstpagenum": 9}])
    assert labels(press, tmp_path) == numbers(9, 6)
