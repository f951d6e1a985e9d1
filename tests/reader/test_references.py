"""References to notes stand beside the words of a block, in every format; what else is raised is one of the words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from office_files import blocks_in, write_opendocument, write_word, write_zip

from reader.model import Block, Kind, Piece, Reference
from reader.references import parted, raised, referring, with_references

Write = Callable[[Path, str], Path]

# What stands between braces is raised.
SAID = (
    "We will light{12} every lane, and mend the quay.{3} The ferry{4,5} sails in the 21{st} century over 9 km{2} of "
    "water.{*}"
)
TEXT = "We will light every lane, and mend the quay. The ferry sails in the 21st century over 9 km2 of water."
REFERENCES = ((13, "12"), (44, "3"), (54, "4"), (54, "5"), (len(TEXT), "*"))


def marked(text: str, before: str, after: str) -> str:
    return re.sub(r"\{(.*?)\}", rf"{before}\1{after}", text)


def shown(block: Block) -> tuple[str, tuple[tuple[int, str], ...]]:
    return block.text, tuple((offset, label) for offset, label in block.references)


def as_word(path: Path, text: str, settings: str = '<w:vertAlign w:val="superscript"/>') -> Path:
    t = '<w:t xml:space="preserve">'
    inside = marked(text, f"</w:t></w:r><w:r><w:rPr>{settings}</w:rPr>{t}", f"</w:t></w:r><w:r>{t}")
    return write_word(path.with_suffix(".docx"), f"<w:p><w:r>{t}{inside}</w:t></w:r></w:p>")


def as_opendocument(path: Path, text: str, position: str = "super 58%") -> Path:
    inside = marked(text, '<text:span text:style-name="T1">', "</text:span>")
    style = f'<style:text-properties style:text-position="{position}"/>'
    return write_opendocument(
        path.with_suffix(".odt"),
        f"<text:p>{inside}</text:p>",
        f'<style:style style:name="T1" style:family="text">{style}</style:style>',
    )


def as_rich_text(path: Path, text: str, before: str = r"{\super ", after: str = "}") -> Path:
    path = path.with_suffix(".rtf")
    for brace, stand_in in zip("{}", "<>", strict=True):
        text = text.replace(brace, stand_in)
    inside = text.replace("<", before).replace(">", after)
    path.write_text(rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 Times;}}}}\pard {inside}\par}}", encoding="ascii")
    return path


def as_web_page(path: Path, text: str, before: str = "<sup>", after: str = "</sup>", head: str = "") -> Path:
    path = path.with_suffix(".html")
    body = f"<p>{marked(text, before, after)}</p>"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return path


def as_markdown(path: Path, text: str) -> Path:
    path = path.with_suffix(".md")
    path.write_text(f"{marked(text, '^', '^')}\n\n[harbour]: https://harbour.example\n", encoding="utf-8")
    return path


def as_e_book(path: Path, text: str) -> Path:
    """An e-book whose style sheet raises a class, as layout programs write them."""
    body = marked(text, '<span class="CharOverride-3">', "</span>")
    return write_zip(
        path.with_suffix(".epub"),
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "book.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
            '<item id="css" href="book.css" media-type="text/css"/>'
            '<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="one"/></spine></package>',
            "book.css": "p.Basic { margin: 0 }\nspan.CharOverride-3 { font-size: 58%; vertical-align: super; }",
            "one.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
            f"<body><p>{body}</p></body></html>",
        },
    )


def as_plain_text(path: Path, text: str) -> Path:
    """Figures that Unicode has as raised ones; there are no such letters and signs."""
    path = path.with_suffix(".txt")
    figures = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    for found in set(re.findall(r"\{[\d,]+\}", text)):
        text = text.replace(found, found[1:-1].translate(figures))
    path.write_text(text.replace("{st}", "st").replace("{*}", ""), encoding="utf-8")
    return path


FORMATS: tuple[Write, ...] = (as_word, as_opendocument, as_rich_text, as_web_page, as_markdown, as_e_book)


@pytest.mark.parametrize("write", FORMATS)
def test_raised_numbers_stand_beside_the_text_in_every_format(tmp_path: Path, write: Write) -> None:
    assert [shown(block) for block in blocks_in(write(tmp_path / "plan", SAID))] == [(TEXT, REFERENCES)]


def test_figures_that_unicode_raises_are_judged_alike(tmp_path: Path) -> None:
    (block,) = blocks_in(as_plain_text(tmp_path / "plan", SAID))
    assert shown(block) == (TEXT.replace("km2", "km²"), REFERENCES[:-1])


@pytest.mark.parametrize(
    "write",
    [
        lambda path, text: as_word(path, text, '<w:position w:val="8"/><w:sz w:val="14"/>'),
        lambda path, text: as_opendocument(path, text, "33% 60%"),
        lambda path, text: as_rich_text(path, text, r"{\up6\fs16 ", "}"),
        lambda path, text: as_rich_text(path, text, r"\super ", r"\nosupersub "),
        lambda path, text: as_web_page(path, text, '<span style="font-size:8px;vertical-align:super">', "</span>"),
        lambda path, text: as_web_page(path, text, '<span style="vertical-align: 4px">', "</span>"),
        lambda path, text: as_web_page(
            path, text, "<span class='c7 c2'>", "</span>", "<style>.c2{color:red} .c7{vertical-align:super}</style>"
        ),
    ],
)
def test_other_ways_to_raise_are_known(tmp_path: Path, write: Write) -> None:
    assert [shown(block) for block in blocks_in(write(tmp_path / "plan", SAID))] == [(TEXT, REFERENCES)]


@pytest.mark.parametrize(
    "reference",
    [
        "<sup>[12]</sup>",
        '<a role="doc-noteref" href="#gone">12</a>',
        '<a class="footnote-ref" href="notes.html#n12">[12]</a>',
        '<sup>[<a href="#n12" class="noteref">12</a>]</sup>',
        '<a class="MsoFootnoteReference" href="#_ftn12">[12]</a>',
    ],
)
def test_links_to_notes_are_references_wherever_the_notes_are(tmp_path: Path, reference: str) -> None:
    (block,) = blocks_in(as_web_page(tmp_path / "plan", f"We will light {{}}every lane{reference}, and mend the quay."))
    assert shown(block) == ("We will light every lane, and mend the quay.", ((24, "12"),))


def test_words_parted_by_editing_are_one_label(tmp_path: Path) -> None:
    """Office programs part what was typed at several times; two marks of a web page are two."""
    assert shown(blocks_in(as_word(tmp_path / "a", "Lamps{1}{2} shine."))[0]) == ("Lamps shine.", ((5, "12"),))
    assert shown(blocks_in(as_opendocument(tmp_path / "b", "Lamps{1}{2} shine."))[0]) == ("Lamps shine.", ((5, "12"),))
    assert shown(blocks_in(as_web_page(tmp_path / "c", "Lamps{1}{2} shine."))[0]) == (
        "Lamps shine.",
        ((5, "1"), (5, "2")),
    )


def test_the_sign_that_a_writer_chose_leads_to_the_note(tmp_path: Path) -> None:
    rich = (
        r"{\rtf1\ansi\pard Lamps{\super *{\footnote\pard {\super *} With oil.}} and boats"
        r"{\super\chftn{\footnote\pard{\super\chftn} With sails.}}.\par}"
    )
    (tmp_path / "a.rtf").write_text(rich, encoding="ascii")
    word = write_word(
        tmp_path / "a.docx",
        "<w:p><w:r><w:t>Lamps</w:t></w:r><w:r><w:footnoteReference w:id='2' w:customMarkFollows='1'/><w:t>*</w:t></w:r>"
        "<w:r><w:t xml:space='preserve'> and boats</w:t></w:r><w:r><w:footnoteReference w:id='3'/></w:r>"
        "<w:r><w:t>.</w:t></w:r></w:p>",
        footnotes="<w:footnote w:id='2'><w:p><w:r><w:t>With oil.</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id='3'><w:p><w:r><w:t>With sails.</w:t></w:r></w:p></w:footnote>",
    )
    for file in (tmp_path / "a.rtf", word):
        first, *notes = blocks_in(file)
        assert shown(first) == ("Lamps and boats.", ((5, "*"), (15, "1")))
        assert [(note.marker, note.text) for note in notes] == [("*", "With oil."), ("1", "With sails.")]


@pytest.mark.parametrize("form", [("lowerRoman", "ii"), ("upperLetter", "B"), ("chicago", "†"), ("decimal", "2")])
def test_word_numbers_notes_as_the_document_says(tmp_path: Path, form: tuple[str, str]) -> None:
    note = "<w:footnote w:id='{0}'><w:p><w:r><w:t>Note {0}.</w:t></w:r></w:p></w:footnote>"
    file = write_word(
        tmp_path / "a.docx",
        "<w:p><w:r><w:t>Lamps</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r></w:p>"
        "<w:p><w:r><w:t>Boats</w:t></w:r><w:r><w:footnoteReference w:id='8'/></w:r></w:p>"
        f"<w:sectPr><w:footnotePr><w:numFmt w:val='{form[0]}'/></w:footnotePr></w:sectPr>",
        footnotes=note.format(7) + note.format(8),
    )
    boats = next(block for block in blocks_in(file) if block.text == "Boats")
    assert boats.references == (Reference(5, form[1]),)


@pytest.mark.parametrize("write", FORMATS)
def test_a_raised_number_that_begins_a_paragraph_is_that_of_the_note(tmp_path: Path, write: Write) -> None:
    (block,) = blocks_in(write(tmp_path / "plan", "{12} Of the harbour office, in the 19{th} year."))
    assert (block.kind, block.marker, shown(block)) == (
        Kind.PARAGRAPH,
        "12",
        ("Of the harbour office, in the 19th year.", ()),
    )


def read_raised(text: str) -> tuple[str, list[str]]:
    found = parted(re.sub(r"\{(.*?)\}", lambda inside: raised(inside[1]), text))
    return found.text, [label for _, label in found.references]


@pytest.mark.parametrize(
    ("text", "plain", "labels"),
    [
        ("the lamps {12} shine", "the lamps shine", ["12"]),
        ("the lamps {12}. They shine", "the lamps. They shine", ["12"]),
        ("the lamps.{12} They shine", "the lamps. They shine", ["12"]),
        ("“the lamps”{12} shine", "“the lamps” shine", ["12"]),
        ("the lamps{12}shine", "the lamps shine", ["12"]),
        ("the lamps{12, }which shine", "the lamps, which shine", ["12"]),
        ("the lamps{1},{2} shine", "the lamps shine", ["1", "2"]),
        ("the lamps{1}{,2} shine", "the lamps shine", ["1", "2"]),
        ("£40m{b} for lamps", "£40m for lamps", ["b"]),
        ("the lamps{12–14} shine", "the lamps shine", ["12–14"]),
        ("the lamps{[1][2]} shine", "the lamps shine", ["1", "2"]),
        ("the lamps{a} shine", "the lamps shine", ["a"]),
        ("the lamps{iv} shine", "the lamps shine", ["iv"]),
        ("the lamps{†} shine", "the lamps shine", ["†"]),
        ("£40m{3} for lamps", "£40m for lamps", ["3"]),
        ("£40 bn{2} for lamps", "£40 bn for lamps", ["2"]),
        ("in 2031{4} already", "in 2031 already", ["4"]),
        ("£4,000{3} each", "£4,000 each", ["3"]),
        ("4,000{12} lamps", "4,000 lamps", ["12"]),
        ("50%{2} of lamps", "50% of lamps", ["2"]),
        ("Lampen²,³ und Boote", "Lampen und Boote", ["2", "3"]),
    ],
)
def test_labels_leave_the_text(text: str, plain: str, labels: list[str]) -> None:
    assert read_raised(text) == (plain, labels)


@pytest.mark.parametrize(
    "text",
    [
        *("the 21{st} of May", "the 2{nd} time", "le 1{er} mai", "XIX{e} siècle", "el n.{o} 5", "N{o} 5", "M{me} Oar"),
        *(
            "500 m{2} of quay",
            "per km{2}",
            "9m{3}",
            "60 км{2}",
            "10{6} lamps",
            "10{12} lamps",
            "2{3}",
            "x{2}",
            "E = mc{2}",
        ),
        *("CO{2} falls", "H{2}O", "20{o} warm", "£4{99} each", "4{99} € each", "£3.{50} each", "at 18{30} Uhr"),
        *("1{1}/2 miles", "£1.5{bn} more", "Lamps{TM} shine", "Lamps{®} shine", "({12})", "Lamps{2031} shine"),
        *("m² and km³", "10⁶ lamps", "¹⁄₂ a mile", "Lamp{*}innen"),
    ],
)
def test_other_raised_words_stay_as_they_are(text: str) -> None:
    assert read_raised(f"We say {text}") == (f"We say {re.sub(r'[{}]', '', text)}", [])


def test_lines_of_a_text_keep_to_their_words() -> None:
    line = f"We will light{raised('12')} every lane,"
    text = f"{line} and mend the quay.{referring('[3]')}"
    block = Block(Kind.PARAGRAPH, text, pieces=(Piece(0, len(line)), Piece(len(line) + 1, len(text))))
    found = with_references(block, may_be_note=True)
    assert [found.text[piece.start : piece.end] for piece in found.pieces] == [
        "We will light every lane,",
        "and mend the quay.",
    ]
    assert found.references == (Reference(13, "12"), Reference(len(found.text), "3"))


@pytest.mark.parametrize(
    "text", ["\ufdd0", "\ufdd2\ufdd1", "lamps\ufdd012", "\ufdd1\ufdd2lamps", "\ufdd1" + 20 * "l" + "\ufdd2"]
)
def test_signs_that_a_damaged_file_holds_are_no_words(text: str) -> None:
    assert parted(text).text == "".join(char for char in text if not "\ufdd0" <= char <= "\ufdd2")
