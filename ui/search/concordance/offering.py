"""What leaves of a concordance: the lines as they are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from index.concordance import Line, Place
from reader.library.clock import now
from reader.wording import tr
from ui.search.concordance.ordering import Order
from ui.session.session import Session
from ui.shared.citation_style import opened_style
from ui.shared.offer import Offer
from ui.version import PROGRAM


def offer_of(
    session: Session,
    query: str,
    lines: Sequence[Line],
    order: Order,
    every: int,
    categories: Mapping[Place, str],
    sensitive: Set[tuple[str, str]],
) -> Offer:
    """These lines of `every` that there are, in this order, for the registry of exports."""
    from index.exports.concordance import Concordance, Thinned, exportable

    style = session.settings.now.citation_style
    shown = Concordance(
        query,
        tuple(lines),
        {document.id: document for document in session.library.documents()},
        now(),
        PROGRAM,
        lambda: opened_style(style),
        order.levels,
        Thinned(order.seed, every) if len(lines) < every else None,
        {line.place: categories[line.place] for line in lines if line.place in categories},
        frozenset(sensitive),
    )
    return Offer(tr("The concordance"), exportable(shown))
