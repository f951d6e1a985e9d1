"""More like this: a search for the words that tell most about a passage, or about words that are selected in it."""

from __future__ import annotations

from index.closest import telling_words
from index.damage import IndexDamaged
from index.results import Hit
from reader.wording import tr
from ui.manifesto.passage_pane import PassagePane
from ui.search.face import Around
from ui.session.session import Session

_FEW = 2  # words; fewer are no passage that others could be like


def look_like_this(session: Session, around: Around, hit: Hit | None, pane: PassagePane) -> None:
    """Ask the box for what is like the words selected in the pane, else like the passage of the hit.

    The query stands in the box, so that everybody sees what is searched and can change it.
    """
    selected = pane.text.textCursor().selectedText().replace("\u2029", "\n")
    if hit is None:
        session.say(tr("Choose a passage in the results first."))
        return
    home, text, language = session.home, selected or hit.text, hit.language

    def read() -> list[str]:
        try:
            return telling_words(home, text, language)
        except IndexDamaged:
            return []

    def ask(words: list[str]) -> None:
        if len(words) < _FEW:
            session.say(tr("There are too few words in it to find others like it."))
        else:
            around.query_wished.emit(" OR ".join(words))

    session.run(read, ask)
