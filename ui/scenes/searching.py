"""Scenes of Search: passages, words that are akin, the concordance, a sample of it, a mistake, and nothing found."""

from __future__ import annotations

from collections.abc import Callable

from index.concordance import Level
from index.words.wishes import Counted
from ui.frame.window import Window
from ui.scenes.stage import Stage
from ui.search.concordance.face import ConcordanceFace
from ui.search.concordance.ordering import Order


def _passages(query: str) -> Callable[[Stage], Window]:
    def scene(stage: Stage) -> Window:
        window = stage.open_samples()
        window.places.go("search")
        window.places.search.search(query)
        stage.settle(window)
        return window

    return scene


def _lines(stage: Stage, query: str, order: Order) -> tuple[Window, ConcordanceFace]:
    window = stage.open_samples(own=True)
    window.places.go("search")
    place = window.places.search
    place.show_face("concordance")
    face = place.concordance
    face.ordering.choose(order)
    place.search(query)
    stage.settle(window)
    return window, face


def _concordance(stage: Stage) -> Window:
    """Lines sorted to the right, some of them in categories."""
    window, face = _lines(stage, "police", Order((Level.R1, Level.R2, Level.R3)))
    face.table.setFocus()
    for name in ("The force", "An officer"):
        face.table.use(0 if name == "The force" else 3)
        face.categorising.put_anew(name)
    for key in (1, 2, 2):
        face.categorising.put(key)
    stage.settle(window)
    return window


def _sample(stage: Stage) -> Window:
    window, face = _lines(stage, "we will", Order((Level.L1,), 20, 7))
    face.table.setFocus()
    return window


def _table(table: Counted, typed: str = "") -> Callable[[Stage], Window]:
    """A table of words over the samples; key words are those of the second manifesto."""

    def scene(stage: Stage) -> Window:
        window = stage.open_samples(own=True)
        window.places.go("search")
        place = window.places.search
        place.show_face("words")
        face = place.words
        face.show_table(table)
        place.search(typed)
        stage.settle(window)
        if table is Counted.COLLOCATES:
            face.answers["search.open"]()
            stage.settle(window)
        face.take_focus()
        return window

    return scene


SCENES: dict[str, Callable[[Stage], Window]] = {
    "search": _passages("police officers"),
    "search-akin": _passages("officers"),
    "search-empty": _passages("tramways"),
    "search-concordance": _concordance,
    "search-sample": _sample,
    "search-mistake": _passages("police (officers OR /stop(search/"),
    "words": _table(Counted.FREQUENCY),
    "words-compare": _table(Counted.CROSSTAB, "police, women, homes OR housing"),
    "keyness": _table(Counted.KEYNESS),
    "plot": _table(Counted.DISPERSION, "police, women"),
    "collocates": _table(Counted.COLLOCATES, "police"),
    "search-none": _passages('"tramways for everybody"'),
}
