"""Options that would do nothing beside the others are refused, with what they belong to."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from reader.errors import UserError

# Options that are there or not; of all others None says that they were not given.
_FLAGS = frozenset(
    (
        *("answers", "check", "hidden", "in_sentence", "json", "large", "password_stdin", "sensitive", "stems"),
        *("stop_words", "supported", "without_answers"),
    )
)


class WithoutEffect(UserError):
    """An option was given that would change nothing."""


def refuse(options: argparse.Namespace, names: Iterable[str], advice: str) -> None:
    """Raises WithoutEffect where one of these was given; `advice` is a sentence that says what they belong to.

    A flag that was not given is False, anything else None.
    """
    for name in names:
        given = getattr(options, name, None)
        if given if name in _FLAGS else given is not None:
            raise WithoutEffect(f"“--{name.replace('_', '-')}” would do nothing here.", advice)
