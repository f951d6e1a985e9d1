"""The lesson as one file in real browsers without a network: every key, reloads, fingers, and nothing asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from a_lesson import lesson, without_names
from browsers import Browser, Chromium, Firefox, missing

from index.exports.lessons.page import html
from index.exports.registry import Layout
from ui import assets

pytestmark = pytest.mark.soak

# axe-core is no part of the program: whoever has its `axe.min.js` says where.
AXE = os.environ.get("HUSTINGS_AXE", "")


@pytest.fixture(scope="module", params=[Chromium, Firefox], ids=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if why := missing(request.param):
        pytest.skip(why)
    started: Browser = request.param(tmp_path_factory.mktemp("profile"))
    started.resize(1024, 768)
    yield started
    complaints, requests = started.complaints(), started.requests()
    started.close()
    assert complaints == []
    assert requests == []


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The lesson with both forms, and the one whose names are hidden for good."""
    folder, layout = tmp_path_factory.mktemp("lessons"), Layout(assets.for_exports())
    open_, hidden = folder / "lesson.html", folder / "hidden.html"
    open_.write_text(html(lesson(), without_names(), layout), "utf-8")
    hidden.write_text(html(without_names(), None, layout), "utf-8")
    return open_, hidden


@pytest.fixture
def shown(browser: Browser, files: tuple[Path, Path]) -> Browser:
    """The browser with the lesson at its first slide."""
    browser.open(files[1])  # another page first: going to a mark of the same page would load nothing
    browser.open(files[0])
    return browser


def at(browser: Browser) -> str:
    return str(browser.run("return location.hash"))


def seen(browser: Browser) -> str:
    """The words on the wall."""
    return str(browser.run("return document.querySelector('#stage').innerText"))


def test_keys_go_through_the_lesson(shown: Browser) -> None:
    def after(*keys: str) -> str:
        shown.press(*keys)
        return at(shown)

    assert [after(key) for key in ("Space", "PageDown", "Right", "n")] == ["#2", "#3", "#4", "#5"]
    assert [after(key) for key in ("PageUp", "Left")] == ["#4", "#3"]
    assert [after(key) for key in ("End", "Space", "Home", "Left")] == ["#10", "#10", "#1", "#1"]
    assert after("g", "4", "Enter") == "#4"
    assert after("g", "Escape") == "#4"


def test_what_a_slide_does_not_hold_comes_with_keys_and_nothing_scrolls(shown: Browser) -> None:
    shown.press("g", "4", "Enter")
    read = """return [...document.querySelectorAll('#stage .column:nth-child(2) .words')]
        .map((one) => one.innerText).join('|')"""
    parts = []
    for number in range(12):
        parts.append(str(shown.run(read)))
        scrolls = """return [...document.querySelectorAll('#stage .body, #stage main, html')]
            .filter((one) => one.scrollHeight > one.clientHeight).map((one) => one.className)"""
        assert shown.run(scrolls) == []
        shown.press("Down" if number % 2 else "m")
    assert any(part.startswith("[…] ") for part in parts)
    assert all(f"{number} year" in " ".join(parts) for number in ("first", "fifth", "tenth"))
    sentence_ends = [part.removesuffix(" […]").strip()[-1] for part in parts if part.endswith("[…]")]
    assert sentence_ends
    assert set(sentence_ends) == {"."}
    shown.press(*["Up"] * 12)
    assert shown.run(read) == parts[0]


def test_names_are_hidden_and_revealed(shown: Browser) -> None:
    shown.press("g", "3", "Enter", "h")
    hidden = seen(shown)
    assert at(shown) == "#3-hidden"
    assert [name for name in ("Lamp Party", "Net League", "Quay Union") if name in hidden] == []
    assert "Names hidden; style may still tell" in hidden
    assert shown.run("return document.title") == "The [Party B] and others"
    shown.press("r", "c")  # party C is the Net League
    assert "Net League" in seen(shown)
    assert "Lamp Party" not in seen(shown).replace("Unlike the Lamp Party, the Net League", "")
    shown.press("r", "r")
    heads = "return [...document.querySelectorAll('#stage h2')].map((one) => one.innerText)"
    assert shown.run(heads) == ["Quay Union", "Lamp Party", "Net League"]
    shown.press("h")
    assert "[Party A]" in seen(shown)
    shown.press_with_shift("R")
    assert "[Party A]" not in seen(shown)
    shown.press("h", "h")
    assert shown.run(heads) == ["Lamp Party", "Net League", "Quay Union"]


def test_a_chart_with_names_in_it_is_left_out_while_they_are_hidden(shown: Browser) -> None:
    shown.press("g", "5", "Enter", "Space")
    assert at(shown) == "#6"
    assert shown.run("return document.querySelector('#stage img').complete")
    shown.press("h", "Left")
    assert at(shown) == "#5-hidden"
    shown.press("Space")
    assert at(shown) == "#7-hidden"


def test_the_notice_stands_alone_and_can_be_skipped(shown: Browser) -> None:
    shown.press("g", "8", "Enter")
    assert at(shown) == "#7"
    assert "speaks of violence" in seen(shown)
    assert "lamps" not in seen(shown)
    shown.press("s")
    assert at(shown) == "#9"
    shown.press("Left")
    assert at(shown) == "#7"
    shown.press("Space")
    assert at(shown) == "#8"


def test_nothing_is_loaded_anew_by_f5_and_a_reload_comes_back_to_the_place(shown: Browser) -> None:
    shown.press("g", "4", "Enter", "h")
    shown.run("window.kept = true")
    shown.press("F5", "Escape")
    assert shown.run("return window.kept === true")
    assert at(shown) == "#4-hidden"
    shown.reload()
    assert shown.run("return window.kept !== true")
    assert at(shown) == "#4-hidden"
    assert "Net League" not in seen(shown)


def test_blank_and_the_slide_again(shown: Browser) -> None:
    black = "return !document.getElementById('blank').hidden"
    for key in (".", "b"):
        shown.press(key)
        assert shown.run(black)
        shown.press(key)
        assert not shown.run(black)
    shown.press(".", "Space")
    assert not shown.run(black)
    assert at(shown) == "#1"


def test_type_is_large_and_can_be_larger(shown: Browser) -> None:
    size = "return parseFloat(getComputedStyle(document.querySelector('#stage .words')).fontSize)"
    shown.press("g", "3", "Enter")
    usual = shown.run(size)
    assert usual >= 28
    shown.press("-", "-", "-", "-")
    assert shown.run(size) == 28
    shown.press("+", "+", "+", "+", "=")
    assert shown.run(size) > usual
    shown.press("-")
    shown.resize(1920, 1080)
    assert shown.run(size) >= 40
    shown.resize(1024, 768)


def test_votes_are_counted_and_the_answer_told(shown: Browser) -> None:
    shown.press("End", "Left")
    counts = "return [...document.querySelectorAll('#stage input.count')].map((one) => one.value)"
    shown.press("1", "2", "2", "2")
    shown.press_with_shift("2")
    assert shown.run(counts) == ["1", "2", "0"]
    shown.run("document.querySelectorAll('#stage input.count')[2].focus()")
    shown.press("1", "4", "Enter", "Left", "Space", "PageDown")
    assert at(shown) == "#9"
    assert shown.run(counts) == ["1", "2", "14"]
    assert "right" not in seen(shown)
    shown.press("r")
    assert "Net League – right" in seen(shown)
    assert "It was Net League. Net League, A plan for the harbour, 2031, p. 4" in seen(shown)
    shown.press("g", "3", "Enter", "c", "3")
    assert shown.run(counts) == ["0", "0", "1"]
    assert shown.run("return [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_a_countdown_runs_and_stops(shown: Browser) -> None:
    shown.press("t", "2", "Enter")
    assert str(shown.run("return document.getElementById('clock').innerText")) in ("2:00", "1:59", "1:58")
    shown.press("t")
    assert shown.run("return document.getElementById('clock').hidden")


def test_keys_are_told_and_the_page_is_left_alone_behind_them(shown: Browser) -> None:
    shown.press("?", "n", "Right")
    assert shown.run("return document.getElementById('keys').open") is True
    assert at(shown) == "#1"
    shown.press("Escape", "n")
    assert at(shown) == "#2"


def test_fingers_and_the_mouse_go_on_and_back(shown: Browser) -> None:
    shown.drag((800, 300), (300, 300))
    assert at(shown) == "#2"
    shown.drag((300, 300), (800, 300))
    assert at(shown) == "#1"
    shown.drag((700, 300), (700, 300), "mouse")
    assert at(shown) == "#2"
    shown.drag((60, 300), (60, 300), "mouse")
    assert at(shown) == "#1"
    shown.press("g", "7", "Enter")
    shown.drag((700, 200), (700, 200), "mouse")
    assert at(shown) == "#7"  # a stray click shows nothing that the notice stands before


def test_a_file_that_hides_names_for_good_says_so_and_reveals_none(browser: Browser, files: tuple[Path, Path]) -> None:
    browser.open(files[1])
    browser.press("g", "3", "Enter")
    assert "Names hidden; style may still tell" in seen(browser)
    browser.press("h", "r", "c")
    assert "[Party C]" in seen(browser)
    assert [name for name in ("Lamp Party", "Net League", "Quay Union") if name in seen(browser)] == []
    browser.press("End", "r")
    assert "right" not in seen(browser)


@pytest.mark.skipif(not AXE, reason="HUSTINGS_AXE does not say where axe.min.js is")
def test_axe_finds_nothing(shown: Browser) -> None:
    shown.run(f"{Path(AXE).read_text('utf-8')}; window.axe = axe")
    run = (
        "return axe.run().then((found) => found.violations.map((one) => `${one.id}: ${one.nodes.map((n) => n.html)}`))"
    )
    found = {"start": shown.run(run)}
    steps = {
        "row": ("g", "3", "Enter"),
        "hidden": ("h",),
        "counting": ("c",),
        "notice": ("g", "6", "Enter"),
        "violence": ("Space",),
        "quotation": ("h", "g", "5", "Enter"),
        "chart": ("Space",),
        "question": ("End",),
        "answer": ("r",),
        "keys": ("?",),
        "places": ("Escape", "g"),
        "blank": ("Escape", "."),
    }
    for name, keys in steps.items():
        shown.press(*keys)
        found[name] = shown.run(run)
    assert {name: one for name, one in found.items() if one} == {}
