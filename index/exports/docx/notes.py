"""Footnotes of a Word document, which python-docx cannot write: a part of their own, and references to it."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from index.exports.docx.elements import element

_EMPTY = """<w:footnotes>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
</w:footnotes>"""
_NOTE = """<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>
<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>
<w:r><w:t xml:space="preserve"> </w:t></w:r></w:p></w:footnote>"""
_REFERENCE = """<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>
<w:footnoteReference w:id="{number}"/></w:r>"""
_SETTINGS = """<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"""
# What Word's schema has before `footnotePr` in the settings; it must stand right after those.
_AFTER = ("compat", "docVars", "rsids", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator")


class Footnotes:
    """The footnotes of one document, numbered from 1; the part is made with the first."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._part: XmlPart | None = None
        self._count = 0

    def add(self, paragraph: Paragraph, write: Callable[[Paragraph], None]) -> None:
        """A reference at the end of the paragraph, and the note, which `write` fills."""
        if self._part is None:
            self._part = self._made()
        self._count += 1
        note = element(_NOTE.format(number=self._count))
        self._part.element.append(note)
        paragraph._p.append(element(_REFERENCE.format(number=self._count)))
        write(Paragraph(note.find(qn("w:p")), self._document._body))

    def _made(self) -> XmlPart:
        package = self._document.part.package
        name = PackURI("/word/footnotes.xml")
        part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, element(_EMPTY), package)
        self._document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = self._document.settings.element
        later = next((child for child in settings if child.tag in {qn(f"w:{name}") for name in _AFTER}), None)
        if later is None:
            settings.append(element(_SETTINGS))
        else:
            later.addprevious(element(_SETTINGS))
        return part
