"""What is closest to a passage, and what shares its wording, as lines of a list of passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.closest import Close
from index.marking import merged
from index.reuse import Reuse
from index.topics.languages import UNKNOWN, code_of
from reader.language import language_name
from reader.library.records import Document
from reader.model import Block
from ui.compare.panels.differences import differences
from ui.passages.line import PassageLine, Target
from ui.shared.citing import pages_named

ASKED = "asked"
_WORD_FOR_WORD = "Word for word."


def asked_line(document: Document, block: Block, close: Mapping[str, Close], chosen: str) -> PassageLine:
    """The passage asked about, with the words that it shares with the line `chosen`, or with any."""
    of_chosen = [one for name, one in close.items() if _close_id(name) == chosen]
    shared = {span for one in of_chosen or close.values() for span in one.shared_there}
    return PassageLine(
        ASKED,
        document.name,
        _listed("The chosen passage", place_of(block)),
        block.text,
        tinted=tuple(merged(shared)),
        colour=document.colour,
        target=_whole(document.id, block),
    )


def other_lines(
    asked: Document,
    others: Sequence[Document],
    close: Mapping[str, Close],
    reuse: Sequence[Reuse],
    *,
    searching: bool = False,
) -> tuple[PassageLine, ...]:
    """For each of the others what shares the wording of `asked`, else what is closest, else that nothing is.

    Passages are compared by their words: of a manifesto in another language that is said, and no more.

    While `searching` nothing is said to be missing.
    """
    lines: list[PassageLine] = []
    for document in others:
        shared = [one for one in reuse if one.right_document == document.id]
        if shared:
            lines += [_reuse_line(document, one) for one in shared]
        elif document.id in close:
            lines.append(_close_line(document, close[document.id]))
        elif not searching:
            lines.append(PassageLine(f"nothing {document.id}", _nothing(asked, document)))
    return tuple(lines)


def pair_lines(pairs: Sequence[Reuse], documents: Mapping[str, Document]) -> tuple[PassageLine, ...]:
    """Each pair of passages with the same wording, as one text with its differences."""
    return tuple(_pair_line(one, documents[one.left_document], documents[one.right_document]) for one in pairs)


def place_of(block: Block) -> str:
    """Where a passage begins: "p. 12", else the heading above it; "" for neither."""
    label = block.label or (str(block.page) if block.page is not None else "")
    return pages_named([label]) if label else (block.section[-1] if block.section else "")


def _nothing(asked: Document, other: Document) -> str:
    language = code_of(other.language)
    if UNKNOWN in (language, code_of(asked.language)) or language == code_of(asked.language):
        return f"Nothing close in {_named(other)}."
    return f"{_named(other)} is in {language_name(language)}: passages are compared by their words."


def _close_id(document: str) -> str:
    return f"close {document}"


def _close_line(document: Document, close: Close) -> PassageLine:
    return PassageLine(
        _close_id(document.id),
        document.name,
        _listed(document.year, place_of(close.block)),
        close.block.text,
        tinted=close.shared,
        colour=document.colour,
        target=_whole(document.id, close.block),
    )


def _reuse_line(document: Document, reuse: Reuse) -> PassageLine:
    found = differences(reuse)
    how = _WORD_FOR_WORD if found.none else "Struck through: only here. Underlined: only there."
    return PassageLine(
        f"reuse {reuse.right.id}",
        f"Also in {_named(document)}",
        _listed(place_of(reuse.right), how),
        found.text,
        struck=found.left,
        underlined=found.right,
        colour=document.colour,
        said="" if found.none else found.said("only here", "only there"),
        target=_whole(document.id, reuse.right),
    )


def _pair_line(reuse: Reuse, left: Document, right: Document) -> PassageLine:
    found = differences(reuse)
    only = f"Struck through: only in {_named(left)}. Underlined: only in {_named(right)}."
    return PassageLine(
        f"pair {reuse.left.id} {reuse.right.id}",
        f"{_with(left, reuse.left)} — {_with(right, reuse.right)}",
        _WORD_FOR_WORD if found.none else only,
        found.text,
        struck=found.left,
        underlined=found.right,
        said="" if found.none else found.said(f"only in {_named(left)}", f"only in {_named(right)}"),
        target=_whole(left.id, reuse.left),
        other=_whole(right.id, reuse.right),
    )


def _whole(document: str, block: Block) -> Target:
    return Target(document, block.id, 0, len(block.text))


def _named(document: Document) -> str:
    return " ".join(part for part in (document.name, document.year) if part)


def _with(document: Document, block: Block) -> str:
    return ", ".join(part for part in (_named(document), place_of(block)) if part)


def _listed(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
