"""Markdown read into blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import NoText
from reader.formats.registry import read, recognise
from reader.model import Manifesto


def markdown(folder: Path, text: str, name: str = "plan.md") -> Manifesto:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def shown(folder: Path, text: str) -> list[tuple[str, int | None, str]]:
    return [(block.kind.value, block.level, block.text) for block in markdown(folder, text).blocks]


def test_headings_lists_quotes_and_tables(tmp_path: Path) -> None:
    text = (
        "Plan\n====\n\n## Lamps {#lamps .unnumbered}\n\nWe will light every lane of the town,\nand **mend** each "
        "[lamp](https://harbour.example/lamp).\n\n- quay\n    - old *lamps*\n- lanes\n\n7. look\n8. act\n\n"
        "> Light is\n> a right.\n\n| Year | Lamps |\n|---|--:|\n| 2031 | £3 |\n\n##### Bulbs ###\n\n~~Never~~ Always.\n"
    )
    assert shown(tmp_path, text) == [
        ("heading", 1, "Plan"),
        ("heading", 2, "Lamps"),
        ("paragraph", None, "We will light every lane of the town, and mend each lamp."),
        ("list_item", 1, "quay"),
        ("list_item", 2, "old lamps"),
        ("list_item", 1, "lanes"),
        ("list_item", 1, "look"),
        ("list_item", 1, "act"),
        ("quote", None, "Light is a right."),
        ("paragraph", None, "Year | Lamps"),
        ("paragraph", None, "2031 | £3"),
        ("heading", 4, "Bulbs"),
        ("paragraph", None, "Never Always."),
    ]
    assert [block.marker for block in markdown(tmp_path, text).blocks][6:8] == ["7.", "8."]


def test_front_matter_is_no_text_but_says_title_author_and_date(tmp_path: Path) -> None:
    manifesto = markdown(
        tmp_path,
        '---\ntitle: "Lamps &amp; Boats"\nauthor:\n  - Ann Oar\n  - Bo Sail\ndate: 2031-05-02\nlayout: page\n---\n\n'
        "# Lamps\n\nWe will light them.\n",
    )
    assert manifesto.title == "Lamps & Boats"
    assert manifesto.metadata == {"title": "Lamps & Boats", "author": "Ann Oar, Bo Sail", "creationDate": "2031-05-02"}
    assert [block.text for block in manifesto.blocks] == ["Lamps", "We will light them."]


def test_rules_around_a_paragraph_are_no_front_matter(tmp_path: Path) -> None:
    texts = [text for *_, text in shown(tmp_path, "---\n\nWe will light every lane.\n\n---\n\n# Boats\n\nAnd boats.\n")]
    assert texts == ["We will light every lane.", "Boats", "And boats."]


def test_footnotes_follow_the_paragraph_that_refers_to_them(tmp_path: Path) -> None:
    blocks = markdown(
        tmp_path,
        "We paint boats[^oil] in spring.[^when]\n\n[^oil]: With *oil*,\n    and a brush.\n[^when]: In May.\n\n"
        "And lamps.\n\n[^lost]: Nobody refers to this.\n",
    ).blocks
    assert [(block.text, block.marker) for block in blocks] == [
        ("We paint boats in spring.", None),
        ("With oil, and a brush.", "1"),
        ("In May.", "2"),
        ("And lamps.", None),
        ("[^lost]: Nobody refers to this.", None),
    ]


def test_elements_of_web_pages_in_it_are_read_and_scripts_are_not(tmp_path: Path) -> None:
    text = "# Lamps\n\n<div align=center>Light is <b>ours</b></div>\n\n<script>no</script>\n\nWe will<br>light them.\n"
    assert [text for *_, text in shown(tmp_path, text)] == ["Lamps", "Light is ours", "We will light them."]


def test_a_name_alone_makes_no_markdown(tmp_path: Path) -> None:
    plain, marked, page = tmp_path / "a.md", tmp_path / "b.md", tmp_path / "c.md"
    plain.write_text("We will light every lane.\n\nAnd mend each lamp.\n", encoding="utf-8")
    marked.write_text("We will **light** every lane.\n", encoding="utf-8")
    page.write_text("<!DOCTYPE html><p>We will **light** every lane.", encoding="utf-8")
    assert [recognise(path).name for path in (plain, marked, page)] == ["Plain text", "Markdown", "Web page"]


def test_a_text_of_nothing_but_marks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoText):
        markdown(tmp_path, "# \n\n- \n\n***\n\n> -\n\n- *\n- x".replace("x", "-"))
