"""Says in sentences what of a PDF could not be read, for the reader of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Words(NamedTuple):
    """What is to be said of words that were read: `mended` letters were restored, pages hold `unnamed` ones that could
    not be; on `differing` pages the file gives other words than are printed, on those `written_on` readers have."""

    mended: int = 0
    unnamed: Sequence[int] = ()
    differing: Sequence[int] = ()
    written_on: Sequence[int] = ()


def notes_on(
    *,
    damaged: bool,
    failed: Sequence[int],
    photographs: Sequence[int],
    pictures: Sequence[int],
    garbled: Sequence[int],
    recognised: Sequence[int],
    unrecognised: Sequence[int],
    words: Words,
    turned: Sequence[int],
    inside: Sequence[str],
) -> tuple[str, ...]:
    """The notes: `failed` pages (1-based) could not be opened, `photographs` have no words, `pictures` show text and
    hold none, `garbled` ones hold a text layer that is no language; OCR has `recognised` pages and could not read
    `unrecognised` ones; `words` tells of those that were read; on `turned` pages words stand sideways beside the text,
    and files of the names `inside` are kept in the file."""
    notes = []
    if damaged:
        notes.append("The file is damaged; what could be read of it is here.")
    if failed:
        notes.append(f"{_pages(failed)} could not be read.")
    if photographs:
        notes.append(f"{_pages(photographs)} {'shows' if len(photographs) == 1 else 'show'} pictures and no text.")
    if pictures:
        are = "is a picture" if len(pictures) == 1 else "are pictures"
        notes.append(f"{_pages(pictures)} {are} that OCR has not read yet.")
    if garbled:
        holds = "holds" if len(garbled) == 1 else "hold"
        notes.append(f"{_pages(garbled)} {holds} garbled text that OCR has not read anew yet.")
    if recognised:
        notes.append(f"{_pages(recognised)} {'was' if len(recognised) == 1 else 'were'} read by OCR.")
    if unrecognised:
        notes.append(f"{_pages(unrecognised)} could not be read by OCR.")
    notes += _on_words(words)
    if turned:
        shows = "shows" if len(turned) == 1 else "show"
        notes.append(f"{_pages(turned)} {shows} words set sideways, upside down or slanted that were not read.")
    if inside:
        notes.append(files_inside(inside))
    return tuple(notes)


def _on_words(words: Words) -> Iterator[str]:
    if words.mended:
        yield "Some letters that the file's fonts do not name were worked out from the words around them."
    if words.unnamed:
        holds = "holds" if len(words.unnamed) == 1 else "hold"
        yield f"{_pages(words.unnamed)} {holds} letters that the file's fonts do not name, shown as \ufffd."
    if words.differing:
        on = _pages(words.differing).replace("Page", "page", 1)
        yield f"On {on} the file gives other words than are printed; here are the printed ones."
    if words.written_on:
        on = _pages(words.written_on).replace("Page", "page", 1)
        yield f"What readers wrote on {on} (notes, stamps, answers in forms) is left out."


def files_inside(names: Sequence[str]) -> str:
    """Says that the files of these names, which are kept in a PDF, were not read."""
    listed = ", ".join(f"“{name}”" for name in names)
    return f"The file holds other files that were not read: {listed}. Save them from it and add them."


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
