"""The citation styles: those that ship with the program, and a person's own `.csl` file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from index.citations.places import Place, Quotation
from reader.errors import NotFound, UserError
from reader.library.records import Document

if TYPE_CHECKING:
    from lxml import etree

# A style larger than this is no style; the largest of the CSL project has 250 KB.
_LARGEST = 2_000_000
_CSL = "http://purl.org/net/xbiblio/csl"
USUAL = "harvard"
# What citeproc-py raises where a style is not as it should be.
FAULTS = (ValueError, LookupError, AttributeError, TypeError, NotImplementedError, RecursionError)


class NotAStyle(UserError):
    """A file is no citation style that can be used."""


# What the styles cite where people choose one.
EXAMPLE = Quotation(Document("example", "Plain dealing", party="Harbour Party", year="2023"), Place("4"))


@dataclass(frozen=True, slots=True)
class Style:
    """A style that can be chosen. `locale` sets quotation marks and dates where the style leaves them open.

    `example` is how it cites EXAMPLE.
    """

    id: str
    name: str
    file: str
    example: str
    locale: str = "en-GB"


STYLES = (
    Style("harvard", "Harvard (Cite Them Right)", "harvard-cite-them-right.csl", "(Harbour Party, 2023, p. 4)"),
    Style("apa", "APA", "apa.csl", "(Harbour Party, 2023, p. 4)", "en-US"),
    Style("mhra", "MHRA notes", "mhra-notes.csl", "Harbour Party, Plain Dealing (2023), p. 4."),
    Style(
        "chicago-notes",
        "Chicago notes",
        "chicago-notes-bibliography.csl",
        "Harbour Party, Plain Dealing (2023), 4.",
        "en-US",
    ),
    Style("chicago", "Chicago author and date", "chicago-author-date.csl", "(Harbour Party 2023, 4)", "en-US"),
    Style("mla", "MLA", "modern-language-association.csl", "(Harbour Party, Plain Dealing 4)", "en-US"),
    Style("oscola", "OSCOLA", "oscola.csl", "Harbour Party, Plain Dealing (2023) 4."),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A style ready for use, with its file's name. `notes` says that it cites in notes and not in the text."""

    csl: Any
    name: str
    notes: bool


def opened(chosen: str, folder: Path) -> Opened:
    """The style with this id, from the folder of those that ship; or the person's own, whose path is given instead.

    Raises NotFound and NotAStyle.
    """
    shipped = next((style for style in STYLES if style.id == chosen), None)
    path, locale = (folder / shipped.file, shipped.locale) if shipped else (Path(chosen), None)
    root = _parsed(path)
    if root.tag != f"{{{_CSL}}}style" or root.find(f"{{{_CSL}}}citation") is None:
        link = root.find(f"{{{_CSL}}}info/{{{_CSL}}}link[@rel='independent-parent']")
        if link is not None:
            raise NotAStyle(
                f"“{path.name}” only points to another style.",
                f"Choose the style that it points to: {link.get('href')}",
            )
        raise NotAStyle(f"“{path.name}” is no citation style (CSL).", "Choose a file that ends in .csl.")
    _keep_first_names(root)
    from citeproc import CitationStylesStyle  # slow to import, and a start needs none
    from lxml import etree

    try:
        made = CitationStylesStyle(io.BytesIO(etree.tostring(root)), locale=locale, validate=False)
    except (*FAULTS, etree.LxmlError) as error:
        raise unusable(path.name, error) from error
    return Opened(made, path.name, root.get("class") == "note")


def unusable(name: str, error: Exception) -> NotAStyle:
    """What to raise where citeproc-py fails on the style with this file name."""
    return NotAStyle(f"“{name}” cannot be used as a citation style ({error!r}).", "Choose another citation style.")


def _keep_first_names(root: etree._Element) -> None:
    """Say at each name whether it is shortened: citeproc-py overlooks `initialize="false"`."""
    shortened = root.attrib.pop("initialize-with", None)
    for name in root.iter(f"{{{_CSL}}}name"):
        if name.get("initialize") == "false":
            name.attrib.pop("initialize-with", None)
        elif shortened is not None and "initialize-with" not in name.attrib:
            name.set("initialize-with", shortened)


def _parsed(path: Path) -> etree._Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            raise NotFound(f"There is no citation style at “{path}”.", "Choose the style again.")
        return etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise NotFound(f"“{path}” cannot be read ({error.strerror}).", "Choose another citation style.") from error
    except etree.XMLSyntaxError as error:
        raise NotAStyle(
            f"“{path.name}” is no citation style ({error.msg}).", "Choose a file that ends in .csl."
        ) from error
