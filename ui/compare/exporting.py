"""What Compare has to export: the comparison exactly as it is shown, or what the panel in its place shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from reader.library.clock import now
from reader.library.records import Document
from ui.compare.choosing import folded_rows
from ui.compare.columns_of_set import offered_sets
from ui.compare.panels.panel_host import PanelHost
from ui.compare.table.loading import Loaded
from ui.compare.table.subject import Exporting
from ui.compare.view_state import ALL, ViewState
from ui.session.session import Session
from ui.shared.offer import Offer
from ui.version import PROGRAM

if TYPE_CHECKING:
    from index.exports.shown import Shown

NOTHING = "There is nothing to export: choose a topic, and a set with manifestos."
WORKING = "Some passages are still being worked out. Export when they are there."
EDITING = "Close the topic that is being edited first: then what is compared can be exported."


def offer_of(
    session: Session, host: PanelHost, state: ViewState, loaded: Loaded | None, members: Sequence[Document]
) -> Offer | str:
    """What can leave now, or why nothing can. `members` are all manifestos of the set, columns or not."""
    if host.shown in ("charts", "sample"):
        return cast(Exporting, host.panel(host.shown)).offer()
    if host.shown == "topic":
        return EDITING
    if loaded is None:
        return NOTHING
    if loaded.missing:
        return loaded.problem or WORKING
    from index.exports.comparing import exportable  # a start needs none of it

    shown = shown_now(session, state, loaded, len(members))
    return Offer("The comparison", exportable(shown), shown)


def shown_now(session: Session, state: ViewState, loaded: Loaded, of: int) -> Shown:
    """The comparison with all that was chosen for it; `of` is how many manifestos the set has."""
    from index.exports.shown import Shown
    from index.sampled import latest  # loads the search engine

    name = "" if state.set == ALL else dict(offered_sets(session.library, state.chosen)).get(state.set, "")
    return Shown(
        loaded.comparison,
        now(),
        PROGRAM,
        set_name=name,
        of=of,
        only=loaded.wanted.only,
        best_first=loaded.wanted.best_first,
        folded=folded_rows(state),
        sensitive=loaded.sensitive,
        sampled=latest(session.library, loaded.wanted.topic),
    )
