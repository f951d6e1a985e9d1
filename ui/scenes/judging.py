"""The scene of verdicts: passages left out, added and confirmed, a silence confirmed, and what the program proposes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from index.importing import start_import
from index.topics.files import load_topics
from index.topics.model import Topic
from reader.home import Home
from reader.library.coder_edits import rename_coder
from reader.library.judging import confirm_silence, set_rows, set_statement_kind, set_verdict
from reader.library.library import Library
from reader.library.verdicts import Verdict
from ui import assets
from ui.compare.cards.entries import Entry, EntryKind
from ui.frame.window import Window
from ui.scenes.homes import copied, folder, samples
from ui.scenes.stage import Stage
from ui.session.settings import Settings

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
    chosen = copied(judged())
    Settings(chosen.settings).change(samples_note=False, place="compare")
    window = stage.open(chosen)
    session = window.session
    ours = [document for document in session.library.documents() if not document.sample]
    window.places.compare.show_set([document.id for document in ours])
    window.places.show_topic("policing")
    stage.settle(window)
    session.actions.action("compare.verdicts").trigger()
    stage.settle(window)
    return window


@cache
def judged() -> Home:
    """A library with the samples and three short manifestos that somebody has judged; the same one for a whole run."""
    chosen = copied(samples())
    with Library.open(chosen, durable=False) as library:
        for party, file in _files().items():
            library.enqueue([file], fields={"party": party, "year": "2023", "election": "Brackenmouth council"})
    for _event in start_import(chosen, (assets.topics(), chosen.topics)).events():
        pass
    policing = next(topic for topic in load_topics([], builtin_folder=assets.topics()) if topic.id == "policing")
    with Library.open(chosen) as library:
        library.apply(rename_coder(library, library.coder, "Ines Example"))
        for document in library.documents():
            if not document.sample:
                _judge(library, document.id, policing)
    return chosen


def _judge(library: Library, document: str, topic: Topic) -> None:
    """Say what a careful person might say of one of the three."""
    blocks = [block for block in library.blocks(document) if block.is_passage]
    for block in blocks:
        if "beach wardens" in block.text.casefold():
            library.apply(set_verdict(library, document, block.id, topic, Verdict.BELONGS))
            library.apply(set_rows(library, document, block.id, topic, [topic.subtopics[0].id]))
        elif "horses" in block.text:
            library.apply(set_verdict(library, document, block.id, topic, Verdict.DOES_NOT_BELONG))
        elif "regatta" in block.text:
            library.apply(set_verdict(library, document, block.id, topic, Verdict.BELONGS))
            library.apply(set_statement_kind(library, document, block.id, 0, len(block.text), "context"))
    if any("crabs" in block.text for block in blocks):
        library.apply(confirm_silence(library, document, topic))


def card(window: Window, column: int, words: str) -> Entry:
    """Make the card with these words in the column the one that keys act on."""
    view = window.places.compare.table.area.view(column)
    entries = view.cards.entries
    at = next(at for at, one in enumerate(entries) if one.kind is EntryKind.CARD and words in one.text)
    view.setFocus()
    view.go_to(at)
    return entries[at]


def _files() -> dict[str, Path]:
    """The file of each party."""
    place = folder()
    files = {}
    for party, (title, *paragraphs) in _WARDENS.items():
        file = files[party] = place / f"{party.lower().replace(' ', '-')}-2023.txt"
        cover = f"The manifesto of the {party} for the 2023 election of Brackenmouth council (fictional)"
        file.write_text("\n\n".join([title, cover, *paragraphs]) + "\n", encoding="utf-8")
    return files
