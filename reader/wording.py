"""The one way in which sentences for people are said, in English or as a catalogue of translations has them.

A sentence stands in English where it is said, whole and as the first argument, so that `tests/support/sentences.py`
finds all. Nothing is read, and gettext is not imported, before a language is wanted that has a catalogue.
"""

from __future__ import annotations

import logging
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import UserError

if TYPE_CHECKING:
    from gettext import NullTranslations

# The environment variable that names the language of the window and of what it exports.
VARIABLE = "HUSTINGS_LANGUAGE"
ENGLISH = "en-GB"
_log = logging.getLogger(__name__)


class _Wording:
    """Where the catalogues are, and the language that is spoken where none is named; "" for English."""

    catalogues: Path | None = None
    language = ""


def use(catalogues: Path, language: str = "") -> None:
    """Say sentences in this language ("cy") from now on, where its catalogue (`cy.po`) is in this folder."""
    _Wording.catalogues, _Wording.language = catalogues, language
    _catalogue.cache_clear()


def tr(sentence: str, /, *, into: str = "", **values: object) -> str:
    """The sentence in the language of the window, or `into` another ("en", "cy"), with these values in its braces."""
    found = _catalogue(into or _Wording.language)
    said = sentence if found is None else found.gettext(sentence)
    return said.format_map(values) if values else said


def tr_count(one: str, many: str, count: int, /, *, into: str = "", **values: object) -> str:
    """The sentence for this number of things, which is its value `count`; else as `tr`."""
    found = _catalogue(into or _Wording.language)
    said = (one if count == 1 else many) if found is None else found.ngettext(one, many, count)
    return said.format_map({"count": count, **values})


def spoken(into: str = "") -> str:
    """The tag of the language ("cy-GB") in which `tr` says sentences that have been translated."""
    found = _catalogue(into or _Wording.language)
    return ENGLISH if found is None else found.info().get("language", ENGLISH).replace("_", "-")


@cache
def _catalogue(language: str) -> NullTranslations | None:
    """The catalogue of this language; None where there is none, so that sentences stay as they are."""
    if not language or _Wording.catalogues is None:
        return None
    file = next((path for path in _Wording.catalogues.glob("*.po") if path.stem == language), None)
    if file is None:
        return None
    from reader.catalogues import opened

    try:
        return opened(file)
    except UserError as error:  # a translation is an offer: without it the program speaks English
        _log.warning("%s", error)
        return None
