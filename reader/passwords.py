"""The passwords that people have given for protected files: kept in memory alone, tried on a file, never written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Passwords:
    """Passwords for all protected files, and those for one file each, by its path.

    No password is part of the repr, so that none comes into a log with it.
    """

    shared: tuple[str, ...] = field(default=(), repr=False)
    own: Mapping[str, str] = field(default_factory=dict, repr=False)

    def for_file(self, path: Path) -> tuple[str, ...]:
        """What to try on this file, its own first."""
        own = self.own.get(str(path))
        return _once((*(() if own is None else (own,)), *self.shared))

    def known(self) -> tuple[str, ...]:
        """Every password, for a file that may be any of those that were opened."""
        return _once((*self.shared, *self.own.values()))

    def with_shared(self, password: str) -> Passwords:
        """These, and one more for all files; it is tried first."""
        return replace(self, shared=_once((password, *self.shared)))

    def with_own(self, path: Path, password: str) -> Passwords:
        """These, and one for this file, which takes the place of the one before."""
        return replace(self, own={**self.own, str(path): password})


def unlock(document: Any, passwords: Sequence[str]) -> bool:
    """Whether a PyMuPDF document can be read now: it needs no password, an empty one, or one of these."""
    return not document.needs_pass or any(_fits(document, password) for password in ("", *passwords))


def _fits(document: Any, password: str) -> bool:
    try:
        password.encode()
    except UnicodeEncodeError:  # half a character, which no file was ever protected with, and PyMuPDF stumbles over
        return False
    return bool(document.authenticate(password))


def _once(passwords: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(passwords))
