"""Writes Word and OpenDocument files part by part, for what no library writes: notes, tracked changes, text boxes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.formats.registry import read
from reader.model import Block, Kind

_WORD_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_OPEN_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
    )
)
_OPEN_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_OPEN_TYPE = "application/vnd.oasis.opendocument.text"


def write_zip(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """A ZIP file of these members, in this order."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content, zipfile.ZIP_STORED if name == "mimetype" else None)
    return path


def write_word(path: Path, body: str, **parts: str) -> Path:
    """A Word document with this XML in its body; `parts` are the insides of styles, numbering, footnotes ..."""
    links = "".join(f'<Relationship Id="r{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts)
    return write_zip(
        path,
        {
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_WORD_NAMES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
            **{f"word/{name}.xml": f"<w:{name} {_WORD_NAMES}>{inside}</w:{name}>" for name, inside in parts.items()},
        },
    )


def word_paragraph(text: str, style: str = "", properties: str = "") -> str:
    """The XML of a paragraph with one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def write_opendocument(path: Path, text: str, automatic: str = "", styles: str = "", meta: str = "") -> Path:
    """An OpenDocument text with this XML as its text, its automatic styles, its named styles, its metadata."""
    entries = "".join(
        f'<m:file-entry m:full-path="{name}" m:media-type="{kind}"/>'
        for name, kind in (("/", _OPEN_TYPE), *((f"{part}.xml", "text/xml") for part in ("content", "styles", "meta")))
    )
    return write_zip(
        path,
        {
            "mimetype": _OPEN_TYPE,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_OPEN_MANIFEST}">{entries}</m:manifest>',
            "content.xml": f"<office:document-content {_OPEN_NAMES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{text}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_OPEN_NAMES}><office:styles>{styles}</office:styles>"
            "</office:document-styles>",
            "meta.xml": f'<office:document-meta {_OPEN_NAMES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
            f"{meta}</office:meta></office:document-meta>",
        },
    )


def blocks_in(path: Path) -> tuple[Block, ...]:
    """The blocks that the program reads from the file."""
    return read(path).blocks


def texts(blocks: Iterable[Block]) -> list[str]:
    return [block.text for block in blocks]


def outline(blocks: Iterable[Block]) -> list[tuple[Kind, int | None, str]]:
    """Kind, level and text of each block."""
    return [(block.kind, block.level, block.text) for block in blocks]
