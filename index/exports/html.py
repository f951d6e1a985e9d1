"""A publication as one HTML page that stands alone: it asks for nothing, reads aloud in order, and prints well."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from index.exports.publication import (
    Answer,
    Block,
    Cell,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    Publication,
    Quotation,
    Role,
    Run,
    Runs,
    Table,
    TableRow,
    is_wide,
    plain,
)
from index.exports.registry import Layout, Paper
from reader.wording import tr

_CLASSES = {
    Role.BODY: "",
    Role.ABOUT: "about",
    Role.WARNING: "warning",
    Role.NOTICE: "notice",
    Role.SILENCE: "silence",
    Role.CONFIRMED_SILENCE: "confirmed",
    Role.OWN: "own",
    Role.TASK: "task",
}
_PAPERS = {Paper.A4: "A4", Paper.LETTER: "letter"}


def html(publication: Publication, layout: Layout) -> str:
    """The page. Raises OSError where the style sheet that ships with the program cannot be read."""
    style = (layout.resources.templates / "publication.css").read_text("utf-8")
    landscape = is_wide(publication) if layout.landscape is None else layout.landscape
    page = f"{_PAPERS[layout.paper]}{' landscape' if landscape else ''}"
    return "\n".join(_Page(publication).lines(style, page, large=layout.large)) + "\n"


# Word processors take the lines of a table from here; spreadsheets, that every cell is text and no formula.
_COPIED = (
    "table { border-collapse: collapse } "
    r'th, td { border: 1px solid #999; padding: 4px; text-align: left; vertical-align: top; mso-number-format: "\@" }'
)


def fragment(table: Table) -> str:
    """The table alone, for the clipboard."""
    return "\n".join([f'<meta charset="utf-8"><style>{_COPIED}</style>', *_Page(Publication("", ())).table(table)])


class _Page:
    """One page while it is written: its notes are numbered as they come."""

    def __init__(self, publication: Publication) -> None:
        self._publication = publication
        self._notes: list[Runs] = []

    def lines(self, style: str, page: str, *, large: bool) -> Iterator[str]:
        made = self._publication
        yield "<!DOCTYPE html>"
        yield f'<html lang="{escape(made.language)}">'
        yield '<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{escape(': '.join(filter(None, [made.title, made.subtitle])))}</title>"
        yield f"<style>\n{style}@page {{ size: {page}; margin: 12mm; }}\n</style>\n</head>"
        yield '<body class="large">\n<main>' if large else "<body>\n<main>"
        yield f"<h1>{escape(made.title)}</h1>"
        if made.subtitle:
            yield f'<p class="subtitle">{escape(made.subtitle)}</p>'
        for block in made.blocks:
            yield from self._block(block)
        yield from self._end()
        yield "</main>\n</body>\n</html>"

    def _end(self) -> Iterator[str]:
        made = self._publication
        if made.bibliography:
            yield f'<section class="bibliography">\n<h2>{escape(tr("References"))}</h2>'
            yield from (f"<p>{self._runs(entry)}</p>" for entry in made.bibliography)
            yield "</section>"
        if self._notes:
            yield f"<section>\n<h2>{escape(tr('Notes'))}</h2>\n<ol>"
            label = escape(tr("Back to the text"))
            for number, note in enumerate(self._notes, 1):
                back = f'<a href="#ref{number}" aria-label="{label}">↩</a>'
                yield f'<li id="note{number}">{self._runs(note)} {back}</li>'
            yield "</ol>\n</section>"
        if made.foot:
            yield f'<p class="foot">{escape(made.foot)}</p>'

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            level = min(block.level + 1, 6)
            yield f"<h{level}>{escape(block.text)}</h{level}>"
        elif isinstance(block, Table):
            yield from self.table(block)
        elif isinstance(block, Picture):
            source = f"data:image/png;base64,{b64encode(block.png).decode('ascii')}"
            yield f'<figure><img src="{source}" alt="{escape(block.alt)}" style="width: {block.width:g}pt">'
            yield f"<figcaption>{escape(block.caption)}</figcaption></figure>"
        elif isinstance(block, PageBreak):
            yield '<div class="page"></div>'
        else:
            yield from self._inner(block)

    def _inner(self, block: Paragraph | Quotation | Answer) -> Iterator[str]:
        if isinstance(block, Paragraph):
            named = _CLASSES[block.role]
            yield f'<p class="{named}">{self._runs(block.runs)}</p>' if named else f"<p>{self._runs(block.runs)}</p>"
        elif isinstance(block, Quotation):
            language = f' lang="{escape(block.language)}"' if block.language else ""
            cited = f" {self._runs(block.cited)}" if plain(block.cited) else self._runs(block.cited)
            yield f'<figure class="quotation"><blockquote{language}>{self._runs(block.words)}{cited}</blockquote>'
            yield f"<figcaption>{escape(block.place)}</figcaption></figure>" if block.place else "</figure>"
        else:
            empty = "<span></span>" * (block.lines - 1)
            yield f'<div class="answer"><span>{escape(block.start)}</span>{empty}</div>'

    def table(self, table: Table) -> Iterator[str]:
        named = "figures" if table.figures else "equal reading" if table.reading else "equal"
        # What scrolls sideways has to be reached by keys.
        yield f'<div class="wide" role="region" tabindex="0" aria-label="{escape(_called(table))}">'
        yield f'<table class="{named}" style="--columns: {len(table.columns) + 1}">'
        if table.caption:
            yield f"<caption>{escape(table.caption)}</caption>"
        yield "<thead>\n<tr>"
        yield f'<th scope="col">{escape(table.corner)}</th>'
        for head in table.columns:
            bar = f'<span class="bar" style="background: {escape(head.colour)}"></span>' if head.colour else ""
            lines = "".join(f'<span class="line">{escape(line)}</span>' for line in head.lines)
            yield f'<th scope="col">{bar}{escape(head.name)}{lines}</th>'
        yield "</tr>\n</thead>\n<tbody>"
        for row in table.rows:
            yield from self._row(row)
        yield "</tbody>\n</table>\n</div>"

    def _row(self, row: TableRow) -> Iterator[str]:
        yield f'<tr>\n<th scope="row">{escape(row.head)}</th>'
        for cell in row.cells:
            yield f"<td>{''.join(self._cell(cell))}</td>"
        yield "</tr>"

    def _cell(self, cell: Cell) -> Iterator[str]:
        for block in cell:
            yield from self._inner(block)

    def _runs(self, runs: Iterable[Run]) -> str:
        return "".join(map(self._run, runs))

    def _run(self, run: Run) -> str:
        written = escape(run.text).replace("\n", "<br>")
        for tag, wanted in (("strong", run.strong), ("em", run.italic), ("mark", run.marked)):
            written = f"<{tag}>{written}</{tag}>" if wanted and written else written
        if run.link.startswith(("https://", "http://")):
            written = f'<a href="{escape(run.link)}">{written}</a>'
        if run.note:
            self._notes.append(run.note)
            number = len(self._notes)
            label = escape(tr("Note {number}", number=number))
            written += f'<sup><a id="ref{number}" href="#note{number}" aria-label="{label}">{number}</a></sup>'
        return written


def _called(table: Table) -> str:
    """What a screen reader calls the table: its caption, else what stands in its heads."""
    rows, columns = "; ".join(row.head for row in table.rows), ", ".join(head.name for head in table.columns)
    return table.caption or f"{rows}: {columns}"
