"""Compares a page's drawn letters with the words that its file gives for them: both are PyMuPDF's text dictionaries."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from reader.formats.pdf.mending import UNKNOWN, lines_in

# One glyph may stand for so many letters.
_LETTERS = 4
# How far two baselines of one line may be from each other, in points.
_NEAR = 1.0

Blocks = list[dict[str, Any]]
_Lines = list[tuple[float, str, dict[str, Any]]]


def text_of(blocks: Blocks) -> str:
    """The text of the blocks, a line for each line of print."""
    return "\n".join(_words(line) for line in lines_in(blocks))


def letters_of(text: str) -> str:
    """The letters and figures of a text, without case."""
    return "".join(filter(str.isalnum, text)).casefold()


def name_by(blocks: Blocks, given: Blocks) -> int:
    """Put the letters that `given` has where the drawn ones have no name, in place; how many letters were named.

    Only lines whose other letters are the same in both are taken.
    """
    named = 0
    others = _placed(given)
    for line in lines_in(blocks):
        drawn = _words(line)
        if UNKNOWN not in drawn:
            continue
        pattern = "".join(
            f"(.{{1,{_LETTERS * len(part)}}})" if part.startswith(UNKNOWN) else _loose(part)
            for part in re.split(f"({UNKNOWN}+)", drawn.strip())
            if part
        )
        found = re.fullmatch(pattern, _beside(line, others).strip())
        if found and not any(UNKNOWN in letters for letters in found.groups()):
            _fill(line, list(found.groups()))
            named += drawn.count(UNKNOWN)
    return named


def keep_words_whole(blocks: Blocks, drawn: Blocks) -> None:
    """Take the spans of the `drawn` lines that have the same letters with fewer spaces, in place: where a letter is
    given for a letter drawn, MuPDF may see a space beside it."""
    others = _placed(drawn)
    for line in lines_in(blocks):
        words = _words(line)
        if " " not in words.strip() or not words.replace(" ", "").isprintable():
            continue
        for baseline, text, other in others:
            if abs(line["spans"][0]["origin"][1] - baseline) < _NEAR and other["bbox"][0] == line["bbox"][0]:
                fewer = text.count(" ") < words.count(" ")
                if fewer and UNKNOWN not in text and _bare(text) == _bare(words):
                    line["spans"] = other["spans"]
                break


def take_over(blocks: Blocks, raw: Blocks) -> None:
    """Give both dictionaries of a page the better letters: those of `blocks`, which may be private ones, where the
    characters of `raw` have no name, and those of `raw` elsewhere."""
    twins = (span for line in lines_in(raw) for span in line["spans"])
    for span, twin in zip((span for line in lines_in(blocks) for span in line["spans"]), twins, strict=False):
        if len(span["text"]) == len(twin["chars"]):
            for char, letter in zip(twin["chars"], span["text"], strict=True):
                char["c"] = letter if char["c"] == UNKNOWN else char["c"]
            span["text"] = "".join(char["c"] for char in twin["chars"])


def _words(line: dict[str, Any]) -> str:
    return "".join(span["text"] for span in line["spans"])


def _placed(blocks: Blocks) -> _Lines:
    return [(line["spans"][0]["origin"][1], _words(line), line) for line in lines_in(blocks) if line["spans"]]


def _beside(line: dict[str, Any], others: _Lines) -> str:
    """What the other lines have at the place of the line."""
    (x0, _, x1, _), baseline = line["bbox"], line["spans"][0]["origin"][1]
    return "".join(
        text
        for other_baseline, text, other in others
        if abs(other_baseline - baseline) < _NEAR and other["bbox"][0] < x1 and other["bbox"][2] > x0
    )


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace(" ", ""))


def _loose(text: str) -> str:
    """A pattern for the text whatever its spaces are."""
    return r"\s*".join(re.escape(part) for part in re.split(r"\s+", text))


def _fill(line: dict[str, Any], letters: list[str]) -> None:
    """Put each of `letters` in place of a run of unnamed ones, which may go over several spans."""
    inside = False
    for span in line["spans"]:
        made = ""
        for char in span["text"]:
            if char == UNKNOWN:
                made += "" if inside else letters.pop(0)
            else:
                made += char
            inside = char == UNKNOWN
        span["text"] = made
