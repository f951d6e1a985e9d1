"""Scores an extraction of a whole document against a clean text of it by their sequences of five words.

    python -m benchmarks.sequences EXTRACTED CLEAN

EXTRACTED is what `hustings extract` wrote (.json) or a plain text; CLEAN is a plain text or Markdown. Printed are
`found`, the share of the clean text's sequences that stand in the extraction, and `sound`, the share of the
extraction's sequences that stand in the clean text. A sequence that occurs twice counts twice.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

LENGTH = 5


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


def text_of(path: Path) -> str:
    """The text of a file; of an extraction all but furniture (running heads, page numbers). Raises OSError."""
    content = path.read_text(encoding="utf-8-sig")
    if path.suffix != ".json":
        return content
    return "\n".join(block["text"] for block in json.loads(content)["blocks"] if block["kind"] != "furniture")


def main(arguments: list[str]) -> int:
    if len(arguments) != 2:
        print(__doc__)
        return 2
    result = score(*(text_of(Path(argument)) for argument in arguments))
    print(f"found {result.found:.4f}  sound {result.sound:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
