"""The scene of verdicts: passages left out, added and confirmed, a silence confirmed, and what the program proposes."""

from __future__ import annotations

from pathlib import Path

from index.topics.model import Topic
from reader.library.judging import confirm_silence, rename_coder, set_rows, set_statement_kind, set_verdict
from reader.library.verdicts import Verdict
from ui.compare.entries import Entry, EntryKind
from ui.scenes.homes import folder
from ui.scenes.stage import Stage
from ui.window import Window

_WARDENS = {
    "Slipway Party": (
        "Watching the slipway",
        "Beach wardens walk the slipway from dawn; we will double their number before the summer.",
        "Our beach wardens know each boat by name, and they will have a hut with a stove.",
        "We will ask the police to walk the promenade on regatta night.",
        "Every lamp on the slipway will be lit by ten.",
    ),
    "Breakwater Party": (
        "Holding the line",
        "Where beach wardens were sent home, we will call them back.",
        "Police horses need hay, and farmers near the breakwater will sell it to them.",
        "Tides do not wait for committees.",
    ),
    "Rockpool Party": ("Small things first", "We will count the crabs each spring.", "Nets will be mended ashore."),
}


def verdicts(stage: Stage) -> Window:
    """Three short manifestos on policing, judged, with the panel open."""
    window = stage.open_samples(own=True)
    session = window.session
    session.add_files(_files())
    stage.settle(window)
    ours = [document for document in session.library.documents() if not document.sample]
    window.places.compare.show_set([document.id for document in sorted(ours, key=lambda one: one.title, reverse=True)])
    window.places.show_topic("policing")
    stage.settle(window)
    _judge(window, next(topic for topic in session.topics if topic.id == "policing"))
    stage.settle(window)
    window.strip.clear()
    session.actions.action("compare.verdicts").trigger()
    stage.settle(window)
    return window


def _judge(window: Window, topic: Topic) -> None:
    """Say what a careful person might say of these three."""
    session = window.session
    library = session.library
    session.apply(rename_coder(library, library.coders()[0].id, "Ines Example"))
    for document in library.documents():
        if document.sample:
            continue
        blocks = [block for block in library.blocks(document.id) if block.is_passage]
        for block in blocks:
            if "beach wardens" in block.text.casefold():
                session.apply(set_verdict(library, document.id, block.id, topic, Verdict.BELONGS))
                session.apply(set_rows(library, document.id, block.id, topic, [topic.subtopics[0].id]))
            elif "horses" in block.text:
                session.apply(set_verdict(library, document.id, block.id, topic, Verdict.DOES_NOT_BELONG))
            elif "regatta" in block.text:
                session.apply(set_verdict(library, document.id, block.id, topic, Verdict.BELONGS))
                session.apply(set_statement_kind(library, document.id, block.id, 0, len(block.text), "context"))
        if not any("police" in block.text.casefold() or "wardens" in block.text for block in blocks):
            session.apply(confirm_silence(library, document.id, topic))


def card(window: Window, column: int, words: str) -> Entry:
    """Make the card with these words in the column the one that keys act on."""
    view = window.places.compare.table.area.view(column)
    entries = view.cards.entries
    at = next(at for at, one in enumerate(entries) if one.kind is EntryKind.CARD and words in one.text)
    view.setFocus()
    view.go_to(at)
    return entries[at]


def _files() -> list[Path]:
    place = folder()
    files = []
    for party, (title, *paragraphs) in _WARDENS.items():
        file = place / f"{party.lower().replace(' ', '-')}-2023.txt"
        cover = f"The manifesto of the {party} for the 2023 election of Brackenmouth council (fictional)"
        file.write_text("\n\n".join([title, cover, *paragraphs]) + "\n", encoding="utf-8")
        files.append(file)
    return files
