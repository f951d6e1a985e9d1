"""What the front of a Rich Text file says: code pages, fonts, styles, and what the file says of itself."""

from __future__ import annotations

from reader.formats.rtf.characters import code_page, code_page_of_charset, paired
from reader.formats.rtf.state import Place
from reader.formats.rtf.styles import Style, Styles

FACTS = {"title": "title", "author": "author", "subject": "subject", "keywords": "keywords"}
DATES = {"creatim": "creationDate", "revtim": "modDate"}
# Styles of characters, sections and tables, numbered apart from those of paragraphs.
_OTHER_STYLES = frozenset(("cs", "ds", "ts"))


class Header:
    """Fonts, styles and facts of one file, gathered as its tokens come."""

    def __init__(self) -> None:
        self.styles = Styles()
        self.facts: dict[str, str] = {}
        self.default_font: int | None = None
        self._code_page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._style: tuple[int, Style] | None = None
        self._fact = ""
        self._date: dict[str, int] = {}

    def codec(self, font: int | None) -> str:
        """The codec for bytes in this font; `SIGNS` where they are drawings and no letters."""
        used = self.default_font if font is None else font
        return self._code_page if used is None else self._fonts.get(used, self._code_page)

    def take(self, place: Place, name: str, number: int | None) -> None:
        """Take a control word that stands at `place`."""
        if name == "ansicpg" and number is not None:
            self._code_page = code_page(number)
        elif name in ("mac", "pc", "pca"):
            self._code_page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[name]
        elif name == "deff":
            self.default_font = number
        elif place is Place.FONTS:
            self._take_of_font(name, number or 0)
        elif place is Place.STYLES:
            self._take_of_style(name, number or 0)
        elif place is Place.FACT:
            self._date[name] = number or 0

    def begin_style(self) -> None:
        """A group of the style sheet begins; the style without a number is the ordinary one."""
        self._style = (0, Style())

    def name_style(self, text: str) -> None:
        """Take characters of a style's name; a semicolon ends it."""
        if self._style is None:
            return
        number, style = self._style
        name, end, _ = text.partition(";")
        style.name += name
        if end:
            self.styles.styles[number] = style
            self._style = None

    def begin_fact(self) -> None:
        self._fact, self._date = "", {}

    def add_to_fact(self, text: str) -> None:
        self._fact += text

    def end_fact(self, name: str) -> None:
        """What was collected since `begin_fact` is what the file says under this control word."""
        if name in FACTS:
            self.facts[FACTS[name]] = paired(self._fact)
        elif self._date.get("yr"):
            year, month, day = (self._date.get(part, 1) for part in ("yr", "mo", "dy"))
            self.facts[DATES[name]] = f"{year:04d}-{month:02d}-{day:02d}"

    def _take_of_font(self, name: str, number: int) -> None:
        if name == "f":
            self._font = number
        elif name == "fcharset":
            own = code_page_of_charset(number)
            if own:
                self._fonts[self._font] = own
        elif name == "cpg":
            self._fonts[self._font] = code_page(number)

    def _take_of_style(self, name: str, number: int) -> None:
        if self._style is None:
            return
        if name in _OTHER_STYLES:
            self._style = None
        elif name == "s":
            self._style = (number, self._style[1])
        elif name == "sbasedon":
            self._style[1].based_on = number
        elif name == "outlinelevel":
            self._style[1].outline = number
