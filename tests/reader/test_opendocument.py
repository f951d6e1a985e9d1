"""OpenDocument texts: what each paragraph is, and which of its words are the text."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from office_files import blocks_in, outline, texts, write_opendocument, write_zip

from reader.errors import Damaged, Encrypted, NoText
from reader.formats.registry import read, recognise
from reader.model import Kind

HEADING, PARAGRAPH, ITEM = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM
TEXT = "We will light every lane, and mend what the storms have broken."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "little harbour.odt"


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{text}</text:h>'


def style(name: str, inside: str = "", family: str = "paragraph", **attributes: str) -> str:
    said = "".join(f' style:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<style:style style:name="{name}" style:family="{family}"{said}>{inside}</style:style>'


def letters(attributes: str) -> str:
    return f"<style:text-properties {attributes}/>"


def found_texts(path: Path, text: str, automatic: str = "", styles: str = "") -> list[str]:
    return texts(blocks_in(write_opendocument(path, text, automatic, styles)))


def test_headings_paragraphs_and_what_the_file_says_of_itself(path: Path) -> None:
    meta = (
        "<dc:title>A plan for Little Harbour</dc:title><meta:initial-creator>The Lamp Society</meta:initial-creator>"
        "<meta:creation-date>2031-05-04T10:00:00</meta:creation-date>"
    )
    text = h("Safer streets", 1) + p(TEXT) + h("Bulbs", 7) + p(TEXT)
    manifesto = read(write_opendocument(path, text, meta=meta))
    assert (manifesto.title, manifesto.format) == ("A plan for Little Harbour", "OpenDocument")
    assert manifesto.metadata["author"] == "The Lamp Society"
    assert manifesto.metadata["creationDate"] == "2031-05-04T10:00:00"
    assert outline(manifesto.blocks)[0::2] == [(HEADING, 1, "Safer streets"), (HEADING, 4, "Bulbs")]
    assert manifesto.blocks[-1].section == ("Safer streets", "Bulbs")


def test_paragraphs_are_what_their_style_or_those_above_it_are_called(path: Path) -> None:
    automatic = style("P1", parent_style_name="Quotations") + style("P2", parent_style_name="P2")
    styles = (
        style("Quotations")
        + style("Heading_20_2", display_name="Heading 2")
        + style("Figure", parent_style_name="Caption")
        + style("Own", default_outline_level="3")
    )
    text = p("Light is a right.", "P1") + p("Lamps", "Heading_20_2") + p("A lamp", "Figure") + p("Lanes", "Own")
    assert outline(blocks_in(write_opendocument(path, text + p(TEXT, "P2"), automatic, styles))) == [
        (Kind.QUOTE, None, "Light is a right."),
        (HEADING, 2, "Lamps"),
        (Kind.CAPTION, None, "A lamp"),
        (HEADING, 3, "Lanes"),
        (PARAGRAPH, None, TEXT),
    ]


def test_indexes_are_contents(path: Path) -> None:
    text = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
        f"{p('Contents')}</text:index-title>{p('Light<text:tab/>3')}</text:index-body></text:table-of-content>{p(TEXT)}"
    )
    assert outline(blocks_in(write_opendocument(path, text))) == [
        (Kind.CONTENTS, None, "Contents"),
        (Kind.CONTENTS, None, "Light 3"),
        (PARAGRAPH, None, TEXT),
    ]


def test_words_are_read_as_they_show(path: Path) -> None:
    hidden = letters('text:display="none"')
    text = p(
        'See <text:a>our\n  site</text:a>,<text:s text:c="3"/>page<text:tab/>'
        '<text:span text:style-name="T1">3</text:span>'
        "<text:line-break/>and<text:soft-page-break/> more"
        "<office:annotation><text:p>why?</text:p></office:annotation>"
        "<text:ruby><text:ruby-base> lanes</text:ruby-base><text:ruby-text>mitchi</text:ruby-text></text:ruby>"
        '<text:span text:style-name="T2"> (draft)</text:span><text:hidden-text>secret</text:hidden-text>'
    )
    automatic = style("T1", family="text") + style("T2", hidden, "text") + style("P2", hidden)
    assert found_texts(path, text + p("gone", "P2"), automatic) == ["See our site, page 3 and more lanes"]


def test_what_tracked_changes_deleted_and_hidden_sections_are_left_out(path: Path) -> None:
    text = (
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region>"
        f"</text:tracked-changes>{p('We <text:change-start/>will<text:change-end/> build.')}"
        f'<text:section text:display="none">{p("hidden")}</text:section><text:section>{p("shown")}</text:section>'
    )
    assert found_texts(path, text) == ["We will build.", "shown"]


def test_notes_and_text_boxes_follow_the_paragraph_that_holds_them(path: Path) -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation><text:note-body>{}</text:note-body>'
        "</text:note>"
    )
    box = f"<draw:frame><draw:text-box>{p('In the box')}</draw:text-box></draw:frame>"
    image = "<draw:frame><draw:image><office:binary-data>AAAA</office:binary-data></draw:image></draw:frame>"
    text = (
        p(f"The budget{note.format('footnote', 7, p('Of 2031.') + p('All of it.'))} pays.{box}{image}")
        + p(f"Light{note.format('footnote', '*', p('In fog too.'))}{note.format('endnote', 'i', p('See above.'))}")
        + f"<draw:g><draw:custom-shape>{p('On a shape')}</draw:custom-shape></draw:g>"
    )
    found = blocks_in(write_opendocument(path, text))
    assert [(block.marker, block.text) for block in found] == [
        (None, "The budget pays."),
        ("7", "Of 2031. All of it."),
        (None, "In the box"),
        (None, "Light"),
        ("*", "In fog too."),
        ("i", "See above."),
        (None, "On a shape"),
    ]


def test_tables_are_read_row_by_row(path: Path) -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in cells)
        covered = f"<table:covered-table-cell>{p('hidden')}</table:covered-table-cell>"
        return f"<table:table-row>{inside}{covered}</table:table-row>"

    text = (
        f"<table:table><table:table-header-rows>{row('Year', 'Lamps')}</table:table-header-rows>"
        f"<table:table-rows>{row('2031', '')}{row('', '')}</table:table-rows>{row('2032', 'all')}</table:table>"
    )
    assert found_texts(path, text) == ["Year | Lamps", "2031", "2032 | all"]


def level(depth: int, form: str = "", suffix: str = "", shown: int = 1, start: int = 1) -> str:
    if not form:
        return f'<text:list-level-style-bullet text:level="{depth}"/>'
    return (
        f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" style:num-suffix="{suffix}" '
        f'text:display-levels="{shown}" text:start-value="{start}"/>'
    )


def list_of(*entries: str, style_name: str = "", more: str = "") -> str:
    named = f' text:style-name="{style_name}"' if style_name else ""
    inside = "".join(f"<text:list-item>{entry}</text:list-item>" for entry in entries)
    return f"<text:list{named} {more}>{inside}</text:list>"


def list_style(name: str, *levels: str) -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(path: Path, text: str, automatic: str) -> list[tuple[int | None, str | None]]:
    return [(block.level, block.marker) for block in blocks_in(write_opendocument(path, text, automatic))]


def test_lists_have_depth_and_the_numbers_that_are_printed(path: Path) -> None:
    lists = list_style("L1", level(1, "1", "."), level(2, "a", ")", 2), level(3))
    deepest = list_of(p("bulbs"))
    inner = list_of(p("old"), p("new") + deepest)
    text = list_of(p("lamps") + p("and their posts") + inner, p("lanes") + list_of(p("wet")), style_name="L1")
    assert items(path, text, lists) == [
        (1, "1."),
        (None, None),
        (2, "1.a)"),
        (2, "1.b)"),
        (3, "•"),
        (1, "2."),
        (2, "2.a)"),
    ]


def test_a_list_may_say_exactly_what_is_printed(path: Path) -> None:
    lists = list_style("L1", level(1, "1"), level(2, "a", ")", 2).replace("/>", ' style:num-list-format="(%1%/%2%)"/>'))
    text = list_of(p("lamps") + list_of(p("old"), p("new")), style_name="L1")
    assert items(path, text, lists) == [(1, "1"), (2, "(1/a)"), (2, "(1/b)")]


def test_a_list_begins_anew_unless_it_says_that_it_goes_on(path: Path) -> None:
    lists = list_style("L1", level(1, "i", ".", start=3))
    one = list_of(p("lamps"), style_name="L1")
    on = list_of(p("lamps"), style_name="L1", more='text:continue-numbering="true"')
    own = one.replace("<text:list-item>", '<text:list-item text:start-value="9">')
    assert items(path, one + p(TEXT) + on + one + own, lists) == [
        (1, "iii."),
        (None, None),
        (1, "iv."),
        (1, "iii."),
        (1, "ix."),
    ]


def test_a_heading_in_a_list_is_a_heading_and_a_list_without_style_has_bullets(path: Path) -> None:
    text = list_of(h("Light", 1), style_name="L1") + list_of(p("lamps"))
    assert outline(blocks_in(write_opendocument(path, text, list_style("L1", level(1, "1"))))) == [
        (HEADING, 1, "1 Light"),
        (ITEM, 1, "lamps"),
    ]


def test_bold_and_large_lines_are_headings_where_there_are_no_others(path: Path) -> None:
    automatic = (
        style("Big", letters('fo:font-weight="700" fo:font-size="160%"'), parent_style_name="Standard")
        + style("Strong", letters('fo:font-weight="bold"'), "text")
        + style("Weak", letters('fo:font-weight="normal"'), "text")
    )
    styles = style("Standard", letters('fo:font-size="11pt"'))
    strong, weak = (f'<text:span text:style-name="{name}">{{}}</text:span>'.format for name in ("Strong", "Weak"))
    text = (
        p("A plan", "Big")
        + p(TEXT, "Standard")
        + p(strong("Light") + "<text:line-break/>" + TEXT, "Standard")
        + p(weak("Not this"), "Standard")
        + p(TEXT, "Standard")
    )
    found = outline(blocks_in(write_opendocument(path, text, automatic, styles)))
    assert [(kind, level) for kind, level, _ in found] == [
        (HEADING, 1),
        (PARAGRAPH, None),
        (HEADING, 2),
        (PARAGRAPH, None),
        (PARAGRAPH, None),
        (PARAGRAPH, None),
    ]


def test_a_text_in_one_xml_file_is_read_like_a_zipped_one(path: Path, tmp_path: Path) -> None:
    write_opendocument(path, h("Light", 1) + p(TEXT))
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
    kind = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    flat = tmp_path / "plan.fodt"
    flat.write_text(
        '<?xml version="1.0"?>\n'
        + content.replace("office:document-content", f"office:document {kind}", 1).replace("-content>", ">"),
        encoding="utf-8",
    )
    assert outline(blocks_in(flat)) == outline(blocks_in(path))
    flat.write_bytes(flat.read_bytes()[:-40])
    with pytest.raises(Damaged):
        read(flat)


def test_a_text_is_known_by_what_it_holds(path: Path, tmp_path: Path) -> None:
    assert recognise(write_opendocument(tmp_path / "plan.docx", p(TEXT))).name == "OpenDocument"
    with zipfile.ZipFile(write_opendocument(path, p(TEXT))) as archive:
        again = {name: archive.read(name) for name in reversed(archive.namelist())}
    assert texts(blocks_in(write_zip(tmp_path / "again.odt", again))) == [TEXT]


def test_a_protected_an_empty_and_a_broken_text_say_so(path: Path, tmp_path: Path) -> None:
    key = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    with pytest.raises(Encrypted, match="without a password"):
        read(
            write_zip(tmp_path / "a.odt", {"mimetype": kind, "META-INF/manifest.xml": key, "content.xml": b"\xff\x00"})
        )
    with pytest.raises(Damaged):
        read(write_zip(tmp_path / "b.odt", {"mimetype": kind, "content.xml": "<a>"}))
    with pytest.raises(Damaged):
        read(write_zip(tmp_path / "c.odt", {"mimetype": kind}))
    with pytest.raises(NoText):
        read(write_opendocument(path, p("")))
