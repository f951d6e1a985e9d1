"""Word documents: diagrams, WordArt, charts, files put into them, forms that nobody filled in, numbered headings."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from office_files import blocks_in, outline, texts, word_paragraph, write_opendocument, write_word, write_zip

from reader.formats.registry import read
from reader.model import Kind

HEADING, PARAGRAPH, CAPTION = Kind.HEADING, Kind.PARAGRAPH, Kind.CAPTION
TEXT = "We will light every lane, and mend what the storms have broken."
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "little harbour.docx"


def drawn(inside: str) -> str:
    return (
        f'<w:p><w:r><w:drawing xmlns:a="{DRAWING}/main" xmlns:r="{RELATIONS}" xmlns:dgm="{DRAWING}/diagram" '
        f'xmlns:c="{DRAWING}/chart"><a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic></w:drawing></w:r></w:p>'
    )


def with_part(path: Path, body: str, part: str) -> Path:
    """A Word document that relates to this part as "r9"."""
    with zipfile.ZipFile(write_word(path, body)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    links = f'<Relationship Id="r9" Type="{RELATIONS}/any" Target="drawn/one.xml"/></Relationships>'
    name = "word/_rels/document.xml.rels"
    members[name] = bytes(members[name]).decode().replace("</Relationships>", links)  # type: ignore[arg-type]
    return write_zip(path, members | {"word/drawn/one.xml": part})


def diagram(points: str, links: str = "") -> str:
    return (
        f'<dgm:dataModel xmlns:dgm="{DRAWING}/diagram" xmlns:a="{DRAWING}/main"><dgm:ptLst>{points}</dgm:ptLst>'
        f"<dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"
    )


def point(name: str, *lines: str, kind: str = "node", settings: str = "") -> str:
    inside = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    return f'<dgm:pt modelId="{name}" type="{kind}"><dgm:prSet {settings}/><dgm:t>{inside}</dgm:t></dgm:pt>'


def link(above: str, below: str, place: int, kind: str = "parOf") -> str:
    return f'<dgm:cxn modelId="{above}{below}" type="{kind}" srcId="{above}" destId="{below}" srcOrd="{place}"/>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (diagram(point("1", "Light the lanes") + point("2", "Mend the lamps")), ["Light the lanes", "Mend the lamps"]),
        (
            diagram(
                point("9", kind="doc") + point("1", "last") + point("2", "first") + point("3", "below the first"),
                link("9", "2", 0) + link("9", "1", 1) + link("2", "3", 0) + link("1", "2", 0, "presOf"),
            ),
            ["first", "below the first", "last"],
        ),
        (
            diagram(
                point("1", "one", "and two") + point("2", "[Text]", settings='phldr="1"') + point("3", "x", kind="pres")
            ),
            ["one", "and two"],
        ),
        (diagram(point("1", "round"), link("1", "1", 0)), ["round"]),
    ],
)
def test_the_words_of_a_diagram_follow_its_paragraph_in_its_order(path: Path, data: str, expected: list[str]) -> None:
    body = drawn('<dgm:relIds r:dm="r9"/>') + word_paragraph(TEXT)
    assert texts(blocks_in(with_part(path, body, data))) == [*expected, TEXT]


def chart(inside: str) -> str:
    return (
        f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:chart>{inside}</c:chart></c:chartSpace>'
    )


def chart_title(text: str) -> str:
    return f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx></c:title>"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (chart(f"{chart_title('Lamps by year')}<c:plotArea>{chart_title('Years')}</c:plotArea>"), ["Lamps by year"]),
        (chart(chart_title("Lamps <!-- and --> posts")), ["Lamps  posts"]),
        (
            chart(
                "<c:title><c:tx><c:strRef><c:strCache><c:pt><c:v>Lanes</c:v></c:pt></c:strCache></c:strRef></c:tx></c:title>"
            ),
            ["Lanes"],
        ),
        (chart(f"<c:plotArea>{chart_title('Years')}</c:plotArea>"), []),
    ],
)
def test_a_chart_is_read_by_its_title_and_a_note_says_so(path: Path, part: str, expected: list[str]) -> None:
    manifesto = read(with_part(path, drawn('<c:chart r:id="r9"/>') + word_paragraph(TEXT), part))
    assert [(block.kind, block.text) for block in manifesto.blocks] == [
        *((CAPTION, " ".join(text.split())) for text in expected),
        (PARAGRAPH, TEXT),
    ]
    assert manifesto.notes == ("Of a chart only the title was read.",)


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ('<v:shape id="a"><v:textpath string="Light for all"/></v:shape>', ["Light for all"]),
        ('<v:group><v:shape><v:path/><v:textpath string="Two &amp; two"/></v:shape></v:group>', ["Two & two"]),
        ('<v:shape id="PowerPlusWaterMarkObject3"><v:textpath string="DRAFT"/></v:shape>', []),
    ],
)
def test_word_art_is_read_but_no_watermark(path: Path, shape: str, expected: list[str]) -> None:
    body = f"<w:p><w:r><w:pict>{shape}</w:pict></w:r></w:p>{word_paragraph(TEXT)}"
    assert texts(blocks_in(write_word(path, body))) == [*expected, TEXT]


def test_of_two_forms_of_a_drawing_the_one_with_words_is_read(path: Path) -> None:
    art = '<w:pict><v:shape><v:textpath string="Light"/></v:shape></w:pict>'
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{art}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(blocks_in(write_word(path, body))) == ["Light"]


@pytest.mark.parametrize(
    ("inside", "note"),
    [
        ("<w:altChunk/>", "Another file stands in the document; it was not read."),
        ("<w:p><w:subDoc/></w:p><w:altChunk/>", "2 other files stand in the document; they were not read."),
        (
            '<w:p xmlns:o="urn:schemas-microsoft-com:office:office"><w:r><w:object><o:OLEObject ProgID="Excel.Sheet"/>'
            '<o:OLEObject ProgID="Equation.3"/></w:object></w:r></w:p>',
            "Another file stands in the document; it was not read.",
        ),
    ],
)
def test_files_in_the_document_are_named_in_a_note(path: Path, inside: str, note: str) -> None:
    assert read(write_word(path, word_paragraph(TEXT) + inside)).notes == (note,)


INVITES = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CELL = f"<w:tc>{word_paragraph('Choose an item.')}</w:tc>"


@pytest.mark.parametrize(
    "control",
    [
        INVITES.format(word_paragraph("Click here to enter text.")),
        f"<w:p>{INVITES.format('<w:r><w:t>[Document title]</w:t></w:r>')}</w:p>",
        f"<w:tbl>{INVITES.format('<w:tr>' + CELL + '</w:tr>')}</w:tbl>",
        f"<w:tbl><w:tr>{INVITES.format(CELL)}</w:tr></w:tbl>",
    ],
)
def test_what_only_invites_to_be_filled_in_is_left_out(path: Path, control: str) -> None:
    assert texts(blocks_in(write_word(path, control + word_paragraph(TEXT)))) == [TEXT]
    filled = control.replace("<w:showingPlcHdr/>", '<w:showingPlcHdr w:val="0"/>')
    assert len(blocks_in(write_word(path, filled + word_paragraph(TEXT)))) == 2


def test_a_placeholder_of_an_open_document_is_left_out(tmp_path: Path) -> None:
    text = f"<text:p>{TEXT}<text:placeholder>&lt;Name&gt;</text:placeholder></text:p>"
    assert texts(blocks_in(write_opendocument(tmp_path / "plan.odt", text))) == [TEXT]


LEVELS = (
    "<w:lvl w:ilvl='0'><w:pStyle w:val='h1'/><w:numFmt w:val='{0}'/><w:lvlText w:val='{1}'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:pStyle w:val='h2'/><w:numFmt w:val='decimal'/><w:lvlText w:val='{2}'/></w:lvl>"
)
HEADINGS = ("Light", "Lamps", "Posts", "Homes", "Rents")


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        (("decimal", "%1.", "%1.%2"), ["1.", "1.1", "1.2", "2.", "2.1"]),
        (("upperRoman", "Part %1:", ""), ["Part I:", "", "", "Part II:", ""]),
        (("lowerLetter", "(%1)", "%2)"), ["(a)", "1)", "2)", "(b)", "1)"]),
        (("bullet", "\uf0b7", "%2."), ["", "1.", "2.", "", "1."]),
    ],
)
def test_numbered_headings_of_a_style_keep_their_numbers(path: Path, form: tuple[str, ...], numbers: list[str]) -> None:
    styles = "".join(
        f"<w:style w:type='paragraph' w:styleId='h{at}'><w:name w:val='heading {at}'/><w:pPr><w:numPr><w:numId "
        "w:val='1'/></w:numPr></w:pPr></w:style>"
        for at in (1, 2)
    )
    numbering = (
        f"<w:abstractNum w:abstractNumId='0'>{LEVELS.format(*form)}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    levels = (1, 2, 2, 1, 2)
    body = "".join(word_paragraph(text, f"h{level}") for text, level in zip(HEADINGS, levels, strict=True))
    found = outline(blocks_in(write_word(path, body + word_paragraph(TEXT), styles=styles, numbering=numbering)))
    assert found[:-1] == [
        (HEADING, level, f"{number} {text}".strip())
        for text, level, number in zip(HEADINGS, levels, numbers, strict=True)
    ]


@pytest.mark.parametrize(
    ("levels", "headings", "expected"),
    [
        (
            '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
            '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>',
            [(1, ""), (2, ""), (2, ""), (1, "")],
            ["1. Light", "1.1 Lamps", "1.2 Posts", "2. Homes"],
        ),
        (
            '<text:outline-level-style text:level="1" style:num-format="I" style:num-prefix="Part "/>'
            '<text:outline-level-style text:level="2" style:num-format=""/>',
            [(1, ""), (2, ""), (1, 'text:is-list-header="true"'), (1, "")],
            ["Part I Light", "Lamps", "Posts", "Part II Homes"],
        ),
        (
            '<text:outline-level-style text:level="1" style:num-format="a" style:num-suffix=")"/>',
            [(1, ""), (1, 'text:restart-numbering="true" text:start-value="5"'), (1, ""), (2, "")],
            ["a) Light", "e) Lamps", "f) Posts", "Homes"],
        ),
    ],
)
def test_numbered_headings_of_an_open_document_keep_their_numbers(
    tmp_path: Path, levels: str, headings: list[tuple[int, str]], expected: list[str]
) -> None:
    text = "".join(
        f'<text:h text:outline-level="{level}" {more}>{words}</text:h>'
        for (level, more), words in zip(headings, HEADINGS, strict=False)
    )
    styles = f"<text:outline-style>{levels}</text:outline-style>"
    file = write_opendocument(tmp_path / "plan.odt", f"{text}<text:p>{TEXT}</text:p>", styles=styles)
    assert texts(blocks_in(file)) == [*expected, TEXT]


def test_numbered_headings_of_rich_text_keep_their_numbers(tmp_path: Path) -> None:
    file = tmp_path / "plan.rtf"
    file.write_text(
        r"{\rtf1\ansi{\stylesheet{Normal;}{\s1 heading 1;}}\pard\s1{\listtext 1.2\tab}\ls1\ilvl0 Light\par"
        rf"\pard\s1{{\listtext\u8226?\tab}}\ls2 Lamps\par\pard\plain {TEXT}\par}}"
    )
    assert texts(blocks_in(file)) == ["1.2 Light", "Lamps", TEXT]
