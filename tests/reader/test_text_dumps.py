"""Texts that a converter made of a PDF: hard-wrapped, with the heads and feet of pages between their lines."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from itertools import chain

import pytest

from reader.formats.text import blocks_of
from reader.model import Block, Kind
from reader.sections import with_sections

LANES = ("Cable", "Anchor", "Mill", "Ferry", "Rope", "Salt", "Lantern", "Gull", "Barley", "Weaver")
TITLES = ("Safer Lanes", "A Quay for Everyone", "Schools by the Sea", "Clean Water", "Fair Rents")


def body(lane: str, width: int = 64) -> str:
    """A paragraph of four lines about a lane, wrapped."""
    return textwrap.fill(
        f"The lamps of {lane} Lane have been dark since the storm of last winter. We will mend every one of them "
        f"within a year, and people who live in {lane} Lane will be asked which of them to light before the others. "
        "Nobody should have to walk home in the dark.",
        width,
    )


def read(text: str) -> tuple[Block, ...]:
    return with_sections(blocks_of(text))


def headings(text: str) -> list[str]:
    return [block.text for block in read(text) if block.kind is Kind.HEADING]


def of_lane(blocks: tuple[Block, ...], lane: str) -> Block:
    return next(block for block in blocks if f"lamps of {lane} Lane have" in block.text)


LONG = (
    "Lighting the lanes of the old harbour town",
    "What we will do for everyone who rents a home",
    "Ferries, trains and buses that come on time",
)


@pytest.mark.parametrize("title", LONG)
def test_a_heading_longer_than_half_the_line_is_glued_to_no_paragraph(title: str) -> None:
    titles = (title, "Schools for every child of this town", "Clean water in the whole of the bay")
    text = "\n".join(
        f"{body(lane)}\n{one}\n{body(other)}" for lane, one, other in zip(LANES, titles, LANES[3:], strict=False)
    )
    blocks = read(text)
    assert of_lane(blocks, LANES[3]).section[-1] == title
    assert of_lane(blocks, LANES[3]).text.startswith("The lamps")
    assert of_lane(blocks, LANES[0]).text.endswith("in the dark.")


@pytest.mark.parametrize(
    "lines", [("MENDING", "THE LAMPS"), ("A NEW QUAY FOR", "EVERYBODY"), ("NO", "MORE DARK", "LANES")]
)
def test_capitals_over_several_lines_are_one_heading(lines: tuple[str, ...]) -> None:
    text = "\n".join([body("Cable"), *lines, body("Anchor"), "CLEAN WATER", body("Mill")])
    assert " ".join(lines) in headings(text)
    assert of_lane(read(text), "Anchor").section[-1] == " ".join(lines)


@pytest.mark.parametrize(
    "signed",
    [
        "Ann Lamp, member of the harbour board",
        "Ben Quay\nLeader of the Lantern Party",
        "Dr Cleo Pier, author and producer",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_name_and_office_under_a_quotation_are_no_heading(signed: str, between: str) -> None:
    quotation = textwrap.fill(
        "“When I was young every lane of this town was lit, and I want to see them so once more.”", 64
    )
    parts = [TITLES[0], quotation + between + signed, body("Cable"), TITLES[1], body("Anchor"), TITLES[2], body("Mill")]
    text = between.join(parts)
    blocks = read(text)
    assert of_lane(blocks, "Cable").section == (TITLES[0],)
    assert of_lane(blocks, "Anchor").section[-1] == TITLES[1]


@pytest.mark.parametrize("office", ["Leader, Lantern Party", "Mayor of Little Harbour", "Voorzitter"])
def test_the_signature_that_ends_a_page_is_no_heading(office: str) -> None:
    pages = [f"Foreword\n{body('Cable')}\nAnn Lamp\n{office}"]
    pages += [f"{title}\n{body(lane)}\n{body(lane)}" for title, lane in zip(TITLES, LANES[1:], strict=False)]
    found = headings("\n\f".join(pages))
    assert found == ["Foreword", *TITLES]


def chapters(break_off: str = "\n") -> str:
    """Five chapters under titles of a shape that says nothing: the second line of each is a short one of text."""
    return break_off.join(
        f"{title}\n{body(lane)}\nand so on\n{body(lane)}" for title, lane in zip(TITLES, LANES, strict=False)
    )


LISTS = {
    "dots": "\n".join(f"{title} ........ {page}" for title, page in zip(TITLES, (3, 7, 9, 12, 18), strict=True)),
    "numbers apart": "\n\n".join(f"{title}\n\n{page}" for title, page in zip(TITLES, (3, 7, 9, 12, 18), strict=True)),
    "numbers first": "\n".join(f"{page} {title}" for title, page in zip(TITLES, (3, 7, 9, 12, 18), strict=True)),
    "no numbers": "\n".join(TITLES),
}


@pytest.mark.parametrize("listed", LISTS)
def test_a_list_of_contents_says_what_the_chapters_are(listed: str) -> None:
    sub = "Our aims here"
    text = f"Contents\n{LISTS[listed]}\n\n" + chapters().replace("and so on", sub)
    blocks = read(text)
    assert [block.text for block in blocks if block.kind is Kind.HEADING and block.level == 1] == ["Contents", *TITLES]
    entries = [block for block in blocks if block.kind is Kind.CONTENTS]
    assert [entry.text.strip("0123456789 .") for entry in entries] == list(TITLES)
    sections = [block.section for block in blocks if block.kind is Kind.PARAGRAPH]
    assert sections == list(chain.from_iterable([(title,), (title, sub)] for title in TITLES))


def test_a_title_of_two_lines_is_found_in_the_list_and_over_its_chapter() -> None:
    long = ("A Harbour Open to the", "Whole World and to Us")
    titles = (*TITLES[:4], " ".join(long))
    listed = "\n".join(
        f"{title} {page}" for title, page in zip((*TITLES[:4], "\n".join(long)), (3, 7, 9, 12, 18), strict=True)
    )
    over = (*TITLES[:4], "A Harbour\nOpen to the Whole\nWorld and to Us")
    text = f"Contents\n{listed}\n" + "\n".join(
        f"{title}\n{body(lane)}" for title, lane in zip(over, LANES, strict=False)
    )
    assert headings(text) == ["Contents", *titles]


def test_a_summary_that_uses_the_titles_makes_no_chapters() -> None:
    listed = "\n".join(f"{title} {page}" for title, page in zip(TITLES, (3, 7, 9, 12, 18), strict=True))
    summary = f"Summary\n{TITLES[3]}\n{body('Weaver')}\n{TITLES[1]}\n{body('Barley')}"
    blocks = read(f"Contents\n{listed}\n{summary}\n{chapters()}")
    levels = {block.text: block.level for block in blocks if block.kind is Kind.HEADING}
    assert [levels[title] for title in TITLES] == [1] * len(TITLES)
    assert of_lane(blocks, "Ferry").section[0] == TITLES[3]


@pytest.mark.parametrize("sign", ["❱", "n", "z", "6"])
def test_signs_that_recur_at_the_beginning_of_lines_are_bullets(sign: str) -> None:
    pledges = [
        f"{word} the lamps of {lane} Lane" for word, lane in zip(("Mend", "paint", "Light") * 3, LANES, strict=False)
    ]
    text = f"{body('Cable')}\nWe will do this:\n" + "\n".join(f"{sign} {pledge}" for pledge in pledges)
    items = [block.text for block in read(text) if block.kind is Kind.LIST_ITEM]
    assert items == pledges


FEET: dict[str, Callable[[int], str]] = {
    "number first": lambda number: f"{number} | The Plan 2031",
    "number last": lambda number: f"Little Harbour Party {number}",
    "of many": lambda number: f"Page {number} of 9",
    "alone": str,
}


@pytest.mark.parametrize("foot", FEET)
@pytest.mark.parametrize("page_break", ["\n", "\n\f", "\n\n"])
def test_feet_and_page_breaks_inside_sentences_part_nothing(foot: str, page_break: str) -> None:
    pages = []
    for number, lane in enumerate(LANES[:6], 3):
        lines = body(lane).split("\n")
        pages.append("\n".join([*lines[1:], lines[0]]))
        assert not lines[0].endswith(".")
        pages[-1] += f"\n{FEET[foot](number)}"
    blocks = read(page_break.join(pages))
    assert {block.text for block in blocks if block.kind is Kind.FURNITURE} == {
        FEET[foot](number) for number in range(3, 9)
    }
    text = " ".join(block.text for block in blocks if block.kind is Kind.PARAGRAPH)
    assert not any(FEET[foot](number) in text for number in range(3, 9) if foot != "alone")
    # The sentence that the page's end cuts stands in one block.
    cut = " ".join((body("Cable").split("\n")[0], body("Anchor").split("\n")[1]))
    assert any(cut in block.text for block in blocks)


@pytest.mark.parametrize("page_break", ["\f", "\n\f", "\n\n\f\n"])
def test_form_feeds_alone_part_no_sentence(page_break: str) -> None:
    lines = body("Cable").split("\n")
    blocks = read("\n".join(lines[:2]) + page_break + "\n".join(lines[2:]) + "\n" + body("Anchor"))
    assert blocks[0].text.startswith(" ".join(lines[:3]))


@pytest.mark.parametrize("head", ["CHAPTER {chapter} {title} {page}", "{title} / {page}", "{page} {title}"])
def test_running_heads_of_short_chapters_are_furniture(head: str) -> None:
    lines, page = [], 1
    for chapter, title in enumerate(TITLES, 1):
        for _ in range(2):
            lines += [body(LANES[page % 10]), f"Little Harbour Party {page}", body(LANES[page % 7])]
            lines.append(head.format(chapter=chapter, title=title.upper(), page=page + 1))
            page += 2
    assert headings("\n".join([*lines, body("Cable"), f"Little Harbour Party {page}"])) == []


@pytest.mark.parametrize("again", ["OUR ANSWER", "What we will do", "Our record so far"])
def test_a_heading_that_every_chapter_has_at_the_top_of_a_page_stays(again: str) -> None:
    lines, page = [], 1
    for title, lane in zip(TITLES, LANES, strict=False):
        for part in (title, again, None, None, None):
            lines += [*([part] if part else []), body(lane), body(lane), f"Little Harbour Party {page}"]
            page += 1
    assert headings("\n".join(lines)).count(again) == len(TITLES)


@pytest.mark.parametrize("lead_in", ["WE WILL:", "Our party will", "The council shall do this:"])
def test_what_introduces_a_list_is_no_heading(lead_in: str) -> None:
    text = "\n".join(
        f"{title}\n{body(lane)}\n{lead_in}\n• mend the lamps\n• paint the quay"
        for title, lane in zip(TITLES, LANES, strict=False)
    )
    assert headings(text) == list(TITLES)


@pytest.mark.parametrize("first", ["Mend all the lamps", "Build a new quay", "Ask the people"])
def test_numbered_items_are_no_headings_where_few_stand_over_text(first: str) -> None:
    items = [first, "Paint the boats of the harbour", "Open a school by the sea"]
    listed = "\n".join(f"{at}. {item}" for at, item in enumerate(items, 1))
    text = "\n".join(
        f"{title}\n{body(lane)}\n{listed}\n{body(lane)}" for title, lane in zip(TITLES, LANES, strict=False)
    )
    assert not any(item in heading for heading in headings(text) for item in items)


@pytest.mark.parametrize("number", ["({})", "{}.", "{}"])
def test_numbered_headings_over_text_are_headings_also_over_two_lines(number: str) -> None:
    titles = ("Mend all lamps", "Build a quay that ferries can reach in any storm and at\nAny tide", "Ask the people")
    text = "\n".join(f"{number.format(at)} {title}\n{body(LANES[at])}" for at, title in enumerate(titles, 1))
    assert headings(text) == [f"{number.format(at)} {' '.join(one.split())}" for at, one in enumerate(titles, 1)]


@pytest.mark.parametrize("glue", [" ", "", " ...... "])
def test_sections_numbered_by_chapter_stand_under_their_chapters(glue: str) -> None:
    listed, text, page = [], [], 3
    for chapter, title in enumerate(TITLES[:3], 1):
        listed.append(f"{title}{glue}{page}")
        text += [title.upper(), body(LANES[page])]
        for section, name in enumerate(("Lamps", "Boats and Quays"), 1):
            of = f"{name} of {LANES[page]} Lane"
            listed.append(f"{chapter}.{section} {of}{glue}{page}")
            text += [f"{chapter}.{section} • {of}", body(LANES[page])]
            page += 1
    blocks = read("\n".join(["Contents", *listed, *text]))
    levels = [block.level for block in blocks if block.kind is Kind.HEADING]
    assert levels == [1, *[1, 2, 2] * 3]


@pytest.mark.parametrize("label", ["PART {}:", "Chapter {}", "Hoofdstuk {}"])
def test_labels_of_parts_in_the_list_may_be_missing_over_the_part(label: str) -> None:
    listed = "\n".join(f"{label.format(at)} {title} {at * 7}" for at, title in enumerate(TITLES, 1))
    blocks = read(f"Contents\n{listed}\n{chapters()}")
    assert [block.text for block in blocks if block.kind is Kind.HEADING and block.level == 1] == ["Contents", *TITLES]


@pytest.mark.parametrize("title", ["Lighting the lanes", "Schools by the sea", "Harbour"])
def test_a_title_that_was_printed_over_itself_stands_once(title: str) -> None:
    doubled = f"{title} {title} " if " " in title else title + title
    others = zip(TITLES, LANES[1:], strict=False)
    text = "\n".join([doubled, body("Cable"), *(f"{other}\n{body(lane)}" for other, lane in others)])
    assert headings(text) == [title, *TITLES]


@pytest.mark.parametrize("credit", ["Lampstock", "Ann Lamp/ Quay Images", "Photographs by Ben Quay"])
def test_credits_of_photographs_that_recur_are_no_headings(credit: str) -> None:
    pages = []
    for title, lane in zip(TITLES, LANES, strict=False):
        pages += [f"{title}\n{body(lane)}\n{credit}", f"{credit}\n{title}, in short\n{body(lane)}"]
    assert headings("\n\f".join(pages)) == list(chain.from_iterable((one, f"{one}, in short") for one in TITLES))


@pytest.mark.parametrize("office", ["Minister of State for lamps", "Mayor of the harbour", "member of the board"])
def test_a_heading_over_text_about_an_office_is_one(office: str) -> None:
    text = "\n".join(
        f"{title}\nWe will appoint a {office} who answers to the people of {lane} Lane\n{body(lane)}"
        for title, lane in zip(TITLES, LANES, strict=False)
    )
    assert headings(text) == list(TITLES)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("number", ["{}.", "({})", "1.{}", "2.4.{}"])
def test_a_number_on_a_line_of_its_own_stands_before_its_title(number: str, gap: str) -> None:
    numbers = [number.format(at) for at in range(1, 6)]
    text = "\n\n".join(
        f"{one}{gap}{title}\n\n{body(lane)}" for one, title, lane in zip(numbers, TITLES, LANES, strict=False)
    )
    assert headings(text) == [f"{one} {title}" for one, title in zip(numbers, TITLES, strict=True)]


@pytest.mark.parametrize("figures", [("7.5", "3.2", "9.1"), ("12.4", "0.5", "7.3"), ("88.2", "41.0", "40.9")])
def test_figures_of_a_table_are_no_numbers_of_sections(figures: tuple[str, ...]) -> None:
    text = "\n".join([body("Cable"), *(f"{one}\n{title}" for one, title in zip(figures, TITLES, strict=False))])
    texts = [block.text for block in read(text)]
    assert not any(one in text and title in text for one, title in zip(figures, TITLES, strict=False) for text in texts)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("listed", ["{} {} ..... {}", "{}.\n\n{}\n\n{}"])
def test_the_list_tells_a_chapter_s_number_from_that_of_a_page(listed: str, gap: str) -> None:
    contents = "\n\n".join(listed.format(at, title, 3 * at) for at, title in enumerate(TITLES, 1))
    over = "\n\f".join(f"{at}{gap}{title}\n\n{body(LANES[at])}\n{3 * at}" for at, title in enumerate(TITLES, 1))
    found = headings(f"Contents\n\n{contents}\n\f{over}")
    assert [one for one in found if one != "Contents"] == [f"{at} {title}" for at, title in enumerate(TITLES, 1)]


@pytest.mark.parametrize("depth", [3, 4])
def test_sections_have_the_level_of_their_numbers(depth: int) -> None:
    numbers = [".".join(["1", *["2"] * below]) for below in range(depth)]
    numbers += [number.replace("1", "2", 1) for number in numbers]
    titles = [f"{number} {lane} Lane" for number, lane in zip(numbers, LANES, strict=False)]
    listed = "\n".join(f"{title} . . . . . . {at}" for at, title in enumerate(titles, 3))
    over = "\n".join(f"{title}\n{body(lane)}" for title, lane in zip(titles, LANES, strict=False))
    levels = [block.level for block in read(f"Contents\n{listed}\n{over}") if block.kind is Kind.HEADING]
    assert levels == [1, *range(1, depth + 1), *range(1, depth + 1)]


@pytest.mark.parametrize("heads", [("Little Harbour",), ("The Plan", "Little Harbour"), ("LITTLE HARBOUR", "The Plan")])
def test_what_recurs_where_pages_begin_is_a_running_head(heads: tuple[str, ...]) -> None:
    pages = []
    for lane in LANES[:8]:
        lines = body(lane).split("\n")
        pages.append("\n\n".join([*heads, "\n".join([*lines[1:], lines[0]])]))
    blocks = read("\n\f".join(pages))
    assert {block.text for block in blocks if block.kind is Kind.FURNITURE} == set(heads)
    assert not [block for block in blocks if block.kind is Kind.HEADING]


@pytest.mark.parametrize("over", ["Schools by\nthe Sea", "Schools\nby the Sea", "Schools\nby the\nSea"])
def test_the_head_that_repeats_a_title_of_several_lines_does_not_stand_for_it(over: str) -> None:
    listed = "\n".join(f"{title} {page}" for title, page in zip(TITLES, (3, 8, 13, 18, 23), strict=True))
    lines, page = [f"Contents\n{listed}"], 3
    for number, title in enumerate(TITLES, 1):
        for part in range(5):
            lines += [f"{page}\n{title} {number}", *([over if title == TITLES[2] else title] if part == 0 else [])]
            lines += [body(LANES[number]), body(LANES[part])]
            page += 1
    assert headings("\n".join(lines)) == ["Contents", *TITLES]


@pytest.mark.parametrize("label", ["Where we are:", "What can be done:", "Our\nanswer:"])
def test_a_line_that_ends_in_a_colon_and_recurs_over_text_is_a_heading(label: str) -> None:
    text = "\n".join(
        f"{title}\n{body(lane)}\n{label}\n{body(lane)}" for title, lane in zip(TITLES, LANES, strict=False)
    )
    assert headings(text) == list(chain.from_iterable((title, label.replace("\n", " ")) for title in TITLES))


@pytest.mark.parametrize("rest", ["Lane and the Quay", "Harbour Boats", "Dock"])
def test_a_numbered_heading_of_larger_type_goes_on_before_its_line_is_full(rest: str) -> None:
    titles = ("Mend all lamps", f"Open a school of boats for every Great\n{rest}", "Ask the people")
    text = "\n".join(f"({at}) {title}\n{body(LANES[at])}" for at, title in enumerate(titles, 1))
    assert headings(text) == [f"({at}) {' '.join(one.split())}" for at, one in enumerate(titles, 1)]
