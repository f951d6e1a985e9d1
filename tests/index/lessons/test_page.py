"""The lesson as one HTML file: nothing is asked for, no word is markup, and what hides names holds none."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from a_lesson import LONG, NAMES, WHO, lesson, row, without_names
from hypothesis import given
from hypothesis import strategies as st

from index.exports.lessons.page import html
from index.exports.registry import Layout
from index.lessons.slides import Extract, Lesson, QuestionSlide, QuotationSlide, TextSlide
from ui import assets

LAYOUT = Layout(assets.for_exports())
VOID = ("meta", "link", "img", "input")
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--",
    "]]>",
    "</template><img src=x onerror=alert(1)>",
    '" onclick="alert(1)',
    "&lt;b&gt;",
    "\u2028 and \u2029",
    "\u202eback to front",
    "\ud800",
    "\x00\x0b\r\n",
)


class Read(HTMLParser):
    """What a file holds: elements with their attributes, and the text outside of style and script."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.comments: list[str] = []
        self.source: dict[str, str] = {"style": "", "script": ""}
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside in self.source:
            self.source[inside] += data
        else:
            self.text += data

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def read(made: Lesson, hidden: Lesson | None = None) -> Read:
    return Read(html(made, hidden, LAYOUT))


def test_the_whole_lesson_stands_in_the_document() -> None:
    found = read(lesson(), without_names())
    slides = [one for tag, one in found.elements if tag == "section" and "slide" in str(one.get("class"))]
    assert [one["id"] for one in slides] == [f"s{number}" for number in range(1, 11)]
    words = [
        *("Who looks after the harbour?", "By when?", LONG, "The Quay Union says nothing on this."),
        *(
            "(Net League, 2031, p. 12)",
            "By party.",
            "Talk to an adult you trust.",
            "It was Net League.",
            "Take two minutes.",
        ),
    ]
    assert [one for one in words if one not in found.text] == []
    assert found.open == []
    assert dict(found.elements)["html"]["lang"] == "en-GB"


def test_nothing_is_loaded_and_nothing_but_its_own_script_and_style_runs() -> None:
    written = html(lesson(), without_names(), LAYOUT)
    found = Read(written)
    policy = next(one["content"] for tag, one in found.elements if one.get("http-equiv"))
    sums = {
        name: "sha256-" + b64encode(sha256(source.encode()).digest()).decode() for name, source in found.source.items()
    }
    assert policy == (
        f"default-src 'none'; img-src data:; style-src '{sums['style']}'; script-src '{sums['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    asked = [value for _, one in found.elements for name, value in one.items() if name in ("src", "href") and value]
    assert asked
    assert [one for one in asked if not one.startswith("data:")] == []
    assert [one for _, one in found.elements if "style" in one or any(name.startswith("on") for name in one)] == []
    assert "innerHTML" not in found.source["script"]
    assert not re.search(
        r"https?:|url\(|@import|fetch\(|eval\(|localStorage|sendBeacon", "".join(found.source.values())
    )


def test_a_file_that_hides_names_for_good_holds_none_anywhere() -> None:
    written = html(without_names(), None, LAYOUT)
    assert [
        name for name in (*NAMES, *(who.colour for who in WHO), "document-a", "block-", "p. 12") if name in written
    ] == []
    found = Read(written)
    assert [one for _, one in found.elements if "data-who" in one or "data-right" in one] == []
    assert "template" not in [tag for tag, one in found.elements if one.get("class") == "hidden-form"]
    assert "[Party A]" in found.text
    assert "Names hidden; style may still tell" in found.text


def test_an_ordinary_file_holds_both_forms_and_one_that_cannot_hide_holds_one() -> None:
    both, one = read(lesson(), without_names()), read(lesson())
    assert sum(1 for _, each in both.elements if each.get("class") == "hidden-form") == 7
    assert "[Party B]" in both.text
    assert "[Party" not in one.text
    # A picture cannot hide the names in it: the chart is known as one to leave out.
    assert [each["id"] for tag, each in both.elements if tag == "section" and "data-named" in each] == ["s6"]
    assert [each["id"] for tag, each in both.elements if tag == "section" and "data-violence" in each] == ["s8"]


def test_where_slides_may_cut_is_told_in_the_units_of_scripts() -> None:
    sentences = ("We will light 𝔩amps.", "This is not for lamps on the moon.", "We will mend nets.", "All of them.")
    words = " ".join(sentences)
    slide = TextSlide("i", "", words)
    one = next(each for tag, each in read(Lesson("A", (slide,))).elements if each.get("class") == "words")
    units = words.encode("utf-16-le")

    def before(places: str | None) -> list[str]:
        return [units[: 2 * int(place)].decode("utf-16-le") for place in (places or "").split()]

    assert before(one["data-ends"]) == [" ".join(sentences[:2]), " ".join(sentences[:3])]
    assert before(one["data-stops"]) == [sentences[0]]  # what follows takes something back


def test_marks_stand_on_the_words_they_are_for() -> None:
    written = html(Lesson("A", (row("r", "Lamps"),)), None, LAYOUT)
    assert "The Lamp Party will <mark>pay</mark> for lamps. […]" in written


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(words: str) -> None:
    holds_to_its_elements(words)


@given(
    st.lists(
        st.sampled_from(("<", ">", "&", '"', "'", "/", "-", "script", "\u2028", "\u202e", "\r", "a", "😀", "\udfff"))
    )
)
def test_whatever_words_say_the_elements_stay_the_same(parts: list[str]) -> None:
    holds_to_its_elements("".join(parts) or "a")


def holds_to_its_elements(words: str) -> None:
    plain, hostile = read(saying("a")), read(saying(f"a{words}"))
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in plain.elements]
    assert [sorted(one) for _, one in hostile.elements] == [sorted(one) for _, one in plain.elements]
    assert hostile.source == plain.source
    assert hostile.comments == []
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", re.sub("[\r\n]", " ", words))
    assert hostile.text.count(kept) >= 8


def saying(words: str) -> Lesson:
    """A lesson in which everybody says this, on one line."""
    line = words.replace("\n", " ")
    who = replace(WHO[0], name=line, about=f"{line} 2031")
    one = Extract(line, f"{line} b", place=line, language="en")
    slides = (
        TextSlide("i", line, line, line),
        QuotationSlide("q", who, one, line, line, line),
        QuestionSlide("a", 1, 1, one, (who, who), 0, line, line),
    )
    return Lesson(line, slides, program=line)
