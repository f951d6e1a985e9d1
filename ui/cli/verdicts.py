"""`hustings verdicts`: what people said of passages, by whom and when, and where it stands now."""

from __future__ import annotations

import argparse

from index.topics.views import Views
from index.verdict_list import Listed, Standing, listed
from index.verdicts import who_and_when
from reader.home import Home, home
from reader.lead_ins import before_words
from reader.library.library import Library
from reader.library.verdicts import About
from ui.cli import output
from ui.cli.compare import topic_called
from ui.cli.viewing import usable_topics

EPILOG = """With --json: {"verdicts": [{"id", "about": "verdict" | "rows" | "statement" | "silence" | "mark",
"standing": "left-out" | "added" | "confirmed" | "rows" | "kind" | "silence" | "mark" | "lost", "value", "topic",
"version", "coder", "made", "document", "name", "block", "page", "label", "start", "end", "words",
"lead_in": what introduces its list}],
"errors": []}. "lost" are those whose words were not found again when their manifesto was read anew; they are kept and
change nothing."""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"verdicts": []}

SAID = {
    Standing.LEFT_OUT: "left out",
    Standing.ADDED: "added",
    Standing.CONFIRMED: "confirmed",
    Standing.ROWS: "in other rows",
    Standing.KIND: "of another kind",
    Standing.SILENCE: "silence confirmed",
    Standing.MARK: "marked",
    Standing.LOST: "not found again",
}
_WIDTH = 90


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--topic", metavar="ID", help="only those on this topic, and on kinds of statements")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace) -> int:
    chosen = home(options.library)
    topic = topic_called(options.topic, chosen).id if options.topic else ""
    with Library.open(chosen) as library:
        found = listed(library, topic, _found(chosen, library, topic))
    if options.json:
        output.write_json({"verdicts": [described(one) for one in found], "errors": []})
        return 0
    for one in found:
        output.say(line(one))
    if not found:
        output.say("Nobody has said anything of a passage yet.")
    return 0


def described(one: Listed) -> output.Json:
    """A verdict as JSON."""
    said = one.annotation
    return {
        "id": said.id,
        "about": said.about.value,
        "standing": one.standing.value,
        "value": said.value,
        "topic": said.target,
        "version": said.version,
        "coder": said.coder.name,
        "made": said.made,
        "document": one.document.id,
        "name": one.document.name,
        "block": one.block.id if one.block else None,
        "page": one.block.page if one.block else None,
        "label": one.block.label if one.block else None,
        "start": one.start,
        "end": one.end,
        "words": one.words,
        "lead_in": one.lead_in,
    }


def line(one: Listed) -> str:
    """One line for people: topic, what was said, who and when, whose words, where, which."""
    said = one.annotation
    what = SAID[one.standing] + (f" ({said.value})" if said.about in (About.ROWS, About.STATEMENT, About.MARK) else "")
    place = output.where(one.block.page, one.block.label) if one.block else ""
    words = output.one_line(before_words(one.lead_in, one.document.language) + one.words, _WIDTH)
    parts = (said.target, what, who_and_when(said), one.document.name, place, words)
    return "  ".join(part for part in parts if part)


def _found(chosen: Home, library: Library, topic: str) -> frozenset[tuple[str, str]]:
    """The topics and blocks that the program finds by itself, as far as the kept views tell."""
    documents = [document.id for document in library.documents()]
    pairs: set[tuple[str, str]] = set()
    with Views(chosen) as views:
        for each in usable_topics(chosen):
            if not topic or each.id == topic:
                kept, _ = views.cached(each, documents)
                pairs.update((each.id, match.block) for matches in kept.values() for match in matches)
    return frozenset(pairs)
