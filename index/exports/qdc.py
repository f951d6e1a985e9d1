"""The codebook as a REFI-QDA file (`.qdc`), which NVivo, ATLAS.ti, MAXQDA and QualCoder read.

What the format has no field for stands in the description, each as a paragraph with its name: "Include: ...".
"""

from __future__ import annotations

from lxml import etree

from index.annotations.qdc_text import description, guid
from index.exports.xml_text import clean
from reader.errors import EmptyFile
from reader.library.codes import Codebook
from reader.wording import tr

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def qdc(book: Codebook, program: str) -> bytes:
    """The file; `program` is who wrote it. Raises EmptyFile where there is no code, which the format does not allow."""
    if not len(book):
        raise EmptyFile(tr("There is no code yet."), tr("Make one and export the codebook then."))
    root = etree.Element(_named("CodeBook"), {"origin": clean(program)}, nsmap={None: NAMESPACE})
    top = etree.SubElement(root, _named("Codes"))
    made = {"": top}
    for code in book.codes:
        written = {"guid": guid(code.id), "name": clean(code.name), "isCodable": "true" if code.codable else "false"}
        if code.colour:
            written["color"] = code.colour
        made[code.id] = etree.SubElement(made[book.parent(code.id)], _named("Code"), written)
        if said := description(code):
            etree.SubElement(made[code.id], _named("Description")).text = clean(said)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _named(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
