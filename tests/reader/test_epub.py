"""E-books read into blocks, in the order of the spine."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import write_zip

from reader.errors import Damaged, Encrypted, NoText, TookTooMuchMemory
from reader.formats.registry import read, recognise

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
ENCRYPTED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
    ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
    '<enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def chapter(body: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>no</title><script/></head><body>{body}</body></html>'
    )


def book(path: Path, chapters: dict[str, str], metadata: str = "", **members: str) -> Path:
    """A book whose spine names its chapters in the order of their ids, not of the archive."""
    spine = sorted(chapters)
    item = '<item id="{0}" href="text/{0}.xhtml" media-type="application/xhtml+xml" properties="{1}"/>'
    listed = "".join(item.format(name, "nav" if name == "nav" else "") for name in reversed(spine))
    order = "".join(f'<itemref idref="{name}"/>' for name in spine)
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata>{metadata}</metadata><manifest>{listed}</manifest>"
        f"<spine>{order}</spine></package>"
    )
    return write_zip(
        path,
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": opf,
            **{f"OEBPS/text/{name}.xhtml": text for name, text in chapters.items()},
            **{name.replace("__", "/").replace("_xml", ".xml"): text for name, text in members.items()},
        },
    )


def test_chapters_come_in_the_order_of_the_spine_without_the_table_of_contents(tmp_path: Path) -> None:
    manifesto = read(
        book(
            tmp_path / "plan.epub",
            {
                "b": chapter("<h1>Boats</h1><p>We will paint them&nbsp;all.</p>"),
                "a": chapter("<section><h1>Lamps</h1><ol><li>light<ul><li>soon</li></ul></li></ol></section>"),
                "nav": chapter("<nav epub:type='toc'><ol><li><a href='a.xhtml'>Lamps</a></li></ol></nav>"),
            },
            "<dc:title>A plan</dc:title><dc:creator>Ann Oar</dc:creator><dc:creator>Bo Sail</dc:creator>"
            "<dc:date>2031-05-02</dc:date>",
        )
    )
    assert [(block.kind.value, block.level, block.marker, block.text) for block in manifesto.blocks] == [
        ("heading", 1, None, "Lamps"),
        ("list_item", 1, "1.", "light"),
        ("list_item", 2, "•", "soon"),
        ("heading", 1, None, "Boats"),
        ("paragraph", None, None, "We will paint them all."),
    ]
    assert (manifesto.title, manifesto.format) == ("A plan", "E-book")
    assert manifesto.metadata == {"title": "A plan", "author": "Ann Oar, Bo Sail", "creationDate": "2031-05-02"}


def test_notes_in_a_chapter_of_their_own_follow_what_refers_to_them(tmp_path: Path) -> None:
    path = book(
        tmp_path / "plan.epub",
        {
            "a": chapter(
                "<p>We paint boats<a epub:type='noteref' href='z.xhtml#n1' id='r'>1</a>.</p><p>And lamps.</p>"
            ),
            "z": chapter("<aside epub:type='footnote' id='n1'><p><a href='a.xhtml#r'>1</a> With oil.</p></aside>"),
        },
    )
    assert [(block.text, block.marker) for block in read(path).blocks] == [
        ("We paint boats.", None),
        ("With oil.", "1"),
        ("And lamps.", None),
    ]


def test_a_chapter_that_is_no_xml_is_read_as_a_web_page(tmp_path: Path) -> None:
    path = book(tmp_path / "plan.epub", {"a": "<html><body><p>We will light<br>every lane & <b>mend</p>more</body>"})
    assert [block.text for block in read(path).blocks] == ["We will light every lane & mend", "more"]


def test_a_book_is_known_by_what_is_in_it(tmp_path: Path) -> None:
    path = book(tmp_path / "plan.zip", {"a": chapter("<p>Lamps for all.</p>")})
    assert recognise(path).name == "E-book"
    again = write_zip(tmp_path / "again.epub", {"OEBPS/x": "x", "META-INF/container.xml": CONTAINER})
    assert recognise(again).name == "E-book"


def test_locked_books_say_so_and_scrambled_fonts_lock_nothing(tmp_path: Path) -> None:
    chapters = {"a": chapter("<p>Lamps for all.</p>")}
    fonts = book(tmp_path / "f.epub", chapters, **{"META-INF__encryption_xml": ENCRYPTED.format("OEBPS/font.otf")})
    assert len(read(fonts).blocks) == 1
    locked = book(tmp_path / "l.epub", chapters, **{"META-INF__encryption_xml": ENCRYPTED.format("OEBPS/text/a.xhtml")})
    with pytest.raises(Encrypted):
        read(locked)


def test_damaged_empty_and_swollen_books_are_refused(tmp_path: Path) -> None:
    whole = book(tmp_path / "whole.epub", {"a": chapter("<p>Lamps for all.</p>")})
    cut = tmp_path / "cut.epub"
    cut.write_bytes(whole.read_bytes()[:-200])
    with pytest.raises(Damaged):
        read(cut)
    with pytest.raises(Damaged):
        read(
            write_zip(tmp_path / "none.epub", {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER})
        )
    with pytest.raises(NoText):
        read(book(tmp_path / "mute.epub", {"a": chapter("<p> </p>")}))
    with pytest.raises(TookTooMuchMemory):
        read(book(tmp_path / "bomb.epub", {"a": chapter(" " * 20_000_000)}))


def test_entities_that_grow_or_lead_elsewhere_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret", encoding="utf-8")
    address = (tmp_path / "secret.txt").as_uri()
    grown = "".join('<!ENTITY l{} "{}">'.format(at + 1, f"&l{at};" * 9) for at in range(9))
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{address}"><!ENTITY l0 "lamp ">{grown}]>'
    path = book(tmp_path / "plan.epub", {"a": f"{doctype}<html><body><p>Lamps &x; &l9; for all.</p></body></html>"})
    said = " ".join(block.text for block in read(path).blocks)
    assert "Lamps" in said
    assert "secret" not in said
    assert len(said) < 1_000


LIGHT = "We will light every lane, and mend what the storms have broken"


@pytest.mark.parametrize(
    "number",
    [
        '<span epub:type="pagebreak" title="2">2</span>',
        '<span role="doc-pagebreak" aria-label="2">2</span>',
        '<span class="pagenum">[Pg 2]</span>',
        '<a class="pagebreak" id="p2">p. ii</a>',
    ],
)
def test_numbers_of_printed_pages_are_no_words(tmp_path: Path, number: str) -> None:
    file = book(tmp_path / "plan.epub", {"a": chapter(f"<p>{LIGHT}{number} in the town.</p>")})
    assert [block.text for block in read(file).blocks] == [f"{LIGHT} in the town."]


@pytest.mark.parametrize(
    ("label", "reference", "note"),
    [
        ("1", '<a epub:type="noteref" href="#n">1</a>', '<aside epub:type="footnote" id="n"><p>Of 2031.</p></aside>'),
        (
            "1",
            '<a role="doc-noteref" href="#n">[1]</a>',
            '<div role="doc-footnote" id="n" hidden="">[1] Of 2031.</div>',
        ),
        ("1", '<a href="#n">1</a>', '<p class="footnote" id="n">1. Of 2031.</p>'),
        (
            "*",
            '<a class="noteref" href="#n">*</a>',
            '<p epub:type="endnote" id="n"><a href="a.xhtml">*</a> Of 2031.</p>',
        ),
    ],
)
def test_notes_follow_what_refers_to_them_with_their_label_beside_them(
    tmp_path: Path, label: str, reference: str, note: str
) -> None:
    file = book(tmp_path / "plan.epub", {"a": chapter(f"<p>{LIGHT}{reference}.</p><p>So it is.</p>{note}")})
    assert [(block.marker, block.text) for block in read(file).blocks] == [
        (None, f"{LIGHT}."),
        (label, "Of 2031."),
        (None, "So it is."),
    ]
