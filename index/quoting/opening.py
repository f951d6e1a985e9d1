"""Essays from files and from the clipboard. Nothing of them is kept."""

from __future__ import annotations

import re
import tempfile
from dataclasses import replace
from pathlib import Path

from index.quoting.essay import Essay, essay_of, essay_of_text
from reader.formats.decoding import decode
from reader.formats.registry import recognise
from reader.formats.text import FORMAT as PLAIN_TEXT
from reader.pool import read_one
from reader.regular_files import bytes_of

# What only markup knows: block quotations, Word's among them, and quotations whose marks a browser draws.
_QUOTED = re.compile(r"<(?:blockquote|q)\b|class=[\"']?(?:Mso(?:Intense)?Quote|quotations)\b", re.IGNORECASE)
_STYLED = re.compile(
    r"<p\b[^>]*class=[\"']?(?:Mso(?:Intense)?Quote|quotations)\b[^>]*>.*?</p>", re.IGNORECASE | re.DOTALL
)


def essay_in(path: Path) -> Essay:
    """The essay in a file of any kind that can be read, in a process of its own. Raises UserError."""
    if (
        recognise(path).name == PLAIN_TEXT.name
    ):  # its lines are paragraphs as they were typed, with ">" before block quotations
        return essay_of_text(decode(bytes_of(path)), path.stem)
    essay = essay_of(read_one(path))
    return essay if essay.title else replace(essay, title=path.stem)


def essay_pasted(text: str, markup: str = "") -> Essay:
    """The essay on the clipboard, as plain text and as HTML, "" for none. Raises UserError."""
    return essay_of_markup(markup) if _QUOTED.search(markup) else essay_of_text(text)


def essay_of_markup(markup: str) -> Essay:
    """The essay in HTML as other programs put it on the clipboard, read as a web page is. Raises UserError."""
    markup = _STYLED.sub(lambda found: f"<blockquote>{found[0]}</blockquote>", markup)
    with tempfile.TemporaryDirectory(prefix="hustings-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "pasted.html"
        path.write_text(markup, encoding="utf-8", errors="replace")
        return replace(essay_of(read_one(path)), title="")
