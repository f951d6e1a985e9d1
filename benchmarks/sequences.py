"""Scores an extraction of a whole document against a clean text of it by their sequences of five words.

    python -m benchmarks.sequences EXTRACTED CLEAN

EXTRACTED is what `hustings extract` wrote (.json) or a plain text; CLEAN is a plain text or Markdown. Printed are
`found`, the share of the clean text's sequences that stand in the extraction, and `sound`, the share of the
extraction's sequences that stand in the clean text. A sequence that occurs twice counts twice.

Clean texts were made for reading: some leave out the contents pages, or the numbers before headings. What of these a
clean text has almost nothing of is left aside in the extraction too, and named; the rest counts against it.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

LENGTH = 5
# A clean text that holds less than this share of an extraction's contents pages leaves contents pages out.
_TRACE = 0.1
_NUMBER = re.compile(r"\s*(?:\d+\.)*\d+\.?\s+(?=\S)")
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Score:
    """Shares from 0 to 1: of the clean text found in the extraction, and of the extraction found in the clean text."""

    found: float
    sound: float


def words(text: str) -> list[str]:
    """The words of a text as compared: case folded, letters and digits only, without Markdown's link targets."""
    return re.findall(r"[^\W_]+", re.sub(r"\]\([^)\s]*\)", "]", text).casefold())


def sequences(text: str) -> list[tuple[str, ...]]:
    """Every sequence of five words of the text, in order; a shorter text is one sequence."""
    listed = words(text)
    if len(listed) < LENGTH:
        return [tuple(listed)] if listed else []
    return [tuple(listed[at : at + LENGTH]) for at in range(len(listed) - LENGTH + 1)]


def share(part: list[tuple[str, ...]], whole: list[tuple[str, ...]]) -> float:
    """How much of `part` stands in `whole`; 0 for an empty part."""
    known = set(whole)
    return sum(one in known for one in part) / len(part) if part else 0.0


def score(extracted: str, clean: str) -> Score:
    """Compare two texts."""
    ours, theirs = sequences(extracted), sequences(clean)
    return Score(found=share(theirs, ours), sound=share(ours, theirs))


def text_of(path: Path, clean: str) -> tuple[str, list[str]]:
    """The text of an extraction (.json) or a plain text, and what of it was left aside as `clean` has none of it.

    Of an extraction furniture (running heads, page numbers) never counts. Raises OSError.
    """
    content = path.read_text(encoding="utf-8-sig")
    if path.suffix != ".json":
        return content, []
    blocks = [block for block in json.loads(content)["blocks"] if block["kind"] != "furniture"]
    known, aside = set(sequences(clean)), []
    # The titles stand in the text again; with the page number after them they do not.
    if _lacks(known, [sequences(block["text"])[-1:] for block in blocks if block["kind"] == "contents"]):
        blocks = [block for block in blocks if block["kind"] != "contents"]
        aside.append("contents pages")
    lines = [f"{block.get('marker') or ''} {block['text']}" for block in blocks]
    numbered = [at for at, block in enumerate(blocks) if block["kind"] == "heading" and _NUMBER.match(block["text"])]
    # A heading of one word has its sequence with the words that follow it.
    if _lacks(known, [sequences("\n".join(lines[at : at + 2]))[:1] for at in numbered]):
        for at in numbered:
            lines[at] = _NUMBER.sub("", lines[at], count=1)
        aside.append("numbers of headings")
    return "\n".join(lines), aside


def _lacks(known: set[tuple[str, ...]], found: list[list[tuple[str, ...]]]) -> bool:
    """Whether next to none of what was found is known, shorter pieces than whole sequences aside."""
    listed = [one for several in found for one in several if len(one) == LENGTH]
    return bool(listed) and sum(one in known for one in listed) < _TRACE * len(listed)


def clean_text(path: Path) -> str:
    """The text of a file made for reading, without what only Markdown's programs see at its head. Raises OSError."""
    return _FRONT_MATTER.sub("", path.read_text(encoding="utf-8-sig"))


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__)
        return 2
    clean = clean_text(Path(arguments[1]))
    extracted, aside = text_of(Path(arguments[0]), clean)
    result = score(extracted, clean)
    print(f"found {result.found:.4f}  sound {result.sound:.4f}")
    if aside:
        print(f"left aside, as the clean text has none: {', '.join(aside)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
