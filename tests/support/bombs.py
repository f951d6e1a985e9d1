"""Files made to exhaust whoever reads them: by size, by depth, by expansion, by loops, or by reaching for a network."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from office_files import word_paragraph, write_opendocument, write_word, write_zip
from raw_pdf import stream, write_pages, write_pdf
from typeset import sentence

MIB = 1 << 20
# A writer of a bomb gets its path, and an address that nobody may ever ask for.
Write = Callable[[Path, str], Path]

_LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghij", "bcdefghijk", strict=True))
_BLOW_UP = f'<!DOCTYPE d [<!ENTITY a "{"ha" * 50_000}">]>'


def zip_bomb(path: Path, _: str) -> Path:
    """A gigabyte of one letter where a Word document's text should be."""
    write_word(path, word_paragraph("Lamps"))
    with zipfile.ZipFile(path) as archive:
        others = {name: archive.read(name) for name in archive.namelist() if name != "word/document.xml"}
    write_zip(path, others)
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as member,
    ):
        for _mebibyte in range(1024):
            member.write(b"a" * MIB)
    return path


def many_members(path: Path, _: str) -> Path:
    """An e-book of two thousand chapters, each as large as a chapter may be and compressed to nothing."""
    chapter = "<html><body>" + f"<p>{'lamp ' * 20_000}</p>" + "</body></html>"
    items = "".join(f'<item id="c{n}" href="c{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(2_000))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(2_000))
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "book.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>",
    }
    return write_zip(path, members | {f"c{n}.xhtml": chapter for n in range(2_000)})


def laughs(path: Path, _: str) -> Path:
    """Ten entities, each ten of the one before."""
    return _with_prologue(path, f'<!DOCTYPE d [<!ENTITY a "ha">{_LAUGHS}]>', "&k;")


def quadratic(path: Path, _: str) -> Path:
    """One long entity, very often."""
    return _with_prologue(path, _BLOW_UP, "&a;" * 50_000)


def reaching_out_word(path: Path, address: str) -> Path:
    """An entity, a document type and a template that stand on a server."""
    return _with_prologue(path, f'<!DOCTYPE d SYSTEM "{address}/d.dtd" [<!ENTITY e SYSTEM "{address}/e">]>', "&e;Lamps")


def reaching_out_web(path: Path, address: str) -> Path:
    """A web page of which everything stands on a server."""
    path.write_text(
        f'<!DOCTYPE html SYSTEM "{address}/d.dtd"><html><head><base href="{address}"><script src="{address}/s.js">'
        f'</script><link rel="stylesheet" href="{address}/s.css"><meta http-equiv="refresh" content="0;{address}/r">'
        f'</head><body><iframe src="{address}/f"></iframe><object data="{address}/o"></object>'
        f'<img src="{address}/i.png"><p>{sentence(3)}</p></body></html>',
        encoding="utf-8",
    )
    return path


def reaching_out_pdf(path: Path, address: str) -> Path:
    """A page that opens an address, and whose text stands in a file elsewhere."""
    page = b"BT /F1 12 Tf 40 500 Td (" + sentence(5).encode() + b") Tj ET /X1 Do"
    outside = f"<< /Type /XObject /Subtype /Form /F << /FS /URL /F ({address}/x) >> /Length 0 >>\nstream\n\nendstream"
    return write_pages(
        path,
        [page],
        {
            1: f"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI ({address}/o) >> >>",
            4: outside,
            9: "<< /Font << /F1 3 0 R >> /XObject << /X1 4 0 R >> >>",
        },
    )


def ten_thousand_pages(path: Path, _: str) -> Path:
    return write_pages(path, (_typed([sentence(n), sentence(n + 1)]) for n in range(10_000)))


def million_characters(path: Path, _: str) -> Path:
    """One page with ten thousand lines of a hundred letters, over each other."""
    return write_pages(path, [_typed(sentence(n).ljust(100, "x")[:100] for n in range(10_000))])


def fine_print(path: Path, _: str) -> Path:
    """One page on which a million characters have room beside each other."""
    lines = (
        f"1 0 0 1 2 {594 - 0.7 * at:.1f} Tm ({' '.join(sentence(at + n) for n in range(13))[:1200]}) Tj"
        for at in range(840)
    )
    return write_pages(path, [("BT /F1 0.65 Tf " + "\n".join(lines) + " ET").encode()])


def scattered_letters(path: Path, _: str) -> Path:
    """One page with a hundred thousand single letters, anywhere, each in another size."""
    chance = random.Random(5)  # noqa: S311  # the same page each time
    letters = (
        f"/F1 {chance.uniform(4, 30):.2f} Tf 1 0 0 1 {chance.uniform(0, 400):.1f} {chance.uniform(0, 590):.1f} Tm "
        f"({chance.choice('abcdefghij')}) Tj\n"
        for _ in range(100_000)
    )
    return write_pages(path, [b"BT " + "".join(letters).encode() + b" ET"])


def one_long_line(path: Path, _: str) -> Path:
    """One line of a million letters."""
    return write_pages(path, [b"BT /F1 10 Tf 0 300 Td (" + b"lamp quay " * 100_000 + b") Tj ET"])


def endless_paths(path: Path, _: str) -> Path:
    """A page whose half a gigabyte of strokes are compressed to nothing."""
    return write_pages(path, [b"0 0 m 9 9 l S\n" * (36 * MIB)])


def recursive_form(path: Path, _: str) -> Path:
    """Forms that draw themselves and each other, ten times each."""

    inside = "/Type /XObject /Subtype /Form /BBox [0 0 420 595] /Resources 9 0 R"
    return write_pages(
        path,
        [b"BT /F1 12 Tf 40 500 Td (" + sentence(4).encode() + b") Tj ET /X1 Do"],
        {
            4: stream(b"/X1 Do /X2 Do " * 10, inside),
            5: stream(b"BT /F1 9 Tf (again) Tj ET /X1 Do " * 10, inside),
            9: "<< /Font << /F1 3 0 R >> /XObject << /X1 4 0 R /X2 5 0 R >> >>",
        },
    )


def exponential_forms(path: Path, _: str) -> Path:
    """Twelve forms, each of which draws the next ten times: a billion words and more."""

    inside = "/Type /XObject /Subtype /Form /BBox [0 0 420 595] /Resources 9 0 R"
    objects: dict[int, str | bytes] = {100 + at: stream(f"/X{at + 1} Do ".encode() * 10, inside) for at in range(12)}
    objects[112] = stream(b"BT /F1 9 Tf 40 300 Td (lamp) Tj ET", inside)
    names = " ".join(f"/X{at} {100 + at} 0 R" for at in range(13))
    return write_pages(path, [b"/X0 Do"], {**objects, 9: f"<< /Font << /F1 3 0 R >> /XObject << {names} >> >>"})


def looping_pages(path: Path, _: str) -> Path:
    """A tree of pages that is its own branch."""
    return write_pdf(
        path,
        {1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99999999 >>"},
    )


def looping_outline(path: Path, _: str) -> Path:
    """Bookmarks that follow themselves."""
    return write_pages(
        path,
        [_typed([sentence(1)])],
        {
            1: "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
            4: "<< /Type /Outlines /First 5 0 R /Last 5 0 R /Count 9 >>",
            5: "<< /Title (Lamps) /Parent 4 0 R /Next 5 0 R /First 5 0 R /Dest [10 0 R /Fit] >>",
        },
    )


def much_text(path: Path, _: str) -> Path:
    """200 MiB of wrapped sentences."""
    return _filled(path, "\n".join(sentence(n) for n in range(5_000)) + "\n\n")


def much_text_in_one_line(path: Path, _: str) -> Path:
    return _filled(path, "lamp and quay and ")


def much_markdown(path: Path, _: str) -> Path:
    return _filled(path, "# Lamps\n\n- one *two\n  - three [four](\n\n> five\n\n")


def much_web(path: Path, _: str) -> Path:
    return _filled(path, "<p>We will mend the <b>lamp</b>.</p>\n", "<!DOCTYPE html><html><body>")


def deep_web(path: Path, _: str) -> Path:
    return _written(path, "<!DOCTYPE html><html><body>" + "<div>" * 200_000 + "lamps")


def deep_lists(path: Path, _: str) -> Path:
    return _written(path, "<!DOCTYPE html><html><body>" + "<ul><li>lamps" * 50_000)


def deep_tables(path: Path, _: str) -> Path:
    return _written(path, "<!DOCTYPE html><html><body>" + "<table><tr><td>lamps" * 20_000)


def deep_markdown(path: Path, _: str) -> Path:
    return _written(path, "> " * 50_000 + "lamps\n\n" + "- " * 50_000 + "lamps\n\n" + "[" * 50_000 + "*_" * 50_000)


def deep_rich_text(path: Path, _: str) -> Path:
    return _written(path, r"{\rtf1\ansi " + "{" * 2_000_000 + " lamps")


def huge_binary_in_rich_text(path: Path, _: str) -> Path:
    return _written(path, r"{\rtf1\ansi lamps\par \bin99999999999 \u-99999999999999 \fs999999999999 more}" * 1000)


def deep_opendocument(path: Path, _: str) -> Path:
    depth = 20_000
    text = "<text:list><text:list-item>" * depth + "<text:p>lamps</text:p>" + "</text:list-item></text:list>" * depth
    return write_opendocument(path, text)


def repeated_cells(path: Path, _: str) -> Path:
    """A table cell and spaces that say they are repeated two thousand million times."""
    return write_opendocument(
        path,
        '<table:table><table:table-row table:number-rows-repeated="2000000000"><table:table-cell '
        'table:number-columns-repeated="2000000000"><text:p>lamps<text:s text:c="2000000000"/>quays</text:p>'
        "</table:table-cell></table:table-row></table:table>",
    )


BOMBS: dict[str, Write] = {
    "zip-bomb.docx": zip_bomb,
    "many-members.epub": many_members,
    "laughs.docx": laughs,
    "quadratic.docx": quadratic,
    "reaching-out.docx": reaching_out_word,
    "reaching-out.html": reaching_out_web,
    "reaching-out.pdf": reaching_out_pdf,
    "ten-thousand-pages.pdf": ten_thousand_pages,
    "million-characters.pdf": million_characters,
    "fine-print.pdf": fine_print,
    "scattered-letters.pdf": scattered_letters,
    "one-long-line.pdf": one_long_line,
    "endless-paths.pdf": endless_paths,
    "recursive-form.pdf": recursive_form,
    "exponential-forms.pdf": exponential_forms,
    "looping-pages.pdf": looping_pages,
    "looping-outline.pdf": looping_outline,
    "much.txt": much_text,
    "much-in-one-line.txt": much_text_in_one_line,
    "much.md": much_markdown,
    "much.html": much_web,
    "deep.html": deep_web,
    "deep-lists.html": deep_lists,
    "deep-tables.html": deep_tables,
    "deep.md": deep_markdown,
    "deep.rtf": deep_rich_text,
    "huge-binary.rtf": huge_binary_in_rich_text,
    "deep.odt": deep_opendocument,
    "repeated-cells.odt": repeated_cells,
}


def _with_prologue(path: Path, prologue: str, text: str) -> Path:
    write_word(path, word_paragraph("TEXT"))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    document = members["word/document.xml"].replace("TEXT", text)
    return write_zip(path, {**members, "word/document.xml": prologue + document})


def _typed(lines: Iterator[str] | list[str]) -> bytes:
    """The content of a page with these lines under each other, from the top again where there is no room."""
    shown = (f"1 0 0 1 40 {560 - 12 * (at % 43)} Tm ({line}) Tj" for at, line in enumerate(lines))
    return ("BT /F1 10 Tf " + "\n".join(shown) + " ET").encode()


def _filled(path: Path, portion: str, head: str = "") -> Path:
    content = portion.encode()
    portions = content * (MIB // len(content) + 1)
    with path.open("wb") as file:
        file.write(head.encode())
        while file.tell() < 200 * MIB:
            file.write(portions)
    return path


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path
