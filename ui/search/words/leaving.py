"""What leaves of Words: the table as it is shown, and the plot as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.words.tables import Line
from index.words.wishes import Answer, Counted
from reader.library.clock import now
from reader.wording import tr
from ui.charts.picture import pictured
from ui.search.words.plot import plot_figure
from ui.shared.offer import Offer
from ui.theme.tokens import tokens_for
from ui.version import PROGRAM

if TYPE_CHECKING:
    from index.exports.publication import Picture

_SAVED_WIDTH = 960.0  # pixels, of the drawing without its margins


def offer_of(answer: Answer, lines: Sequence[Line], *, drawn: bool) -> Offer:
    """The table with its lines in this order; where it is `drawn`, its picture too."""
    from index.exports.words import Words, exportable

    table = replace(answer.table, lines=tuple(lines))
    thing = exportable(Words(table, answer.documents, now(), PROGRAM))
    if drawn and answer.wish.table is Counted.DISPERSION:
        thing = replace(thing, picture=lambda: _picture(answer))
    return Offer(tr("The table of words"), thing)


def _picture(answer: Answer) -> Picture:
    from ui.charts.drawing import scope_of

    tokens = tokens_for(dark=False)
    figure = plot_figure(answer.spreads, _SAVED_WIDTH, tokens)
    return pictured(figure, tokens, answer.table.title, scope_of(answer.documents))
