"""Quotations with their citation as they are pasted elsewhere: plain text, and HTML for word processors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from index.citations.citing import citations
from index.citations.places import Quotation
from index.citations.styles import Opened
from index.exports.publication import Run, plain


@dataclass(frozen=True, slots=True)
class Copied:
    """The same as plain text and as HTML; `cited` is the citation without the words, on one line."""

    text: str
    html: str
    cited: str


def copied(style: Opened, quotations: Sequence[Quotation]) -> Copied:
    """The quotations, each with its citation.

    A style that cites in notes has the note as a paragraph of its own after each. One that cites in the text has that
    after the last words; what is cited follows once, below, as the list at the end of a paper has it.
    """
    cited = [(one.document, one.place) for one in quotations]
    # One by one: they may be pasted apart, where "ibid" would speak of something else.
    each = [runs for one in cited for runs in citations(style, [one]).each]
    works = () if style.notes else citations(style, cited).bibliography
    both = list(zip(quotations, each, strict=True))
    paragraphs = [line for one, runs in both for line in _lines(one.words, plain(runs), apart=style.notes)]
    markup = [_block(one, _markup(runs), apart=style.notes) for one, runs in both]
    return Copied(
        "\n\n".join([*paragraphs, *map(plain, works)]),
        "\n".join([*markup, *(f"<p>{_markup(one)}</p>" for one in works)]),
        " ".join(map(plain, (*each, *works))),
    )


def _lines(words: str, cited: str, *, apart: bool) -> tuple[str, ...]:
    if not words:
        return (cited,)
    return (f"“{words}”", cited) if apart else (f"“{words}” {cited}",)


def _block(one: Quotation, cited: str, *, apart: bool) -> str:
    """A block quotation, its citation after the last words or `apart`; without words the citation alone."""
    if not one.words:
        return f"<p>{cited}</p>"
    *before, last = (escape(line) for line in one.words.split("\n"))
    inner = "".join(f"<p>{line}</p>" for line in (*before, last if apart else f"{last} {cited}"))
    block = f'<blockquote lang="{escape(one.document.language)}">{inner}</blockquote>'
    return f"{block}<p>{cited}</p>" if apart else block


def _markup(runs: Iterable[Run]) -> str:
    return "".join(map(_tagged, runs))


def _tagged(run: Run) -> str:
    made = escape(run.text)
    for tag, wanted in (("b", run.strong), ("i", run.italic)):
        made = f"<{tag}>{made}</{tag}>" if wanted and made else made
    return f'<a href="{escape(run.link)}">{made}</a>' if run.link else made
