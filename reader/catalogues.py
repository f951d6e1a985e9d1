"""Catalogues of translations: text files (`.po`), as translators' programs write them, made ready for gettext."""

from __future__ import annotations

import io
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import polib

from reader.errors import Damaged, NotFound


def opened(path: Path) -> GNUTranslations:
    """The catalogue in this file, without what is fuzzy or not translated.

    Raises NotFound, and Damaged for one that cannot be read or where a translation has a value in braces that its
    sentence has not.
    """
    known = entries(path)
    if "charset=utf-8" not in known.metadata.get("Content-Type", "").lower():
        raise Damaged(f"“{path}” does not begin with a head that says “charset=UTF-8”.", "Write the head first.")
    for entry in known.translated_entries():
        values = _values(entry.msgid) | _values(entry.msgid_plural or "{count}")
        if not all(_values(text) <= values for text in (entry.msgstr, *entry.msgstr_plural.values())):
            what = f"“{entry.msgid}” has a value in braces in its translation that it has not itself"
            raise Damaged(f"“{path}” cannot be used: {what}.", "Mend it with an editor of catalogues.")
    try:
        return GNUTranslations(io.BytesIO(known.to_binary()))
    except ValueError as error:
        raise Damaged(
            f"The plural forms in the head of “{path}” cannot be read ({error}).", "Mend the head."
        ) from error


def entries(path: Path) -> polib.POFile:
    """All entries of the file. Raises as `opened`."""
    try:
        return polib.pofile(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        # polib's own errors of form are OSErrors without a number.
        if isinstance(error, OSError) and error.errno is not None:
            raise NotFound(f"“{path}” cannot be read ({error.strerror}).", "Choose another catalogue.") from error
        raise Damaged(
            f"“{path}” is no catalogue in UTF-8 ({error}).", "Mend it with an editor of catalogues."
        ) from error


def _values(text: str) -> set[tuple[str, str | None, str | None]]:
    """What stands in braces: each value with how it is written. Braces that are not closed are none of any sentence."""
    try:
        return {(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None}
    except ValueError:
        return {(text, None, None)}
