"""The bar on a result: codes, a memo, copying and collecting, without leaving the list."""

from __future__ import annotations

from collections.abc import Callable

from ui.annotating.on_passage import Passage, PassageBar
from ui.passages.line import Target
from ui.passages.quoting import quotation
from ui.search.passages.results_view import ResultsView
from ui.session.session import Session
from ui.shared.copying import copy_cited


def bar_on_results(session: Session, results: ResultsView, collect: Callable[[], object]) -> PassageBar:
    """The bar of this list."""

    def chosen() -> Passage | None:
        hit = results.hit
        return Passage(hit.document, hit.block) if hit is not None else None

    def copy() -> None:
        hit = results.hit
        found = (
            quotation(session.library, Target(hit.document, hit.block, 0, len(hit.text))) if hit is not None else None
        )
        if found is not None:
            copy_cited(session, results, [found])

    bar = PassageBar(
        session,
        results,
        keys=lambda: results,
        chosen=chosen,
        at=lambda: results.visualRect(results.currentIndex()),
        copy=copy,
        collect=collect,
    )
    results.selectionModel().currentChanged.connect(bar.look)
    results.verticalScrollBar().valueChanged.connect(bar.follow)
    results.model().modelReset.connect(bar.look)
    return bar
