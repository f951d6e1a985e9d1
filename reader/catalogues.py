"""Catalogues of translations: text files (`.po`), as translators' programs write them, made ready for gettext."""

from __future__ import annotations

import ast
import io
import re
import struct
from collections.abc import Iterator, Mapping
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

from reader.errors import Damaged, NotFound

Entry = dict[str, str]  # what stands after each keyword: msgid, msgid_plural, msgstr, msgstr[0], ...
_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\])[ \t]+)?("(?:[^"\\]|\\.)*")')
_MAGIC, _HEAD = 0x950412DE, 28


def opened(path: Path) -> GNUTranslations:
    """The catalogue in this file. Raises NotFound, and Damaged for one that cannot be read."""
    messages = dict(map(_message, entries(path)))
    if "charset=utf-8" not in messages.get("", "").lower():
        raise Damaged(f"“{path}” does not begin with a head that says “charset=UTF-8”.", "Write the head first.")
    try:
        return GNUTranslations(io.BytesIO(_packed(messages)))
    except ValueError as error:
        raise Damaged(
            f"The plural forms in the head of “{path}” cannot be read ({error}).", "Mend the head."
        ) from error


def entries(path: Path) -> Iterator[Entry]:
    """The entries that are translated and not marked as fuzzy, the head (msgid "") first. Raises as `opened`.

    Damaged is also raised for a translation with a value in braces that its sentence has not.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise NotFound(f"“{path}” cannot be read ({error.strerror}).", "Choose another catalogue.") from error
    except UnicodeDecodeError as error:
        raise Damaged(f"“{path}” is no catalogue in UTF-8.", "Save it as UTF-8.") from error
    for line, entry in _parsed(path, lines):
        translated = [text for name, text in entry.items() if name.startswith("msgstr")]
        known = _values(entry.get("msgid", "")) | _values(entry.get("msgid_plural", "{count}"))
        if entry.get("msgid") and not all(_values(text) <= known for text in translated):
            raise _damaged(path, line, "A translation has a value in braces that its sentence has not")
        if translated and all(translated) and not (entry.get("msgid") and "fuzzy" in entry):
            yield entry


def _parsed(path: Path, lines: list[str]) -> Iterator[tuple[int, Entry]]:
    """Every entry, with the number of its last line."""
    entry: Entry = {}
    keyword = ""
    for number, line in enumerate(map(str.strip, lines), 1):
        found = _LINE.fullmatch(line)
        # Comments stand before an entry, and with `#~` in place of one.
        begins = not found or found[1] == "msgid"
        if begins and keyword.startswith("msgstr"):
            yield number, entry
            entry, keyword = {}, ""
        if not found:
            if line and not line.startswith("#"):
                raise _damaged(path, number, "It is no line of a catalogue")
            if line.startswith("#,") and "fuzzy" in line:
                entry["fuzzy"] = line
            continue
        keyword = found[1] or keyword
        try:
            entry[keyword] = entry.get(keyword, "") + ast.literal_eval(found[2])
        except (SyntaxError, ValueError) as error:
            raise _damaged(path, number, "The words in quotation marks cannot be read") from error
    if keyword:
        yield len(lines), entry


def _values(text: str) -> set[tuple[str, str | None, str | None]]:
    """What stands in braces: each value with how it is written. Braces that are not closed are none of any sentence."""
    try:
        return {(name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None}
    except ValueError:
        return {(text, None, None)}


def _message(entry: Entry) -> tuple[str, str]:
    """Sentence and translation as gettext keeps them: forms for numbers stand behind each other, apart by a NUL."""
    forms = sorted(name for name in entry if name.startswith("msgstr"))
    sentence = "\0".join(entry[name] for name in ("msgid", "msgid_plural") if name in entry)
    return sentence, "\0".join(entry[name] for name in forms)


def _packed(messages: Mapping[str, str]) -> bytes:
    """The messages as a `.mo` file: a head, where sentences and translations lie, then all of them, each with a NUL."""
    pairs = sorted((sentence.encode(), said.encode()) for sentence, said in messages.items())
    at = _HEAD + 16 * len(pairs)
    where: list[int] = []
    texts = [text for column in zip(*pairs, strict=True) for text in column]
    for text in texts:
        where += [len(text), at]
        at += len(text) + 1
    numbers = [_MAGIC, 0, len(pairs), _HEAD, _HEAD + 8 * len(pairs), 0, 0, *where]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(text + b"\0" for text in texts)


def _damaged(path: Path, line: int, what: str) -> Damaged:
    return Damaged(
        f"“{path}” cannot be read: {what} (before line {line + 1}).", "Mend it with an editor of catalogues."
    )
