"""Which names of a list are left in real manifestos once hidden; run as a file, it prints them for three folders."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.hiding.hiding import Hiding
from index.hiding.speakers import Speaker
from reader.facts import facts
from reader.formats.registry import read
from reader.guess import guess_fields

HERE = Path(__file__).resolve().parent / "hiding_lists"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
FOLDERS = ("uk-2017", "uk-2010", "london-2024")


@dataclass(frozen=True, slots=True)
class Measured:
    """`left` are (name, the words around it) of what stands in the hidden texts; `texts` are passages and headings."""

    texts: int
    words: int
    replaced: int
    left: tuple[tuple[str, str], ...]


def listed(name: str) -> list[str]:
    """The lines of a list beside this file, without those that say what it is."""
    return [line for line in (HERE / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def measure(files: Iterable[Path], names: Iterable[str]) -> Measured:
    """Hides every passage, heading and title of the files, as columns of one comparison, and looks for the names."""
    manifestos = [(path, read(path)) for path in files]
    fields = [guess_fields(path, manifesto, facts()) for path, manifesto in manifestos]
    hiding = Hiding(
        facts(), [Speaker(*(one.get(key, "") for key in ("party", "candidate", "year"))) for one in fields], seed=1
    )
    texts = [text for _, one in manifestos for text in (one.title, *(block.text for block in one.blocks))]
    hidden = [hiding.hide(text) for text in texts]
    shown = "\n".join(one.text for one in hidden).replace("’", "'")
    return Measured(
        len(texts),
        sum(len(text.split()) for text in texts),
        sum(one.words for one in hidden),
        tuple(left for name in names for left in _left(shown, name.replace("’", "'"))),
    )


def _left(text: str, name: str) -> Iterator[tuple[str, str]]:
    """Where a name stands as a word, written as it is listed; handles and hashtags in any case."""
    tag = name[0] in "@#"
    if tag or name in text:
        for found in re.finditer(rf"(?i:{re.escape(name)})(?!\w)" if tag else rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield found[0], text[max(0, found.start() - 40) : found.end() + 40].replace("\n", " ")


if __name__ == "__main__":
    for folder in FOLDERS:
        found = measure(sorted((CORPUS / folder).iterdir()), listed("names.txt"))
        rate = 1000 * found.replaced / found.words
        sys.stdout.write(f"{folder}: {found.texts} texts, {found.replaced} words replaced, {rate:.1f} per 1,000\n")
        sys.stdout.writelines(f"    {name}: {around}\n" for name, around in found.left)
