"""Word documents: what each paragraph is, and which of its words are the text."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import docx
import pytest
from office_files import blocks_in, outline, texts, word_paragraph, write_word, write_zip

from reader.errors import Damaged, NoText, NotSupported
from reader.formats.registry import read, recognise
from reader.model import Kind

HEADING, PARAGRAPH, ITEM = Kind.HEADING, Kind.PARAGRAPH, Kind.LIST_ITEM
TEXT = "We will light every lane, and mend what the storms have broken."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "little harbour.docx"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def style(id_: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{name}"/>{inside}</w:style>'


def body_texts(path: Path, body: str, **parts: str) -> list[str]:
    return texts(blocks_in(write_word(path, body, **parts)))


def test_what_a_library_writes_is_read_by_its_styles(path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "A plan for Little Harbour"
    document.core_properties.author = "The Lamp Society"
    document.core_properties.created = datetime.datetime(2031, 5, 4, tzinfo=datetime.UTC)
    document.add_heading("Our plan", 0)
    document.add_heading("Safer streets", 1)
    document.add_paragraph(TEXT)
    document.add_heading("Lamps", 2)
    document.add_paragraph("Light is a right.", style="Quote")
    document.add_paragraph("A lamp in the fog", style="Caption")
    document.add_heading("Bulbs", 6)
    document.save(str(path))
    manifesto = read(path)
    assert (manifesto.title, manifesto.format, manifesto.language) == ("A plan for Little Harbour", "Word", "en")
    assert manifesto.metadata["author"] == "The Lamp Society"
    assert manifesto.metadata["creationDate"].startswith("2031-05-04")
    assert outline(manifesto.blocks) == [
        (HEADING, 1, "Our plan"),
        (HEADING, 1, "Safer streets"),
        (PARAGRAPH, None, TEXT),
        (HEADING, 2, "Lamps"),
        (Kind.QUOTE, None, "Light is a right."),
        (Kind.CAPTION, None, "A lamp in the fog"),
        (HEADING, 4, "Bulbs"),
    ]
    assert manifesto.blocks[-1].section == ("Safer streets", "Lamps")


def test_a_style_is_a_heading_by_the_one_it_is_based_on_by_its_outline_or_by_a_translated_name(path: Path) -> None:
    styles = (
        style("berschrift2", "heading 2")
        + style("Ours", "Our Own", '<w:basedOn w:val="berschrift2"/>')
        + style("Outlined", "Big", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
        + style("Demoted", "Small", '<w:basedOn w:val="Outlined"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
        + style("Kop3", "Kop 3")
        + style("Round", "Round", '<w:basedOn w:val="Round"/>')
    )
    names = ("Ours", "Outlined", "Demoted", "Kop3", "Round", "Missing")
    found = blocks_in(write_word(path, "".join(word_paragraph("Lamps", name) for name in names), styles=styles))
    assert [block.level for block in found] == [2, 1, None, 3, None, None]


def test_a_paragraph_may_have_an_outline_level_of_its_own(path: Path) -> None:
    styles = style("H1", "heading 1")
    own = '<w:outlineLvl w:val="{}"/>'
    body = (
        word_paragraph("Light", properties=own.format(1))
        + word_paragraph("Lanes", "H1", own.format(9))
        + word_paragraph("Lamps", "H1")
    )
    assert [block.level for block in blocks_in(write_word(path, body, styles=styles))] == [2, None, 1]


def test_contents_are_told_by_their_styles_their_frame_or_their_field(path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    entry = '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>{}</w:t></w:r></w:hyperlink>'
    body = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{word_paragraph('Contents')}</w:sdtContent></w:sdt>"
        f"{word_paragraph('Light 3', 'T1')}"
        f"<w:p>{field.format('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{field.format('separate')}"
        f"{entry.format('Lanes')}</w:p><w:p>{run('Lamps')}<w:r><w:tab/></w:r>{run('7')}</w:p>"
        f"{word_paragraph(TEXT)}<w:p>{field.format('end')}</w:p>{word_paragraph('Chapter 7')}"
    )
    found = blocks_in(write_word(path, body, styles=style("T1", "toc 1")))
    assert outline(found) == [
        *((Kind.CONTENTS, None, text) for text in ("Contents", "Light 3", "Lanes", "Lamps 7")),
        (PARAGRAPH, None, TEXT),
        (PARAGRAPH, None, "Chapter 7"),
    ]


def test_links_fields_breaks_and_special_characters_are_read_as_they_show(path: Path) -> None:
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = (
        f"<w:p>{run('See ')}<w:hyperlink>{run('our site')}</w:hyperlink><w:r><w:tab/></w:r>"
        f"{field.format('begin')}<w:r><w:instrText>REF x</w:instrText></w:r>{field.format('separate')}{run('page 3')}"
        f"{field.format('end')}<w:fldSimple w:instr='DATE'>{run(' today')}</w:fldSimple><w:r><w:br/></w:r>"
        f"{run('night')}<w:r><w:softHyphen/></w:r>{run('light, well')}<w:r><w:noBreakHyphen/></w:r>{run('lit')}"
        "<m:oMath><m:r><m:t> 2x</m:t></m:r></m:oMath></w:p>"
    )
    assert body_texts(path, body) == ["See our site page 3 today nightlight, well-lit 2x"]


def test_a_page_break_within_a_paragraph_ends_it(path: Path) -> None:
    assert body_texts(path, f'<w:p>{run("Lamps")}<w:r><w:br w:type="page"/></w:r>{run("Lanes")}</w:p>') == [
        "Lamps",
        "Lanes",
    ]


def test_tracked_changes_are_read_as_accepted(path: Path) -> None:
    deleted = "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        f"<w:p>{run('We will ')}<w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins>{run('soon ')}</w:ins>"
        f"{run('build.')}</w:p>"
        f"<w:p><w:pPr>{deleted}</w:pPr>{run('Two ')}</w:p>{word_paragraph('halves.')}"
        f"<w:moveFrom><w:p>{run('elsewhere')}</w:p></w:moveFrom>"
        f"<w:p><w:moveTo>{run('Moved here.')}</w:moveTo></w:p>"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{word_paragraph('gone')}</w:tc></w:tr></w:tbl>"
    )
    assert body_texts(path, body) == ["We will soon build.", "Two halves.", "Moved here."]


def test_hidden_words_comments_and_pronunciations_are_left_out(path: Path) -> None:
    styles = style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", "character")
    by_style, shown = "<w:rStyle w:val='Secret'/>", "<w:vanish w:val='0'/>"
    body = (
        f"<w:p>{run('Lamps')}{run(' (draft)', '<w:vanish/>')}{run(' (old)', by_style)}"
        "<w:commentRangeStart w:id='1'/><w:r><w:commentReference w:id='1'/></w:r>"
        f"{run(' and shown', shown)}"
        f"<w:r><w:ruby><w:rt>{run('mitchi')}</w:rt><w:rubyBase>{run(' lanes')}</w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert body_texts(path, body, styles=styles) == ["Lamps and shown lanes"]


def test_symbols_are_bullets_at_the_beginning_and_nothing_elsewhere(path: Path) -> None:
    symbol = "<w:r><w:sym w:font='Wingdings' w:char='{}'/></w:r>".format
    body = (
        f"<w:p>{symbol('F0A7')}{run(' lamps')}{symbol('F0FC')}</w:p>"
        f"<w:p>{symbol('2192')}{run('lanes')}{symbol('')}</w:p>"
    )
    found = blocks_in(write_word(path, body))
    assert [(block.marker, block.text) for block in found] == [("•", "lamps"), ("→", "lanes")]


def test_paragraphs_in_frames_of_other_kinds_are_read(path: Path) -> None:
    deleted = "<w:pPr><w:rPr><w:moveFrom w:id='1'/></w:rPr></w:pPr>"
    body = (
        f"<w:customXml>{word_paragraph('One')}</w:customXml><w:ins>{word_paragraph('Two')}</w:ins>"
        f"<mc:AlternateContent><mc:Choice Requires='x'>{word_paragraph('Three')}</mc:Choice>"
        f"<mc:Fallback>{word_paragraph('Three')}</mc:Fallback></mc:AlternateContent>"
        f"<w:tbl><w:ins><w:tr><w:tc>{word_paragraph('Four')}</w:tc></w:tr></w:ins></w:tbl>"
        f"<w:p><w:r><w:footnoteReference w:id='99'/></w:r>{run('Five')}</w:p><w:p>{deleted}{run('Six')}</w:p>"
    )
    assert body_texts(path, body) == ["One", "Two", "Three", "Four", "Five", "Six"]


def test_a_drop_cap_joins_its_word(path: Path) -> None:
    body = word_paragraph("W", properties='<w:framePr w:dropCap="drop"/>') + word_paragraph("e will light the lanes.")
    assert body_texts(path, body) == ["We will light the lanes."]


def test_notes_follow_the_paragraph_that_refers_to_them_with_their_numbers(path: Path) -> None:
    reference = "<w:r><w:footnoteReference w:id='{}'/></w:r>"
    notes = (
        "<w:footnote w:id='0' w:type='separator'><w:p/></w:footnote>"
        f"<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>{run(' Of 2031.')}</w:p>"
        f"{word_paragraph('Prices of the day.')}</w:footnote>"
        f"<w:footnote w:id='3'>{word_paragraph('In fog too.')}</w:footnote>"
    )
    body = (
        f"<w:p>{run('The budget')}{reference.format(2)}{run(' pays.')}</w:p>"
        "<w:p><w:r><w:footnoteReference w:id='3' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
        f"{run('Light')}<w:r><w:endnoteReference w:id='1'/></w:r></w:p>{word_paragraph('Lanes')}"
    )
    endnotes = f"<w:endnote w:id='1'>{word_paragraph('See above.')}</w:endnote>"
    found = blocks_in(write_word(path, body, footnotes=notes, endnotes=endnotes))
    assert [(block.kind, block.marker, block.text) for block in found] == [
        (PARAGRAPH, None, "The budget pays."),
        (PARAGRAPH, "1", "Of 2031. Prices of the day."),
        (PARAGRAPH, None, "Light"),
        (PARAGRAPH, "*", "In fog too."),
        (PARAGRAPH, "i", "See above."),
        (PARAGRAPH, None, "Lanes"),
    ]


def test_text_boxes_are_read_once_where_they_are_anchored(path: Path) -> None:
    box = f"<w:txbxContent>{word_paragraph('In the box')}{word_paragraph('and more of it')}</w:txbxContent>"
    body = (
        f"<w:p>{run('Before')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>{word_paragraph('After')}"
        f"<w:p><w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r></w:p>"
    )
    assert body_texts(path, body) == ["Before", "In the box", "and more of it", "After", "In the box", "and more of it"]


def test_tables_are_read_row_by_row(path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for at, text in enumerate(("Year", "Lamps", "Cost", "2031", "", "£5", "", "", "")):
        table.cell(at // 3, at % 3).text = text
    table.cell(2, 0).merge(table.cell(2, 2)).text = "Paid by all"
    table.cell(0, 1).add_paragraph("lit")
    document.save(str(path))
    assert texts(blocks_in(path)) == ["Year | Lamps lit | Cost", "2031 | £5", "Paid by all"]


def test_the_word_of_a_cell_that_goes_on_with_the_one_above_is_not_shown(path: Path) -> None:
    def cell(text: str, merge: str = "") -> str:
        return f"<w:tc><w:tcPr>{merge}</w:tcPr>{word_paragraph(text)}</w:tc>"

    first = "<w:vMerge w:val='restart'/>"
    body = (
        f"<w:tbl><w:tr>{cell('Lamps', first)}{cell('new')}</w:tr>"
        f"<w:tr>{cell('hidden', '<w:vMerge/>')}<w:sdt><w:sdtContent>{cell('old')}</w:sdtContent></w:sdt></w:tr></w:tbl>"
    )
    assert body_texts(path, body) == ["Lamps | new", "Lamps | old"]


def test_bold_lines_are_headings_where_no_style_is_used(path: Path) -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
        + style("Strong", "Strong", "<w:rPr><w:b/></w:rPr>", "character")
        + style("Loud", "Loud", "<w:rPr><w:b/><w:sz w:val='40'/></w:rPr>")
    )
    strong = "<w:rStyle w:val='Strong'/>"
    body = (
        word_paragraph("A plan", "Loud")
        + word_paragraph(TEXT)
        + f"<w:p>{run('Light', '<w:b/>')}{run(' for all', strong)}<w:r><w:br/></w:r>{run(TEXT)}</w:p>"
        + f"<w:p>{run('Not ', '<w:b/>')}{run('this')}</w:p>"
        + word_paragraph(TEXT)
    )
    assert outline(blocks_in(write_word(path, body, styles=styles))) == [
        (HEADING, 1, "A plan"),
        (PARAGRAPH, None, TEXT),
        (HEADING, 2, "Light for all"),
        (PARAGRAPH, None, TEXT),
        (PARAGRAPH, None, "Not this"),
        (PARAGRAPH, None, TEXT),
    ]


def test_a_document_is_known_by_what_it_holds(path: Path, tmp_path: Path) -> None:
    misnamed = write_word(tmp_path / "plan.pdf", word_paragraph(TEXT))
    assert recognise(misnamed).name == "Word"
    sheet = write_zip(tmp_path / "plan.docx", {"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"})
    with pytest.raises(NotSupported, match="Excel"):
        recognise(sheet)


def test_strict_documents_and_other_names_of_the_main_part_are_read(path: Path, tmp_path: Path) -> None:
    write_word(path, word_paragraph(TEXT))
    parts = _members(path)
    strict = parts["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    moved = {
        "_rels/.rels": parts["_rels/.rels"].replace(b"word/document.xml", b"/word/document2.xml"),
        "word/document2.xml": strict,
    }
    assert texts(blocks_in(write_zip(tmp_path / "strict.docx", moved))) == [TEXT]


def test_parts_that_are_linked_but_missing_are_done_without(path: Path, tmp_path: Path) -> None:
    members = _members(write_word(path, word_paragraph(TEXT, "H1"), styles="", numbering=""))
    kept = {name: content for name, content in members.items() if name not in ("word/styles.xml", "word/numbering.xml")}
    assert texts(blocks_in(write_zip(tmp_path / "poor.docx", kept))) == [TEXT]


def test_elements_within_elements_as_deep_as_xml_may_go_are_read(path: Path) -> None:
    deep = "<w:ins>" * 240 + run(TEXT) + "</w:ins>" * 240
    assert body_texts(path, f"<w:p>{deep}</w:p>") == [TEXT]
    tables = "<w:tbl><w:tr><w:tc>" * 80 + word_paragraph(TEXT) + "</w:tc></w:tr></w:tbl>" * 80
    assert body_texts(path, tables) == [TEXT]


def test_a_document_without_words_or_without_a_body_says_so(path: Path, tmp_path: Path) -> None:
    with pytest.raises(NoText, match="holds no words"):
        read(write_word(path, "<w:p/>"))
    with pytest.raises(Damaged):
        read(write_zip(tmp_path / "empty.docx", {"word/document.xml": "<a/>"}))


def test_headers_and_footers_are_left_out(path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TEXT)
    document.sections[0].header.paragraphs[0].text = "Page head"
    document.sections[0].footer.paragraphs[0].text = "Page foot"
    document.save(str(path))
    assert texts(blocks_in(path)) == [TEXT]


def _members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
