"""Says in sentences what of a PDF could not be read, for the reader of the document."""

from __future__ import annotations

from collections.abc import Sequence


def notes_on(
    *, damaged: bool, failed: Sequence[int], empty: Sequence[int], garbled: Sequence[int], mended: int
) -> tuple[str, ...]:
    """The notes: `failed` pages (1-based) could not be opened, `empty` ones show pictures without text, `garbled` ones
    hold a text layer that is no language; `mended` letters were restored."""
    notes = []
    if damaged:
        notes.append("The file is damaged; what could be read of it is here.")
    if failed:
        notes.append(f"{_pages(failed)} could not be read.")
    if empty:
        notes.append(f"{_pages(empty)} {'shows' if len(empty) == 1 else 'show'} pictures but {_holds(empty)} no text.")
    if garbled:
        notes.append(f"{_pages(garbled)} {_holds(garbled)} text that is garbled in the file and cannot be searched.")
    if mended:
        notes.append("Some letters that the file's fonts do not name were worked out from the words around them.")
    return tuple(notes)


def _holds(pages: Sequence[int]) -> str:
    return "holds" if len(pages) == 1 else "hold"


def _pages(numbers: Sequence[int]) -> str:
    """ "Page 3", "Pages 3 and 4", "Pages 2, 7 and 9 to 12" (counted in the file from 1)."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spoken: list[str] = []
    for run in runs:
        spoken.extend([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run])
    if len(spoken) == 1:
        return f"Page {spoken[0]}" if len(numbers) == 1 else f"Pages {spoken[0]}"
    return f"Pages {', '.join(spoken[:-1])} and {spoken[-1]}"
