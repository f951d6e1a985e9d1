"""Reads the tokens of a Rich Text file one after the other and gathers its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from reader.formats.rtf.body import Body
from reader.formats.rtf.characters import SIGNS, SYMBOLS, WORDS
from reader.formats.rtf.header import DATES, FACTS, Header
from reader.formats.rtf.merged_cells import SHAPING, RowShape
from reader.formats.rtf.settings import SETTINGS
from reader.formats.rtf.state import Field, Place, State
from reader.formats.rtf.tokens import Sign, Token, tokens
from reader.model import Kind
from reader.parts import Part, Run, is_footnote
from reader.references import referring

_DEEPEST = 2_000
_UNITS = 1 << 16
# Groups that hold no text of the document, or what is in it a second time.
_SKIPPED = frozenset((
    "colortbl", "filetbl", "listtable", "listoverridetable", "template", "private", "pict", "nonshppict", "shprslt",
    "sp", "nonesttables", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
    "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "annotation", "xe", "tc", "tcn",
))  # fmt: skip
# Groups marked as unimportant to programs that do not know them: those that hold text.
_KNOWN = frozenset((
    "fldinst", "shpinst", "shptxt", "do", "nesttableprops", "ud", "listtext", "pntext", "footnote", "moMath",
    "moMathPara",
))  # fmt: skip
_IN_HEADER = frozenset((Place.FONTS, Place.STYLES, Place.FACT))


@dataclass(slots=True)
class _Note:
    """A note that is open: the sign that its writer chose for it, "" where it has a number, and its kind."""

    sign: str
    kind: str = "footnote"


class TooDeep(Exception):
    """Groups stand within each other deeper than any writer puts them."""


class Stream:
    """One file as it is read: afterwards its `parts`, its `header`, and whether it came to its end."""

    def __init__(self, content: bytes) -> None:
        """Raises TooDeep."""
        self.header = Header()
        self._bodies = [Body(self.header.styles)]
        self._state = State()
        self._outer: list[State] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._starred = False
        self._marker = ""
        # As defined last: the row of the table, and the row of one within it.
        self._shapes = {False: RowShape(), True: RowShape()}
        self._open_notes: list[_Note] = []
        # Whether the number of a note stands before it.
        self._is_numbered = False
        self._noted: Counter[str] = Counter()
        self._actions: dict[str, Callable[[int | None], None]] = {**self._groups(), **self._ends()}
        self._read(content)
        self.complete = not self._outer
        while self._outer:
            self._close()
        self.parts = self._bodies[0].finish(self._state.setting)

    def _read(self, content: bytes) -> None:
        skipped = 0
        for token in tokens(content):
            if skipped:
                # Skipped groups may hold megabytes of pictures.
                skipped += (token.sign is Sign.OPEN) - (token.sign is Sign.CLOSE)
                if not skipped:
                    self._close()
            elif token.sign is Sign.OPEN:
                self._open()
            elif token.sign is Sign.CLOSE:
                self._close()
                if not self._outer:
                    return
            else:
                self._take(token)
                skipped = int(self._state.place is Place.SKIPPED)

    def _open(self) -> None:
        self._flush()
        if len(self._outer) >= _DEEPEST:
            raise TooDeep
        self._outer.append(self._state)
        self._state = self._state.inside()
        self._to_skip, self._starred = 0, False
        if self._state.place is Place.STYLES and self._outer[-2].place is not Place.STYLES:
            self.header.begin_style()

    def _close(self) -> None:
        self._flush()
        self._to_skip, self._starred = 0, False
        if self._state.closing:
            self._state.closing()
        if self._outer:
            self._state = self._outer.pop()

    def _take(self, token: Token) -> None:
        if token.sign is Sign.BYTES:
            skipped = min(self._to_skip, len(token.content))
            self._to_skip -= skipped
            self._bytes += token.content[skipped:]
            return
        self._flush()
        if self._to_skip:
            self._to_skip -= 1
        elif token.sign is Sign.SYMBOL:
            self._take_symbol(token.name)
        elif self._starred and token.name not in _KNOWN:
            self._state.place = Place.SKIPPED
        else:
            self._starred = False
            self._take_word(token.name, token.number)

    def _take_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._starred = True
        elif symbol in "\r\n":
            self._end_paragraph(None)
        else:
            self._put(SYMBOLS.get(symbol, ""))

    def _take_word(self, name: str, number: int | None) -> None:
        if self._state.place in _IN_HEADER and name != "u":
            self.header.take(self._state.place, name, number)
        elif name in SETTINGS:
            SETTINGS[name](self._state, number)
        elif name in SHAPING:
            self._shapes[self._state.is_nested_row].take(name, number)
        elif name in self._actions:
            self._actions[name](number)
        elif name in WORDS:
            self._put(WORDS[name])
        elif name in _SKIPPED:
            self._state.place = Place.SKIPPED
        elif (name in FACTS or name in DATES) and self._state.place is Place.INFO:
            self.header.begin_fact()
            self._state.place = Place.FACT
            self._state.closing = lambda: self.header.end_fact(name)
        else:
            self.header.take(self._state.place, name, number)

    def _groups(self) -> dict[str, Callable[[int | None], None]]:
        """What to do at the words that say what a group is."""
        return {
            "fonttbl": self._going_to(Place.FONTS),
            "stylesheet": self._going_to(Place.STYLES),
            "info": self._going_to(Place.INFO),
            "fldinst": self._going_to(Place.INSTRUCTION),
            "shpinst": self._going_to(Place.QUIET),
            "do": self._going_to(Place.QUIET),
            "object": self._going_to(Place.QUIET),
            "result": self._going_to(Place.TEXT),
            "upr": self._going_to(Place.QUIET, only_from=Place.TEXT),
            "ud": self._going_to(Place.TEXT, only_from=Place.QUIET),
            "field": self._begin_field,
            "fldrslt": self._begin_result,
            "listtext": self._begin_marker,
            "pntext": self._begin_marker,
            "footnote": self._begin_note,
            "ftnalt": self._make_endnote,
            "shptxt": self._begin_box,
            "dptxbxtext": self._begin_box,
        }

    def _ends(self) -> dict[str, Callable[[int | None], None]]:
        """What to do at the words that end something, and at characters written as numbers."""
        return {
            "par": self._end_paragraph,
            "sect": self._end_paragraph,
            "cell": lambda _: self._end_cell(1),
            "nestcell": lambda _: self._end_cell(2),
            "row": lambda _: self._end_row(1),
            "nestrow": lambda _: self._end_row(2),
            "trowd": self._begin_row,
            "plain": lambda _: self._state.reset_characters(self.header.default_font),
            "u": self._put_unit,
            "chftn": self._number_note,
        }

    def _going_to(self, place: Place, only_from: Place | None = None) -> Callable[[int | None], None]:
        def go(_: int | None) -> None:
            if only_from is None or self._state.place is only_from:
                self._state.place = place

        return go

    def _begin_field(self, _: int | None) -> None:
        self._state.field = Field()

    def _begin_result(self, _: int | None) -> None:
        self._state.in_contents = self._state.in_contents or self._state.field.is_contents

    def _begin_marker(self, _: int | None) -> None:
        self._marker = ""
        self._state.place = Place.MARKER
        self._state.closing = lambda: self._bodies[-1].mark(self._marker)

    def _begin_note(self, _: int | None) -> None:
        if self._state.deleted or self._state.hidden:
            self._state.place = Place.SKIPPED
            return
        sign = "" if self._is_numbered else self._bodies[-1].take_sign()
        self._is_numbered = False
        self._open_notes.append(_Note(sign))
        self._begin_body(self._numbered)

    def _number_note(self, _: int | None) -> None:
        self._is_numbered = self._state.place is Place.TEXT

    def _make_endnote(self, _: int | None) -> None:
        if self._open_notes:
            self._open_notes[-1].kind = "endnote"

    def _numbered(self, parts: list[Part]) -> list[Part]:
        """The note that closes, as a paragraph with its sign or its number among those of its kind."""
        note = self._open_notes.pop()
        self._noted[note.kind] += not note.sign
        self._is_numbered = False
        label = note.sign or str(self._noted[note.kind])
        self._bodies[-1].add(Run(referring(label)))
        return [Part(Kind.PARAGRAPH, _words(parts), marker=label)]

    def _begin_box(self, _: int | None) -> None:
        self._begin_body(list)

    def _begin_body(self, given: Callable[[list[Part]], list[Part]]) -> None:
        """A stream of text of its own begins; its parts as `given` follow the paragraph that it stands in."""
        body = Body(self.header.styles)
        self._bodies.append(body)
        self._state.place = Place.TEXT
        self._state.reset_paragraph()
        self._state.reset_characters(self.header.default_font)

        def leave() -> None:
            self._bodies.remove(body)
            self._bodies[-1].follow(given(body.finish(self._state.setting)))

        self._state.closing = leave

    def _end_paragraph(self, _: int | None) -> None:
        if self._state.place is Place.TEXT:
            self._bodies[-1].end_paragraph(self._state.setting, self._state.table_depth)

    def _end_cell(self, least: int) -> None:
        if self._state.place is Place.TEXT:
            depth = 1 if least == 1 else max(least, self._state.table_level)
            self._bodies[-1].end_cell(self._state.setting, depth)

    def _begin_row(self, _: int | None) -> None:
        self._shapes[self._state.is_nested_row] = RowShape()

    def _end_row(self, least: int) -> None:
        if self._state.place is Place.TEXT:
            depth = 1 if least == 1 else max(least, self._state.table_level)
            # What is defined once holds for the rows that follow.
            self._bodies[-1].end_row(depth, self._shapes[least > 1].copy())

    def _put_unit(self, number: int | None) -> None:
        unit = (number or 0) % _UNITS
        self._to_skip = self._state.stand_ins
        # A letter's place in a font of drawings is written as a private one.
        self._put(chr(unit) if self.header.codec(self._state.font) != SIGNS else self._sign())

    def _flush(self) -> None:
        if not self._bytes:
            return
        codec = self.header.codec(self._state.font)
        content, self._bytes = bytes(self._bytes), bytearray()
        self._put(self._sign() if codec == SIGNS else content.decode(codec, "replace"))

    def _sign(self) -> str:
        """A drawing is a bullet where it begins something, otherwise nothing that can be read."""
        begins = self._state.place is Place.MARKER or self._bodies[-1].begins_paragraph
        return "•" if begins else ""

    def _put(self, text: str) -> None:
        state = self._state
        if state.place is Place.TEXT:
            if not (state.hidden or state.deleted):
                self._bodies[-1].add(Run(text, state.bold, state.size, state.raised))
        elif state.place is Place.MARKER:
            self._marker += text
        elif state.place is Place.INSTRUCTION:
            state.field.instruction += text
        elif state.place is Place.STYLES:
            self.header.name_style(text)
        elif state.place is Place.FACT:
            self.header.add_to_fact(text)


def _words(parts: list[Part]) -> str:
    return " ".join(part.text for part in parts if not is_footnote(part))
