"""The codes as the tree shows them: how each looks, how many passages it has, and which fit what is typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.fuzzy import plain
from reader.library.codes import Code, Codebook
from reader.wording import tr, tr_count
from ui.theme.code_marks import LineLook, look_in


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One code: `own` are its passages, `all` those with the codes under it. `parent` is "" at the top."""

    id: str
    parent: str
    name: str
    look: LineLook
    own: int
    all: int
    key: str = ""
    codable: bool = True
    definition: str = ""
    parents: bool = False  # whether codes stand under it

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        count = passages(self.all)
        if self.parents and self.own != self.all:
            count = tr("{count} with those under it, {own} its own", count=count, own=self.own)
        key = tr("key {key}", key=self.key) if self.key else ""
        groups = "" if self.codable else tr("only groups others")
        return ", ".join(filter(None, (self.name, count, key, groups, self.definition)))


def passages(count: int) -> str:
    """ "14 passages"."""
    return tr_count("{count:,} passage", "{count:,} passages", count)


def lines_of(book: Codebook, own: Mapping[str, int], typed: str = "") -> tuple[CodeLine, ...]:
    """The codes that fit what is typed, with those above them, as the tree is read."""
    kept = _kept(book, typed)
    return tuple(
        CodeLine(
            code.id,
            book.parent(code.id),
            code.name,
            look_in(book, code),
            own.get(code.id, 0),
            sum(own.get(one, 0) for one in (code.id, *book.below(code.id))),
            code.key,
            code.codable,
            code.definition,
            bool(book.children(code.id)),
        )
        for code in book.codes
        if kept is None or code.id in kept
    )


def _kept(book: Codebook, typed: str) -> set[str] | None:
    words = plain(typed).split()
    if not words:
        return None
    fitting = [code.id for code in book.codes if _fits(book, code, words)]
    return {one for code in fitting for one in (code, *book.above(code))}


def _fits(book: Codebook, code: Code, words: Sequence[str]) -> bool:
    said = plain(" ".join((*book.path(code.id), code.key, code.definition)))
    return all(word in said for word in words)
