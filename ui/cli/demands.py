"""`hustings demands`: a list of demands made a topic of one's own, with a row and words to look for for each."""

from __future__ import annotations

import argparse
import sys

from index.topics.demands import topic_from
from index.topics.drafting import faults, finished
from index.topics.files import load_topics
from index.topics.model import Topic
from index.topics.own import keep
from reader.errors import NotSupported
from reader.formats.decoding import decode
from reader.home import home
from reader.library.code_looks import unused_colour
from reader.library.library import Library
from reader.regular_files import bytes_of
from ui import assets
from ui.cli import naming, output
from ui.cli.importing import bring_up_to_date

EPILOG = """The list has one demand a line, or bullets, or is CSV with the columns demand and words (queries, with
semicolons between; else they are offered from the demand's own words, the rarest in the library first). It becomes a
topic of your own: `hustings compare --topic ID` shows what the manifestos say; in the window its words can be edited
and the manifestos marked. With --json: {"topic": ID, "name", "rows": [{"id", "demand", "queries": [...]}],
"errors": []}."""

# What stands beside `errors` where nothing could be done at all.
NOTHING: output.Json = {"rows": []}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=naming.path, metavar="FILE", help="a text or CSV file with the demands; - for standard input"
    )
    parser.add_argument("--name", required=True, metavar="NAME", help="what the list is called")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace) -> int:
    chosen = home(options.library)
    given = sys.stdin.buffer.read() if options.file == naming.STANDARD_INPUT else bytes_of(options.file)
    with Library.open(chosen) as library:
        bring_up_to_date(chosen, library)
    topics = load_topics([chosen.topics], builtin_folder=assets.topics())
    name, colour = " ".join(options.name.split()), unused_colour(topic.colour for topic in topics)
    draft = topic_from(chosen, name, decode(given), colour)
    for fault in faults(draft, [topic.name for topic in topics]):
        raise NotSupported(fault.sentence, "Give the list another name with --name.")
    topic = finished(draft, None, [topic.id for topic in topics])
    keep(chosen.topics, topic)
    if options.json:
        output.write_json({"topic": topic.id, "name": topic.name, "rows": _rows(topic), "errors": []})
    else:
        _say(topic)
    return 0


def _rows(topic: Topic) -> list[output.Json]:
    return [{"id": row.id, "demand": row.name, "queries": _queries(topic, row.id)} for row in topic.subtopics]


def _queries(topic: Topic, row: str) -> list[str]:
    return [query.query for query in topic.queries if row in query.subtopics]


def _say(topic: Topic) -> None:
    output.say(f"{topic.id}: {topic.name}")
    for row in topic.subtopics:
        output.say(f"  {row.name}")
        output.say(f"    looked for: {' · '.join(_queries(topic, row.id))}")
    output.say(f"See it with: hustings compare --topic {topic.id}")
