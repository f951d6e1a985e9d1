"""The topic views of one document as JSON values: what `hustings topics --json` prints for each file.

A document:
    {"path", "title", "words", "language": code or "",
     "topics": {TOPIC ID: {"version", "words", "passages": [PASSAGE], "uncertain": [PASSAGE], "silence",
                           "silence_reason", "without_words_in"}}}
A passage is one block; its offsets are code points in its text:
    {"block", "text", "lead_in": what introduces its list, "kind", "page", "label",
     "section": [headings above, outermost first], "score": 0 to 1, "subtopics": [id, that of the surest sign first],
     "why": [{"text", "field": "text" | "section" | "lead-in", "start", "end"}],
     "statements": [{"text", "kind": "pledge" | "record" | "criticism" | "context", "carries", "start", "end",
                     "subtopics": [id of each row that its own words name],
                     "measurable": [{"kind": "money" | "number" | "date" | "place", "start", "end"}]}],
     "verdicts": [VERDICT]}
A verdict is what a person said of the passage, the last said last; it has won over the program above:
    {"about": "verdict" | "rows" | "statement" | "silence", "value": "in" | "out" | ids of rows | a kind | a row's id,
     "topic_version": 0 where it speaks of none, "coder", "made": in UTC}
`words` of a topic counts the words of the sentences that carry its `passages`. What only weak words or a heading's loan
brings in stands in `uncertain`, to be checked before it is quoted, and counts in no figure. `silence`, its reason and
`without_words_in` are as in `index.exports.comparison_json`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from index.comparison import silence
from index.topics.carried import words_on_topic
from index.topics.languages import missing_language
from index.topics.measurable import measurables
from index.topics.model import Match, Statement, Topic
from reader.library.records import Document
from reader.library.verdicts import Annotation

Json: TypeAlias = dict[str, Any]


def document_views(
    path: str, document: Document, topics: Iterable[Topic], views: Mapping[str, Sequence[Match]]
) -> Json:
    """The views of one document; `views` by topic id, a topic without one being silent."""
    return {
        "path": path,
        "title": document.title,
        "words": document.words,
        "language": document.language,
        "topics": {topic.id: view(topic, document, views.get(topic.id, ())) for topic in topics},
    }


def view(topic: Topic, document: Document, matches: Sequence[Match]) -> Json:
    """One topic's view of a document."""
    certain = [match for match in matches if not match.uncertain]
    uncertain = [match for match in matches if match.uncertain]
    silent = None if certain else silence(topic, document, len(uncertain))
    return {
        "version": topic.version,
        "words": words_on_topic(certain),
        "passages": [passage(match) for match in certain],
        "uncertain": [passage(match) for match in uncertain],
        "silence": silent.sentence if silent else None,
        "silence_reason": silent.reason.value if silent else None,
        "without_words_in": missing_language(topic, document),
    }


def passage(match: Match) -> Json:
    """One passage of a topic's view."""
    return {
        "block": match.block,
        "text": match.text,
        "lead_in": match.lead_in,
        "kind": match.kind,
        "page": match.page,
        "label": match.label,
        "section": list(match.section),
        "score": round(match.score, 4),
        "subtopics": list(match.subtopics),
        "why": [{"text": one.text, "field": one.field, "start": one.start, "end": one.end} for one in match.why],
        "statements": [_statement(one) for one in match.statements],
        "verdicts": [verdict(one) for one in match.said],
    }


def verdict(one: Annotation) -> Json:
    """What a person said."""
    return {
        "about": one.about.value,
        "value": one.value,
        "topic_version": one.version,
        "coder": one.coder.name,
        "made": one.made,
    }


def _statement(one: Statement) -> Json:
    return {
        "text": one.text,
        "kind": one.kind.value,
        "carries": one.carries,
        "start": one.start,
        "end": one.end,
        "subtopics": list(one.subtopics),
        "measurable": [{"kind": part.kind.value, "start": part.start, "end": part.end} for part in measurables(one)],
    }
