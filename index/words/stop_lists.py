"""The words that lists leave out, by language: the program's own, or a list of the user's that takes its place.

A user's list is a text file of the settings folder, "stop-words-en.txt": one word a line, what follows "#" a note.
"""

from __future__ import annotations

from pathlib import Path

from index.folding import fold
from index.small_words import small_words
from reader.errors import UserError
from reader.small_files import read_small


class StopListInvalid(UserError):
    """The user's list of stop words cannot be read."""


def own_file(settings: Path, language: str) -> Path:
    """Where the user's list for this language is kept, whether there is one or not."""
    return settings / f"stop-words-{language}.txt"


def shipped(language: str) -> tuple[str, ...]:
    """The program's own list, sorted; none for a language that nobody has listed."""
    return tuple(sorted(small_words(language)))


def stop_words(settings: Path, language: str) -> tuple[str, ...]:
    """The words that are left out in this language: the user's list where there is one. Raises StopListInvalid."""
    own = own_words(settings, language)
    return shipped(language) if own is None else own


def own_words(settings: Path, language: str) -> tuple[str, ...] | None:
    """The user's list as written, each word once; None where there is none. Raises StopListInvalid."""
    file = own_file(settings, language)
    try:
        return listed(read_small(file, f"{file.name} in the settings folder", StopListInvalid))
    except FileNotFoundError:
        return None


def listed(text: str) -> tuple[str, ...]:
    """The words of a list as people type it: parted by spaces, commas or lines, with notes after "#"."""
    lines = (line.partition("#")[0].replace(",", " ") for line in text.splitlines())
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


def as_file(words: tuple[str, ...]) -> str:
    """The text of the file that keeps these words."""
    return "".join(f"{word}\n" for word in words)


def folded(words: tuple[str, ...]) -> frozenset[str]:
    """The words as lists compare them: without case and accents."""
    return frozenset(map(fold, words))
